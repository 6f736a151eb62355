// The sample seeds, read as they are, every claim verified, then edited at random and read again.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import type { Analysis, Claim } from '../../src/analysis/types.ts';
import { annotate } from '../../src/ledger/annotate.ts';
import { type ReadDocument, tagClaim } from '../../src/ledger/decide.ts';
import type { Decision } from '../../src/ledger/fold.ts';
import { wordingOf } from '../../src/ledger/wording.ts';
import { oneText } from '../../src/text/one.ts';
import { about } from './samples.ts';

const folder = new URL('../../seeds/', import.meta.url);
const seeds = readdirSync(folder).map((name) => oneText(readFileSync(new URL(name, folder), 'utf8')).text);

/** Every claim of a text verified, under ids that are its claims' indices. */
function verifyAll(text: string): { readonly before: Analysis; readonly decisions: readonly Decision[] } {
  const before = analyze(text);
  const read: ReadDocument = {
    document: 'seed.txt',
    version: '0'.repeat(64),
    wording: wordingOf(text),
    editor: 'Ann Moor',
  };
  const decisions = annotate(before, about()).claims.map(
    (claim, index) =>
      ({
        ...tagClaim(read, before, claim, 'verified'),
        v: 1,
        id: String(index),
        at: '2031-03-03T10:00:00Z',
        by: 'Ann Moor',
        seen: [],
      }) as Decision,
  );
  return { before, decisions };
}

const verified = seeds.map(verifyAll);

/** The words up to white space, style of quotation marks, normal form and the marks at their edges. */
const plain = (text: string, { span }: Claim): string =>
  text
    .slice(span.start, span.end)
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[ "'.,;:]+|[ "'.,;:]+$/g, '');

const speaker = ({ quotes }: Analysis, { source }: Claim): string =>
  (source.type === 'quote' ? (quotes[source.quote]?.speaker?.name ?? '') : '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');

const mentionOf = ({ quotes, text }: Analysis, { source }: Claim): string => {
  const mention = source.type === 'quote' ? quotes[source.quote]?.speaker?.mention : undefined;
  return mention ? text.slice(mention.start, mention.end).toLowerCase() : '';
};

type Edit = (text: string, at: number, other: number) => string;

/** Where the piece of the text at a place begins and ends, pieces parted by a pattern that matches one character. */
function piece(text: string, at: number, parting: RegExp): readonly [number, number] {
  let start = at % text.length;
  let end = start;
  while (start > 0 && !parting.test(text[start - 1]!)) start--;
  while (end < text.length && !parting.test(text[end]!)) end++;
  return [start, end];
}

/** Puts something else in the place of a piece. */
const instead =
  (parting: RegExp, put: (piece: string, text: string, other: number) => string): Edit =>
  (text, at, other) => {
    const [start, end] = piece(text, at, parting);
    return text.slice(0, start) + put(text.slice(start, end), text, other) + text.slice(end);
  };

const pieceAt = (text: string, at: number, parting: RegExp): string => text.slice(...piece(text, at, parting));

const capitalised = (text: string): string[] => text.match(/\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*/gu) ?? [''];

const edits: Readonly<Record<string, Edit>> = {
  'a word for another': instead(/\s/, (_, text, other) => pieceAt(text, other, /\s/)),
  'a negation': instead(/\s/, (word) => `not ${word}`),
  'a digit': (text, at, other) => {
    const digits = [...text.matchAll(/\d/g)];
    const { index } = digits[at % digits.length]!;
    return text.slice(0, index) + String(other % 10) + text.slice(index + 1);
  },
  'a name for another, once': (text, at, other) => {
    const names = capitalised(text);
    return text.replace(names[at % names.length]!, () => names[other % names.length]!);
  },
  'two names swapped throughout': (text, at, other) => {
    const names = capitalised(text);
    const [one, two] = [names[at % names.length]!, names[other % names.length]!];
    return text
      .split(one)
      .map((part) => part.replaceAll(two, one))
      .join(two);
  },
  'a sentence gone': instead(/[.\n]/, () => ''),
  'a sentence twice': instead(/[.\n]/, (words) => `${words}. ${words}`),
  'a paragraph gone': instead(/\n/, () => ''),
  'a paragraph from elsewhere': instead(/\n/, (words, text, other) => `${pieceAt(text, other, /\n/)}\n\n${words}`),
  'another way of writing': (text) => text.replaceAll('"', '“').replace(/ /g, '\n').normalize('NFD'),
};

const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.nat(1e6), fc.nat(1e6)), {
  minLength: 1,
  maxLength: 4,
});

test('however a seed is edited, a claim is verified only in the words and for the speaker it was verified for', () => {
  fc.assert(
    fc.property(fc.nat(seeds.length - 1), steps, (seed, changes) => {
      const { before, decisions } = verified[seed]!;
      const after = changes.reduce((text, [kind, at, other]) => edits[kind]!(text, at, other), before.text);
      const analysis = analyze(after);
      const document = annotate(analysis, about(...decisions));
      for (const { claim, state, tags } of document.claims) {
        if (state !== 'verified') continue;
        const then = tags.map(({ event }) => before.claims[Number(event)]!);
        for (const claimThen of then) {
          expect(plain(after, claim)).toBe(plain(before.text, claimThen));
          // Where the text tells less of a name now it is still that name; where the words beside the claim tell it, too.
          const known = speaker(before, claimThen).split(' ');
          const beside = mentionOf(before, claimThen);
          if (known.every((word) => beside.includes(word))) continue;
          expect(known).toEqual(expect.arrayContaining(speaker(analysis, claim).split(' ')));
        }
      }
      const kept = [...document.claims.flatMap(({ tags }) => tags), ...document.lost].map(({ event }) => event);
      expect(kept.sort()).toEqual(decisions.map(({ id }) => id).sort());
    }),
    { numRuns: 60 },
  );
}, 30_000);

test('when an edit above makes "he" another person, what he said is not verified any more', () => {
  const story = (name: string) =>
    [
      `KELVANE, March 4. /NORDA/. ${name} of the harbour office met reporters on Tuesday.`,
      'The north pier burned for two hours.',
      '"We counted sixteen ships," he said.',
    ].join('\n\n');
  const { decisions } = verifyAll(story('Ilmar Vessen'));
  const stateIn = (text: string) =>
    annotate(analyze(text), about(...decisions)).claims.find(({ claim }) => plain(text, claim).includes('sixteen'));
  expect(stateIn(story('Ilmar Vessen'))?.state).toBe('verified');
  const now = stateIn(story('Arvo Tamm'));
  expect([now?.state, now?.change?.behind]).toEqual([
    'changed',
    [{ what: 'speaker', before: 'Ilmar Vessen', now: 'Arvo Tamm' }],
  ]);
});

test('a claim keeps its tag when nothing it says has changed', () => {
  for (const { before, decisions } of verified) {
    const states = annotate(analyze(before.text), about(...decisions)).claims.map(({ state }) => state);
    expect(states).toEqual(states.map(() => 'verified'));
  }
});
