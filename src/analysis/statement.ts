// A claim in its own words, with its pronouns' names beside them: "he [Ilmar Sorv] shut the gate". No word of the source
// is lost or added: without the names the pieces are the claim's parts, letter for letter.
import { type Span, wordsOf } from '../text/span.ts';
import { firstFrom } from './ordered.ts';
import type { Claim, Entity, Quote, Reference, Speaker } from './types.ts';

/** Words of the source, and who the pronoun is that they end with. */
export interface Piece {
  readonly words: string;
  readonly name?: string;
}

/** The pieces of each of a claim's parts, in text order. Pronouns in a row that are the same one have the name once. */
export function piecesOf(text: string, { parts, references = [] }: Pick<Claim, 'parts' | 'references'>): Piece[][] {
  let next = 0;
  let last = '';
  return parts.map(({ start, end }) => {
    const pieces: Piece[] = [];
    let from = start;
    for (; next < references.length && references[next]!.start < end; next++) {
      const reference = references[next]!;
      if (reference.start < from || reference.end > end || reference.name === last) continue;
      last = reference.name;
      pieces.push({ words: text.slice(from, reference.end), name: last });
      from = reference.end;
    }
    if (from < end) pieces.push({ words: text.slice(from, end) });
    return pieces;
  });
}

/** The claim as one line of words, names in brackets, " … " between its parts. */
export function statementOf(text: string, claim: Pick<Claim, 'parts' | 'references'>): string {
  return piecesOf(text, claim)
    .map((pieces) => pieces.map(({ words, name }) => (name === undefined ? words : `${words} [${name}]`)).join(''))
    .join(' … ');
}

// ---- who the pronouns are ---------------------------------------------------------------------------------------------

const FIRST_PERSON =
  /(?<!\b(?:War|Part|Phase|Chapter|Article|Class|Type|Level|Stage|Category|Volume|Title) )\b(?:I(?=\s+[a-z]|[’']|,)|me|[Mm]y(?! (?:god|goodness|lord)\b)|[Mm]yself)\b/g;
const FIRST_PERSONS = /\b(?:[Ww]e|us|[Oo]ur|[Oo]urselves)\b/g;
const PRONOUN = /^(?:I|he|she|it|they|we|you|one|who|that|this)$/i;

/** The pronouns that analysis has found to be somebody, in text order: what `referencesIn` looks them up in. */
export function knownPronouns(text: string, entities: readonly Entity[]): Reference[] {
  const found: Reference[] = [];
  entities.forEach(({ kind, name, mentions }, entity) => {
    for (const { start, end, form } of mentions) {
      if (form === 'pronoun' && (kind === 'person' || !/^(?:s?he|hi[ms]|hers?)/i.test(text.slice(start, end))))
        found.push({ start, end, name, entity });
    }
  });
  return found.sort((a, b) => a.start - b.start);
}

/**
 * Who the pronouns in a claim's parts are, in text order: those that analysis knows, and where the speaker's own words
 * stand, "I" and "my", or for a body "we" and "our". In doubt none.
 * @param quote the quote that makes the claim
 * @param inner direct quotes within it, whose "I" is somebody else
 */
export function referencesIn(
  text: string,
  parts: readonly Span[],
  pronouns: readonly Reference[],
  entities: readonly Entity[],
  quote?: Quote,
  inner: readonly Quote[] = [],
): Reference[] {
  const found: Reference[] = [];
  const speaker = quote?.speaker;
  for (const part of parts) {
    for (let i = firstFrom(pronouns, part.start); i < pronouns.length; i++) {
      const pronoun = pronouns[i]!;
      if (pronoun.start >= part.end) break;
      if (pronoun.end <= part.end) found.push(pronoun);
    }
    if (speaker === undefined || quote?.type === 'indirect' || PRONOUN.test(speaker.name)) continue;
    const own = selfWords(speaker, entities);
    if (own !== undefined) found.push(...firstPersons(text, part, own, speaker, quote?.type === 'mixed', inner));
  }
  return found
    .sort((a, b) => a.start - b.start)
    .filter(({ start }, index, all) => index === 0 || start >= all[index - 1]!.end);
}

/** "We" is whoever a person counts in; of a body it is the body. */
function selfWords({ entity, name }: Speaker, entities: readonly Entity[]): RegExp | undefined {
  const kind = entity === undefined ? undefined : entities[entity]?.kind;
  if (kind === 'person') return FIRST_PERSON;
  if (kind === 'organisation') return FIRST_PERSONS;
  return kind === undefined && /^an? /i.test(name) ? FIRST_PERSON : undefined;
}

function firstPersons(
  text: string,
  part: Span,
  words: RegExp,
  { name, entity }: Speaker,
  isMixed: boolean,
  inner: readonly Quote[],
): Reference[] {
  const found: Reference[] = [];
  // In a direct quote the marks around it are not counted: what they hold is its speaker's own.
  let at = part.start + (isMixed ? 0 : 1);
  let open = 0;
  for (const match of wordsOf(text, part).matchAll(words)) {
    const start = part.start + match.index;
    for (; at < start; at++) open = marksAfter(open, text[at] ?? '');
    if (open > 0 !== isMixed) continue;
    const end = start + match[0].length;
    if (inner.some(({ parts }) => parts.some((one) => one.start <= start && end <= one.end))) continue;
    found.push({ start, end, name, ...(entity === undefined ? {} : { entity }) });
  }
  return found;
}

/** How many quotation marks stand open. */
function marksAfter(open: number, character: string): number {
  switch (character) {
    case '“':
    case '«':
    case '‘':
      return 1;
    case '”':
    case '»':
      return 0;
    case '"':
      return open > 0 ? 0 : 1;
    default:
      return open;
  }
}
