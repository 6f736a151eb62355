// An analysis with editors' corrections in it: derived anew with every reading, so that a correction outlives it.
import type { Amount, Analysis, Claim, Entity, Figure, Mention, Quote, Speaker } from '../analysis/types.ts';
import { contains, overlaps, type Span, wordsOf } from '../text/span.ts';
import type { Correction, ItemKind } from './events.ts';
import { claimAt } from './ownClaim.ts';

/** A correction that holds, and where: `span` is the item's. */
export type Placed = {
  readonly what: ItemKind;
  readonly span: Span;
  readonly everywhere: boolean;
} & (
  | { readonly aspect: 'rejected' }
  | { readonly aspect: 'bounds'; readonly to: Span }
  | Exclude<Correction, { aspect: 'bounds' }>
);

/** A mention with the entity it was found to be of. */
interface Named {
  readonly entity: number;
  readonly mention: Mention;
}

/** An analysis while it is corrected; what is undefined is gone. Indices are those of the analysis until the end. */
interface Draft {
  readonly analysis: Analysis;
  readonly quotes: (Quote | undefined)[];
  readonly figures: (Figure | undefined)[];
  readonly claims: (Claim | undefined)[];
  readonly entities: (Omit<Entity, 'mentions'> & { mentions: Mention[] })[];
  readonly names: readonly Named[];
}

const keyOf = ({ start, end }: Span): string => `${start}-${end}`;

function sharedPart(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** The index of the item with that span, else of the one that shares most with it, and at least half; -1 for none. */
function finder(spans: readonly Span[]): (span: Span) => number {
  const exact = new Map(spans.map((span, index) => [keyOf(span), index]));
  return (span) => {
    const same = exact.get(keyOf(span));
    if (same !== undefined) return same;
    let [best, bestPart] = [-1, 0.5];
    for (const [index, other] of spans.entries()) {
      const part = sharedPart(span, other);
      if (part > bestPart || (best < 0 && part === bestPart)) [best, bestPart] = [index, part];
    }
    return best;
  };
}

/** Of the items those that are meant: the one, or all that are made of the same words. */
function meant(text: string, spans: readonly Span[], index: number, everywhere: boolean): number[] {
  if (index < 0) return [];
  if (!everywhere) return [index];
  const words = wordsOf(text, spans[index]!);
  return spans.flatMap((span, other) => (wordsOf(text, span) === words ? [other] : []));
}

const entityNamed = ({ analysis: { entities } }: Draft, name: string): number =>
  entities.findIndex((entity) => entity.name.toLowerCase() === name.toLowerCase());

function speakerOf(draft: Draft, name: string, before: Speaker | undefined): Speaker | undefined {
  if (name === '') return undefined;
  const entity = entityNamed(draft, name);
  return { name, ...(before?.mention ? { mention: before.mention } : {}), ...(entity >= 0 ? { entity } : {}) };
}

function setSpeaker(draft: Draft, index: number, name: string): void {
  const quote = draft.quotes[index];
  if (!quote) return;
  const { speaker: before, chain: _, ...rest } = quote;
  const speaker = speakerOf(draft, name, before);
  draft.quotes[index] = speaker ? { ...rest, speaker } : rest;
}

/** A claim of the document itself is reported speech from then on. */
function setClaimSpeaker(draft: Draft, index: number, name: string): void {
  const claim = draft.claims[index];
  if (!claim) return;
  if (claim.source.type === 'quote') {
    setSpeaker(draft, claim.source.quote, name);
    return;
  }
  const speaker = speakerOf(draft, name, undefined);
  if (!speaker) return;
  const quote = draft.quotes.push({ type: 'indirect', content: claim.span, parts: claim.parts, speaker }) - 1;
  draft.claims[index] = { ...claim, source: { type: 'quote', quote } };
  for (const figure of claim.figures) {
    const given = draft.figures[figure];
    if (given) draft.figures[figure] = { ...given, quote };
  }
}

const isSameSpeaker = (one: Speaker | undefined, other: Speaker | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  (one.entity === undefined ? one.name === other.name : one.entity === other.entity);

function correctQuote(draft: Draft, index: number, { everywhere, ...what }: Placed): void {
  const { quotes, text } = draft.analysis;
  const contents = quotes.map(({ content }) => content);
  if (what.aspect === 'speaker') {
    const before = quotes[index]?.speaker;
    for (const [other, { speaker }] of quotes.entries())
      if (other === index || (everywhere && isSameSpeaker(before, speaker))) setSpeaker(draft, other, what.name);
    return;
  }
  for (const other of meant(text, contents, index, everywhere)) {
    const quote = draft.quotes[other];
    if (!quote) continue;
    if (what.aspect === 'rejected') draft.quotes[other] = undefined;
    if (what.aspect === 'bounds') draft.quotes[other] = { ...quote, content: what.to, parts: [what.to] };
    if (what.aspect === 'kind') draft.quotes[other] = { ...quote, type: what.kind as Quote['type'] };
  }
}

function amountOf({ low, high }: { readonly low: number; readonly high?: number }): Amount {
  return high === undefined ? { type: 'exact', value: low, bound: 'exact' } : { type: 'range', low, high };
}

function correctFigure(draft: Draft, index: number, { everywhere, ...what }: Placed): void {
  const { figures, text } = draft.analysis;
  for (const other of meant(text, figures, index, everywhere)) {
    const figure = draft.figures[other];
    if (!figure) continue;
    if (what.aspect === 'rejected') draft.figures[other] = undefined;
    if (what.aspect === 'kind') draft.figures[other] = { ...figure, kind: what.kind as Figure['kind'] };
    if (what.aspect === 'value')
      draft.figures[other] = { ...figure, amount: amountOf(what), ...(what.unit ? { unit: what.unit } : {}) };
    if (what.aspect === 'bounds') {
      const number = contains(what.to, figure.number) ? figure.number : what.to;
      draft.figures[other] = { ...figure, ...what.to, number };
    }
  }
}

function correctName(draft: Draft, index: number, { everywhere, ...what }: Placed): void {
  const { analysis, entities, names } = draft;
  const found = names[index];
  if (!found) return;
  const spans = names.map(({ mention }) => mention);
  const mentions = meant(analysis.text, spans, index, everywhere).map((other) => names[other]!);
  const drop = ({ entity, mention }: Named) => {
    entities[entity]!.mentions = entities[entity]!.mentions.filter((each) => each !== mention);
  };
  if (what.aspect === 'kind') {
    entities[found.entity] = { ...entities[found.entity]!, kind: what.kind as Entity['kind'] };
  } else if (what.aspect === 'rejected') {
    mentions.forEach(drop);
  } else if (what.aspect === 'bounds') {
    drop(found);
    entities[found.entity]!.mentions.push({ ...found.mention, ...what.to });
  } else if (what.aspect === 'sameAs' || what.aspect === 'apart') {
    const name = what.aspect === 'sameAs' ? what.name : wordsOf(analysis.text, found.mention);
    const known = what.aspect === 'sameAs' ? entityNamed(draft, name) : -1;
    const goal =
      known >= 0 ? entities[known]! : { kind: entities[found.entity]!.kind, name, mentions: [] as Mention[] };
    mentions.forEach(drop);
    goal.mentions.push(...mentions.map(({ mention }) => mention));
    if (known < 0) entities.push(goal);
  }
}

function correctClaim(draft: Draft, index: number, { everywhere, ...what }: Placed): void {
  const { claims, text } = draft.analysis;
  const spans = claims.map(({ span }) => span);
  for (const other of meant(text, spans, index, everywhere)) {
    const claim = draft.claims[other];
    if (!claim) continue;
    if (what.aspect === 'rejected') draft.claims[other] = undefined;
    if (what.aspect === 'speaker') setClaimSpeaker(draft, other, what.name);
    if (what.aspect === 'bounds') draft.claims[other] = { ...claim, span: what.to, parts: [what.to] };
  }
}

/** New places for what is left, in text order; -1 for what is gone. */
function renumber<T>(items: readonly (T | undefined)[], startOf: (item: T) => number): readonly [T[], number[]] {
  const left = items.flatMap((item, index) => (item === undefined ? [] : [{ item, index }]));
  left.sort((a, b) => startOf(a.item) - startOf(b.item) || a.index - b.index);
  const places = new Array<number>(items.length).fill(-1);
  for (const [place, { index }] of left.entries()) places[index] = place;
  return [left.map(({ item }) => item), places];
}

function withEntity<T extends { readonly entity?: number }>({ entity, ...rest }: T, places: readonly number[]) {
  const place = entity === undefined ? -1 : (places[entity] ?? -1);
  return place < 0 ? rest : { ...rest, entity: place };
}

const firstMention = ({ mentions }: Pick<Entity, 'mentions'>): number => mentions[0]?.start ?? 0;

/** Puts what is left in order, and every index right. */
function finish(
  { analysis, quotes, figures, claims, entities }: Draft,
  isTouched: (claim: Claim) => boolean,
): Analysis {
  for (const entity of entities) entity.mentions.sort((a, b) => a.start - b.start || a.end - b.end);
  const named = entities.map((entity) => (entity.mentions.length > 0 ? entity : undefined));
  const [entitiesLeft, entityAt] = renumber(named, firstMention);
  const [quotesLeft, quoteAt] = renumber(quotes, ({ content }) => content.start);
  const [figuresLeft, figureAt] = renumber(figures, ({ start }) => start);
  const left = (places: readonly number[]) => (index: number) => (places[index]! >= 0 ? [places[index]!] : []);
  const next = {
    ...analysis,
    entities: entitiesLeft,
    quotes: quotesLeft.map(({ speaker, chain, ...quote }) => ({
      ...quote,
      ...(speaker ? { speaker: withEntity(speaker, entityAt) as Speaker } : {}),
      ...(chain ? { chain: chain.map((one) => withEntity(one, entityAt) as Speaker) } : {}),
    })),
    figures: figuresLeft.map(({ quote, ...figure }): Figure => {
      const place = quote === undefined ? -1 : quoteAt[quote]!;
      return place < 0 ? figure : { ...figure, quote: place };
    }),
  };
  const [claimsLeft] = renumber(claims, ({ span }) => span.start);
  return {
    ...next,
    claims: claimsLeft.map((claim): Claim => {
      const place = claim.source.type === 'quote' ? quoteAt[claim.source.quote]! : -1;
      const source: Claim['source'] = place < 0 ? { type: 'document' } : { type: 'quote', quote: place };
      const fresh = isTouched(claim) ? claimAt(next, claim.span) : undefined;
      const references = claim.references
        ?.filter((reference) => claim.parts.some((part) => contains(part, reference)))
        .map((reference) => withEntity(reference, entityAt) as NonNullable<Claim['references']>[number]);
      const { references: _, ...rest } = claim;
      return {
        ...rest,
        source,
        figures: fresh?.figures ?? claim.figures.flatMap(left(figureAt)),
        entities: fresh?.entities ?? claim.entities.flatMap(left(entityAt)),
        ...(references && references.length > 0 ? { references } : {}),
      };
    }),
  };
}

/** What is applied first; what is done in this order depends on no other order. */
const aspects: readonly Placed['aspect'][] = ['kind', 'value', 'speaker', 'bounds', 'sameAs', 'apart', 'rejected'];

const inOrder = (a: Placed, b: Placed): number =>
  aspects.indexOf(a.aspect) - aspects.indexOf(b.aspect) ||
  a.span.start - b.span.start ||
  a.span.end - b.span.end ||
  (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/**
 * The analysis as editors corrected it; the same object where nothing is corrected. A correction is of the item with its
 * very span, else of the one of that kind that shares most with it; where there is none it does nothing. Pure; the order
 * of the corrections makes no difference.
 */
export function correctAnalysis(analysis: Analysis, corrections: readonly Placed[]): Analysis {
  if (corrections.length === 0) return analysis;
  const { quotes, figures, claims, entities } = analysis;
  const names = entities.flatMap(({ mentions }, entity) => mentions.map((mention) => ({ entity, mention })));
  const draft: Draft = {
    analysis,
    quotes: [...quotes],
    figures: [...figures],
    claims: [...claims],
    entities: entities.map((entity) => ({ ...entity, mentions: [...entity.mentions] })),
    names,
  };
  const find: Readonly<Record<ItemKind, (span: Span) => number>> = {
    quote: finder(quotes.map(({ content }) => content)),
    figure: finder(figures),
    name: finder(names.map(({ mention }) => mention)),
    claim: finder(claims.map(({ span }) => span)),
  };
  const correct = { quote: correctQuote, figure: correctFigure, name: correctName, claim: correctClaim };
  for (const placed of [...corrections].sort(inOrder))
    correct[placed.what](draft, find[placed.what](placed.span), placed);
  // Whose figures and names are other ones now: claims with other bounds, and those round names and figures that have them.
  const touched = corrections.filter(({ aspect }) => !['kind', 'value', 'speaker'].includes(aspect));
  const moved = touched.flatMap((placed) => (placed.aspect === 'bounds' ? [placed.span, placed.to] : [placed.span]));
  const isEverywhere = touched.some(({ everywhere }) => everywhere);
  return finish(draft, ({ span }) => isEverywhere || moved.some((other) => overlaps(other, span)));
}
