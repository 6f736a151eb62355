// How certain a statement is given to be. A wrong word here misleads more than none: in doubt it is simply asserted.
import { CUES, DENYING } from './quotes/cues.ts';
import type { Certainty } from './types.ts';
import { AUXILIARIES, FINITE_VERBS, wordSet } from './words.ts';

const ALLEGING = wordSet('allege claim accuse contend suspect blame');
const PLANNING = wordSet('pledge promise vow threaten offer plan intend swear');

/** Any word without which a statement is asserted: one scan for nearly all of them. */
const TELLING =
  /\b(?:allegedly|reportedly|purportedly|supposedly|accused|suspected|said|believed|thought|rumou?red|feared|will|shall|would|plan|plans|planned|intends?|intended|aims?|aimed|hopes?|hoped|proposes?|proposed|to|if|unless|provid(?:ed|ing)|condition|long|true|untrue|truth|false|baseless|unfounded|groundless|fabricated|lies?|fake|denie[sd]|deny)\b|[’']ll\b/i;

const ALLEGED =
  /\b(?:(?:allegedly|reportedly|purportedly|supposedly)\b|(?:is|are|was|were|has been|have been) (?:(?:accused|suspected) of|(?:said|believed|thought|rumou?red|feared|suspected) to)\b)/i;
const PLANNED =
  /(?:\b(?:will|shall|(?:plan|intend|aim|propose|hope)(?:s|ed|ned)? to|(?:is|are|was|were|be) (?:going to|set to|due to|scheduled to|expected to|planned|slated to|about to) [a-z]+|(?<!\b(?:it|this|that|which|goals?|aims?|purpose|job|idea|thing|way|task|role) )(?:is|are|was|were) to [a-z]+)\b|[’']ll\b)/i;
/** "will" as it is reported of the past: what somebody would do, not what something would be like. */
const REPORTED_PLAN =
  /\bwould (?:not |also |soon |then |now |only |continue to )?(?:be [a-z]+(?:ed|en|ilt|eld|ade|ent|aid|ut|ung|ing)\b|(?!be|have|like|love|prefer|rather|say|think|want|need|seem|appear|mean|take|cost|make|never|hope|expect|agree|know|help|allow|lead|require|argue|normally|usually|typically|often|always|otherwise|generally|ordinarily|still|probably)[a-z]{3,})/;

const CONDITION =
  /\b(?:if|unless|provid(?:ed|ing) that|on (?:the )?condition that|(?:as|so) long as)\b(?! (?:any|anything|not|necessary|possible|so|only|needed|at all|ever|anyone|applicable|(?:it|he|she|they) \w+(?:n[’']t| not) already)\b)/gi;
/** Behind these "if" asks, compares or concedes. */
const NO_CONDITION =
  /\b(?:ask|asks|asked|asking|know|knew|knows|known|see|seeing|wonder|wonders|wondered|wondering|determine|determined|determining|decide|decided|check|checked|checking|tell|told|telling|say|said|sure|clear|unclear|certain|uncertain|doubt|doubts|question|questioned|learn|consider|considering|verify|confirm|understand|discuss|judge|test|matter|matters|care|out|as|even|what|only|especially|particularly|than)(?: (?:him|her|them|me|us|it|you))?$/i;
const MODAL = /\b(?:would|could|will|might|may|should|shall|cannot|can|must|won|wouldn|couldn)\b|[’'](?:ll|d)\b/i;

const REPORTED_WORDS =
  '(?:claims?|allegations?|accusations?|charges?|reports?|rumou?rs?|suggestions?|assertions?|story|stories|news|speculation|criticisms?|notion|idea|insinuations?|statements?|theory|theories)';
const FALSE =
  '(?:not true|untrue|false|baseless|unfounded|groundless|fabricated|a lie|lies|fake|nonsense|not correct|incorrect|without (?:any )?foundation)';
const DENIED = new RegExp(
  `^["“‘']?(?:no, |but |well, )?(?:there (?:is|was) (?:absolutely )?no truth (?:in|to)|(?:it|this|that|they|these|those|(?:all |all of )?(?:the|these|those|such) (?:[a-z]+ )?${REPORTED_WORDS})(?: [a-z]+){0,3}?(?: (?:is|are|was|were)|[’']s) (?:[a-z]+ly |all |just )?${FALSE})\\b`,
  'i',
);
/** Behind "denied" in a sentence of the document's own: what can be denied, not refused. */
const DENIAL = new RegExp(
  `\\b(?:deny|denies|denied) (?:that|any|all|having|being|involvement|responsibility|wrongdoing|guilt|(?:the|these|those) (?:[a-z]+ )?${REPORTED_WORDS})\\b`,
  'i',
);
/** What a cue such as "rejected" denies; "rejected the plan" denies nothing. */
const DENIABLE = new RegExp(
  `^(?:that\\b|there\\b|(?:any|all|the|these|those|such|his|her|their|its|our|[A-Z][\\p{L}.]*[’']s?)? ?(?:[a-z-]+ ){0,2}${REPORTED_WORDS}\\b)`,
  'iu',
);
/** What is refused, not said to be untrue: "denied bail". */
const REFUSED =
  /^(?:(?:the|a|an|any|his|her|their|its|him|them|us|all) )?(?:[a-z-]+ ){0,2}(?:bail|entry|access|visas?|permission|permits?|requests?|appeals?|motions?|petitions?|applications?|licen[cs]es?|asylum|treatment|entrance|passage|parole|right|rights|opportunity|chance)\b/i;

/**
 * How certain a reporting cue gives what it reports: "denied", "claimed", "pledged to".
 * @param content what it reports, by which "rejected the claim" is told from "rejected the offer"
 */
export function certaintyOfCue(cue: string, content: string): Certainty {
  for (const word of cue.toLowerCase().split(/\s+/)) {
    for (const { lemma } of CUES.get(word)?.verbs ?? []) {
      if (DENYING.has(lemma)) return denies(lemma, content) ? 'denied' : 'asserted';
      if (ALLEGING.has(lemma)) return 'alleged';
      if (PLANNING.has(lemma)) return isPlan(lemma, content) ? 'planned' : 'asserted';
    }
  }
  return 'asserted';
}

function denies(lemma: string, content: string): boolean {
  if (lemma === 'deny') return !REFUSED.test(content);
  return lemma === 'rule' ? false : DENIABLE.test(content);
}

/** "swore he had paid", "promised it was safe" tell of what is or was. */
const isPlan = (lemma: string, content: string): boolean =>
  /^to\b/i.test(content) ||
  (lemma === 'offer' && !hasVerb(content)) ||
  /\b(?:will|would|shall)\b|[’']ll\b/i.test(content);

/**
 * How certain a statement's own words give it. Of several sentences the kind must hold for more than half.
 * @param isReported whether somebody is reported to have said it, so that "would" stands for "will"
 */
export function certaintyOf(statement: string, isReported = false): Certainty {
  if (!TELLING.test(statement)) return 'asserted';
  const sentences = statement.split(/(?<=[.!?]["”’)\]]?)\s+(?=["“‘(\p{Lu}])/u);
  if (sentences.length === 1) return certaintyOfSentence(statement, isReported);
  const share = new Map<Certainty, number>();
  for (const sentence of sentences) {
    const certainty = certaintyOfSentence(sentence, isReported);
    share.set(certainty, (share.get(certainty) ?? 0) + sentence.length);
  }
  for (const [certainty, length] of share) if (length > statement.length / 2) return certainty;
  return 'asserted';
}

function certaintyOfSentence(sentence: string, isReported: boolean): Certainty {
  if (/\?["”’)]*\s*$/.test(sentence)) return 'asserted';
  if (DENIED.test(sentence) || opens(sentence, DENIAL)) return 'denied';
  if (isConditional(sentence)) return 'conditional';
  if (opens(sentence, ALLEGED)) return 'alleged';
  return opens(sentence, PLANNED) || (isReported && opens(sentence, REPORTED_PLAN)) ? 'planned' : 'asserted';
}

/** Whether the words stand in the main clause, as far as form shows: no finite verb before them but their own helper. */
function opens(sentence: string, words: RegExp): boolean {
  const at = sentence.search(words);
  return at >= 0 && leads(sentence, at);
}

function leads(sentence: string, at: number): boolean {
  const before = sentence
    .slice(0, at)
    .replace(/^["“‘']?(?:As|When|After|Because|Since|While|Although|Though|Once|Before)\b[^,]*,/, '')
    .replace(/,\s(?:who|which|whose|where)\b[^,]*,/g, ',')
    .replace(/\b(?:is|are|was|were|has|have|had|been|has been|have been|had been)\s*$/i, '');
  return !hasVerb(before);
}

const hasVerb = (words: string): boolean =>
  (words.match(/[\p{L}'’]+/gu) ?? []).some((word, index) => {
    const lower = word.toLowerCase().replace('’', "'");
    if (/[’']s$/.test(word)) return /^(?:he|she|it|that|there|what|who)'s$/.test(lower);
    if (lower !== word && index > 0) return false;
    return (
      AUXILIARIES.has(lower) || FINITE_VERBS.has(lower) || /^[a-z]{3,}[^e]ed$/.test(lower) || lower.endsWith("n't")
    );
  });

/** How many conditions of a sentence are looked at. */
const MOST_CONDITIONS = 4;

/** "If …, X would …", "X would … if …": a condition, and a modal in the main clause. */
function isConditional(sentence: string): boolean {
  let looked = 0;
  for (const { index } of sentence.matchAll(CONDITION)) {
    if (looked++ === MOST_CONDITIONS) break;
    const before = sentence.slice(0, index).trimEnd();
    if (NO_CONDITION.test(before)) return false;
    const modal = before.search(MODAL);
    if (modal >= 0) {
      if (leads(sentence, modal)) return true;
      continue;
    }
    const comma = sentence.indexOf(',', index);
    if (comma >= 0 && leads(sentence, index) && MODAL.test(sentence.slice(comma))) return true;
  }
  return false;
}
