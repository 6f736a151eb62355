// What became of a claim: everything that was ever decided about it, whether it stands or not.
import type { Selected } from './anchor.ts';
import { inSeenOrder } from './causality.ts';
import type { LedgerEvent, StoredEvent } from './events.ts';
import { foldEvents, uniteEvents } from './fold.ts';

export interface HistoryEntry {
  readonly event: LedgerEvent;
  /** The event that made it void. Absent where it stands. */
  readonly endedBy?: LedgerEvent;
  /** It does again what was taken back: it takes back the taking back. */
  readonly isRedo?: true;
}

/** A claim as it stands in a document: `events` are those that it shows. */
export interface HistoryOf {
  readonly document: string;
  readonly events: readonly string[];
  readonly words: Selected;
}

/** Events that an event speaks of. */
function spokenOf(event: LedgerEvent): readonly string[] {
  switch (event.type) {
    case 'tookBack':
      return event.events;
    case 'untagged':
    case 'reviewed':
      return event.tags;
    case 'resolved':
      return event.notes;
    case 'tagged':
    case 'corrected':
      return event.replaces ?? [];
    default:
      return [];
  }
}

const wordsKey = ({ quote: { exact, prefix, suffix } }: Selected): string => JSON.stringify([exact, prefix, suffix]);

/**
 * Oldest first, each after those that its writer had seen. To a claim belong the events that it shows, others about the
 * same words in the same context, those whose place these took, and what made any of them void.
 */
export function historyOf(stored: Iterable<StoredEvent>, { document, events, words }: HistoryOf): HistoryEntry[] {
  const united = uniteEvents(stored);
  const { order, ringed } = inSeenOrder(united);
  const all = [...order, ...ringed].filter((event): event is LedgerEvent => event.type !== 'later');
  const byId = new Map(all.map((event) => [event.id, event]));
  const byWords = new Map<string, LedgerEvent[]>();
  const speakingOf = new Map<string, LedgerEvent[]>();
  const put = (map: Map<string, LedgerEvent[]>, key: string, event: LedgerEvent) => {
    const there = map.get(key);
    if (there) there.push(event);
    else map.set(key, [event]);
  };
  for (const event of all) {
    if ('target' in event) put(byWords, `${event.document} ${wordsKey(event.target)}`, event);
    for (const id of spokenOf(event)) put(speakingOf, id, event);
  }

  const found = new Set<LedgerEvent>();
  const next: LedgerEvent[] = [];
  const find = (event: LedgerEvent | undefined) => {
    if (!event || found.has(event)) return;
    found.add(event);
    next.push(event);
  };
  for (const id of events) find(byId.get(id));
  for (const event of byWords.get(`${document} ${wordsKey(words)}`) ?? []) find(event);
  for (let event = next.pop(); event; event = next.pop()) {
    for (const later of speakingOf.get(event.id) ?? []) find(later);
    // A deed on many claims that was taken back does not lead to the others.
    if (!('target' in event)) continue;
    for (const id of spokenOf(event)) find(byId.get(id));
    for (const same of byWords.get(`${event.document} ${wordsKey(event.target)}`) ?? []) find(same);
  }

  const { voided } = foldEvents(united);
  const undone = new Set<string>();
  return all
    .filter((event) => found.has(event))
    .map((event) => {
      const endedBy = byId.get(voided.get(event.id) ?? '');
      const isRedo = event.type === 'tookBack' && event.events.some((id) => undone.has(id));
      if (event.type === 'tookBack' && !isRedo) undone.add(event.id);
      return { event, ...(endedBy ? { endedBy } : {}), ...(isRedo ? { isRedo } : {}) };
    });
}

/** Every event about a document, and every one that speaks of these, to go with it into another ledger. */
export function eventsAbout(document: string, stored: Iterable<StoredEvent>): LedgerEvent[] {
  const about = new Set<string>();
  const { order, ringed } = inSeenOrder(uniteEvents(stored));
  return [...order, ...ringed].filter((event): event is LedgerEvent => {
    if (event.type === 'later') return false;
    const isAbout = 'document' in event ? event.document === document : spokenOf(event).some((id) => about.has(id));
    if (isAbout) about.add(event.id);
    return isAbout;
  });
}
