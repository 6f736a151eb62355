// Is a text a source document, and what does its head say? The head is read here, the verdict is in detect.ts.
import { BLANK, classAt } from '../text/characters.ts';
import { type Dateline, type DatelineDay, readDateline, readDay } from '../text/dateline.ts';
import type { Span } from '../text/span.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { agencyName, isKnownAgency } from './agencies.ts';
import { type FrontMatter, readFrontMatter } from './frontMatter.ts';

/** What stands before a document's first sentence: "date 2031-02-07 SOR-VALDA, February 7. /NORDA/." */
export interface Head extends Span {
  /** `iso`: YYYY-MM-DD, the day the document is from. */
  readonly date?: Span & { readonly iso: string };
  readonly place?: Span;
  /** `name`: the agency's usual name, "TASS". */
  readonly agency?: Span & { readonly name: string };
  readonly byline?: Span & { readonly name: string };
  readonly title?: Span;
  readonly frontMatter?: Span;
}

/** No head is longer than this, in UTF-16 code units. */
const LONGEST_HEAD = 4000;
const LONGEST_TITLE = 160;
const MOST_LINES = 12;

const LABEL =
  /^[*_]{0,2}(?:for immediate release|(?:press|media|news) (?:release|statement|advisory|notice)|(?:official )?statement|communiqu[eé]|(?:interview )?transcript|embargoed? .{1,60}|breaking(?: news)?|urgent|(?:full )?interview|#+)[*_:]{0,3}$/i;
const KEY =
  /^[*_]{0,2}(title|headline|date|published|updated|posted|place|location|agency|source|author|byline|by|written by|reporter)[*_]{0,2}:[*_]{0,2}[ \t]*/i;
const BYLINE = /^[*_]{0,2}(?:by|reporting by|story by|interview by)[ \t]+/i;
/** A letterhead is no title. */
const LETTERHEAD =
  /^[*_]{0,2}(?:the )?(?:ministry|office|department|embassy|secretariat|press (?:service|office|department))\b/i;
/** Two to five capitalised words, with initials and particles: "Marta J. van der Orel". */
const NAME = String.raw`\p{Lu}[\p{L}.'’-]*(?:[ \t]+(?:(?:van|von|de|der|den|del|di|da|al|bin|la|le)[ \t]+){0,2}\p{Lu}[\p{L}.'’-]*){1,4}`;
const NAMES = new RegExp(`^${NAME}(?: and ${NAME})?`, 'u');

interface Draft {
  date?: Span & { iso: string };
  place?: Span;
  agency?: Span & { name: string };
  byline?: Span & { name: string };
  title?: Span;
  frontMatter?: Span;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The day with its year, which must exist in the calendar. */
function isoOf(day: DatelineDay, fallbackYear?: number): string | undefined {
  const year = day.year ?? fallbackYear;
  return year === undefined ? undefined : validIso(`${year}-${twoDigits(day.month)}-${twoDigits(day.day)}`);
}

/** The YYYY-MM-DD that a text begins with, where the calendar has such a day. */
export function validIso(written: string): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(written);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const longest = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= longest ? match[0] : undefined;
}

const shifted = <T extends Span>(span: T, by: number): T => ({ ...span, start: span.start + by, end: span.end + by });

const agencyAt = (text: string, span: Span): Span & { name: string } => ({
  ...span,
  name: agencyName(text.slice(span.start, span.end)),
});

function takeDateline(text: string, dateline: Dateline, by: number, draft: Draft): void {
  const { isoDate, place, day, agency } = dateline;
  const iso = isoDate && validIso(isoDate.iso);
  const dayIso = day && isoOf(day);
  if (isoDate && iso) draft.date ??= { start: isoDate.start + by, end: isoDate.end + by, iso };
  if (day && dayIso) draft.date ??= { start: day.start + by, end: day.end + by, iso: dayIso };
  if (place) draft.place ??= shifted(place, by);
  if (agency) draft.agency ??= agencyAt(text, shifted(agency, by));
}

/** A line that holds a day with its year and little else: "Saturday, April 12, 2031", "Linden, 12 April 2031". */
function readDayLine(text: string, line: Span): Pick<Draft, 'date' | 'place'> | undefined {
  if (line.end - line.start > LONGEST_TITLE) return undefined;
  const tokens = tokenize(text.slice(line.start, line.end));
  const at = tokens.findIndex(
    (token, index) => validIso(token.text) !== undefined || readDay(tokens, index) !== undefined,
  );
  if (at < 0 || at > 6 || tokens.length > at + 12) return undefined;
  const before = tokens.slice(0, at);
  if (!before.every((token) => token.kind === 'mark' || /^\p{Lu}/u.test(token.text))) return undefined;
  const read = readDay(tokens, at);
  const token = tokens[at]!;
  const iso = read ? isoOf(read.value) : validIso(token.text);
  if (iso === undefined) return undefined;
  const rest = tokens.slice(read ? read.next : at + 1);
  // What may follow a day: a time of day and its zone.
  if (
    !rest.every(
      (next) => next.kind !== 'word' || /^(?:at|updated|[ap]\.?m\.?|\p{Lu}{2,4}|local|time)$/u.test(next.text),
    )
  )
    return undefined;
  const span = read ? read.value : token;
  const date = { start: line.start + span.start, end: line.start + span.end, iso };
  const words = before.filter((part: Token) => part.kind === 'word');
  const isPlace = words.length > 0 && before.at(-1)?.text === ',';
  const place = isPlace ? { start: line.start + words[0]!.start, end: line.start + words.at(-1)!.end } : undefined;
  return { date, ...(place && { place }) };
}

function takeValue(text: string, key: string, value: Span, draft: Draft): void {
  const written = text.slice(value.start, value.end);
  if (key === 'title' || key === 'headline') draft.title ??= value;
  else if (key === 'date' || key === 'published' || key === 'posted') {
    const day = readDayLine(text, value);
    const iso = day?.date?.iso ?? validIso(written);
    if (iso) draft.date ??= day?.date ?? { start: value.start, end: value.start + iso.length, iso };
  } else if (key === 'place' || key === 'location' || key === 'dateline' || key === 'city') draft.place ??= value;
  else if (
    key === 'agency' ||
    key === 'wire' ||
    (key === 'source' && (isKnownAgency(written) || written.length < 40))
  ) {
    draft.agency ??= agencyAt(text, value);
  } else if (key === 'author' || key === 'byline' || key === 'by' || key === 'written by' || key === 'reporter') {
    const name = written.replace(/^by[ \t]+/i, '');
    draft.byline ??= { start: value.end - name.length, end: value.end, name };
  }
}

function takeFrontMatter(text: string, frontMatter: FrontMatter, draft: Draft): void {
  draft.frontMatter = { start: frontMatter.start, end: frontMatter.end };
  for (const { key, value } of frontMatter.entries) takeValue(text, key, value, draft);
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (classAt(text, at) === BLANK) at++;
  return at;
}

function lineAt(text: string, start: number): Span {
  const newline = text.indexOf('\n', start);
  let end = newline < 0 ? text.length : newline;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

function readByline(text: string, line: Span): (Span & { name: string }) | undefined {
  const written = text.slice(line.start, Math.min(line.end, line.start + LONGEST_TITLE));
  const lead = BYLINE.exec(written)?.[0];
  if (lead === undefined || line.end - line.start > LONGEST_TITLE || /[.!?]["”]?$/.test(written)) return undefined;
  const name = NAMES.exec(written.slice(lead.length))?.[0];
  const start = line.start + lead.length;
  return name === undefined ? undefined : { start, end: start + name.length, name };
}

/** A short line that ends no sentence and is no turn of a talk, no list item and no address. */
function titleOf(text: string, line: Span): Span | undefined {
  const written = text.slice(line.start, line.end);
  if (written.length > LONGEST_TITLE || /[.,;:]["”’*_]*$/.test(written) || !/\p{L}/u.test(written)) return undefined;
  const heading = /^#{1,6}[ \t]+/.exec(written)?.[0].length ?? /^\*\*/.exec(written)?.[0].length ?? 0;
  // A list item, an address, a turn of a talk or a "key: value" line.
  if (heading === 0 && !/^[\p{L}\p{N}'‘¿¡]/u.test(written)) return undefined;
  if (/^(?:\d+[.)] |\p{Lu}+:|\p{Ll}\w*:|\p{L}+: .*\?$)/u.test(written)) return undefined;
  const end = line.end - (/[*#\s]+$/.exec(written)?.[0].length ?? 0);
  return { start: line.start + heading, end };
}

const isBlankBehind = (text: string, line: Span): boolean =>
  /^[ \t]*\n[ \t]*\n/.test(text.slice(line.end, line.end + 40));

/** Takes what one line of a head says. Returns where the head goes on, or undefined where the line is none of a head's. */
function takeLine(text: string, line: Span, draft: Draft): number | undefined {
  const written = text.slice(line.start, Math.min(line.end, line.start + 400));
  const dateline = readDateline(tokenize(written));
  if (dateline) {
    takeDateline(text, dateline, line.start, draft);
    return line.start + dateline.end;
  }
  const isShort = written.length < LONGEST_TITLE;
  if (LABEL.test(written) || (isShort && LETTERHEAD.test(written) && titleOf(text, line))) return line.end;
  const key = KEY.exec(written);
  if (key && isShort) {
    takeValue(text, key[1]!.toLowerCase(), { start: line.start + key[0].length, end: line.end }, draft);
    return line.end;
  }
  const byline = readByline(text, line);
  if (byline) {
    draft.byline ??= byline;
    return line.end;
  }
  const day = readDayLine(text, line);
  if (!day) return undefined;
  draft.date ??= day.date!;
  if (day.place) draft.place ??= day.place;
  return line.end;
}

/**
 * Reads a document's head: front matter, title, byline, day, dateline, in whatever order. `end` is where the body's first
 * sentence begins. A dateline without a year dates a document only where the head tells the year elsewhere.
 * A document without a head has an empty one at the start of its first words.
 */
export function readHead(text: string): Head {
  const start = skipBlank(text, text.startsWith('\ufeff') ? 1 : 0);
  const limit = Math.min(text.length, start + LONGEST_HEAD);
  const draft: Draft = {};
  const frontMatter = readFrontMatter(text, start, limit);
  if (frontMatter) takeFrontMatter(text, frontMatter, draft);
  let end = skipBlank(text, frontMatter?.end ?? start);
  let title: Span | undefined;
  for (let at = end, lines = 0; at < limit && lines < MOST_LINES; lines++) {
    const line = lineAt(text, at);
    const taken = takeLine(text, line, draft);
    const untaken = taken === undefined ? titleOf(text, line) : undefined;
    if (taken === undefined && (!untaken || title)) break;
    title ??= untaken;
    at = skipBlank(text, taken ?? line.end);
    // A title is sure where a head goes on behind it, or where it stands alone above a text.
    if (taken !== undefined || (isBlankBehind(text, line) && at < text.length)) {
      if (title) draft.title ??= title;
      end = at;
    }
    const inStory = taken !== undefined && taken < line.end;
    if (inStory && draft.place) break;
  }
  return { start, end, ...draft };
}
