// How a claim stands, by what proof, and what can be done about it, as links.
import * as vscode from 'vscode';
import type { AnnotatedClaim } from '../ledger/annotated.ts';
import { correctionsOf } from '../ledger/correctionsOf.ts';
import { hasTag } from '../ledger/decide.ts';
import { type Action, actCommands, actLink, evidenceLink } from './act.ts';
import type { SeedReading } from './documents.ts';
import { canOpen } from './evidence.ts';
import { page } from './hoverPage.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

/** Whether editors said anything of it. */
export const isDecided = ({ tags, notes, evidence, reviews, disagreements }: AnnotatedClaim): boolean =>
  [tags, notes, evidence, reviews, disagreements].some(({ length }) => length > 0);

/** Two parts. `offset`: where in the document the claim was asked for. */
export const claimHover = async (
  reading: SeedReading,
  claim: AnnotatedClaim,
  offset: number,
): Promise<readonly vscode.MarkdownString[]> => [await statePart(reading, claim), actionsPart(reading, claim, offset)];

async function statePart({ document }: SeedReading, claim: AnnotatedClaim): Promise<vscode.MarkdownString> {
  const { tags, notes, evidence, reviews, disagreements, change } = claim;
  const on = page();
  on.sign('---\n\n');
  const isTold = tags.length > 0 && !change && !disagreements.length;
  if (!isTold) on.bold(wording.stateWords(claim));
  if (change) on.line(t('Before: “{0}”', wording.shortened(change.before, 300)));
  for (const words of wording.changeWords(claim)) on.item(words);
  for (const disagreement of disagreements) {
    on.line(t('{0}:', wording.disagreementWords(disagreement)));
    for (const { says, by, at } of disagreement.sides)
      on.item(t('{0} — {1}, {2}', wording.sideWords(says), by, wording.timeWords(at)));
  }
  for (const [index, { tag, by, at }] of tags.entries()) {
    const given = change ? t('Was {0}', wording.tagWords(tag).toLowerCase()) : wording.tagWords(tag);
    if (!isTold || index > 0) on.sign('\n\n');
    on.bold(given);
    on.sign(' ');
    on.text(t('— {0}, {1}', by, wording.timeWords(at)));
  }
  for (const { by, at } of reviews) on.line(t('Reviewed — {0}, {1}', by, wording.timeWords(at)));
  for (const { event, evidence: proof, by, at } of evidence) {
    on.line(t('Evidence:'));
    on.sign(' ');
    const words = wording.evidenceWords(proof);
    if (await canOpen(document, proof.source)) on.link(words, evidenceLink(document.uri, event));
    else on.text(words);
    on.sign(' ');
    on.text(t('— {0}, {1}', by, wording.timeWords(at)));
  }
  for (const { text, by, at } of notes) on.line(t('“{0}” — {1}, {2}', text, by, wording.timeWords(at)));
  return on.markdown;
}

/** No word of the document is in here: in this part alone VS Code draws signs for "$(name)". */
function actionsPart(
  { document, annotated }: SeedReading,
  claim: AnnotatedClaim,
  offset: number,
): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(undefined, true);
  markdown.isTrusted = { enabledCommands: actCommands };
  const actions: readonly (readonly [Action, string, string, boolean])[] = [
    ['verify', 'check', t('Verified'), !hasTag(claim, 'verified')],
    ['dispute', 'close', t('Disputed'), !hasTag(claim, 'disputed')],
    ['needSource', 'question', t('Needs source'), !hasTag(claim, 'needs-source')],
    ['note', 'note', t('Note…'), true],
    ['evidence', 'link', t('Evidence…'), true],
    ['history', 'history', t('History'), isDecided(claim) || correctionsOf(annotated, claim).length > 0],
  ];
  const links = actions
    .filter(([, , , isOffered]) => isOffered)
    .map(([action, icon, words]) => `[$(${icon})&nbsp;${words}](${actLink(document.uri, offset, action).toString()})`);
  markdown.appendMarkdown(links.join(' &nbsp; '));
  return markdown;
}
