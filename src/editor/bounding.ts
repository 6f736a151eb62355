// Giving the claim at the cursor a word more or less, at its end or its start.
import * as vscode from 'vscode';
import { boundItem, markSpan, takeBack } from '../ledger/decide.ts';
import { type Edge, moveEdge } from '../text/edges.ts';
import type { Documents } from './documents.ts';
import type { Ledgers } from './ledgerStore.ts';
import { claimAtCursor } from './tagging.ts';
import { tell } from './telling.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

const moves: readonly (readonly [command: string, edge: Edge, way: 'outward' | 'inward'])[] = [
  ['seedmark.extendClaim', 'end', 'outward'],
  ['seedmark.shrinkClaim', 'end', 'inward'],
  ['seedmark.extendClaimStart', 'start', 'outward'],
  ['seedmark.shrinkClaimStart', 'start', 'inward'],
];

export function registerBounding(documents: Documents, ledgers: Ledgers): vscode.Disposable {
  return vscode.Disposable.from(
    ...moves.map(([command, edge, way]) =>
      vscode.commands.registerCommand(command, () => bound(documents, ledgers, edge, way)),
    ),
  );
}

async function bound(documents: Documents, ledgers: Ledgers, edge: Edge, way: 'outward' | 'inward'): Promise<void> {
  const at = await claimAtCursor(documents);
  if (!at) return;
  const { editor, reading, claim } = at;
  const { text } = reading.annotated.analysis;
  const to = moveEdge(text, claim.claim.span, edge, way);
  if (!to) return tell(t('There is no further word.'));
  const words = wording.lineOfWords(text, to);
  const label = t('Bounds of a {0}: {1}', wording.markWords('claim').toLowerCase(), wording.shortened(words));
  const isDone = await ledgers.decide(reading, label, (read, now) => {
    const { origin } = claim;
    if (origin.type === 'analysis') return [boundItem(read, now, { what: 'claim', span: claim.claim.span }, to)];
    // A mark of an editor's own is made anew.
    const isMark = now.added.some(({ event }) => event === origin.event);
    return [isMark ? takeBack([origin.event]) : undefined, markSpan(read, to, 'claim')];
  });
  if (!isDone || vscode.window.activeTextEditor !== editor) return;
  const range = reading.positions.range(to);
  editor.selection = new vscode.Selection(range.start, range.end);
  tell(t('Now: {0}', wording.shortened(words, 100)));
}
