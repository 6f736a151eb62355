// Where the reader is led once what was asked for is done, and what is said of it.
import type { Entry } from './arrange.ts';
import { t } from './l10n.ts';
import type { ListView } from './listView.ts';
import type { PanelState } from './protocol.ts';
import type { Rows } from './rows.ts';
import { ownTag } from './words.ts';

/** A claim that was given a verdict by key, and the one that is to be checked next. */
export interface Leaving {
  readonly claim: string;
  readonly verdict: string;
  readonly to: string | undefined;
}

interface Page {
  readonly list: ListView;
  readonly rows: Rows;
  readonly entries: readonly Entry[];
  leaving: Leaving | undefined;
  isUndoing: boolean;
}

type Undoable = Pick<Extract<PanelState, { type: 'document' }>, 'undo' | 'redo'>;

/** Leaves a claim that has got its verdict, unless there is more to decide about it: the same words elsewhere. */
export function goOn(page: Page, was: string | undefined): void {
  const { leaving, entries, rows, list } = page;
  if (!leaving) return;
  const claim = entries.find(({ claim: { id } }) => id === leaving.claim)?.claim;
  const isHere = was === leaving.claim && document.hasFocus();
  if (isHere && claim && !ownTag(claim, leaving.verdict)) return;
  page.leaving = undefined;
  const hasMore = claim?.elsewhere !== undefined && list.indexOf(claim.id) >= 0;
  if (isHere && !hasMore) rows.go(leaving.to);
}

/** Undo and Redo lead to the claim that they change, where it is one. */
export function goBack(page: Page, before: readonly Entry[]): void {
  const { entries, list } = page;
  page.isUndoing = false;
  const decided = ({ claim: { tags, notes, evidence, reviews, corrections } }: Entry) =>
    JSON.stringify([tags, notes, evidence, reviews, corrections]);
  const was = new Map(before.map((entry) => [entry.claim.id, decided(entry)]));
  const [changed, ...others] = entries.filter((entry) => was.get(entry.claim.id) !== decided(entry));
  if (!changed || others.length > 0) return;
  const row = open(page, changed.claim.id);
  if (list.tree.contains(document.activeElement)) row?.focus({ preventScroll: true });
}

/** Makes a claim the current one, if it is in the list. */
export function open({ rows, list }: Pick<Page, 'rows' | 'list'>, claim: string): HTMLElement | undefined {
  rows.unfold(claim);
  if (list.indexOf(claim) < 0) return undefined;
  rows.setCurrent(claim);
  return list.bring(claim);
}

/** The button that was pressed stays where it was, however the claim above it has grown. */
export function keepUnderMouse({ list }: Pick<Page, 'list'>, before: number): void {
  const button = document.activeElement;
  list.letGo();
  if (button?.closest('.actions')) list.element.scrollTop += button.getBoundingClientRect().top - before;
}

/** What was done, or taken back, as Undo and Redo tell it. */
export function doneSince(before: Undoable, { undo, redo }: Undoable): string | undefined {
  if (redo !== undefined && redo !== before.redo && redo === before.undo) return t('Taken back: {0}', redo);
  return undo === before.undo ? undefined : undo;
}
