// What stands behind a claim's words: who says them, who "he" is, which day "Tuesday" is, what "112" counts. The same
// words about something else are another claim.
import type { Analysis, Claim } from '../analysis/types.ts';
import { contains, overlaps, wordsOf } from '../text/span.ts';
import { wordingOf } from './wording.ts';

/** As the reading of one version of the text told it. Lists are in text order; "" where it was not told. */
export interface Behind {
  /** The speaker's name; "" where the document itself says it or nobody is named. */
  readonly speaker: string;
  /** Of each pronoun that is somebody for sure. */
  readonly names?: readonly string[];
  /** The days of dates such as "Tuesday". */
  readonly dates?: readonly string[];
  /** Of each figure what it counts, where those words stand outside the claim. */
  readonly counted?: readonly string[];
  /** The dateline's place, for figures in a claim that names no place. */
  readonly place?: string;
}

export type BehindKind = 'speaker' | 'name' | 'date' | 'place' | 'counted';

/** One thing that is another now. */
export interface OtherBehind {
  readonly what: BehindKind;
  readonly before: string;
  readonly now: string;
}

const orAbsent = (list: readonly string[]): readonly string[] | undefined =>
  list.some((item) => item !== '') ? list : undefined;

export function behindOf(analysis: Analysis, claim: Claim): Behind {
  const { text, quotes, figures, entities } = analysis;
  const { source, span } = claim;
  const within = claim.figures.flatMap((index) => figures[index] ?? []);
  const names = orAbsent((claim.references ?? []).map(({ name }) => name));
  const dates = orAbsent(analysis.dates.filter((date) => contains(span, date)).map(({ iso }) => iso ?? ''));
  const counted = orAbsent(
    within.map((figure) =>
      figure.counted && !overlaps(span, figure.counted) ? wordingOf(wordsOf(text, figure.counted)).words : '',
    ),
  );
  const namesPlace = claim.entities.some((index) => entities[index]?.kind === 'place');
  const dateline = analysis.head.place;
  return {
    speaker: source.type === 'quote' ? (quotes[source.quote]?.speaker?.name ?? '') : '',
    ...(names ? { names } : {}),
    ...(dates ? { dates } : {}),
    ...(counted ? { counted } : {}),
    ...(within.length > 0 && !namesPlace && dateline ? { place: wordsOf(text, dateline) } : {}),
  };
}

const plain = (name: string): string => wordingOf(name).words.trim().toLowerCase();

/** Whether one name tells no more than the other does: "Vessen" beside "Ilmar Vessen". */
function isPartOf(name: string, whole: string): boolean {
  const known = plain(whole).split(/[^\p{L}\p{N}]+/u);
  return plain(name)
    .split(/[^\p{L}\p{N}]+/u)
    .every((word) => known.includes(word));
}

/** Whether what was told of something and what is told now can be the same: where no more is told now, it is. */
const isSame = (before: string, now: string): boolean => before === now || isPartOf(now, before);

/** What differs of two lists, where both tell. */
function otherIn(what: BehindKind, before: readonly string[] = [], now: readonly string[] = []): OtherBehind[] {
  if (before.length !== now.length) return [];
  return before.flatMap((then, index) => {
    const is = now[index]!;
    return then !== '' && is !== '' && !isSame(then, is) ? [{ what, before: then, now: is }] : [];
  });
}

/**
 * What stands behind the words now that did not stand there before. A speaker who is told no more is another, but not
 * where the words beside the claim tell their whole name; of the rest only what both readings tell counts. So reading less of an edited
 * text takes no tag away.
 * @param mention the words that named the speaker beside the cue, which still stand there.
 */
export function otherBehind(before: Behind, now: Behind, mention = ''): OtherBehind[] {
  const speaker = { what: 'speaker', before: before.speaker, now: now.speaker } as const;
  const isNamedStill = mention !== '' && isPartOf(before.speaker, mention);
  const isSameSpeaker = now.speaker === '' ? before.speaker === '' : isSame(before.speaker, now.speaker);
  return [
    ...(isSameSpeaker || isNamedStill ? [] : [speaker]),
    ...otherIn('name', before.names, now.names),
    ...otherIn('date', before.dates, now.dates),
    ...otherIn('counted', before.counted, now.counted),
    ...otherIn('place', before.place ? [before.place] : [], now.place ? [now.place] : []),
  ];
}
