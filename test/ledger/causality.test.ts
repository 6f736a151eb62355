import fc from 'fast-check';
import { expect, test } from 'vitest';
import { causality, inSeenOrder } from '../../src/ledger/causality.ts';
import type { StoredEvent } from '../../src/ledger/events.ts';

/** Events that saw any of the others: as in a ledger where each sees what was before, or with rings. */
const events = (rings: boolean) =>
  fc.array(fc.array(fc.nat(30), { maxLength: 3 }), { maxLength: 14 }).map((lists) =>
    lists.map(
      (list, index): StoredEvent => ({
        type: 'later',
        id: `e${index}`,
        seen: list.filter((earlier) => rings || earlier < index).map((earlier) => `e${earlier}`),
        raw: {},
      }),
    ),
  );

/** What an event's writer could see: by the definition, step by step. */
function seenBy(all: readonly StoredEvent[], id: string): Set<string> {
  const seen = new Set<string>();
  const next = [id];
  for (let at = next.pop(); at !== undefined; at = next.pop())
    for (const earlier of all.find((event) => event.id === at)?.seen ?? [])
      if (!seen.has(earlier) && all.some((event) => event.id === earlier)) {
        seen.add(earlier);
        next.push(earlier);
      }
  return seen;
}

test('who had seen what is what the events’ own words lead to, in whatever order they are read', () => {
  fc.assert(
    fc.property(
      events(false).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        const hasSeen = causality(shuffled);
        for (const later of all) {
          const seen = seenBy(all, later.id);
          for (const earlier of all) expect(hasSeen(later.id, earlier.id)).toBe(seen.has(earlier.id));
        }
      },
    ),
  );
});

test('each event comes after those it had seen; none is left out, in a ring neither', () => {
  fc.assert(
    fc.property(events(true), (all) => {
      const { order, ringed } = inSeenOrder(all);
      expect([...order, ...ringed].map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
      for (const [index, { seen }] of order.entries())
        for (const id of seen.filter((earlier) => all.some((event) => event.id === earlier)))
          expect(order.slice(0, index).some((event) => event.id === id)).toBe(true);
    }),
  );
});
