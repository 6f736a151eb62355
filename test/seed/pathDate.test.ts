import { expect, test } from 'vitest';
import { dateOfPath } from '../../src/seed/pathDate.ts';

test.each([
  ['seeds/2031-04-12-ferry-fire.txt', '2031-04-12'],
  ['20310412.txt', '2031-04-12'],
  ['wire/20310412-ferry.txt', '2031-04-12'],
  ['ferry fire 2031-04-12.md', '2031-04-12'],
  ['ferry_2031-04-12_(2).txt', '2031-04-12'],
  ['2031-04-12-replies-to-2031-04-10.txt', '2031-04-12'],
  ['from-2031-04-10-to-2031-04-12.txt', undefined],
  ['2031-04-12/story.txt', undefined],
  ['2031-04-31-no-such-day.txt', undefined],
  ['2031-13-01.txt', undefined],
  ['case-1203104127.txt', undefined],
  ['v20310412a.txt', undefined],
  ['12-04-2031.txt', undefined],
  ['2031-04.txt', undefined],
  ['98310412.txt', undefined],
])('%s', (path, date) => {
  expect(dateOfPath(path)).toBe(date);
});
