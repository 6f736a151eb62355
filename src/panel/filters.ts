// Which claims the list shows: by state, by what is in them, by the user's own tags, and by words.
import { t } from './l10n.ts';
import type { PanelClaim, PanelRejected, PanelState } from './protocol.ts';
import { certaintyWords, kindWords, quoted, stateWord, stateWords, tagKeys } from './words.ts';

type Document = Extract<PanelState, { type: 'document' }>;

/** What the list is cut down to; `tag:…` for one of the user's own tags. */
export type Filter =
  | (typeof states)[number]
  | (typeof contents)[number]
  | 'rejected'
  | `kind:${PanelClaim['kind']}`
  | `tag:${string}`;

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  /** How many claims it lets through. */
  readonly count: number;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice<Filter>[];
}

const states = ['all', 'open', 'changed', 'disagreement', 'disputed', 'needs-source', 'verified', 'reviewed'] as const;
const contents = ['figures', 'unattributed', 'unnamed'] as const;
const kinds = ['direct', 'mixed', 'indirect', 'own'] as const;

const fixed: readonly Filter[] = [...states, 'rejected', ...contents, ...kinds.map((kind) => `kind:${kind}` as const)];

/** Offered only where there are such claims. */
const rare: ReadonlySet<Filter> = new Set<Filter>(['reviewed', 'disagreement', 'rejected']);

/** The given filter, or 'all' where it is none. */
export function asFilter(value: string): Filter {
  return value.startsWith('tag:') ? (value as Filter) : (fixed.find((filter) => filter === value) ?? 'all');
}

export function passes(claim: PanelClaim, filter: Filter): boolean {
  if (filter === 'all') return true;
  if (filter === 'rejected') return false;
  if (filter === 'figures') return claim.figures.length > 0;
  if (filter === 'unattributed' || filter === 'unnamed') return claim[filter] === true;
  if (filter === 'open') return claim.state === 'open' || claim.state === 'tagged';
  if (filter.startsWith('tag:')) return claim.tags.some((tag) => tag.tag === filter.slice(4));
  if (filter.startsWith('kind:')) return claim.kind === filter.slice(5);
  return claim.state === filter;
}

/** The filters, each with the number of these claims that it lets through; of those in `tags` the user's own. */
export function filterGroups(
  claims: readonly PanelClaim[],
  { tags, rejected = [] }: Pick<Document, 'tags' | 'rejected'>,
): readonly ChoiceGroup[] {
  const choice = (value: Filter, label: string) => ({
    value,
    label,
    count: claims.reduce((count, claim) => count + Number(passes(claim, value)), 0),
  });
  const own = new Map(
    [...tags, ...claims.flatMap((claim) => claim.tags)].flatMap(({ tag, label }) =>
      tagKeys.has(tag) ? [] : [[tag, label] as const],
    ),
  );
  const groups = [
    {
      label: t('State'),
      choices: [
        ...states.map((state) => choice(state, state === 'all' ? t('All claims') : stateWords(state))),
        { value: 'rejected' as const, label: t('Not claims'), count: rejected.length },
      ],
    },
    { label: t('Content'), choices: contents.map((content) => choice(content, contentWords(content))) },
    { label: t('Kind'), choices: kinds.map((kind) => choice(`kind:${kind}`, kindWords(kind))) },
    { label: t('Tag'), choices: [...own].map(([tag, label]) => choice(`tag:${tag}`, label)) },
  ];
  return groups.flatMap(({ label, choices }) => {
    const offered = choices.filter(({ value, count }) => count > 0 || !rare.has(value));
    return offered.length > 0 ? [{ label, choices: offered }] : [];
  });
}

function contentWords(content: (typeof contents)[number]): string {
  switch (content) {
    case 'figures':
      return t('With figures');
    case 'unattributed':
      return t('Unattributed');
    case 'unnamed':
      return t('Unnamed sources');
  }
}

/** All that a search looks through in a claim, folded. */
export function searchable(claim: PanelClaim, speaker: string): string {
  const parts = [
    quoted(claim),
    speaker,
    stateWord(claim),
    claim.certainty === 'asserted' ? '' : certaintyWords(claim.certainty),
    claim.chain ?? '',
    claim.unnamed ? 'unnamed' : '',
    ...(claim.pieces ?? []).flatMap(({ name }) => name ?? []),
    ...claim.figures,
    ...claim.tags.flatMap((tag) => [tag.label, tag.by]),
    ...claim.notes.flatMap((note) => [note.text, note.by]),
    ...(claim.evidence ?? []).flatMap(({ text, by }) => [text, by]),
  ];
  return fold(parts.join('\n'));
}

/** What is no claim, as far as a search lets it through. */
export const rejectedFor = (search: string, rejected: readonly PanelRejected[]): readonly PanelRejected[] =>
  rejected.filter(({ words, by }) => searchWords(search).every((word) => fold(`${words}\n${by}`).includes(word)));

/** The words of a search, folded; a claim must hold all of them. */
export function searchWords(search: string): readonly string[] {
  return fold(search).split(/\s+/).filter(Boolean);
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase();
}
