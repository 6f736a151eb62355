import { expect, test } from 'vitest';
import { reviseMany, sampleStories, tableOf } from './revisions.ts';
import { runsOf } from './runs.ts';

test('no annotation on changed or deleted words reads as verified, and those on intact words stay where they are', () => {
  const { tallies, wrong } = reviseMany(runsOf(2000), sampleStories());
  console.log(`${tableOf(tallies)}\n${wrong.slice(0, 40).join('\n')}`);
  const { intact, changed, near } = tallies;
  const all = intact.kept + intact.behind + intact.weaker + intact.misplaced;
  expect(changed.kept + changed.misplaced + near.misplaced).toBe(0);
  expect((intact.kept + intact.behind) / all).toBeGreaterThanOrEqual(0.995);
});
