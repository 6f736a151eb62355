// What the list tells of a claim.
import type { ClaimRow } from './arrange.ts';
import { element, icon, tool } from './dom.ts';
import { t } from './l10n.ts';
import type { PanelClaim, PanelDisagreement, PanelEvidence } from './protocol.ts';
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
  const meta = metaOf(claim, current, claim.unnamed === true && (saysWho || speaker.unnamed !== true));
  if (meta.length > 0) body.append(element('div', { class: 'meta' }, ...meta));
  body.append(...(claim.behind ?? []).map((words) => element('p', { class: 'before' }, words)));
  body.append(...(claim.disagreements ?? []).map(disagreementOf));
  body.append(...(claim.evidence ?? []).map((evidence) => evidenceOf(evidence, current)));
  if (current && claim.why !== undefined) body.append(element('p', { class: 'by' }, claim.why));
  body.append(...claim.notes.map((note) => noteOf(note, current)));
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

function metaOf(claim: PanelClaim, current: boolean, saysUnnamed: boolean): readonly HTMLElement[] {
  const meta: HTMLElement[] = [];
  if (claim.state === 'changed' || claim.state === 'disagreement')
    meta.push(element('span', { class: 'word' }, stateWord(claim)));
  // Who disagrees is told below.
  const tags = claim.state === 'disagreement' && !current ? [] : claim.tags;
  for (const tag of tags) {
    const when = t('{0} by {1}, {2}', tag.label, tag.by, tag.when);
    const name = element(
      'span',
      { class: claim.state === 'changed' ? 'by' : 'word' },
      claim.state === 'changed' ? t('was {0}', tag.label.toLowerCase()) : tag.label,
    );
    const chip = element('span', { class: 'tag', title: when }, name, ' ', element('span', { class: 'by' }, tag.by));
    if (current)
      chip.append(tool('untag', tag.id, t('Remove tag {0}, given by {1}', tag.label, tag.by), icon('remove')));
    meta.push(chip);
  }
  for (const { by, when } of claim.reviews ?? [])
    meta.push(
      element(
        'span',
        { class: 'tag', title: when },
        element('span', { class: 'word' }, t('Reviewed')),
        ' ',
        byline(by),
      ),
    );
  if (saysUnnamed) meta.push(element('span', { class: 'unnamed' }, t('source not named')));
  if (claim.chain !== undefined) meta.push(element('span', { class: 'chain' }, t('from {0}', claim.chain)));
  meta.push(...claim.figures.map((figure) => element('span', { class: 'figure', title: t('Figure') }, figure)));
  if (claim.markedBy !== undefined) meta.push(element('span', { class: 'by' }, t('marked by {0}', claim.markedBy)));
  return meta;
}

const byline = (by: string): HTMLElement => element('span', { class: 'by' }, by);

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
  const said = element('span', {}, text, ' ', byline(by));
  if (current && isLink) said.append(' ', tool('openEvidence', id, t('Open {0}', text), t('Open')));
  if (current) said.append(tool('remove', id, t('Remove evidence by {0}', by), icon('remove')));
  return element('p', { class: 'note evidence', title: when }, icon('evidence'), said);
}

function noteOf(note: PanelClaim['notes'][number], current: boolean): HTMLElement {
  const by = element('span', { class: 'by', title: note.when }, note.by);
  const shown = element('p', { class: 'note' }, element('span', { class: 'note-text' }, note.text), ' ', by);
  if (current) shown.append(tool('remove', note.id, t('Remove note by {0}', note.by), icon('remove')));
  return shown;
}
