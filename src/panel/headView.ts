// The panel's head: how much of the document is checked, and what the list is cut down to and ordered by.
import { type Entry, type Order, orders } from './arrange.ts';
import { element, field, icon, tool } from './dom.ts';
import { type Choice, type ChoiceGroup, filterGroups, passes } from './filters.ts';
import { t } from './l10n.ts';
import type { Memory } from './memory.ts';
import { limits, type PanelState } from './protocol.ts';
import { checkedWords, headed, summaryWords } from './words.ts';

type Document = Extract<PanelState, { type: 'document' }>;

export interface HeadView {
  readonly element: HTMLElement;
  readonly search: ReturnType<typeof field>;
  readonly filter: HTMLSelectElement;
  readonly speaker: HTMLSelectElement;
  readonly order: HTMLSelectElement;
  readonly update: (document: Document, entries: readonly Entry[], memory: Memory) => void;
  readonly setCompact: (compact: boolean) => void;
}

export function createHead(): HeadView {
  const title = element('h1', { class: 'unseen' });
  const checked = element('p', { class: 'checked' });
  const density = tool('density', '', t('Compact list (C)'));
  const progress = element('vscode-progress-bar', { 'aria-label': t('Claims checked') });
  const summary = element('p', { class: 'summary' });
  const search = field('search', t('Find claims'), limits.label);
  search.type = 'search';
  search.label = t('Find claims by words, speaker, figure, tag or note');
  search.title = t('Words, speaker, figure, tag or note (/)');
  search.setAttribute('aria-keyshortcuts', '/');
  const filter = element('select', { name: 'filter', 'aria-label': t('Show'), title: t('Show') });
  const speaker = element('select', { name: 'speaker', 'aria-label': t('Of speaker'), title: t('Of speaker') });
  const order = element('select', { name: 'order', 'aria-label': t('Order'), title: t('Order') });
  fill(order, [{ label: '', choices: orders.map((value) => ({ value, label: orderWords(value) })) }]);
  const notice = element('p', { class: 'notice' });
  const find = element('div', { class: 'find', role: 'search' }, search, filter, speaker);
  const first = element('div', { class: 'first' }, checked, order, density);
  const head = element('header', { class: 'head' }, title, first, progress, summary, find, notice);

  return {
    element: head,
    search,
    filter,
    speaker,
    order,
    update(document, entries, memory) {
      const { claims, checked: done } = document.summary;
      title.textContent = t('Claims in {0}', document.title);
      checked.textContent = checkedWords(document.summary);
      summary.textContent = summaryWords(document.summary);
      progress.hidden = find.hidden = order.hidden = density.hidden = claims === 0;
      progress.max = Math.max(1, claims);
      progress.value = done;
      notice.textContent = document.notice ?? '';
      notice.hidden = document.notice === undefined;
      const ofSpeaker = entries.filter(({ speakerKey }) => memory.speaker === '' || speakerKey === memory.speaker);
      fill(
        filter,
        counted(
          filterGroups(
            ofSpeaker.map(({ claim }) => claim),
            document,
          ),
        ),
      );
      fill(speaker, counted([{ label: '', choices: speakers(entries, memory) }]));
      choose(filter, memory.filter, 'all');
      choose(speaker, memory.speaker, '');
      choose(order, memory.order, 'speaker');
      speaker.hidden = filter.value === 'rejected';
    },
    setCompact(compact) {
      density.setAttribute('aria-pressed', String(compact));
      density.replaceChildren(icon(compact ? 'compact' : 'comfortable'));
    },
  };
}

function orderWords(order: Order): string {
  switch (order) {
    case 'speaker':
      return t('By speaker');
    case 'text':
      return t('In text order');
    case 'state':
      return t('By state');
  }
}

/** Everybody, then each speaker, with how many of their claims the filter lets through. */
function speakers(entries: readonly Entry[], { filter }: Memory): readonly Choice<string>[] {
  const counts = new Map<string, { label: string; count: number }>();
  let all = 0;
  for (const { claim, speaker, speakerKey } of entries) {
    const of = counts.get(speakerKey) ?? { label: headed(speaker.name), count: 0 };
    counts.set(speakerKey, of);
    if (!passes(claim, filter)) continue;
    of.count++;
    all++;
  }
  const each = [...counts].map(([value, { label, count }]) => ({ value, label, count }));
  return [{ value: '', label: t('All speakers'), count: all }, ...each];
}

interface Options {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

const counted = (groups: readonly (Omit<ChoiceGroup, 'choices'> & { readonly choices: readonly Choice<string>[] })[]) =>
  groups.map(({ label, choices }) => ({
    label,
    choices: choices.map((choice) => ({ value: choice.value, label: t('{0} ({1})', choice.label, choice.count) })),
  }));

/** Writes into the options that are there where they are the same ones, so that an open list stays open. */
function fill(select: HTMLSelectElement, groups: readonly Options[]): void {
  const choices = groups.flatMap((group) => group.choices);
  const options = [...select.options];
  if (options.length === choices.length && options.every(({ value }, place) => value === choices[place]?.value)) {
    for (const [place, { label }] of choices.entries()) options[place]!.textContent = label;
    return;
  }
  const made = groups.map((group) => {
    const inside = group.choices.map(({ value, label }) => element('option', { value }, label));
    return group.label === '' ? inside : [element('optgroup', { label: group.label }, ...inside)];
  });
  select.replaceChildren(...made.flat());
}

function choose(select: HTMLSelectElement, value: string, otherwise: string): void {
  select.value = [...select.options].some((option) => option.value === value) ? value : otherwise;
}
