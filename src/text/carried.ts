// Offsets of a text that was read, carried over the edits made since: the words that no edit touched are still found.
import { countBelow } from './search.ts';
import type { Span } from './span.ts';

export interface Carried {
  /** The characters of `span`, in the text as it is now, are replaced by so many others. */
  readonly take: (span: Span, length: number) => void;
  readonly isEdited: () => boolean;
  /** Where a span is now, without what was written at its edges. Where its words are gone it is empty. */
  readonly toNow: (span: Span) => Span;
  /** Which offset of the text then is meant by one now; within what was written since, the place of that. */
  readonly toThen: (offset: number) => number;
}

/** One edit costs as much as there were edits at other places. */
export function carried(): Carried {
  // The stretches that no edit has touched: where they began then, where they begin now, how long they are.
  const then = [0];
  const now = [0];
  const lengths = [Number.POSITIVE_INFINITY];
  let isEdited = false;

  const moved = (from: readonly number[], to: readonly number[], index: number, offset: number): number => {
    const at = Math.max(0, index);
    return to[at]! + Math.max(0, Math.min(offset - from[at]!, lengths[at]!));
  };

  return {
    take({ start, end }, length) {
      isEdited = true;
      const first = Math.max(0, countBelow(now, start + 1) - 1);
      const last = Math.max(first, countBelow(now, end) - 1);
      const before = Math.min(lengths[first]!, start - now[first]!);
      const gone = Math.min(lengths[last]!, end - now[last]!);
      const behind = then[last]! + gone;
      const left = lengths[last]! - gone;
      for (let at = last + 1; at < now.length; at++) now[at]! += length - (end - start);
      // The first stretch stays even where nothing is left of it: what stood before all others is found by it.
      const kept = before > 0 || first === 0 ? 1 : 0;
      if (kept) lengths[first] = before;
      const [from, removed] = [first + kept, last - first + 1 - kept];
      then.splice(from, removed, ...(left > 0 ? [behind] : []));
      now.splice(from, removed, ...(left > 0 ? [start + length] : []));
      lengths.splice(from, removed, ...(left > 0 ? [left] : []));
    },
    isEdited: () => isEdited,
    toNow({ start, end }) {
      const from = moved(then, now, countBelow(then, start + 1) - 1, start);
      return { start: from, end: Math.max(from, moved(then, now, countBelow(then, end) - 1, end)) };
    },
    toThen: (offset) => moved(now, then, countBelow(now, offset + 1) - 1, offset),
  };
}
