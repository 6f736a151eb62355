import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import type { Analysis } from '../../src/analysis/types.ts';
import { annotate } from '../../src/ledger/annotate.ts';
import type { AnnotatedDocument } from '../../src/ledger/annotated.ts';
import { correctAnalysis, type Placed } from '../../src/ledger/correct.ts';
import { boundItem, correctItem, type Item, type ReadDocument, rejectItem, tagClaim } from '../../src/ledger/decide.ts';
import type { Correction, EventDraft, LedgerEvent } from '../../src/ledger/events.ts';
import { decisionsAbout, foldEvents } from '../../src/ledger/fold.ts';
import { wordingOf } from '../../src/ledger/wording.ts';
import { oneText } from '../../src/text/one.ts';
import { contains, type Span } from '../../src/text/span.ts';
import { spanOf } from './samples.ts';

const text = [
  'KELVANE, March 4. /NORDA/. As many as 1,204 dock workers were taken to clinics after the fire, Ilmar Vessen of the harbour office said on Tuesday.',
  '"We counted sixteen ships," he said. "The north pier is closed."',
  'Vessen added that about 40 firefighters had worked through the night.',
  'According to the mayor of Kelvane, Oda Brandt, the harbour will open again on Friday.',
].join('\n\n');
const analysis = analyze(text);

const folder = new URL('../../seeds/', import.meta.url);
const seeds = readdirSync(folder).map((name) => analyze(oneText(readFileSync(new URL(name, folder), 'utf8')).text));

const read: ReadDocument = { document: 'a.txt', version: '0'.repeat(64), wording: wordingOf(text), editor: 'Ann' };

let count = 0;
const event = (draft: EventDraft | undefined, by = 'Ann', seen: readonly string[] = []): LedgerEvent =>
  ({ ...draft, v: 2, id: `e${count++}`, at: '2031-03-04T10:00:00Z', by, seen }) as LedgerEvent;

const after = (of: Analysis, ...events: readonly LedgerEvent[]): AnnotatedDocument =>
  annotate(of, decisionsAbout('a.txt', foldEvents(events)));

const plain = after(analysis);
const correct = (item: Item, correction: Correction, reach: 'here' | 'everywhere' = 'here') =>
  correctItem(read, plain, item, correction, reach);

const quoteWith = ({ quotes }: Analysis, words: string) =>
  quotes.find(({ content }) => text.slice(content.start, content.end).includes(words))!;
const item = (what: Item['what'], span: Span): Item => ({ what, span });
const sixteen = item('quote', quoteWith(analysis, 'sixteen').content);
const speakersOf = ({ analysis: { quotes } }: AnnotatedDocument) => quotes.map(({ speaker }) => speaker?.name);

test('a corrected speaker stands in every later reading, and can be corrected for all they say at once', () => {
  const here = event(correct(sixteen, { aspect: 'speaker', name: 'Oda Brandt' }));
  const now = after(analysis, here);
  const quote = now.analysis.quotes.find(({ content }) => content.start === sixteen.span.start)!;
  expect(quote.speaker?.name).toBe('Oda Brandt');
  expect(now.analysis.entities[quote.speaker!.entity!]!.name).toBe('Oda Brandt');
  const everywhere = event(correct(sixteen, { aspect: 'speaker', name: 'Arvo Tamm' }, 'everywhere'));
  expect(speakersOf(after(analysis, everywhere))).not.toContain('Ilmar Vessen');
  expect(speakersOf(after(analysis, everywhere))).toContain('Oda Brandt');
  const edited = analyze(`Update.\n\n${text.replace('open again', 'open')}`);
  expect(speakersOf(after(edited, everywhere))).toContain('Arvo Tamm');
  expect(speakersOf(after(edited, everywhere))).not.toContain('Ilmar Vessen');
});

test('a correction of words that have changed is not applied, and is told', () => {
  const here = event(correct(sixteen, { aspect: 'speaker', name: 'Oda Brandt' }));
  const now = after(analyze(text.replace('sixteen', 'sixty')), here);
  expect(speakersOf(now)).not.toContain(undefined);
  expect(now.corrections.map(({ state }) => state)).toEqual(['changed']);
  const gone = after(analyze(text.split('\n\n').slice(2).join('\n\n')), here);
  expect(gone.lost.map(({ what }) => what)).toEqual([{ type: 'correction', text: 'quote' }]);
});

test('what was rejected does not come back', () => {
  const figure = item('figure', spanOf(text, 'about 40 firefighters'));
  const name = item('name', spanOf(text, 'Ilmar Vessen'));
  const claim = item('claim', plain.claims[0]!.claim.span);
  const rejected = [figure, name, claim, sixteen].map((each) => event(rejectItem(read, each)));
  for (const reading of [analysis, analyze(`Update.\n\n${text}`)]) {
    const now = after(reading, ...rejected).analysis;
    const words = (span: Span) => now.text.slice(span.start, span.end);
    expect(now.figures.map(words)).not.toContain('about 40 firefighters');
    expect(now.entities.flatMap(({ mentions }) => mentions.map(words))).not.toContain('Ilmar Vessen');
    expect(now.quotes.map(({ content }) => words(content)).join()).not.toContain('sixteen');
    expect(now.claims).toHaveLength(reading.claims.length - 1);
  }
});

test('all the same names can be rejected, given another kind, made one with another or apart in one step', () => {
  const vessen = item('name', spanOf(text, 'Vessen', text.indexOf('Vessen added')));
  const nameOf = (document: AnnotatedDocument, at: number) =>
    document.analysis.entities.find(({ mentions }) => mentions.some(({ start }) => start === at));
  const apart = after(analysis, event(correct(vessen, { aspect: 'apart' })));
  expect(nameOf(apart, vessen.span.start)?.name).toBe('Vessen');
  expect(nameOf(apart, spanOf(text, 'Ilmar Vessen').start)?.name).toBe('Ilmar Vessen');
  const one = after(analysis, event(correct(vessen, { aspect: 'sameAs', name: 'Oda Brandt' }, 'everywhere')));
  expect(nameOf(one, vessen.span.start)?.name).toBe('Oda Brandt');
  const place = after(analysis, event(correct(vessen, { aspect: 'kind', kind: 'place' })));
  expect(nameOf(place, vessen.span.start)?.kind).toBe('place');
  const none = after(analysis, event(rejectItem(read, vessen, 'everywhere')));
  expect(nameOf(none, vessen.span.start)).toBeUndefined();
});

test('a figure takes the value, a claim the bounds it is given', () => {
  const figure = item('figure', spanOf(text, 'about 40 firefighters'));
  const valued = after(analysis, event(correct(figure, { aspect: 'value', low: 40, high: 50, unit: 'person' })));
  expect(valued.analysis.figures.find(({ start }) => start === figure.span.start)).toMatchObject({
    amount: { type: 'range', low: 40, high: 50 },
    unit: 'person',
  });
  const claim = plain.claims[0]!;
  const to = spanOf(text, '1,204 dock workers were taken to clinics');
  const bound = after(analysis, event(boundItem(read, plain, item('claim', claim.claim.span), to)));
  expect(bound.claims.map((each) => each.claim.span)).toContainEqual(to);
  expect(bound.claims).toHaveLength(plain.claims.length);
});

test('a claim given other bounds after it was verified has to be verified again', () => {
  const [claim] = plain.claims;
  const verified = event(tagClaim(read, analysis, claim!, 'verified'));
  const to = spanOf(text, '1,204 dock workers were taken to clinics after the fire');
  const bound = event(boundItem(read, plain, item('claim', claim!.claim.span), to), 'Ann', [verified.id]);
  const now = after(analysis, verified, bound).claims.find((each) => each.claim.span.start === to.start);
  expect(now?.state).toBe('changed');
});

test('editors who had not seen each other’s correction contradict each other: neither is applied, both are shown', () => {
  const one = event(correct(sixteen, { aspect: 'speaker', name: 'Oda Brandt' }), 'Ann');
  const other = event(correct(sixteen, { aspect: 'speaker', name: 'Arvo Tamm' }), 'Bo');
  const now = after(analysis, one, other);
  expect(speakersOf(now)).toEqual(speakersOf(plain));
  const claim = now.claims.find(({ disagreements }) => disagreements.length > 0)!;
  expect(claim.state).toBe('disagreement');
  expect(claim.disagreements[0]!.sides.map(({ by, says }) => `${by}: ${says}`).sort()).toEqual([
    'Ann: Oda Brandt',
    'Bo: Arvo Tamm',
  ]);
  const settled = event(correctItem(read, now, sixteen, { aspect: 'speaker', name: 'Arvo Tamm' }), 'Ann', [
    one.id,
    other.id,
  ]);
  expect(speakersOf(after(analysis, one, other, settled))).toContain('Arvo Tamm');
});

test('a claim that one editor rejects and another, who had not seen it, verifies stays and is in disagreement', () => {
  const [claim] = plain.claims;
  const verified = event(tagClaim(read, analysis, claim!, 'verified'), 'Ann');
  const rejected = event(rejectItem(read, item('claim', claim!.claim.span)), 'Bo');
  expect(after(analysis, verified, rejected).claims[0]!.state).toBe('disagreement');
  const seen = event(rejectItem(read, item('claim', claim!.claim.span)), 'Bo', [verified.id]);
  expect(after(analysis, verified, seen).claims).toHaveLength(plain.claims.length - 1);
});

const names = ['Temir Askenov', 'Joren Haake', 'Nobody Known', ''];
const anyCorrection = (of: Analysis): fc.Arbitrary<Placed> => {
  const spans = {
    quote: of.quotes.map(({ content }) => content),
    figure: of.figures,
    name: of.entities.flatMap(({ mentions }) => mentions),
    claim: of.claims.map(({ span }) => span),
  };
  return fc
    .tuple(
      fc.constantFrom('quote', 'figure', 'name', 'claim'),
      fc.nat(),
      fc.boolean(),
      fc.constantFrom<Placed['aspect']>('rejected', 'bounds', 'speaker', 'kind', 'value', 'sameAs', 'apart'),
      fc.constantFrom(...names),
      fc.tuple(fc.nat(of.text.length - 2), fc.integer({ min: 1, max: 40 })),
    )
    .map(([what, nth, everywhere, aspect, name, [start, length]]) => {
      const all: readonly Span[] = spans[what as keyof typeof spans];
      const span = all[nth % Math.max(1, all.length)] ?? { start: 0, end: 1 };
      const kind = { quote: 'mixed', figure: 'money', name: 'place', claim: 'direct' }[what]!;
      const to = { start, end: Math.min(of.text.length, start + length) };
      const base = { what, span: { start: span.start, end: span.end }, everywhere, aspect };
      return { ...base, to, name: name || 'x', kind, low: 7, unit: 'boat' } as unknown as Placed;
    });
};

const isSound = ({ quotes, figures, entities, claims, dates, text: whole }: Analysis): void => {
  const has = (list: readonly unknown[], index: number | undefined) =>
    expect(index === undefined || list[index] !== undefined).toBe(true);
  for (const { speaker, chain = [], content } of quotes) {
    for (const one of [speaker, ...chain]) has(entities, one?.entity);
    expect(contains({ start: 0, end: whole.length }, content)).toBe(true);
  }
  for (const { quote, date } of figures) {
    has(quotes, quote);
    has(dates, date);
  }
  for (const { source, figures: own, entities: named, references = [] } of claims) {
    if (source.type === 'quote') has(quotes, source.quote);
    for (const index of own) has(figures, index);
    for (const index of named) has(entities, index);
    for (const { entity } of references) has(entities, entity);
  }
  for (const { mentions } of entities) expect(mentions.length).toBeGreaterThan(0);
  const starts = [quotes.map(({ content }) => content.start), claims.map(({ span }) => span.start)];
  for (const list of starts) expect(list).toEqual([...list].sort((a, b) => a - b));
};

test('whatever is corrected, every index leads somewhere, and the order of corrections makes no difference', () => {
  const some = fc
    .constantFrom(...seeds)
    .chain((of) => fc.tuple(fc.constant(of), fc.array(anyCorrection(of), { maxLength: 8 })))
    .chain(([of, list]) =>
      fc.tuple(
        fc.constant(of),
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
  fc.assert(
    fc.property(some, ([of, list, shuffled]) => {
      const corrected = correctAnalysis(of, list);
      isSound(corrected);
      expect(correctAnalysis(of, shuffled)).toEqual(corrected);
    }),
    { numRuns: 150 },
  );
});
