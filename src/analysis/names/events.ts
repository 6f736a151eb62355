import type { Span } from '../../text/span.ts';
import { ARTICLES, POSSESSIVES, PREPOSITIONS } from '../words.ts';
import type { NameWord } from './nameWords.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split('|'));

/** Nouns for what happens, singular and plural; the plural or mass ones stand without an article. */
const NOUNS = list(
  'attack|coup|riot|war|earthquake|quake|tsunami|hurricane|cyclone|typhoon|flood|landslide|avalanche|wildfire|election|referendum|summit|uprising|revolution|rebellion|insurgency|invasion|offensive|massacre|siege|strike|explosion|blast|bombing|shooting|raid|crash|collision|outbreak|epidemic|pandemic|famine|drought|protest|rally|demonstration|ceasefire|truce|crackdown|hijacking|assassination|stampede|shipwreck|heatwave|festival|tournament|inauguration',
);
const MASS = list(
  'riots|protests|disorders|violence|unrest|upheavals|upheaval|clashes|attacks|elections|floods|wars|hostilities|rallies|demonstrations|strikes|bombings|shootings|raids|wildfires|earthquakes|explosions|blasts|airstrikes|massacres|uprisings|landslides|quakes|turmoil|bloodshed|fighting|polls',
);
const MODIFIERS = list(
  'hybrid|mass|attempted|state|military|terrorist|terror|armed|deadly|violent|bloody|suicide|nuclear|missile|rocket|drone|air|car|bomb|train|plane|bus|school|forest|bush|general|presidential|parliamentary|local|municipal|regional|snap|early|civil|cold|world|trade|gang|drug|guerrilla|student|anti-government|pro-democracy|peaceful|nationwide|street|hunger|ethnic|communal|sectarian|political|post-election|failed|foiled|popular|global|flash|devastating|massive|powerful|major|magnitude|ground|counter|cyber|ransomware|coronavirus|cholera|measles|ebola|severe|military-style|knife|gun|acid|arson|peace|climate|economic|annual|full-scale|large-scale|ensuing|fatal|prison|food|border',
);
const VERB_BEFORE = list('to|will|would|can|could|may|might|must|shall|should|who|they|we|i|you|not|did|does|do');
const EMERGENCY_NOUNS = list('regime|rule');

/** Spans of event nouns with the lower-case words that tell which: "hybrid attack", "mass riots", "attempted coup". */
export function findEvents(words: readonly NameWord[]): Span[] {
  const events: Span[] = [];
  words.forEach((word, at) => {
    const from = eventStart(words, at);
    if (from !== undefined) events.push({ start: words[from]!.start, end: word.end });
  });
  return events;
}

/** The first word of the event that the noun at `at` names; undefined where it names none. */
function eventStart(words: readonly NameWord[], at: number): number | undefined {
  const word = words[at]!;
  const mass = MASS.has(word.key);
  const isEmergency = (i: number): boolean => /^emergenc(?:y|ies)$/.test(words[i]?.key ?? '');
  if (!mass && !NOUNS.has(word.key) && !(EMERGENCY_NOUNS.has(word.key) && isEmergency(at - 1))) return undefined;
  if (word.shape !== 'lower' && !(word.opens && mass)) return undefined;
  let from = at;
  while (words[from - 1]?.shape === 'lower' && (MODIFIERS.has(words[from - 1]!.key) || isEmergency(from - 1))) from--;
  const before = words[from - 1];
  if (before === undefined || from < at || before.shape === 'mark' || before.possessive) return from;
  if (VERB_BEFORE.has(before.key)) return undefined;
  const introduces =
    ARTICLES.has(before.key) ||
    POSSESSIVES.has(before.key) ||
    PREPOSITIONS.has(before.key) ||
    before.shape === 'capital' ||
    /^(?:this|that|these|those)$/.test(before.key) ||
    (mass && /^(?:and|or)$/.test(before.key));
  return introduces ? from : undefined;
}
