// What the list tells of a claim.
import type { ClaimRow } from './arrange.ts';
import { element, icon, tool } from './dom.ts';
import { t } from './l10n.ts';
import type { PanelClaim, PanelCorrection, PanelDisagreement, PanelEvidence, PanelNote, PanelTag } from './protocol.ts';
import { certaintyWords, headed, quoted, stateWord } from './words.ts';

const shownWords = 2_000;

/** State, words with all that is known of them, and the line. */
export function factsOf({ claim, speaker, saysWho }: ClaimRow, current: boolean): readonly HTMLElement[] {
  const words = quoted(claim);
  const state = element('span', { class: `state is-${claim.state}`, title: stateWord(claim) }, icon(claim.state));
  const shown = words.length > shownWords ? `${words.slice(0, shownWords)}…` : words;
  const line = element('span', { class: 'line' }, element('span', { class: 'unseen' }, t('line ')), String(claim.line));
  line.title = t('Line {0}', claim.line);
  const body = element(
    'div',
    { class: 'body' },
    ...(saysWho ? [element('p', { class: 'says' }, headed(speaker.name))] : []),
    element(
      'p',
      { class: `words kind-${claim.kind}` },
      ...certaintyOf(claim),
      ...(differenceIn(claim) ?? wordsOf(claim, shown)),
    ),
  );
  body.append(...standingOf(claim, current));
  body.append(...(claim.behind ?? []).map((words) => element('p', { class: 'before' }, words)));
  body.append(...(claim.disagreements ?? []).map(disagreementOf));
  const chips = chipsOf(claim, claim.unnamed === true && (saysWho || speaker.unnamed !== true));
  if (chips.length > 0) body.append(element('div', { class: 'meta' }, ...chips));
  body.append(...(claim.evidence ?? []).map((evidence) => evidenceOf(evidence, current)));
  body.append(...claim.notes.map((note) => noteOf(note, current)));
  if (current) body.append(...(claim.corrections ?? []).map(correctionOf));
  if (current && claim.why !== undefined) body.append(element('p', { class: 'by' }, claim.why));
  return [state, body, line];
}

/** Before the words, where nobody can miss it: words that are denied would read as said. */
function certaintyOf({ certainty }: PanelClaim): readonly (HTMLElement | string)[] {
  if (certainty === 'asserted') return [];
  return [element('span', { class: `certainty is-${certainty}` }, `${headed(certaintyWords(certainty))}:`), ' '];
}

/** The words with who each pronoun is in brackets behind it. */
function wordsOf(claim: PanelClaim, shown: string): readonly (HTMLElement | string)[] {
  const { pieces, words } = claim;
  if (pieces === undefined || words.length > shownWords) return [shown];
  const mark = shown.startsWith('“') && !words.startsWith('“') ? ['“', '”'] : ['', ''];
  const nodes = pieces.flatMap(({ words: piece, name }) =>
    name === undefined ? [piece] : [piece, element('span', { class: 'reference' }, ` [${name}]`)],
  );
  return [mark[0]!, ...nodes, mark[1]!];
}

/** How the claim stands, and by whose word: in the open one a line each, also where nobody has said anything. */
function standingOf(claim: PanelClaim, current: boolean): readonly HTMLElement[] {
  const { state, reviews = [] } = claim;
  // Who disagrees is told below.
  const tags = state === 'disagreement' && !current ? [] : claim.tags;
  const isSaid = tags.length === 0 || state === 'changed' || state === 'disagreement';
  const lines = [
    ...(isSaid && (current || state !== 'open')
      ? [element('span', { class: state === 'open' ? 'by' : 'word' }, stateWord(claim))]
      : []),
    ...tags.map((tag) => tagOf(claim, tag, current)),
    ...reviews.map(({ by, when }) => givenOf(t('Reviewed'), by, when, current)),
  ];
  return lines.length > 0 ? [element('div', { class: 'standing' }, ...lines)] : [];
}

function tagOf({ state }: PanelClaim, { id, label, by, when }: PanelTag, current: boolean): HTMLElement {
  const given = givenOf(state === 'changed' ? t('was {0}', label.toLowerCase()) : label, by, when, current);
  given.title = t('{0} by {1}, {2}', label, by, when);
  if (state === 'changed') given.firstElementChild?.classList.replace('word', 'by');
  if (current) given.append(tool('untag', id, t('Remove tag {0}, given by {1}', label, by), icon('remove')));
  return given;
}

const givenOf = (words: string, by: string, when: string, current: boolean): HTMLElement =>
  element(
    'span',
    { class: 'tag', title: when },
    element('span', { class: 'word' }, words),
    ' ',
    byline(by, current ? when : undefined),
  );

function chipsOf(claim: PanelClaim, saysUnnamed: boolean): readonly HTMLElement[] {
  const { chain, figures, markedBy } = claim;
  return [
    ...(saysUnnamed ? [element('span', { class: 'unnamed' }, t('source not named'))] : []),
    ...(chain === undefined ? [] : [element('span', { class: 'chain' }, t('from {0}', chain))]),
    ...figures.map((figure) => element('span', { class: 'figure', title: t('Figure') }, figure)),
    ...(markedBy === undefined ? [] : [byline(t('marked by {0}', markedBy))]),
  ];
}

const byline = (by: string, when?: string): HTMLElement =>
  element('span', { class: 'by' }, when === undefined ? by : t('{0}, {1}', by, when));

/** The words as they were with what took their place; undefined where they are the same. */
function differenceIn({ change = [] }: PanelClaim): readonly (HTMLElement | string)[] | undefined {
  if (change.every(({ type }) => type === 'same')) return undefined;
  return change.flatMap(({ type, words }) => {
    const piece = type === 'gone' ? element('del', {}, words) : type === 'new' ? element('ins', {}, words) : words;
    return [piece, ' '];
  });
}

function disagreementOf({ about, sides }: PanelDisagreement): HTMLElement {
  const said = sides.map(({ says, by, when }) =>
    element('li', { title: when }, element('span', { class: 'word' }, says), ' ', byline(by)),
  );
  return element('div', { class: 'sides' }, element('p', {}, about), element('ul', {}, ...said));
}

function evidenceOf({ id, text, isLink, by, when }: PanelEvidence, current: boolean): HTMLElement {
  const signed = element('span', { class: 'signed' }, byline(by, current ? when : undefined));
  if (current && isLink) signed.append(' ', tool('openEvidence', id, t('Open {0}', text), t('Open')));
  if (current) signed.append(tool('remove', id, t('Remove evidence by {0}', by), icon('remove')));
  const said = element('span', {}, text, ' ', signed);
  return element('p', { class: 'note evidence', title: when }, icon('evidence'), said);
}

function correctionOf({ id, text, when }: PanelCorrection): HTMLElement {
  const words = t('{0}, {1}', text, when);
  return element('p', { class: 'note by' }, words, tool('remove', id, t('Take back: {0}', text), icon('remove')));
}

function noteOf({ id, text, by, when, resolved }: PanelNote, current: boolean): HTMLElement {
  const shown = element('p', { class: 'note', title: when }, element('span', { class: 'note-text' }, text), ' ');
  const signed = element('span', { class: 'signed' }, byline(by, current ? when : undefined));
  if (current) signed.append(tool('remove', id, t('Remove note by {0}', by), icon('remove')));
  shown.append(signed);
  if (!resolved) return shown;
  shown.classList.add('is-resolved');
  shown.append(' ', element('span', { class: 'by', title: resolved.when }, t('Resolved by {0}', resolved.by)));
  return shown;
}
