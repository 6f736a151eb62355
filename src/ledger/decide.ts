// What an editor decides, as drafts of events for `Ledger.add`. Undefined stands for nothing to be written.
import type { Analysis, EntityKind } from '../analysis/types.ts';
import { isSameSpan, overlaps, type Span, wordsOf } from '../text/span.ts';
import { makeAnchor } from './anchor.ts';
import { gatheringOf } from './annotate.ts';
import type { AnnotatedClaim, AnnotatedDocument, TagGiven } from './annotated.ts';
import { behindOf } from './behind.ts';
import type { Correction, EventDraft, Evidence, ItemKind } from './events.ts';
import { claimAt } from './ownClaim.ts';
import { isVerdict } from './tags.ts';
import { coreOf, type Wording } from './wording.ts';

/** The document that a decision is about, as it was read, and who decides. */
export interface ReadDocument {
  /** Relative to the folder that holds `.seedmark/`, with "/". */
  readonly document: string;
  /** See `textVersion`. */
  readonly version: string;
  /** Of the analysis's text. */
  readonly wording: Wording;
  /** The editor's name. */
  readonly editor: string;
}

function aboutSpan({ document, version, wording }: ReadDocument, span: Span) {
  return { document, text: version, target: makeAnchor(wording, span) };
}

function aboutClaim(read: ReadDocument, analysis: Analysis, { claim }: Pick<AnnotatedClaim, 'claim'>) {
  const quote = claim.source.type === 'quote' ? analysis.quotes[claim.source.quote] : undefined;
  const mention = quote?.speaker?.mention;
  const attribution = {
    ...(quote?.cue ? { cue: quote.cue } : {}),
    ...(mention ? { speaker: mention } : {}),
    behind: behindOf(analysis, claim),
  };
  return {
    document: read.document,
    text: read.version,
    target: makeAnchor(read.wording, claim.span, attribution),
  };
}

const eventsOf = (given: readonly { readonly event: string }[]): readonly string[] => given.map(({ event }) => event);

/** Tags that hold for the claim's words as they stand now. */
const tagsNow = ({ change, tags }: AnnotatedClaim): readonly TagGiven[] => (change ? [] : tags);

/** Whether a claim has a tag, given to its words as they stand now; by one editor, or by any. */
export const hasTag = (claim: AnnotatedClaim, tag: string, editor?: string): boolean =>
  tagsNow(claim).some((given) => given.tag === tag && (editor === undefined || given.by === editor));

/**
 * Tags a claim; undefined where the editor has done that already. A verdict takes the place of the editor's own verdict
 * before, and where editors contradict each other it settles that: it takes the place of every other verdict. A tag on
 * words that have changed takes the place of those given to the words before.
 */
export function tagClaim(
  read: ReadDocument,
  analysis: Analysis,
  claim: AnnotatedClaim,
  tag: string,
): EventDraft | undefined {
  const settles = isVerdict(tag) && claim.disagreements.some(({ about }) => about === 'verdict');
  if (hasTag(claim, tag, read.editor) && !settles) return undefined;
  const isReplaced = (given: TagGiven) =>
    isVerdict(given.tag) && isVerdict(tag) && (given.by === read.editor || (settles && given.tag !== tag));
  const replaces = eventsOf(claim.change ? claim.tags : claim.tags.filter(isReplaced));
  return { type: 'tagged', ...aboutClaim(read, analysis, claim), tag, ...(replaces.length > 0 ? { replaces } : {}) };
}

/** Tags exact words, be they a claim or a part of one: where no claim is just that, they are one from then on. */
export function tagWords(
  read: ReadDocument,
  { analysis, claims }: AnnotatedDocument,
  span: Span,
  tag: string,
): EventDraft | undefined {
  return tagClaim(read, analysis, claimOf(analysis, claims, span), tag);
}

/** The claim that is just these words, give or take the marks at their edges, or one that would be made of them. */
export function claimOf(analysis: Analysis, claims: readonly AnnotatedClaim[], span: Span): AnnotatedClaim {
  const about = claims.filter(({ claim }) => overlaps(claim.span, span));
  const words = coreOf(wordsOf(analysis.text, span));
  const same =
    about.find(({ claim }) => isSameSpan(claim.span, span)) ??
    about.find(({ claim }) => coreOf(wordsOf(analysis.text, claim.span)) === words);
  return same ?? { id: '', state: 'open', ...gatheringOf(claimAt(analysis, span), { type: 'analysis' }) };
}

/** Removes tags from a claim, whoever gave them. */
export function untagClaim(claim: AnnotatedClaim, isMeant: (given: TagGiven) => boolean): EventDraft | undefined {
  const tags = eventsOf(claim.tags.filter(isMeant));
  return tags.length > 0 ? { type: 'untagged', tags } : undefined;
}

/** Confirms what others verified; undefined where nobody else has, or the editor has confirmed all of it. */
export function reviewClaim(read: ReadDocument, analysis: Analysis, claim: AnnotatedClaim): EventDraft | undefined {
  const done = new Set(claim.reviews.filter(({ by }) => by === read.editor).flatMap(({ tags }) => tags));
  const tags = eventsOf(tagsNow(claim).filter(({ tag, by }) => tag === 'verified' && by !== read.editor));
  if (tags.every((tag) => done.has(tag))) return undefined;
  return { type: 'reviewed', ...aboutClaim(read, analysis, claim), tags };
}

export const noteClaim = (read: ReadDocument, analysis: Analysis, claim: AnnotatedClaim, note: string): EventDraft => ({
  type: 'noted',
  ...aboutClaim(read, analysis, claim),
  note,
});

/** Resolves all notes on a claim; undefined where none is open. */
export function resolveNotes(read: ReadDocument, analysis: Analysis, claim: AnnotatedClaim): EventDraft | undefined {
  const notes = eventsOf(claim.notes.filter(({ resolved }) => !resolved));
  return notes.length > 0 ? { type: 'resolved', ...aboutClaim(read, analysis, claim), notes } : undefined;
}

/** Opens the notes on a claim again; undefined where none was resolved. */
export function reopenNotes({ notes }: AnnotatedClaim): EventDraft | undefined {
  const given = eventsOf(notes.flatMap(({ resolved = [] }) => resolved));
  return given.length > 0 ? takeBack([...new Set(given)]) : undefined;
}

export const giveEvidence = (
  read: ReadDocument,
  analysis: Analysis,
  claim: AnnotatedClaim,
  evidence: Evidence,
): EventDraft => ({ type: 'gaveEvidence', ...aboutClaim(read, analysis, claim), evidence });

/** A span without the white space at its edges; undefined where nothing is left. */
function trimmed(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = from + words.trim().length;
  return from < to ? { start: from, end: to } : undefined;
}

/** Marks what analysis missed; white space at the span's edges is left out. */
export function markSpan(
  read: ReadDocument,
  span: Span,
  kind: ItemKind,
  entityKind?: EntityKind,
): EventDraft | undefined {
  const words = trimmed(read.wording.raw, span);
  if (!words) return undefined;
  return { type: 'added', ...aboutSpan(read, words), kind, ...(entityKind ? { entityKind } : {}) };
}

/** Marks words as a claim and writes a note on it; nothing where they are white space alone. */
export function noteWords(
  read: ReadDocument,
  { analysis, claims }: AnnotatedDocument,
  span: Span,
  note: string,
): readonly (EventDraft | undefined)[] {
  const words = trimmed(read.wording.raw, span);
  if (!words) return [];
  return [markSpan(read, words, 'claim'), noteClaim(read, analysis, claimOf(analysis, claims, words), note)];
}

/** What analysis found, and where: of a quote its content, of a name the mention. */
export interface Item {
  readonly what: ItemKind;
  readonly span: Span;
}

/** Of an item, or of all that are made of the same words. */
export type Reach = 'here' | 'everywhere';

const everywhere = (reach: Reach) => (reach === 'everywhere' ? ({ everywhere: true } as const) : {});

/** Says what is right about an item; takes the place of what was said about the same of it before. */
export function correctItem(
  read: ReadDocument,
  { corrections }: AnnotatedDocument,
  { what, span }: Item,
  correction: Correction,
  reach: Reach = 'here',
): EventDraft {
  const replaces = eventsOf(
    corrections.filter(
      (given) =>
        given.what === what &&
        given.correction.aspect === correction.aspect &&
        given.span.start === span.start &&
        given.span.end === span.end,
    ),
  );
  return {
    type: 'corrected',
    ...aboutSpan(read, span),
    what,
    correction,
    ...everywhere(reach),
    ...(replaces.length > 0 ? { replaces } : {}),
  };
}

/** The item as it was read, where an editor has given it the bounds that it has now. */
function asRead({ wording }: ReadDocument, { corrections }: AnnotatedDocument, { what, span }: Item): Item {
  const { exact } = makeAnchor(wording, span).quote;
  const bound = corrections.find(
    ({ what: other, state, correction, span: before }) =>
      other === what &&
      state === 'applied' &&
      correction.aspect === 'bounds' &&
      correction.to.quote.exact === exact &&
      overlaps(before, span),
  );
  return { what, span: bound?.span ?? span };
}

/** Gives an item other bounds; undefined where they would hold no words. */
export function boundItem(
  read: ReadDocument,
  annotated: AnnotatedDocument,
  item: Item,
  to: Span,
): EventDraft | undefined {
  const words = trimmed(read.wording.raw, to);
  if (!words) return undefined;
  const { quote, position } = makeAnchor(read.wording, words);
  return correctItem(read, annotated, asRead(read, annotated, item), { aspect: 'bounds', to: { quote, position } });
}

/** Says that analysis found something where there is nothing. */
export const rejectItem = (read: ReadDocument, { what, span }: Item, reach: Reach = 'here'): EventDraft => ({
  type: 'rejected',
  ...aboutSpan(read, span),
  what,
  ...everywhere(reach),
});

/** Undoes events; undoing that does them again. */
export const takeBack = (events: readonly string[]): EventDraft => ({ type: 'tookBack', events });
