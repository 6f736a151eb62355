// What an editor decides, as drafts of events for `Ledger.append`.
import type { Analysis, EntityKind } from '../analysis/types.ts';
import type { Span } from '../text/span.ts';
import { makeAnchor } from './anchor.ts';
import type { AddedKind, AnnotatedClaim } from './annotated.ts';
import type { EventDraft } from './events.ts';
import { saidBy } from './saidBy.ts';
import type { Wording } from './wording.ts';

/** The document that a decision is about, as it was read. */
export interface ReadDocument {
  /** Relative to the folder that holds `.seedmark/`, with "/". */
  readonly document: string;
  /** See `textVersion`. */
  readonly version: string;
  /** Of the analysis's text. */
  readonly wording: Wording;
}

function aboutClaim(read: ReadDocument, analysis: Analysis, { claim }: AnnotatedClaim) {
  const quote = claim.source.type === 'quote' ? analysis.quotes[claim.source.quote] : undefined;
  const mention = quote?.speaker?.mention;
  const attribution = {
    ...(quote?.cue ? { cue: quote.cue } : {}),
    ...(mention ? { speaker: mention } : {}),
    saidBy: saidBy(analysis, claim),
  };
  return {
    document: read.document,
    text: read.version,
    target: makeAnchor(read.wording, claim.span, attribution),
  };
}

/** Tags a claim. Where its words have changed, the tag takes the place of those given to the words before. */
export function tagClaim(read: ReadDocument, analysis: Analysis, claim: AnnotatedClaim, tag: string): EventDraft {
  const replaces = claim.state === 'changed' ? claim.tags.map((given) => given.event) : [];
  return { type: 'tagged', ...aboutClaim(read, analysis, claim), tag, ...(replaces.length > 0 ? { replaces } : {}) };
}

/** Removes a tag from a claim, whoever gave it; undefined where the claim does not have it. */
export function untagClaim(claim: AnnotatedClaim, tag: string): EventDraft | undefined {
  const tags = claim.tags.filter((given) => given.tag === tag).map((given) => given.event);
  return tags.length > 0 ? { type: 'untagged', tags } : undefined;
}

export const noteClaim = (read: ReadDocument, analysis: Analysis, claim: AnnotatedClaim, note: string): EventDraft => ({
  type: 'noted',
  ...aboutClaim(read, analysis, claim),
  note,
});

/** Marks what analysis missed; white space at the span's edges is left out. Undefined where nothing else is in it. */
export function markSpan(
  read: ReadDocument,
  span: Span,
  kind: AddedKind,
  entityKind?: EntityKind,
): EventDraft | undefined {
  const words = read.wording.raw.slice(span.start, span.end);
  const start = span.start + words.length - words.trimStart().length;
  const end = start + words.trim().length;
  if (start === end) return undefined;
  return {
    type: 'added',
    document: read.document,
    text: read.version,
    target: makeAnchor(read.wording, { start, end }),
    kind,
    ...(entityKind ? { entityKind } : {}),
  };
}

/** Undoes an event: a note, an own mark, a tag, or an earlier undoing. */
export const takeBack = (event: string): EventDraft => ({ type: 'tookBack', event });
