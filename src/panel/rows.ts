// Where the reader stands in the list: the current row (the one that is open and that the Tab key reaches), the claims
// picked to be tagged at once, folding.
import type { Tags } from './actionsView.ts';
import { arrange, type ClaimRow, type Entry, type Row } from './arrange.ts';
import type { ListView } from './listView.ts';
import type { Memory } from './memory.ts';
import type { PanelClaim } from './protocol.ts';

export interface Rows {
  readonly current: () => Row | undefined;
  readonly setCurrent: (key: string | undefined) => void;
  /** Makes the row current and gives it the keyboard. */
  readonly go: (key: string | undefined) => void;
  /** The first after the current row, round the list's end, that the reader means; undefined where there is none. */
  readonly next: (isMeant: (claim: PanelClaim) => boolean) => string | undefined;
  /** Other claims to show. */
  readonly take: (entries: readonly Entry[], tags: Tags) => void;
  /** Arranges the rows by the memory; where the current one went, the next that is left becomes current. */
  readonly layout: () => void;
  /** Scrolls to a row, no further than needed. */
  readonly bring: (key: string) => void;
  readonly fold: (heading: string, open: boolean) => void;
  /** Opens the heading that this claim is folded away under, if any. */
  readonly unfold: (claim: string) => void;
  /** A new search starts with every heading open. */
  readonly openAllInSearch: () => void;
  readonly picked: () => readonly string[];
  /** Picks a claim or lets it go. */
  readonly pick: (claim: string) => void;
  /** Picks all claims from the one picked last to this one. */
  readonly pickTo: (key: string) => void;
  readonly pickAll: () => void;
  readonly letGo: () => void;
}

/** `moved` is called whenever another row becomes current or others are picked, `laidOut` with the number of claims that pass. */
export function createRows(list: ListView, memory: Memory, moved: () => void, laidOut: (passed: number) => void): Rows {
  const foldedInSearch = new Set<string>();
  const picked = new Set<string>();
  let entries: readonly Entry[] = [];
  let tags: Tags = [];
  let current: string | undefined;
  /** Where a run of picked claims starts. */
  let anchor: string | undefined;

  const folded = () => (memory.search.trim() === '' ? memory.collapsed : foldedInSearch);
  const look = () => list.setLook({ current, picked });

  function setCurrent(key: string | undefined): void {
    if (key === current) return;
    current = key;
    look();
    moved();
  }

  function layout(): void {
    const before = list.rows();
    const held = (claim: string) => memory.drafts.has(claim) || list.claim(claim)?.isWriting() === true;
    const { rows, passed } = arrange(entries, { ...memory, folded: folded(), held });
    list.show(rows, tags);
    const left = new Set(rows.flatMap((row) => (row.type === 'heading' ? row.claims.map(({ id }) => id) : [row.key])));
    for (const claim of picked) if (!left.has(claim)) picked.delete(claim);
    if (list.indexOf(current) < 0) current = nearest(before, current, rows)?.key;
    look();
    laidOut(passed);
  }

  function fold(heading: string, open: boolean): void {
    if (open) folded().delete(heading);
    else folded().add(heading);
    layout();
  }

  function changePicked(change: () => void): void {
    change();
    look();
    moved();
  }

  return {
    current: () => list.row(current),
    setCurrent,
    go(key) {
      if (key === undefined) return;
      setCurrent(key);
      list.bring(key)?.focus({ preventScroll: true });
    },
    next(isMeant) {
      const all = list.rows();
      const from = list.indexOf(current) + 1;
      const others = [...all.slice(from), ...all.slice(0, from)].filter(({ key }) => key !== current);
      return others.find((row) => isClaim(row) && isMeant(row.claim))?.key;
    },
    take(given, offered) {
      entries = given;
      tags = offered;
    },
    layout,
    bring: list.bring,
    fold,
    unfold(claim) {
      const heading = list.rows().find((row) => row.type === 'heading' && row.claims.some(({ id }) => id === claim));
      if (heading?.type === 'heading' && !heading.open) fold(heading.key, true);
    },
    openAllInSearch: () => foldedInSearch.clear(),
    picked: () => (picked.size === 0 ? [] : list.rows().flatMap((row) => (picked.has(row.key) ? [row.key] : []))),
    pick: (claim) =>
      changePicked(() => {
        anchor = claim;
        if (!picked.delete(claim)) picked.add(claim);
      }),
    pickTo: (key) =>
      changePicked(() => {
        const from = list.indexOf(anchor);
        const [to, start] = [list.indexOf(key), from < 0 ? list.indexOf(current) : from];
        if (from < 0) anchor = current;
        picked.clear();
        for (const row of list.rows().slice(Math.min(start, to), Math.max(start, to) + 1)) {
          if (row.type === 'claim') picked.add(row.key);
        }
      }),
    pickAll: () =>
      changePicked(() => {
        for (const row of list.rows()) if (row.type === 'claim') picked.add(row.key);
      }),
    letGo: () =>
      changePicked(() => {
        picked.clear();
        anchor = undefined;
      }),
  };
}

export const isClaim = (row: Row | undefined): row is ClaimRow => row?.type === 'claim';

/** The first claim after the row that went, else what stood before it, else the top. */
function nearest(before: readonly Row[], gone: string | undefined, left: readonly Row[]): Row | undefined {
  const place = before.findIndex(({ key }) => key === gone);
  if (place < 0) return left[0];
  const still = new Set(left.map(({ key }) => key));
  const after = before.slice(place + 1).find((row) => isClaim(row) && still.has(row.key));
  return after ?? before.slice(0, place).findLast(({ key }) => still.has(key)) ?? left[0];
}
