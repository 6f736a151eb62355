// Who answers in an interview whose turns are labelled "Q:" and "A:".
import { type Span, wordsOf } from '../../text/span.ts';
import type { Entity } from '../types.ts';
import type { QuoteFound } from './quotes.ts';

const ANSWER = /^A(?:nswer|NSWER)?\.?$/;
const QUESTION = /^Q(?:uestion|UESTION)?\.?$/;

/** Words before and behind the one who is asked, as an interview is announced. */
const BEFORE =
  /\b(?:interview(?:s|ed)?(?: with)?|(?:spoke|talked|spoken|sat down|conversation|questions) (?:to|with|for)|asked|questioned)\s(?!by\b)(?:[\p{L}-]+,?\s){0,4}$/iu;
const BEHIND =
  /^(?:,[^,\n]{1,80},)?\s(?:answer(?:s|ed)|repli(?:es|ed)|took questions|takes questions|was (?:asked|interviewed)|(?:spoke|talked) (?:to|with) (?:reporters|journalists|the press|us))\b/;
const BYLINE = /^[*_]{0,2}(?:by|reporting by|story by|interview by|interviewer:?)\s/i;
const LONGEST_LEAD = 80;

/** Whether a quote is an answer that only its label "A" attributes. */
export const isAnswer = (text: string, { labelled, speaker }: QuoteFound): boolean =>
  labelled === true && speaker !== undefined && ANSWER.test(wordsOf(text, speaker));

/**
 * The one who answers, as an index into `entities`: the only person who is named before the first question, its byline
 * apart, or else the only one of them who is said to be asked or to answer.
 */
export function whoAnswers(
  text: string,
  quotes: readonly QuoteFound[],
  entities: readonly Entity[],
): number | undefined {
  const first = quotes.find(({ labelled, speaker }) => labelled && speaker && QUESTION.test(wordsOf(text, speaker)));
  if (first?.speaker === undefined) return undefined;
  const { start } = first.speaker;
  const named = entities.flatMap(({ kind, mentions }, index) => {
    const own = mentions.filter((mention) => mention.end <= start && !isByline(text, mention));
    return kind === 'person' && own.length > 0 ? [{ index, mentions: own }] : [];
  });
  const asked = named.filter(({ mentions }) => mentions.some((mention) => isAsked(text, mention)));
  const [only, ...others] = named.length === 1 ? named : asked;
  return others.length === 0 ? only?.index : undefined;
}

const isByline = (text: string, { start }: Span): boolean =>
  BYLINE.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));

const isAsked = (text: string, { start, end }: Span): boolean =>
  BEHIND.test(text.slice(end, end + 2 * LONGEST_LEAD)) ||
  BEFORE.test(text.slice(Math.max(0, start - LONGEST_LEAD), start));
