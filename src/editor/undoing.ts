// Taking back what was decided, and doing it again.
import * as vscode from 'vscode';
import type { AnnotatedClaim } from '../ledger/annotated.ts';
import type { Documents } from './documents.ts';
import type { Ledgers } from './ledgerStore.ts';
import { select } from './reveal.ts';
import { settledSeedInEditor } from './seedInEditor.ts';
import { tell } from './telling.ts';

const { t } = vscode.l10n;

interface Change {
  readonly make: (uri: vscode.Uri) => Promise<string | undefined>;
  readonly told: (label: string) => string;
  readonly none: string;
}

export function registerUndoing(documents: Documents, ledgers: Ledgers): vscode.Disposable {
  const undo: Change = {
    make: ledgers.undo,
    told: (label) => t('Taken back: {0}', label),
    none: t('Nothing was decided about this document in this window.'),
  };
  const redo: Change = {
    make: ledgers.redo,
    told: (label) => t('Done again: {0}', label),
    none: t('Nothing was taken back.'),
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('seedmark.undo', () => change(documents, undo)),
    vscode.commands.registerCommand('seedmark.redo', () => change(documents, redo)),
  );
}

/** Takes back or does again, says what it was, and goes to the claim that it was about. */
async function change(documents: Documents, { make, told, none }: Change): Promise<void> {
  const found = await settledSeedInEditor(documents);
  if (!found) return;
  const { editor, reading } = found;
  const label = await make(editor.document.uri);
  if (label === undefined) return tell(none);
  tell(told(label));
  await documents.settled(editor.document);
  const now = documents.seed(editor.document);
  const claim = now && firstChanged(reading.annotated.claims, now.annotated.claims);
  if (claim && vscode.window.activeTextEditor === editor) select(editor, now.positions.range(claim.claim.span));
}

/** The first claim of which something else is decided than before, or which was none. */
function firstChanged(before: readonly AnnotatedClaim[], now: readonly AnnotatedClaim[]): AnnotatedClaim | undefined {
  const known = new Map(before.map((claim) => [claim.id, decidedAbout(claim)]));
  return now.find((claim) => known.get(claim.id) !== decidedAbout(claim));
}

const decidedAbout = ({ claim: { span }, state, tags, notes, evidence, reviews }: AnnotatedClaim): string =>
  JSON.stringify([span, state, tags, notes, evidence, reviews]);
