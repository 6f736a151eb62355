// A statement of fact by somebody whom no reader could ask: "officials said", "according to a source".
import { wordsOf } from '../../text/span.ts';
import { isTranscript } from '../transcript.ts';
import type { Analysis, Quote } from '../types.ts';
import type { Question } from './questions.ts';
import { wordsLike } from './wordsLike.ts';

/** Cues that give a fact: not those of wishes, calls and feelings. */
const GIVES =
  wordsLike(`sa(?:y|ys|id|ying) t(?:ell|ells|old) according claim(?:s|ed|ing)? confirm(?:s|ed|ing)? stat(?:e|es|ed|ing)
  add(?:s|ed|ing)? report(?:s|ed|ing)? not(?:e|es|ed|ing) describ(?:e|es|ed|ing) reveal(?:s|ed|ing)? disclos(?:e|es|ed|ing)
  explain(?:s|ed|ing)? indicat(?:e|es|ed|ing) estimat(?:e|es|ed|ing) alleg(?:e|es|ed|ing) announc(?:e|es|ed|ing)
  acknowledg(?:e|es|ed|ing) admit(?:s|ted|ting)?`);
/** Those whose words tell what they do, want or feel rather than what is so, and those who are many. */
const CROWD =
  /^(?:the )?(?:some|many|most|several|others?|few|those|dozens|scores|hundreds|thousands|people|protest[eo]rs|demonstrators|supporters|fans|voters|users|members|employees|players|passengers|students|children|parents|\p{L}+ (?:hundred|thousand|million) people)\b/iu;
/** Whose study it is the text tells elsewhere. */
const SCHOLARS = wordsLike('scientists? researchers? scholars? consensus');
/** "She" is read for somebody, not always rightly. */
const PRONOUN = /^(?:s?he|they|it|who|we|i)$/i;
const ALWAYS_UNNAMED = wordsLike('officials? sources? insiders? aides? unnamed anonymous unidentified');
/** "Business Insider", and "the officials who ordered it": the text tells who they are. */
const KNOWN = /^(?:\p{Lu}\p{L}+\s)+\p{Lu}\p{L}+$|^[Tt]he\s(?!sources?\b)/u;
/** "Traders from the Exchange": it can be asked. */
const OF_BODY = /\s(?:from|of|at|with|for|behind)\s.*\p{Lu}/u;

/** The places where a statement is given by a source without a name. Each mention of a source is asked about once. */
export function unnamedSources({ text, quotes, claims }: Analysis): Question[] {
  if (isTranscript(text)) return [];
  const asked = new Set<number>();
  return claims.flatMap(({ source }) => {
    const index = source.type === 'quote' ? source.quote : -1;
    const quote = quotes[index];
    const mention = quote?.speaker?.mention;
    if (quote === undefined || mention === undefined || asked.has(mention.start) || !isAsked(text, quote)) return [];
    asked.add(mention.start);
    return [{ kind: 'unnamedSource', start: mention.start, end: mention.end }];
  });
}

function isAsked(text: string, { cue, speaker }: Quote): boolean {
  if (speaker?.unnamed !== true || speaker.entity !== undefined || speaker.mention === undefined) return false;
  const name = wordsOf(text, speaker.mention);
  if (cue === undefined || !GIVES.test(wordsOf(text, cue))) return false;
  if ([PRONOUN, CROWD, KNOWN, SCHOLARS].some((words) => words.test(name))) return false;
  return ALWAYS_UNNAMED.test(name) || !OF_BODY.test(name);
}
