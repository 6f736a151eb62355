// What reading a document yields. Derived, never stored: the same text and date always give the same analysis.
// All spans are UTF-16 offsets into `Analysis.text`.
import type { Head } from '../seed/head.ts';
import type { Span } from '../text/span.ts';

/** A day, month or year: "2022-01-07", "2022-01", "2022". */
export type IsoDate = string;

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
}

export interface DateMention extends Span {
  /** Absent where the text does not tell ("a few days later"). */
  readonly iso?: IsoDate;
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
}

export interface Speaker {
  /** The fullest name the text gives, or the phrase for an unnamed source ("police"). */
  readonly name: string;
  /** The words that name the speaker beside the cue; absent for a quote without attribution of its own. */
  readonly mention?: Span;
  /** Index into `Analysis.entities`. */
  readonly entity?: number;
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
}

export type Certainty = 'said' | 'alleged' | 'denied' | 'planned';

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
}

export interface Analysis {
  readonly text: string;
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
