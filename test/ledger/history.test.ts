import { expect, test } from 'vitest';
import type { LedgerEvent } from '../../src/ledger/events.ts';
import { eventsAbout, historyOf } from '../../src/ledger/history.ts';
import { noted, tagged, tookBack, untagged } from './samples.ts';

const then = 'The pier was closed. 112 people were hurt.';
const now = 'The pier was closed. 121 people were hurt.';

/** Each event after all before it. */
const inTurn = (...events: readonly LedgerEvent[]): readonly LedgerEvent[] =>
  events.map((event, index) => ({ ...event, seen: index > 0 ? [events[index - 1]!.id] : [] }));

const ids = (entries: readonly { readonly event: LedgerEvent }[]) => entries.map(({ event }) => event.id);

const claim = { document: 'fire.txt', events: ['t2'], words: tagged('', now, '121 people were hurt').target };

test('a claim’s history goes back through what its words were, and tells what ended each deed', () => {
  const events = inTurn(
    tagged('t1', then, '112 people were hurt'),
    noted('n1', then, '112 people were hurt'),
    tagged('other', then, 'The pier was closed'),
    tagged('t2', now, '121 people were hurt', 'disputed', ['t1']),
  );
  const entries = historyOf([...events].reverse(), claim);
  expect(ids(entries)).toEqual(['t1', 'n1', 't2']);
  expect(entries.map(({ endedBy }) => endedBy?.id)).toEqual(['t2', undefined, undefined]);
});

test('what was taken back and removed is told, and a deed on many claims does not lead to the others', () => {
  const events = inTurn(
    tagged('t1', now, '121 people were hurt'),
    tagged('o1', now, 'The pier was closed'),
    tookBack('b1', 't1', 'o1'),
    tagged('t2', now, '121 people were hurt', 'disputed'),
    untagged('u1', 't2'),
  );
  const entries = historyOf(events, { ...claim, events: [] });
  expect(ids(entries)).toEqual(['t1', 'b1', 't2', 'u1']);
  expect(entries.map(({ endedBy }) => endedBy?.id)).toEqual(['b1', undefined, 'u1', undefined]);
});

test('what is done again is told as that, and not as taken back', () => {
  const events = inTurn(
    tagged('t1', now, '121 people were hurt'),
    tookBack('b1', 't1'),
    tookBack('r1', 'b1'),
    tookBack('b2', 'r1'),
  );
  const entries = historyOf(events, { ...claim, events: [] });
  expect(ids(entries)).toEqual(['t1', 'b1', 'r1', 'b2']);
  expect(entries.filter(({ isRedo }) => isRedo).map(({ event }) => event.id)).toEqual(['r1']);
});

test('with a document go its events and what speaks of them, and no other', () => {
  const other = { ...tagged('o1', then, 'The pier was closed'), document: 'flood.txt' };
  const events = inTurn(tagged('t1', then, 'The pier was closed'), other, untagged('u1', 't1'), untagged('u2', 'o1'));
  expect(eventsAbout('fire.txt', events).map(({ id }) => id)).toEqual(['t1', 'u1']);
});
