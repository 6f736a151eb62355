// Random revisions of a text that remember, character by character, what became of it: the truth that the anchors are
// measured by, known without them.
import type { Span } from '../../src/text/span.ts';

/** A character and which one of the first text it is; -1 for what was written since. */
export interface Letter {
  readonly at: number;
  readonly character: string;
}

export type Text = readonly Letter[];

/** The claims of the first text: the words, the cue, the speaker's mention. */
export interface Covered {
  readonly words: Span;
  readonly beside: readonly Span[];
}

export interface Chance {
  /** From 0 to below `count`. */
  readonly below: (count: number) => number;
  readonly of: <T>(items: readonly T[]) => T;
}

/** The same numbers for the same seed (mulberry32, Ettinger 2017). */
export function chance(seed: number): Chance {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return { below, of: (items) => items[below(items.length)]! };
}

export const lettersOf = (text: string): Text => text.split('').map((character, at) => ({ character, at }));

export const written = (text: string): Text => text.split('').map((character) => ({ character, at: -1 }));

export const textOf = (letters: Text): string => letters.map(({ character }) => character).join('');

const put = (text: Text, { start, end }: Span, letters: Text): Text => [
  ...text.slice(0, start),
  ...letters,
  ...text.slice(end),
];

const found = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }));

/** Roughly the sentences after the first line; their ends are found without our own code. */
const sentencesOf = (text: string): Span[] =>
  found(text, /[^\s.!?][^\n.!?]*(?:\.(?=\w)[^\n.!?]*)*[.!?]+["”’']*/g).filter(({ start, end }) => end - start > 30);

/** Where the letters that a span of the first text had stand now. */
const nowOf = (text: Text, { start, end }: Span): Span => {
  const first = text.findIndex(({ at }) => at === start);
  const last = text.findIndex(({ at }) => at === end - 1);
  return first >= 0 && last >= first ? { start: first, end: last + 1 } : { start: 0, end: 0 };
};

export type Edit = (text: Text, random: Chance, covered: readonly Covered[]) => Text;

const inWords = (words: string, text: Text, span: Span): Text => put(text, span, written(words));

function exchange(text: Text, a: Span, b: Span): Text {
  return [
    ...text.slice(0, a.start),
    ...text.slice(b.start, b.end),
    ...text.slice(a.end, b.start),
    ...text.slice(a.start, a.end),
    ...text.slice(b.end),
  ];
}

/** A sentence, taken out or copied, before another one. */
function placed(text: Text, sentence: Span, random: Chance, letters: Text, isTaken: boolean): Text {
  const others = sentencesOf(textOf(text)).filter(({ start }) => start !== sentence.start);
  if (others.length === 0) return text;
  const to = random.of(others).start;
  const with_ = put(text, { start: to, end: to }, [...letters, ...written(' ')]);
  if (!isTaken) return with_;
  const shift = to <= sentence.start ? letters.length + 1 : 0;
  return put(with_, { start: sentence.start + shift, end: sentence.end + shift }, []);
}

const asWritten = (text: Text, { start, end }: Span): Text => written(textOf(text.slice(start, end)));

const sentenceEdit =
  (edit: (text: Text, sentence: Span, random: Chance) => Text): Edit =>
  (text, random) => {
    const sentences = sentencesOf(textOf(text));
    return sentences.length === 0 ? text : edit(text, random.of(sentences), random);
  };

export const edits: Readonly<Record<string, Edit>> = {
  'figure changed': (text, random) => {
    const figures = found(textOf(text), /\d+/g);
    if (figures.length === 0) return text;
    const figure = random.of(figures);
    const digit = figure.start + random.below(figure.end - figure.start);
    const other = String((Number(text[digit]!.character) + 1 + random.below(9)) % 10);
    return inWords(other, text, { start: digit, end: digit + 1 });
  },
  'words swapped': (text, random) => {
    const pairs = [...textOf(text).matchAll(/(\p{L}+) (\p{L}+)/gu)];
    if (pairs.length === 0) return text;
    const { 0: both, 1: first, 2: second, index } = random.of(pairs);
    const end = index + both.length;
    return exchange(text, { start: index, end: index + first!.length }, { start: end - second!.length, end });
  },
  'speaker exchanged': (text, random, covered) => {
    const speakers = covered.flatMap(({ beside }) => beside.slice(-1));
    if (speakers.length === 0) return text;
    const span = nowOf(text, random.of(speakers));
    return span.end > span.start ? inWords(random.of(['rebels', 'Ulla Brenn', 'residents']), text, span) : text;
  },
  'cue exchanged': (text, random, covered) => {
    const cues = covered.flatMap(({ beside }) => beside.slice(0, 1));
    if (cues.length === 0) return text;
    const span = nowOf(text, random.of(cues));
    return span.end > span.start ? inWords(random.of(['denied', 'joked', 'doubted']), text, span) : text;
  },
  'negation added': (text, random, covered) => {
    const span = nowOf(text, random.of(covered).words);
    const places = found(textOf(text.slice(span.start, span.end)), /(?<=\s)\p{L}+/gu);
    if (places.length === 0) return text;
    const at = span.start + random.of(places).start;
    return put(text, { start: at, end: at }, written(random.of(['not ', 'never ', 'hardly '])));
  },
  'sentence deleted': sentenceEdit((text, sentence) => put(text, sentence, [])),
  'sentence moved': sentenceEdit((text, sentence, random) =>
    placed(text, sentence, random, text.slice(sentence.start, sentence.end), true),
  ),
  'sentence doubled': sentenceEdit((text, sentence, random) =>
    random.below(3) === 0
      ? put(text, { start: sentence.end, end: sentence.end }, [...written(' '), ...asWritten(text, sentence)])
      : placed(text, sentence, random, asWritten(text, sentence), false),
  ),
  'look-alike added': sentenceEdit((text, sentence, random) => {
    const words = textOf(text.slice(sentence.start, sentence.end));
    const alike = random.of([
      words.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
      words.replace(/\p{Lu}\p{L}+(?= said)|police|officials/u, 'rebels'),
      words.replace(/ (was|were|is|are|had|will) /, ' $1 not '),
    ]);
    return alike === words ? text : placed(text, sentence, random, written(alike), false);
  }),
  'sentence added': sentenceEdit((text, { start }, random) =>
    put(
      text,
      { start, end: start },
      written(random.of(['It rained at dawn. ', 'Nobody else was in the yard. ', '"We will see," said a clerk. '])),
    ),
  ),
  'lines wrapped anew': (text, random) => {
    const width = 50 + random.below(45);
    const words = textOf(text);
    let column = 0;
    return text.map(({ character, at }, index) => {
      column = character === '\n' ? 0 : column + 1;
      if (!/\s/.test(character)) return { character, at };
      const isLone = /\S/.test(words[index - 1] ?? '') && /\S/.test(words[index + 1] ?? '');
      const next = words.slice(index + 1).search(/\s|$/);
      if (!isLone || column + next <= width) return { character: isLone ? ' ' : character, at };
      column = 0;
      return { character: '\n', at };
    });
  },
  'smart quotes': (text) => {
    let isOpen = false;
    return text.map(({ character, at }) => {
      if (character !== '"') return { character: character === "'" ? '’' : character, at };
      isOpen = !isOpen;
      return { character: isOpen ? '“' : '”', at };
    });
  },
  'other normal form': (text) =>
    text.flatMap(({ character, at }) =>
      character
        .normalize('NFD')
        .split('')
        .map((each) => ({ character: each, at })),
    ),
};

/** A text as its words count: white space, quotation marks and normal form apart. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

const isBlank = ({ character }: Letter): boolean => /\s/.test(character);

/** Whether the letters of a span of the first text all stand, in order, with nothing between them. */
export function isWhole(text: Text, { start, end }: Span, first: string): boolean {
  const place = text.findIndex(({ at }) => at === start);
  if (place < 0) return false;
  let expected = start;
  for (let index = place; index < text.length && expected < end; index++) {
    const letter = text[index]!;
    if (letter.at === expected) expected++;
    else if (letter.at === expected - 1 || isBlank(letter)) continue;
    else if (/\s/.test(first[expected]!)) {
      expected++;
      index--;
    } else return false;
  }
  return expected === end;
}

/** What became of a claim: `doubled` where a copy of its sentence stands too, so that nobody could tell which was meant. */
export type Fate = 'intact' | 'doubled' | 'changed' | 'near';

/** `near`: its own words stand, but something between them and their attribution has changed. */
export function fateOf(text: Text, { words, beside }: Covered, first: string): Fate {
  const spans = [words, ...beside];
  const now = textOf(text);
  const isAll = spans.every((span) => isWhole(text, span, first));
  const [from, to] = [Math.min(...spans.map(({ start }) => start)), Math.max(...spans.map(({ end }) => end))];
  const whole = plain(first.slice(from, to));
  const copies = plain(now).split(whole).length - 1;
  const before = plain(first).split(whole).length - 1;
  if (!isAll) return copies > 0 ? 'doubled' : 'changed';
  if (copies > before) return 'doubled';
  return isWhole(text, { start: from, end: to }, first) ? 'intact' : 'near';
}
