// Joins what analysis derived with what editors decided, into the one view model that every surface reads.
import type { Analysis, Claim } from '../analysis/types.ts';
import { overlaps, type Span, wordsOf } from '../text/span.ts';
import { finish, mapped, type Steps } from '../text/steps.ts';
import { type Attached, attach, isSentenceSame, type Version } from './anchor.ts';
import type {
  AddedMark,
  AnnotatedClaim,
  AnnotatedDocument,
  Change,
  Disagreement,
  EvidenceGiven,
  Given,
  LostMark,
  NoteGiven,
  ReviewGiven,
  TagGiven,
} from './annotated.ts';
import { behindOf, otherBehind } from './behind.ts';
import type { HasSeen } from './causality.ts';
import { correctAnalysis } from './correct.ts';
import { type PlacedCorrection, placeCorrections } from './corrections.ts';
import { differenceOf, wordDifference } from './difference.ts';
import type { Added, Corrected, Rejected, Resolved } from './events.ts';
import type { Decision, DocumentDecisions } from './fold.ts';
import { claimAt } from './ownClaim.ts';
import { contradictingCorrections, contradictingRejection, contradictingVerdicts, stateOf } from './states.ts';
import { coreOf, type Wording, wordingOf } from './wording.ts';

/** The text as it is now, and the versions of it that were read, as far as they are kept. */
export interface Texts {
  readonly wording: Wording;
  /** The name of the text as it is now, asked for where something was decided: see `textVersion`. */
  readonly version?: () => string;
  readonly kept?: ReadonlyMap<string, Wording>;
}

/** A claim while decisions are being gathered on it. */
export interface Gathering {
  readonly claim: Claim;
  readonly origin: AnnotatedClaim['origin'];
  readonly tags: TagGiven[];
  readonly notes: NoteGiven[];
  readonly evidence: EvidenceGiven[];
  readonly reviews: ReviewGiven[];
  readonly disagreements: Disagreement[];
  change?: Change;
}

/** What is said about a claim. */
type Saying = Exclude<Decision, Added | Corrected | Rejected | Resolved>;

/** The share of two spans together that both cover. */
function sharedPart(a: Span, b: Span): number {
  if (!overlaps(a, b)) return 0;
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

const keyOf = ({ start, end }: Span): string => `${start}-${end}`;

/** A claim of which nothing is said yet. */
export const gatheringOf = (claim: Claim, origin: AnnotatedClaim['origin']): Gathering => ({
  claim,
  origin,
  tags: [],
  notes: [],
  evidence: [],
  reviews: [],
  disagreements: [],
});

const bucket = 256;

/** Claims by where they stand. */
function claimIndex() {
  const all: Gathering[] = [];
  const bySpan = new Map<string, Gathering>();
  const near = new Map<number, Gathering[]>();
  return {
    all,
    exactly: (span: Span): Gathering | undefined => bySpan.get(keyOf(span)),
    add: (item: Gathering): Gathering => {
      const { span } = item.claim;
      all.push(item);
      if (!bySpan.has(keyOf(span))) bySpan.set(keyOf(span), item);
      for (let at = Math.floor(span.start / bucket); at * bucket < span.end; at++) {
        const there = near.get(at);
        if (there) there.push(item);
        else near.set(at, [item]);
      }
      return item;
    },
    /** The claim that shares most with the span, and at least half. */
    mostly: (span: Span): Gathering | undefined => {
      let best: Gathering | undefined;
      let bestPart = 0.5;
      for (let at = Math.floor(span.start / bucket); at * bucket < span.end; at++) {
        for (const item of near.get(at) ?? []) {
          const part = sharedPart(item.claim.span, span);
          if (part < bestPart || (best !== undefined && part === bestPart)) continue;
          best = item;
          bestPart = part;
        }
      }
      return best;
    },
  };
}

/** A short name for words, the same on every machine (FNV-1a, 32 bits, by Fowler, Noll and Vo). */
function shortHash(words: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Numbers the claims, in text order, by their words and which occurrence of them each is. */
function withIds(text: Wording, claims: readonly Gathering[]): Steps<AnnotatedClaim[]> {
  const counts = new Map<string, number>();
  return mapped(claims, (gathered) => {
    const { start, end } = gathered.claim.span;
    const hash = shortHash(text.words.slice(text.fromRaw(start), text.fromRaw(end)));
    const number = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, number);
    return { id: `${hash}-${number}`, ...gathered, state: stateOf(gathered) };
  });
}

const givenBy = ({ id, by, at }: Decision): Given => ({ event: id, by, at });

function whatIsLost(decision: Exclude<Decision, Resolved>): LostMark['what'] {
  switch (decision.type) {
    case 'tagged':
      return { type: 'tag', text: decision.tag };
    case 'noted':
      return { type: 'note', text: decision.note };
    case 'added':
      return { type: 'mark', text: decision.kind };
    case 'gaveEvidence':
      return { type: 'evidence', text: decision.evidence.source };
    case 'corrected':
      return { type: 'correction', text: decision.what };
    case 'rejected':
      return { type: 'rejection', text: decision.what };
    case 'reviewed':
      return { type: 'review', text: '' };
  }
}

/** The version that a decision was made in, and how the text differs from it; worked out when it is first needed. */
function versionsOf({ wording, kept }: Texts): (version: string) => Version | undefined {
  const versions = new Map<string, Version>();
  return (name) => {
    const known = versions.get(name);
    const then = kept?.get(name);
    if (known || !then) return known;
    let difference: Version['difference'] | undefined;
    const version: Version = {
      wording: then,
      get difference() {
        difference ??= differenceOf(then, wording);
        return difference;
      },
    };
    versions.set(name, version);
    return version;
  };
}

/** Puts what is said about a claim where it belongs. */
function take(item: Gathering, decision: Saying, resolved: ReadonlyMap<string, readonly Given[]>): void {
  const given = givenBy(decision);
  switch (decision.type) {
    case 'tagged':
      item.tags.push({ ...given, tag: decision.tag });
      return;
    case 'noted': {
      const end = resolved.get(decision.id);
      item.notes.push({ ...given, text: decision.note, ...(end ? { resolved: end } : {}) });
      return;
    }
    case 'gaveEvidence':
      item.evidence.push({ ...given, evidence: decision.evidence });
      return;
    case 'reviewed':
      item.reviews.push({ ...given, tags: decision.tags });
      return;
  }
}

/**
 * The document as every surface shows it. Pure.
 * @param analysis of `texts.wording.raw`.
 * @param about what was decided about this document: see `decisionsAbout`.
 */
export const annotate = (
  analysis: Analysis,
  about: DocumentDecisions,
  texts: Texts = { wording: wordingOf(analysis.text) },
): AnnotatedDocument => finish(annotationSteps(analysis, about, texts));

/** `annotate` in steps. */
export function* annotationSteps(analysis: Analysis, about: DocumentDecisions, texts: Texts): Steps<AnnotatedDocument> {
  const { decisions, hasSeen } = about;
  const { wording } = texts;
  const versionOf = versionsOf(texts);
  let versionNow: string | undefined;
  const isThisText = (version: string): boolean => {
    versionNow ??= texts.version?.();
    return version === versionNow || versionOf(version)?.wording.words === wording.words;
  };
  const lost: LostMark[] = [];
  const lose = (decision: Exclude<Decision, Resolved>) =>
    lost.push({ ...givenBy(decision), exact: decision.target.quote.exact, what: whatIsLost(decision) });

  const places: { readonly decision: Saying | Added; readonly place: Exclude<Attached, { type: 'lost' }> }[] = [];
  const correcting: (Corrected | Rejected)[] = [];
  const resolved = new Map<string, Given[]>();
  for (const decision of decisions) {
    if (decision.type === 'resolved') {
      for (const note of decision.notes) resolved.set(note, [...(resolved.get(note) ?? []), givenBy(decision)]);
      continue;
    }
    if (decision.type === 'corrected' || decision.type === 'rejected') {
      correcting.push(decision);
      continue;
    }
    yield;
    const place = attach(wording, decision.target, versionOf(decision.text));
    if (place.type === 'lost') lose(decision);
    else places.push({ decision, place });
  }
  const found = placeCorrections(wording, correcting, ({ text }) => versionOf(text), hasSeen, lose);
  const { corrections, overruled } = againstSayings(found, places, hasSeen);
  const placed = corrections.flatMap((one) => (one.placed ? [one.placed] : []));
  const corrected = correctAnalysis(analysis, placed);
  const boundByHand = new Set(placed.flatMap((one) => (one.aspect === 'bounds' ? [keyOf(one.to)] : [])));

  const claims = claimIndex();
  yield* mapped(corrected.claims, (claim) => claims.add(gatheringOf(claim, { type: 'analysis' })));
  const addClaim = (span: Span, { id: event, by }: Decision): Gathering =>
    claims.add(gatheringOf(claimAt(corrected, span), { type: 'editor', event, by }));

  const added: AddedMark[] = [];
  for (const { decision, place } of places) {
    if (decision.type !== 'added') continue;
    const { kind, entityKind } = decision;
    const changed = place.type === 'changed';
    added.push({ ...givenBy(decision), kind, ...(entityKind ? { entityKind } : {}), span: place.span, changed });
    if (kind === 'claim' && !claims.exactly(place.span)) addClaim(place.span, decision);
  }

  function gather(decision: Saying, { type, span }: Exclude<Attached, { type: 'lost' }>): void {
    const { target, text } = decision;
    const covers = (item: Gathering) =>
      keyOf(item.claim.span) === keyOf(span) ||
      coreOf(wordsOf(analysis.text, item.claim.span)) === coreOf(target.quote.exact);
    /** Where analysis draws other bounds round the same words, they are a claim by themselves, unless their sentence is another. */
    const standsAlone = (item: Gathering) =>
      type === 'intact' &&
      !boundByHand.has(keyOf(item.claim.span)) &&
      isSentenceSame(wording, span, target, versionOf(text));
    const near = claims.exactly(span) ?? claims.mostly(span);
    const item = near && (covers(near) || !standsAlone(near)) ? near : addClaim(span, decision);
    take(item, decision, resolved);
    if (decision.type === 'noted' || decision.type === 'gaveEvidence' || item.change) return;
    const then = target.behind;
    const mention = target.speaker?.quote.exact;
    const behind = then && !isThisText(text) ? otherBehind(then, behindOf(corrected, item.claim), mention) : [];
    if (type === 'intact' && covers(item) && behind.length === 0) return;
    const before = target.quote.exact;
    item.change = { before, pieces: wordDifference(before, wordsOf(analysis.text, item.claim.span)), behind };
  }

  // After the claims that editors added, so that what was said of those is found with them.
  for (const { decision, place } of places) {
    if (decision.type === 'added' || overruled.has(decision.id)) continue;
    yield;
    gather(decision, place);
  }

  yield* mapped(claims.all, (item) => {
    item.disagreements.push(
      ...contradictingVerdicts(item.tags, hasSeen),
      ...contradictingCorrections(item.claim, corrected, corrections),
      ...contradictingRejection(item, corrections),
    );
  });
  const inTextOrder = (a: { span: Span }, b: { span: Span }) => a.span.start - b.span.start || a.span.end - b.span.end;
  claims.all.sort((a, b) => inTextOrder(a.claim, b.claim));
  return {
    analysis: corrected,
    claims: yield* withIds(wording, claims.all),
    added: added.sort(inTextOrder),
    corrections: corrections.map(({ given }) => given).sort(inTextOrder),
    lost,
    places: new Map(places.map(({ decision, place }) => [decision.id, place.span])),
  };
}

/**
 * A claim that is rejected is gone with all that the editor who rejected it had seen said about it. Where something was
 * said that this editor had not seen, and by somebody who had not seen the rejection, it stays: that is for them to settle.
 */
function againstSayings(
  found: readonly PlacedCorrection[],
  places: readonly { readonly decision: Decision; readonly place: Attached }[],
  hasSeen: HasSeen,
): { readonly corrections: readonly PlacedCorrection[]; readonly overruled: ReadonlySet<string> } {
  const tagsAt = new Map<string, Decision[]>();
  for (const { decision, place } of places) {
    if (place.type === 'lost') continue;
    const there = tagsAt.get(keyOf(place.span));
    if (there) there.push(decision);
    else tagsAt.set(keyOf(place.span), [decision]);
  }
  const overruled = new Set<string>();
  const corrections = found.map((one): PlacedCorrection => {
    const { event, given } = one;
    if (event.type !== 'rejected' || event.what !== 'claim' || given.state !== 'applied') return one;
    const sayings = tagsAt.get(keyOf(given.span)) ?? [];
    for (const { id } of sayings) if (hasSeen(event.id, id)) overruled.add(id);
    const isContradicted = sayings.some(
      ({ id, type }) => type === 'tagged' && !hasSeen(event.id, id) && !hasSeen(id, event.id),
    );
    return isContradicted ? { event, given: { ...given, state: 'contradicted' } } : one;
  });
  return { corrections, overruled };
}
