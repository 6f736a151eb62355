import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LedgerEvent } from '../../src/ledger/events.ts';
import { decisionsAbout, foldEvents, headsOf, uniteEvents } from '../../src/ledger/fold.ts';
import { added, noted, tagged, tookBack, untagged } from './samples.ts';

const text = 'The pier was closed. Nobody was hurt.';
const tag = (id: string, replaces?: string[]) => tagged(id, text, 'The pier was closed', 'verified', replaces);
const idsOf = (...events: LedgerEvent[]) => foldEvents(events).decisions.map(({ id }) => id);

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
const anyEvent = fc.oneof(
  fc
    .tuple(ids, fc.option(fc.array(ids, { maxLength: 2 }), { nil: undefined }))
    .map(([id, replaces]) => tag(id, replaces)),
  ids.map((id) => noted(id, text, 'Nobody was hurt')),
  ids.map((id) => added(id, text, 'pier', 'name')),
  fc.tuple(ids, fc.array(ids, { maxLength: 3 })).map(([id, tags]) => untagged(id, ...tags)),
  fc.tuple(ids, ids).map(([id, event]) => tookBack(id, event)),
);

test('the order of events, and how often each is read, makes no difference, even where ids clash or point in a ring', () => {
  const shuffled = fc
    .array(anyEvent, { maxLength: 12 })
    .chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events], { minLength: 2 * events.length, maxLength: 2 * events.length }),
      ),
    );
  fc.assert(
    fc.property(shuffled, ([events, others]) => {
      const [one, other] = [foldEvents(events), foldEvents(others)];
      expect([other.decisions, other.moves]).toEqual([one.decisions, one.moves]);
      const pairs = events.flatMap((a) => events.map((b) => [a.id, b.id] as const));
      for (const [a, b] of pairs) expect(other.hasSeen(a, b)).toBe(one.hasSeen(a, b));
      expect(headsOf(uniteEvents(others))).toEqual(headsOf(uniteEvents(events)));
    }),
    { numRuns: 500 },
  );
});

test('an untagging removes the tags it names, and a tag it had not seen stays', () => {
  expect(idsOf(tag('ann'), tag('ben'), untagged('u', 'ann'))).toEqual(['ben']);
});

test('an untagging cannot remove a note', () => {
  expect(idsOf(noted('n', text, 'pier'), untagged('u', 'n'))).toEqual(['n']);
});

test('taking back works on every event, and can be taken back', () => {
  expect(idsOf(noted('n', text, 'pier'), tookBack('x', 'n'))).toEqual([]);
  expect(idsOf(noted('n', text, 'pier'), tookBack('x', 'n'), tookBack('y', 'x'))).toEqual(['n']);
  expect(idsOf(tag('t'), untagged('u', 't'), tookBack('x', 'u'))).toEqual(['t']);
});

test('a tag on the new words takes the place of the one on the old, until it is taken back', () => {
  expect(idsOf(tag('old'), tag('new', ['old']))).toEqual(['new']);
  expect(idsOf(tag('old'), tag('new', ['old']), tookBack('x', 'new'))).toEqual(['old']);
});

test('what was replaced or removed once does not come back when its successor goes the same way', () => {
  const chain = [tag('a'), tag('b', ['a']), tag('c', ['b']), tag('d', ['c'])];
  expect(idsOf(...chain)).toEqual(['d']);
  expect(idsOf(...chain, untagged('u', 'd'))).toEqual([]);
  expect(idsOf(...chain, untagged('u', 'd'), tookBack('x', 'u'))).toEqual(['d']);
  expect(idsOf(...chain, tookBack('x', 'd'))).toEqual(['c']);
  expect(idsOf(...chain, tookBack('x', 'd'), tookBack('y', 'c'))).toEqual(['b']);
});

test('events that void each other in a ring lose nothing', () => {
  expect(idsOf(tag('t'), tookBack('t2', 't3'), tookBack('t3', 't2'))).toEqual(['t']);
  expect(idsOf(tag('a', ['b']), tag('b', ['a']))).toEqual(['a', 'b']);
});

test('the heads are the events that no other had seen', () => {
  const events = [tag('a'), { ...tag('b'), seen: ['a'] }, { ...tag('c'), seen: ['a'] }];
  expect(headsOf(events)).toEqual(['b', 'c']);
});

test('a document’s name is the same in both normal forms', () => {
  const decision = { ...tag('a'), document: 'Rósa.txt'.normalize('NFD') };
  const standing = foldEvents([decision, tag('b')]);
  expect(decisionsAbout('Rósa.txt'.normalize('NFC'), standing).decisions).toEqual([decision]);
});
