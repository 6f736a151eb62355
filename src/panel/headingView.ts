// The row above the claims of one speaker, or of one state.
import type { HeadingRow } from './arrange.ts';
import { element, icon, tool } from './dom.ts';
import { plural, t } from './l10n.ts';
import { describedAs, headed, stateWords, unnamedWords } from './words.ts';

export interface HeadingView {
  readonly type: 'heading';
  readonly element: HTMLElement;
  readonly update: (row: HeadingRow) => void;
  readonly setLook: (look: { readonly current: boolean }) => void;
}

export function createHeading(key: string): HeadingView {
  const name = element('span', { class: 'name' });
  const description = element('span', { class: 'description' });
  const unnamed = element('span', { class: 'unnamed' }, unnamedWords());
  const count = element('vscode-badge', { variant: 'counter', class: 'count' });
  const merge = tool('mergeSpeaker', '', t('Same as…: another speaker of the list (M)'), t('Same as…'));
  const sign = element('span', { class: 'state' });
  const row = element(
    'div',
    { class: 'row' },
    icon('twistie'),
    sign,
    element('span', { class: 'who' }, element('span', { class: 'named' }, name, description), ' ', merge),
    unnamed,
    count,
  );
  const item = element('div', { class: 'heading', role: 'treeitem', tabindex: '-1', 'aria-level': '1' }, row);
  item.dataset.heading = key;

  return {
    type: 'heading',
    element: item,
    update({ about, claims, all, open, place, of }) {
      const speaker = about.type === 'speaker' ? about.speaker : undefined;
      name.textContent = about.type === 'speaker' ? headed(about.speaker.name) : stateWords(about.state);
      description.textContent = describedAs(speaker?.description);
      unnamed.hidden = speaker?.unnamed !== true;
      merge.dataset.value = claims[0]?.id ?? '';
      merge.hidden = speaker === undefined || claims[0]?.unattributed === true;
      sign.hidden = about.type !== 'state';
      sign.className = about.type === 'state' ? `state is-${about.state}` : '';
      sign.replaceChildren(...(about.type === 'state' ? [icon(about.state)] : []));
      const label = `${name.textContent}${description.textContent}${unnamed.hidden ? '' : `, ${unnamedWords()}`}`;
      row.title = label;
      const shown = claims.length;
      const some =
        shown === all
          ? plural(all, '1 claim', '{0} claims')
          : plural(all, '{1} of 1 claim', '{1} of {0} claims', shown);
      count.textContent = shown === all ? t('{0}', all) : t('{0} of {1}', shown, all);
      item.setAttribute('aria-expanded', String(open));
      item.setAttribute('aria-label', `${label}, ${some}`);
      item.setAttribute('aria-posinset', String(place));
      item.setAttribute('aria-setsize', String(of));
    },
    setLook({ current }) {
      item.tabIndex = current ? 0 : -1;
      item.classList.toggle('is-current', current);
    },
  };
}
