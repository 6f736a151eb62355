// The list's keys: those of a tree, and single letters while the keyboard is on a claim itself, never where one types.
import type { ClaimView } from './claimView.ts';
import { tagKeys } from './words.ts';

interface Reach {
  readonly root: HTMLElement;
  readonly tree: HTMLElement;
  readonly search: HTMLInputElement;
  readonly rows: () => readonly HTMLElement[];
  readonly current: () => HTMLElement | undefined;
  readonly claim: (id: string | undefined) => ClaimView | undefined;
  readonly go: (row: HTMLElement | undefined) => void;
  readonly fold: (row: HTMLElement, open: boolean) => void;
  readonly act: (action: string, value: string, view: ClaimView | undefined) => void;
  readonly tagSpeaker: (row: HTMLElement, tag: string) => void;
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
  ['Delete', ['lastTag', '']],
  ['Backspace', ['lastTag', '']],
  ...[...tagKeys].map(([tag, key]) => [key, ['tag', tag]] as const),
]);

/** The built-in tags by their keys: on a speaker's row they are for everything that the speaker says. */
const tagOfKey = new Map([...tagKeys].map(([tag, key]) => [key, tag]));

export function listenToKeys(reach: Reach): void {
  reach.root.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    if (event.isComposing || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (onControl(event, target, reach)) event.preventDefault();
      return;
    }
    const done =
      target instanceof HTMLTextAreaElement
        ? onDraft(event, target, reach)
        : target === reach.search
          ? onSearch(event.key, reach)
          : target instanceof HTMLInputElement
            ? onProof(event, target, reach)
            : onPage(event, target, reach);
    if (done) event.preventDefault();
  });
}

/** Undo and redo as everywhere; where one types they are the field's own. */
function onControl({ key, shiftKey }: KeyboardEvent, target: HTMLElement, { act }: Reach): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) return false;
  const letter = key.toLowerCase();
  if (letter === 'y' || (letter === 'z' && shiftKey)) act('redo', '', undefined);
  else if (letter === 'z') act('undo', '', undefined);
  else return false;
  return true;
}

/** In the fields for evidence. */
function onProof({ key }: KeyboardEvent, field: HTMLElement, { act, claim }: Reach): boolean {
  const view = claim(field.closest<HTMLElement>('.claim')?.dataset.claim);
  if (key === 'Escape') act('cancelEvidence', '', view);
  else if (key === 'Enter') act('saveEvidence', '', view);
  else return false;
  return true;
}

function onDraft(event: KeyboardEvent, area: HTMLElement, { act, claim }: Reach): boolean {
  const view = claim(area.closest<HTMLElement>('.claim')?.dataset.claim);
  if (event.key === 'Escape') act('cancelNote', '', view);
  else if (event.key === 'Enter' && !event.shiftKey) act('saveNote', '', view);
  else return false;
  return true;
}

function onSearch(key: string, { search, go, current, rows }: Reach): boolean {
  if (key === 'Escape' && search.value !== '') {
    search.value = '';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    return true;
  }
  if (key !== 'Escape' && key !== 'ArrowDown' && key !== 'Enter') return false;
  if (rows().length > 0) go(current());
  return true;
}

function onPage(event: KeyboardEvent, target: HTMLElement, reach: Reach): boolean {
  if (event.key === '/' && !(target instanceof HTMLSelectElement)) {
    reach.search.focus();
    reach.search.select();
    return true;
  }
  if (target.getAttribute('role') === 'treeitem') return onRow(event, target, reach);
  if (target === reach.root) return enter(event.key, reach);
  if (!reach.tree.contains(target)) return false;
  return onButton(event.key, target, reach);
}

/** The keyboard is on the page but on nothing in it: the keys that move lead into the list. */
function enter(key: string, { rows, current, go }: Reach): boolean {
  if (key === 'ArrowDown' || key === 'ArrowUp') go(current());
  else if (key === 'Home') go(rows()[0]);
  else if (key === 'End') go(rows().at(-1));
  else return false;
  return true;
}

/** Among a claim's buttons: left and right go along them, Escape goes back to the claim. */
function onButton(key: string, target: HTMLElement, { go, claim, current }: Reach): boolean {
  if (key === 'Escape') {
    claim(current()?.dataset.claim)?.showOwnTags(false);
    go(current());
    return true;
  }
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return false;
  const buttons = [...(target.parentElement?.querySelectorAll<HTMLElement>(':scope > button') ?? [])];
  buttons[buttons.indexOf(target) + step]?.focus();
  return true;
}

function onRow(event: KeyboardEvent, row: HTMLElement, reach: Reach): boolean {
  const view = reach.claim(row.dataset.claim);
  if (move(event.key, row, reach)) return true;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === 'u') reach.act(event.shiftKey ? 'redo' : 'undo', '', view);
  else if (view && claimKeys.has(key)) {
    if (!event.repeat) reach.act(...claimKeys.get(key)!, view);
  } else if (!view && tagOfKey.has(key)) {
    if (!event.repeat) reach.tagSpeaker(row, tagOfKey.get(key)!);
  } else if (!view && (key === 'Enter' || key === ' ')) {
    reach.fold(row, row.getAttribute('aria-expanded') !== 'true');
  } else return false;
  return true;
}

function move(key: string, row: HTMLElement, { rows, go, fold }: Reach): boolean {
  const all = rows();
  const place = all.indexOf(row);
  if (key === 'ArrowDown') go(all[place + 1]);
  else if (key === 'ArrowUp') go(all[place - 1]);
  else if (key === 'Home') go(all[0]);
  else if (key === 'End') go(all.at(-1));
  else if (key === 'ArrowLeft') {
    if (row.getAttribute('aria-expanded') === 'true') fold(row, false);
    else go(row.parentElement?.closest<HTMLElement>('[role=treeitem]') ?? undefined);
  } else if (key === 'ArrowRight') {
    if (row.getAttribute('aria-expanded') === 'false') fold(row, true);
    else if (row.hasAttribute('aria-expanded')) go(all[place + 1]);
  } else return false;
  return true;
}
