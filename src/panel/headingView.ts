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

/** What the row says, and how to a screen reader. */
export interface HeadingLine {
  readonly element: HTMLElement;
  readonly update: (row: HeadingRow) => string;
}

export function createHeading(key: string): HeadingView {
  const merge = tool('mergeSpeaker', '', t('Same as…: another speaker of the list (M)'), t('Same as…'));
  const line = createHeadingLine(merge);
  const item = element('div', { class: 'heading', role: 'treeitem', tabindex: '-1', 'aria-level': '1' }, line.element);
  item.dataset.heading = key;

  return {
    type: 'heading',
    element: item,
    update(row) {
      const [first] = row.claims;
      merge.dataset.value = first?.id ?? '';
      merge.hidden = row.about.type !== 'speaker' || first?.unattributed === true;
      item.setAttribute('aria-expanded', String(row.open));
      item.setAttribute('aria-label', line.update(row));
      item.setAttribute('aria-posinset', String(row.place));
      item.setAttribute('aria-setsize', String(row.of));
    },
    setLook({ current }) {
      item.tabIndex = current ? 0 : -1;
      item.classList.toggle('is-current', current);
    },
  };
}

/** `tools` stand at its end. */
export function createHeadingLine(...tools: readonly HTMLElement[]): HeadingLine {
  const name = element('span', { class: 'name' });
  const description = element('span', { class: 'description' });
  const unnamed = element('span', { class: 'unnamed' }, unnamedWords());
  const count = element('vscode-badge', { variant: 'counter', class: 'count' });
  const sign = element('span', { class: 'state' });
  const who = element('span', { class: 'who' }, name, description);
  const line = element('div', { class: 'row' }, icon('twistie'), sign, who, unnamed, count, ...tools);

  return {
    element: line,
    update({ about, claims, all }) {
      const speaker = about.type === 'speaker' ? about.speaker : undefined;
      name.textContent = about.type === 'speaker' ? headed(about.speaker.name) : stateWords(about.state);
      description.textContent = describedAs(speaker?.description);
      unnamed.hidden = speaker?.unnamed !== true;
      sign.hidden = about.type !== 'state';
      sign.className = about.type === 'state' ? `state is-${about.state}` : '';
      sign.replaceChildren(...(about.type === 'state' ? [icon(about.state)] : []));
      const label = `${name.textContent}${description.textContent}${unnamed.hidden ? '' : `, ${unnamedWords()}`}`;
      line.title = label;
      const shown = claims.length;
      const some =
        shown === all
          ? plural(all, '1 claim', '{0} claims')
          : plural(all, '{1} of 1 claim', '{1} of {0} claims', shown);
      count.textContent = shown === all ? t('{0}', all) : t('{0} of {1}', shown, all);
      return `${label}, ${some}`;
    },
  };
}
