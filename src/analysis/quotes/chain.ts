// Who had a statement from whom: "the ministry said, citing police", "police told the Orvel Herald", "a report cited by
// Norda Radio". A pass over the document's quotes, after their speakers are known.
import { agencyName, isKnownAgency } from '../../seed/agencies.ts';
import { contains, overlaps, type Span, wordsOf } from '../../text/span.ts';
import { mapped, type Steps } from '../../text/steps.ts';
import { type Token, tokenize } from '../../text/tokens.ts';
import { firstFrom } from '../ordered.ts';
import type { Entity, Quote, Speaker } from '../types.ts';
import { wordSet } from '../words.ts';
import { SPEAKER_NOUNS, TEXTS } from './cues.ts';
import { phraseAfter, subjectBefore } from './sources.ts';
import { inSentence, isUnnamed, type Place, withheld } from './unnamed.ts';

/** What a chain is read from. */
interface Setting {
  readonly text: string;
  readonly quotes: readonly Quote[];
  readonly sentences: readonly Span[];
  /** Where each quote is attributed, in text order. */
  readonly places: readonly Place[];
  readonly names: readonly (Span & { readonly index: number })[];
  readonly entities: readonly Entity[];
  /** The agency whose story it is: what it was told came to it straight. */
  readonly agency: string | undefined;
}

/** Who stands before and behind a quote's speaker: nearer to the fact, and farther from it. */
interface Links {
  readonly nearer: Speaker[];
  readonly farther: Speaker[];
}

/**
 * The quotes, each with the way its statement took where the text tells it, and with unnamed speakers marked so.
 * @param agency the usual name of the agency that the document is from
 */
export function* withChains(
  text: string,
  quotes: readonly Quote[],
  entities: readonly Entity[],
  sentences: readonly Span[],
  agency?: string,
): Steps<Quote[]> {
  const places = placesOf(quotes);
  yield;
  const hidden = withheld(text, quotes, places, sentences);
  const marked = yield* mapped(quotes, (quote, index) => withUnnamed(quote, entities, hidden.has(index)));
  const names = entities
    .flatMap(({ kind, mentions }, index) =>
      kind === 'person' || kind === 'organisation'
        ? mentions.filter(({ form }) => form === 'name').map(({ start, end }) => ({ start, end, index }))
        : [],
    )
    .sort((a, b) => a.start - b.start);
  const setting: Setting = { text, quotes: marked, sentences, places, names, entities, agency };
  const links = marked.map((): Links => ({ nearer: [], farther: [] }));
  yield* readListeners(setting, links);
  yield* readCitations(setting, links);
  const chains: (readonly Speaker[])[] = [];
  for (const [index, quote] of marked.entries()) {
    yield;
    const outer = enclosing(setting, index);
    chains.push(joined(quote, links[index]!, outer === undefined ? [] : (chains[outer] ?? [])));
  }
  return marked.map((quote, index) => {
    const chain = chains[index]!;
    return chain.length < 2 ? quote : { ...quote, chain };
  });
}

const placesOf = (quotes: readonly Quote[]): Place[] =>
  quotes
    .flatMap(({ cue, speaker }, index) => {
      const at = cue ?? speaker?.mention;
      return at === undefined ? [] : [{ start: at.start, end: at.end, index }];
    })
    .sort((a, b) => a.start - b.start);

function withUnnamed(quote: Quote, entities: readonly Entity[], isWithheld: boolean): Quote {
  const { speaker } = quote;
  if (speaker === undefined) return quote;
  const named = speaker.entity !== undefined && entities[speaker.entity]?.kind === 'person';
  const unnamed = isWithheld ? !named : speaker.entity === undefined && isUnnamed(speaker.name);
  return unnamed ? { ...quote, speaker: { ...speaker, unnamed } } : quote;
}

const PRONOUN = /^(?:i|he|she|it|they|we|you|one|who|that|this|him|her|them|us|me|all)$/i;

function joined({ speaker }: Quote, { nearer, farther }: Links, outer: readonly Speaker[]): readonly Speaker[] {
  if (speaker === undefined) return [];
  const all = [...nearer, ...(nearer.includes(speaker) ? [] : [speaker]), ...farther, ...outer];
  const kept: Speaker[] = [];
  for (const one of all)
    if (!PRONOUN.test(one.name) && !kept.some((other) => isSame(one, other)))
      kept.push(one.entity === undefined ? { ...one, name: inSentence(one.name) } : one);
  return kept;
}

function isSame(one: Speaker, other: Speaker): boolean {
  if (one.mention !== undefined && other.mention !== undefined && overlaps(one.mention, other.mention)) return true;
  return one.entity === undefined || other.entity === undefined
    ? one.name.toLowerCase() === other.name.toLowerCase()
    : one.entity === other.entity;
}

// ---- a quote within what another is reported to have said -------------------------------------------------------------

/** How many quotes before one are looked at for the one around it. */
const LOOK_BACK = 6;

/** "Norda Radio reported that police said …": the index of the nearest quote whose content tells this one. */
function enclosing(setting: Setting, index: number): number | undefined {
  const { text, quotes, sentences } = setting;
  const inner = quotes[index]!;
  const mention = inner.speaker?.mention;
  if (mention === undefined || inner.cue === undefined || !canTell(setting, inner.speaker!)) return undefined;
  const sentence = firstFrom(sentences, inner.cue.start + 1);
  const first = Math.min(mention.start, inner.cue.start);
  const before = text.slice(Math.max(0, first - 12), first);
  if (
    /(?:\b(?:and|but|or|while|whereas|though|as|when|after|with|despite|if|because|since|until|unless)|[;:—–])\s*$/i.test(
      before,
    )
  )
    return undefined;
  for (let i = index - 1; i >= 0 && i >= index - LOOK_BACK; i--) {
    const outer = quotes[i]!;
    if (outer.speaker === undefined || outer.cue === undefined || isSame(outer.speaker, inner.speaker!)) continue;
    const { parts, cue } = outer;
    // "…, as the court found": it agrees, it does not tell.
    const said = outer.speaker.mention?.start ?? 0;
    if (said > first && /\bas\s+$/.test(text.slice(Math.max(0, said - 4), said))) continue;
    if (overlaps(cue, inner.cue)) continue;
    const holds = parts.some(
      (part) =>
        contains(part, mention) &&
        (contains(part, inner.cue!) || (cue.end <= part.start && mention.start - part.start < 3)),
    );
    const isNear = outer.type === 'direct' || firstFrom(sentences, cue.start + 1) === sentence;
    if (holds && isNear && canTell(setting, outer.speaker)) return i;
  }
  return undefined;
}

// ---- "told the Orvel Herald" ------------------------------------------------------------------------------------------

const MEDIA_NOUNS = wordSet(`agency newspaper paper broadcaster magazine channel network website outlet outlets radio
  television station daily weekly tabloid media portal tv newswire`);
const MEDIA_NAME =
  /\b(?:News|Times|Post|TV|Radio|Herald|Tribune|Daily|Weekly|Press|Guardian|Gazette|Telegraph|Journal|Television|Broadcasting|Magazine|Today|Newspaper|Mirror|Observer|Chronicle|Independent|Channel|Media|Monitor|Courier|Standard|Mail|Sun|BBC|CNN|CNBC|NBC|CBS|ABC|NPR|PBS|MSNBC|Al[ -]Jazeera|Politico|Axios|Deutsche Welle|Le Monde|Der Spiegel|El País|Haaretz)\b/;

/** "police told the Orvel Herald": who passed it on, where it is one that reports. */
function* readListeners(setting: Setting, links: readonly Links[]): Steps<void> {
  const { text, quotes, sentences, agency } = setting;
  for (const [index, { cue, speaker }] of quotes.entries()) {
    if (cue === undefined || speaker?.mention === undefined || !/^(?:told|tells|telling)$/i.test(wordsOf(text, cue)))
      continue;
    yield;
    const end = sentences[firstFrom(sentences, cue.start + 1) - 1]?.end ?? cue.end;
    const tokens = tokenize(text.slice(cue.end, Math.min(cue.end + LONGEST_ASIDE, end)));
    const phrase = phraseAfter(tokens, 0, tokens.length);
    if (phrase === undefined) continue;
    const listener = sourceAt(setting, withoutPerson(setting, spanOf(tokens, phrase, cue.end)));
    if (listener.mention && isMedia(wordsOf(text, listener.mention)) && agencyName(listener.name) !== agency)
      links[index]?.farther.push(listener);
  }
}

/** "told Norda Radio Mira Lund had left": a person behind the body that was told is what it was told of. */
function withoutPerson({ text, names, entities }: Setting, { start, end }: Span): Span {
  for (let i = firstFrom(names, start + 1); i < names.length && names[i]!.start < end; i++)
    if (entities[names[i]!.index]?.kind === 'person')
      return { start, end: start + text.slice(start, names[i]!.start).trimEnd().length };
  return { start, end };
}

const isMedia = (words: string): boolean =>
  !/^(?:his|her|our|my)\b/i.test(words) &&
  (MEDIA_NOUNS.has((words.split(/\s+/).at(-1) ?? '').toLowerCase()) ||
    (/^(?:the )?\p{Lu}/u.test(words) && (MEDIA_NAME.test(words) || isKnownAgency(words.replace(/^the /, '')))));

// ---- "citing police", "quoted by Norda Radio" -------------------------------------------------------------------------

const CITATION = /\b(?:[Cc]iting|[Qq]uoting|cited|quoted|quotes|cites|reported by)\b/g;
/** Behind a name, and what may stand between commas there. */
const SAYING =
  /^(?:,[^,]{1,100},)?\s+(?:as|of)\s+(?:having\s+)?(?:saying|stating|telling|declaring|confirming|writing|said|told|reporting|announcing)\b/;
const LONGEST_ASIDE = 140;
/** How many tokens behind "quoted" its "by" stands at most. */
const FARTHEST_BY = 6;

/** A word that cites, in its sentence. */
interface Citation {
  /** Its offset in the text. */
  readonly index: number;
  /** Its token's index. */
  readonly at: number;
  readonly tokens: readonly Token[];
  /** The sentence's offset. */
  readonly offset: number;
  /** The quotes that are attributed in the sentence. */
  readonly near: readonly number[];
}

function* readCitations(setting: Setting, links: readonly Links[]): Steps<void> {
  const { text, quotes, sentences, places } = setting;
  let known: { readonly sentence: Span; readonly tokens: readonly Token[] } | undefined;
  for (const { 0: word, index } of text.matchAll(CITATION)) {
    yield;
    const sentence = sentences[firstFrom(sentences, index + 1) - 1];
    if (sentence === undefined || index >= sentence.end) continue;
    const near = quotesIn(places, sentence);
    if (near.length === 0 || near.some((i) => isInMarks(text, quotes[i]!, index))) continue;
    if (known?.sentence !== sentence) known = { sentence, tokens: tokenize(wordsOf(text, sentence)) };
    const { tokens } = known;
    const at = firstFrom(tokens, index - sentence.start);
    if (tokens[at]?.start !== index - sentence.start) continue;
    const citation: Citation = { index, at, tokens, offset: sentence.start, near };
    const before = tokens[at - 1]?.lower ?? '';
    if (word.endsWith('ing')) readCiting(setting, links, citation);
    else if (word === 'reported by' ? /^(?:as|first)$/.test(before) : isPassive(citation))
      readCitedBy(setting, links, citation);
    else if (word !== 'reported by') readQuoting(setting, links, citation);
  }
}

const isPassive = ({ at, tokens }: Citation): boolean =>
  tokens[at + 1]?.lower === 'by' || /^(?:is|was|were|been|being|as)$/.test(tokens[at - 1]?.lower ?? '');

/** "…, citing police": police are nearer to what the quotes beside it tell. */
function readCiting(setting: Setting, links: readonly Links[], citation: Citation): void {
  const source = sourceAfter(setting, citation, citation.at + 1);
  if (source === undefined) return;
  for (const i of holders(setting, citation, source)) links[i]?.nearer.push(source);
}

/** "as quoted by Norda Radio", "was quoted as saying by": Norda Radio passed it on. */
function readCitedBy(setting: Setting, links: readonly Links[], citation: Citation): void {
  const { at, tokens, near, index, offset } = citation;
  let by = at + 1;
  while (by < at + FARTHEST_BY && tokens[by]?.lower !== 'by') by++;
  const relay = by < at + FARTHEST_BY ? sourceAfter(setting, citation, by + 1) : undefined;
  if (relay === undefined) return;
  const holder = nearestBefore(setting, near, index);
  if (holder !== undefined) {
    links[holder]?.farther.push(relay);
    return;
  }
  // "According to a report cited by Norda Radio", all of it read as who speaks.
  const around = near.find((i) => {
    const mention = setting.quotes[i]!.speaker?.mention;
    return mention !== undefined && mention.start < index && index < mention.end;
  });
  const from = around === undefined ? undefined : setting.quotes[around]!.speaker?.mention?.start;
  if (around === undefined || from === undefined) return;
  const end = offset + (tokens[at - 1]?.end ?? 0);
  links[around]?.nearer.push(sourceAt(setting, { start: from, end: Math.max(end, from) }));
  links[around]?.farther.push(relay);
}

/** "The Orvel Herald quoted the mayor as saying", "the report, which cited police". */
function readQuoting(setting: Setting, links: readonly Links[], citation: Citation): void {
  const { text, quotes } = setting;
  const { at, tokens, near, index, offset } = citation;
  const source = sourceAfter(setting, citation, at + 1);
  if (source?.mention === undefined) return;
  if (/^(?:which|who)$/.test(tokens[at - 1]?.lower ?? '')) {
    const holder = near.find((i) => isJustBefore(text, quotes[i]!.speaker?.mention, index));
    if (holder !== undefined) links[holder]?.nearer.push(source);
    return;
  }
  if (!SAYING.test(text.slice(source.mention.end, source.mention.end + LONGEST_ASIDE))) return;
  const subject = subjectBefore(tokens, at, 0)?.subject;
  if (subject === undefined) return;
  const citer = sourceAt(setting, spanOf(tokens, subject, offset));
  for (const i of near) {
    const { speaker, cue } = quotes[i]!;
    if (speaker === undefined || cue === undefined) continue;
    if (isSame(speaker, citer) && cue.start === index) links[i]?.nearer.push(source);
    else if (isSame(speaker, source)) links[i]?.farther.push(citer);
  }
}

/** Whom the phrase at a token names, where that is one that can tell something. */
function sourceAfter(setting: Setting, { tokens, offset }: Citation, first: number): Speaker | undefined {
  const phrase = phraseAfter(tokens, first, tokens.length);
  const source = phrase && sourceAt(setting, spanOf(tokens, phrase, offset));
  return source !== undefined && canTell(setting, source) ? source : undefined;
}

/** The quotes whose cue, or else speaker, stands in a sentence, as indices. */
function quotesIn(places: readonly Place[], sentence: Span): number[] {
  const found: number[] = [];
  for (let i = firstFrom(places, sentence.start); i < places.length && found.length < MOST_QUOTES; i++) {
    const place = places[i]!;
    if (place.start >= sentence.end) break;
    found.push(place.index);
  }
  return found;
}

/** No sentence has more; what goes on beyond is no sentence, and must not take time. */
const MOST_QUOTES = 24;

/** Whether an offset stands in what a quote gives word for word. */
const isInMarks = (text: string, { type, parts }: Quote, offset: number): boolean =>
  type !== 'indirect' &&
  parts.some(({ start, end }) => {
    if (offset < start || offset >= end) return false;
    return type === 'direct' || marksOpen(text.slice(Math.max(start, offset - LONGEST_QUOTED), offset));
  });

const LONGEST_QUOTED = 1000;

function marksOpen(words: string): boolean {
  let open = 0;
  for (const [mark] of words.matchAll(/[“”«»"]/g)) {
    if (mark === '"') open = open > 0 ? 0 : 1;
    else open = mark === '“' || mark === '«' ? 1 : 0;
  }
  return open > 0;
}

/** The quotes that "citing" goes with: those of the speaker before it, or else of the first behind it. */
function holders({ quotes }: Setting, { near, index }: Citation, source: Speaker): number[] {
  const others = near.filter((i) => {
    const { cue, speaker, content } = quotes[i]!;
    if (cue === undefined || speaker === undefined || isSame(speaker, source)) return false;
    return cue.start !== index || content.end > (source.mention?.end ?? 0) + LONGEST_CITED;
  });
  const holder = nearestBefore({ quotes }, others, index) ?? others[0];
  const mention = holder === undefined ? undefined : quotes[holder]!.speaker?.mention;
  return mention === undefined ? [] : others.filter((i) => quotes[i]!.speaker?.mention?.start === mention.start);
}

/** More than this behind a source that is cited is a statement, not a part of its name. */
const LONGEST_CITED = 20;

function nearestBefore({ quotes }: Pick<Setting, 'quotes'>, near: readonly number[], at: number): number | undefined {
  let best: number | undefined;
  let nearest = -1;
  for (const i of near) {
    const mention = quotes[i]!.speaker?.mention;
    if (mention === undefined || mention.end > at || mention.start <= nearest) continue;
    best = i;
    nearest = mention.start;
  }
  return best;
}

const isJustBefore = (text: string, mention: Span | undefined, at: number): boolean =>
  mention !== undefined && mention.end < at && /^,?\s+(?:which|who)\s*$/.test(text.slice(mention.end, at));

// ---- whom words name --------------------------------------------------------------------------------------------------

const spanOf = (tokens: readonly Token[], { first, last }: { first: number; last: number }, offset: number): Span => ({
  start: offset + (tokens[first]?.start ?? 0),
  end: offset + (tokens[last - 1]?.end ?? 0),
});

/** The one that a phrase names: a person in it, a body that it ends with, or else the phrase itself. */
function sourceAt({ text, names, entities }: Setting, mention: Span): Speaker {
  let body: number | undefined;
  for (let i = firstFrom(names, mention.start); i < names.length; i++) {
    const name = names[i]!;
    if (name.start >= mention.end) break;
    if (name.end > mention.end || /^['’]/.test(text.slice(name.end, name.end + 1))) continue;
    const entity = entities[name.index]!;
    const subordinate = /\b(?:of|for|from|at|in|with|to|near|within)\s+(?:the\s+)?$/.test(
      text.slice(mention.start, name.start),
    );
    if (subordinate) continue;
    if (entity.kind === 'person') return { name: entity.name, mention, entity: name.index };
    if (name.end === mention.end) body = name.index;
  }
  if (body !== undefined) return { name: entities[body]!.name, mention, entity: body };
  const name = wordsOf(text, mention).replace(/\s+/g, ' ');
  return { name, mention, ...(isUnnamed(name) ? { unnamed: true as const } : {}) };
}

/** Whether what is cited can tell something: a person, a body, a text; not "safety concerns". */
function canTell({ text }: Setting, { name, entity, mention, unnamed }: Speaker): boolean {
  if (mention === undefined) return false;
  if (entity !== undefined || unnamed) return true;
  const words = (PRONOUN.test(wordsOf(text, mention)) ? name : wordsOf(text, mention)).toLowerCase();
  if (/^(?:his|her|their|its|my|our|your)\s/.test(words) && !/\b(?:sources?|officials?|police)\b/.test(words))
    return false;
  const head =
    words
      .replace(/\s(?:of|for|from|at|in|on|with|to|by|within|close|familiar)\s.*$/s, '')
      .split(/\s+/)
      .at(-1) ?? '';
  return SPEAKER_NOUNS.has(head) || SPEAKER_NOUNS.has(head.replace(/s$/, '')) || TEXTS.has(head) || TELLERS.has(head);
}

const TELLERS = wordSet(`data figures statistics sources officials authorities army military reports media documents
  newspaper newspapers daily agency agencies broadcaster website channel network radio television troops coastguard
  witnesses residents locals records`);
