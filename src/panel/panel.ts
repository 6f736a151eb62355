// The page put together: snapshots come in, the reader's wishes go out; only the extension decides.
import { asOrder, type Entry, entriesOf } from './arrange.ts';
import { createBulk } from './bulkView.ts';
import { act, tagAll } from './deeds.ts';
import { element, isField } from './dom.ts';
import { asFilter, rejectedFor } from './filters.ts';
import { createFoot } from './footView.ts';
import { createHead } from './headView.ts';
import { listenToKeys } from './keyboard.ts';
import { plural } from './l10n.ts';
import { createList } from './listView.ts';
import { recall, toKeep } from './memory.ts';
import { doneSince, goBack, goOn, keepUnderMouse, type Leaving, open } from './onward.ts';
import { emptyOf, plainOf } from './plainView.ts';
import { type FromPanel, type PanelState, parseToPanel } from './protocol.ts';
import { createRows, isClaim } from './rows.ts';
import { isUnchecked } from './words.ts';

type Document = Extract<PanelState, { type: 'document' }>;
type Page = ReturnType<typeof createPage>;

/** What VS Code gives a webview's page. */
export interface Host {
  readonly postMessage: (message: FromPanel) => void;
  readonly getState: () => unknown;
  readonly setState: (state: unknown) => void;
}

/** Fills `root` and answers with what takes the extension's messages; anything else it is given is passed over. */
export function openPanel(root: HTMLElement, host: Host): (message: unknown) => void {
  const page = createPage(host);
  root.replaceChildren(page.element, page.plain);
  listenToMouse(root, page);
  listenToTyping(root, page);
  listenToFocus(root, page);
  listenToKeys({ ...page, root });
  showPlain(page, { type: 'loading' });
  host.postMessage({ type: 'ready' });

  return (message) => {
    const read = parseToPanel(message);
    if (read?.type === 'select') select(page, read.claim, read.focus);
    else if (read?.type === 'focus') takeKeyboard(page);
    else if (read?.state.type === 'document') showDocument(page, read.state);
    else if (read) showPlain(page, read.state);
  };
}

function createPage(host: Host) {
  const memory = recall(host.getState());
  const head = createHead();
  const list = createList(memory);
  const foot = createFoot();
  const bulk = createBulk();
  const empty = element('div', { class: 'empty' });
  list.element.prepend(empty);
  head.search.value = memory.search;
  const keep = () => host.setState(toKeep(memory));
  const rows = createRows(
    list,
    memory,
    () => {
      foot.say('');
      bulk.update(rows.picked().length, page.shown?.tags ?? []);
    },
    (passed) => {
      empty.hidden = passed > 0;
      keep();
    },
  );
  const setCompact = (compact: boolean) => {
    memory.compact = compact;
    page.element.classList.toggle('is-compact', compact);
    head.setCompact(compact);
    list.refresh();
    const current = rows.current();
    if (current) list.bring(current.key);
    keep();
  };
  const desk = { send: host.postMessage, memory, keep, rows, setCompact, clearFilters: () => clearFilters(page) };
  const page = {
    ...desk,
    head,
    foot,
    list,
    empty,
    element: element('div', { class: 'page' }, head.element, list.element, bulk.element, foot.element),
    /** Stands in the page's place while there is no document. */
    plain: element('main', { class: 'plain' }),
    /** Everything that the list shows under a heading takes a tag at once. */
    tagUnder: (heading: string, tag: string) => {
      const row = list.row(heading);
      if (row?.type === 'heading')
        tagAll(
          desk,
          row.claims.map(({ id }) => id),
          tag,
        );
    },
    goOnAfter: (claim: string, verdict: string) => {
      page.leaving = page.shown?.advances ? { claim, verdict, to: rows.next(isUnchecked) } : undefined;
    },
    act: (...deed: readonly [action: string, value: string, view: Parameters<typeof act>[3]]) => {
      const [action] = deed;
      page.isUndoing ||= (action === 'undo' || action === 'redo') && page.shown?.[action] !== undefined;
      act(desk, ...deed);
    },
    shown: undefined as Document | undefined,
    entries: [] as readonly Entry[],
    /** The claim that was given a verdict by key, and the one that is to be checked next. */
    leaving: undefined as Leaving | undefined,
    /** Undo or Redo was asked for here: what it changes is gone to. */
    isUndoing: false,
    /** The text's cursor is in this claim, which has not been told of yet. */
    awaited: undefined as string | undefined,
  };
  setCompact(memory.compact);
  bulk.update(0, []);
  return page;
}

function showPlain(page: Page, state: Exclude<PanelState, Document>): void {
  page.shown = undefined;
  page.element.hidden = true;
  page.plain.hidden = false;
  page.plain.replaceChildren(...plainOf(state));
}

function showDocument(page: Page, next: Document): void {
  const { head, list, rows, memory, foot, shown } = page;
  const focused = list.tree.contains(document.activeElement) ? (document.activeElement as HTMLElement) : undefined;
  const was = rows.current();
  const before = page.entries;
  const pressed = focused?.closest('.actions') ? focused.getBoundingClientRect().top : undefined;
  page.element.hidden = false;
  page.plain.hidden = true;
  page.shown = next;
  page.entries = entriesOf(next);
  const isOther = next.title !== memory.title;
  if (isOther) {
    Object.assign(memory, { title: next.title, speaker: '', top: undefined });
    memory.collapsed.clear();
    foot.say('');
  }
  head.update(next, page.entries, memory);
  foot.offer(next.undo, next.redo, next.summary.claims > 0);
  memory.filter = asFilter(head.filter.value);
  memory.speaker = head.speaker.value;
  list.setLost(next.lost);
  page.empty.replaceChildren(...emptyOf(next.summary.claims));
  rows.take(page.entries, next.tags);
  rows.layout();
  showRejected(page);
  if (shown?.title !== next.title) {
    if (memory.top) list.goTo(memory.top);
    else list.element.scrollTop = 0;
  }
  restoreFocus(page, focused);
  if (pressed !== undefined) keepUnderMouse(page, pressed);
  if (page.awaited !== undefined) select(page, page.awaited, false);
  goOn(page, was?.key);
  const done = shown?.title === next.title ? doneSince(shown, next) : undefined;
  if (done !== undefined && page.isUndoing) goBack(page, before);
  if (done !== undefined) foot.say(done);
}

/** Shows what is no claim where that is asked for; whether there is any. */
function showRejected({ list, memory, shown, empty, head }: Page): boolean {
  const isAsked = memory.filter === 'rejected';
  const had = list.element.querySelector('.rejected')?.contains(document.activeElement);
  const found = isAsked ? rejectedFor(memory.search, shown?.rejected ?? []) : [];
  list.setRejected(found);
  if (found.length > 0) empty.hidden = true;
  if (had) (list.element.querySelector<HTMLElement>('.rejected [data-action]') ?? head.filter).focus();
  return found.length > 0;
}

/** What has lost the keyboard gets it back; of what is gone, the current row takes it. */
function restoreFocus({ rows }: Page, focused: HTMLElement | undefined): void {
  if (!focused || document.activeElement === focused) return;
  if (focused.isConnected && !focused.closest('[hidden]')) focused.focus({ preventScroll: true });
  else if (!document.activeElement?.closest('.tree')) rows.go(rows.current()?.key);
}

/** Follows the cursor in the text. Never answers, so that the two cannot chase each other, nor moves a reader who is in the page. */
function select(page: Page, id: string | undefined, focus: boolean): void {
  const { list, rows, entries } = page;
  const isHere = entries.some(({ claim }) => claim.id === id);
  page.awaited = isHere ? undefined : id;
  if (!isHere && focus) takeKeyboard(page);
  if (id === undefined || !isHere) return;
  if (!focus && (id === rows.current()?.key || isBusy(page))) return;
  rows.unfold(id);
  if (list.indexOf(id) < 0 && focus) clearFilters(page);
  const row = open(page, id);
  if (focus) row?.focus({ preventScroll: true });
}

/** The keyboard is in the page, or something is being written in the claim that is open. */
function isBusy({ rows, list, memory }: Page): boolean {
  const open = rows.current()?.key ?? '';
  const isWritten = (memory.drafts.get(open) ?? '').trim() !== '' || list.claim(open)?.isWriting() === true;
  return isWritten || (document.hasFocus() && document.activeElement !== document.body);
}

/** The keyboard comes to the panel, and no claim is meant: it goes where the reader last was. */
function takeKeyboard({ shown, rows, head, plain }: Page): void {
  if (!shown) plain.querySelector<HTMLElement>('[data-action]')?.focus();
  else if (rows.current()) rows.go(rows.current()?.key);
  else head.search.focus();
}

function clearFilters(page: Page): void {
  const { head, rows } = page;
  head.search.value = head.speaker.value = '';
  head.filter.value = 'all';
  find(page);
  if (document.activeElement === document.body) rows.go(rows.current()?.key);
}

function find(page: Page): void {
  const { head, memory, rows, list, foot, shown, entries } = page;
  memory.search = head.search.value;
  memory.filter = asFilter(head.filter.value);
  memory.speaker = head.speaker.value;
  memory.order = asOrder(head.order.value);
  if (shown) head.update(shown, entries, memory);
  rows.openAllInSearch();
  rows.layout();
  const all = memory.search === '' && memory.filter === 'all' && memory.speaker === '';
  const passed = list.rows().reduce((sum, row) => sum + Number(isClaim(row)), 0);
  const isOfOthers = showRejected(page);
  foot.say(all || isOfOthers ? '' : plural(passed, '1 claim shown', '{0} claims shown'));
}

function listenToMouse(root: HTMLElement, { list, rows, act }: Page): void {
  root.addEventListener('mousedown', (event) => {
    // A row takes the keyboard on the click: before it, what unfolds there would slide from under the pointer.
    const target = event.target as Element;
    if (target.closest('.tree') && !target.closest('[data-action]') && !isField(target)) event.preventDefault();
  });
  root.addEventListener('click', (event) => {
    const target = event.target as Element;
    const pressed = target.closest<HTMLElement>('[data-action]');
    const item = target.closest<HTMLElement>('[role=treeitem]');
    const row = list.row(item?.dataset.claim ?? item?.dataset.heading);
    const view = list.claim(item?.dataset.claim);
    if (pressed) return act(pressed.dataset.action ?? '', pressed.dataset.value ?? '', view);
    if (!row || isField(target)) return;
    const isPicking = isClaim(row) && (event.ctrlKey || event.metaKey || event.shiftKey);
    if (isPicking && event.shiftKey) rows.pickTo(row.key);
    else if (isPicking) rows.pick(row.key);
    rows.go(row.key);
    if (isPicking) return;
    if (row.type === 'heading') rows.fold(row.key, !row.open);
    else act('reveal', event.detail > 1 ? 'focus' : '', view);
  });
}

function listenToTyping(root: HTMLElement, page: Page): void {
  const { head, list, memory, keep } = page;
  root.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    const id = target.closest<HTMLElement>('.claim')?.dataset.claim;
    if (id !== undefined) memory.drafts.set(id, target.value);
    keep();
  });
  head.search.addEventListener('input', () => find(page));
  for (const select of [head.filter, head.speaker, head.order]) select.addEventListener('change', () => find(page));
  list.element.addEventListener('scrollend', () => {
    memory.top = list.place();
    keep();
  });
}

/** Coming back from the text, the browser gives the keyboard to the row that had it; the claim chosen there meanwhile goes first. */
function listenToFocus(root: HTMLElement, { rows }: Page): void {
  let away = false;
  window.addEventListener('blur', () => {
    away = true;
  });
  root.addEventListener('focusin', (event) => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('[role=treeitem]');
    const back = away;
    away = false;
    if (back && target === row) rows.go(rows.current()?.key);
    else if (row) rows.setCurrent(row.dataset.claim ?? row.dataset.heading);
  });
}
