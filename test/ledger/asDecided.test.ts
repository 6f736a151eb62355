import { expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis/types.ts';
import { annotate } from '../../src/ledger/annotate.ts';
import type { AnnotatedDocument } from '../../src/ledger/annotated.ts';
import { quotesAsDecided } from '../../src/ledger/asDecided.ts';
import { boundItem, markSpan, type ReadDocument, rejectItem } from '../../src/ledger/decide.ts';
import type { EventDraft, LedgerEvent } from '../../src/ledger/events.ts';
import { decisionsAbout, foldEvents } from '../../src/ledger/fold.ts';
import { wordingOf } from '../../src/ledger/wording.ts';
import { analysisOf, spanOf } from './samples.ts';

const text =
  'Police said the pier is closed until Friday. Mayor Oda Brandt added the ferry is safe. Police said the pier is open.';
const closed = 'the pier is closed until Friday';
const safe = 'the ferry is safe';
const analysis: Analysis = analysisOf(text, [
  { words: closed, cue: 'said', speaker: 'Police' },
  { words: safe, cue: 'added', speaker: 'Oda Brandt' },
]);
const read: ReadDocument = { document: 'a.txt', version: '0'.repeat(64), wording: wordingOf(text), editor: 'Ann' };

function after(...drafts: readonly ((now: AnnotatedDocument) => EventDraft | undefined)[]): AnnotatedDocument {
  const events: LedgerEvent[] = [];
  const now = () => annotate(analysis, decisionsAbout('a.txt', foldEvents(events)));
  for (const [index, draft] of drafts.entries()) {
    const seen = events.map(({ id }) => id);
    const written = { v: 2, id: `e${index}`, at: '2031-03-04T10:00:00Z', by: 'Ann', seen };
    events.push({ ...draft(now()), ...written } as LedgerEvent);
  }
  return now();
}

const claimItem = (words: string) => ({ what: 'claim', span: spanOf(text, words) }) as const;
const wordsShown = (document: AnnotatedDocument) =>
  quotesAsDecided(document).map(({ parts, rejection }) => [
    parts.map(({ start, end }) => text.slice(start, end)).join(' … '),
    rejection?.by,
  ]);
test('a quote has the words that an editor gave its claim', () => {
  expect(wordsShown(after())).toEqual([
    [closed, undefined],
    [safe, undefined],
  ]);
  const bound = after((now) => boundItem(read, now, claimItem(closed), spanOf(text, 'the pier is closed')));
  expect(wordsShown(bound)).toEqual([
    ['the pier is closed', undefined],
    [safe, undefined],
  ]);
  expect(wordsShown(after(() => markSpan(read, spanOf(text, 'the pier'), 'claim')))[0]).toEqual([closed, undefined]);
});

test('a quote whose claim was rejected says who did it, unless words in it are a claim again', () => {
  const rejected = after(() => rejectItem(read, claimItem(safe)));
  expect(wordsShown(rejected)).toEqual([
    [closed, undefined],
    [safe, 'Ann'],
  ]);
  const marked = after(
    () => rejectItem(read, claimItem(safe)),
    () => markSpan(read, spanOf(text, safe), 'claim'),
  );
  expect(wordsShown(marked)[1]).toEqual([safe, undefined]);
});
