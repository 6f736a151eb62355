// Which claims the list shows: by state, by the user's own tags, and by words.

import { t } from './l10n.ts';
import type { PanelClaim, PanelState } from './protocol.ts';
import { certaintyWords, quoted, stateWord, stateWords, tagKeys } from './words.ts';

type Document = Extract<PanelState, { type: 'document' }>;

/** What the list is cut down to; `tag:…` for one of the user's own tags. */
export type Filter =
  | 'all'
  | 'open'
  | 'verified'
  | 'reviewed'
  | 'disagreement'
  | 'disputed'
  | 'needs-source'
  | 'changed'
  | 'figures'
  | `tag:${string}`;

export interface FilterChoice {
  readonly filter: Filter;
  readonly label: string;
  readonly count: number;
}

/** The given filter, or 'all' where it is none. */
export function asFilter(value: string): Filter {
  return value.startsWith('tag:') ? (value as Filter) : (fixed.find(([filter]) => filter === value)?.[0] ?? 'all');
}

const fixed: readonly (readonly [Filter, () => string])[] = [
  ['all', () => t('All claims')],
  ['open', () => stateWords('open')],
  ['verified', () => stateWords('verified')],
  ['reviewed', () => stateWords('reviewed')],
  ['disagreement', () => stateWords('disagreement')],
  ['disputed', () => stateWords('disputed')],
  ['needs-source', () => stateWords('needs-source')],
  ['changed', () => stateWords('changed')],
  ['figures', () => t('With figures')],
];

/** Offered only where there are such claims. */
const rare: ReadonlySet<Filter> = new Set<Filter>(['reviewed', 'disagreement']);

export function passes(claim: PanelClaim, filter: Filter): boolean {
  if (filter === 'all') return true;
  if (filter === 'figures') return claim.figures.length > 0;
  if (filter === 'open') return claim.state === 'open' || claim.state === 'tagged';
  if (filter.startsWith('tag:')) return claim.tags.some((tag) => tag.tag === filter.slice(4));
  return claim.state === filter;
}

/** The filters, each with the number of claims it lets through; the user's own tags last. */
export function filterChoices(document: Document): readonly FilterChoice[] {
  const claims = document.speakers.flatMap((speaker) => speaker.claims);
  const labels = new Map<Filter, string>(fixed.map(([filter, words]) => [filter, words()]));
  for (const { tag, label } of [...document.tags, ...claims.flatMap((claim) => claim.tags)]) {
    if (!tagKeys.has(tag) && !labels.has(`tag:${tag}`)) labels.set(`tag:${tag}`, label);
  }
  const choices = [...labels].map(([filter, label]) => ({
    filter,
    label,
    count: claims.reduce((count, claim) => count + Number(passes(claim, filter)), 0),
  }));
  return choices.filter(({ filter, count }) => count > 0 || !rare.has(filter));
}

/** All that a search looks through in a claim, folded. */
export function searchable(claim: PanelClaim, speaker: string): string {
  const tags = claim.tags.flatMap((tag) => [tag.label, tag.by]);
  const notes = claim.notes.flatMap((note) => [note.text, note.by]);
  const names = (claim.pieces ?? []).flatMap(({ name }) => name ?? []);
  const from = claim.unnamed ? ['unnamed'] : [];
  const parts = [
    quoted(claim),
    speaker,
    stateWord(claim),
    claim.certainty === 'asserted' ? '' : certaintyWords(claim.certainty),
    claim.chain ?? '',
    ...from,
    ...names,
    ...claim.figures,
    ...tags,
    ...notes,
  ];
  return fold(parts.join('\n'));
}

/** The words of a search, folded; a claim must hold all of them. */
export function searchWords(search: string): readonly string[] {
  return fold(search).split(/\s+/).filter(Boolean);
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase();
}
