// One claim in the list: its facts, and while it is the current one, what can be done with it.
import { button, element, icon } from './dom.ts';
import { searchable } from './filters.ts';
import { t } from './l10n.ts';
import {
  limits,
  type PanelClaim,
  type PanelDisagreement,
  type PanelEvidence,
  type PanelSpeaker,
  type PanelTag,
} from './protocol.ts';
import { certaintyWords, claimLabel, quoted, stateWord, tagKeys } from './words.ts';

type Speaker = Pick<PanelSpeaker, 'name' | 'description'>;
type Tags = readonly { readonly tag: string; readonly label: string }[];

export interface ClaimView {
  readonly element: HTMLElement;
  readonly claim: () => PanelClaim;
  /** All that a search looks through, folded. */
  readonly searchable: () => string;
  readonly update: (claim: PanelClaim, speaker: Speaker, tags: Tags) => void;
  readonly setCurrent: (current: boolean) => void;
  /** The note being written; undefined closes it. The text is set only when it opens. */
  readonly setDraft: (draft: string | undefined) => HTMLTextAreaElement | undefined;
  /** Shows or hides the user's own tags, undefined the other way round; answers with the first one's button. */
  readonly showOwnTags: (shown: boolean | undefined) => HTMLElement | null;
  /** Shows or hides the fields for evidence; answers with the first. */
  readonly showProof: (shown: boolean) => HTMLInputElement | null;
  /** What stands in those fields. */
  readonly proof: () => Readonly<Record<string, string>>;
}

const shownWords = 2_000;

/** The reader's own tag, where it holds for the words as they stand now and nobody contradicts it: its key takes it back. */
export function ownTag({ state, tags }: PanelClaim, tag: string): PanelTag | undefined {
  if (state === 'changed' || state === 'disagreement') return undefined;
  return tags.find((given) => given.own && given.tag === tag);
}

export function createClaim(id: string): ClaimView {
  const facts = element('div', { class: 'facts' });
  const item = element('div', { class: 'claim', role: 'treeitem', tabindex: '-1', 'aria-level': '2' }, facts);
  item.dataset.claim = id;
  item.setAttribute('aria-keyshortcuts', 'Enter V D S N T E R X H Delete');
  let shown: { readonly claim: PanelClaim; readonly speaker: Speaker; readonly tags: Tags };
  let before = '';
  let haystack: string | undefined;
  let current = false;
  let actions: HTMLElement | undefined;
  let draft: HTMLElement | undefined;
  let proof: HTMLElement | undefined;

  const render = () => {
    facts.replaceChildren(...factsOf(shown.claim, current));
    item.setAttribute('aria-label', claimLabel(shown.claim, shown.speaker.name));
    item.classList.toggle('is-current', current);
    if (actions) press(actions, shown.claim);
  };
  const renderActions = () => {
    actions?.remove();
    actions = current ? actionsOf(shown.tags, shown.claim) : undefined;
    if (actions) facts.after(actions);
  };

  return {
    element: item,
    claim: () => shown.claim,
    searchable() {
      haystack ??= searchable(shown.claim, `${shown.speaker.name} ${shown.speaker.description ?? ''}`);
      return haystack;
    },
    update(claim, speaker, tags) {
      const now = JSON.stringify([claim, speaker.name, speaker.description]);
      const otherTags =
        actions !== undefined &&
        (JSON.stringify(tags) !== JSON.stringify(shown.tags) || claim.canReview !== shown.claim.canReview);
      shown = { claim, speaker, tags };
      if (otherTags) renderActions();
      if (now !== before || otherTags) render();
      if (now !== before) haystack = undefined;
      before = now;
    },
    setCurrent(now) {
      item.tabIndex = now ? 0 : -1;
      if (now === current) return;
      current = now;
      renderActions();
      render();
    },
    setDraft(text) {
      if (text === undefined) {
        draft?.remove();
        draft = undefined;
      } else if (!draft) {
        draft = draftOf(text);
        item.append(draft);
      }
      return draft?.querySelector('textarea') ?? undefined;
    },
    showProof(on) {
      proof?.remove();
      proof = on ? proofOf() : undefined;
      if (proof) item.append(proof);
      return proof?.querySelector('input') ?? null;
    },
    proof: () =>
      Object.fromEntries(
        [...(proof?.querySelectorAll('input') ?? [])].map((field) => [field.name, field.value.trim()] as const),
      ),
    showOwnTags(on) {
      const shows = actions?.classList.toggle('shows-own', on) ?? false;
      actions?.querySelector('[data-action=own]')?.setAttribute('aria-expanded', String(shows));
      return actions?.querySelector<HTMLElement>('.own button') ?? null;
    },
  };
}

function factsOf(claim: PanelClaim, current: boolean): readonly HTMLElement[] {
  const words = quoted(claim);
  const state = element('span', { class: `state is-${claim.state}`, title: stateWord(claim) }, icon(claim.state));
  const shown = words.length > shownWords ? `${words.slice(0, shownWords)}…` : words;
  const line = element('span', { class: 'line' }, element('span', { class: 'unseen' }, t('line ')), String(claim.line));
  line.title = t('Line {0}', claim.line);
  const body = element(
    'div',
    { class: 'body' },
    element('p', { class: `words kind-${claim.kind}` }, ...(differenceIn(claim) ?? wordsOf(claim, shown))),
  );
  const meta = metaOf(claim, current);
  if (meta.length > 0) body.append(element('div', { class: 'meta' }, ...meta));
  body.append(...(claim.behind ?? []).map((words) => element('p', { class: 'before' }, words)));
  body.append(...(claim.disagreements ?? []).map(disagreementOf));
  body.append(...(claim.evidence ?? []).map((evidence) => evidenceOf(evidence, current)));
  if (current && claim.why !== undefined) body.append(element('p', { class: 'by' }, claim.why));
  body.append(...claim.notes.map((note) => noteOf(note, current)));
  return [state, body, line];
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

function metaOf(claim: PanelClaim, current: boolean): readonly HTMLElement[] {
  const meta: HTMLElement[] = [];
  if (claim.state === 'changed' || claim.state === 'disagreement')
    meta.push(element('span', { class: 'word' }, stateWord(claim)));
  for (const tag of claim.tags) {
    const when = t('{0} by {1}, {2}', tag.label, tag.by, tag.when);
    const name = element(
      'span',
      { class: claim.state === 'changed' ? 'by' : 'word' },
      claim.state === 'changed' ? t('was {0}', tag.label.toLowerCase()) : tag.label,
    );
    const chip = element('span', { class: 'tag', title: when }, name, ' ', element('span', { class: 'by' }, tag.by));
    if (current)
      chip.append(button('untag', tag.id, t('Remove tag {0}, given by {1}', tag.label, tag.by), icon('remove')));
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
  if (claim.certainty !== 'asserted')
    meta.push(element('span', { class: 'certainty' }, certaintyWords(claim.certainty)));
  if (claim.unnamed) meta.push(element('span', { class: 'unnamed' }, t('source not named')));
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
  const shown = element('p', { class: 'note', title: when }, icon('evidence'), ' ', text, ' ', byline(by));
  if (current && isLink) shown.append(' ', button('openEvidence', id, t('Open {0}', text), t('Open')));
  if (current) shown.append(button('remove', id, t('Remove evidence by {0}', by), icon('remove')));
  return shown;
}

function noteOf(note: PanelClaim['notes'][number], current: boolean): HTMLElement {
  const by = element('span', { class: 'by', title: note.when }, note.by);
  const shown = element('p', { class: 'note' }, element('span', { class: 'note-text' }, note.text), ' ', by);
  if (current) shown.append(button('remove', note.id, t('Remove note by {0}', note.by), icon('remove')));
  return shown;
}

function actionsOf(tags: Tags, { canReview }: PanelClaim): HTMLElement {
  const builtIn = tags.filter(({ tag }) => tagKeys.has(tag)).map(tagButton);
  const own = tags.filter(({ tag }) => !tagKeys.has(tag)).map(tagButton);
  const note = button('note', '', t('Add note (N)'), icon('note'), t('Note'));
  const row = element('div', { class: 'verdicts' }, ...builtIn);
  const actions = element('div', { class: 'actions' }, row);
  if (own.length > 0) {
    const more = button('own', '', t('Own tags (T)'), icon('tagged'), t('Tags'));
    more.setAttribute('aria-expanded', 'false');
    row.append(more);
    actions.append(element('div', { class: 'own' }, ...own));
  }
  const evidence = button('evidence', '', t('Add evidence (E)'), icon('evidence'), t('Evidence'));
  const more = [
    button('history', '', t('Show what became of it (H)'), t('History')),
    button('reject', '', t('This is no claim (X)'), t('Not a claim')),
  ];
  if (canReview)
    row.prepend(button('review', '', t('Confirm what another editor verified (R)'), icon('reviewed'), t('Confirm')));
  row.append(note, evidence, ...more);
  return actions;
}

function tagButton({ tag, label }: Tags[number]): HTMLElement {
  const key = tagKeys.get(tag);
  const shape = tag === 'verified' || tag === 'disputed' || tag === 'needs-source' ? tag : 'tagged';
  const made = button('tag', tag, key ? `${label} (${key.toUpperCase()})` : label, icon(shape), label);
  made.classList.add('verdict');
  return made;
}

function press(actions: HTMLElement, claim: PanelClaim): void {
  for (const made of actions.querySelectorAll<HTMLElement>('[data-action=tag]')) {
    made.setAttribute('aria-pressed', String(ownTag(claim, made.dataset.value ?? '') !== undefined));
  }
}

function draftOf(text: string): HTMLElement {
  const area = element('textarea', {
    rows: '2',
    maxlength: String(limits.note),
    'aria-label': t('Note'),
    placeholder: t('Note. Enter saves, Escape cancels'),
  });
  area.value = text;
  const save = button('saveNote', '', t('Save note (Enter)'), t('Save'));
  const cancel = button('cancelNote', '', t('Cancel note (Escape)'), t('Cancel'));
  return element('div', { class: 'draft' }, area, element('div', { class: 'verdicts' }, save, cancel));
}

/** Where the evidence is to be found, where in it, and the words there. */
function proofOf(): HTMLElement {
  const field = (name: string, label: string) =>
    element('input', { name, type: 'text', 'aria-label': label, placeholder: label, maxlength: String(limits.note) });
  const save = button('saveEvidence', '', t('Save evidence (Enter)'), t('Save'));
  const cancel = button('cancelEvidence', '', t('Cancel evidence (Escape)'), t('Cancel'));
  return element(
    'div',
    { class: 'draft' },
    field('source', t('Link or file')),
    field('locator', t('Page, paragraph or time')),
    field('passage', t('The words there')),
    element('div', { class: 'verdicts' }, save, cancel),
  );
}
