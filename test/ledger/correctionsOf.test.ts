import { expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import { annotate } from '../../src/ledger/annotate.ts';
import type { AnnotatedDocument } from '../../src/ledger/annotated.ts';
import { correctionsOf } from '../../src/ledger/correctionsOf.ts';
import { boundItem, correctItem, type Item, type ReadDocument } from '../../src/ledger/decide.ts';
import type { EventDraft, LedgerEvent } from '../../src/ledger/events.ts';
import { decisionsAbout, foldEvents } from '../../src/ledger/fold.ts';
import { wordingOf } from '../../src/ledger/wording.ts';
import { spanOf } from './samples.ts';

const text = [
  'KELVANE, March 4. /NORDA/. The harbour was closed, Ilmar Vessen of the harbour office said on Tuesday.',
  '"We counted sixteen ships," he said.',
  'The harbour will open again on Friday, said the mayor of Kelvane, Oda Brandt. She said the fire was out.',
].join('\n\n');
const analysis = analyze(text);
const read: ReadDocument = { document: 'a.txt', version: '0'.repeat(64), wording: wordingOf(text), editor: 'Ann' };

const event = (draft: EventDraft | undefined): LedgerEvent =>
  ({ ...draft, v: 2, id: 'e', at: '2031-03-04T10:00:00Z', by: 'Ann', seen: [] }) as LedgerEvent;
const after = (...drafts: readonly (EventDraft | undefined)[]): AnnotatedDocument =>
  annotate(analysis, decisionsAbout('a.txt', foldEvents(drafts.map(event))));
const plain = after();

/** The words of the claims that say of themselves that they were put right. */
const corrected = (now: AnnotatedDocument) =>
  now.claims
    .filter((claim) => correctionsOf(now, claim).some(({ event: id }) => id === 'e'))
    .map(({ claim: { span } }) => now.analysis.text.slice(span.start, span.end));

const ships: Item = {
  what: 'quote',
  span: analysis.quotes.find(({ content }) => text.slice(content.start, content.end).includes('sixteen'))!.content,
};
const toBrandt = (reach: 'here' | 'everywhere') =>
  correctItem(read, plain, ships, { aspect: 'speaker', name: 'Oda Brandt' }, reach);

test('a claim whose speaker was put right says so; one that had this speaker before does not', () => {
  expect(corrected(plain)).toEqual([]);
  expect(corrected(after(toBrandt('here')))).toEqual(['"We counted sixteen ships,"']);
  const everywhere = corrected(after(toBrandt('everywhere')));
  expect(everywhere).toEqual(['The harbour was closed', '"We counted sixteen ships,"']);
});

test('a claim that was given other words says so', () => {
  const { span } = plain.claims.find(({ claim }) => text.slice(claim.span.start).startsWith('The harbour will'))!.claim;
  const bound = boundItem(read, plain, { what: 'claim', span }, spanOf(text, 'The harbour will open again'));
  expect(corrected(after(bound))).toEqual(['The harbour will open again']);
});
