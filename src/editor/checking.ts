// Going through the claims that nobody has checked, and giving each its verdict, without leaving the text.
import * as vscode from 'vscode';
import type { AnnotatedClaim } from '../ledger/annotated.ts';
import { rejectItem, tagClaim } from '../ledger/decide.ts';
import { uncheckedFrom } from '../ledger/unchecked.ts';
import type { Span } from '../text/span.ts';
import type { Documents, SeedReading } from './documents.ts';
import type { Ledgers } from './ledgerStore.ts';
import { select } from './reveal.ts';
import { seedInEditor } from './seedInEditor.ts';
import { advancesAfterVerdict } from './settings.ts';
import { type AtCursor, claimAtCursor, decideOn } from './tagging.ts';
import { tell } from './telling.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

const verdicts = [
  ['seedmark.verify', 'verified'],
  ['seedmark.dispute', 'disputed'],
  ['seedmark.needsSource', 'needs-source'],
] as const;

export function registerChecking(documents: Documents, ledgers: Ledgers): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('seedmark.nextUnchecked', () => go(documents, 'next')),
    vscode.commands.registerCommand('seedmark.previousUnchecked', () => go(documents, 'previous')),
    ...verdicts.map(([command, tag]) =>
      vscode.commands.registerCommand(command, () =>
        checkOff(documents, wording.tagWords(tag), (at) =>
          decideOn(ledgers, at, t('{0}: {1}', wording.tagWords(tag), at.words), tagClaim, tag),
        ),
      ),
    ),
    vscode.commands.registerCommand('seedmark.rejectClaim', () =>
      checkOff(documents, t('Not a claim'), ({ reading, claim: { claim }, words }) =>
        ledgers.decide(reading, t('{0}: {1}', t('Not a claim'), words), (read) => [
          rejectItem(read, { what: 'claim', span: claim.span }),
        ]),
      ),
    ),
  );
}

function go(documents: Documents, way: 'next' | 'previous'): void {
  const found = seedInEditor(documents);
  if (found) show(found.editor, found.reading, found.reading.positions.span(found.editor.selection), way);
}

function show(editor: vscode.TextEditor, reading: SeedReading, from: Span, way: 'next' | 'previous', done = ''): void {
  const { annotated, positions } = reading;
  const claim = uncheckedFrom(annotated.claims, from, way);
  if (claim) select(editor, positions.range(claim.claim.span));
  const isRound = claim && claim.claim.span.start < from.start === (way === 'next');
  const round = way === 'next' ? t('from the top again') : t('from the end again');
  say([done, wording.checkedWords(annotated.claims), isRound && round, claim && claimWords(reading, claim)]);
}

function claimWords({ annotated: { analysis } }: SeedReading, claim: AnnotatedClaim): string {
  const words = wording.lineOfWords(analysis.text, claim.claim.span);
  const told = t('{0}: {1}', wording.speakerWords(analysis, claim), wording.shortened(words, 60));
  const state = claim.state === 'open' ? undefined : wording.stateWords(claim);
  return [state, wording.certaintyWords(claim.claim.certainty), told].filter(Boolean).join(' · ');
}

const say = (parts: readonly (string | false | undefined)[]) => tell(parts.filter(Boolean).join(' · '));

/** Has the claim at the cursor decided, and goes on to the next unchecked one. */
async function checkOff(
  documents: Documents,
  verdict: string,
  decide: (at: AtCursor) => Promise<boolean>,
): Promise<void> {
  const at = await claimAtCursor(documents);
  if (!at) return;
  await decide(at);
  const { editor } = at;
  const reading = documents.seed(editor.document);
  // Who went elsewhere while it was written stays there.
  if (!reading || vscode.window.activeTextEditor !== editor) return;
  if (advancesAfterVerdict()) show(editor, reading, at.claim.claim.span, 'next', verdict);
  else say([verdict, wording.checkedWords(reading.annotated.claims)]);
}
