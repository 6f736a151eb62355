// What the page says: every label in one place.
import type { PanelClaim, PanelClaimState, PanelState, PanelSummary } from './protocol.ts';

type Document = Extract<PanelState, { type: 'document' }>;

export const stateWords: Readonly<Record<PanelClaimState, string>> = {
  changed: 'Changed',
  disputed: 'Disputed',
  'needs-source': 'Needs source',
  verified: 'Verified',
  tagged: 'Tagged',
  open: 'Unchecked',
};

export const hint = 'Enter to text · V verified · D disputed · S needs source · N note · / find';

/** The state of a claim; for changed words, what they were before they changed. */
export function stateWord(claim: PanelClaim): string {
  if (claim.state !== 'changed') return stateWords[claim.state];
  return claim.tags.some(({ tag }) => tag === 'verified') ? 'Changed since verified' : 'Changed since tagged';
}

/** The keys the built-in tags are given with. */
export const tagKeys: ReadonlyMap<string, string> = new Map([
  ['verified', 'v'],
  ['disputed', 'd'],
  ['needs-source', 's'],
]);

/** "1 claim", "2 claims" */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

export function summaryWords({ claims, quotes, speakers, figures }: PanelSummary): string {
  return [
    counted(claims, 'claim'),
    counted(quotes, 'quote'),
    counted(speakers, 'speaker'),
    counted(figures, 'figure'),
  ].join(', ');
}

export function checkedWords({ checked, claims }: PanelSummary): string {
  return `${checked.toLocaleString('en')} of ${claims.toLocaleString('en')} checked`;
}

/** The words as print shows them: quotation marks only where all of them are the speaker's own. */
export function quoted(claim: PanelClaim): string {
  if (claim.kind !== 'direct' || /^["“”„«‘']/u.test(claim.words)) return claim.words;
  return `“${claim.words}”`;
}

const kindWords = {
  direct: 'direct quote',
  mixed: 'partly quoted',
  indirect: 'indirect quote',
  own: 'the text’s own words',
} as const;

/** What a screen reader says of a claim. */
export function claimLabel(claim: PanelClaim, speaker: string): string {
  const parts = [`${speaker} ${claim.certainty}, ${kindWords[claim.kind]}: ${quoted(claim)}`, statusWords(claim)];
  if (claim.figures.length > 0) parts.push(`contains ${counted(claim.figures.length, 'figure')}`);
  if (claim.notes.length > 0) parts.push(counted(claim.notes.length, 'note'));
  parts.push(`line ${claim.line}`);
  return parts.join(', ');
}

function statusWords(claim: PanelClaim): string {
  if (claim.state === 'changed' || claim.tags.length === 0) return stateWord(claim).toLowerCase();
  return claim.tags.map((tag) => `${tag.label.toLowerCase()} by ${tag.by}`).join(', ');
}

/** What the list says when no claim is to be seen in it. */
export function emptyWords({ summary }: Document): string {
  if (summary.claims > 0) return 'No claim matches.';
  return 'No claims found here. Select words in the text and mark them as a claim.';
}
