// What reading a document yields. Derived, never stored: the same text and date always give the same analysis.
// All spans are UTF-16 offsets into `Analysis.text`.
import type { Head } from '../seed/head.ts';
import type { Span } from '../text/span.ts';

/** A day, month or year: "2022-01-07", "2022-01", "2022". */
export type IsoDate = string;

/** How far a result can be trusted: of a hundred like it at least 90, at least 75, or fewer are right. */
export type Confidence = 'high' | 'medium' | 'low';

/** What a rule went by; why.ts tells which results each one gives, and how its confidence was measured. */
export type Rule =
  // Quotes.
  | 'marks-and-verb'
  | 'marks-and-according-to'
  | 'marks-and-sign'
  | 'marks-alone'
  | 'part-in-marks'
  | 'part-in-marks-before'
  | 'label'
  | 'verb-that'
  | 'say-and-clause'
  | 'verb-and-clause'
  | 'verb-and-object'
  | 'according-to'
  // Names.
  | 'title'
  | 'several-forms'
  | 'name-list'
  | 'name-head'
  | 'capitals'
  // Figures.
  | 'number-and-unit'
  | 'number-and-noun'
  | 'number-words'
  | 'number-alone'
  // Dates.
  | 'whole-date'
  | 'date-by-document'
  | 'date-without-day'
  // Claims of the document itself.
  | 'own-figure'
  | 'own-date'
  | 'own-name';

/** Why a result stands: what found it, and how sure that is. `score`: the tagger's own, 0 to 1. */
export type Why =
  | { readonly by: 'rule'; readonly rule: Rule; readonly confidence: Confidence }
  | { readonly by: 'tagger'; readonly confidence: Confidence; readonly score?: number };

export type EntityKind = 'person' | 'organisation' | 'place' | 'nationality' | 'event';

export interface Mention extends Span {
  readonly form: 'name' | 'nominal' | 'pronoun';
}

/** One person, organisation, place, nationality or group, or event, with every mention of it in text order. */
export interface Entity {
  readonly kind: EntityKind;
  /** The fullest name the text gives: "Ilmar Sorv". */
  readonly name: string;
  readonly mentions: readonly Mention[];
  /** Who or what it is in the text's own words: "of the prosecutor general’s office". */
  readonly description?: Span;
  readonly why?: Why;
}

export interface DateMention extends Span {
  /** Absent where the text does not tell ("a few days later"). */
  readonly iso?: IsoDate;
  readonly why?: Why;
}

export type FigureKind = 'count' | 'money' | 'percent' | 'measure' | 'duration' | 'age';

export type Bound = 'exact' | 'about' | 'at-least' | 'more-than' | 'at-most' | 'less-than';

export type Amount =
  | { readonly type: 'exact'; readonly value: number; readonly bound: Bound }
  /** `change`: from `low` to `high`, as the text tells them, not between them; `low` may be the larger. */
  | { readonly type: 'range'; readonly low: number; readonly high: number; readonly change?: true }
  /** "dozens", "several hundred"; `low`, `high`: between which the words leave it. */
  | { readonly type: 'vague'; readonly low?: number; readonly high?: number };

/** A quantity as a reader understands it; its span covers modifier, number and unit or counted noun phrase. */
export interface Figure extends Span {
  readonly kind: FigureKind;
  /** The digits or words that give the number: "4.2 billion" of "US$4.2 billion". */
  readonly number: Span;
  readonly amount: Amount;
  /** English singular: "dollar", "percent", "kilometre", "year". */
  readonly unit?: string;
  /** The noun phrase that is counted, without the number, head noun last: "asylum seekers". */
  readonly counted?: Span;
  /** What happened to what is counted, in the text's words: "taken to hospitals". */
  readonly happened?: Span;
  /** Index into `Analysis.quotes`: the quote that gives it. */
  readonly quote?: number;
  /** Index into `Analysis.dates`: the date it holds for. */
  readonly date?: number;
  readonly why?: Why;
}

export interface Speaker {
  /** The fullest name the text gives, or the phrase for an unnamed source ("police"). */
  readonly name: string;
  /** The words that name the speaker beside the cue; absent for a quote without attribution of its own. */
  readonly mention?: Span;
  /** Index into `Analysis.entities`. */
  readonly entity?: number;
  /** Nobody whom a reader could ask: "officials", "a source familiar with the talks". "Police" and "the ministry" can be. */
  readonly unnamed?: true;
}

/** Reported speech or writing. */
export interface Quote {
  readonly type: 'direct' | 'mixed' | 'indirect';
  /** From the first part's start to the last part's end; of a direct quote with its quotation marks. */
  readonly content: Span;
  /** More than one where the attribution interrupts the quote or it runs over paragraphs. */
  readonly parts: readonly Span[];
  readonly cue?: Span;
  readonly speaker?: Speaker;
  /**
   * The way the statement took, where the text tells it: whoever is nearest to the fact first, the speaker among them.
   * "The ministry said, citing police": police, then the ministry. Each has its mention. Absent where one alone spoke.
   */
  readonly chain?: readonly Speaker[];
  readonly why?: Why;
}

/** How a claim is given: as a fact, as an allegation, as not so, as what is to come, or as what holds if something else does. */
export type Certainty = 'asserted' | 'alleged' | 'denied' | 'planned' | 'conditional';

/** A pronoun in a claim's words, and who it is: "he", Ilmar Sorv. */
export interface Reference extends Span {
  readonly name: string;
  /** Index into `Analysis.entities`. */
  readonly entity?: number;
}

/** One assertion that can be checked. */
export interface Claim {
  readonly span: Span;
  readonly parts: readonly Span[];
  /** Who asserts it: a quote's speaker (index into `Analysis.quotes`), or the document itself. */
  readonly source: { readonly type: 'quote'; readonly quote: number } | { readonly type: 'document' };
  readonly certainty: Certainty;
  /** Indices into `Analysis.figures` and `Analysis.entities`. */
  readonly figures: readonly number[];
  readonly entities: readonly number[];
  /** The pronouns of its parts that are surely somebody, in text order. Absent where there are none. See statement.ts. */
  readonly references?: readonly Reference[];
  readonly why?: Why;
}

export interface Analysis {
  readonly text: string;
  /** Not English prose, so that only quotation marks, dates and figures have been read. Absent for English. */
  readonly language?: 'other';
  readonly head: Head;
  /** The day the document is from, as handed in or as its head says. */
  readonly date?: IsoDate;
  readonly sentences: readonly Span[];
  readonly entities: readonly Entity[];
  readonly dates: readonly DateMention[];
  readonly figures: readonly Figure[];
  readonly quotes: readonly Quote[];
  readonly claims: readonly Claim[];
}
