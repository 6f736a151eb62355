// What editors decided, as events: one JSON object a line. Lines come from other people's files and are not trusted.
// The format is version 2: see docs/ledger.md and media/ledger.schema.json.
import type { EntityKind, FigureKind, Quote } from '../analysis/types.ts';
import type { Anchor, Selected } from './anchor.ts';
import { migrated } from './migrations.ts';
import { isTag } from './tags.ts';

/** The version of the format that this code writes. */
export const FORMAT = 2;

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
  /** Shared by the events of one deed of a person, which are taken back together. */
  readonly act?: string;
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
  /** Tags that this one takes the place of: the editor's own verdict before, those given to words that have changed. */
  readonly replaces?: readonly string[];
};

/** Removes the tags named, and no other: one that the writer had not seen stays. */
type Untag = { readonly type: 'untagged'; readonly tags: readonly string[] };

type Note = AboutWords & { readonly type: 'noted'; readonly note: string };

/** What shows that a claim holds, or does not. */
export interface Evidence {
  /** A link, or the path of a file. */
  readonly source: string;
  /** Where in it: a page, a paragraph, a time. */
  readonly locator?: string;
  /** The words there. */
  readonly passage?: string;
  /** SHA-256 of the source as it was seen, as hexadecimal digits. */
  readonly hash?: string;
}

type GiveEvidence = AboutWords & { readonly type: 'gaveEvidence'; readonly evidence: Evidence };

/** What analysis finds, or misses. */
export type ItemKind = 'quote' | 'figure' | 'name' | 'claim';

/** What is right, where analysis was wrong. */
export type Correction =
  /** Of a quote or a claim; "" where it is nobody's. */
  | { readonly aspect: 'speaker'; readonly name: string }
  /** `to`: in the version of the text that the event names. */
  | { readonly aspect: 'bounds'; readonly to: Selected }
  | { readonly aspect: 'kind'; readonly kind: EntityKind | FigureKind | Quote['type'] }
  /** Of a figure; `high` where it is a range, of which `low` is the other end. */
  | { readonly aspect: 'value'; readonly low: number; readonly high?: number; readonly unit?: string }
  /** The name is one more of that entity. */
  | { readonly aspect: 'sameAs'; readonly name: string }
  /** The name is somebody or something else than the entity it was taken for. */
  | { readonly aspect: 'apart' };

type Correct = AboutWords & {
  readonly type: 'corrected';
  readonly what: ItemKind;
  readonly correction: Correction;
  /** It holds wherever the same words stand in the document. */
  readonly everywhere?: true;
  /** Corrections that this one takes the place of. */
  readonly replaces?: readonly string[];
};

/** An editor's own mark, for what analysis missed. */
type Add = AboutWords & { readonly type: 'added'; readonly kind: ItemKind; readonly entityKind?: EntityKind };

/** What analysis found there is none. */
type Reject = AboutWords & { readonly type: 'rejected'; readonly what: ItemKind; readonly everywhere?: true };

/** Confirms what another editor verified. */
type Review = AboutWords & { readonly type: 'reviewed'; readonly tags: readonly string[] };

/** What these notes ask or say is done with. One that the writer had not seen is not among them. */
type Resolve = AboutWords & { readonly type: 'resolved'; readonly notes: readonly string[] };

/** The document has another path now. */
type Move = { readonly type: 'moved'; readonly document: string; readonly to: string };

/** Makes other events void, so that it is as if they had not happened; an event that takes back can be taken back. */
type TakeBack = { readonly type: 'tookBack'; readonly events: readonly string[] };

/** What a caller hands to `Ledger.add`, which adds who, when and what had been seen. */
export type EventDraft =
  | Tag
  | Untag
  | Note
  | GiveEvidence
  | Correct
  | Add
  | Reject
  | Review
  | Resolve
  | Move
  | TakeBack;

export type LedgerEvent = Written & EventDraft;
export type Tagged = Written & Tag;
export type Untagged = Written & Untag;
export type Noted = Written & Note;
export type GaveEvidence = Written & GiveEvidence;
export type Corrected = Written & Correct;
export type Added = Written & Add;
export type Rejected = Written & Reject;
export type Reviewed = Written & Review;
export type Resolved = Written & Resolve;
export type Moved = Written & Move;
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
  readonly cause: ProblemCause;
}

/** `field`: one that an event must have, by its name. `unlisted`, `unread`: why the file system says it cannot. */
export type ProblemCause =
  | { readonly type: 'empty' | 'cutOff' | 'tooLong' | 'conflict' | 'notJson' | 'noEvent' | 'tooDeep' }
  | { readonly type: 'field'; readonly name: string }
  | { readonly type: 'unlisted' | 'unread'; readonly reason: string };

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

const isString: Check = (value) => typeof value === 'string';
const isStrings: Check = (value) => Array.isArray(value) && value.every(isString);

/** An object whose fields are as said; others may be there too. */
const hasFields =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) && Object.entries(fields).every(([field, check]) => check(value[field]));

const isBehind = hasFields({
  speaker: isString,
  names: isOptional(isStrings),
  dates: isOptional(isStrings),
  counted: isOptional(isStrings),
  place: isOptional(isString),
});

const isEvidence = hasFields({
  source: isText,
  locator: isOptional(isString),
  passage: isOptional(isString),
  hash: isOptional((value) => isVersion(value)),
});

const isAnchor: Check = (value) =>
  isSelected(value) &&
  [(value as Anchor).cue, (value as Anchor).speaker].every(isOptional(isSelected)) &&
  isOptional(isStood)((value as Anchor).stood) &&
  isOptional(isBehind)((value as Anchor).behind);

const written = { at: isTime, by: isName, act: isOptional(isName) };
const aboutWords = { document: isDocument, text: isVersion, target: isAnchor };

const isItem = isOneOf('quote', 'figure', 'name', 'claim');
const entityKinds = ['person', 'organisation', 'place', 'nationality', 'event'] as const;
const isYes: Check = (value) => value === true;
const isNumber: Check = (value) => Number.isFinite(value);

const aspects: Readonly<Record<Correction['aspect'], Check>> = {
  speaker: hasFields({ name: isString }),
  bounds: hasFields({ to: isSelected }),
  kind: hasFields({
    kind: isOneOf(
      ...[...entityKinds, 'count', 'money', 'percent', 'measure', 'duration', 'age'],
      ...['direct', 'mixed', 'indirect'],
    ),
  }),
  value: hasFields({ low: isNumber, high: isOptional(isNumber), unit: isOptional(isString) }),
  sameAs: hasFields({ name: isText }),
  apart: isObject,
};

const isCorrection: Check = (value) =>
  isObject(value) &&
  Object.hasOwn(aspects, String(value.aspect)) &&
  aspects[value.aspect as Correction['aspect']](value);

const fieldsOf: Readonly<Record<EventDraft['type'], Readonly<Record<string, Check>>>> = {
  tagged: { ...written, ...aboutWords, tag: isTag, replaces: isOptional(isNames) },
  untagged: { ...written, tags: isNames },
  noted: { ...written, ...aboutWords, note: isText },
  added: {
    ...written,
    ...aboutWords,
    kind: isItem,
    entityKind: isOptional(isOneOf(...entityKinds)),
  },
  gaveEvidence: { ...written, ...aboutWords, evidence: isEvidence },
  corrected: {
    ...written,
    ...aboutWords,
    what: isItem,
    correction: isCorrection,
    everywhere: isOptional(isYes),
    replaces: isOptional(isNames),
  },
  rejected: { ...written, ...aboutWords, what: isItem, everywhere: isOptional(isYes) },
  reviewed: { ...written, ...aboutWords, tags: isNames },
  resolved: { ...written, ...aboutWords, notes: isNames },
  moved: { ...written, document: isDocument, to: isDocument },
  tookBack: { ...written, events: isNames },
};

const isKnown = (type: string): type is EventDraft['type'] => Object.hasOwn(fieldsOf, type);

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}

/** The event in one line, or what is wrong with the line. */
function readLine(line: string): { readonly event: StoredEvent } | { readonly cause: ProblemCause } {
  const broken = (type: 'tooLong' | 'conflict' | 'notJson' | 'noEvent' | 'tooDeep') => ({ cause: { type } });
  const without = (name: string) => ({ cause: { type: 'field' as const, name } });
  if (line.length > longestLine) return broken('tooLong');
  if (/^(<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)/.test(line)) return broken('conflict');
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return broken('notJson');
  }
  if (!isObject(value)) return broken('noEvent');
  if (isDeeper(value, deepest)) return broken('tooDeep');
  const { v, id, type, seen } = value;
  if (!Number.isSafeInteger(v) || (v as number) < 1) return without('v');
  if (!isName(id)) return without('id');
  if (typeof type !== 'string') return without('type');
  if (!isNames(seen)) return without('seen');
  if ((v as number) > FORMAT || !isKnown(type))
    return { event: { type: 'later', id: id as string, seen: seen as string[], raw: value } };
  const event = migrated(value, v as number);
  const wrong = Object.entries(fieldsOf[type]).find(([field, check]) => !check(event[field]));
  return wrong ? without(wrong[0]) : { event: event as unknown as LedgerEvent };
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
  if (jsonl === '') problems.push({ file, line: 0, cause: { type: 'empty' } });
  const lines = jsonl.replace(/^\ufeff/, '').split('\n');
  for (const [index, ended] of lines.entries()) {
    const line = ended.endsWith('\r') ? ended.slice(0, -1) : ended;
    if (line.trim() === '') continue;
    const read = readLine(line);
    if ('event' in read) events.push(read.event);
    else {
      const isCutOff = index === lines.length - 1 && read.cause.type === 'notJson';
      problems.push({ file, line: index + 1, cause: isCutOff ? { type: 'cutOff' } : read.cause });
    }
  }
  return { events, problems };
}

const keyOrder = (
  'v id type act at by seen document to text what tag replaces tags note notes evidence source locator passage hash ' +
  'correction aspect name kind entityKind low high unit everywhere events ' +
  'target quote exact prefix suffix position start end stood times alike number cue speaker behind'
).split(' ');
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
export function unreadable(event: StoredEvent): ProblemCause | undefined {
  const read = readLine(eventLine(event));
  return 'cause' in read ? read.cause : undefined;
}

/** The lines of a file, in the order given. What `parseEvents` reads from it equals `events`. */
export const serialiseEvents = (events: Iterable<StoredEvent>): string =>
  Array.from(events, (event) => `${eventLine(event)}\n`).join('');
