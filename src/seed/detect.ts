import { type Span, wordsOf } from '../text/span.ts';
import { isKnownAgency } from './agencies.ts';
import { type Head, readHead } from './head.ts';
import { lookOf } from './look.ts';
import { kindOfPath } from './paths.ts';

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

/** A document is a seed from this score on. */
export const SEED_THRESHOLD = 5;

/** Only so much of a text is read, in UTF-16 code units. */
const READ = 20_000;

/** Outweighs every cue of the text together, and the person's own glob outweighs it. */
const NEVER = -100;
const ALWAYS = 300;

function headCues(text: string, head: Head): SeedCue[] {
  const cues: SeedCue[] = [];
  const { date, place, agency, byline, frontMatter } = head;
  const isDateHead = date !== undefined && /^date:?\s/i.test(text.slice(head.start, date.start + 1)) && !frontMatter;
  if (isDateHead) cues.push({ type: 'date-head', weight: 5, span: { start: head.start, end: date.end } });
  else if (date && !frontMatter && !place) cues.push({ type: 'date-head', weight: 3, span: date });
  if (frontMatter) {
    const tellsSource = date !== undefined && (agency !== undefined || byline !== undefined);
    cues.push({ type: 'front-matter', weight: tellsSource ? 4 : 1, span: frontMatter });
  } else if (place) {
    const isWhole = agency !== undefined || date !== undefined;
    cues.push({ type: 'dateline', weight: isWhole ? 4 : 3, span: place });
  }
  if (agency) cues.push({ type: 'agency', weight: isKnownAgency(wordsOf(text, agency)) ? 3 : 2, span: agency });
  if (byline) cues.push({ type: 'byline', weight: 2, span: byline });
  return cues;
}

function pathCues(place: SeedPlace): SeedCue[] {
  const cues: SeedCue[] = [];
  const kind = kindOfPath(place.path, place.languageId);
  if (kind) cues.push({ type: kind, weight: NEVER });
  if (/(?:^|\/)seeds\/[^/]/i.test(place.path)) cues.push({ type: 'seeds-folder', weight: 4 });
  if (place.matchesGlob) cues.push({ type: 'glob', weight: ALWAYS });
  return cues;
}

function textCues(text: string): SeedCue[] {
  const head = readHead(text);
  const look = lookOf(text, head.end);
  const cues: SeedCue[] = look.kind ? [{ type: look.kind, weight: NEVER }] : headCues(text, head);
  if (look.isProse) cues.push({ type: 'prose', weight: 1 });
  if (look.isProse && look.reported) cues.push({ type: 'reported-speech', weight: 1, span: look.reported });
  if (look.turn) cues.push({ type: 'transcript', weight: head.date || head.byline ? 4 : 3, span: look.turn });
  return cues;
}

/**
 * Is this a source document, and why? A head that only a source has (date, dateline, agency, byline) makes one; so does
 * prose in a `seeds/` folder. Source code, data, logs, changelogs and READMEs are none by path, language or look, wherever
 * they lie; only a glob of the person's own settings overrules that, even for code. Ordinary prose without a head is none.
 * Reads at most the first 20,000 UTF-16 code units.
 */
export function detectSeed(text: string, place: SeedPlace): SeedVerdict {
  const read = text.slice(0, READ);
  const cues: SeedCue[] = /\S/.test(read)
    ? [...pathCues(place), ...textCues(read)]
    : [{ type: 'empty', weight: NEVER }];
  const score = cues.reduce((sum, cue) => sum + cue.weight, 0);
  return { isSeed: score >= SEED_THRESHOLD, score, cues };
}
