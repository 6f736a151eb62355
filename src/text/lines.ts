import { countBelow } from './search.ts';

/** A place in a text with LF line ends; both count from 0, `character` in UTF-16 code units. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

export interface LineIndex {
  readonly lineCount: number;
  /** An offset outside the text counts as its nearest edge. */
  positionAt(offset: number): LinePosition;
  /** A position outside its line or the text counts as the nearest edge. */
  offsetAt(position: LinePosition): number;
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/** Reads the text once; a look-up then costs a binary search over its lines. */
export function lineIndexOf(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    lineCount: starts.length,
    positionAt(offset) {
      const within = clamp(offset, 0, text.length);
      const line = countBelow(starts, within + 1) - 1;
      return { line, character: within - starts[line]! };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      const start = starts[line];
      if (start === undefined) return text.length;
      const end = (starts[line + 1] ?? text.length + 1) - 1;
      return clamp(start + character, start, end);
    },
  };
}
