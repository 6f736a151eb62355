import type { Head } from '../seed/head.ts';
import type { Span } from '../text/span.ts';
import type { Passage } from './passage.ts';
import type { DateMention, IsoDate } from './types.ts';

/** A date as its passage gives it, before the document's date is known. */
export interface DateFound extends Span {
  readonly todo: true;
}

/** Finds the dates of one passage: absolute, partial ("January 7"), weekdays and relative ones ("a few days later"). */
export function findDates(_passage: Passage): DateFound[] {
  return [];
}

/** Resolves a document's dates in text order against the day it is from. */
export function resolveDates(
  _found: readonly DateFound[],
  _head: Head,
  _reference: IsoDate | undefined,
): DateMention[] {
  return [];
}
