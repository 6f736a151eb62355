// What the core says in data, put into words. Every text that several features show stands here.
import * as vscode from 'vscode';
import { isNearly } from '../analysis/figures/bounds.ts';
import { standingBehind } from '../analysis/figures/happened.ts';
import { timeUnit } from '../analysis/figures/units.ts';
import { unitWords } from '../analysis/figures/unitWords.ts';
import type {
  Analysis,
  Bound,
  Certainty,
  Confidence,
  EntityKind,
  Figure,
  FigureKind,
  Quote,
  Rule,
  Why,
} from '../analysis/types.ts';
import { type AnnotatedClaim, type CorrectionGiven, type Disagreement, isChecked } from '../ledger/annotated.ts';
import type { OtherBehind } from '../ledger/behind.ts';
import type { Piece } from '../ledger/difference.ts';
import type { Correction, Evidence, ItemKind } from '../ledger/events.ts';
import { correctionWords } from '../ledger/states.ts';
import type { SeedCue } from '../seed/detect.ts';
import { type Span, wordsOf } from '../text/span.ts';
import { plural } from './plural.ts';

const { t } = vscode.l10n;

/** Words on one line, white space joined. */
export const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The text in one line, cut at a word's end where it is longer than `longest` characters. */
export function shortened(text: string, longest = 80): string {
  const line = inOneLine(text.slice(0, 4 * longest));
  if (line.length <= longest) return line;
  const cut = line.lastIndexOf(' ', longest);
  return `${line.slice(0, cut > longest / 2 ? cut : longest)}…`;
}

/** Words that may be a document's own, where VS Code would draw signs for "$(name)". */
export const withoutIcons = (words: string): string => words.replaceAll('$(', '$\u200b(');

/** The words, shortened, in quotation marks where they do not begin with some of their own. */
export const quoted = (text: string): string =>
  /^["“”„«‘']/.test(text) ? shortened(text, 60) : t('“{0}”', shortened(text, 60));

/** "1 claim", "23 claims". */
export function counted(kind: 'claim' | 'quote' | 'figure' | 'mention', count: number): string {
  switch (kind) {
    case 'claim':
      return plural(count, '1 claim', '{0} claims');
    case 'quote':
      return plural(count, '1 quote', '{0} quotes');
    case 'figure':
      return plural(count, '1 figure', '{0} figures');
    case 'mention':
      return plural(count, '1 mention', '{0} mentions');
  }
}

/** "7 February 2022", or in the reader's own language; a month or year alone where no more is known. */
export function dateWords(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  if (year === undefined || month === undefined) return iso;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day ?? 1);
  return new Intl.DateTimeFormat(readerLanguage(), {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' }),
  }).format(date);
}

/** "7 February 2022, 14:05" in the reader's own time, from ISO 8601. */
export function timeWords(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  times ??= new Intl.DateTimeFormat(readerLanguage(), { dateStyle: 'long', timeStyle: 'short' });
  return times.format(time);
}

// Made once: a panel of 5,000 claims asks for thousands of times and numbers.
let times: Intl.DateTimeFormat | undefined;
let numbers: Intl.NumberFormat | undefined;
let roundNumbers: Intl.NumberFormat | undefined;

/** English as in Britain, as the rest of the texts, unless the reader has another language. */
export const readerLanguage = (): string => (vscode.env.language === 'en' ? 'en-GB' : vscode.env.language);

function numberWords(value: number): string {
  numbers ??= new Intl.NumberFormat(readerLanguage(), { maximumFractionDigits: 6 });
  roundNumbers ??= new Intl.NumberFormat(readerLanguage(), {
    notation: 'compact',
    compactDisplay: 'long',
    maximumFractionDigits: 3,
  });
  return (value >= 1_000_000 && value % 10_000 === 0 ? roundNumbers : numbers).format(value);
}

function boundWords(bound: Bound, number: string): string {
  switch (bound) {
    case 'exact':
      return number;
    case 'about':
      return t('about {0}', number);
    case 'at-least':
      return t('at least {0}', number);
    case 'more-than':
      return t('more than {0}', number);
    case 'at-most':
      return t('at most {0}', number);
    case 'less-than':
      return t('less than {0}', number);
  }
}

/** A figure's number and what it counts: "at least 112 people", "about 4.2 billion dollars". */
export function figureWords({ text }: Analysis, figure: Figure): string {
  const { amount, unit, counted: noun } = figure;
  if (amount.type === 'vague' || isFractionInWords(text, figure)) return inOneLine(wordsOf(text, figure));
  const number =
    amount.type === 'range'
      ? t(amount.change ? 'from {0} to {1}' : '{0} to {1}', numberWords(amount.low), numberWords(amount.high))
      : isNearly(text, figure)
        ? t('nearly {0}', numberWords(amount.value))
        : boundWords(amount.bound, numberWords(amount.value));
  const of = noun ? inOneLine(wordsOf(text, noun)) : '';
  switch (figure.kind) {
    case 'percent':
      // "0.5 percentage points", "2 per cent per year"
      if (unit?.startsWith('percent') && unit !== 'percent') return `${number} ${unitWords(unit, amount)}`;
      return of ? t('{0} per cent of {1}', number, of) : t('{0} per cent', number);
    case 'age': {
      // "71 years old", and of a strike "2 weeks old"
      const units = unitWords(timeUnit(unit ?? '') ?? 'year', amount);
      return units === 'years' ? t('{0} years old', number) : t('{0} old', `${number} ${units}`);
    }
    default:
      return [number, unit && unitWords(unit, amount), of].filter(Boolean).join(' ');
  }
}

/** "Half of the boats", "less than a third" say more than 0.5 and 0.333333 do. */
const isFractionInWords = (text: string, { amount, number }: Figure): boolean =>
  amount.type === 'exact' && !Number.isInteger(amount.value) && !/\d/.test(wordsOf(text, number));

/** A figure and what happened to what is counted: "3,120 villagers, taken to camps". */
export function figureReading(analysis: Analysis, figure: Figure): string {
  const words = figureWords(analysis, figure);
  return figure.happened ? `${words}, ${inOneLine(standingBehind(wordsOf(analysis.text, figure.happened)))}` : words;
}

export const figureKindWords = ({ amount, kind }: Figure): string =>
  amount.type === 'vague' ? t('Vague figure') : figureKind(kind);

export function figureKind(kind: FigureKind): string {
  switch (kind) {
    case 'count':
      return t('Count');
    case 'money':
      return t('Sum of money');
    case 'percent':
      return t('Percentage');
    case 'measure':
      return t('Measure');
    case 'duration':
      return t('Length of time');
    case 'age':
      return t('Age');
  }
}

export function quoteKindWords(type: Quote['type']): string {
  switch (type) {
    case 'direct':
      return t('Direct quote');
    case 'mixed':
      return t('Partly direct quote');
    case 'indirect':
      return t('Indirect quote');
  }
}

export function entityKindWords(kind: EntityKind): string {
  switch (kind) {
    case 'person':
      return t('Person');
    case 'organisation':
      return t('Organisation');
    case 'place':
      return t('Place');
    case 'nationality':
      return t('Nationality or group');
    case 'event':
      return t('Event');
  }
}

/** How certain a claim is; nothing for what is simply said. */
export function certaintyWords(certainty: Certainty): string | undefined {
  switch (certainty) {
    case 'asserted':
      return undefined;
    case 'alleged':
      return t('Alleged');
    case 'denied':
      return t('Denied');
    case 'planned':
      return t('Planned or expected');
    case 'conditional':
      return t('Only if something else holds');
  }
}

/** "police, by way of the ministry, then AFP": the way a statement took. Nothing where one alone spoke. */
export function chainWords({ chain }: Quote): string | undefined {
  const [first, ...relays] = (chain ?? []).map(({ name, unnamed }) => (unnamed ? t('{0} (not named)', name) : name));
  if (first === undefined || relays.length === 0) return undefined;
  return t(
    '{0}, by way of {1}',
    first,
    relays.reduce((before, next) => t('{0}, then {1}', before, next)),
  );
}

/** "Found by: quotation marks with “said” beside them – sure." Nothing where the result does not tell. */
export function whyWords(why: Why | undefined, cue?: string): string | undefined {
  if (why === undefined) return undefined;
  const by = why.by === 'tagger' ? t('how such words stand in other news') : ruleWords(why.rule, cue ?? '');
  return t('Found by: {0} – {1}.', by, confidenceWords(why.confidence));
}

function confidenceWords(confidence: Confidence): string {
  switch (confidence) {
    case 'high':
      return t('sure');
    case 'medium':
      return t('fairly sure');
    case 'low':
      return t('unsure');
  }
}

function ruleWords(rule: Rule, cue: string): string {
  switch (rule) {
    case 'marks-and-verb':
    case 'marks-and-according-to':
      return t('quotation marks with “{0}” beside them', cue);
    case 'marks-and-sign':
      return t('quotation marks with a name and “{0}” beside them', cue);
    case 'marks-alone':
      return t('quotation marks, and who speaks near them');
    case 'part-in-marks':
    case 'part-in-marks-before':
      return t('“{0}”, and quotation marks around some of the words', cue);
    case 'label':
      return t('a name and a colon before it, as in a transcript');
    case 'verb-that':
      return t('“{0}” and “that”', cue);
    case 'say-and-clause':
    case 'verb-and-clause':
      return t('“{0}” beside a statement', cue);
    case 'verb-and-object':
      return t('“{0}” and what it is about', cue);
    case 'according-to':
      return t('“{0}”', cue);
    case 'title':
      return t('a title before the name');
    case 'several-forms':
      return t('capital letters, and the name in several forms');
    case 'name-list':
      return t('a list of names');
    case 'name-head':
      return t('a word that such names begin or end with');
    case 'capitals':
      return t('capital letters alone');
    case 'number-and-unit':
      return t('a number and its unit');
    case 'number-and-noun':
      return t('a number and what it counts');
    case 'number-words':
      return t('words that stand for a number');
    case 'number-alone':
      return t('a number by itself');
    case 'whole-date':
      return t('a date with its year');
    case 'date-by-document':
      return t('a day told from the day of the document');
    case 'date-without-day':
      return t('words for a time that name no day');
    case 'own-figure':
      return t('a sentence with a figure that nobody else is said to give');
    case 'own-date':
      return t('a sentence with a date that nobody else is said to give');
    case 'own-name':
      return t('a sentence about somebody that nobody else is said to give');
  }
}

/** A tag as people read it; users' own tags are in their own words. */
export function tagWords(tag: string): string {
  switch (tag) {
    case 'verified':
      return t('Verified');
    case 'disputed':
      return t('Disputed');
    case 'needs-source':
      return t('Needs source');
    default:
      return tag;
  }
}

/** "41 of 63 checked" */
export function checkedWords(claims: readonly AnnotatedClaim[]): string {
  const checked = claims.filter(isChecked).length;
  if (!claims.length) return t('There is no claim in this document.');
  return checked === claims.length
    ? t('Everything is checked: {0} of {1}', checked, claims.length)
    : t('{0} of {1} checked', checked, claims.length);
}

export function stateWords({ state, tags }: Pick<AnnotatedClaim, 'state' | 'tags'>): string {
  switch (state) {
    case 'changed':
      return tags.some(({ tag }) => tag === 'verified') ? t('Changed since verified') : t('Changed since tagged');
    case 'disagreement':
      return t('Editors disagree');
    case 'reviewed':
      return t('Verified and reviewed');
    case 'tagged':
      return t('Tagged');
    case 'open':
      return t('Not checked');
    default:
      return tagWords(state);
  }
}

/** "112 → 121", "“he” → nobody": each stretch of words that others have taken the place of. */
export function differenceWords(pieces: readonly Piece[]): string[] {
  const told: string[] = [];
  for (const [index, { type, words }] of pieces.entries()) {
    const before = pieces[index - 1];
    if (type === 'gone') {
      const next = pieces[index + 1];
      told.push(
        next?.type === 'new'
          ? t('{0} → {1}', shortened(words, 60), shortened(next.words, 60))
          : t('without “{0}”', shortened(words, 60)),
      );
    } else if (type === 'new' && before?.type !== 'gone') told.push(t('now with “{0}”', shortened(words, 60)));
  }
  return told;
}

/** "Speaker: Ilmar Vessen → Arvo Tamm" */
export function behindWords({ what, before, now }: OtherBehind): string {
  const change = t('{0} → {1}', before || t('nobody named'), now || t('nobody named'));
  switch (what) {
    case 'speaker':
      return t('Speaker: {0}', change);
    case 'name':
      return t('Who is meant: {0}', change);
    case 'date':
      return t('Day: {0}', t('{0} → {1}', dateWords(before), dateWords(now)));
    case 'place':
      return t('Place: {0}', change);
    case 'counted':
      return t('What is counted: {0}', change);
  }
}

/** What has changed since a claim was tagged, each in a few words. */
export const changeWords = ({ change }: AnnotatedClaim): readonly string[] =>
  change ? [...differenceWords(change.pieces), ...change.behind.map(behindWords)] : [];

/** What editors contradict each other about. */
export function disagreementWords({ about }: Disagreement): string {
  switch (about) {
    case 'verdict':
      return t('Editors disagree on the verdict');
    case 'rejection':
      return t('Editors disagree whether this is a claim');
    case 'speaker':
      return t('Editors disagree on who says it');
    case 'bounds':
      return t('Editors disagree on where the words begin and end');
    case 'kind':
      return t('Editors disagree on what kind it is');
    case 'value':
      return t('Editors disagree on the number');
    case 'sameAs':
    case 'apart':
      return t('Editors disagree on who is meant');
  }
}

const quoteKinds = ['direct', 'mixed', 'indirect'] as const;
const figureKinds = ['count', 'money', 'percent', 'measure', 'duration', 'age'] as const;
const entityKinds = ['person', 'organisation', 'place', 'nationality', 'event'] as const;

/** What the ledger holds in words of its own. */
const ledgerWords: ReadonlyMap<string, () => string> = new Map<string, () => string>([
  ['rejected', () => t('Not a claim')],
  ['apart', () => t('Somebody or something else')],
  ...quoteKinds.map((kind) => [kind, () => quoteKindWords(kind)] as const),
  ...figureKinds.map((kind) => [kind, () => figureKind(kind)] as const),
  ...entityKinds.map((kind) => [kind, () => entityKindWords(kind)] as const),
]);

/** What one side of a disagreement or a correction says, in the reader's words; names and numbers as they were written. */
export const sideWords = (says: string): string => ledgerWords.get(says)?.() ?? tagWords(says);

/** What a correction says is right: "Tessin Bau", "Organisation", "112". */
export const correctionSays = (correction: Correction): string =>
  sideWords(correctionWords(correction)) || t('Nobody named');

/** "Corrected: Tessin Bau", "Not a claim". */
export const correctedWords = ({ what, correction }: Pick<CorrectionGiven, 'what' | 'correction'>): string =>
  correction.aspect === 'rejected'
    ? t('Not a {0}', markWords(what).toLowerCase())
    : t('Corrected: {0}', shortened(correctionSays(correction)));

/** "https://example.org/report.pdf, p. 4: “112 were hurt”" */
export function evidenceWords({ source, locator, passage }: Evidence): string {
  const where = locator ? `${source}, ${locator}` : source;
  return passage ? t('{0}: “{1}”', where, shortened(passage, 200)) : where;
}

/** Who asserts a claim: a speaker's name, or the document itself. */
export function speakerWords(analysis: Analysis, { claim }: AnnotatedClaim): string {
  if (claim.source.type === 'document') return documentWords(analysis);
  return analysis.quotes[claim.source.quote]?.speaker?.name ?? t('Nobody named');
}

/** The document as the one who speaks: its agency where the head names it. */
export const documentWords = (analysis: Analysis): string => analysis.head.agency?.name ?? t('The document itself');

/** Why a document is or is not a seed, one cue in one sentence. */
export function cueWords(cue: SeedCue, text: string): string {
  const words = cue.span ? shortened(wordsOf(text, cue.span), 40) : '';
  switch (cue.type) {
    case 'date-head':
      return t('It begins with a date: “{0}”', words);
    case 'dateline':
      return t('It has a dateline: “{0}”', words);
    case 'agency':
      return t('It names a news agency: “{0}”', words);
    case 'byline':
      return t('It has a byline: “{0}”', words);
    case 'front-matter':
      return t('It has front matter');
    case 'seeds-folder':
      return t('It lies in a folder named “seeds”');
    case 'glob':
      return t('A pattern of the setting seedmark.seeds matches it');
    case 'prose':
      return t('It is written in sentences');
    case 'reported-speech':
      return t('It reports what people said');
    case 'transcript':
      return t('It is set as a transcript');
    case 'source-code':
      return t('It is source code');
    case 'log':
      return t('It is a log');
    case 'changelog':
      return t('It is a list of changes');
    case 'readme':
      return t('It is a README');
    case 'empty':
      return t('It holds no sentences');
  }
}

/** The words of a span in one line. */
export const lineOfWords = (text: string, span: Span): string => inOneLine(wordsOf(text, span));

/** What an editor marked: "Quote", "Person". */
export function markWords(kind: ItemKind, entityKind?: EntityKind): string {
  switch (kind) {
    case 'quote':
      return t('Quote');
    case 'figure':
      return t('Figure');
    case 'claim':
      return t('Claim');
    case 'name':
      return entityKind ? entityKindWords(entityKind) : t('Name');
  }
}
