// A figure that the document gives as its own, and for which nobody in it speaks.
import { splitParagraphs } from '../../text/paragraphs.ts';
import { type Span, wordsOf } from '../../text/span.ts';
import { standingBehind } from '../figures/happened.ts';
import { firstFrom } from '../ordered.ts';
import { isTranscript } from '../transcript.ts';
import type { Analysis, Figure } from '../types.ts';
import type { Question } from './questions.ts';
import { wordsLike } from './wordsLike.ts';

/** Words by which a sentence tells where it has a figure from, or that a body has laid it down. */
const SOURCED =
  wordsLike(`accord\\w* report\\w* claim\\w* estimat\\w* indicat\\w* announc\\w* alleg\\w* apparent\\w* stat(?:es|ed|ing)
  sa(?:y|ys|id|ying) t(?:ell|ells|old) not(?:es|ed|ing) credit(?:s|ed)? ascrib\\w* attribut\\w* survey\\w* poll(?:s|ing|sters?)?
  stud(?:y|ies) research\\w* scien\\w* analy\\w* statistic\\w* census data figures\\s(?:show|from|released) records? documents?
  archive\\w* index forecast\\w* predict\\w* expect\\w* project(?:s|ed|ions?) believe\\w* thought suggest\\w* reveal\\w*
  show(?:s|ed|n|ing)? found measur\\w* comput\\w* calculat\\w* confirm\\w* describ\\w* declar\\w* disclos\\w* publish\\w*
  testif\\w* court\\w* judge\\w* jury sentenc\\w* convict\\w* guilty charge[sd]? fine[sd]? jail\\w* pleaded ruling resolution
  decree\\w* law bill act constitution\\w* defin\\w* categor\\w* characteri\\w* quot\\w* cit(?:es|ed|ing) per
  plac(?:es|ed)\\sthe puts?\\s(?:the|it|them) could may might if would promis\\w* pledg\\w* vow\\w* offer\\w* propos\\w*
  agree\\w* treat(?:y|ies) seek\\w* aim\\w* goals? trial\\w* prison\\w* compensat\\w* award\\w* averag\\w* reckon\\w*
  tall(?:y|ied) need(?:s|ed)? requir\\w* represent\\w* qualif\\w* majority certif\\w*
  patients trail(?:s|ed|ing)? matchup leads? led`);
/** Words by which an earlier sentence of the paragraph tells where its figures are from. */
const SOURCE_NAMED =
  wordsLike(`according surveys? polls? stud(?:y|ies) research(?:ers)? scientists report(?:s|ed)? statistics
  census data figures estimates? index archive team paper records court statement announced trial`);
/** Words of somebody who may still be speaking in the sentence after. */
const SPOKE = wordsLike(
  `sa(?:y|ys|id|ying) t(?:ell|ells|old) added stat(?:es|ed) noted indicated confirmed announced explained`,
);
/** What happens to people or their homes. */
const HARM =
  wordsLike(`kill\\w* die\\w* dead death\\w* injur\\w* wound\\w* hurt missing destroy\\w* damag\\w* displac\\w*
  homeless evacuat\\w* rescu\\w* infect\\w* hospitali\\w* drown\\w* perish\\w* affect\\w* stranded trapped`);
/** Somebody's own voice, though no quotation marks stand around it. */
const VOICE = /\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Yy]ou|[Yy]our)\b/;
/** What is won: the record of a vote or a game tells it. */
const SCORES = wordsLike('seats? delegates? points? goals? runs? wickets? medals?');
/** A figure that the text takes for known: "the two parents", "all four". */
const KNOWN = /\b(?:the|these|those|both|all|its|his|her|their|other|another|for)\s+(?:other\s+)?$/i;
/** How far back in the paragraph a source holds, in UTF-16 code units. */
const HOLDS = 1000;
/** Fewer of anything but the hurt, dead and homeless need no source. */
const SMALLEST = 100;

/** The document's own statements with a figure that needs a source, and has none. */
export function unattributed(analysis: Analysis): Question[] {
  const { text, claims, figures, sentences, head } = analysis;
  if (isTranscript(text)) return [];
  const given = new Set(figures.filter(({ quote }) => quote !== undefined).map(sameness));
  const paragraphs = splitParagraphs(text);
  return claims.flatMap(({ source, certainty, span, figures: within }) => {
    if (source.type !== 'document' || certainty !== 'asserted' || span.start < head.end) return [];
    const asked = within.map((at) => figures[at]!).find((figure) => needsSource(text, figure));
    if (asked === undefined || within.some((at) => given.has(sameness(figures[at]!)))) return [];
    const at = firstFrom(sentences, span.start + 1) - 1;
    const paragraph = paragraphs[firstFrom(paragraphs, span.start + 1) - 1];
    if (hasSource(text, sentences[at] ?? span, sentences[at - 1], paragraph)) return [];
    return [{ kind: 'unattributed', start: asked.start, end: asked.end }];
  });
}

/** Whether a sentence tells where its figures are from, or those before it in its paragraph do. */
function hasSource(text: string, sentence: Span, before: Span | undefined, paragraph: Span | undefined): boolean {
  const words = wordsOf(text, sentence);
  if (SOURCED.test(words) || VOICE.test(words)) return true;
  if (paragraph === undefined) return false;
  if (before !== undefined && before.start >= paragraph.start && SPOKE.test(wordsOf(text, before))) return true;
  return SOURCE_NAMED.test(text.slice(Math.max(paragraph.start, sentence.start - HOLDS), sentence.start));
}

const sameness = ({ kind, amount }: Figure): string =>
  amount.type === 'exact' ? `${kind} ${amount.value}` : `${kind} ${amount.type} ${amount.low} ${amount.high}`;

function needsSource(text: string, { kind, amount, counted, happened, unit, number, start, end }: Figure): boolean {
  if (amount.type === 'vague' || KNOWN.test(text.slice(Math.max(0, start - 24), start))) return false;
  if (isPartOfName(text, number) || /^[-–]/.test(text.slice(end, end + 1))) return false;
  const fewest = amount.type === 'exact' ? amount.value : Math.min(amount.low, amount.high);
  if (kind === 'money' || kind === 'percent') return unit !== undefined && fewest !== 1;
  if (kind !== 'count') return false;
  if (happened !== undefined && HARM.test(standingBehind(wordsOf(text, happened)))) return fewest > 1;
  return counted !== undefined && fewest >= SMALLEST && !SCORES.test(wordsOf(text, counted));
}

/** "K2-33", "737-800 jet". */
const isPartOfName = (text: string, { start, end }: Span): boolean =>
  /[\p{L}\d][-‐]?$/u.test(text.slice(Math.max(0, start - 2), start)) || /\d[-‐]\d/.test(text.slice(start, end));
