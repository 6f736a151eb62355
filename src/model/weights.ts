// The packed weights: one file with a named section for each tagger. training/pack.ts writes what this reads.
//
// File: "SDMK", version, then sections until the end: name, length in bytes, content.
// A tagger's section: its labels, its transitions, the number of rows, then row by row in order of their unsigned keys:
// the key as the distance from the row before, which labels have a weight (bits), and those weights, a signed byte each.
// Numbers are LEB128 (seven bits a byte, the lowest first); texts are ASCII behind their length.
import type { Steps } from '../text/steps.ts';
import { slotOf, type Tagger } from './tagger.ts';

export const MAGIC = 'SDMK';
export const VERSION = 1;

const asciiOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Reads numbers and texts off bytes; throws a plain sentence where they end too soon. */
export function byteReader(bytes: Uint8Array) {
  let at = 0;
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new Error('The weights end too soon.');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const byte = (): number => {
    if (at >= bytes.length) throw new Error('The weights end too soon.');
    return bytes[at++]!;
  };
  /** An unsigned number below 2^53. */
  const number = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const next = byte();
      value += (next & 127) * scale;
      if (next < 128) return value;
      if (scale > 2 ** 42) throw new Error('A number in the weights is too long.');
    }
  };
  /** Bytes behind their length. */
  const section = (): Uint8Array => take(number());
  return {
    take,
    byte,
    number,
    section,
    text: (): string => asciiOf(section()),
    isAtEnd: (): boolean => at >= bytes.length,
  };
}

/** The sections of a weights file by name. Throws a plain sentence where the file is none or of another version. */
export function readSections(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const reader = byteReader(bytes);
  if (asciiOf(reader.take(MAGIC.length)) !== MAGIC) throw new Error('This is no file of weights.');
  const version = reader.number();
  if (version !== VERSION) throw new Error(`The weights are of version ${version}, not ${VERSION}.`);
  const sections = new Map<string, Uint8Array>();
  while (!reader.isAtEnd()) sections.set(reader.text(), reader.section());
  return sections;
}

/** Unpacks a tagger's section. */
export function* readTagger(section: Uint8Array): Steps<Tagger> {
  const reader = byteReader(section);
  const labels = Array.from({ length: reader.number() }, () => reader.text());
  const width = labels.length;
  const transitions = new Int16Array((width + 1) * (width + 1));
  for (let i = 0; i < transitions.length; i++) transitions[i] = reader.number() - 0x8000;
  const count = reader.number();
  const rows = new Int8Array(count * width);
  const table = yield* readTable(reader, count, (row) => {
    let bits = reader.number();
    for (let label = 0; bits > 0; label++) {
      if (bits % 2 === 1) rows[row * width + label] = reader.byte();
      bits = Math.floor(bits / 2);
    }
    return row;
  });
  return { labels, table, rows, transitions };
}

/**
 * Reads keys in order, each as the distance from the one before, into a table of pairs.
 * @param readValue reads what stands behind a key, and gives the value that goes with it
 */
export function* readTable(
  reader: ReturnType<typeof byteReader>,
  count: number,
  readValue: (index: number) => number,
): Steps<Int32Array> {
  const table = new Int32Array(tableSize(count));
  let key = 0;
  for (let i = 0; i < count; i++) {
    if (i % 1024 === 1023) yield;
    key += reader.number();
    const slot = slotOf(table, key | 0);
    table[slot] = key | 0;
    table[slot + 1] = readValue(i);
  }
  return table;
}

/** The length of a table for so many rows: at least twice as many pairs, so that a search is short. */
function tableSize(rows: number): number {
  let pairs = 16;
  while (pairs < rows * 2) pairs *= 2;
  return pairs * 2;
}
