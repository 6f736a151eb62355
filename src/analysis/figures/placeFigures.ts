// Who gives a figure, and which date it holds for, once the whole document's quotes and dates are known.
import { contains, type Span } from '../../text/span.ts';
import { mapped, type Steps } from '../../text/steps.ts';
import type { DateMention, Figure, Quote } from '../types.ts';
import type { FigureFound } from './figures.ts';

/** Ties a document's figures to the quotes that give them and the dates they hold for. All in text order. */
export function* placeFigures(
  text: string,
  found: readonly FigureFound[],
  quotes: readonly Quote[],
  dates: readonly DateMention[],
  sentences: readonly Span[],
): Steps<Figure[]> {
  const quoteOf = innermost(quotes.flatMap(({ parts }, index) => parts.map((span) => ({ span, index }))));
  const sentenceOf = innermost(sentences.map((span, index) => ({ span, index })));
  const dateOf = nearestDates(text, dates);
  return yield* mapped(found, (figure) => {
    const quote = quoteOf(figure);
    const sentence = sentences[sentenceOf(figure) ?? -1];
    // A date outside the quote tells when it was said, not when it was so.
    const within = quote === undefined ? sentence : quotes[quote]!.content;
    const date = sentence && within && dateOf(figure, sentence, within);
    return { ...figure, ...(quote === undefined ? {} : { quote }), ...(date === undefined ? {} : { date }) };
  });
}

/** For spans asked in text order: the index of the smallest of the given spans that contains them. */
function innermost(
  items: readonly { readonly span: Span; readonly index: number }[],
): (inner: Span) => number | undefined {
  const sorted = [...items].sort((a, b) => a.span.start - b.span.start);
  let next = 0;
  let open: typeof sorted = [];
  return (inner) => {
    while (next < sorted.length && sorted[next]!.span.start <= inner.start) open.push(sorted[next++]!);
    open = open.filter(({ span }) => span.end > inner.start);
    return open
      .filter(({ span }) => contains(span, inner))
      .reduce<(typeof sorted)[number] | undefined>(
        (best, item) =>
          best === undefined || item.span.end - item.span.start <= best.span.end - best.span.start ? item : best,
        undefined,
      )?.index;
  };
}

/** No date holds for a figure that is further away, in UTF-16 code units. */
const REACH = 200;

const RIGHT_AFTER = /^\s*\(?(?:(?:in|on|by|at|during|as of)\s+)?$/;
/** Words that open a clause of its own, to which an earlier date says nothing. */
const TURNS = /[;"“”]|\b(?:while|although|but|whereas|compared|because|since|until)\b/;
/** Figures that another is held against: "up from 44 per cent". */
const COMPARED = /\b(?:from|than|after|against|with)\s+$/;
const LATER_CLAUSE = /[,;:"“”()—–]|\b(?:and|but|that|which|because|since|after|before|until)\b/;
/** Dates from or up to which something goes on, and those of what was built or begun. */
const OF_SPANS =
  /(?:\b(?:since|until|till|before|after|from|through|than|between|to)\s+|(?:built|founded|established|born|launched|began|begun|dating|introduced|signed)\s+(?:back\s+|to\s+)?(?:in|on|from)\s+|\d[-–])$/i;
const ARTICLE = /\b(?:the|an?|its|his|her|their)\s+$/i;

/** For figures asked in text order: the index of the date that each holds for, inside its sentence and `within`. */
function nearestDates(
  text: string,
  dates: readonly DateMention[],
): (figure: Span, sentence: Span, within: Span) => number | undefined {
  const usable = dates.map((date) => ({ ...date, holds: date.iso !== undefined && holds(text, date) }));
  let next = 0;
  return (figure, sentence, within) => {
    while (next < usable.length && usable[next]!.start < figure.end) next++;
    const [before, after] = [usable[next - 1], usable[next]];
    const reaches = (date: DateMention): boolean => contains(sentence, date) && contains(within, date);
    const toAfter =
      after && reaches(after) ? text.slice(figure.end, Math.min(after.start, figure.end + REACH)) : undefined;
    if (toAfter !== undefined && after!.iso !== undefined && RIGHT_AFTER.test(toAfter)) return next;
    if (before?.holds && before.end <= figure.start && reaches(before) && figure.start - before.end < REACH) {
      const gap = text.slice(before.end, figure.start);
      if (!TURNS.test(gap) && !COMPARED.test(gap)) return next - 1;
    }
    return toAfter !== undefined && after!.holds && toAfter.length < REACH && !LATER_CLAUSE.test(toAfter)
      ? next
      : undefined;
  };
}

/** Whether a date can tell when something was so: not "since 1987", "built in 1993", "the 1973 building". */
function holds(text: string, { start, end, iso }: DateMention): boolean {
  const lead = text.slice(Math.max(0, start - 24), start);
  if (OF_SPANS.test(lead)) return false;
  const names = iso?.length === 4 && ARTICLE.test(lead) && /^\s+\p{L}/u.test(text.slice(end, end + 8));
  return !names && !/^[-–]\d/.test(text.slice(end, end + 2));
}
