// One speaker in the list: the row with the name, and the group of claims under it.
import { element, icon, reconcile } from './dom.ts';
import { plural, t } from './l10n.ts';
import type { PanelSpeaker } from './protocol.ts';
import { describedAs, headed, unnamedWords } from './words.ts';

export interface SpeakerView {
  /** The tree item; holds the group. */
  readonly element: HTMLElement;
  readonly update: (speaker: PanelSpeaker, claims: readonly HTMLElement[]) => void;
  /** How many of the claims pass the filter, and whether they are unfolded. */
  readonly setShown: (shown: number, open: boolean) => void;
}

export function createSpeaker(key: string): SpeakerView {
  const name = element('span', { class: 'name' });
  const description = element('span', { class: 'description' });
  const unnamed = element('span', { class: 'unnamed' }, unnamedWords());
  const count = element('span', { class: 'count' });
  const row = element(
    'div',
    { class: 'row' },
    icon('twistie'),
    element('span', { class: 'who' }, name, description),
    unnamed,
    count,
  );
  const group = element('div', { role: 'group' });
  const item = element('div', { class: 'speaker', role: 'treeitem', tabindex: '-1', 'aria-level': '1' }, row, group);
  item.dataset.speaker = key;
  let label = '';
  let all = 0;

  return {
    element: item,
    update(speaker, claims) {
      name.textContent = headed(speaker.name);
      description.textContent = describedAs(speaker.description);
      unnamed.hidden = speaker.unnamed !== true;
      label = `${name.textContent}${description.textContent}${speaker.unnamed ? `, ${unnamedWords()}` : ''}`;
      row.title = label;
      all = claims.length;
      reconcile(group, claims);
    },
    setShown(shown, open) {
      item.hidden = shown === 0;
      group.hidden = !open;
      item.setAttribute('aria-expanded', String(open));
      const some =
        shown === all
          ? plural(all, '1 claim', '{0} claims')
          : plural(all, '{1} of 1 claim', '{1} of {0} claims', shown);
      count.textContent = shown === all ? t('{0}', all) : t('{0} of {1}', shown, all);
      item.setAttribute('aria-label', `${label}, ${some}`);
    },
  };
}
