// The page's state and what its events do: snapshots come in, the reader's wishes go out; only the extension decides.
import { type ClaimView, isGiven } from './claimView.ts';
import { button, element } from './dom.ts';
import { asFilter } from './filters.ts';
import { createHead } from './headView.ts';
import { listenToKeys } from './keyboard.ts';
import { createList } from './listView.ts';
import { recall, toKeep } from './memory.ts';
import { type FromPanel, type PanelState, parseToPanel } from './protocol.ts';
import { counted, emptyWords, hint, stateWord } from './words.ts';

type Document = Extract<PanelState, { type: 'document' }>;

/** What VS Code gives a webview's page. */
export interface Host {
  readonly postMessage: (message: FromPanel) => void;
  readonly getState: () => unknown;
  readonly setState: (state: unknown) => void;
}

/** Fills `root` and answers with what takes the extension's messages; anything else it is given is passed over. */
export function openPanel(root: HTMLElement, host: Host): (message: unknown) => void {
  const memory = recall(host.getState());
  const head = createHead();
  const list = createList();
  const plain = element('div', { class: 'plain' });
  const empty = element('p', { class: 'empty' });
  const status = element('span', { class: 'status', role: 'status' });
  const undo = button('undo', '', 'Undo (U)', 'Undo');
  const keys = element('span', { class: 'hint', title: hint }, hint);
  const foot = element('footer', { class: 'foot' }, keys, status, undo);
  const page = element('div', { class: 'page', hidden: '' }, head.element, list.element, foot);
  list.element.prepend(empty);
  root.replaceChildren(page, plain);

  let shown: Document | undefined;
  let current: HTMLElement | undefined;
  let selected: string | undefined;
  let undoing: FromPanel | undefined;
  let foldedInSearch = new Set<string>();

  const keep = () => host.setState(toKeep(memory));
  const currentClaim = (): ClaimView | undefined => list.claim(current?.dataset.claim);
  const hasKeyboard = () => document.hasFocus() && list.tree.contains(document.activeElement);

  function say(words: string, back?: FromPanel): void {
    status.textContent = words;
    undoing = back;
    undo.hidden = back === undefined;
    keys.hidden = words !== '';
  }

  function setCurrent(row: HTMLElement | undefined): void {
    if (row === current) return;
    if (current?.dataset.speaker !== undefined) current.tabIndex = -1;
    currentClaim()?.setCurrent(false);
    current = row;
    if (row?.dataset.speaker !== undefined) row.tabIndex = 0;
    currentClaim()?.setCurrent(true);
  }

  function go(row: HTMLElement | undefined): void {
    if (!row) return;
    setCurrent(row);
    row.focus({ preventScroll: true });
    scrollTo(row);
  }

  function scrollTo(row: HTMLElement): void {
    (row.querySelector(':scope > .row') ?? row).scrollIntoView({ block: 'nearest' });
  }

  /** Shows and hides rows; where the current one went, the next that is left becomes current. */
  function layout(): number {
    const before = list.rows();
    const passed = list.layout(memory, foldedInSearch);
    const rows = new Set(list.rows());
    if (!current || !rows.has(current)) {
      const place = current ? before.indexOf(current) : -1;
      const after = before.slice(place + 1).find((row) => rows.has(row) && (!current || isClaim(row)));
      const earlier = before.slice(0, Math.max(place, 0)).findLast((row) => rows.has(row));
      setCurrent(after ?? earlier ?? list.rows()[0]);
    }
    empty.hidden = passed > 0;
    if (shown) empty.textContent = emptyWords(shown, memory.search !== '' || memory.filter !== 'all');
    return passed;
  }

  function showDocument(document: Document): void {
    const first = shown === undefined;
    if (document.title !== memory.title)
      Object.assign(memory, { title: document.title, collapsed: new Set(), scroll: 0 });
    const focused = rootFocus();
    const was = currentClaim()?.claim();
    if (shown && shown.title !== document.title) say('');
    shown = document;
    head.update(document, memory.filter);
    memory.filter = asFilter(head.filter.value);
    list.update(document);
    for (const [id, draft] of memory.drafts) list.claim(id)?.setDraft(draft);
    layout();
    markSelected(selected);
    if (first) list.element.scrollTop = memory.scroll;
    restoreFocus(focused);
    const now = list.claim(was?.id)?.claim();
    if (was && now && now.state !== was.state && !undoing) say(stateWord(now));
    keep();
  }

  function rootFocus(): HTMLElement | undefined {
    const focused = document.activeElement;
    return focused instanceof HTMLElement && list.tree.contains(focused) ? focused : undefined;
  }

  /** What was moved in the page has lost the keyboard and gets it back; of what is gone or hidden, the current row takes it. */
  function restoreFocus(focused: HTMLElement | undefined): void {
    if (!focused) return;
    if (!focused.isConnected || focused.closest('[hidden]')) go(current);
    else if (document.activeElement !== focused) focused.focus({ preventScroll: true });
  }

  function showPlain(state: Exclude<PanelState, Document>): void {
    shown = undefined;
    if (state.type === 'loading') {
      plain.replaceChildren(
        element('p', { role: 'status' }, 'Reading the text…'),
        element('progress', { 'aria-label': 'Reading' }),
      );
      return;
    }
    const message = element('p', {}, state.message);
    const treat = button('treatAsSeed', '', 'Treat as seed', 'Treat as seed');
    treat.classList.add('primary');
    plain.replaceChildren(message, ...(state.canTreatAsSeed ? [treat] : []));
  }

  function markSelected(id: string | undefined): void {
    for (const old of list.tree.querySelectorAll('.is-selected')) {
      old.classList.remove('is-selected');
      old.removeAttribute('aria-current');
    }
    selected = id;
    const row = list.claim(id)?.element;
    row?.classList.add('is-selected');
    row?.setAttribute('aria-current', 'true');
  }

  /** Follows the cursor in the text. Never answers, so that the two cannot chase each other. */
  function select(id: string | undefined, focus: boolean): void {
    markSelected(id);
    const row = list.claim(id)?.element;
    if (!row || (!focus && hasKeyboard())) return;
    if (row.hidden && focus) showAll();
    unfold(row);
    if (!list.rows().includes(row)) return;
    if (focus) go(row);
    else {
      setCurrent(row);
      scrollTo(row);
    }
  }

  function showAll(): void {
    memory.search = head.search.value = '';
    memory.filter = 'all';
    head.filter.value = 'all';
    layout();
    keep();
  }

  function folded(): Set<string> {
    return memory.search.trim() === '' ? memory.collapsed : foldedInSearch;
  }

  function unfold(row: HTMLElement): void {
    const key = row.parentElement?.closest<HTMLElement>('.speaker')?.dataset.speaker;
    if (key === undefined || !folded().delete(key)) return;
    layout();
    keep();
  }

  function fold(row: HTMLElement, open: boolean): void {
    const key = row.dataset.speaker ?? '';
    if (open) folded().delete(key);
    else folded().add(key);
    layout();
    keep();
  }

  function toggleTag(view: ClaimView, tag: string): void {
    const claim = view.claim().id;
    if (isGiven(view.claim(), tag)) removeTag(view, tag);
    else {
      say('');
      host.postMessage({ type: 'tag', claim, tag });
    }
  }

  function removeTag(view: ClaimView, tag: string): void {
    const { id: claim, tags, state } = view.claim();
    const given = tags.find((one) => one.tag === tag);
    if (!given) return;
    host.postMessage({ type: 'untag', claim, tag });
    say(`Removed ${given.label}.`, state === 'changed' ? undefined : { type: 'tag', claim, tag });
  }

  function removeNote(view: ClaimView, note: string): void {
    const { id: claim, notes } = view.claim();
    const text = notes.find((one) => one.id === note)?.text;
    if (text === undefined) return;
    host.postMessage({ type: 'removeNote', claim, note });
    say('Removed note.', { type: 'note', claim, text });
  }

  function openNote(view: ClaimView): void {
    const { id } = view.claim();
    if (!memory.drafts.has(id)) memory.drafts.set(id, '');
    view.setDraft(memory.drafts.get(id))?.focus();
    keep();
  }

  function closeNote(view: ClaimView, save: boolean): void {
    const { id: claim } = view.claim();
    const text = (memory.drafts.get(claim) ?? '').trim();
    memory.drafts.delete(claim);
    view.setDraft(undefined);
    keep();
    if (save && text !== '') host.postMessage({ type: 'note', claim, text });
    layout();
    go(current);
  }

  function act(action: string, value: string, view: ClaimView | undefined, from?: HTMLElement): void {
    if (action === 'treatAsSeed') host.postMessage({ type: 'treatAsSeed' });
    if (action === 'undo' && undoing) {
      host.postMessage(undoing);
      say('');
      go(current);
    }
    if (!view) return;
    const { id } = view.claim();
    if (action === 'reveal') host.postMessage({ type: 'reveal', claim: id, focus: value === 'focus' });
    if (action === 'tag') toggleTag(view, value);
    if (action === 'untag') removeTag(view, value);
    if (action === 'lastTag') removeTag(view, view.claim().tags.at(-1)?.tag ?? '');
    if (action === 'removeNote') removeNote(view, value);
    if (action === 'note') openNote(view);
    if (action === 'saveNote') closeNote(view, true);
    if (action === 'cancelNote') closeNote(view, false);
    if (action === 'own') view.showOwnTags(from?.getAttribute('aria-expanded') !== 'true');
    if (action === 'ownTags') (view.showOwnTags(true) ?? view.element).focus();
  }

  root.addEventListener('mousedown', (event) => {
    // A row takes the keyboard on the click: before it, what unfolds there would slide from under the pointer.
    const target = event.target as Element;
    if (target.closest('.tree') && !target.closest('button, textarea')) event.preventDefault();
  });
  root.addEventListener('click', (event) => {
    const target = event.target as Element;
    const pressed = target.closest<HTMLElement>('[data-action]');
    const row = target.closest<HTMLElement>('[role=treeitem]');
    if (pressed) return act(pressed.dataset.action!, pressed.dataset.value!, list.claim(row?.dataset.claim), pressed);
    if (!row || target.closest('textarea, .actions')) return;
    go(row);
    if (isClaim(row)) act('reveal', event.detail > 1 ? 'focus' : '', currentClaim());
    else fold(row, row.getAttribute('aria-expanded') !== 'true');
  });
  root.addEventListener('input', (event) => {
    const area = event.target;
    if (!(area instanceof HTMLTextAreaElement)) return;
    const id = area.closest<HTMLElement>('.claim')?.dataset.claim;
    if (id !== undefined) memory.drafts.set(id, area.value);
    keep();
  });
  const find = () => {
    memory.search = head.search.value;
    memory.filter = asFilter(head.filter.value);
    foldedInSearch = new Set();
    say(`${counted(layout(), 'claim')} shown`);
    keep();
  };
  head.search.addEventListener('input', find);
  head.filter.addEventListener('change', find);
  list.element.addEventListener('scrollend', () => {
    memory.scroll = Math.round(list.element.scrollTop);
    keep();
  });
  list.tree.addEventListener('focusin', (event) => {
    const row = (event.target as Element).closest<HTMLElement>('[role=treeitem]');
    if (row) setCurrent(row);
  });
  listenToKeys({
    root,
    tree: list.tree,
    search: head.search,
    rows: list.rows,
    current: () => current,
    go,
    fold,
    act,
    claim: list.claim,
  });
  say('');
  head.search.value = memory.search;
  showPlain({ type: 'loading' });
  host.postMessage({ type: 'ready' });

  return (message) => {
    const read = parseToPanel(message);
    if (!read) return;
    if (read.type === 'select') return select(read.claim, read.focus);
    if (read.state.type === 'document') showDocument(read.state);
    else showPlain(read.state);
    page.hidden = read.state.type !== 'document';
    plain.hidden = !page.hidden;
  };
}

function isClaim(row: HTMLElement): boolean {
  return row.dataset.claim !== undefined;
}
