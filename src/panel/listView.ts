// The list: a tree of which only the rows in view are in the page. What is being written in, or has the keyboard, stays.
import type { Tags } from './actionsView.ts';
import type { HeadingRow, Row } from './arrange.ts';
import { type ClaimView, createClaim } from './claimView.ts';
import { button, element, icon } from './dom.ts';
import { createHeading, type HeadingView } from './headingView.ts';
import { plural, t } from './l10n.ts';
import type { Memory } from './memory.ts';
import { createPinned } from './pinnedView.ts';
import type { PanelLost, PanelRejected } from './protocol.ts';
import { createVirtual, type Virtual } from './virtual.ts';

/** Which rows stand out, by key. */
export interface ListLook {
  readonly current: string | undefined;
  readonly picked: ReadonlySet<string>;
}

export interface ListView extends Pick<Virtual, 'place' | 'goTo' | 'refresh' | 'letGo'> {
  /** The part that scrolls. */
  readonly element: HTMLElement;
  readonly tree: HTMLElement;
  readonly show: (rows: readonly Row[], tags: Tags) => void;
  readonly setLook: (look: ListLook) => void;
  readonly setLost: (lost: readonly PanelLost[]) => void;
  /** What is no claim, in the claims' place. */
  readonly setRejected: (rejected: readonly PanelRejected[]) => void;
  /** From top to bottom, in view or not. */
  readonly rows: () => readonly Row[];
  readonly row: (key: string | undefined) => Row | undefined;
  readonly indexOf: (key: string | undefined) => number;
  /** A claim that is in the page. */
  readonly claim: (id: string | undefined) => ClaimView | undefined;
  /** Scrolls to a row, no further than needed, and answers with its element. */
  readonly bring: (key: string) => HTMLElement | undefined;
}

export function createList(memory: Memory): ListView {
  const tree = element('div', { class: 'tree', role: 'tree', 'aria-multiselectable': 'true' });
  tree.setAttribute('aria-label', t('Claims'));
  const lost = element('details', { class: 'lost', open: '' });
  const pinned = createPinned();
  const notClaims = element('ul', { class: 'rejected', 'aria-label': t('Not claims') });
  const scroll = element('main', { class: 'list' }, pinned.element, tree, notClaims, lost);
  const views = new Map<string, ClaimView | HeadingView>();
  let rows: readonly Row[] = [];
  let places = new Map<string, number>();
  let tags: Tags = [];
  let look: ListLook = { current: undefined, picked: new Set() };

  const rowOf = (key: string): Row | undefined => rows[places.get(key) ?? -1];

  function update(view: ClaimView | HeadingView, key: string): void {
    const row = rowOf(key);
    if (row?.type === 'claim' && view.type === 'claim') view.update(row, tags);
    else if (row?.type === 'heading' && view.type === 'heading') view.update(row);
  }

  const dress = (view: ClaimView | HeadingView, key: string) =>
    view.setLook({ current: key === look.current, picked: look.picked.has(key) });

  function claim(id: string | undefined): ClaimView | undefined {
    const view = id === undefined ? undefined : views.get(id);
    return view?.type === 'claim' ? view : undefined;
  }

  const headingOf = (key: string | undefined): HeadingRow | undefined => {
    const row = rowOf(key ?? '');
    return row?.type === 'claim' ? headingOf(row.under) : row;
  };

  /** Whose claims are at the top of the view is told there; the next heading pushes that out. */
  function pin(): void {
    const top = virtual.place()?.key;
    const heading = headingOf(top);
    const next = heading && rows.slice(places.get(top!)! + 1).find(({ type }) => type === 'heading');
    pinned.show(heading, next && virtual.below(next.key));
  }

  const virtual: Virtual = createVirtual(scroll, tree, {
    render(key) {
      const view = rowOf(key)?.type === 'heading' ? createHeading(key) : createClaim(key);
      views.set(key, view);
      update(view, key);
      dress(view, key);
      if (view.type === 'claim') view.setDraft(memory.drafts.get(key));
      return view.element;
    },
    drop: (key) => views.delete(key),
    isKept: (key) => key === look.current || memory.drafts.has(key) || claim(key)?.isWriting() === true,
    guess: (key) => (rowOf(key)?.type === 'heading' ? 30 : memory.compact ? 48 : 72),
    pinnedOver: (key) => (rowOf(key)?.type === 'claim' ? headingOf(key)?.key : undefined),
    moved: pin,
  });

  return {
    ...virtual,
    element: scroll,
    tree,
    claim,
    show(next, offered) {
      rows = next;
      places = new Map(next.map(({ key }, index) => [key, index]));
      tags = offered;
      tree.hidden = next.length === 0;
      for (const [key, view] of views) update(view, key);
      virtual.show(next.map(({ key }) => key));
    },
    setLook(next) {
      look = next;
      for (const [key, view] of views) dress(view, key);
      virtual.refresh();
    },
    setLost(given) {
      lost.hidden = given.length === 0;
      lost.replaceChildren(...lostOf(given));
    },
    setRejected(given) {
      notClaims.hidden = given.length === 0;
      notClaims.replaceChildren(...given.map(rejectedOf));
    },
    rows: () => rows,
    row: (key) => (key === undefined ? undefined : rowOf(key)),
    indexOf: (key) => (key === undefined ? -1 : (places.get(key) ?? -1)),
    bring(key) {
      virtual.reveal(key);
      return views.get(key)?.element;
    },
  };
}

function rejectedOf({ id, words, by, when, line }: PanelRejected): HTMLElement {
  const back = button('restore', id, t('Take back: {0}', t('Not a claim')), t('Take back'));
  return element(
    'li',
    {},
    element('p', {}, words),
    element('span', { class: 'line', title: t('Line {0}', line) }, String(line)),
    element('p', { class: 'by' }, t('Not a claim: {0}, {1}', by, when)),
    element('div', {}, back),
  );
}

function lostOf(lost: readonly PanelLost[]): readonly HTMLElement[] {
  const items = lost.map(({ what, words, by }) =>
    element(
      'li',
      {},
      element('span', { class: 'word' }, what),
      ' ',
      element('span', { class: 'by' }, by),
      element('p', { class: 'lost-words' }, words),
    ),
  );
  const title = element('span', { class: 'name' }, t('No longer in the text'));
  const count = element('vscode-badge', { variant: 'counter', class: 'count' }, t('{0}', lost.length));
  const summary = element('summary', { class: 'row' }, icon('twistie'), title, count);
  summary.title = plural(
    lost.length,
    '1 decision about words that are no longer in the text',
    '{0} decisions about words that are no longer in the text',
  );
  return [summary, element('ul', {}, ...items)];
}
