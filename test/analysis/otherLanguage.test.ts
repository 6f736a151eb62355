import { expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import { findMarked } from '../../src/analysis/otherLanguage.ts';
import { wordsOf } from '../../src/text/span.ts';

const GERMAN = `HARVANE – Der Hafen von Harvane wurde am 7. April 2031 nach einem Brand geschlossen, teilte das Ministerium mit.

„Wir haben 14 Schiffe nicht retten können“, sagte Ministerin Anika Brel. Nach Angaben der Polizei wurden 35 % der Ladung zerstört.

In der Zeitung »Harvaner Bote« war die Rede von US$4.2 million.`;

test('of another language marks, numbers and dates are read and nothing else is guessed', () => {
  const analysis = analyze(GERMAN);
  const { text, language, entities, quotes, figures, dates, claims } = analysis;
  expect(language).toBe('other');
  expect(entities).toEqual([]);
  expect(quotes.map(({ content, type, speaker, cue }) => [wordsOf(text, content), type, speaker, cue])).toEqual([
    ['„Wir haben 14 Schiffe nicht retten können“', 'direct', undefined, undefined],
  ]);
  expect(figures.map((figure) => wordsOf(text, figure.number))).toEqual(['14', '35', '4.2 million']);
  expect(figures.some(({ counted }) => counted !== undefined)).toBe(false);
  expect(dates.map((date) => wordsOf(text, date)).join()).toContain('2031');
  expect(claims).toHaveLength(1);
  expect(claims[0]?.figures).toEqual([0]);
});

test('English has no language told, whatever names it has', () => {
  expect(analyze('“We lost 14 ships,” Señora Peña of the Banco del Río said on Monday.').language).toBeUndefined();
});

test('a document that turns English while it is written is read as English', () => {
  const cache = new Map();
  const line = '“We could not save the ships,” said Anika Brel.';
  expect(analyze(`${line}\n\n${GERMAN.slice(0, 20)}`, { cache }).quotes[0]?.speaker?.name).toBe('Anika Brel');
  const mostlyGerman = `${GERMAN}\n\n${line}`;
  expect(analyze(mostlyGerman, { cache }).quotes.at(-1)?.speaker).toBeUndefined();
  expect(analyze(line, { cache }).quotes[0]?.speaker?.name).toBe('Anika Brel');
});

test.each([
  ['French', 'Elle a dit : « Nous avons tout perdu hier. »', ['« Nous avons tout perdu hier. »']],
  ['Swedish', '”Vi har förlorat allting”, sade hon.', ['”Vi har förlorat allting”']],
  ['Danish', '»Vi har mistet det hele«, sagde hun.', ['»Vi har mistet det hele«']],
  ['Chinese', '部长说：“我们昨天失去了一切。”', ['“我们昨天失去了一切。”']],
  ['Japanese', '大臣は「昨日すべてを失いました」と述べた。', ['「昨日すべてを失いました」']],
  ['a title', 'Er las den „Boten“ am Morgen.', []],
  ['a mark alone', 'Sie sagte: „Wir haben alles verloren, was wir hatten', []],
])('marks as set in %s', (_, text, expected) => {
  expect(findMarked(text).map((span) => wordsOf(text, span))).toEqual(expected);
});
