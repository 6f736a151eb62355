// The claims as rows: those that search and filters leave, in the order asked for, under headings that fold.
import { type Filter, passes, searchable, searchWords } from './filters.ts';
import type { PanelClaim, PanelClaimState, PanelSpeaker, PanelState } from './protocol.ts';

type Document = Extract<PanelState, { type: 'document' }>;

export const orders = ['speaker', 'text', 'state'] as const;
export type Order = (typeof orders)[number];

/** The given order, or by speaker where it is none. */
export const asOrder = (value: string): Order => orders.find((order) => order === value) ?? 'speaker';

/** A claim with who makes it, and the speaker's key: two speakers may bear one name. */
export interface Entry {
  readonly claim: PanelClaim;
  readonly speaker: PanelSpeaker;
  readonly speakerKey: string;
}

interface InTree {
  readonly key: string;
  /** Counted from 1, among how many of its level. */
  readonly place: number;
  readonly of: number;
}

export interface HeadingRow extends InTree {
  readonly type: 'heading';
  readonly about:
    | { readonly type: 'speaker'; readonly speaker: PanelSpeaker }
    | { readonly type: 'state'; readonly state: PanelClaimState };
  /** Those of its claims that are left. */
  readonly claims: readonly PanelClaim[];
  readonly all: number;
  readonly open: boolean;
}

export interface ClaimRow extends InTree {
  readonly type: 'claim';
  readonly claim: PanelClaim;
  readonly speaker: PanelSpeaker;
  /** The heading above it; undefined in a list without headings, where the claim itself says who speaks. */
  readonly under?: string;
  readonly saysWho: boolean;
}

export type Row = HeadingRow | ClaimRow;

export interface Wanted {
  readonly order: Order;
  readonly filter: Filter;
  /** The key of the one speaker meant; empty for all. */
  readonly speaker: string;
  readonly search: string;
  /** Keys of the headings whose claims are folded away. */
  readonly folded: ReadonlySet<string>;
  /** Claims that stay in any case: something is being written there. */
  readonly held: (claim: string) => boolean;
}

/** What wants an editor most comes first. */
const states: readonly PanelClaimState[] = [
  'disagreement',
  'changed',
  'needs-source',
  'open',
  'tagged',
  'disputed',
  'verified',
  'reviewed',
];

/** The document's claims, speaker by speaker. */
export function entriesOf({ speakers }: Document): readonly Entry[] {
  const seen = new Set<string>();
  return speakers.flatMap((speaker, place) => {
    const named = `speaker\n${speaker.name}\n${speaker.description ?? ''}`;
    const speakerKey = seen.has(named) ? `${named}\n${place}` : named;
    seen.add(speakerKey);
    return speaker.claims.map((claim) => ({ claim, speaker, speakerKey }));
  });
}

/** The rows, and how many claims search and filters let through. */
export function arrange(
  entries: readonly Entry[],
  wanted: Wanted,
): { readonly rows: readonly Row[]; readonly passed: number } {
  const words = searchWords(wanted.search);
  const isMeant = ({ claim, speaker, speakerKey }: Entry): boolean =>
    (wanted.speaker === '' || wanted.speaker === speakerKey) &&
    passes(claim, wanted.filter) &&
    (words.length === 0 || holds(searchable(claim, `${speaker.name} ${speaker.description ?? ''}`), words));
  const left = new Set(entries.filter(isMeant));
  const shown = entries.filter((entry) => left.has(entry) || wanted.held(entry.claim.id));
  const rows = wanted.order === 'text' ? inTextOrder(shown) : underHeadings(entries, new Set(shown), wanted);
  return { rows, passed: left.size };
}

const holds = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word));

const byPlace = (a: Entry, b: Entry): number => a.claim.place - b.claim.place;

function inTextOrder(shown: readonly Entry[]): readonly Row[] {
  return [...shown].sort(byPlace).map(({ claim, speaker }, index) => ({
    type: 'claim',
    key: claim.id,
    claim,
    speaker,
    saysWho: true,
    place: index + 1,
    of: shown.length,
  }));
}

function underHeadings(
  entries: readonly Entry[],
  shown: ReadonlySet<Entry>,
  { order, folded }: Wanted,
): readonly Row[] {
  const byState = order === 'state';
  const groups = new Map<string, Entry[]>(byState ? states.map((state) => [state, []]) : []);
  for (const entry of byState ? [...entries].sort(byPlace) : entries) {
    const key = byState ? entry.claim.state : entry.speakerKey;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  const left = [...groups].flatMap(([name, all]) => {
    const some = all.filter((entry) => shown.has(entry));
    return some.length > 0 ? [{ key: byState ? `state\n${name}` : name, some, all: all.length }] : [];
  });
  return left.flatMap(({ key, some, all }, index): readonly Row[] => {
    const [{ claim: first, speaker }] = some as [Entry];
    const open = !folded.has(key);
    const about = byState ? ({ type: 'state', state: first.state } as const) : ({ type: 'speaker', speaker } as const);
    const claims = some.map(({ claim }) => claim);
    const heading = { type: 'heading', key, about, claims, all, open, place: index + 1, of: left.length } as const;
    if (!open) return [heading];
    return [
      heading,
      ...some.map((entry, at) => ({
        type: 'claim' as const,
        key: entry.claim.id,
        claim: entry.claim,
        speaker: entry.speaker,
        under: key,
        saysWho: byState,
        place: at + 1,
        of: some.length,
      })),
    ];
  });
}
