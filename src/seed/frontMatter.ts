import type { Span } from '../text/span.ts';

export interface FrontMatterEntry {
  /** In lower case. */
  readonly key: string;
  /** Without quotation marks. */
  readonly value: Span;
}

export interface FrontMatter extends Span {
  readonly entries: readonly FrontMatterEntry[];
}

const FENCE = /^---[ \t]*$/;
const ENTRY = /^([A-Za-z][\w -]{0,30}?)[ \t]*:[ \t]*/;

/** The block between two "---" lines that begins at `from`, its simple "key: value" lines read; any other line is skipped. */
export function readFrontMatter(text: string, from: number, limit: number): FrontMatter | undefined {
  const entries: FrontMatterEntry[] = [];
  for (let start = from; start < limit; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, Math.min(end, limit));
    const isFence = FENCE.test(line);
    if (start === from ? !isFence : isFence) {
      return start === from ? undefined : { start: from, end: start + 3, entries };
    }
    const key = ENTRY.exec(line);
    if (key) {
      const written = line.slice(key[0].length).trimEnd();
      const quoted = /^(["']).+\1$/.test(written) ? 1 : 0;
      const at = start + key[0].length;
      const value = { start: at + quoted, end: at + written.length - quoted };
      if (value.end > value.start) entries.push({ key: key[1]!.toLowerCase(), value });
    }
    start = end + 1;
  }
  return undefined;
}
