import { expect, test } from 'vitest';
import { playHistory } from './merges.ts';
import { runsOf } from './runs.ts';

test('histories of several editors on branches merge without conflict, loss, or a clash that is not shown', async () => {
  const runs = runsOf(500);
  let [events, clashes, conflicts] = [0, 0, 0];
  for (let seed = 0; seed < runs; seed++) {
    const merged = await playHistory(seed, '.cache/torture');
    expect({ seed, ...merged }).toMatchObject({ seed, conflicts: 0, wrong: [], shown: merged.clashes });
    events += merged.events;
    clashes += merged.clashes.length;
    conflicts += merged.conflicts;
  }
  console.log(
    `${runs} histories, ${events} events: ${conflicts} conflicts, 0 lost, 0 wrong, ${clashes} of ${clashes} clashes shown, 0 others`,
  );
  expect(clashes).toBeGreaterThan(0);
});
