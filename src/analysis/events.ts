import { overlaps, type Span } from '../text/span.ts';
import type { NameWord } from './nameWords.ts';
import { ARTICLES, POSSESSIVES, PREPOSITIONS } from './words.ts';

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
const LAST_EMERGENCY = list('regime|rule');

/** Spans of event nouns with the lower-case words that tell which: "hybrid attack", "mass riots", "attempted coup". */
export function findEvents(sentences: readonly (readonly NameWord[])[], skip: readonly Span[]): Span[] {
  return sentences.flatMap((words) => readEvents(words)).filter((event) => !skip.some((span) => overlaps(span, event)));
}

function readEvents(words: readonly NameWord[]): Span[] {
  const events: Span[] = [];
  words.forEach((word, i) => {
    if (word.shape !== 'lower' && !(word.opens && word.shape === 'capital')) return;
    const mass = MASS.has(word.key);
    if (
      !mass &&
      !NOUNS.has(word.key) &&
      !(LAST_EMERGENCY.has(word.key) && /^emergenc(?:y|ies)$/.test(words[i - 1]?.key ?? ''))
    )
      return;
    let first = i;
    while (
      first > 0 &&
      words[first - 1]!.shape === 'lower' &&
      words[first]!.gap === 'space' &&
      (MODIFIERS.has(words[first - 1]!.key) || /^emergenc/.test(words[first - 1]!.key))
    )
      first--;
    const before = words[first - 1];
    if (before !== undefined && VERB_BEFORE.has(before.key)) return;
    const introduced =
      before === undefined ||
      first < i ||
      before.shape === 'mark' ||
      before.possessive ||
      ARTICLES.has(before.key) ||
      POSSESSIVES.has(before.key) ||
      PREPOSITIONS.has(before.key) ||
      before.shape === 'capital' ||
      /^(?:this|that|these|those|and|or)$/.test(before.key);
    if (!introduced || (word.opens && !mass)) return;
    events.push({ start: words[first]!.start, end: word.end });
  });
  return events;
}
