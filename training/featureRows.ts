// Numbers the features that occur often enough, so that training runs on plain arrays.
import { slotOf } from '../src/model/tagger.ts';

/** Features by key, each with a row number in the order in which it was first seen. */
export interface FeatureRows {
  /** The feature's row; -1 where it is not known and not to be added. */
  rowOf(key: number, add: boolean): number;
  readonly count: () => number;
  /** The keys in row order. */
  keys(): Int32Array;
}

export function featureRows(): FeatureRows {
  let table = new Int32Array(1 << 20);
  let count = 0;
  const grow = (): void => {
    const old = table;
    table = new Int32Array(old.length * 2);
    for (let slot = 0; slot < old.length; slot += 2) {
      if (old[slot] === 0) continue;
      const to = slotOf(table, old[slot]!);
      table[to] = old[slot]!;
      table[to + 1] = old[slot + 1]!;
    }
  };
  return {
    rowOf: (key, add) => {
      const slot = slotOf(table, key);
      if (table[slot] !== 0) return table[slot + 1]!;
      if (!add) return -1;
      table[slot] = key;
      table[slot + 1] = count++;
      if (count * 4 > table.length) grow();
      return count - 1;
    },
    count: () => count,
    keys: () => {
      const keys = new Int32Array(count);
      for (let slot = 0; slot < table.length; slot += 2) if (table[slot] !== 0) keys[table[slot + 1]!] = table[slot]!;
      return keys;
    },
  };
}
