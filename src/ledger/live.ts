// Words that were decided about, followed through edits until the text is read anew.
import type { Span } from '../text/span.ts';

/** A range of the text before the edit and what took its place; UTF-16 offsets. */
export interface Edit extends Span {
  readonly text: string;
}

export interface Followed {
  /** Moves everything along. Which of the items are touched by this edit and were not before: they may not say what they said. */
  readonly take: (edit: Edit) => readonly number[];
  readonly isTouched: (item: number) => boolean;
  /** Where an item's first stretch is now. */
  readonly spanOf: (item: number) => Span;
}

/** Beside the words, what begins or ends with white space is not joined to them. */
function isJoined({ start, end, text }: Edit, before: Span): boolean {
  if (start === before.end) return !/^\s/.test(text);
  if (end === before.start) return !/\s$/.test(text);
  return start < before.end && end > before.start;
}

/**
 * @param items each with the stretches of text that its decision depends on: its words first, then its cue and speaker.
 * An item that is not touched has all of them as they were. One edit costs a few nanoseconds a stretch.
 */
export function followItems(items: readonly (readonly Span[])[]): Followed {
  const owners = Int32Array.from(items.flatMap((stretches, item) => stretches.map(() => item)));
  const stretches = items.flat();
  const starts = Int32Array.from(stretches, ({ start }) => start);
  const ends = Int32Array.from(stretches, ({ end }) => end);
  const firsts = new Int32Array(items.length);
  for (let at = owners.length - 1; at >= 0; at--) firsts[owners[at]!] = at;
  const touched = new Uint8Array(items.length);

  return {
    take(edit) {
      const newly: number[] = [];
      const longer = edit.text.length - (edit.end - edit.start);
      for (let at = 0; at < starts.length; at++) {
        const span = { start: starts[at]!, end: ends[at]! };
        if (edit.start > span.end) continue;
        if (edit.end >= span.start && isJoined(edit, span) && touched[owners[at]!] === 0) {
          touched[owners[at]!] = 1;
          newly.push(owners[at]!);
        }
        if (edit.end <= span.start) {
          starts[at] = span.start + longer;
          ends[at] = span.end + longer;
        } else if (edit.start < span.end) {
          starts[at] = Math.min(span.start, edit.start);
          ends[at] = Math.max(span.end, edit.end) + longer;
        }
      }
      return newly;
    },
    isTouched: (item) => touched[item] === 1,
    spanOf: (item) => ({ start: starts[firsts[item]!]!, end: ends[firsts[item]!]! }),
  };
}
