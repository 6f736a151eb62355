// Where the reader stands in the list: the current row (the one the Tab key reaches), the claim the text's cursor is in, folding.
import type { ClaimView } from './claimView.ts';
import type { ListView } from './listView.ts';
import type { Memory } from './memory.ts';

export interface Rows {
  readonly current: () => HTMLElement | undefined;
  readonly currentClaim: () => ClaimView | undefined;
  readonly setCurrent: (row: HTMLElement | undefined) => void;
  /** Makes the row current and gives it the keyboard. */
  readonly go: (row: HTMLElement | undefined) => void;
  readonly scrollTo: (row: HTMLElement) => void;
  /** Shows and hides rows by the memory; where the current one went, the next that is left becomes current. */
  readonly layout: () => void;
  readonly fold: (row: HTMLElement, open: boolean) => void;
  /** Opens the speaker that holds this claim. */
  readonly unfold: (claim: HTMLElement) => void;
  /** A new search starts with every speaker open. */
  readonly openAllInSearch: () => void;
  readonly mark: (claim: string | undefined) => void;
}

/** `moved` is called whenever another row becomes current, `laidOut` with the number of claims that pass. */
export function createRows(list: ListView, memory: Memory, moved: () => void, laidOut: (passed: number) => void): Rows {
  const foldedInSearch = new Set<string>();
  let current: HTMLElement | undefined;
  let marked: HTMLElement | undefined;

  const folded = () => (memory.search.trim() === '' ? memory.collapsed : foldedInSearch);
  const currentClaim = () => list.claim(current?.dataset.claim);

  function setCurrent(row: HTMLElement | undefined): void {
    if (row === current) return;
    if (current) setReached(current, list, false);
    current = row;
    if (row) setReached(row, list, true);
    moved();
  }

  function layout(): void {
    const before = list.rows();
    const passed = list.layout(memory, folded());
    const rows = list.rows();
    if (!current || !rows.includes(current)) setCurrent(nearest(before, current, rows));
    laidOut(passed);
  }

  function fold(row: HTMLElement, open: boolean): void {
    const key = row.dataset.speaker ?? '';
    if (open) folded().delete(key);
    else folded().add(key);
    layout();
  }

  return {
    current: () => current,
    currentClaim,
    setCurrent,
    go(row) {
      if (!row) return;
      setCurrent(row);
      row.focus({ preventScroll: true });
      scrollTo(row);
    },
    scrollTo,
    layout,
    fold,
    unfold(claim) {
      const speaker = claim.parentElement?.closest<HTMLElement>('.speaker');
      if (speaker && folded().has(speaker.dataset.speaker ?? '')) fold(speaker, true);
    },
    openAllInSearch: () => foldedInSearch.clear(),
    mark(id) {
      marked?.classList.remove('is-selected');
      marked?.removeAttribute('aria-current');
      marked = list.claim(id)?.element;
      marked?.classList.add('is-selected');
      marked?.setAttribute('aria-current', 'true');
    },
  };
}

export function isClaim(row: HTMLElement): boolean {
  return row.dataset.claim !== undefined;
}

function setReached(row: HTMLElement, list: ListView, reached: boolean): void {
  if (isClaim(row)) list.claim(row.dataset.claim)?.setCurrent(reached);
  else row.tabIndex = reached ? 0 : -1;
}

function scrollTo(row: HTMLElement): void {
  (row.querySelector(':scope > .row') ?? row).scrollIntoView({ block: 'nearest' });
}

/** The first claim after the row that went, else what stood before it, else the top. */
function nearest(
  before: readonly HTMLElement[],
  gone: HTMLElement | undefined,
  left: readonly HTMLElement[],
): HTMLElement | undefined {
  const place = gone ? before.indexOf(gone) : -1;
  if (place < 0) return left[0];
  const still = new Set(left);
  const after = before.slice(place + 1).find((row) => isClaim(row) && still.has(row));
  return after ?? before.slice(0, place).findLast((row) => still.has(row)) ?? left[0];
}
