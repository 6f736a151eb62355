// seedmark status and seedmark check: how what was decided stands now.
import type { AnnotatedClaim, ClaimState, LostMark, TagGiven } from '../ledger/annotated.ts';
import { isChecked } from '../ledger/annotated.ts';
import type { StoredEvent } from '../ledger/events.ts';
import { wordingOf } from '../ledger/wording.ts';
import { lineIndexOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { type Decided, decidedFiles, eventsById, type Reading } from './decided.ts';
import { printable } from './printable.ts';

/** Something that editors decided about, as the JSON form tells it; offsets as `analyze FILE --json` counts them. */
interface Entry {
  readonly file: string;
  /** Stays the same whatever becomes of the words. */
  readonly id: string;
  readonly tags: readonly { readonly tag: string; readonly editor: string; readonly at: string }[];
  readonly state: ClaimState | 'lost';
  /** The words as they were when they were decided about. */
  readonly exact: string;
  readonly now: string | null;
  readonly start: number | null;
  readonly end: number | null;
}

type Events = ReadonlyMap<string, StoredEvent>;

const exactIn = (events: Events, id: string | undefined): string | undefined => {
  const event = id === undefined ? undefined : events.get(id);
  return event && 'target' in event ? event.target.quote.exact : undefined;
};

const decisionsOn = ({ tags, notes, evidence, reviews, origin }: AnnotatedClaim): readonly string[] => [
  ...[...tags, ...notes, ...evidence, ...reviews].map(({ event }) => event),
  ...(origin.type === 'editor' ? [origin.event] : []),
];

/** The first of the events that took one another's place. */
function firstOf(events: Events, id: string): string {
  const seen = new Set<string>();
  for (let at = id; !seen.has(at); ) {
    seen.add(at);
    const event = events.get(at);
    const before = event?.type === 'tagged' ? event.replaces?.[0] : undefined;
    if (before === undefined || !events.has(before)) return at;
    at = before;
  }
  return id;
}

/** Items by what they have in common, each group in the order of its items. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

/** What a group of decisions is called, whatever is decided later: after the first that was made of them. */
function idOf({ hasSeen }: Decided, events: Events, decisions: readonly string[]): string {
  const firsts = decisions.map((decision) => firstOf(events, decision));
  return firsts.find((first) => firsts.every((other) => !hasSeen(first, other))) ?? firsts[0]!;
}

/** One entry for all tags that were given to the same words; one for a claim that has no tags. */
function claimEntries(decided: Decided, events: Events, claim: AnnotatedClaim): Entry[] {
  const { analysis, places } = decided.annotated;
  const spanOf = (event: string): Span => places.get(event) ?? claim.claim.span;
  const entryOf = (tags: readonly TagGiven[], decisions: readonly string[]): Entry => {
    const [decision] = decisions;
    const { start, end } = decision === undefined ? claim.claim.span : spanOf(decision);
    const now = analysis.text.slice(start, end);
    return {
      file: decided.file,
      id: decision === undefined ? claim.id : idOf(decided, events, decisions),
      tags: tags.map(({ tag, by, at }) => ({ tag, editor: by, at })),
      state: claim.state,
      exact: exactIn(events, decision) ?? now,
      now,
      start,
      end,
    };
  };
  if (claim.tags.length === 0) return [entryOf([], decisionsOn(claim))];
  const keyOf = ({ event }: TagGiven) =>
    JSON.stringify([wordingOf(exactIn(events, event) ?? '').words, spanOf(event).start]);
  return grouped(claim.tags, keyOf).map((tags) =>
    entryOf(
      tags,
      tags.map(({ event }) => event),
    ),
  );
}

/** Lost decisions by the words they were about: one entry for all that was said of them. */
function lostEntries(decided: Decided, events: Events): Entry[] {
  const keyOf = (lost: LostMark): string => {
    const event = events.get(lost.event);
    const at = event && 'target' in event ? event.target.position.start : 0;
    return JSON.stringify([wordingOf(lost.exact).words, at]);
  };
  return grouped(decided.annotated.lost, keyOf).map((group) => {
    const tags = group.filter(({ what }) => what.type === 'tag');
    const named = tags.length > 0 ? tags : group;
    return {
      file: decided.file,
      id: idOf(
        decided,
        events,
        named.map(({ event }) => event),
      ),
      tags: tags.map(({ what, by, at }) => ({ tag: what.text, editor: by, at })),
      state: 'lost',
      exact: named[0]!.exact,
      now: null,
      start: null,
      end: null,
    };
  });
}

function entriesOf(decided: Decided, isAll: boolean): Entry[] {
  const events = eventsById(decided);
  const claims = decided.annotated.claims.filter((claim) => isAll || decisionsOn(claim).length > 0);
  return [...claims.flatMap((claim) => claimEntries(decided, events, claim)), ...lostEntries(decided, events)];
}

const oneLine = (words: string, most = 100): string => {
  const line = printable(words.replace(/\s+/g, ' ').trim());
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
};

/** "112 → 121; speaker: Ilmar Vessen → Arvo Tamm" */
function changeWords({ change }: AnnotatedClaim): string {
  if (!change) return '';
  const told = change.pieces.flatMap(({ type, words }, index) => {
    const next = change.pieces[index + 1];
    if (type === 'gone')
      return [`${oneLine(words, 60)} → ${next?.type === 'new' ? oneLine(next.words, 60) : '(gone)'}`];
    if (type === 'new' && change.pieces[index - 1]?.type !== 'gone') return [`(new) ${oneLine(words, 60)}`];
    return [];
  });
  const behind = change.behind.map(({ what, before, now }) => `${what}: ${before || 'nobody'} → ${now || 'nobody'}`);
  return printable([...told, ...behind].join('; '));
}

const stateNames: Readonly<Record<ClaimState, string>> = {
  changed: 'changed since it was tagged',
  disagreement: 'editors disagree',
  disputed: 'disputed',
  'needs-source': 'needs source',
  reviewed: 'reviewed',
  verified: 'verified',
  tagged: 'tagged',
  open: 'not checked',
};

/** "verified (Ann Moor, 2031-03-03)" */
const given = (what: string, { by, at }: { readonly by: string; readonly at: string }): string =>
  printable(`${what} (${by}, ${at.slice(0, 10)})`);

function claimLines(claim: AnnotatedClaim, text: string, lineOf: (offset: number) => number): string[] {
  const { span } = claim.claim;
  const words = oneLine(text.slice(span.start, span.end));
  const sides = claim.disagreements.flatMap(({ sides }) => sides.map((side) => given(side.says, side)));
  const tags = claim.tags.map((tag) => given(claim.change ? `was ${tag.tag}` : tag.tag, tag));
  const reviews = claim.reviews.map((review) => given('reviewed', review));
  const proof = claim.evidence.map(({ evidence, by, at }) =>
    given(`evidence: ${[evidence.source, evidence.locator].filter(Boolean).join(', ')}`, { by, at }),
  );
  const notes = claim.notes.map((note) => given(`note: ${oneLine(note.text)}`, note));
  const change = changeWords(claim);
  return [
    `  ${String(lineOf(span.start)).padStart(4)}  ${stateNames[claim.state]}: “${words}”`,
    ...(change ? [`        ${change}`] : []),
    ...[...(sides.length > 0 ? sides : tags), ...reviews, ...proof, ...notes].map((line) => `        ${line}`),
  ];
}

function statusWords(decided: Decided, isAll: boolean): string {
  const { file, annotated } = decided;
  const { claims, lost, analysis } = annotated;
  const { positionAt } = lineIndexOf(analysis.text);
  const lineOf = (offset: number) => positionAt(offset).line + 1;
  const checked = claims.filter(isChecked).length;
  const shown = claims.filter((claim) => isAll || decisionsOn(claim).length > 0);
  return [
    printable(file),
    `${checked} of ${claims.length} claims checked`,
    ...shown.flatMap((claim) => claimLines(claim, analysis.text, lineOf)),
    ...lost.map(
      (mark) =>
        `     -  lost: “${oneLine(mark.exact)}”, ${given(`${mark.what.type} ${oneLine(mark.what.text)}`, mark)}`,
    ),
    '',
  ].join('\n');
}

/** @returns the exit status: 1 where something could not be read. */
export async function showStatus(
  paths: readonly string[],
  reading: Reading,
  { json, all }: { readonly json: boolean; readonly all: boolean },
): Promise<number> {
  let status = 0;
  const entries: Entry[] = [];
  for await (const decided of decidedFiles(paths, reading)) {
    if (decided === 'unreadable') status = 1;
    else if (json) entries.push(...entriesOf(decided, all));
    else process.stdout.write(`${statusWords(decided, all)}\n`);
  }
  if (json) process.stdout.write(`${JSON.stringify(entries, null, 1)}\n`);
  return status;
}

export const requirements = ['verified', 'no-changed', 'no-disputed'] as const;

export type Requirement = (typeof requirements)[number];

export const isRequirement = (value: string): value is Requirement =>
  (requirements as readonly string[]).includes(value);

function misses({ state }: AnnotatedClaim, requirement: Requirement): boolean {
  switch (requirement) {
    case 'verified':
      return state !== 'verified' && state !== 'reviewed';
    case 'no-changed':
      return state === 'changed';
    case 'no-disputed':
      return state === 'disputed' || state === 'disagreement';
  }
}

/** Whether a disputed verdict stands behind another state: on words that have changed since. */
const isDisputed = ({ tags }: AnnotatedClaim): boolean => tags.some(({ tag }) => tag === 'disputed');

/** Lists what does not meet the requirements. @returns the exit status: 1 where anything does not, or cannot be read. */
export async function check(
  paths: readonly string[],
  required: readonly Requirement[],
  reading: Reading,
): Promise<number> {
  let [wrong, files, unreadable] = [0, 0, 0];
  for await (const decided of decidedFiles(paths, reading)) {
    if (decided === 'unreadable') {
      unreadable++;
      continue;
    }
    files++;
    const { file, annotated } = decided;
    const { positionAt } = lineIndexOf(annotated.analysis.text);
    const tell = (line: number | undefined, words: string) => {
      wrong++;
      process.stdout.write(`${printable(file)}${line === undefined ? '' : `:${line}`}: ${words}\n`);
    };
    for (const claim of annotated.claims) {
      const isMissed = required.some(
        (requirement) => misses(claim, requirement) || (requirement === 'no-disputed' && isDisputed(claim)),
      );
      if (!isMissed) continue;
      const { start, end } = claim.claim.span;
      const change = changeWords(claim);
      const words = `${stateNames[claim.state]}: “${oneLine(annotated.analysis.text.slice(start, end))}”`;
      tell(positionAt(start).line + 1, change ? `${words} (${change})` : words);
    }
    if (required.includes('no-changed'))
      for (const lost of annotated.lost) tell(undefined, `lost: “${oneLine(lost.exact)}”`);
  }
  const told = wrong === 0 ? 'all is as required' : `${wrong} not as required (${required.join(', ')})`;
  process.stdout.write(`${files} ${files === 1 ? 'file' : 'files'}: ${told}.\n`);
  return wrong + unreadable > 0 ? 1 : 0;
}
