// Who speaks without a name that a reader could ask: "officials", "a source familiar with the talks", "two diplomats".
// Institutions ("police", "the ministry"), offices ("the minister") and those who speak for them ("a spokesman") can be asked.
import { type Span, wordsOf } from '../../text/span.ts';
import { firstFrom } from '../ordered.ts';
import type { Quote, Speaker } from '../types.ts';
import { wordSet } from '../words.ts';

/** Nouns for people that are no names, whatever stands before them. */
const ALWAYS =
  wordSet(`official source insider eyewitness witness diplomat aide expert analyst observer critic supporter
  opponent activist protester protestor demonstrator resident local villager survivor bystander passer-by onlooker
  neighbour neighbor employee staffer worker trader dealer lawmaker mp fighter soldier rebel refugee migrant
  relative colleague economist scientist academic campaigner user`);

/** Nouns for people that name nobody behind "a", "two", "some" or as a bare plural; "the lawyer" is somebody's. */
const SOME = wordSet(`person people man men woman women doctor nurse lawyer attorney officer commander
  executive banker adviser advisor politician minister senator leader guard driver pilot passenger student teacher
  professor researcher farmer fisherman shopkeeper engineer consultant friend parent mother father voter player fan
  policeman judge businessman manager physician journalist reporter correspondent member prisoner
  detainee patient historian child boy girl tourist customer visitor`);

const VAGUE = wordSet('some many several others most few those dozens scores');
const INDEFINITE = wordSet(`a an one another two three four five six seven eight nine ten some several many most few
  both other others various numerous multiple unnamed anonymous unidentified senior top local former certain`);

/** Where a phrase's head noun ends: "source | familiar with the talks". */
const HEAD_END =
  /\s(?:of|for|from|at|in|on|with|to|by|within|inside|near|behind|across|around|who|that|familiar|close|briefed|aware|involved|there|present|working|speaking|aboard)\b.*$/su;

/** Whether the phrase that speaks names nobody whom a reader could ask. Not for names: those of entities are known. */
export function isUnnamed(phrase: string): boolean {
  const words =
    phrase
      .replace(HEAD_END, '')
      .toLowerCase()
      .match(/[\p{L}’'-]+/gu) ?? [];
  const [first = ''] = words;
  if (words.some((word) => word === 'unnamed' || word === 'anonymous' || word === 'unidentified')) return true;
  const last = words.at(-1) ?? '';
  if (words.length === 1 && VAGUE.has(last)) return true;
  // "Amnesty’s analyst", "his lawyer": somebody known, by whose it is.
  const owned = words.slice(0, -1).some((word) => /['’]s?$/.test(word)) || /^(?:my|his|her|our|your)$/.test(first);
  const head = singular(last);
  if (head === 'source' || head === 'official' || head === 'insider') return true;
  if (owned || /^\p{Lu}\p{Ll}/u.test(phrase.replace(HEAD_END, '').split(/\s+/).at(-1) ?? ''))
    return isBarePlural(words);
  // "The trader" may be one whom the text has named.
  if (/^(?:the|this|that)$/.test(first) && head === last) return /^(?:witness|eyewitness|diplomat|aide)$/.test(head);
  if (ALWAYS.has(head)) return true;
  if (!SOME.has(head) && !SOME.has(last)) return false;
  return INDEFINITE.has(first) || isBarePlural(words);
}

/** A phrase as it stands within a sentence: "Two officials" is "two officials" there, "Nordan officials" stay. */
export function inSentence(phrase: string): string {
  const [first = ''] = phrase.match(/^[A-Z][a-z]*\b/) ?? [];
  const lower = first.toLowerCase();
  const isPlain = INDEFINITE.has(lower) || VAGUE.has(lower) || ALWAYS.has(singular(lower)) || SOME.has(singular(lower));
  return isPlain || /^(?:the|its|his|her|their|police|authorities)$/.test(lower)
    ? lower + phrase.slice(first.length)
    : phrase;
}

/** "residents", "Nordan diplomats": a plural without article or owner. */
const isBarePlural = (words: readonly string[]): boolean => {
  const last = words.at(-1) ?? '';
  const head = singular(last);
  const plural = head !== last || /^(?:people|men|women)$/.test(last);
  const first = words[0] ?? '';
  return (
    plural &&
    (ALWAYS.has(head) || SOME.has(head) || SOME.has(last)) &&
    !/^(?:the|his|her|my|our|its|their)$/.test(first)
  );
};

const singular = (noun: string): string =>
  noun === 'mps' ? 'mp' : noun.endsWith('sses') ? noun.slice(0, -2) : noun.replace(/([^s])s$/, '$1');

/** Words by which a document says that it leaves a name out. */
const WITHHELD =
  /\b(?:conditions? of anonymity|anonymously|not to be (?:named|identified)|to remain (?:anonymous|unnamed)|declined to be (?:named|identified|quoted by name)|(?:not|n[’']t) (?:be )?(?:authori[sz]ed|allowed|permitted) to (?:speak|talk|comment|brief)|whom? (?:it|they|he|she|the [a-z]+) did not (?:name|identify)|whose (?:name|identity) (?:was|is|has been) (?:withheld|not (?:given|disclosed)))\b/g;

/** Where a quote is attributed: its cue, or else its speaker. `index`: among the quotes. */
export interface Place extends Span {
  readonly index: number;
}

/** How many attributions of a sentence and the one before it are looked at. */
const MOST_PLACES = 24;

/**
 * The quotes whose speaker's name the document says that it withholds, as indices.
 * @param places where the quotes are attributed, in text order
 */
export function withheld(
  text: string,
  quotes: readonly Quote[],
  places: readonly Place[],
  sentences: readonly Span[],
): ReadonlySet<number> {
  const mentions = new Set<number>();
  const phrases = new Set<string>();
  for (const { index } of text.matchAll(WITHHELD)) {
    const at = firstFrom(sentences, index + 1) - 1;
    const sentence = sentences[at];
    if (sentence === undefined) continue;
    const goesOn = /^(?:He|She|They|Both|The [a-z]+(?: [a-z]+)?)\s/.test(
      wordsOf(text, sentence).slice(0, LONGEST_OPENING),
    );
    const from = (goesOn ? sentences[at - 1] : undefined)?.start ?? sentence.start;
    const speaker = speakerBefore(quotes, places, from, sentence.end, index);
    if (speaker?.mention === undefined) continue;
    mentions.add(speaker.mention.start);
    if (speaker.entity === undefined) phrases.add(speaker.name);
  }
  const found = new Set<number>();
  if (mentions.size > 0)
    quotes.forEach(({ speaker }, index) => {
      if (speaker === undefined) return;
      if (mentions.has(speaker.mention?.start ?? -1) || (speaker.entity === undefined && phrases.has(speaker.name)))
        found.add(index);
    });
  return found;
}

const LONGEST_OPENING = 60;

/** The speaker nearest before an offset, or else the first behind it; none where the offset stands in a direct quote. */
function speakerBefore(
  quotes: readonly Quote[],
  places: readonly Place[],
  from: number,
  to: number,
  offset: number,
): Speaker | undefined {
  let behind: Speaker | undefined;
  let before: Speaker | undefined;
  const first = firstFrom(places, from);
  for (let i = first; i < places.length && i < first + MOST_PLACES; i++) {
    const place = places[i]!;
    if (place.start >= to) break;
    const { type, content, speaker } = quotes[place.index]!;
    if (type === 'direct' && content.start <= offset && offset < content.end) return undefined;
    if (speaker?.mention === undefined) continue;
    if (speaker.mention.start < offset) before = speaker;
    else behind ??= speaker;
  }
  return before ?? behind;
}
