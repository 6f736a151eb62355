import type { Readable } from 'node:stream';

/** A longer line is refused, so that memory stays bounded whatever comes in. In UTF-16 code units. */
const LONGEST_LINE = 64 * 1024 * 1024;

export type Line = { readonly type: 'whole'; readonly text: string } | { readonly type: 'too-long' };

/** The lines of a stream, each held in memory only while it is worked on. */
export async function* linesOf(input: Readable): AsyncGenerator<Line> {
  input.setEncoding('utf8');
  let pending: string[] = [];
  let length = 0;
  const take = (): Line => {
    const line: Line = length > LONGEST_LINE ? { type: 'too-long' } : { type: 'whole', text: pending.join('') };
    pending = [];
    length = 0;
    return line;
  };
  const keep = (piece: string) => {
    length += piece.length;
    if (length <= LONGEST_LINE) pending.push(piece);
    else pending = [];
  };
  for await (const chunk of input as AsyncIterable<string>) {
    let from = 0;
    for (let to = chunk.indexOf('\n'); to >= 0; to = chunk.indexOf('\n', from)) {
      keep(chunk.slice(from, to));
      yield take();
      from = to + 1;
    }
    keep(chunk.slice(from));
  }
  if (length > 0) yield take();
}
