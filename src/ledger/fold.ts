// Folding the events of all editors into what stands. The result depends on the set of events alone, never on the
// order of files or lines, nor on clocks.
import { causality, type HasSeen, inSeenOrder } from './causality.ts';
import {
  type Added,
  type Corrected,
  eventLine,
  type GaveEvidence,
  type LedgerEvent,
  type Moved,
  type Noted,
  type Rejected,
  type Resolved,
  type Reviewed,
  type StoredEvent,
  type Tagged,
} from './events.ts';

/** A decision about words. */
export type Decision = Tagged | Noted | GaveEvidence | Corrected | Added | Rejected | Reviewed | Resolved;

/** What stands: not taken back, not untagged, not replaced. */
export interface Standing {
  /** In the order of their ids. */
  readonly decisions: readonly Decision[];
  /** In an order in which each comes after those it had seen. */
  readonly moves: readonly Moved[];
  readonly hasSeen: HasSeen;
  /** What does not stand, and the event that made it void. */
  readonly voided: ReadonlyMap<string, string>;
}

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

/** Which events an event removes or replaces. They were given all the same: what they had replaced does not come back. */
function supersededBy(event: LedgerEvent, all: ReadonlyMap<string, LedgerEvent>): readonly string[] {
  const ofType = (ids: readonly string[], type: LedgerEvent['type']) => ids.filter((id) => all.get(id)?.type === type);
  switch (event.type) {
    case 'untagged':
      return ofType(event.tags, 'tagged');
    case 'tagged':
    case 'corrected':
      return ofType(event.replaces ?? [], event.type);
    default:
      return [];
  }
}

/** Which events lead to which others, each once, and to how many ways each is led to. */
interface Links {
  readonly to: ReadonlyMap<string, readonly string[]>;
  readonly from: Map<string, number>;
}

function linksOf(all: ReadonlyMap<string, LedgerEvent>, linked: (event: LedgerEvent) => readonly string[]): Links {
  const to = new Map<string, readonly string[]>();
  const from = new Map<string, number>();
  for (const [id, event] of all) {
    const targets = [...new Set(linked(event))].filter((target) => all.has(target));
    to.set(id, targets);
    for (const target of targets) from.set(target, (from.get(target) ?? 0) + 1);
  }
  return { to, from };
}

/** Whether every way to an event has been gone, with this one. */
function isLastWay({ from }: Links, id: string): boolean {
  const left = (from.get(id) ?? 0) - 1;
  from.set(id, left);
  return left === 0;
}

/** What is as if it had not happened, and the event that takes it back. */
function takenBack(all: ReadonlyMap<string, LedgerEvent>): Map<string, string> {
  const links = linksOf(all, (event) => (event.type === 'tookBack' ? event.events : []));
  const undone = new Map<string, string>();
  const stands = [...all.keys()].filter((id) => !links.from.has(id));
  for (const id of stands) {
    for (const target of links.to.get(id)!) {
      if (undone.has(target)) continue;
      undone.set(target, id);
      for (const freed of links.to.get(target)!) if (isLastWay(links, freed) && !undone.has(freed)) stands.push(freed);
    }
  }
  return undone;
}

/** What was removed or replaced, and by which event. */
function superseded(happened: ReadonlyMap<string, LedgerEvent>): Map<string, string> {
  const links = linksOf(happened, (event) => supersededBy(event, happened));
  const old = new Map<string, string>();
  const reached = [...happened.keys()].filter((id) => !links.from.has(id));
  for (const id of reached) {
    for (const target of links.to.get(id)!) {
      if (!old.has(target)) old.set(target, id);
      if (isLastWay(links, target)) reached.push(target);
    }
  }
  return old;
}

const isDecision = (event: LedgerEvent): event is Decision =>
  event.type !== 'tookBack' && event.type !== 'untagged' && event.type !== 'moved';

/**
 * What stands of all that was decided.
 *
 * An event stands unless one that was not taken back takes it back, removes or replaces it. So a tag removed is there again
 * when its removal is taken back, a verdict that was replaced is not when its successor is replaced too, and a tag that the
 * remover had not seen stays (an observed-remove set: Shapiro et al., 2011, "A comprehensive study of convergent and
 * commutative replicated data types"). Events that void each other in a ring, which no honest writer can make, void nothing.
 */
export function foldEvents(events: Iterable<StoredEvent>): Standing {
  const united = uniteEvents(events);
  const all = new Map<string, LedgerEvent>();
  for (const event of united) if (event.type !== 'later') all.set(event.id, event);

  const undone = takenBack(all);
  const happened = new Map([...all].filter(([id]) => !undone.has(id)));
  const isVoid = new Map([...superseded(happened), ...undone]);
  const standing = [...all.values()].filter((event) => !isVoid.has(event.id));
  const { order, ringed } = inSeenOrder(united);
  return {
    decisions: standing.filter(isDecision),
    moves: [...order, ...ringed].filter((event): event is Moved => event.type === 'moved' && !isVoid.has(event.id)),
    hasSeen: causality(united),
    voided: isVoid,
  };
}

const plainPath = (path: string): string => path.normalize('NFC');

/** One step of the way a document took; `left`: the moves that led on from there. */
interface Step {
  readonly path: string;
  readonly by: Moved | undefined;
  readonly left: Moved[];
}

/**
 * Where the documents of decisions are now. A move takes along what had been decided about the path before it and, on
 * another branch, beside it; what is decided there afterwards is about another document. Where two editors who had not
 * seen each other's move moved one document to two places, it is in both.
 */
function pathsOf({ moves, hasSeen }: Standing): (decision: Decision) => ReadonlySet<string> {
  return (decision) => {
    const steps: Step[] = [{ path: plainPath(decision.document), by: undefined, left: [] }];
    for (const move of moves) {
      if (hasSeen(decision.id, move.id)) continue;
      const goesOn = ({ path, by, left }: Step) =>
        path === plainPath(move.document) &&
        (by === undefined || hasSeen(move.id, by.id)) &&
        left.every((other) => !hasSeen(move.id, other.id));
      const from = steps.filter(goesOn);
      for (const { left } of from) left.push(move);
      if (from.length > 0) steps.push({ path: plainPath(move.to), by: move, left: [] });
    }
    return new Set(steps.filter(({ left }) => left.length === 0).map(({ path }) => path));
  };
}

/** What was decided about one document. */
export interface DocumentDecisions {
  readonly decisions: readonly Decision[];
  readonly hasSeen: HasSeen;
}

/** The decisions of every document, by its path as it is now (in NFC: paths that differ only in normal form are one). */
export function decisionsByDocument(standing: Standing): ReadonlyMap<string, DocumentDecisions> {
  const { hasSeen } = standing;
  const all = new Map<string, Decision[]>();
  const now = pathsOf(standing);
  for (const decision of standing.decisions) {
    for (const path of now(decision)) {
      const decisions = all.get(path);
      if (decisions) decisions.push(decision);
      else all.set(path, [decision]);
    }
  }
  return new Map([...all].map(([path, decisions]) => [path, { decisions, hasSeen }]));
}

/** The decisions about one document. */
export function decisionsAbout(document: string, standing: Standing): DocumentDecisions {
  return decisionsByDocument(standing).get(plainPath(document)) ?? { decisions: [], hasSeen: standing.hasSeen };
}
