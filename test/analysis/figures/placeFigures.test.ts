import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { type FigureFound, findFigures } from '../../../src/analysis/figures/figures.ts';
import { placeFigures } from '../../../src/analysis/figures/placeFigures.ts';
import { readPassage } from '../../../src/analysis/passage.ts';
import type { Span } from '../../../src/text/span.ts';
import { finish } from '../../../src/text/steps.ts';

const figuresOf = (text: string): FigureFound[] => findFigures(readPassage(text), [], []);

test('a figure belongs to the innermost quote around it', () => {
  const text = 'On May 3, "we saw 12 boats," he said.';
  const at = (words: string): Span => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const quotes = [at('On May 3, "we saw 12 boats,"'), at('"we saw 12 boats,"')].map((content) => ({
    type: 'direct' as const,
    content,
    parts: [content],
  }));
  const figures = figuresOf(text).filter(({ kind }) => kind === 'count');
  const [boats] = finish(placeFigures(text, figures, quotes, [], [at(text)])).slice(-1);
  expect(boats?.quote).toBe(1);
});

test.each([
  ['On May 3 the navy stopped 12 boats near Orlo.', '2023-05-03'],
  ['Then 20 boats came on May 5.', '2023-05-05'],
  ['At least 11 people died when a fire swept through the hall early on Tuesday.', '2023-05-16'],
  ['On Monday police sealed the hall, and 40 guests were questioned.', '2023-05-15'],
  // When it was said is not when it was so.
  ['The mayor said on Tuesday that 12 boats had sunk.', undefined],
  ['"We saw 12 boats," the mayor said on Tuesday.', undefined],
  ['On Tuesday, police said, 12 boats sank.', '2023-05-16'],
  // A second date is nearer.
  ['Output rose 1.9 percent in 2021, after 2.7 percent in 2020.', '2021'],
  ['Levels stood at 26 percent, the lowest since records began in 1974.', undefined],
  ['The 1973 building was home to 300 people.', undefined],
  ['The 75 m ship was built in 1993.', undefined],
  ['Numbers have declined 40 percent since 1987.', undefined],
  ['The builder finished 31 of them and the rest would be ready by the end of August.', undefined],
  ['Crime fell in April; in Orlo, though, police counted 30 thefts.', undefined],
])('the date a figure holds for: %s', (text, iso) => {
  const { figures, dates } = analyze(`date 2023-05-18 ORLO, May 18. /NORPRESS/. ${text}`);
  expect(figures.length).toBeGreaterThan(0);
  expect(figures[0]!.date === undefined ? undefined : dates[figures[0]!.date]?.iso).toBe(iso);
});
