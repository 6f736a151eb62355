// Which event had seen which: that, and never a clock, tells a change of mind from a disagreement.
import type { StoredEvent } from './events.ts';

/** Events in an order in which each comes after those it had seen. Events that saw each other in a ring come last. */
export function inSeenOrder<T extends StoredEvent>(
  events: readonly T[],
): { readonly order: T[]; readonly ringed: T[] } {
  const byId = new Map(events.map((event) => [event.id, event]));
  const later = new Map<string, T[]>();
  const waiting = new Map<T, number>();
  for (const event of events) {
    const earlier = new Set(event.seen.filter((id) => byId.has(id)));
    waiting.set(event, earlier.size);
    for (const id of earlier) {
      const others = later.get(id);
      if (others) others.push(event);
      else later.set(id, [event]);
    }
  }
  const order = events.filter((event) => waiting.get(event) === 0);
  for (const event of order) {
    for (const next of later.get(event.id) ?? []) {
      const left = waiting.get(next)! - 1;
      waiting.set(next, left);
      if (left === 0) order.push(next);
    }
  }
  return { order, ringed: events.filter((event) => waiting.get(event) !== 0) };
}

/** More threads of events side by side than any desk has; what is in further ones is taken to have been seen by nobody. */
const mostThreads = 256;

/** Whether the writer of one event had seen another. */
export type HasSeen = (later: string, earlier: string) => boolean;

/**
 * Events are laid on threads, each event after one it had seen; of each is kept how far down every thread it could see
 * (chain decomposition: Jagadish, 1990, "A compression technique to materialize transitive closure").
 * Time and memory are events times threads.
 */
export function causality(events: readonly StoredEvent[]): HasSeen {
  const places = new Map<string, { readonly thread: number; readonly place: number; readonly reach: number[] }>();
  const lengths: number[] = [];
  for (const { id, seen } of inSeenOrder(events).order) {
    const reach: number[] = [];
    let thread = -1;
    for (const earlier of seen) {
      const at = places.get(earlier);
      if (!at) continue;
      for (const [other, place] of at.reach.entries()) reach[other] = Math.max(reach[other] ?? 0, place);
      if (at.place === lengths[at.thread]) thread = at.thread;
    }
    if (thread < 0) thread = lengths.push(0) - 1;
    const place = lengths[thread]! + 1;
    lengths[thread] = place;
    for (let other = reach.length; other <= thread; other++) reach[other] = 0;
    reach[thread] = place;
    if (thread < mostThreads) places.set(id, { thread, place, reach: reach.slice(0, mostThreads) });
  }
  return (later, earlier) => {
    const at = places.get(earlier);
    return at !== undefined && later !== earlier && (places.get(later)?.reach[at.thread] ?? 0) >= at.place;
  };
}
