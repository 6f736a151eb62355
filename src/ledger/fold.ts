// Folding the events of all editors into what stands. The result depends on the set of events alone, never on the
// order of files or lines, nor on clocks.
import { type Added, eventLine, type LedgerEvent, type Noted, type StoredEvent, type Tagged } from './events.ts';

/** A decision that stands: not taken back, not untagged, not replaced. */
export type Decision = Tagged | Noted | Added;

const byId = (a: StoredEvent, b: StoredEvent): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Each event once, by id, in the order of ids. Of different events under one id the same one is always kept. */
export function uniteEvents(events: Iterable<StoredEvent>): StoredEvent[] {
  const united = new Map<string, StoredEvent>();
  for (const event of events) {
    const other = united.get(event.id);
    if (other === undefined || eventLine(event) < eventLine(other)) united.set(event.id, event);
  }
  return [...united.values()].sort(byId);
}

/** The latest events: those that no other event had seen. Sorted. */
export function headsOf(events: readonly StoredEvent[]): string[] {
  const seen = new Set(events.flatMap((event) => event.seen));
  return events
    .map((event) => event.id)
    .filter((id) => !seen.has(id))
    .sort();
}

/** Which events an event makes void, as long as it stands itself. */
function voidedBy(event: LedgerEvent, all: ReadonlyMap<string, LedgerEvent>): string[] {
  if (event.type === 'tookBack') return [event.event];
  const tags = event.type === 'untagged' ? event.tags : event.type === 'tagged' ? (event.replaces ?? []) : [];
  return tags.filter((id) => all.get(id)?.type === 'tagged');
}

/**
 * The decisions that stand, in the order of their ids.
 *
 * An event stands unless one that stands makes it void. So a tag removed is there again when its removal is taken back,
 * and a tag that the remover had not seen stays (an observed-remove set: Shapiro et al., 2011, "A comprehensive study of
 * convergent and commutative replicated data types"). Events that void each other in a ring, which no honest writer can
 * make, void nothing.
 */
export function foldEvents(events: Iterable<StoredEvent>): Decision[] {
  const all = new Map<string, LedgerEvent>();
  for (const event of uniteEvents(events)) if (event.type !== 'later') all.set(event.id, event);

  const voids = new Map<string, readonly string[]>();
  const undecided = new Map<string, number>();
  for (const event of all.values()) {
    const targets = [...new Set(voidedBy(event, all))].filter((id) => all.has(id));
    voids.set(event.id, targets);
    for (const id of targets) undecided.set(id, (undecided.get(id) ?? 0) + 1);
  }

  const isVoid = new Set<string>();
  const stands = [...all.keys()].filter((id) => !undecided.has(id));
  for (const id of stands) {
    for (const target of voids.get(id) ?? []) {
      if (isVoid.has(target)) continue;
      isVoid.add(target);
      for (const freed of voids.get(target) ?? []) {
        const left = (undecided.get(freed) ?? 0) - 1;
        undecided.set(freed, left);
        if (left === 0 && !isVoid.has(freed)) stands.push(freed);
      }
    }
  }

  const standing = [...all.values()].filter((event) => !isVoid.has(event.id));
  return standing.filter((event) => event.type === 'tagged' || event.type === 'noted' || event.type === 'added');
}

/** The decisions about one document. Paths that differ only in Unicode normal form are the same. */
export function decisionsAbout(document: string, decisions: readonly Decision[]): Decision[] {
  const name = document.normalize('NFC');
  return decisions.filter((decision) => decision.document.normalize('NFC') === name);
}
