// The first minutes: the walkthrough, the sample story it runs on, and what of it has been done.
import * as vscode from 'vscode';
import type { AnnotatedClaim } from '../ledger/annotated.ts';
import type { Documents } from './documents.ts';

const { t } = vscode.l10n;

const sample = ['seeds', '2031-02-09-bridge-sabotage-inquiry.txt'] as const;

/** The steps of the walkthrough that are done when a claim is as it says here, by the context key that ticks them off. */
const steps: Readonly<Record<string, (claim: AnnotatedClaim) => boolean>> = {
  'seedmark.hasTagged': ({ tags }) => tags.length > 0,
  'seedmark.hasEvidence': ({ evidence }) => evidence.length > 0,
  'seedmark.hasChanged': ({ state }) => state === 'changed',
};

export function registerFirstSteps(extension: vscode.Uri, documents: Documents): vscode.Disposable {
  let opened: vscode.TextDocument | undefined;
  const todo = new Map(Object.entries(steps));
  const following = documents.onDidChange((document) => {
    const claims = documents.seed(document)?.annotated.claims ?? [];
    for (const [step, isDone] of todo) {
      if (!claims.some(isDone)) continue;
      todo.delete(step);
      void vscode.commands.executeCommand('setContext', step, true);
    }
    if (!todo.size) following.dispose();
  });

  /** A copy without a file, so that whatever is tried on it spoils nothing. The walkthrough names what to do there next. */
  async function openSample(next: unknown): Promise<void> {
    if (!opened || opened.isClosed) {
      try {
        const file = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, ...sample));
        opened = await vscode.workspace.openTextDocument({
          content: new TextDecoder().decode(file),
          language: 'plaintext',
        });
      } catch {
        void vscode.window.showErrorMessage(t('The sample story is missing. Installing Seedmark again mends that.'));
        return;
      }
    }
    await vscode.window.showTextDocument(opened, columnFor(opened));
    if (typeof next !== 'string' || !next.startsWith('seedmark.')) return;
    await vscode.commands.executeCommand(next);
    // VS Code does not tell the walkthrough of a command that a command calls.
    if (next === 'seedmark.nextFigure')
      await vscode.commands.executeCommand('setContext', 'seedmark.hasSeenFigure', true);
  }

  return vscode.Disposable.from(
    following,
    vscode.commands.registerCommand('seedmark.openSample', openSample),
    vscode.commands.registerCommand('seedmark.getStarted', () =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', 'seedmark.seedmark#firstStory', false),
    ),
  );
}

/** Where it is shown already; else beside the walkthrough, so that both are in view. */
function columnFor(document: vscode.TextDocument): vscode.ViewColumn {
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  // Of the tabs that hold no document VS Code does not tell what they are.
  const isElsewhere = activeTab !== undefined && activeTab.input === undefined;
  return shown ?? (isElsewhere ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active);
}
