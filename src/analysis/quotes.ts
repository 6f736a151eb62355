import type { Span } from '../text/span.ts';
import type { NameFound } from './names.ts';
import type { Passage } from './passage.ts';
import type { Quote } from './types.ts';

/** Reported speech as one passage shows it; the speaker is a mention, not yet a name. */
export interface QuoteFound {
  readonly type: Quote['type'];
  readonly content: Span;
  readonly parts: readonly Span[];
  readonly cue?: Span;
  readonly speaker?: Span;
  /** The passage ends inside its quotation marks: the next paragraph may continue it. */
  readonly open: boolean;
}

/** Finds direct, mixed and indirect quotes in one passage, each with its cue and speaker mention. */
export function findQuotes(_passage: Passage, _names: readonly NameFound[]): QuoteFound[] {
  return [];
}
