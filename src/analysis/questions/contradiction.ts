// Two figures of one document that cannot both be right: of the same fate of the same people, of one person's age. A toll
// told as rising, another day's, another place's or another speaker's is no contradiction.
import { type Span, wordsOf } from '../../text/span.ts';
import { headNoun } from '../figures/countedNoun.ts';
import { fateOf } from '../figures/happened.ts';
import { firstFrom } from '../ordered.ts';
import type { Analysis, Figure } from '../types.ts';
import { excludes, possibleValues } from './possible.ts';
import type { Question } from './questions.ts';
import { wordsLike } from './wordsLike.ts';

/** How many figures of the same thing each is held against. */
const MOST_OTHERS = 8;

/** Words of a toll that grew or was put right, of others beside those counted, and of another time or event. */
const APART =
  wordsLike(`rose risen rising rises climb\\w* increas\\w* grew grown jump\\w* revis\\w* updat\\w* correct\\w* initial\\w*
  earlier previous\\w* first second third later since another others? more further additional\\w* also so\\sfar by\\sthen
  at\\sthat\\stime originally last\\s(?:week|month|year) every each per annual\\w* separate\\w* elsewhere meanwhile if would
  could may might`);

/** Behind a figure, or before it: it counts a part. */
const PART_BEHIND = /^\s*(?:of (?:them|whom|which|the|those|these)|more|others)\b/i;
const PART_BEFORE = /\b(?:including|among (?:them|those)|another|other|of the|all but|but)\s+$/i;

/** The figures that contradict one told before. */
export function contradictions(analysis: Analysis): Question[] {
  return [...ofOneFate(analysis), ...ofOneAge(analysis)];
}

function ofOneFate(analysis: Analysis): Question[] {
  const { text, figures } = analysis;
  const told = toldIn(analysis);
  const groups = new Map<string, Figure[]>();
  return figures.flatMap((figure) => {
    const key = fateKey(text, figure);
    if (key === undefined) return [];
    const before = groups.get(key) ?? [];
    groups.set(key, [...before.slice(1 - MOST_OTHERS), figure]);
    const other = before.find(
      (one) => excludeEachOther(text, one, figure) && areOfOneMoment(analysis, told, one, figure),
    );
    return other === undefined ? [] : [asked(figure, other)];
  });
}

const asked = ({ start, end }: Span, other: Span): Question => ({
  kind: 'contradiction',
  start,
  end,
  others: [{ start: other.start, end: other.end }],
});

const excludeEachOther = (text: string, one: Figure, two: Figure): boolean =>
  excludes(possibleValues(text, one), possibleValues(text, two));

const RELATIVE = /\b(?:who|which|that)\b/;

/** What is counted and what became of it, or undefined where the text does not tell that. Who was "killed" were people. */
function fateKey(text: string, { kind, amount, counted, happened, number }: Figure): string | undefined {
  if (kind !== 'count' || amount.type === 'vague' || happened === undefined) return undefined;
  // "35 people who were injured": those whom something else is told of.
  if (RELATIVE.test(text.slice(number.end, happened.start))) return undefined;
  return `${counted === undefined ? 'people' : headNoun(wordsOf(text, counted))} ${fateOf(wordsOf(text, happened))}`;
}

interface Named extends Span {
  readonly name: string;
}

/** Which days and places the text names, in text order. */
interface Told {
  readonly days: readonly Named[];
  readonly places: readonly Named[];
}

const toldIn = ({ dates, entities }: Analysis): Told => ({
  days: dates.map(({ start, end, iso = '?' }) => ({ start, end, name: iso })),
  places: entities
    .flatMap(({ kind, name, mentions }) =>
      kind === 'place' ? mentions.map(({ start, end }) => ({ start, end, name })) : [],
    )
    .sort((a, b) => a.start - b.start),
});

function areOfOneMoment(analysis: Analysis, told: Told, one: Figure, two: Figure): boolean {
  const { text, quotes } = analysis;
  if (isPart(text, one) || isPart(text, two)) return false;
  const [first, second] = [sentenceOf(analysis, one), sentenceOf(analysis, two)];
  if (first === undefined || second === undefined || first === second) return false;
  const [speaker, other] = [one, two].map(({ quote }) =>
    quote === undefined ? undefined : quotes[quote]!.speaker?.name,
  );
  if (speaker !== undefined && other !== undefined && speaker !== other) return false;
  if ([first, second].some(({ start, end }) => APART.test(text.slice(paragraphStart(text, start), end)))) return false;
  return (
    agree(namesIn(told.days, first), namesIn(told.days, second)) &&
    agree(namesIn(told.places, first), namesIn(told.places, second))
  );
}

/** Another event is told of no further back than this, in UTF-16 code units. */
const FURTHEST_BACK = 300;

const paragraphStart = (text: string, offset: number): number =>
  Math.max(0, offset - FURTHEST_BACK, text.lastIndexOf('\n', offset - 1) + 1);

const isPart = (text: string, { start, number: { end } }: Figure): boolean =>
  PART_BEFORE.test(text.slice(Math.max(0, start - 16), start)) || PART_BEHIND.test(text.slice(end, end + 12));

const sentenceOf = ({ sentences }: Analysis, { start }: Span): Span | undefined =>
  sentences[firstFrom(sentences, start + 1) - 1];

function namesIn(all: readonly Named[], { start, end }: Span): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = firstFrom(all, start); at < all.length && all[at]!.end <= end; at++) names.add(all[at]!.name);
  return names;
}

/** Whether two sentences may be of one day, or of one place: where both tell it, they share it. */
const agree = (one: ReadonlySet<string>, two: ReadonlySet<string>): boolean =>
  one.size === 0 || two.size === 0 || [...one].some((name) => two.has(name));

/** "Mira Tolen, 43," and later "the 45-year-old Tolen". */
function ofOneAge({ text, figures, entities }: Analysis): Question[] {
  const endings = new Map<number, number>();
  const beginnings = new Map<number, number>();
  entities.forEach(({ kind, mentions }, entity) => {
    if (kind !== 'person') return;
    for (const { start, end, form } of mentions) {
      if (form !== 'name') continue;
      endings.set(end, entity);
      beginnings.set(start, entity);
    }
  });
  const known = new Map<number, Figure>();
  return figures.flatMap((figure) => {
    if (figure.kind !== 'age' || figure.amount.type !== 'exact') return [];
    const entity = endings.get(nameBefore(text, figure)) ?? beginnings.get(nameAfter(text, figure));
    if (entity === undefined) return [];
    const other = known.get(entity) ?? figure;
    known.set(entity, other);
    return excludeEachOther(text, other, figure) ? [asked(figure, other)] : [];
  });
}

/** Where a name ends that an age follows: "Tolen, 43,", "Tolen (43)". */
function nameBefore(text: string, { start, end }: Span): number {
  const mark = /(?:,\s*|\s*\()$/.exec(text.slice(Math.max(0, start - 4), start));
  return mark !== null && /^\s*[,.)]/.test(text.slice(end, end + 3)) ? start - mark[0].length : -1;
}

/** Where a name begins that an age stands before: "45-year-old Tolen". */
function nameAfter(text: string, { end }: Span): number {
  const space = /^\s+(?=\p{Lu})/u.exec(text.slice(end, end + 4));
  return space === null ? -1 : end + space[0].length;
}
