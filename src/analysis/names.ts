import type { Span } from '../text/span.ts';
import type { Passage } from './passage.ts';
import type { EntityKind } from './types.ts';

/** A name (or event noun) as its own passage shows it; the document decides in the end. */
export interface NameFound extends Span {
  readonly kind: EntityKind;
}

/** Finds names of people, organisations, places and nationalities, and event nouns, in one passage. `skip`: spans that are dates. */
export function findNames(_passage: Passage, _skip: readonly Span[]): NameFound[] {
  return [];
}
