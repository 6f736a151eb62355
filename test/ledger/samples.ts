import fc from 'fast-check';
import type { Analysis, Claim, Quote } from '../../src/analysis/types.ts';
import { makeAnchor } from '../../src/ledger/anchor.ts';
import type { Added, Noted, Tagged, TookBack, Untagged } from '../../src/ledger/events.ts';
import type { Decision, DocumentDecisions } from '../../src/ledger/fold.ts';
import { wordingOf } from '../../src/ledger/wording.ts';
import type { Span } from '../../src/text/span.ts';

/** Where words stand in a text; the first time after `from`. */
export function spanOf(text: string, words: string, from = 0): Span {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  return { start, end: start + words.length };
}

/** An analysis with the given words as claims, and quotes where a cue and a speaker are given. */
export function analysisOf(
  text: string,
  claims: readonly { readonly words: string; readonly cue?: string; readonly speaker?: string }[],
): Analysis {
  const quotes: Quote[] = [];
  const found = claims.map(({ words, cue, speaker }): Claim => {
    const span = spanOf(text, words);
    const claim = { span, parts: [span], certainty: 'asserted', figures: [], entities: [] } as const;
    if (!cue || !speaker) return { ...claim, source: { type: 'document' } };
    quotes.push({
      type: 'indirect',
      content: span,
      parts: [span],
      cue: spanOf(text, cue),
      speaker: { name: speaker, mention: spanOf(text, speaker) },
    });
    return { ...claim, source: { type: 'quote', quote: quotes.length - 1 } };
  });
  return {
    text,
    head: { start: 0, end: 0 },
    sentences: [],
    entities: [],
    dates: [],
    figures: [],
    quotes,
    claims: found,
  };
}

const version = '0'.repeat(64);
const written = (id: string, seen: readonly string[] = []) => ({
  v: 2,
  id,
  at: '2022-03-03T10:00:00Z',
  by: 'Ann Moor',
  seen,
});
const aboutWords = (text: string, words: string) => ({
  document: 'fire.txt',
  text: version,
  target: makeAnchor(wordingOf(text), spanOf(text, words)),
});

export const tagged = (id: string, text: string, words: string, tag = 'verified', replaces?: string[]): Tagged => ({
  ...written(id),
  type: 'tagged',
  ...aboutWords(text, words),
  tag,
  ...(replaces ? { replaces } : {}),
});
export const noted = (id: string, text: string, words: string, note = 'ask again'): Noted => ({
  ...written(id),
  type: 'noted',
  ...aboutWords(text, words),
  note,
});
export const added = (id: string, text: string, words: string, kind: Added['kind'] = 'claim'): Added => ({
  ...written(id),
  type: 'added',
  ...aboutWords(text, words),
  kind,
});
export const untagged = (id: string, ...tags: string[]): Untagged => ({ ...written(id), type: 'untagged', tags });
export const tookBack = (id: string, ...events: string[]): TookBack => ({ ...written(id), type: 'tookBack', events });

/** Decisions about one document, each of which had seen all before it. */
export const about = (...decisions: readonly Decision[]): DocumentDecisions => ({
  decisions,
  hasSeen: (later, earlier) =>
    decisions.findIndex(({ id }) => id === later) > decisions.findIndex(({ id }) => id === earlier),
});

const character = fc.oneof(
  fc.constantFrom('a', 'B', ' ', '\n', '7', '"', '”', '😀', 'e\u0301', 'ש', '\u202e', '한', '\u1112\u1161', '中'),
  fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
);

/** Any text, lone surrogates too. */
export const anyText = (maxLength: number, minLength = 0): fc.Arbitrary<string> =>
  fc.array(character, { minLength, maxLength }).map((characters) => characters.join(''));
