import type { Span } from '../text/span.ts';

/** One reason for or against taking a document as a seed. `weight` is added to the score; `span` shows it in the text. */
export interface SeedCue {
  readonly type:
    | 'date-head'
    | 'dateline'
    | 'agency'
    | 'byline'
    | 'front-matter'
    | 'seeds-folder'
    | 'glob'
    | 'prose'
    | 'reported-speech'
    | 'transcript'
    | 'source-code'
    | 'log'
    | 'changelog'
    | 'readme'
    | 'empty';
  readonly weight: number;
  readonly span?: Span;
}

export interface SeedVerdict {
  readonly isSeed: boolean;
  readonly score: number;
  readonly cues: readonly SeedCue[];
}

/** What is known of a document beside its text. */
export interface SeedPlace {
  /** The path inside the workspace, with "/" between folders. */
  readonly path: string;
  /** One of the globs in the settings matches it. */
  readonly matchesGlob?: boolean;
  readonly languageId?: string;
}

/** Is this a source document, and why? Reads at most the first 20,000 characters. */
export function detectSeed(_text: string, _place: SeedPlace): SeedVerdict {
  return { isSeed: false, score: 0, cues: [] };
}
