// What part a name plays in its sentence, as far as the words beside it show.
import type { Span } from '../../text/span.ts';
import { COORDINATORS, DETERMINERS, looksFinite, PREPOSITIONS, SUBORDINATORS } from '../words.ts';
import { CUES } from './cues.ts';

/** `owner`: "Orel's house"; `object`: also behind a preposition, or within a clause that is reported; `pronoun`: a subject, "he". */
export type Role = 'subject' | 'object' | 'owner' | 'pronoun';

/** How many words before a name are looked at: titles and descriptions. */
const LONGEST_TITLE = 8;
const WORD = /[\p{L}\p{N}'’.-]/u;

/** The part that the name at `span` plays in the sentence that begins at `sentence`. */
export function roleOf(text: string, { start, end }: Span, sentence: number): Role {
  if (/^['’]s?(?!\p{L})/u.test(text.slice(end, end + 3))) return 'owner';
  let at = start;
  for (let words = 0; words < LONGEST_TITLE; words++) {
    while (at > sentence && (text[at - 1] === ' ' || text[at - 1] === '\n')) at--;
    if (at <= sentence || !WORD.test(text[at - 1]!)) break;
    let from = at;
    while (from > sentence && WORD.test(text[from - 1]!)) from--;
    const word = text.slice(from, at);
    const lower = word.toLowerCase();
    if (PREPOSITIONS.has(lower)) return 'object';
    if (/^(?:that|which|who|whom|whose|whether|if|how|why)$/.test(lower)) return 'object';
    if (COORDINATORS.has(lower) || SUBORDINATORS.has(lower)) break;
    // "…, said Orel."
    if (word === lower && CUES.has(lower)) return /^[.,;]/.test(text.slice(end, end + 1)) ? 'subject' : 'object';
    if (word === lower && (looksFinite(lower) || (lower.endsWith('ing') && lower.length > 5))) return 'object';
    at = from;
    if (DETERMINERS.has(lower)) words = Math.max(words, LONGEST_TITLE - 3);
  }
  return isBeforeVerb(text, end) ? 'subject' : 'object';
}

/** Whether a verb, a comma or a relative clause follows. */
function isBeforeVerb(text: string, end: number): boolean {
  const [, mark = '', word = ''] = /^\s*([,(—–]?)\s*([\p{L}'’]*)/u.exec(text.slice(end, end + 30)) ?? [];
  if (mark !== '') return true;
  const lower = word.toLowerCase();
  return looksFinite(lower) || CUES.has(lower) || lower === 'who' || lower === 'and' || /(?:[^s]s|ly)$/.test(lower);
}
