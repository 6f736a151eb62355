import { expect, test } from 'vitest';
import { killWriters } from '../torture/kills.ts';

test('what was told to be kept is there after VS Code was killed while it wrote', async () => {
  const { kills, kept, ...found } = await killWriters(4, 7);
  expect({ ...found, torn: 0 }).toEqual({ lost: [], lostTexts: [], otherProblems: [], torn: 0 });
  expect(kept).toBeGreaterThan(0);
});
