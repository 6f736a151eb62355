// The page put together: snapshots come in, the reader's wishes go out; only the extension decides.
import { act, tagAll } from './deeds.ts';
import { button, element } from './dom.ts';
import { asFilter } from './filters.ts';
import { createFoot } from './footView.ts';
import { createHead } from './headView.ts';
import { listenToKeys } from './keyboard.ts';
import { plural, t } from './l10n.ts';
import { createList } from './listView.ts';
import { recall, toKeep } from './memory.ts';
import { type FromPanel, type PanelState, parseToPanel } from './protocol.ts';
import { createRows, isClaim } from './rows.ts';
import { emptyWords, stateWord } from './words.ts';

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
  listenToKeys({ ...page.rows, ...page, root, tree: page.list.tree, search: page.head.search, rows: page.list.rows });
  showPlain(page, { type: 'loading' });
  host.postMessage({ type: 'ready' });

  return (message) => {
    const read = parseToPanel(message);
    if (read?.type === 'select') select(page, read.claim, read.focus);
    else if (read?.state.type === 'document') showDocument(page, read.state);
    else if (read) showPlain(page, read.state);
  };
}

function createPage(host: Host) {
  const memory = recall(host.getState());
  const head = createHead();
  const list = createList();
  const foot = createFoot();
  const empty = element('p', { class: 'empty' });
  list.element.prepend(empty);
  head.search.value = memory.search;
  const keep = () => host.setState(toKeep(memory));
  const rows = createRows(
    list,
    memory,
    () => foot.say(''),
    (passed) => {
      empty.hidden = passed > 0;
      keep();
    },
  );
  const desk = { send: host.postMessage, memory, keep, foot, rows };
  return {
    ...desk,
    head,
    list,
    empty,
    element: element('div', { class: 'page' }, head.element, list.element, foot.element),
    /** Stands in the page's place while there is no document. */
    plain: element('main', { class: 'plain' }),
    claim: list.claim,
    /** Everything that the list shows of one speaker's takes a tag at once. */
    tagSpeaker: (row: HTMLElement, tag: string) => tagAll(desk, list.claimsOf(row), tag),
    act: (...deed: readonly [action: string, value: string, view: Parameters<typeof act>[3]]) => act(desk, ...deed),
    shown: undefined as Document | undefined,
    selected: undefined as string | undefined,
  };
}

function showPlain(page: Page, state: Exclude<PanelState, Document>): void {
  page.shown = undefined;
  page.element.hidden = true;
  page.plain.hidden = false;
  if (state.type === 'loading') {
    const reading = element('p', { role: 'status' }, t('Reading the text…'));
    page.plain.replaceChildren(reading, element('progress', { 'aria-label': t('Reading') }));
    return;
  }
  const treat = button('treatAsSeed', '', t('Treat as seed'), t('Treat as seed'));
  treat.classList.add('primary');
  page.plain.replaceChildren(element('p', {}, state.message), ...(state.canTreatAsSeed ? [treat] : []));
}

function showDocument(page: Page, next: Document): void {
  const { head, list, rows, memory, foot, shown } = page;
  const focused = list.tree.contains(document.activeElement) ? (document.activeElement as HTMLElement) : undefined;
  const was = rows.currentClaim()?.claim();
  page.element.hidden = false;
  page.plain.hidden = true;
  page.shown = next;
  if (next.title !== memory.title) {
    memory.title = next.title;
    memory.collapsed.clear();
    memory.scroll = 0;
    foot.say('');
  }
  head.update(next, memory.filter);
  foot.offer(next.undo, next.redo);
  memory.filter = asFilter(head.filter.value);
  list.update(next);
  for (const [id, draft] of memory.drafts) list.claim(id)?.setDraft(draft);
  page.empty.textContent = emptyWords(next);
  rows.layout();
  rows.mark(page.selected);
  if (shown?.title !== next.title) list.element.scrollTop = memory.scroll;
  restoreFocus(page, focused);
  const now = list.claim(was?.id)?.claim();
  if (was && now && now.state !== was.state) foot.say(stateWord(now));
}

/** What was moved in the page has lost the keyboard and gets it back; of what is gone or hidden, the current row takes it. */
function restoreFocus({ rows }: Page, focused: HTMLElement | undefined): void {
  if (!focused) return;
  if (!focused.isConnected || focused.closest('[hidden]')) rows.go(rows.current());
  else if (document.activeElement !== focused) focused.focus({ preventScroll: true });
}

/** Follows the cursor in the text. Never answers, so that the two cannot chase each other, nor moves a reader who is in the list. */
function select(page: Page, id: string | undefined, focus: boolean): void {
  const { list, rows } = page;
  page.selected = id;
  rows.mark(id);
  const row = list.claim(id)?.element;
  const busy = document.hasFocus() && list.tree.contains(document.activeElement);
  if (!row && focus) takeKeyboard(page);
  if (!row || (busy && !focus)) return;
  if (row.hidden && focus) {
    page.head.search.value = '';
    page.head.filter.value = 'all';
    find(page);
  }
  rows.unfold(row);
  if (!list.rows().includes(row)) return;
  if (focus) row.focus({ preventScroll: true });
  rows.setCurrent(row);
  rows.scrollTo(row);
}

/** The keyboard comes to the panel, and no claim is meant: it goes where the reader last was. */
function takeKeyboard({ shown, rows, head, plain }: Page): void {
  if (!shown) plain.querySelector('button')?.focus();
  else if (rows.current()) rows.go(rows.current());
  else head.search.focus();
}

function find({ head, memory, rows, list, foot }: Page): void {
  memory.search = head.search.value;
  memory.filter = asFilter(head.filter.value);
  rows.openAllInSearch();
  rows.layout();
  const all = memory.search === '' && memory.filter === 'all';
  foot.say(all ? '' : plural(list.rows().filter(isClaim).length, '1 claim shown', '{0} claims shown'));
}

function listenToMouse(root: HTMLElement, { list, rows, act }: Page): void {
  root.addEventListener('mousedown', (event) => {
    // A row takes the keyboard on the click: before it, what unfolds there would slide from under the pointer.
    const target = event.target as Element;
    if (target.closest('.tree') && !target.closest('button, textarea, input')) event.preventDefault();
  });
  root.addEventListener('click', (event) => {
    const target = event.target as Element;
    const pressed = target.closest<HTMLElement>('[data-action]');
    const row = target.closest<HTMLElement>('[role=treeitem]');
    const view = list.claim(row?.dataset.claim);
    if (pressed) return act(pressed.dataset.action ?? '', pressed.dataset.value ?? '', view);
    if (!row || target.closest('textarea, input')) return;
    rows.go(row);
    if (isClaim(row)) act('reveal', event.detail > 1 ? 'focus' : '', view);
    else rows.fold(row, row.getAttribute('aria-expanded') !== 'true');
  });
}

function listenToTyping(root: HTMLElement, page: Page): void {
  const { head, list, memory, keep } = page;
  root.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement) || !target.closest('.draft')) return;
    const id = target.closest<HTMLElement>('.claim')?.dataset.claim;
    if (id !== undefined) memory.drafts.set(id, target.value);
    keep();
  });
  head.search.addEventListener('input', () => find(page));
  head.filter.addEventListener('change', () => find(page));
  list.element.addEventListener('scrollend', () => {
    memory.scroll = Math.round(list.element.scrollTop);
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
    if (back && target === row) rows.go(rows.current());
    else if (row) rows.setCurrent(row);
  });
}
