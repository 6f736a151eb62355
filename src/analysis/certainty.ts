// How certain a statement is given to be.
import { CUES, DENYING } from './quotes/cues.ts';
import type { Certainty } from './types.ts';
import { wordSet } from './words.ts';

const ALLEGING = wordSet('allege claim accuse contend suspect blame');
const PLANNING = wordSet('pledge promise vow threaten swear offer plan intend');

const ALLEGED =
  /\b(?:allegedly|reportedly|purportedly|supposedly|alleged|suspected|(?:is|are|was|were|been) (?:accused|suspected)|(?:is|are|was|were) (?:said|believed|thought|rumoured|rumored) to)\b/i;
const PLANNED =
  /\b(?:will|shall|(?:plan|intend|aim|propose|hope)(?:s|ed|ned)? to|(?:is|are|was|were|be) (?:to|going to|set to|due to|scheduled to|expected to|planned|slated to|about to) [a-z]+)\b/i;
const HAPPENED =
  /\b(?:was|were|had|did|has|have|[a-z]{3,}ed|went|came|took|made|said|began|found|left|fell|rose|held|won|lost|led|became|got|shot|struck|hit|broke)\b/i;

/** How certain a reporting cue gives what it reports: "denied", "claimed", "pledged to". */
export function certaintyOfCue(cue: string): Certainty {
  for (const word of cue.toLowerCase().split(/\s+/)) {
    for (const { lemma } of CUES.get(word)?.verbs ?? []) {
      if (DENYING.has(lemma)) return 'denied';
      if (ALLEGING.has(lemma)) return 'alleged';
      if (PLANNING.has(lemma)) return 'planned';
    }
  }
  return 'asserted';
}

/** How certain a statement's own words give it: an allegation, or a plan where no past verb comes before it. */
export function certaintyOf(statement: string): Certainty {
  if (ALLEGED.test(statement)) return 'alleged';
  const plan = PLANNED.exec(statement);
  if (plan === null) return 'asserted';
  return HAPPENED.test(statement.slice(0, plan.index)) ? 'asserted' : 'planned';
}
