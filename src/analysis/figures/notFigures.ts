// Numbers that are no quantities: parts of names, labels, clock times, scores, addresses, telephone numbers, identifiers.
import type { Token } from '../../text/tokens.ts';
import { isDash } from '../pieces.ts';
import { MONTHS, WEEKDAYS } from '../words.ts';
import { looksPlural } from './countedNoun.ts';
import { readUnit } from './units.ts';

const LABELS = new Set(
  `section sections article articles chapter page pages paragraph clause row seat room gate flight route highway line lane
  number numbers no no. nos nos. figure table annex appendix item items version category categories phase type class grade level stage step part
  episode season volume issue act bill resolution case order unit lot block platform track channel day week round game match
  group tier zone ward district division point question step rule schedule title form model serial id box apartment apt apartment. suite
  floor terminal pier dock hangar exit junction tel tel. phone fax ext ext. call dial zip postcode code psalm verse
  verses formula factor area sector camp building block bus train platform century highway interstate hurricane magnitude`.split(
    /\s+/,
  ),
);

const ADDRESS = new Set(
  'street st st. road rd rd. avenue ave ave. boulevard blvd lane ln drive dr dr. square way highway close crescent terrace calle rue'.split(
    ' ',
  ),
);
const CLOCK = new Set("am pm a.m. p.m. a.m p.m o'clock gmt utc est edt pst cet hrs".split(' '));
const isNumber = (piece: Token | undefined): boolean => piece?.kind === 'number';

/**
 * Where a number at piece `at` that is part of something else ends (index of the first piece after it), or undefined where it may be a quantity.
 * @param next the first piece after the number
 */
export function skipsTo(pieces: readonly Token[], at: number, next: number): number | undefined {
  const piece = pieces[at]!;
  if (piece.kind !== 'number') return hangsOn(pieces, at) ? next : undefined;
  return (
    clockTime(pieces, at, next) ??
    identifier(pieces, at, next) ??
    score(pieces, at) ??
    label(pieces, at, next) ??
    address(pieces, at, next)
  );
}

/** Spelt onto another word: "under-five", "no-one". */
const hangsOn = (pieces: readonly Token[], at: number): boolean =>
  !pieces[at]!.spaced && isDash(pieces[at - 1]) && !pieces[at - 1]!.spaced && pieces[at - 2]?.kind === 'word';

function clockTime(pieces: readonly Token[], at: number, next: number): number | undefined {
  const after = pieces[next];
  if (after?.text === ':' && !after.spaced && isNumber(pieces[next + 1])) {
    let end = next + 2;
    while (pieces[end]?.text === ':' && isNumber(pieces[end + 1])) end += 2;
    return end;
  }
  // "from 2 to 4 p.m."
  const until = pieces[next + 2];
  if (
    until !== undefined &&
    isNumber(pieces[next + 1]) &&
    CLOCK.has(until.lower) &&
    /^(?:to|and|-|–)$/.test(after?.lower ?? '')
  ) {
    return next + 3;
  }
  if (
    /^[01]?\d(?:\.[0-5]\d)?$|^2[0-4]\.[0-5]\d$/.test(pieces[at]!.text) &&
    CLOCK.has(after?.lower ?? '') &&
    after!.lower !== 'hrs'
  )
    return next + 1;
  if (/^[0-2]\d[0-5]\d$/.test(pieces[at]!.text) && /^(?:gmt|utc|hrs|hours|local|est|cet)$/.test(after?.lower ?? ''))
    return next + 1;
  return undefined;
}

/** Written onto letters or signs: "A320", "COVID-19", "#7", "22nd", "v2.0", "5G". */
function identifier(pieces: readonly Token[], at: number, next: number): number | undefined {
  const piece = pieces[at]!;
  const before = pieces[at - 1];
  const after = pieces[next];
  if (after !== undefined && !after.spaced && /^(?:st|nd|rd|th)$/.test(after.lower)) return next + 1;
  if (/^[/⁄]$/.test(after?.text ?? '') && !after!.spaced && isNumber(pieces[next + 1])) return next + 2;
  // "3D", "5G"
  const letter = after !== undefined && !after.spaced && /^\p{Lu}$/u.test(after.text);
  if (letter && readUnit(pieces, next, true) === undefined) return next + 1;
  // "4kids"
  if (after?.kind === 'word' && !after.spaced && after.text.length > 3 && readUnit(pieces, next, true) === undefined)
    return next + 1;
  if (/^0\d/.test(piece.text)) return phoneEnd(pieces, next);
  if (before !== undefined && !piece.spaced) {
    if (
      before.kind === 'word' &&
      !before.spaced &&
      pieces[at - 2] !== undefined &&
      !/^[$€£¥]$/.test(pieces[at - 2]!.text)
    )
      return next;
    if (/^[#@_&=*%\\]$/.test(before.text) && pieces[at - 2]?.text !== 'Y') return next;
    if (before.text === '/' && !before.spaced && pieces[at - 2]?.kind === 'word') return next;
    if (before.text === '.' || before.text === ':') return next;
    if (
      isDash(before) &&
      !before.spaced &&
      pieces[at - 2]?.kind === 'word' &&
      !/^(?:mid|sub|minus|then|now|plus)$/.test(pieces[at - 2]!.lower)
    )
      return next;
  }
  if (after !== undefined && isDash(after) && !after.spaced && isNumber(pieces[next + 1]) && isDash(pieces[next + 2])) {
    if (isNumber(pieces[next + 3])) return phoneEnd(pieces, next);
  }
  return undefined;
}

function phoneEnd(pieces: readonly Token[], from: number): number {
  let end = from;
  while (pieces[end] !== undefined && (isNumber(pieces[end]) || (isDash(pieces[end]) && isNumber(pieces[end + 1]))))
    end++;
  return end;
}

/** "3-1", "2–2", "6-4, 6-3": small numbers with no unit or noun of theirs. */
function score(pieces: readonly Token[], at: number): number | undefined {
  const [one, hyphen, two, after] = pieces.slice(at, at + 4);
  if (!isDash(hyphen) || !isNumber(two) || !/^\d{1,3}$/.test(one!.text) || !/^\d{1,3}$/.test(two!.text))
    return undefined;
  const [low, high] = [Number(one!.text), Number(two!.text)];
  if (after !== undefined && !after.spaced && /^[%°]$/.test(after.text)) return undefined;
  if (low >= high) return at + 3;
  if (
    after === undefined ||
    after.kind === 'mark' ||
    (after.spaced && after.kind === 'word' && SCORED.has(after.lower))
  )
    return at + 3;
  return undefined;
}

const SCORED = new Set(
  'win victory defeat loss draw lead on against over in at to thanks by and with for from away down up record vote after before home aggregate triumph thrashing result verdict'.split(
    ' ',
  ),
);

/** "Section 427", "Boeing 737", "Group 4", "No. 5", "G7": what stands before gives the number its sense. */
function label(pieces: readonly Token[], at: number, next: number): number | undefined {
  const before = pieces[at - 1];
  const text = pieces[at]!.text;
  if (before === undefined) {
    // A list's number: "3." or "3)" before its words.
    return /^[.)]$/.test(pieces[next]?.text ?? '') && pieces[next]?.spaced === false && next + 1 < pieces.length
      ? next
      : undefined;
  }
  if (before.kind !== 'word' || /[.,]\d/.test(text) || pieces[at]!.text.length > 5) return undefined;
  const after = pieces[next];
  const counts =
    after !== undefined &&
    after.kind === 'word' &&
    (looksPlural(after.lower) || looksPlural(pieces[next + 1]?.lower ?? '')) &&
    /^\p{Ll}/u.test(after.text);
  const capital = /\p{Lu}/u.test(before.text);
  if (/^[B-HJ-Z]$/.test(before.text) || /^zip$/.test(after?.lower ?? '')) return next;
  if (LABELS.has(before.lower)) return (capital || !counts) && !measures(pieces, next) ? next : undefined;
  if (!capital || at - 1 === 0 || before.lower.endsWith('.') || WEEKDAYS.has(before.lower) || MONTHS.has(before.lower))
    return undefined;
  if (
    /^(?:a|an|the|i|in|on|at|of|and|but|for|from|some|about|over|under|more|than|least|up|to|nearly|almost|around|only|another|these|those|all|his|her|their|its|our|usd|eur|gbp|rs|after|with|by|age|aged)$/.test(
      before.lower,
    )
  )
    return undefined;
  return counts || after?.kind === 'symbol' || measures(pieces, next) || /^["“]$/.test(pieces[at - 2]?.text ?? '')
    ? undefined
    : next;
}

/** A unit or a power of ten, spelt out or written onto the number. */
const measures = (pieces: readonly Token[], next: number): boolean => {
  const after = pieces[next];
  if (after === undefined) return false;
  return (
    /^(?:hundred|thousand|million|billion|trillion|dozen)$/.test(after.lower) ||
    !after.spaced ||
    readUnit(pieces, next, true) !== undefined
  );
};

/** "12 Mill Street", "9 E 71st St". */
function address(pieces: readonly Token[], at: number, next: number): number | undefined {
  if (!/^\d{1,5}$/.test(pieces[at]!.text)) return undefined;
  for (let index = next; index < next + 5 && index < pieces.length; index++) {
    const piece = pieces[index]!;
    if (
      piece.kind === 'mark' ||
      (piece.kind === 'word' && !/^[\p{Lu}\d]/u.test(piece.text) && !/^(?:st|nd|rd|th)$/.test(piece.lower))
    )
      return undefined;
    if (ADDRESS.has(piece.lower) && /^\p{Lu}/u.test(piece.text) && (index > next || piece.lower !== 'st'))
      return index + 1;
  }
  return undefined;
}
