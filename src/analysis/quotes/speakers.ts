// Who speaks: the document's pass over the quotes of its passages.
import { splitParagraphs } from '../../text/paragraphs.ts';
import { overlaps, type Span, wordsOf } from '../../text/span.ts';
import { mapped, type Steps } from '../../text/steps.ts';
import { firstFrom } from '../ordered.ts';
import type { Entity, Mention, Quote, Speaker } from '../types.ts';
import { ARTICLES, looksFinite, PREPOSITIONS } from '../words.ts';
import { CUES, TEXTS } from './cues.ts';
import { usualGender } from './givenNames.ts';
import { isAnswer, whoAnswers } from './interview.ts';
import {
  ANY_BODY,
  ANY_PERSON,
  type Gender,
  genderOf,
  isPlural,
  namesBody,
  namesPerson,
  type PronounSense,
  pronounSense,
} from './pronouns.ts';
import { joinQuotes } from './quoteJoins.ts';
import type { QuoteFound } from './quotes.ts';
import { type Role, roleOf } from './roles.ts';

/** The quotes with their speakers named, and the entities with the pronouns and phrases that speak for them as mentions. */
export interface Spoken {
  readonly quotes: readonly Quote[];
  readonly entities: readonly Entity[];
}

/** Someone or something that can be spoken of again: an entity, or an unnamed source by its phrase. */
interface Referent {
  readonly entity?: number;
  readonly name: string;
  readonly person: boolean;
  readonly many: boolean;
  readonly place: boolean;
  gender?: Gender;
  /** How far pronouns have shown a man (above 0) or a woman. */
  leaning: number;
  /** How often it has appeared. */
  count: number;
  /** What the given name suggests. */
  readonly usual?: Gender | undefined;
  /** Nouns that describe it, in lower case: "minister", "precinct". */
  readonly nouns: Set<string>;
}

interface Appearance extends Span {
  readonly referent: Referent;
  readonly role: Role;
}

/** How many appearances before a pronoun are looked at. */
const LOOK_BACK = 40;

/** Joins quotes that run over paragraphs, gives floating quotes their speaker, and resolves "he", "the ministry", surnames. */
export function* resolveSpeakers(
  text: string,
  found: readonly QuoteFound[],
  entities: readonly Entity[],
  sentences: readonly Span[],
): Steps<Spoken> {
  const joined = joinQuotes(text, found);
  yield;
  const scene = yield* openScene(text, joined, entities, sentences);
  const added = entities.map((): Mention[] => []);
  const speakers = new Map<number, { referent: Referent; name: string }>();
  const byMention = new Map<number, Referent>();
  const order = joined.map((quote, index) => ({ quote, index })).sort((a, b) => placeOf(a.quote) - placeOf(b.quote));
  let last: Referent | undefined;
  let lastAt = 0;
  const told = toldPronouns(scene);
  const answers = joined.some((quote) => isAnswer(text, quote))
    ? referentBy(scene, whoAnswers(text, joined, entities))
    : undefined;
  for (const { quote, index } of order) {
    yield;
    const mention = quote.speaker;
    for (let next = told.at(-1); next !== undefined && next.start < placeOf(quote); next = told.at(-1)) {
      told.pop();
      lookOn(scene, next.end);
      follow(scene, next, last);
    }
    if (mention === undefined) {
      const referent = quote.cue === undefined ? floatingSpeaker(scene, quote.content.start, last, lastAt) : undefined;
      if (referent !== undefined) speakers.set(index, { referent, name: referent.name });
      continue;
    }
    lookOn(scene, mention.end);
    const referent =
      (isAnswer(text, quote) ? answers : undefined) ??
      byMention.get(mention.start) ??
      resolveSpeaker(scene, mention, quote.antecedent, last);
    byMention.set(mention.start, referent);
    speakers.set(index, { referent, name: referent.name });
    appear(scene, mention, referent);
    if (referent.entity !== undefined) addMention(text, added[referent.entity], entities[referent.entity], quote);
    last = referent;
    lastAt = mention.start;
  }
  return {
    quotes: yield* mapped(joined, (quote, index) => finished(quote, speakers.get(index))),
    entities: yield* mapped(entities, (entity, index) => withMentions(entity, added[index] ?? [])),
  };
}

/**
 * Who speaks in a quotation that has no attribution of its own: the one whom the sentence before it is about ("Orel agreed.
 * “…”"), in the same paragraph or ending with a colon in the one before; else the one who spoke last.
 * @param lastAt where `last` was named
 */
function floatingSpeaker(scene: Scene, at: number, last: Referent | undefined, lastAt: number): Referent | undefined {
  const { text, sentences, appearances } = scene;
  const before = sentences[sentenceAt(scene, at) - 1];
  if (before === undefined || lastAt >= before.start || isReported(scene, before)) return last;
  const between = text.slice(before.end - 1, at);
  if (between.includes('\n') && !/:\s*["“]?$/.test(between)) return last;
  lookOn(scene, at);
  for (let i = firstFrom(appearances, before.start); i < appearances.length; i++) {
    const appearance = appearances[i];
    if (appearance === undefined || appearance.start >= before.end) break;
    if (appearance.referent.person && appearance.role !== 'object' && appearance.role !== 'owner')
      return appearance.referent;
  }
  return last;
}

const referentBy = ({ coming }: Scene, entity: number | undefined): Referent | undefined =>
  entity === undefined ? undefined : coming.find(({ referent }) => referent.entity === entity)?.referent;

/** "He" and "she" in what the document itself tells, last first: they keep whoever is spoken of in mind. */
const toldPronouns = (scene: Scene): Span[] =>
  [...scene.text.matchAll(/(?<![\p{L}\p{N}’'])(?:he|she)(?![\p{L}\p{N}])/giu)]
    .map(({ 0: word, index }): Span => ({ start: index, end: index + word.length }))
    .filter((span) => !isReported(scene, span))
    .reverse();

/** Lets whom a pronoun stands for appear where it stands. */
function follow(scene: Scene, pronoun: Span, last: Referent | undefined): void {
  const sense = pronounSense(wordsOf(scene.text, pronoun));
  if (sense === undefined) return;
  const referent = antecedent(scene, pronoun, last, (candidate) => fits(candidate, sense), sense);
  if (referent === undefined) return;
  if (sense.gender !== undefined) referent.leaning += sense.gender === 'male' ? 1 : -1;
  appear(scene, pronoun, referent, 'pronoun');
}

const placeOf = (quote: QuoteFound): number => quote.speaker?.start ?? quote.content.start;

function finished(quote: QuoteFound, spoken: { referent: Referent; name: string } | undefined): Quote {
  const speaker: Speaker | undefined =
    spoken === undefined
      ? undefined
      : {
          name: spoken.name,
          ...(quote.speaker === undefined ? {} : { mention: quote.speaker }),
          ...(spoken.referent.entity === undefined ? {} : { entity: spoken.referent.entity }),
        };
  return {
    type: quote.type,
    content: quote.content,
    parts: quote.parts,
    ...(quote.cue === undefined ? {} : { cue: quote.cue }),
    ...(quote.why === undefined ? {} : { why: quote.why }),
    ...(speaker === undefined ? {} : { speaker }),
  };
}

function addMention(
  text: string,
  added: Mention[] | undefined,
  entity: Entity | undefined,
  { speaker: mention, antecedent }: QuoteFound,
): void {
  if (added === undefined || entity === undefined || mention === undefined) return;
  if (touches(entity.mentions, mention) || added.slice(-4).some((known) => overlaps(known, mention))) return;
  const isPronoun = antecedent !== undefined || pronounSense(wordsOf(text, mention)) !== undefined;
  const form = isPronoun ? 'pronoun' : 'nominal';
  added.push({ ...mention, form });
}

/** Whether a mention overlaps one of an entity's own, which are in text order. */
function touches(mentions: readonly Mention[], mention: Span): boolean {
  const at = firstFrom(mentions, mention.start);
  return mentions.slice(Math.max(0, at - 1), at + 1).some((known) => overlaps(known, mention));
}

function withMentions(entity: Entity, added: readonly Mention[]): Entity {
  if (added.length === 0) return entity;
  return { ...entity, mentions: [...entity.mentions, ...added].sort((a, b) => a.start - b.start) };
}

// ---- the scene: who has appeared, in text order -----------------------------------------------------------------------

interface Scene {
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly paragraphs: readonly Span[];
  readonly contents: readonly Span[];
  /** In text order, as far as the document has been looked at. */
  readonly appearances: Appearance[];
  /** The rest, last first. */
  readonly coming: Appearance[];
  readonly people: ReadonlyMap<string, readonly Referent[]>;
  readonly unnamed: Map<string, Referent>;
}

function* openScene(
  text: string,
  quotes: readonly QuoteFound[],
  entities: readonly Entity[],
  sentences: readonly Span[],
): Steps<Scene> {
  const referents: (Referent | undefined)[] = [];
  for (const [index, entity] of entities.entries()) referents.push(yield* referentOf(text, entity, index));
  const named = withoutShortForms(referents);
  const coming: Appearance[] = [];
  for (const [index, { mentions }] of entities.entries()) {
    const referent = named[index];
    if (referent === undefined) continue;
    const appearances = yield* mapped(mentions, ({ start, end }): Appearance => {
      const sentence = sentences[firstFrom(sentences, start + 1) - 1]?.start ?? 0;
      return { start, end, referent, role: roleOf(text, { start, end }, sentence) };
    });
    for (const appearance of appearances) coming.push(appearance);
  }
  coming.sort((a, b) => b.start - a.start);
  const contents = quotes.map(({ content }) => content).sort((a, b) => a.start - b.start);
  const paragraphs = splitParagraphs(text);
  return {
    text,
    sentences,
    paragraphs,
    contents,
    appearances: [],
    coming,
    people: bySurname(named),
    unnamed: new Map(),
  };
}

/** How far two spellings of one surname may be apart, for so many letters. */
const slipsIn = (letters: number): number => (letters >= 8 ? 2 : letters >= 5 ? 1 : 0);

/** How many surnames with the same first letter are compared. */
const MOST_SURNAMES = 20;

/** The people with a full name, by their surname's first letter. */
function bySurname(named: readonly (Referent | undefined)[]): Map<string, Referent[]> {
  const people = new Map<string, Referent[]>();
  for (const referent of new Set(named)) {
    if (!referent?.person || !referent.name.includes(' ')) continue;
    const initial = surnameOf(referent)[0] ?? '';
    const same = people.get(initial);
    if (same === undefined) people.set(initial, [referent]);
    else if (same.length < MOST_SURNAMES) same.push(referent);
  }
  return people;
}

const surnameOf = ({ name }: Referent): string => name.slice(name.lastIndexOf(' ') + 1);

/** The person whose surname is all but spelt so: "Juhn" and "Jun", where the document has nobody else of that name. */
function withSlip({ people }: Scene, surname: string): Referent | undefined {
  const near = (people.get(surname[0] ?? '') ?? []).filter((person) => {
    const own = surnameOf(person);
    // "Bolivians" is a plural, and nobody of the name of "Boliviana".
    if (surname.endsWith('s') && !own.endsWith('s')) return false;
    return isNear(own, surname, slipsIn(Math.min(own.length, surname.length)));
  });
  return near.length === 1 ? near[0] : undefined;
}

/** Whether at most `most` letters were left out, put in or changed between two words. */
function isNear(one: string, two: string, most: number): boolean {
  if (Math.abs(one.length - two.length) > most) return false;
  let row = Array.from({ length: two.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= two.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === two[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[two.length]! <= most;
}

/** "the Ministry" is "the Ministry of Transport" where the document has but one ministry of a longer name. */
function withoutShortForms(named: readonly (Referent | undefined)[]): (Referent | undefined)[] {
  const byNoun = new Map<string, Set<Referent>>();
  for (const referent of named) {
    const words = referent === undefined || referent.person ? [] : referent.name.split(/\s+/);
    if (referent === undefined || words.length < 2) continue;
    for (const word of [words[0] ?? '', words.at(-1) ?? '']) {
      byNoun.set(word, (byNoun.get(word) ?? new Set()).add(referent));
    }
  }
  return named.map((referent) => {
    if (referent === undefined || referent.person || !namesBody(referent.name)) return referent;
    const [long, ...others] = byNoun.get(referent.name) ?? [];
    return long !== undefined && others.length === 0 ? long : referent;
  });
}

function* referentOf(text: string, entity: Entity, index: number): Steps<Referent | undefined> {
  if (entity.kind === 'event' || entity.kind === 'nationality') return undefined;
  const person = entity.kind === 'person';
  const description = entity.description === undefined ? '' : wordsOf(text, entity.description);
  const nouns = new Set([...rolesOf(description), ...(person ? [] : nounsOf(entity.name))]);
  let gender: Gender | undefined;
  for (const [at, { start, end }] of entity.mentions.entries()) {
    if (at % 32 === 31) yield;
    const before = text.slice(Math.max(0, start - 24), start).match(/[\p{L}.]+/gu) ?? [];
    if (person) {
      for (const word of [...before.slice(-2), ...wordsOf(text, { start, end }).split(/\s+/).slice(0, 1)])
        gender ??= genderOf(word);
    }
    // "Telephone Workers union"
    const after = person ? undefined : /^ (\p{Ll}+)/u.exec(text.slice(end, end + 16))?.[1];
    if (after !== undefined && ANY_BODY.has(after)) nouns.add(after);
    const beside = before.slice(person ? -1 : -2);
    if (beside.some((word) => PREPOSITIONS.has(word.toLowerCase()))) continue;
    for (const word of beside)
      if (/^\p{L}+$/u.test(word) && !TEXTS.has(word.toLowerCase())) nouns.add(word.toLowerCase());
  }
  return {
    entity: index,
    name: entity.name,
    person,
    many: false,
    leaning: 0,
    count: 0,
    place: entity.kind === 'place',
    ...(gender === undefined ? {} : { gender }),
    ...(person && /\s/.test(entity.name) ? { usual: usualGender(entity.name.split(/\s+/)[0] ?? '') } : {}),
    nouns,
  };
}

/** What a description calls a person: "minister" and "spokesman" of "the minister and spokesman of the coastguard". */
const rolesOf = (description: string): string[] =>
  description
    .split(/,|\band\b/)
    .map((role) => role.trim())
    .filter((role) => !/^(?:of|for|from|at|in|with|to|on|by)\s/.test(role))
    .flatMap((role) => [headNoun(role).toLowerCase(), ...nounsOf(role).filter((word) => RANKS.has(word))]);

const nounsOf = (phrase: string): string[] => phrase.toLowerCase().match(/\p{L}[\p{L}-]*/gu) ?? [];

/** How many appearances behind a mention are looked at. */
const LOOK_AHEAD = 7;

/** Lets appear who stands before `offset`, and a few more: of those behind, each new one would have to move all. */
function lookOn({ appearances, coming }: Scene, offset: number): void {
  for (let ahead = 0; ahead < LOOK_AHEAD && coming.length > 0; ) {
    const next = coming.pop()!;
    appearances.push(next);
    next.referent.count++;
    if (next.start >= offset) ahead++;
  }
}

/** Puts an appearance into its place, by the text order. */
function appear(scene: Scene, { start, end }: Span, referent: Referent, role: Role = 'subject'): void {
  const { appearances } = scene;
  const at = firstFrom(appearances, start);
  if (appearances[at]?.start === start && appearances[at]?.referent === referent) return;
  appearances.splice(at, 0, { start, end, referent, role });
  referent.count++;
}

const sentenceAt = (scene: Scene, offset: number): number => firstFrom(scene.sentences, offset + 1) - 1;

/** Whether a mention stands within what somebody is reported to have said. */
function isReported(scene: Scene, span: Span): boolean {
  const at = firstFrom(scene.contents, span.start + 1);
  for (let i = at - 1; i >= 0 && i >= at - 3; i--) {
    const content = scene.contents[i];
    if (content !== undefined && content.start <= span.start && span.end <= content.end) return true;
  }
  return false;
}

// ---- whom a mention stands for ----------------------------------------------------------------------------------------

/** @param antecedent whom the mention's "who" stands for */
function resolveSpeaker(
  scene: Scene,
  mention: Span,
  antecedent: Span | undefined,
  last: Referent | undefined,
): Referent {
  const isBehind = antecedent !== undefined && antecedent.end <= mention.start;
  return (isBehind ? namedBefore(scene, mention) : undefined) ?? resolveMention(scene, antecedent ?? mention, last);
}

/** How far before a "who" the one it stands for is named. */
const LONGEST_ASIDES = 120;

/** ", 41, a farmer from Sund," and " of Sund,": what may stand between a name and its "who". */
const ASIDES =
  /^(?: (?:of|from|in|at) \p{Lu}[^,]*)?(?:,? \([^)]*\)|, (?:\d|\p{Lu}|(?:an?|the|his|her|its|their|one|from|of|head|chief|leader|director|president|chairman|chairwoman|editor|author|founder)\s)[^,]*)*[,—–]?\s*$/u;

/** "Ann Lund, a farmer from Sund, who said": the person named last before a "who", where but asides stand between. */
function namedBefore({ appearances, text }: Scene, who: Span): Referent | undefined {
  for (let i = firstFrom(appearances, who.start) - 1; i >= 0; i--) {
    const { referent, role, end } = appearances[i]!;
    if (end < who.start - LONGEST_ASIDES) return undefined;
    if (!referent.person || referent.entity === undefined || role === 'pronoun') continue;
    const between = text.slice(end, who.start);
    return ASIDES.test(between) && !nounsOf(between).some(looksFinite) ? referent : undefined;
  }
  return undefined;
}

function resolveMention(scene: Scene, mention: Span, last: Referent | undefined): Referent {
  const phrase = withoutAsides(wordsOf(scene.text, mention));
  const sense = pronounSense(phrase);
  if (sense !== undefined) {
    const opening =
      sense.number === 'many'
        ? openingPlural(scene, mention)
        : sense.person
          ? openingPerson(scene, mention, sense.gender)
          : undefined;
    const referent = opening ?? antecedent(scene, mention, last, (candidate) => fits(candidate, sense), sense);
    if (referent === undefined)
      return { name: phrase, person: sense.person, many: false, place: false, nouns: new Set(), leaning: 0, count: 0 };
    if (sense.gender !== undefined) referent.leaning += sense.gender === 'male' ? 2 : -2;
    return referent;
  }
  const named = namedIn(scene, mention) ?? namedIn(scene, { start: mention.start, end: mention.start + phrase.length });
  const surname = /^(?:(?:Mr|Mrs|Ms|Dr)\.? )?(\p{Lu}\p{Ll}{4,})$/u.exec(phrase)?.[1];
  if (surname !== undefined && (named === undefined || (named.person && !named.name.includes(' '))))
    return withSlip(scene, surname) ?? named ?? unnamed(scene, mention, phrase);
  return (
    named ??
    apposed(scene, mention, phrase) ??
    described(scene, mention, phrase, last) ??
    unnamed(scene, mention, phrase)
  );
}

/** "The driver, aged 51," is the driver; "a farmer, who said" is a farmer. */
function withoutAsides(phrase: string): string {
  const aside = phrase.search(/,\s{1,9}(?:(?:aged|age|who|whose|which|including|an?|the|one|himself|herself)\s|\d)/);
  let end = aside < 0 ? phrase.length : aside;
  while (end > 0 && /[\s,]/.test(phrase[end - 1]!)) end--;
  return phrase.slice(0, end);
}

/** "its director, Amira Solt, said": the person named beside the phrase, between commas. */
function apposed(scene: Scene, mention: Span, phrase: string): Referent | undefined {
  const { appearances, text } = scene;
  const next = appearances[firstFrom(appearances, mention.end)];
  if (next === undefined || !next.referent.person || isPlural(headNoun(phrase))) return undefined;
  if (!/^,\s+(?:\p{Lu}[\p{L}.]*\s+){0,3}$/u.test(text.slice(mention.end, next.start))) return undefined;
  return /^\s*(?:[,.;—–]|\([^)]*\)|\d)/.test(text.slice(next.end, next.end + 40)) ? next.referent : undefined;
}

/** "The auditors dispute that. They say …": the plural that the sentence, or the one before, is about, where no one else is. */
function openingPlural(scene: Scene, mention: Span): Referent | undefined {
  const at = sentenceAt(scene, mention.start);
  for (const sentence of [scene.sentences[at], scene.sentences[at - 1]]) {
    if (sentence === undefined) continue;
    const words = scene.text.slice(
      sentence.start,
      Math.min(sentence.end, mention.start, sentence.start + LONGEST_OPENING),
    );
    const opening = /^(?:The\s)?(?:[\p{L}-]+\s){0,2}?(\p{L}+s|[Pp]olice)\s(?=(\p{Ll}+))/u.exec(words);
    const [phrase = '', head = '', verb = ''] = opening ?? [];
    if (!isPlural(head.toLowerCase()) || !(looksPluralVerb(verb) || CUES.get(verb)?.form === 'base')) continue;
    const span = { start: sentence.start, end: sentence.start + phrase.trimEnd().length };
    if (namedIn(scene, span) === undefined) return unnamed(scene, span, phrase.trimEnd());
  }
  return undefined;
}

const looksPluralVerb = (verb: string): boolean => looksFinite(verb) && !/s$/.test(verb);

/** "One of the victims stayed. She said …", "A woman called. She said …": somebody whom the sentence before brings in. */
function openingPerson(scene: Scene, mention: Span, gender: Gender | undefined): Referent | undefined {
  const before = scene.sentences[sentenceAt(scene, mention.start) - 1];
  if (before === undefined || before.end > mention.start) return undefined;
  const words = scene.text.slice(before.start, Math.min(before.end, before.start + LONGEST_OPENING));
  const opening =
    /^((?:One of (?:the|his|her|their) (?:\p{Ll}+ )?(\p{Ll}+)s|(?:An?|Another) (?:[\p{L}\d-]+ ){0,2}?(\p{Ll}+)))(?:, [^,]{1,40},)? (?=(?:who )?(\p{Ll}+))/u.exec(
      words,
    );
  const [, phrase = '', ofMany, alone, verb = ''] = opening ?? [];
  const noun = ofMany ?? alone ?? '';
  const own = genderOf(noun);
  if (!namesPerson(noun) || (own !== undefined && own !== gender) || !looksFinite(verb)) return undefined;
  const span = { start: before.start, end: before.start + phrase.length };
  return namedIn(scene, span) === undefined ? unnamed(scene, span, phrase) : undefined;
}

/** How far into a sentence its subject is looked for. */
const LONGEST_OPENING = 120;

function fits(candidate: Referent, sense: PronounSense): boolean {
  const { entity, person, place, many, gender } = candidate;
  if (sense.number === 'many') return many || !(person || place);
  // "the prosecutor said …, it added": a phrase may stand for an office.
  if (!sense.person) return entity === undefined || !person;
  return person && !many && (gender === undefined ? !isOther(candidate, sense.gender) : sense.gender === gender);
}

/** Whether both the given name and pronouns have shown somebody of the other gender. */
const isOther = ({ usual, leaning }: Referent, gender: Gender | undefined): boolean =>
  gender !== undefined && usual !== undefined && usual !== gender && (gender === 'male' ? leaning : -leaning) <= -2;

/** What speaks for a candidate, in sentences of distance; set by trial on chains of co-reference. */
const WEIGHTS = {
  late: -1 / 400,
  here: 2.2,
  last: 2.2,
  lastBefore: 1,
  reported: -2,
  subject: 1,
  pronoun: 0.7,
  often: 0.5,
  usual: 0.5,
  unusual: -2.5,
  leaning: 0.5,
  oneOfMany: -1.5,
  place: -2,
  office: -2,
} as const;

/** The best of those that appeared before a mention: recent, a speaker, a subject, and not only quoted. */
function antecedent(
  scene: Scene,
  mention: Span,
  last: Referent | undefined,
  accepts: (candidate: Referent) => boolean,
  { number, gender, thing }: Pick<PronounSense, 'number' | 'gender' | 'thing'> = { number: 'one', thing: false },
): Referent | undefined {
  const { appearances } = scene;
  const to = firstFrom(appearances, mention.start);
  const sentence = sentenceAt(scene, mention.start);
  const paragraph = scene.paragraphs[firstFrom(scene.paragraphs, mention.start + 1) - 1]?.start ?? 0;
  const opens = (scene.sentences[sentence]?.start ?? 0) <= paragraph;
  let best: Referent | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let i = to - 1; i >= 0 && i >= to - LOOK_BACK; i--) {
    const appearance = appearances[i];
    if (appearance === undefined || !accepts(appearance.referent)) continue;
    const { referent, role } = appearance;
    const distance = sentence - sentenceAt(scene, appearance.start);
    const early = appearance.start - (scene.sentences[sentence - distance]?.start ?? 0);
    let score = -distance + early * WEIGHTS.late;
    if (referent === last) score += appearance.start < paragraph && !opens ? WEIGHTS.lastBefore : WEIGHTS.last;
    if (isReported(scene, appearance)) score += WEIGHTS.reported;
    if (role === 'subject') score += WEIGHTS.subject;
    if (role === 'subject' && appearance.start >= paragraph) score += WEIGHTS.here;
    if (role === 'pronoun') score += WEIGHTS.pronoun;
    if (gender !== undefined) score += WEIGHTS.often * Math.log(1 + referent.count) + seems(referent, gender);
    if (number === 'many' && !referent.many) score += WEIGHTS.oneOfMany;
    if (referent.place) score += WEIGHTS.place;
    if (thing && referent.person) score += WEIGHTS.office;
    if (score > bestScore) {
      best = referent;
      bestScore = score;
    }
  }
  if (best !== undefined) return best;
  for (let i = to; i < appearances.length && i < to + LOOK_AHEAD - 1; i++) {
    const appearance = appearances[i];
    if (appearance !== undefined && accepts(appearance.referent)) return appearance.referent;
  }
  return undefined;
}

/** How far somebody whose gender no title shows may be of this one. */
function seems({ gender: known, usual, leaning }: Referent, gender: Gender): number {
  if (known !== undefined) return 0;
  const byName = usual === undefined ? 0 : usual === gender ? WEIGHTS.usual : WEIGHTS.unusual;
  return byName + WEIGHTS.leaning * Math.max(-3, Math.min(1, gender === 'male' ? leaning : -leaning));
}

const OF_ANYTHING = /\b(?:of|for|from|at|in|with|to|within|inside|behind|near)\s/;
/** "the Orel administration": another noun follows. */
const IS_MODIFIER = /^\s+(?!(?:himself|herself|of|for|at|from|in|on|who|and|or|with|to|as|by|also)\b)\p{Ll}/u;
const OF_BESIDE =
  /\b(?:of|for|from|at|in|with|to|within|inside|behind|near)\s+(?:the\s+)?(?:[\p{L}'’-]+\s+(?:and\s+(?:the\s+)?)?)?$/u;

/** The entity that a phrase names: "Foreign Minister Ann Lee", "the Ministry of Health", "an Orba Institute statement". */
function namedIn(scene: Scene, mention: Span): Referent | undefined {
  const { appearances, text } = scene;
  let person: Referent | undefined;
  let body: Referent | undefined;
  let from = mention.start;
  for (let i = firstFrom(appearances, mention.start); i < appearances.length; i++) {
    const appearance = appearances[i];
    if (appearance === undefined || appearance.start >= mention.end) break;
    if (appearance.end > mention.end) continue;
    const { referent } = appearance;
    const after = text.slice(appearance.end, mention.end);
    const before = text.slice(from, appearance.start);
    if (/^\s*['’]s?\s+\S/.test(after)) {
      if (!referent.person && /^['’]s?\s+(?:statement|report|letter|spokes\w+)$/.test(after)) body ??= referent;
      continue;
    }
    if (referent.person) {
      if (IS_MODIFIER.test(after)) continue;
      // "the envoy to Norda Ann Lee" is Lee; "a spokesman for Ann Lee" is not, nor is Ann Lee "of the group Open Hands".
      const isOf = person === undefined ? OF_BESIDE.test(before) : OF_ANYTHING.test(before);
      if (!isOf) person = referent;
    } else if (
      !OF_ANYTHING.test(text.slice(mention.start, appearance.start)) &&
      /^\s*(?:\([^)]*\))?\s*(?:of\s.*|statement|report|letter|press release)?$/i.test(after)
    )
      body = referent;
    from = appearance.end;
  }
  return person ?? body;
}

/** The head noun of a phrase: its last word before "of", "for", "at" … */
function headNoun(phrase: string): string {
  const core =
    phrase.split(/\s+(?:of|for|from|at|in|with|to|who|on|by|behind|within|inside|near|against)\s+/)[0] ?? phrase;
  return (
    core
      .replace(/\s*\([^)]*\)\s*$/, '')
      .split(/\s+/)
      .at(-1)
      ?.replace(/['’]s?$/, '') ?? phrase
  );
}

/** "the minister", "the precinct": one that was described so, or for a person the last one spoken of. */
function described(scene: Scene, mention: Span, phrase: string, last: Referent | undefined): Referent | undefined {
  const words = phrase.toLowerCase().split(/\s+/);
  const known = scene.unnamed.get(keyOf(phrase));
  if (!/^(?:the|this|that)$/.test(words[0] ?? '')) return known;
  const office = OFFICES[phrase.toLowerCase()];
  const head = headNoun(phrase).toLowerCase();
  if (isPlural(head))
    return known ?? antecedentBefore(scene, mention, last, (candidate) => candidate.many && candidate.nouns.has(head));
  const telling = office === undefined ? tellingWords(phrase) : [];
  const holder = (noun: string): Referent | undefined =>
    antecedentBefore(
      scene,
      mention,
      last,
      ({ nouns, many }) => nouns.has(noun) && !many && telling.every((word) => nouns.has(word)),
    );
  const byNoun = holder(head) ?? (office === undefined ? undefined : holder(office));
  if (byNoun !== undefined) return byNoun;
  if (known !== undefined) return known;
  if (STUDIES.has(head) && words.length === 2) {
    const isStudy = ({ person, nouns }: Referent) => !person && [...STUDIES].some((noun) => nouns.has(noun));
    return antecedentBefore(scene, mention, last, isStudy);
  }
  const says = words.slice(1, -1);
  const isPlain = says.length <= 3 && says.every((word) => PLAIN.test(word));
  if (isPlain && (says.length === 0 ? ANY_PERSON.has(head) : ANY_PERSON.has(head) || namesPerson(head))) {
    const gender = genderOf(head);
    return antecedentBefore(
      scene,
      mention,
      last,
      (candidate) =>
        candidate.person &&
        candidate.entity !== undefined &&
        (gender === undefined || candidate.gender === undefined || candidate.gender === gender),
    );
  }
  if (says.length > 0 || !ANY_BODY.has(head)) return undefined;
  const isBody = ({ entity, person, place }: Referent) => entity !== undefined && !person && !place;
  return last !== undefined && isBody(last) ? last : antecedentBefore(scene, mention, last, isBody);
}

/** "The report" may be the study that was told of. */
const STUDIES = new Set(['report', 'study', 'survey', 'review', 'inquiry', 'paper', 'analysis', 'research']);

/** What else those who hold an office are called. */
const OFFICES: Readonly<Record<string, string>> = {
  'the pm': 'minister',
  'the cm': 'minister',
  'the premier': 'minister',
  'the ceo': 'executive',
  'the head of state': 'president',
  'the head of government': 'minister',
};

/** What is told of somebody who has been named, and tells nobody else: "the former striker". */
const PLAIN =
  /^(?:former|now-\p{L}+|then-\p{L}+|ex-\p{L}+|retired|veteran|senior|outgoing|incoming|newly|elected|embattled|\d+-year-old|young|long-?time|long-serving|\p{L}+-born|\p{L}+-based|billionaire|millionaire|famed|famous|star|top|seasoned|newly-elected)$/u;

/** Ranks that make another person of whoever bears the noun behind them. */
const RANKS = new Set('vice deputy assistant former acting interim another other second'.split(' '));

/** What a phrase says beyond its head noun that whoever it stands for must share: names in it, and ranks. */
function tellingWords(phrase: string): string[] {
  const [, ...rest] = phrase.split(/\s+/);
  return rest
    .slice(0, -1)
    .filter((word) => /^\p{Lu}/u.test(word) || RANKS.has(word.toLowerCase()))
    .map((word) => word.toLowerCase().replace(/['’]s?$/, ''));
}

function antecedentBefore(
  scene: Scene,
  mention: Span,
  last: Referent | undefined,
  accepts: (candidate: Referent) => boolean,
): Referent | undefined {
  const start = scene.appearances[0]?.start;
  return start === undefined || start >= mention.start ? undefined : antecedent(scene, mention, last, accepts);
}

const keyOf = (phrase: string): string =>
  phrase
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => !ARTICLES.has(word) && word !== 'this' && word !== 'that')
    .join(' ');

/** An unnamed source keeps its phrase, and can be spoken of again. */
function unnamed(scene: Scene, mention: Span, phrase: string): Referent {
  const known = scene.unnamed.get(keyOf(phrase));
  if (known !== undefined) return known;
  const head = headNoun(phrase);
  const gender = genderOf(head);
  const referent: Referent = {
    name: phrase.replace(/^The(?=\s)/, 'the'),
    person:
      namesPerson(head) ||
      (/^\p{Lu}\p{Ll}/u.test(head) &&
        !namesBody(head) &&
        phrase.split(/\s+/).length <= 3 &&
        !phrase.startsWith('the ')),
    place: false,
    leaning: 0,
    count: 0,
    many: isPlural(head) || /\sand\s/.test(phrase),
    ...(gender === undefined ? {} : { gender }),
    // "the report's authors" are no report.
    nouns: new Set(nounsOf(phrase.replace(/^.*['’]s?\s/, ''))),
  };
  scene.unnamed.set(keyOf(phrase), referent);
  appear(scene, mention, referent);
  return referent;
}
