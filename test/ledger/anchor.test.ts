import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attach, makeAnchor } from '../../src/ledger/anchor.ts';
import { wordingOf } from '../../src/ledger/wording.ts';
import { anyText, spanOf } from './samples.ts';

/** What becomes of the words when `before` turns into `after`; with the words found, where there are any. */
function follow(before: string, words: string, after: string, from = 0): string {
  const attached = attach(wordingOf(after), makeAnchor(wordingOf(before), spanOf(before, words, from)));
  return attached.type === 'lost' ? 'lost' : `${attached.type}: ${after.slice(attached.span.start, attached.span.end)}`;
}

const story = [
  'TARVOS, March 3. /NWA/. At least 112 people were taken to hospitals after the fire, Mira Dolan of the port office said.',
  '“We have closed the northern pier,” she added. The cranes will stand still until Friday.',
  'Port workers in Lessing said they had not been warned. Another 14 people were treated at the gate.',
].join('\n\n');

const statement = 'At least 112 people were taken to hospitals after the fire';

const texts = fc.oneof(
  anyText(60),
  fc
    .array(fc.constantFrom('police', 'said', '5', 'people', 'were', 'hurt.', 'fire'), { maxLength: 40 })
    .map((w) => w.join(' ')),
);

/** A span of whole code points. */
const textsWithSpan = fc.tuple(texts, fc.nat(), fc.nat()).map(([text, a, b]) => {
  const edges = [0];
  for (const character of text) edges.push(edges.at(-1)! + character.length);
  const [start, end] = [edges[a % edges.length]!, edges[b % edges.length]!].sort((x, y) => x - y) as [number, number];
  return { text, span: { start, end } };
});

test('in an unchanged text every anchor is intact where it was', () => {
  fc.assert(
    fc.property(textsWithSpan, ({ text, span }) => {
      const wording = wordingOf(text);
      expect(attach(wording, makeAnchor(wording, span))).toEqual({ type: 'intact', span });
    }),
    { numRuns: 500 },
  );
});

test('one character replaced inside the words is never intact, in a text of look-alikes too', () => {
  fc.assert(
    fc.property(textsWithSpan, fc.nat(), anyText(1, 1), ({ text, span: { start, end } }, at, put) => {
      // White space at the edges may differ: nothing is said of it.
      const selected = text.slice(start, end);
      const span = { start: end - selected.trimStart().length, end: start + selected.trimEnd().length };
      fc.pre(span.start < span.end);
      const characters = [...text.slice(span.start, span.end)];
      characters[at % characters.length] = put;
      const exact = characters.join('');
      fc.pre(wordingOf(exact).words !== wordingOf(text.slice(span.start, span.end)).words);
      const after = text.slice(0, span.start) + exact + text.slice(span.end);
      fc.pre(wordingOf(after).words !== wordingOf(text).words);
      // Where a space took a word's place the next may have moved up: then the words still stand there.
      const words = wordingOf(text.slice(span.start, span.end)).words;
      fc.pre(!wordingOf(after.slice(span.start)).words.startsWith(words));
      fc.pre(!wordingOf(after.slice(0, span.end)).words.endsWith(words));
      expect(attach(wordingOf(after), makeAnchor(wordingOf(text), span)).type).not.toBe('intact');
    }),
    { numRuns: 1000 },
  );
});

test('white space alone is never found again where the text has changed', () => {
  const anchor = makeAnchor(wordingOf(' \na pier is closed'), { start: 0, end: 2 });
  expect(attach(wordingOf('b\na pier is closed'), anchor).type).not.toBe('intact');
});

test('white space, line wrapping, quotation marks and normal form make no difference', () => {
  fc.assert(
    fc.property(textsWithSpan, fc.constantFrom('NFC', 'NFD'), ({ text, span }, form) => {
      const trimmed = text.slice(span.start, span.end).trim();
      fc.pre(trimmed !== '' && !/\p{Cs}/u.test(text));
      const start = text.indexOf(trimmed, span.start);
      const anchor = makeAnchor(wordingOf(text), { start, end: start + trimmed.length });
      fc.pre(!/^\p{M}/u.test(trimmed) && !/^\p{M}/u.test(text.slice(start + trimmed.length)));
      fc.pre(!/[\u1100-\u11ff]/.test(text));
      // A few letters, such as U+0958, are written as two in every normal form: see docs/ledger.md.
      fc.pre([...text].every((letter) => letter.normalize('NFC').length <= letter.length));
      const after = text.normalize(form).replace(/\s/g, '\n \u00a0').replaceAll('"', '„');
      expect(attach(wordingOf(after), anchor).type).toBe('intact');
    }),
  );
});

test('one of two equal syllables is found when they are written in letters', () => {
  const anchor = makeAnchor(wordingOf('한한'), { start: 0, end: 1 });
  expect(attach(wordingOf('한한'.normalize('NFD')), anchor)).toEqual({ type: 'intact', span: { start: 0, end: 3 } });
});

test('a figure that was updated shows as changed, where it stands now', () => {
  expect(follow(story, statement, story.replace('112', '121'))).toBe(
    'changed: At least 121 people were taken to hospitals after the fire',
  );
  expect(follow(story, '112 people', story.replace('112', '121'))).toBe('changed: 121 people');
});

test('a negation, a hedge or a digit slipped into the words is a change', () => {
  for (const words of ['were not taken', 'were reportedly taken', 'were taken back'])
    expect(follow(story, statement, story.replace('were taken', words))).toMatch(/^changed/);
  expect(follow(story, '14 people', story.replace('14 people', '214 people'))).toMatch(/^changed/);
  expect(follow(story, '14 people', story.replace('14 people', '1.14 people'))).toMatch(/^changed/);
});

test('text added before and after moves the words and leaves them intact', () => {
  const after = `😀 UPDATE: adds details.\n\n${story}\n\nThe office will speak again at noon.`;
  expect(follow(story, statement, after)).toBe(`intact: ${statement}`);
  expect(follow(story, '14 people', after)).toBe('intact: 14 people');
});

test('words whose neighbours on one side were rewritten stay intact', () => {
  const after = story.replace('Mira Dolan of the port office said', 'an official in the old quarter told NWA');
  expect(follow(story, statement, after)).toBe(`intact: ${statement}`);
});

test('a sentence moved elsewhere is still itself', () => {
  const moved = story.replace('The cranes will stand still until Friday.', '');
  expect(
    follow(story, 'The cranes will stand still until Friday', `${moved}\n\nThe cranes will stand still until Friday.`),
  ).toBe('intact: The cranes will stand still until Friday');
});

test('a deleted sentence is lost, and does not land on a look-alike', () => {
  const before =
    'Fire in Tarvos: 5 people were hurt, police said. It burned all night.\n\nA crash in Lessing: 5 people were hurt, police said.';
  const after = before.replace('Fire in Tarvos: 5 people were hurt, police said. ', '');
  expect(follow(before, '5 people were hurt', after)).not.toMatch(/^intact/);
  expect(
    follow(
      story,
      'Another 14 people were treated at the gate.',
      story.replace(' Another 14 people were treated at the gate.', ''),
    ),
  ).toBe('lost');
});

test('the first of two equal sentences changed does not borrow the other’s place', () => {
  const before =
    '5 people were hurt in the blast at the mill, police said. Later 5 people were hurt in the blast at the mill.';
  const after = before.replace('5 people', '7 people');
  expect(follow(before, '5 people were hurt in the blast at the mill', after)).not.toMatch(/^intact/);
});

test('equal words are told apart by their context', () => {
  const before = 'In Tarvos 5 people were hurt on Monday. In Lessing 5 people were hurt on Tuesday.';
  const after = `Summary.\n${before}`;
  const anchor = makeAnchor(wordingOf(before), spanOf(before, '5 people', 20));
  expect(attach(wordingOf(after), anchor)).toEqual({ type: 'intact', span: spanOf(after, '5 people', 30) });
});

test('words cut off from a longer statement are a change, though they all stand', () => {
  const after = story.replace('after the fire, Mira', 'after the fire drill, Mira');
  expect(follow(story, statement, after)).toBe(`changed: ${statement}`);
});

test('a paragraph that now stands twice is not taken for intact when nothing tells which was meant', () => {
  const head = 'Late on Sunday the harbour was calm. ';
  const paragraph = `${head}The northern pier was closed at dawn, and the cranes stood still for the whole of that day.\n\n`;
  const after = `Corrected: the date.\n\n${paragraph}${paragraph}`;
  expect(follow(paragraph, 'The northern pier was closed', `Corrected.\n\n${paragraph}`)).toMatch(/^intact/);
  expect(follow(paragraph, 'The northern pier was closed', after)).toBe('changed: The northern pier was closed');
});

/** A claim with its attribution, followed into another text. */
function followClaim(before: string, words: string, cue: string, speaker: string, after: string): string {
  const anchor = makeAnchor(wordingOf(before), spanOf(before, words), {
    cue: spanOf(before, cue),
    speaker: spanOf(before, speaker),
  });
  return attach(wordingOf(after), anchor).type;
}

test('a claim put into another mouth, or denied, is changed though its words are the same', () => {
  const before = 'Overnight the gate was opened by force, police said on Sunday. Nothing else is known.';
  const after = (from: string, to: string) =>
    followClaim(before, 'the gate was opened by force', 'said', 'police', before.replace(from, to));
  expect(after('police', 'rebels')).toBe('changed');
  expect(after('said', 'denied')).toBe('changed');
  expect(after('police said', 'police never said')).toBe('changed');
  expect(after('Nothing else', 'Little else')).toBe('intact');
  expect(after('Overnight', 'On Saturday night')).toBe('intact');
  expect(after('police said', 'police\n  said')).toBe('intact');
});

test('a speaker named before the words is part of the claim', () => {
  const before = 'Police said the gate was opened by force.';
  expect(
    followClaim(before, 'the gate was opened by force', 'said', 'Police', 'Rebels said the gate was opened by force.'),
  ).toBe('changed');
  expect(followClaim(before, 'the gate was opened by force', 'said', 'Police', `Update.\n\n${before}`)).toBe('intact');
});

test('hostile repetition is found through in linear time', () => {
  const text = `${'a '.repeat(200_000)}b`;
  const wording = wordingOf(text);
  const anchor = makeAnchor(wording, { start: 0, end: 100_000 });
  const moved = wordingOf(`x ${text}`);
  expect(attach(moved, anchor).type).toBe('changed');
}, 5000);

test('a changed statement of very many words is found without failing', () => {
  const words = Array.from({ length: 60_000 }, (_, at) => `w${at}`).join(' ');
  const anchor = makeAnchor(wordingOf(words), { start: 0, end: words.length });
  expect(attach(wordingOf(`Before it. ${words.replaceAll('w777', 'v')}`), anchor).type).toBe('changed');
}, 5000);
