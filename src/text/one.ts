import { countBelow } from './search.ts';

/** The text that every offset in Seedmark means: without byte order mark, line ends as LF. */
export interface OneText {
  readonly text: string;
  /** The UTF-16 offset in the raw text of an offset in `text`. Before a line end it is the offset of CR in CRLF. */
  toRaw(offset: number): number;
  /** The other way round. */
  fromRaw(offset: number): number;
}

const BYTE_ORDER_MARK = '\ufeff';

/** Takes off a byte order mark and turns CRLF and a lone CR into LF. */
export function oneText(raw: string): OneText {
  const skipped = raw.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const unmarked = raw.slice(skipped);
  if (!unmarked.includes('\r')) {
    return {
      text: unmarked,
      toRaw: (offset) => offset + skipped,
      fromRaw: (offset) => Math.max(0, offset - skipped),
    };
  }
  /** The offsets of CR in CRLF, and those in the new text of the line ends that were CRLF. */
  const returns: number[] = [];
  for (let at = unmarked.indexOf('\r\n'); at >= 0; at = unmarked.indexOf('\r\n', at + 2)) returns.push(at);
  const shortened = returns.map((at, index) => at - index);
  return {
    text: unmarked.replace(/\r\n?/g, '\n'),
    toRaw: (offset) => offset + skipped + countBelow(shortened, offset),
    fromRaw: (offset) => {
      const at = Math.max(0, offset - skipped);
      return at - countBelow(returns, at);
    },
  };
}
