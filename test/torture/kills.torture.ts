import { expect, test } from 'vitest';
import { killWriters } from './kills.ts';
import { runsOf } from './runs.ts';

test('no decision that was told to be kept is lost where VS Code is killed while it writes', async () => {
  const { lost, lostTexts, otherProblems, ...found } = await killWriters(runsOf(1000), 1);
  console.log(
    `${found.kills} kills, ${found.kept} events kept before them: ${lost.length} lost, ${lostTexts.length} texts lost, ` +
      `${found.torn} files cut off and told of by name`,
  );
  expect({ lost, lostTexts, otherProblems }).toEqual({ lost: [], lostTexts: [], otherProblems: [] });
  expect(found.kept).toBeGreaterThan(found.kills);
});
