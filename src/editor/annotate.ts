// Marking by hand what the reading missed, and taking such a mark back.
import * as vscode from 'vscode';
import type { EntityKind } from '../analysis/types.ts';
import { markSpan, takeBack } from '../ledger/decide.ts';
import type { ItemKind } from '../ledger/events.ts';
import { markAt } from './atCursor.ts';
import type { Documents } from './documents.ts';
import type { Ledgers } from './ledgerStore.ts';
import { settledSeedInEditor } from './seedInEditor.ts';
import { decideAndTell } from './telling.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

const entityKinds: readonly EntityKind[] = ['person', 'organisation', 'place', 'nationality', 'event'];

export function registerAnnotating(documents: Documents, ledgers: Ledgers): vscode.Disposable {
  const annotateAs = (kind: ItemKind) => (args: unknown) => markSelection(documents, ledgers, kind, args);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('seedmark.annotateQuote', annotateAs('quote')),
    vscode.commands.registerCommand('seedmark.annotateFigure', annotateAs('figure')),
    vscode.commands.registerCommand('seedmark.annotateName', annotateAs('name')),
    vscode.commands.registerCommand('seedmark.annotateClaim', annotateAs('claim')),
    vscode.commands.registerCommand('seedmark.removeAnnotation', () => removeMark(documents, ledgers)),
  );
}

/** @param args a key binding may say what a name is the name of: `{ "kind": "place" }`. */
async function markSelection(documents: Documents, ledgers: Ledgers, kind: ItemKind, args: unknown): Promise<void> {
  const found = await settledSeedInEditor(documents);
  if (!found) return;
  const { editor, reading } = found;
  const span = reading.positions.span(editor.selection);
  if (!reading.annotated.analysis.text.slice(span.start, span.end).trim()) {
    void vscode.window.showInformationMessage(t('Select the words to mark first.'));
    return;
  }
  const entityKind = kind === 'name' ? (kindIn(args) ?? (await pickEntityKind())) : undefined;
  if (kind === 'name' && !entityKind) return;
  const label = t('Marked as {0}', wording.markWords(kind, entityKind));
  await decideAndTell(ledgers, reading, label, (read) => [markSpan(read, span, kind, entityKind)]);
}

const kindIn = (args: unknown): EntityKind | undefined =>
  typeof args === 'object' && args !== null && 'kind' in args
    ? entityKinds.find((kind) => kind === args.kind)
    : undefined;

async function pickEntityKind(): Promise<EntityKind | undefined> {
  const picked = await vscode.window.showQuickPick(
    entityKinds.map((kind) => ({ label: wording.entityKindWords(kind), entityKind: kind })),
    { title: t('What is it the name of?') },
  );
  return picked?.entityKind;
}

async function removeMark(documents: Documents, ledgers: Ledgers): Promise<void> {
  const found = await settledSeedInEditor(documents);
  if (!found) return;
  const { editor, reading } = found;
  const mark = markAt(reading.annotated, reading.positions.offset(editor.selection.active));
  if (!mark) {
    void vscode.window.showInformationMessage(t('No mark of an editor stands here.'));
    return;
  }
  const label = t('Mark removed: {0}', wording.markWords(mark.kind, mark.entityKind));
  await decideAndTell(ledgers, reading, label, () => [takeBack([mark.event])]);
}
