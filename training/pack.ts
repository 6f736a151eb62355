// Packs trained weights into the file that src/model/weights.ts reads.
import { MAGIC, VERSION } from '../src/model/weights.ts';

/** A trained tagger before it is packed: each feature's key with a weight for each label. */
export interface Trained {
  readonly labels: readonly string[];
  /** As in `Tagger`, unscaled; `-Infinity` where a transition is forbidden. */
  readonly transitions: Float64Array;
  readonly keys: Int32Array;
  /** Row by row, one weight a label. */
  readonly rows: Float64Array;
}

export function byteWriter() {
  const bytes: number[] = [];
  const number = (value: number): void => {
    let rest = value;
    while (rest >= 128) {
      bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  };
  return {
    number,
    byte: (value: number): void => void bytes.push(value & 255),
    /** Bytes behind their length. */
    section: (content: Uint8Array): void => {
      number(content.length);
      for (const byte of content) bytes.push(byte);
    },
    /** Keys behind their number, in unsigned order, each as the distance from the one before and what `write` puts behind it. */
    keys: (keys: Iterable<number>, write: (key: number) => void): void => {
      const order = [...keys].sort((a, b) => (a >>> 0) - (b >>> 0));
      number(order.length);
      let before = 0;
      for (const key of order) {
        number((key >>> 0) - before);
        before = key >>> 0;
        write(key);
      }
    },
    /** ASCII. */
    text: (text: string): void => {
      number(text.length);
      for (let at = 0; at < text.length; at++) bytes.push(text.charCodeAt(at));
    },
    bytes: (): Uint8Array => Uint8Array.from(bytes),
  };
}

/** One file of all sections, in the order given. */
export function packSections(sections: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const head = byteWriter();
  for (const letter of MAGIC) head.byte(letter.charCodeAt(0));
  head.number(VERSION);
  const parts: Uint8Array[] = [head.bytes()];
  for (const [name, content] of sections) {
    const writer = byteWriter();
    writer.text(name);
    writer.number(content.length);
    parts.push(writer.bytes(), content);
  }
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Packs a tagger: weights become signed bytes, and what rounds to less than `prune` is left out.
 * @param steps how many steps of the signed byte one unit of weight takes
 */
export function packTagger({ labels, transitions, keys, rows }: Trained, steps: number, prune: number): Uint8Array {
  const width = labels.length;
  const quantised = (weight: number): number => {
    const rounded = Math.max(-127, Math.min(127, Math.round(weight * steps)));
    return Math.abs(rounded) < prune ? 0 : rounded;
  };
  const writer = byteWriter();
  writer.number(width);
  for (const label of labels) writer.text(label);
  for (const weight of transitions) {
    writer.number(
      0x8000 + (weight === -Infinity ? -0x8000 : Math.max(-30000, Math.min(30000, Math.round(weight * steps)))),
    );
  }
  const kept = new Map<number, number>();
  keys.forEach((key, row) => {
    for (let label = 0; label < width; label++) if (quantised(rows[row * width + label]!) !== 0) kept.set(key, row);
  });
  writer.keys(kept.keys(), (key) => {
    const row = kept.get(key)!;
    let bits = 0;
    for (let label = 0; label < width; label++) if (quantised(rows[row * width + label]!) !== 0) bits += 2 ** label;
    writer.number(bits);
    for (let label = 0; label < width; label++) {
      const weight = quantised(rows[row * width + label]!);
      if (weight !== 0) writer.byte(weight);
    }
  });
  return writer.bytes();
}
