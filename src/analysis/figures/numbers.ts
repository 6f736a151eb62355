// Numbers as English news writes them: digits, words, and both together ("4.2 billion", "two and a half million").
import type { Token } from '../../text/tokens.ts';
import { isHyphen } from '../pieces.ts';

export type NumberValue =
  | { readonly type: 'exact'; readonly value: number }
  /** `low`, `high`: the powers of ten (or the dozens) between which the words leave it. */
  | { readonly type: 'vague'; readonly low: number; readonly high: number };

export interface NumberRead {
  /** Index of the first piece after the number. */
  readonly next: number;
  readonly amount: NumberValue;
  /** `share`: a fraction of something ("a third of", "one in five"). */
  readonly form: 'digits' | 'words' | 'share';
  /** A power of ten is named: "million", "bn", "dozen". */
  readonly scaled: boolean;
}

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const WORD_VALUES: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, 10 * (index + 2)] as const),
  ['fourty', 40],
]);

const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['dozen', 12],
]);

/** Written after digits alone. One letter counts only where it is written onto the digits. */
const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mio', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['bln', 1e9],
  ['t', 1e12],
  ['tn', 1e12],
  ['trn', 1e12],
]);

const VAGUE_SCALES: ReadonlyMap<string, number> = new Map([...SCALES].map(([word, value]) => [`${word}s`, value]));
const VAGUE_LEADS = new Set(['several', 'few', 'couple', 'many', 'some', 'various']);

const PARTS: ReadonlyMap<string, number> = new Map(
  ['half', 'third', 'quarter', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'].flatMap((word, index) => {
    const part = [2, 3, 4, 5, 6, 7, 8, 9, 10][index]!;
    return [
      [word, part],
      [word === 'half' ? 'halves' : `${word}s`, part],
    ] as const;
  }),
);
const FOURTHS = new Set(['fourth', 'fourths']);

const SIGNS: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅕', 1 / 5],
  ['⅛', 1 / 8],
]);

const partOf = (word: string): number | undefined => (FOURTHS.has(word) ? 4 : PARTS.get(word));

/** The value of digits with or without separators: "4,500", "1,50,000", "3.5", "1.000.000", "21,6". Undefined for "1.2.3". */
function digitsValue(text: string): number | undefined {
  if (/^\d*\.?\d+$/.test(text)) return Number(text);
  if (/^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  if (/^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (/^(?:0,\d+|\d{1,3},\d{1,2})$/.test(text)) return Number(text.replace(',', '.'));
  return undefined;
}

/** The words that a number in words can begin with. */
const OPENERS: ReadonlySet<string> = new Set([
  ...WORD_VALUES.keys(),
  ...SCALES.keys(),
  ...VAGUE_SCALES.keys(),
  ...VAGUE_LEADS,
  ...['scores', 'tens', 'half', 'a', 'an'],
]);

/** False where no number begins: asked of every piece, so that nothing else is. */
export const mayBeginNumber = ({ kind, lower, text }: Token): boolean =>
  kind === 'word' ? OPENERS.has(lower) : kind === 'number' || SIGNS.has(text);

/**
 * Reads the number that begins at piece `at`.
 * @param ofMoney an amount of money, where "m" and "b" are millions and billions
 */
export function readNumber(pieces: readonly Token[], at: number, ofMoney = false): NumberRead | undefined {
  const piece = pieces[at];
  if (piece === undefined || !mayBeginNumber(piece)) return undefined;
  if (SIGNS.has(piece.text)) return scaledFrom(pieces, at + 1, SIGNS.get(piece.text)!, 'digits', ofMoney);
  if (piece.kind === 'number') return readDigits(pieces, at, ofMoney);
  if (piece.kind !== 'word') return undefined;
  return readVague(pieces, at) ?? readShare(pieces, at) ?? readWords(pieces, at);
}

function readDigits(pieces: readonly Token[], at: number, ofMoney: boolean): NumberRead | undefined {
  let value = digitsValue(pieces[at]!.text);
  if (value === undefined) return undefined;
  let next = at + 1;
  // "1 000 000": groups of three after a space.
  while (/^\d{1,3}$/.test(pieces[next - 1]!.text) && isGroup(pieces, next)) {
    value = value * 1000 + Number(pieces[next]!.text);
    next++;
    if (!isGroup(pieces, next)) break;
  }
  const fraction = readSlash(pieces, at);
  if (fraction !== undefined) return { ...fraction, form: 'share', scaled: false };
  const sign = SIGNS.get(pieces[next]?.text ?? '');
  if (sign !== undefined) {
    value += sign;
    next++;
  } else if (pieces[next]?.spaced) {
    const rest = readSlash(pieces, next);
    if (rest?.amount.type === 'exact') {
      value += rest.amount.value;
      next = rest.next;
    }
  }
  return readOdds(pieces, next, value) ?? scaledFrom(pieces, next, value, 'digits', ofMoney);
}

const isGroup = (pieces: readonly Token[], at: number): boolean =>
  pieces[at]?.spaced === true && /^000$/.test(pieces[at]!.text) && pieces[at]!.start - pieces[at - 1]!.end === 1;

/** "1/16": small numbers without spaces, and no date ("01/07/2022"). */
function readSlash(pieces: readonly Token[], at: number): { next: number; amount: NumberValue } | undefined {
  const [upper, slash, lower, after] = pieces.slice(at, at + 4);
  if (upper?.text === '9' && lower?.text === '11') return undefined;
  if (!/^[/⁄]$/.test(slash?.text ?? '') || slash!.spaced || lower?.kind !== 'number' || lower.spaced) return undefined;
  if (!/^[1-9]\d?$/.test(upper!.text) || !/^[1-9]\d{0,2}$/.test(lower.text)) return undefined;
  if (Number(upper!.text) >= Number(lower.text) || (after !== undefined && !after.spaced && after.text === '/'))
    return undefined;
  return { next: at + 3, amount: { type: 'exact', value: Number(upper!.text) / Number(lower.text) } };
}

/** A value with the scale words after it: "4 hundred million", "105-million", "2.5 bn". */
function scaledFrom(
  pieces: readonly Token[],
  from: number,
  start: number,
  form: 'digits' | 'words',
  ofMoney: boolean,
): NumberRead {
  let value = start;
  let next = from;
  let scaled = false;
  for (;;) {
    const at = isHyphen(pieces[next]) && SCALES.has(pieces[next + 1]?.lower ?? '') ? next + 1 : next;
    const word = pieces[at];
    const scale =
      word === undefined
        ? undefined
        : (SCALES.get(word.lower) ?? (scaled ? undefined : shortScale(pieces, at, ofMoney)));
    if (scale === undefined || (scaled && scale === 12)) break;
    value *= scale;
    next = at + 1;
    scaled = true;
  }
  return { next, amount: { type: 'exact', value: scaled ? tidy(value) : value }, form, scaled };
}

/** 4.2 × 10⁹ without the noise of binary fractions. */
const tidy = (value: number): number => Number(value.toPrecision(15));

/** "1.2m tonnes" is millions, "a 12 m wall" and "1.8m tall" are metres. */
function shortScale(pieces: readonly Token[], at: number, ofMoney: boolean): number | undefined {
  const { lower, spaced } = pieces[at]!;
  const scale = SHORT_SCALES.get(lower);
  if (scale === undefined || lower.length > 1) return scale;
  // "$2.5T", but "30 t" of something.
  if (lower === 't') return ofMoney && !spaced ? scale : undefined;
  if (ofMoney) return scale;
  const after = pieces[at + 1];
  if (spaced || lower === 'b' || after === undefined)
    return lower === 'b' || lower === 'm' ? undefined : spaced ? undefined : scale;
  if (lower === 'k') return scale;
  return after.kind === 'word' && after.spaced && !NOT_COUNTED.has(after.lower) ? scale : undefined;
}

const NOT_COUNTED = new Set(
  'tall high long wide deep thick away above below from to of in on at by and or race final sprint freestyle hurdles relay backstroke butterfly run dash apart ahead behind off under over into across along'.split(
    ' ',
  ),
);

/** Of what odds are told; "29 out of 30 charges" tells how many. */
const ODDS = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 200, 500, 1e3, 1e4, 1e5, 1e6]);

/** "one in five", "nine out of 10", "one of every nine". */
function readOdds(pieces: readonly Token[], at: number, count: number): NumberRead | undefined {
  const word = pieces[at]?.lower;
  const out = word === 'out' && pieces[at + 1]?.lower === 'of';
  const link = out ? at + 2 : at + 1;
  const every = pieces[link]?.lower === 'every';
  if (!out && !(word === 'in' && (count === 1 || every)) && !(word === 'of' && every)) return undefined;
  const base = simpleValue(pieces, every ? link + 1 : link);
  if (base === undefined || base.value <= count || !ODDS.has(base.value)) return undefined;
  if (!out && !every && base.value >= 1900 && base.value < 2100) return undefined;
  return { next: base.next, amount: { type: 'exact', value: count / base.value }, form: 'share', scaled: false };
}

function simpleValue(
  pieces: readonly Token[],
  at: number,
): { readonly next: number; readonly value: number } | undefined {
  const piece = pieces[at];
  if (piece?.kind === 'number') {
    const value = digitsValue(piece.text);
    return value === undefined ? undefined : { next: at + 1, value };
  }
  return cardinal(pieces, at);
}

/** "dozens", "tens of thousands", "several hundred", "a few million". */
function readVague(pieces: readonly Token[], at: number): NumberRead | undefined {
  const vague = (next: number, low: number, high = low * 10): NumberRead => ({
    next,
    amount: { type: 'vague', low, high },
    form: 'words',
    scaled: true,
  });
  const word = pieces[at]!.lower;
  if (word === 'scores') return pieces[at + 1]?.lower === 'of' ? vague(at + 1, 20) : undefined;
  const size = word === 'tens' ? 10 : VAGUE_SCALES.get(word);
  if (size !== undefined) {
    const more = pieces[at + 1]?.lower === 'of' ? VAGUE_SCALES.get(pieces[at + 2]?.lower ?? '') : undefined;
    if (more !== undefined) return vague(at + 3, size * more);
    return word === 'tens' ? undefined : vague(at + 1, size);
  }
  const lead = word === 'a' ? at + 1 : at;
  if (!VAGUE_LEADS.has(pieces[lead]?.lower ?? '')) return undefined;
  const first = pieces[lead + 1]?.lower === 'of' ? lead + 2 : lead + 1;
  let next = first;
  let value = 1;
  for (let scale = anyScale(pieces[next]); scale !== undefined; scale = anyScale(pieces[next])) {
    value *= scale;
    next++;
  }
  return next > first ? vague(next, 2 * value, 10 * value) : undefined;
}

const anyScale = (piece: Token | undefined): number | undefined =>
  SCALES.get(piece?.lower ?? '') ?? VAGUE_SCALES.get(piece?.lower ?? '');

/** "half", "a third of", "two-thirds", "three quarters". */
function readShare(pieces: readonly Token[], at: number): NumberRead | undefined {
  const word = pieces[at]!.lower;
  if (word === 'half' || ((word === 'a' || word === 'one') && pieces[at + 1]?.lower === 'half'))
    return readHalf(pieces, at);
  const article = word === 'a' || word === 'an';
  const count = article ? 1 : WORD_VALUES.get(word);
  if (count === undefined || count === 0 || count > 9) return undefined;
  const hyphen = isHyphen(pieces[at + 1]);
  const name = pieces[hyphen ? at + 2 : at + 1]?.lower ?? '';
  const next = hyphen ? at + 3 : at + 2;
  const part = partOf(name);
  if (part === undefined || count >= part) return undefined;
  const plural = name.endsWith('s');
  const followed = pieces[next]?.lower === 'of';
  const scaleAt = followed && pieces[next + 1]?.lower === 'a' ? next + 2 : next;
  const size = SCALES.get(pieces[scaleAt]?.lower ?? '') ?? 0;
  const told = followed || size > 12 || (hyphen && !article) || endsShare(pieces, at, next);
  if (count === 1 ? plural || !told : !plural) return undefined;
  if (size > 12) {
    return {
      next: scaleAt + 1,
      amount: { type: 'exact', value: tidy((count / part) * size) },
      form: 'words',
      scaled: true,
    };
  }
  return { next, amount: { type: 'exact', value: count / part }, form: 'share', scaled: false };
}

const NO_SHARE = /^(?:first|second|other|opening|latter|better|and|top|bottom|left|right)$|th$/;

/** "the northern half", "its poorer half": a part, not a share of so much. */
const isPartOfPlace = (word: string): boolean =>
  /[a-z]{2}(?:er|ern)$/.test(word) &&
  !/^(?:over|under|after|per|however|another|never|ever|whether|either)$/.test(word);

/** "fell by a third.", "nearly a quarter, she said": a share though nothing follows of which. */
const endsShare = (pieces: readonly Token[], at: number, next: number): boolean =>
  /^(?:by|than|nearly|almost|about|roughly|around|over|up|down)$/.test(pieces[at - 1]?.lower ?? '') &&
  (pieces[next] === undefined ||
    pieces[next].kind === 'mark' ||
    /^(?:and|or|in|to|since|from)$/.test(pieces[next].lower));

function readHalf(pieces: readonly Token[], at: number): NumberRead | undefined {
  const before = pieces[at - 1];
  const half = pieces[at]!.lower === 'half' ? at : at + 1;
  const after = pieces[isHyphen(pieces[half + 1]) ? half + 2 : half + 1];
  const article = after?.lower === 'a' || after?.lower === 'an';
  const scale = article ? half + 2 : isHyphen(pieces[half + 1]) ? half + 2 : half + 1;
  const size = SCALES.get(pieces[scale]?.lower ?? '');
  if (size !== undefined) {
    return { next: scale + 1, amount: { type: 'exact', value: size / 2 }, form: 'words', scaled: true };
  }
  // "half-hour" is a duration; "first half", "a half brother", "half-time" are no figures.
  if (half !== at) return undefined;
  if (before !== undefined && (NO_SHARE.test(before.lower) || isPartOfPlace(before.lower))) return undefined;
  if (isHyphen(pieces[half + 1])) return undefined;
  if (after?.lower === 'way' || after?.lower === 'time') return undefined;
  return { next: article ? half + 2 : half + 1, amount: { type: 'exact', value: 0.5 }, form: 'share', scaled: false };
}

/** "twenty-five", "a hundred and six", "two and a half million", "a dozen". */
function readWords(pieces: readonly Token[], at: number): NumberRead | undefined {
  const word = pieces[at]!.lower;
  const scaleAfter = (index: number) => SCALES.get(pieces[isHyphen(pieces[index]) ? index + 1 : index]?.lower ?? '');
  if ((word === 'a' || word === 'an') && scaleAfter(at + 1) === undefined) return undefined;
  if (SCALES.has(word) && !/^(?:thousand|hundred|million|billion)$/.test(word)) return undefined;
  const read = cardinal(pieces, at);
  if (read === undefined) return undefined;
  const odds = readOdds(pieces, read.next, read.value);
  if (odds !== undefined) return odds;
  const scaled = pieces.slice(at, read.next).some(({ lower }) => SCALES.has(lower));
  const half = halfAfter(pieces, read.next);
  if (half !== undefined) {
    const size = scaled ? lastScale(pieces, at, read.next) : 1;
    const value = read.value + size * half.value;
    const more = scaledFrom(pieces, half.next, value, 'words', false);
    return { ...more, scaled: scaled || more.scaled };
  }
  return { next: read.next, amount: { type: 'exact', value: tidy(read.value) }, form: 'words', scaled };
}

const lastScale = (pieces: readonly Token[], from: number, to: number): number =>
  pieces.slice(from, to).reduce((last, { lower }) => SCALES.get(lower) ?? last, 1);

/** "and a half", "and a quarter", "and three quarters". */
export function halfAfter(
  pieces: readonly Token[],
  at: number,
): { readonly next: number; readonly value: number } | undefined {
  const hyphen = isHyphen(pieces[at]) && pieces[at + 1]?.lower === 'and';
  const and = hyphen ? at + 1 : at;
  if (pieces[and]?.lower !== 'and') return undefined;
  const words = pieces.slice(and + 1, and + 5).filter((piece) => !isHyphen(piece));
  const count = words[0]?.lower === 'a' || words[0]?.lower === 'one' ? 1 : WORD_VALUES.get(words[0]?.lower ?? '');
  const part = partOf(words[1]?.lower ?? '');
  if (count === undefined || part === undefined || count >= part || words[2]?.lower === 'of') return undefined;
  return { next: pieces.indexOf(words[1]!, and) + 1, value: count / part };
}

/** A whole number in words, the longest that begins at `at`. */
function cardinal(pieces: readonly Token[], at: number): { readonly next: number; readonly value: number } | undefined {
  let total = 0;
  let group: number | undefined;
  let next = at;
  if (/^an?$/.test(pieces[at]?.lower ?? '')) {
    group = 1;
    next++;
    if (isHyphen(pieces[next])) next++;
  } else if (SCALES.has(pieces[at]?.lower ?? '')) group = 1;
  let lowest = Number.POSITIVE_INFINITY;
  let room = 0;
  let end = at;
  for (;;) {
    const hyphen = next > at && isHyphen(pieces[next]);
    const and = !hyphen && end > at && pieces[next]?.lower === 'and' && room >= 100;
    const index = hyphen || and ? next + 1 : next;
    const word = pieces[index]?.lower ?? '';
    const value = WORD_VALUES.get(word);
    const scale = SCALES.get(word);
    if (value !== undefined) {
      if (and && value === 0) break;
      const fits = group === undefined || (room > value && value > 0 && end > at);
      if (!fits) break;
      group = (group ?? 0) + value;
      room = value >= 20 ? 10 : 0;
    } else if (scale !== undefined && group !== undefined && !and) {
      if (scale === 100) {
        if (group >= 100) break;
        group *= 100;
        room = 100;
      } else {
        if (scale >= lowest || (scale === 12 && next - at > 2)) break;
        total += group * scale;
        lowest = scale;
        group = 0;
        room = scale === 12 ? 0 : 1000;
      }
    } else break;
    next = index + 1;
    end = next;
    if (room === 0 && group === 0) break;
  }
  return end > at && group !== undefined ? { next: end, value: total + group } : undefined;
}
