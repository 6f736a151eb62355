// Joins what analysis derived with what editors decided, into the one view model that every surface reads.
import type { Analysis, Claim } from '../analysis/types.ts';
import { contains, overlaps, type Span, wordsOf } from '../text/span.ts';
import { type Attached, attach } from './anchor.ts';
import type {
  AddedMark,
  AnnotatedClaim,
  AnnotatedDocument,
  ClaimState,
  LostMark,
  NoteGiven,
  TagGiven,
} from './annotated.ts';
import type { Decision } from './fold.ts';
import { isSameName, saidBy } from './saidBy.ts';
import { type Wording, wordingOf } from './wording.ts';

/** A claim while decisions are being gathered on it. */
interface Gathering {
  readonly claim: Claim;
  readonly origin: AnnotatedClaim['origin'];
  readonly tags: TagGiven[];
  readonly notes: NoteGiven[];
  before?: string;
  saidBefore?: string;
}

/** The share of two spans together that both cover. */
function sharedPart(a: Span, b: Span): number {
  if (!overlaps(a, b)) return 0;
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

const keyOf = ({ start, end }: Span): string => `${start}-${end}`;

/** A claim that an editor marked. Within a quote, its speaker is the quote's. */
function claimAt(analysis: Analysis, span: Span): Claim {
  const quote = analysis.quotes.findIndex(({ content }) => contains(content, span));
  const indicesOf = <T>(items: readonly T[], isInside: (item: T) => boolean): number[] =>
    items.flatMap((item, index) => (isInside(item) ? [index] : []));
  return {
    span,
    parts: [span],
    source: quote < 0 ? { type: 'document' } : { type: 'quote', quote },
    certainty: 'asserted',
    figures: indicesOf(analysis.figures, (figure) => contains(span, figure)),
    entities: indicesOf(analysis.entities, ({ mentions }) => mentions.some((mention) => contains(span, mention))),
  };
}

const saysNothing = ' "\'.,;:';

/** The words without what stands at their edges and says nothing. */
function core(text: string): string {
  const { words } = wordingOf(text);
  let start = 0;
  let end = words.length;
  while (start < end && saysNothing.includes(words[start]!)) start++;
  while (start < end && saysNothing.includes(words[end - 1]!)) end--;
  return words.slice(start, end);
}

function stateOf({ tags, before }: Gathering): ClaimState {
  if (before !== undefined) return 'changed';
  const names = new Set(tags.map(({ tag }) => tag));
  if (names.has('disputed')) return 'disputed';
  if (names.has('needs-source')) return 'needs-source';
  if (names.has('verified')) return 'verified';
  return names.size > 0 ? 'tagged' : 'open';
}

/** A short name for words, the same on every machine (FNV-1a, 32 bits, by Fowler, Noll and Vo). */
function shortHash(words: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Numbers the claims, in text order, by their words and which occurrence of them each is. */
function withIds(text: Wording, claims: readonly Gathering[]): AnnotatedClaim[] {
  const counts = new Map<string, number>();
  return claims.map((gathered) => {
    const { start, end } = gathered.claim.span;
    const hash = shortHash(text.words.slice(text.fromRaw(start), text.fromRaw(end)));
    const number = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, number);
    return { id: `${hash}-${number}`, ...gathered, state: stateOf(gathered) };
  });
}

function lostMark(decision: Decision): LostMark {
  const { id: event, by, at, target } = decision;
  const what: LostMark['what'] =
    decision.type === 'tagged'
      ? { type: 'tag', text: decision.tag }
      : decision.type === 'noted'
        ? { type: 'note', text: decision.note }
        : { type: 'mark', text: decision.kind };
  return { event, exact: target.quote.exact, what, by, at };
}

/**
 * The document as every surface shows it. Pure.
 * @param decisions those about this document that stand: see `decisionsAbout`, `foldEvents`.
 */
export function annotate(
  analysis: Analysis,
  decisions: readonly Decision[],
  wording: Wording = wordingOf(analysis.text),
): AnnotatedDocument {
  const gathered: Gathering[] = analysis.claims.map((claim) => ({
    claim,
    origin: { type: 'analysis' },
    tags: [],
    notes: [],
  }));
  const bySpan = new Map(gathered.map((item) => [keyOf(item.claim.span), item]));
  const added: AddedMark[] = [];
  const lost: LostMark[] = [];

  function addClaim(span: Span, { id: event, by }: Decision): Gathering {
    const item: Gathering = {
      claim: claimAt(analysis, span),
      origin: { type: 'editor', event, by },
      tags: [],
      notes: [],
    };
    gathered.push(item);
    bySpan.set(keyOf(span), item);
    return item;
  }

  function claimFor(span: Span): Gathering | undefined {
    const same = bySpan.get(keyOf(span));
    if (same) return same;
    let best: Gathering | undefined;
    let bestPart = 0.5;
    for (const item of gathered) {
      const part = sharedPart(item.claim.span, span);
      if (part >= bestPart && (best === undefined || part > bestPart)) {
        best = item;
        bestPart = part;
      }
    }
    return best;
  }

  function gather(decision: Exclude<Decision, { type: 'added' }>, attached: Exclude<Attached, { type: 'lost' }>): void {
    const { id: event, by, at } = decision;
    const item = claimFor(attached.span) ?? addClaim(attached.span, decision);
    if (decision.type === 'noted') {
      item.notes.push({ event, text: decision.note, by, at });
      return;
    }
    item.tags.push({ event, tag: decision.tag, by, at });
    const { quote, saidBy: saidThen } = decision.target;
    const { exact } = quote;
    const { span } = item.claim;
    const coversSame = keyOf(span) === keyOf(attached.span) || core(wordsOf(analysis.text, span)) === core(exact);
    const isSame = attached.type === 'intact' && coversSame;
    const isSaidBySame = saidThen === undefined || isSameName(saidThen, saidBy(analysis, item.claim));
    if ((isSame && isSaidBySame) || item.before !== undefined) return;
    item.before = exact;
    if (!isSaidBySame) item.saidBefore = saidThen;
  }

  const attached = decisions.map((decision) => ({ decision, place: attach(wording, decision.target) }));
  for (const { decision, place } of attached) {
    if (place.type === 'lost') lost.push(lostMark(decision));
    else if (decision.type === 'added') {
      const { id: event, kind, entityKind, by, at } = decision;
      const changed = place.type === 'changed';
      added.push({ event, kind, ...(entityKind ? { entityKind } : {}), by, at, span: place.span, changed });
      if (kind === 'claim' && !bySpan.has(keyOf(place.span))) addClaim(place.span, decision);
    }
  }
  // After the claims that editors added, so that what was said of those is found with them.
  for (const { decision, place } of attached)
    if (place.type !== 'lost' && decision.type !== 'added') gather(decision, place);

  gathered.sort((a, b) => a.claim.span.start - b.claim.span.start || a.claim.span.end - b.claim.span.end);
  added.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { analysis, claims: withIds(wording, gathered), added, lost };
}
