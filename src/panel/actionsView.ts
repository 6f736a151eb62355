// What can be done with the claim that is the current one: its buttons, and the fields that some of them open.
import { button, element, field, icon, tool } from './dom.ts';
import { t } from './l10n.ts';
import { limits, type PanelClaim, type PanelState } from './protocol.ts';
import { ownTag, tagKeys } from './words.ts';

export type Tags = Extract<PanelState, { type: 'document' }>['tags'];

export function actionsOf(tags: Tags, claim: PanelClaim): HTMLElement {
  const own = tags.filter(({ tag }) => !tagKeys.has(tag));
  const first = element('div', { class: 'verdicts' }, ...verdicts(tags));
  if (claim.canReview)
    first.append(button('review', '', t('Confirm what another editor verified (R)'), icon('reviewed'), t('Confirm')));
  const more = element(
    'div',
    { class: 'tools' },
    tool('note', '', t('Add note (N)'), icon('note'), t('Note')),
    tool('evidence', '', t('Add evidence (E)'), icon('evidence'), t('Evidence')),
  );
  const actions = element('div', { class: 'actions' }, first, more);
  if (own.length > 0) {
    const unfold = tool('own', '', t('Tags of your own (T)'), icon('tagged'), t('Tags'));
    unfold.setAttribute('aria-expanded', 'false');
    more.append(unfold);
    actions.append(element('div', { class: 'own' }, ...own.map(tagButton)));
  }
  more.append(
    tool('pickSpeaker', '', t('Speaker…: somebody else says it (P)'), t('Speaker…')),
    tool('bound', '', t('Bounds: the words selected in the text (B)'), t('Bounds')),
    tool('reject', '', t('Not a claim (X)'), t('Not a claim')),
  );
  if (hasHistory(claim)) more.append(tool('history', '', t('History: what became of it (H)'), t('History')));
  const { elsewhere } = claim;
  if (elsewhere !== undefined && givesVerdict(claim))
    more.append(
      tool(
        'applyElsewhere',
        '',
        t('Also elsewhere ({0}): the same verdict for the same words (A)', elsewhere),
        t('Also elsewhere ({0})', elsewhere),
      ),
    );
  press(actions, claim);
  return actions;
}

/** The buttons of the built-in tags. */
export const verdicts = (tags: Tags): readonly HTMLElement[] =>
  tags.filter(({ tag }) => tagKeys.has(tag)).map(tagButton);

/** Something that was decided about it stands. */
const hasHistory = ({ tags, notes, evidence, reviews, corrections, disagreements, markedBy }: PanelClaim): boolean =>
  [tags, notes, evidence, reviews, corrections, disagreements].some((given) => given && given.length > 0) ||
  markedBy !== undefined;

const givesVerdict = (claim: PanelClaim): boolean => [...tagKeys.keys()].some((tag) => ownTag(claim, tag));

function tagButton({ tag, label }: Tags[number]): HTMLElement {
  const key = tagKeys.get(tag);
  const shape = tag === 'verified' || tag === 'disputed' || tag === 'needs-source' ? tag : 'tagged';
  return button('tag', tag, key ? t('{0} ({1})', label, key.toUpperCase()) : label, icon(shape), label);
}

/** The tags that the reader gave are buttons pressed. */
export function press(actions: HTMLElement, claim: PanelClaim): void {
  for (const made of actions.querySelectorAll<HTMLElement>('[data-action=tag]')) {
    made.setAttribute('aria-pressed', String(ownTag(claim, made.dataset.value ?? '') !== undefined));
  }
}

export function draftOf(text: string): HTMLElement {
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
export function proofOf(): HTMLElement {
  const save = button('saveEvidence', '', t('Save evidence (Enter)'), t('Save'));
  const cancel = button('cancelEvidence', '', t('Cancel evidence (Escape)'), t('Cancel'));
  return element(
    'div',
    { class: 'draft' },
    field('source', t('Link or file'), limits.note),
    field('locator', t('Page, paragraph or time'), limits.note),
    field('passage', t('The words there'), limits.note),
    element('div', { class: 'verdicts' }, save, cancel),
  );
}
