// What editors decided, as events: one JSON object a line. Lines come from other people's files and are not trusted.
// The format is version 1 and provisional: see docs/ledger.md.
import type { EntityKind } from '../analysis/types.ts';
import type { Anchor, Selected } from './anchor.ts';
import type { AddedKind } from './annotated.ts';
import { isTag } from './tags.ts';

/** The version of the format that this code writes. */
export const FORMAT = 1;

interface Written {
  /** The format's version. */
  readonly v: number;
  readonly id: string;
  /** ISO 8601 in UTC, for people to read: order is never taken from it. */
  readonly at: string;
  /** The editor's name. */
  readonly by: string;
  /** The latest events that the writer had seen: those that no other seen event had seen. */
  readonly seen: readonly string[];
}

interface AboutWords {
  /** Relative to the folder that holds `.seedmark/`, with "/". */
  readonly document: string;
  /** The version of the text that was read: see `textVersion`. */
  readonly text: string;
  readonly target: Anchor;
}

type Tag = AboutWords & {
  readonly type: 'tagged';
  readonly tag: string;
  /** Tags that this one takes the place of: those given to words that have changed since. */
  readonly replaces?: readonly string[];
};

/** Removes the tags named, and no other: one that the writer had not seen stays. */
type Untag = { readonly type: 'untagged'; readonly tags: readonly string[] };

type Note = AboutWords & { readonly type: 'noted'; readonly note: string };

/** An editor's own mark, for what analysis missed. */
type Add = AboutWords & { readonly type: 'added'; readonly kind: AddedKind; readonly entityKind?: EntityKind };

/** Makes another event void, so that it is as if it had not happened; an event that takes back can be taken back. */
type TakeBack = { readonly type: 'tookBack'; readonly event: string };

/** What a caller hands to `Ledger.append`, which adds who, when and what had been seen. */
export type EventDraft = Tag | Untag | Note | Add | TakeBack;

export type LedgerEvent = Written & EventDraft;
export type Tagged = Written & Tag;
export type Untagged = Written & Untag;
export type Noted = Written & Note;
export type Added = Written & Add;
export type TookBack = Written & TakeBack;

/** An event of a newer version or of an unknown type: kept as it is, and otherwise left alone. */
export interface LaterEvent {
  readonly type: 'later';
  readonly id: string;
  readonly seen: readonly string[];
  readonly raw: Readonly<Record<string, unknown>>;
}

export type StoredEvent = LedgerEvent | LaterEvent;

/** A line that could not be used. `line` counts from 1; 0 speaks of the whole file. */
export interface LedgerProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Lines longer than this, in UTF-16 units, are not read. */
const longestLine = 1_000_000;
const deepest = 32;

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string' && value.trim() !== '';
const isName: Check = (value) => typeof value === 'string' && value.trim() !== '' && value.length <= 200;
const isNames: Check = (value) => Array.isArray(value) && value.every(isName);
const isOffset: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isOptional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const isOneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string);

const isTime: Check = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(value);

const isDocument: Check = (value) =>
  typeof value === 'string' && value.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

const isVersion: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

function isSelected(value: unknown): value is Selected {
  if (!isObject(value) || !isObject(value.quote) || !isObject(value.position)) return false;
  const { quote, position } = value;
  return (
    quote.type === 'TextQuoteSelector' &&
    [quote.exact, quote.prefix, quote.suffix].every((part) => typeof part === 'string') &&
    position.type === 'TextPositionSelector' &&
    isOffset(position.start) &&
    isOffset(position.end) &&
    (position.start as number) <= (position.end as number)
  );
}

const isStood: Check = (value) => {
  if (!isObject(value)) return false;
  const { times, alike, number } = value as Record<string, number>;
  return [times, alike, number].every(isOffset) && 1 <= number! && number! <= alike! && alike! <= times!;
};

const isAnchor: Check = (value) =>
  isSelected(value) &&
  [(value as Anchor).cue, (value as Anchor).speaker].every(isOptional(isSelected)) &&
  isOptional(isStood)((value as Anchor).stood) &&
  isOptional((saidBy) => typeof saidBy === 'string')((value as Anchor).saidBy);

const written = { at: isTime, by: isName };
const aboutWords = { document: isDocument, text: isVersion, target: isAnchor };

const fieldsOf: Readonly<Record<EventDraft['type'], Readonly<Record<string, Check>>>> = {
  tagged: { ...written, ...aboutWords, tag: isTag, replaces: isOptional(isNames) },
  untagged: { ...written, tags: isNames },
  noted: { ...written, ...aboutWords, note: isText },
  added: {
    ...written,
    ...aboutWords,
    kind: isOneOf('quote', 'figure', 'name', 'claim'),
    entityKind: isOptional(isOneOf('person', 'organisation', 'place', 'nationality', 'event')),
  },
  tookBack: { ...written, event: isName },
};

const isKnown = (type: string): type is EventDraft['type'] => Object.hasOwn(fieldsOf, type);

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}

/** The event in one line, or what is wrong with the line. */
function readLine(line: string): StoredEvent | string {
  if (line.length > longestLine) return 'longer than a million characters';
  if (/^(<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)/.test(line)) return 'a conflict marker, left by a merge';
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  if (!isObject(value)) return 'not an event: no JSON object';
  if (isDeeper(value, deepest)) return 'nested too deeply';
  const { v, id, type, seen } = value;
  if (!Number.isSafeInteger(v) || (v as number) < 1) return '"v" is missing or wrong';
  if (!isName(id)) return '"id" is missing or wrong';
  if (typeof type !== 'string') return '"type" is missing or wrong';
  if (!isNames(seen)) return '"seen" is missing or wrong';
  if ((v as number) > FORMAT || !isKnown(type))
    return { type: 'later', id: id as string, seen: seen as string[], raw: value };
  const wrong = Object.entries(fieldsOf[type]).find(([field, check]) => !check(value[field]));
  return wrong ? `"${wrong[0]}" is missing or wrong` : (value as unknown as LedgerEvent);
}

/**
 * Reads the lines of one file. A line that cannot be used is reported and costs no other line.
 * Fields that are not known stay on the events.
 * @param file what the problems call the file.
 */
export function parseEvents(
  jsonl: string,
  file: string,
): { readonly events: readonly StoredEvent[]; readonly problems: readonly LedgerProblem[] } {
  const events: StoredEvent[] = [];
  const problems: LedgerProblem[] = [];
  const lines = jsonl.replace(/^\ufeff/, '').split('\n');
  for (const [index, ended] of lines.entries()) {
    const line = ended.endsWith('\r') ? ended.slice(0, -1) : ended;
    if (line.trim() === '') continue;
    const read = readLine(line);
    if (typeof read !== 'string') events.push(read);
    else {
      const cutOff = index === lines.length - 1 && read === 'not JSON';
      problems.push({ file, line: index + 1, message: cutOff ? 'the last line is cut off' : read });
    }
  }
  return { events, problems };
}

const keyOrder = [
  ...['v', 'id', 'type', 'at', 'by', 'seen', 'document', 'text'],
  ...['tag', 'replaces', 'tags', 'note', 'kind', 'entityKind', 'event', 'target'],
  ...[
    'quote',
    'exact',
    'prefix',
    'suffix',
    'position',
    'start',
    'end',
    'stood',
    'times',
    'alike',
    'number',
    'cue',
    'speaker',
    'saidBy',
  ],
];
const placeOf = new Map(keyOrder.map((key, place) => [key, place]));

const byKey = (a: string, b: string): number =>
  (placeOf.get(a) ?? keyOrder.length) - (placeOf.get(b) ?? keyOrder.length) || (a < b ? -1 : 1);

/** JSON with the keys in one order, so that equal values give equal text. */
function ordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ordered).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, item]) => item !== undefined);
  const written = fields
    .sort(([a], [b]) => byKey(a, b))
    .map(([key, item]) => `${JSON.stringify(key)}:${ordered(item)}`);
  return `{${written.join(',')}}`;
}

/** One event as its line, without the line's end. Equal events give equal lines. */
export const eventLine = (event: StoredEvent): string => ordered(event.type === 'later' ? event.raw : event);

/** Why an event, once written, could not be read back; undefined where it can. */
export function unreadable(event: StoredEvent): string | undefined {
  const read = readLine(eventLine(event));
  return typeof read === 'string' ? read : undefined;
}

/** The lines of a file, in the order given. What `parseEvents` reads from it equals `events`. */
export const serialiseEvents = (events: Iterable<StoredEvent>): string =>
  Array.from(events, (event) => `${eventLine(event)}\n`).join('');
