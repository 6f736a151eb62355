// The panel's head: what the document holds, how much of it is checked, and the search and filter.
import { element } from './dom.ts';
import { type Filter, filterChoices } from './filters.ts';
import { t } from './l10n.ts';
import type { PanelState } from './protocol.ts';
import { checkedWords, summaryWords } from './words.ts';

type Document = Extract<PanelState, { type: 'document' }>;

export interface HeadView {
  readonly element: HTMLElement;
  readonly search: HTMLInputElement;
  readonly filter: HTMLSelectElement;
  readonly update: (document: Document, filter: Filter) => void;
}

export function createHead(): HeadView {
  const title = element('h1', { class: 'unseen' });
  const checked = element('p', { class: 'checked' });
  const progress = element('progress', { 'aria-label': t('Claims checked') });
  const summary = element('p', { class: 'summary' });
  const search = element('input', {
    type: 'search',
    'aria-label': t('Find claims by words, speaker, figure, tag or note'),
    'aria-keyshortcuts': '/',
    placeholder: t('Find claims'),
    title: t('Words, speaker, figure, tag or note (/)'),
    spellcheck: 'false',
  });
  const filter = element('select', { 'aria-label': t('Show') });
  const notice = element('p', { class: 'notice' });
  const find = element('div', { class: 'find' }, search, filter);
  const head = element('header', { class: 'head' }, title, checked, progress, summary, find, notice);

  return {
    element: head,
    search,
    filter,
    update(document, chosen) {
      title.textContent = t('Claims in {0}', document.title);
      checked.textContent = checkedWords(document.summary);
      summary.textContent = summaryWords(document.summary);
      progress.hidden = find.hidden = document.summary.claims === 0;
      progress.max = Math.max(1, document.summary.claims);
      progress.value = document.summary.checked;
      notice.textContent = document.notice ?? '';
      notice.hidden = document.notice === undefined;
      fillFilter(filter, document, chosen);
    },
  };
}

/** Writes into the options that are there, so that an open list stays open. */
function fillFilter(select: HTMLSelectElement, document: Document, chosen: Filter): void {
  const choices = filterChoices(document);
  while (select.options.length > choices.length) select.options[select.options.length - 1]?.remove();
  choices.forEach(({ filter, label, count }, place) => {
    const option = select.options[place] ?? select.appendChild(element('option'));
    option.value = filter;
    option.textContent = t('{0} ({1})', label, count);
  });
  select.value = choices.some(({ filter }) => filter === chosen) ? chosen : 'all';
}
