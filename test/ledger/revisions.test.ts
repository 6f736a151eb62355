import { expect, test } from 'vitest';
import { reviseMany, sampleStories } from '../torture/revisions.ts';

test('after random revisions nothing that was changed reads as verified, and what was not is where it was', () => {
  const { tallies } = reviseMany(48, sampleStories());
  const { intact, changed, near } = tallies;
  expect(changed.kept + changed.misplaced + near.misplaced).toBe(0);
  expect(changed.weaker).toBeGreaterThan(0);
  const all = intact.kept + intact.behind + intact.weaker + intact.misplaced;
  expect((intact.kept + intact.behind) / all).toBeGreaterThanOrEqual(0.99);
}, 60_000);
