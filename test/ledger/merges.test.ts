import { expect, test } from 'vitest';
import { playHistory } from '../torture/merges.ts';

test('editors’ branches merge in git without conflict or loss, and every clash is shown', async () => {
  for (let seed = 1000; seed < 1006; seed++) {
    const merged = await playHistory(seed, '.cache/torture');
    expect({ seed, ...merged }).toMatchObject({ seed, conflicts: 0, wrong: [], shown: merged.clashes });
  }
}, 60_000);
