// The list's keys: those of a tree, and single letters while the keyboard is on a row itself, never where one types.
import type { ClaimView } from './claimView.ts';
import { isField } from './dom.ts';
import type { HeadView } from './headView.ts';
import type { ListView } from './listView.ts';
import { isClaim, type Rows } from './rows.ts';
import { ownTag, tagKeys } from './words.ts';

interface Reach {
  readonly root: HTMLElement;
  readonly head: HeadView;
  readonly list: ListView;
  readonly rows: Rows;
  readonly act: (action: string, value: string, view: ClaimView | undefined) => void;
  /** Once the claim has this verdict the next unchecked one is the current. */
  readonly goOnAfter: (claim: string, verdict: string) => void;
  /** A verdict on everything that is shown under a heading. */
  readonly tagUnder: (heading: string, tag: string) => void;
}

/** Keys that do one thing to the claim they are pressed on. */
const claimKeys = new Map<string, readonly [action: string, value: string]>([
  ['Enter', ['reveal', 'focus']],
  [' ', ['reveal', '']],
  ['n', ['note', '']],
  ['t', ['ownTags', '']],
  ['e', ['evidence', '']],
  ['r', ['review', '']],
  ['x', ['reject', '']],
  ['h', ['history', '']],
  ['p', ['pickSpeaker', '']],
  ['b', ['bound', '']],
  ['a', ['applyElsewhere', '']],
  ['Delete', ['lastTag', '']],
  ['Backspace', ['lastTag', '']],
  ...[...tagKeys].map(([tag, key]) => [key, ['tag', tag]] as const),
]);

/** The built-in tags by their keys: on a heading they are for everything under it. */
const tagOfKey = new Map([...tagKeys].map(([tag, key]) => [key, tag]));

export function listenToKeys(reach: Reach): void {
  reach.root.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    if (event.isComposing || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (onControl(event, target, reach)) take(event);
      return;
    }
    const done =
      target === reach.head.search
        ? onSearch(event.key, reach)
        : isField(target)
          ? onWriting(event, target, reach)
          : onPage(event, target, reach);
    if (done) take(event);
  });
}

/** VS Code hears of every key pressed in the page, and would do what it is bound to there as well: select all the text. */
function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** Undo, redo and picking as everywhere; where one types they are the field's own. */
function onControl({ key, shiftKey }: KeyboardEvent, target: HTMLElement, { act, rows }: Reach): boolean {
  if (isField(target)) return false;
  const letter = key.toLowerCase();
  const at = target.dataset.claim;
  if (letter === 'y' || (letter === 'z' && shiftKey)) act('redo', '', undefined);
  else if (letter === 'z') act('undo', '', undefined);
  else if (letter === 'a' && target.role === 'treeitem') rows.pickAll();
  else if (key === ' ' && at !== undefined) rows.pick(at);
  else return false;
  return true;
}

/** In a note Shift+Enter is a new line. */
function onWriting({ key, shiftKey }: KeyboardEvent, target: HTMLElement, { act, list }: Reach): boolean {
  const view = list.claim(target.closest<HTMLElement>('.claim')?.dataset.claim);
  const isNote = target instanceof HTMLTextAreaElement;
  if (key === 'Escape') act(isNote ? 'cancelNote' : 'cancelEvidence', '', view);
  else if (key === 'Enter' && !(isNote && shiftKey)) act(isNote ? 'saveNote' : 'saveEvidence', '', view);
  else return false;
  return true;
}

function onSearch(key: string, { head: { search }, rows }: Reach): boolean {
  if (key === 'Escape' && search.value !== '') {
    search.value = '';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    return true;
  }
  if (key !== 'Escape' && key !== 'ArrowDown' && key !== 'Enter') return false;
  rows.go(rows.current()?.key);
  return true;
}

function onPage(event: KeyboardEvent, target: HTMLElement, reach: Reach): boolean {
  const { root, list, rows, head } = reach;
  if (event.key === '/' && !(target instanceof HTMLSelectElement)) {
    head.search.focus();
    head.search.wrappedElement?.select();
    return true;
  }
  if (target.role === 'treeitem') return onRow(event, target, reach);
  if (target === root) return enter(event.key, reach);
  if (event.key === 'Escape' && target.closest('.bulk')) {
    reach.act('letGo', '', undefined);
    return true;
  }
  if (list.tree.contains(target)) return onButton(event.key, target, reach);
  if (event.key === 'Escape') rows.go(rows.current()?.key);
  // The library's buttons press themselves by the space bar, but let the page scroll.
  return event.key === 'Escape' || (event.key === ' ' && target.matches('vscode-button'));
}

/** The keyboard is on the page but on nothing in it: the keys that move lead into the list. */
function enter(key: string, { rows, list }: Reach): boolean {
  if (key === 'ArrowDown' || key === 'ArrowUp') rows.go(rows.current()?.key);
  else if (key === 'Home') rows.go(list.rows()[0]?.key);
  else if (key === 'End') rows.go(list.rows().at(-1)?.key);
  else return false;
  return true;
}

/** Among a claim's buttons: left and right go along them, Escape goes back to the claim. */
function onButton(key: string, target: HTMLElement, { rows, list }: Reach): boolean {
  const row = target.closest<HTMLElement>('[role=treeitem]');
  if (key === 'Escape') {
    list.claim(row?.dataset.claim)?.showOwnTags(false);
    rows.go(rows.current()?.key);
    return true;
  }
  if (key === ' ') return target.matches('vscode-button');
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return false;
  const buttons = [...(row?.querySelectorAll<HTMLElement>('[data-action]') ?? [])].filter(
    (button) => button.offsetParent !== null || button === target,
  );
  buttons[buttons.indexOf(target) + step]?.focus();
  return true;
}

function onRow(event: KeyboardEvent, item: HTMLElement, reach: Reach): boolean {
  const { act, list, rows, tagUnder } = reach;
  const { claim, heading } = item.dataset;
  if (move(event, claim ?? heading ?? '', reach)) return true;
  const view = list.claim(claim);
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === 'u') act(event.shiftKey ? 'redo' : 'undo', '', view);
  else if (key === 'c') act('density', '', undefined);
  else if (key === 'Escape' && rows.picked().length > 0) rows.letGo();
  else if (event.repeat) return claimKeys.has(key);
  else if (view && claimKeys.has(key)) onClaim(claimKeys.get(key)!, view, reach);
  else if (heading !== undefined && tagOfKey.has(key)) tagUnder(heading, tagOfKey.get(key)!);
  else if (heading !== undefined && key === 'm')
    item.querySelector<HTMLElement>('[data-action=mergeSpeaker]:not([hidden])')?.click();
  else if (heading !== undefined && (key === 'Enter' || key === ' '))
    rows.fold(heading, item.getAttribute('aria-expanded') !== 'true');
  else return false;
  return true;
}

/** A tag's key, on one of the claims that are picked, is for all of them; a verdict given to one goes on to the next. */
function onClaim([action, value]: readonly [string, string], view: ClaimView, { act, rows, goOnAfter }: Reach): void {
  const isForAll = (action === 'tag' || action === 'ownTags') && rows.picked().includes(view.claim().id);
  const isGiven = action === 'tag' && !isForAll && !ownTag(view.claim(), value);
  act(action, value, isForAll ? undefined : view);
  if (isGiven) goOnAfter(view.claim().id, value);
}

/** Rows that a page key goes past. */
const pageRows = 10;

function move({ key, shiftKey }: KeyboardEvent, at: string, { list, rows }: Reach): boolean {
  const all = list.rows();
  const place = list.indexOf(at);
  const row = all[place];
  const within = (index: number) => all[Math.max(0, Math.min(all.length - 1, index))]?.key;
  const goals: Readonly<Record<string, string | undefined>> = {
    ArrowDown: within(place + 1),
    ArrowUp: within(place - 1),
    PageDown: within(place + pageRows),
    PageUp: within(place - pageRows),
    Home: all[0]?.key,
    End: all.at(-1)?.key,
  };
  if (Object.hasOwn(goals, key)) {
    const goal = goals[key];
    if (shiftKey && goal !== undefined) rows.pickTo(goal);
    rows.go(goal);
  } else if (key === 'ArrowLeft') {
    if (row?.type === 'heading' && row.open) rows.fold(row.key, false);
    else if (isClaim(row)) rows.go(row.under);
  } else if (key === 'ArrowRight') {
    if (row?.type === 'heading' && !row.open) rows.fold(row.key, true);
    else if (row?.type === 'heading') rows.go(within(place + 1));
  } else return false;
  return true;
}
