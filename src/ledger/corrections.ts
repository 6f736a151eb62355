// Which corrections and rejections hold for a text as it is now, and which contradict each other.
import { attach, type Version } from './anchor.ts';
import type { CorrectionGiven } from './annotated.ts';
import type { HasSeen } from './causality.ts';
import type { Placed } from './correct.ts';
import type { Corrected, Rejected } from './events.ts';
import type { Wording } from './wording.ts';

type Correcting = Corrected | Rejected;

export interface PlacedCorrection {
  readonly event: Correcting;
  readonly given: CorrectionGiven;
  /** What is to be applied, where it holds. */
  readonly placed?: Placed;
}

const aspectOf = (event: Correcting): CorrectionGiven['correction'] =>
  event.type === 'rejected' ? { aspect: 'rejected' } : event.correction;

/** Where the item stands, and its new bounds, where both are found; undefined where the words are lost. */
function place(text: Wording, event: Correcting, version: Version | undefined): PlacedCorrection | undefined {
  const attached = attach(text, event.target, version);
  if (attached.type === 'lost') return undefined;
  const { span } = attached;
  const { id, by, at, what } = event;
  const correction = aspectOf(event);
  const item = { what, span, everywhere: event.everywhere ?? false };
  const told = (state: CorrectionGiven['state']): CorrectionGiven => ({
    event: id,
    by,
    at,
    correction,
    state,
    ...item,
  });
  if (attached.type === 'changed') return { event, given: told('changed') };
  if (correction.aspect !== 'bounds') return { event, given: told('applied'), placed: { ...item, ...correction } };
  const to = attach(text, correction.to, version);
  if (to.type !== 'intact') return { event, given: told('changed') };
  return { event, given: told('applied'), placed: { ...item, aspect: 'bounds', to: to.span } };
}

const saysSame = (one: Correcting, other: Correcting): boolean =>
  JSON.stringify(aspectOf(one)) === JSON.stringify(aspectOf(other));

/** Of corrections of one aspect of one item: those that no other of them had seen, unless they contradict each other. */
function settle(group: readonly PlacedCorrection[], hasSeen: HasSeen): PlacedCorrection[] {
  const newest = group.filter(({ event }) => group.every((other) => !hasSeen(other.event.id, event.id)));
  if (newest.every(({ event }) => saysSame(event, newest[0]!.event))) return newest.slice(0, 1);
  return newest.map(({ event, given }) => ({ event, given: { ...given, state: 'contradicted' } }));
}

/**
 * The corrections among decisions, each where its words stand now; those that others have taken the place of are left out.
 * `lost` hears of those whose words are gone.
 */
export function placeCorrections(
  text: Wording,
  events: readonly Correcting[],
  versionOf: (event: Correcting) => Version | undefined,
  hasSeen: HasSeen,
  lost: (event: Correcting) => void,
): PlacedCorrection[] {
  const groups = new Map<string, PlacedCorrection[]>();
  for (const event of events) {
    const found = place(text, event, versionOf(event));
    if (!found) {
      lost(event);
      continue;
    }
    const { what, span, state, correction } = found.given;
    const key = [what, span.start, span.end, correction.aspect, state].join();
    const group = groups.get(key);
    if (group) group.push(found);
    else groups.set(key, [found]);
  }
  return [...groups.values()].flatMap((group) => settle(group, hasSeen));
}
