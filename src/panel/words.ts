// What the page says: every label in one place.
import type { PanelClaim, PanelClaimState, PanelState, PanelSummary } from './protocol.ts';

type Document = Extract<PanelState, { type: 'document' }>;

export const stateWords: Readonly<Record<PanelClaimState, string>> = {
  changed: 'Changed',
  disagreement: 'Editors disagree',
  disputed: 'Disputed',
  'needs-source': 'Needs source',
  reviewed: 'Reviewed',
  verified: 'Verified',
  tagged: 'Tagged',
  open: 'Unchecked',
};

/** The keys on a claim, as the panel's foot shows them. */
export const keyHints = [
  'Enter to the text',
  'V verified',
  'D disputed',
  'S needs source',
  'E evidence',
  'N note',
  'U undo',
  '/ find',
] as const;

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

/** "2 of 16 claims checked" */
export function checkedWords({ checked, claims }: PanelSummary): string {
  return claims === 0 ? 'No claims' : `${checked.toLocaleString('en')} of ${counted(claims, 'claim')} checked`;
}

/** "14 quotes, 4 speakers, 16 figures" */
export function summaryWords({ quotes, speakers, figures }: PanelSummary): string {
  return [counted(quotes, 'quote'), counted(speakers, 'speaker'), counted(figures, 'figure')].join(', ');
}

/** A speaker as a heading: "the coastguard" in the text is "The coastguard" there. */
export function headed(name: string): string {
  const [first = ''] = name;
  return first.toUpperCase() + name.slice(first.length);
}

/** What follows a speaker's name: " of the coastguard", but ", Prime Minister". */
export function describedAs(description: string | undefined): string {
  if (description === undefined || description === '') return '';
  return /^(?:of|at|in|for|from|with|who|whose)\s/u.test(description) ? ` ${description}` : `, ${description}`;
}

/** The words as print shows them: quotation marks only where all of them are the speaker's own. */
export function quoted(claim: PanelClaim): string {
  if (claim.kind !== 'direct' || /^["“”„«‘']/u.test(claim.words)) return claim.words;
  return `“${claim.words}”`;
}

/** A source whom the text does not name. */
export const unnamedWords = 'not named';

/** The words as they are read aloud: with who the pronouns are. */
function readAloud(claim: PanelClaim): string {
  const { pieces, ...plain } = claim;
  if (pieces === undefined) return quoted(claim);
  const words = pieces.map((piece) => (piece.name === undefined ? piece.words : `${piece.words} [${piece.name}]`));
  return quoted({ ...plain, words: words.join('') });
}

const kindWords = {
  direct: 'direct quote',
  mixed: 'partly quoted',
  indirect: 'indirect quote',
  own: 'the text’s own words',
} as const;

/** How a claim is given. */
export const certaintyWords: Readonly<Record<PanelClaim['certainty'], string>> = {
  asserted: 'said',
  alleged: 'alleged',
  denied: 'denied',
  planned: 'planned',
  conditional: 'on a condition',
};

/** What a screen reader says of a claim. */
export function claimLabel(claim: PanelClaim, speaker: string): string {
  const parts = [
    `${headed(speaker)} ${certaintyWords[claim.certainty]}, ${kindWords[claim.kind]}: ${readAloud(claim)}`,
    statusWords(claim),
  ];
  if (claim.unnamed) parts.push(`source ${unnamedWords}`);
  if (claim.chain !== undefined) parts.push(`from ${claim.chain}`);
  if (claim.figures.length > 0) parts.push(`contains ${counted(claim.figures.length, 'figure')}`);
  if (claim.notes.length > 0) parts.push(counted(claim.notes.length, 'note'));
  parts.push(`line ${claim.line}`);
  return parts.join(', ');
}

function statusWords(claim: PanelClaim): string {
  if (claim.state === 'disagreement') return disagreementWords(claim);
  if (claim.state === 'changed') return [stateWord(claim).toLowerCase(), ...changeWords(claim)].join(', ');
  if (claim.tags.length === 0) return stateWord(claim).toLowerCase();
  return claim.tags.map((tag) => `${tag.label.toLowerCase()} by ${tag.by}`).join(', ');
}

/** "instead of 112" and what stands behind the words. */
function changeWords({ change = [], behind = [] }: PanelClaim): readonly string[] {
  const gone = change.filter(({ type }) => type === 'gone').map(({ words }) => words);
  return [...(gone.length > 0 ? [`instead of ${gone.join(' … ')}`] : []), ...behind];
}

function disagreementWords({ disagreements = [] }: PanelClaim): string {
  const told = disagreements.map(
    ({ about, sides }) => `${about}: ${sides.map(({ says, by }) => `${says} by ${by}`).join(', ')}`,
  );
  return told.join(', ');
}

/** What the list says when no claim is to be seen in it. */
export function emptyWords({ summary }: Document): string {
  if (summary.claims > 0) return 'No claim matches.';
  return 'No claims found here. Select words in the text and mark them as a claim.';
}
