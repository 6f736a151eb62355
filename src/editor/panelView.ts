// The claims panel's view: its page, and what it and the editor tell each other.
import * as vscode from 'vscode';
import { type FromPanel, type Offer, parseFromPanel, type ToPanel } from '../panel/protocol.ts';
import { finish } from '../text/steps.ts';
import { claimAt } from './atCursor.ts';
import type { Documents } from './documents.ts';
import { editorWorkedIn } from './editorWorkedIn.ts';
import type { Ledgers } from './ledgerStore.ts';
import { type DeedDesk, doDeed } from './panelDeeds.ts';
import { panelState } from './panelState.ts';
import { isOurs } from './readable.ts';
import { openSelecting } from './selecting.ts';
import { inSlices } from './slices.ts';

export const viewId = 'seedmark.claims';

/** From so many on they are not told to the page at once. */
const manyClaims = 500;

export function registerPanel(
  context: vscode.ExtensionContext,
  documents: Documents,
  ledgers: Ledgers,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  let view: vscode.WebviewView | undefined;
  let shown = editorWorkedIn()?.document;
  /** The page is there and listens. */
  let ready = false;
  /** The page was asked for by keyboard and has not come yet. */
  let focusWhenReady = false;
  /** The state that is being made for it, in slices. */
  let making: symbol | undefined;
  /** The claim that the panel shows as the cursor's. */
  let selected: string | undefined;

  /** What the page shows was made of these. */
  let madeOf: readonly unknown[] = [];
  /** How long it took to make, in milliseconds. */
  let cost = 0;
  let soon: ReturnType<typeof setTimeout> | undefined;

  const post = (message: ToPanel) => void view?.webview.postMessage(message);

  function showState(): void {
    if (!ready) return;
    const reading = shown && documents.read(shown);
    const notice = shown && ledgers.notice(shown.uri);
    const undoable = shown ? ledgers.undoable(shown.uri) : {};
    const editor = ledgers.editor();
    const now = [reading, notice, undoable.undo, undoable.redo, editor];
    if (now.every((part, place) => part === madeOf[place]) && madeOf.length > 0) return;
    madeOf = now;
    const began = performance.now();
    if (!reading && shown && isOurs(shown)) {
      making = undefined;
      post({ type: 'state', state: { type: 'loading' } });
      return;
    }
    const steps = panelState(reading, { notice, undoable, editor });
    const mine = Symbol();
    making = mine;
    if (reading?.type !== 'seed' || reading.annotated.claims.length < manyClaims) {
      post({ type: 'state', state: finish(steps) });
      cost = performance.now() - began;
      return;
    }
    void inSlices(steps, () => making === mine).then((state) => {
      if (!state) return;
      post({ type: 'state', state });
      cost = performance.now() - began;
      selected = undefined;
      selectAtCursor(false);
    });
  }

  /** While one types: what takes long is done less often. */
  function showSoon(): void {
    soon ??= setTimeout(() => {
      soon = undefined;
      showState();
    }, 4 * cost);
  }

  /** Follows the cursor; `focus` moves the keyboard into the panel. `again`: the reader may have gone elsewhere there since. */
  function selectAtCursor(focus: boolean, again = false): void {
    const editor = editorWorkedIn();
    const reading = editor && editor.document === shown ? documents.seed(editor.document) : undefined;
    if (!editor || !reading) {
      if (focus) post({ type: 'select', claim: undefined, focus });
      return;
    }
    const at = reading.positions.offset(editor.selection.active);
    const here = reading.annotated.claims.find(({ id }) => id === selected);
    const { start, end } = here?.claim.span ?? { start: 1, end: 0 };
    // The claim just picked in the panel stays picked where claims overlap.
    const claim = start <= at && at <= end ? here?.id : claimAt(reading.annotated, at)?.id;
    if (claim === selected && !focus && !(again && claim)) return;
    selected = claim;
    post({ type: 'select', claim, focus });
  }

  function follow(): void {
    const editor = editorWorkedIn();
    // With the keyboard in the panel or another view no editor may be active: what was shown stays.
    if (!editor && shown && !shown.isClosed && isInView(shown)) return;
    if (editor?.document === shown) return;
    shown = editor?.document;
    selected = undefined;
    showState();
    selectAtCursor(false);
  }

  async function takeUp(offer: Offer): Promise<void> {
    if (offer === 'showLog') log.show();
    else if (offer === 'openDocument') await vscode.commands.executeCommand('workbench.action.quickOpen');
    else if (shown) await vscode.commands.executeCommand('seedmark.treatAsSeed', shown.uri);
  }

  const selecting = openSelecting();
  const desk: DeedDesk = {
    ledgers,
    documents,
    selecting,
    takeKeyboard: async () => {
      await vscode.commands.executeCommand(`${viewId}.focus`);
      post({ type: 'focus' });
    },
    select: (claim) => {
      selected = claim;
      post({ type: 'select', claim, focus: false });
    },
  };

  async function answer(message: FromPanel): Promise<void> {
    if (message.type === 'ready') {
      ready = true;
      madeOf = [];
      selected = undefined;
      showState();
      selectAtCursor(focusWhenReady);
      focusWhenReady = false;
      return;
    }
    if (message.type === 'offer') return takeUp(message.offer);
    if (message.type === 'markClaim') {
      await vscode.commands.executeCommand('seedmark.annotateClaim');
      return;
    }
    if (message.type === 'undo' || message.type === 'redo') {
      if (shown) await ledgers[message.type](shown.uri);
      showState();
      return;
    }
    const reading = shown && documents.seed(shown);
    if (reading) await doDeed(desk, reading, message);
    showState();
  }

  const provider: vscode.WebviewViewProvider = {
    resolveWebviewView: (resolved) => {
      view = resolved;
      const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
      resolved.webview.options = { enableScripts: true, localResourceRoots: [dist] };
      resolved.webview.onDidReceiveMessage((raw: unknown) => {
        const message = parseFromPanel(raw);
        if (!message) return log.warn('The claims panel sent a message that is not one of its own.');
        answer(message).catch((error) => log.error('The claims panel’s wish failed', error));
        return undefined;
      });
      // Out of view the page is gone; back in view a new one says that it is ready.
      resolved.onDidChangeVisibility(() => {
        ready = false;
      });
      resolved.onDidDispose(() => {
        view = undefined;
        ready = false;
      });
      resolved.webview.html = pageHtml(resolved.webview, dist);
    },
  };

  return vscode.Disposable.from(
    selecting,
    vscode.window.registerWebviewViewProvider(viewId, provider),
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      if (textEditor === editorWorkedIn()) selectAtCursor(false, kind !== undefined);
    }),
    documents.onDidChange((document) => {
      if (document === shown) showSoon();
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (!['seedmark.tags', 'seedmark.advanceAfterVerdict'].some((name) => change.affectsConfiguration(name))) return;
      madeOf = [];
      showState();
    }),
    vscode.commands.registerCommand('seedmark.showClaims', async () => {
      focusWhenReady = !ready;
      await vscode.commands.executeCommand(`${viewId}.focus`);
      if (ready) selectAtCursor(true);
    }),
    { dispose: () => clearTimeout(soon) },
  );
}

const isInView = (document: vscode.TextDocument): boolean =>
  vscode.window.visibleTextEditors.some((editor) => editor.document === document);

/** The page's words in the reader's language, as data that cannot end the element it stands in. */
const dictionary = (): string => JSON.stringify(vscode.l10n.bundle ?? {}).replaceAll('<', '\\u003c');

function pageHtml(webview: vscode.Webview, dist: vscode.Uri): string {
  const nonce = crypto.randomUUID();
  const script = webview.asWebviewUri(vscode.Uri.joinPath(dist, 'panel.js'));
  const style = webview.asWebviewUri(vscode.Uri.joinPath(dist, 'panel.css'));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language.replace(/[^\w-]/g, '')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style.toString()}">
<title>${vscode.l10n.t('Claims')}</title>
</head>
<body>
<script id="dictionary" type="application/json">${dictionary()}</script>
<script nonce="${nonce}" src="${script.toString()}"></script>
</body>
</html>`;
}
