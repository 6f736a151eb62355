// What the page says: every label in one place.
import { plural, t } from './l10n.ts';
import type { PanelClaim, PanelClaimState, PanelSummary, PanelTag } from './protocol.ts';

export function stateWords(state: PanelClaimState): string {
  switch (state) {
    case 'changed':
      return t('Changed');
    case 'disagreement':
      return t('Editors disagree');
    case 'disputed':
      return t('Disputed');
    case 'needs-source':
      return t('Needs source');
    case 'reviewed':
      return t('Reviewed');
    case 'verified':
      return t('Verified');
    case 'tagged':
      return t('Tagged');
    case 'open':
      return t('Unchecked');
  }
}

/** Nobody has found out yet if it holds, as it stands now. */
export const isUnchecked = ({ state }: PanelClaim): boolean =>
  state !== 'verified' && state !== 'reviewed' && state !== 'disputed';

/** The keys on a claim, as the panel's foot shows them. */
export const keyHints = (): readonly string[] => [
  t('Enter to the text'),
  t('V verified'),
  t('D disputed'),
  t('S needs source'),
  t('E evidence'),
  t('N note'),
  t('/ find'),
];

/** The state of a claim; for changed words, what they were before they changed. */
export function stateWord(claim: PanelClaim): string {
  if (claim.state !== 'changed') return stateWords(claim.state);
  return claim.tags.some(({ tag }) => tag === 'verified') ? t('Changed since verified') : t('Changed since tagged');
}

/** The keys the built-in tags are given with. */
export const tagKeys: ReadonlyMap<string, string> = new Map([
  ['verified', 'v'],
  ['disputed', 'd'],
  ['needs-source', 's'],
]);

/** The reader's own tag, where it holds for the words as they stand now and nobody contradicts it: its key takes it back. */
export function ownTag({ state, tags }: PanelClaim, tag: string): PanelTag | undefined {
  if (state === 'changed' || state === 'disagreement') return undefined;
  return tags.find((given) => given.own && given.tag === tag);
}

/** "2 of 16 checked" */
export const checkedWords = ({ checked, claims }: PanelSummary): string =>
  claims === 0 ? t('No claims') : t('{0} of {1} checked', checked, claims);

/** "14 quotes, 4 speakers, 16 figures" */
export const summaryWords = ({ quotes, speakers, figures }: PanelSummary): string =>
  [
    plural(quotes, '1 quote', '{0} quotes'),
    plural(speakers, '1 speaker', '{0} speakers'),
    plural(figures, '1 figure', '{0} figures'),
  ].join(', ');

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
export const unnamedWords = (): string => t('not named');

/** The words as they are read aloud: with who the pronouns are. */
function readAloud(claim: PanelClaim): string {
  const { pieces, ...plain } = claim;
  if (pieces === undefined) return quoted(claim);
  const words = pieces.map((piece) => (piece.name === undefined ? piece.words : `${piece.words} [${piece.name}]`));
  return quoted({ ...plain, words: words.join('') });
}

export function kindWords(kind: PanelClaim['kind']): string {
  switch (kind) {
    case 'direct':
      return t('Direct quote');
    case 'mixed':
      return t('Partly quoted');
    case 'indirect':
      return t('Indirect quote');
    case 'own':
      return t('The text’s own words');
  }
}

/** How a claim is given. */
export function certaintyWords(certainty: PanelClaim['certainty']): string {
  switch (certainty) {
    case 'asserted':
      return t('said');
    case 'alleged':
      return t('alleged');
    case 'denied':
      return t('denied');
    case 'planned':
      return t('planned');
    case 'conditional':
      return t('on a condition');
  }
}

/** What a screen reader says of a claim. */
export function claimLabel(claim: PanelClaim, speaker: string): string {
  const { certainty, kind, figures, notes, evidence = [], corrections = [] } = claim;
  const how = t('{0} {1}, {2}', headed(speaker), certaintyWords(certainty), kindWords(kind).toLowerCase());
  const parts = [`${how}: ${readAloud(claim)}`, statusWords(claim)];
  if (claim.unnamed) parts.push(t('source not named'));
  if (claim.chain !== undefined) parts.push(t('from {0}', claim.chain));
  if (figures.length > 0) parts.push(plural(figures.length, 'contains 1 figure', 'contains {0} figures'));
  if (evidence.length > 0) parts.push(plural(evidence.length, '1 piece of evidence', '{0} pieces of evidence'));
  if (notes.length > 0) parts.push(plural(notes.length, '1 note', '{0} notes'));
  parts.push(...corrections.map(({ text }) => text), t('line {0}', claim.line));
  return parts.join(', ');
}

function statusWords(claim: PanelClaim): string {
  if (claim.state === 'disagreement') return disagreementWords(claim);
  if (claim.state === 'changed') return [stateWord(claim).toLowerCase(), ...changeWords(claim)].join(', ');
  if (claim.tags.length === 0) return stateWord(claim).toLowerCase();
  return claim.tags.map((tag) => t('{0} by {1}', tag.label.toLowerCase(), tag.by)).join(', ');
}

/** "instead of 112" and what stands behind the words. */
function changeWords({ change = [], behind = [] }: PanelClaim): readonly string[] {
  const gone = change.filter(({ type }) => type === 'gone').map(({ words }) => words);
  return [...(gone.length > 0 ? [t('instead of {0}', gone.join(' … '))] : []), ...behind];
}

function disagreementWords({ disagreements = [] }: PanelClaim): string {
  const told = disagreements.map(
    ({ about, sides }) => `${about}: ${sides.map(({ says, by }) => t('{0} by {1}', says, by)).join(', ')}`,
  );
  return told.join(', ');
}
