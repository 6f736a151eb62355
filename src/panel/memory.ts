// What the page remembers while it is hidden: where the reader was and what was being typed, never the document.
import { type Order, orders } from './arrange.ts';
import { asFilter, type Filter } from './filters.ts';
import { limits } from './protocol.ts';
import { count, flag, list, oneOf, type Reader, record, text } from './validate.ts';
import type { Place } from './virtual.ts';

export interface Memory {
  /** The document that `collapsed`, `speaker` and `top` belong to. */
  title: string;
  order: Order;
  filter: Filter;
  /** The one speaker shown, by key; empty for all. */
  speaker: string;
  search: string;
  compact: boolean;
  /** Keys of the headings whose claims are folded away. */
  collapsed: Set<string>;
  /** Notes not yet saved, by claim. */
  drafts: Map<string, string>;
  /** What stood at the top of the list. */
  top: Place | undefined;
}

const key = text(2 * limits.label + 20);

const kept = record<{
  readonly title: string;
  readonly order: Order;
  readonly filter: string;
  readonly speaker: string;
  readonly search: string;
  readonly compact: boolean;
  readonly collapsed: readonly string[];
  readonly drafts: readonly (readonly string[])[];
  readonly top?: Place;
}>(
  {
    title: text(limits.label),
    order: oneOf(...orders),
    filter: text(limits.label),
    speaker: key,
    search: text(limits.label),
    compact: flag,
    collapsed: list(key, limits.items),
    drafts: list(list(text(limits.note), 2) as Reader<readonly string[]>, limits.items),
    top: record<Place>({ key, by: count() }),
  },
  ['top'],
);

/** Memory from what was kept; a fresh one where that cannot be read. */
export function recall(value: unknown): Memory {
  const read = kept(value);
  return {
    title: read?.title ?? '',
    order: read?.order ?? 'speaker',
    filter: asFilter(read?.filter ?? 'all'),
    speaker: read?.speaker ?? '',
    search: read?.search ?? '',
    compact: read?.compact ?? false,
    collapsed: new Set(read?.collapsed),
    drafts: new Map(read?.drafts.map(([claim = '', draft = '']) => [claim, draft])),
    top: read?.top,
  };
}

/** Memory as plain data that `recall` reads. */
export function toKeep(memory: Memory): unknown {
  const { collapsed, drafts, top, ...rest } = memory;
  const at = top && { key: top.key, by: Math.round(top.by) };
  return { ...rest, collapsed: [...collapsed], drafts: [...drafts], ...(at ? { top: at } : {}) };
}
