// What the page remembers while it is hidden: where the reader was and what was being typed, never the document.
import { asFilter, type Filter } from './filters.ts';
import { limits } from './protocol.ts';
import { count, list, type Reader, record, text } from './validate.ts';

export interface Memory {
  /** The document that `collapsed` and `scroll` belong to. */
  title: string;
  filter: Filter;
  search: string;
  /** Keys of the speakers whose claims are folded away. */
  collapsed: Set<string>;
  /** Notes not yet saved, by claim. */
  drafts: Map<string, string>;
  /** Pixels from the list's top. */
  scroll: number;
}

const kept = record<{
  readonly title: string;
  readonly filter: string;
  readonly search: string;
  readonly collapsed: readonly string[];
  readonly drafts: readonly (readonly string[])[];
  readonly scroll: number;
}>({
  title: text(limits.label),
  filter: text(limits.label),
  search: text(limits.label),
  collapsed: list(text(2 * limits.label + 9), limits.items),
  drafts: list(list(text(limits.note), 2) as Reader<readonly string[]>, limits.items),
  scroll: count(),
});

/** Memory from what was kept; a fresh one where that cannot be read. */
export function recall(value: unknown): Memory {
  const { title, filter, search, collapsed, drafts, scroll } = kept(value) ?? {
    title: '',
    filter: 'all',
    search: '',
    collapsed: [],
    drafts: [],
    scroll: 0,
  };
  return {
    title,
    filter: asFilter(filter),
    search,
    collapsed: new Set(collapsed),
    drafts: new Map(drafts.map(([claim = '', draft = '']) => [claim, draft])),
    scroll,
  };
}

/** Memory as plain data that `recall` reads. */
export function toKeep(memory: Memory): unknown {
  return { ...memory, collapsed: [...memory.collapsed], drafts: [...memory.drafts] };
}
