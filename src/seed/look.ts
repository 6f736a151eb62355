import type { Span } from '../text/span.ts';
import type { NotSeedKind } from './paths.ts';

/** What a text looks like, line by line, whatever its name. */
export interface Look {
  readonly kind?: NotSeedKind;
  /** Most of it is sentences. */
  readonly isProse: boolean;
  /** The first words that report what somebody said. */
  readonly reported?: Span;
  /** The label of the second turn of an interview: one turn alone may be anything. */
  readonly turn?: Span;
}

const LOG =
  /^(?:\[?\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}|\[?\d{2}:\d{2}:\d{2}|<?\d{0,3}>?[A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2}|\d{1,3}(?:\.\d{1,3}){3} |\[?(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)\b|[IWEF]\d{4} \d{2}:)/;
const TRACE =
  /^(?:at [\w$.<>[\] ]+ ?\(|at .{1,200}:\d+(?::\d+)?\)?$|File ".{1,200}", line \d+|Traceback \(most recent|Caused by: |Exception in thread)/;
const DIFF = /^(?:diff --git |@@ -\d|index [0-9a-f]{7,}|\+\+\+ [ab]\/|--- [ab]\/)/;
const CODE =
  /(?:[;{}]$|^[})\]]+[;,]?$|^[A-Z_a-z][\w.]*\(.*\);?$|^(?:import|export|const|let|var|function|return|if|else|for|while|def|class|from|package|using|public|private|static|#include|#define|#!|fn|pub|use|mod|type|interface|struct|enum|void|int|select|insert|update|create|alter|drop|from|where|join|begin|end)\b[^.]*(?:[:;={(),]|=>)|^\/\/|^\/\*|^\*\/|^<[/!?]?[a-zA-Z][^>]*>|^\\[a-z]+(?:\{|\[|$)|^[\w.-]+\s*(?:=|:=|\+=)\s*\S|^%|^["'][\w.-]+["']\s*:|^[{[]$|^\$\(|^\t?@?\$?\(?[a-z]+ -{1,2}[a-z])/;
const SETTING = /^(?:- )?["']?[\w.$/-]+["']?\s*[:=](?:\s*$|\s*["'[{\w\d.$/-])/;
const VERSION = /^(?:#{1,4}\s*)?(?:\[?v?\d+\.\d+(?:\.\d+)?[\w.-]*\]?|unreleased|\[unreleased\])(?:[\s(:/—-].*)?$/i;
const SENTENCE = /[\p{Ll}\d%)][.!?…]["'”’»)\]*_]*(?:\s|$)|,["”’]\s/u;
const REPORTED =
  /\b(?:said|says|told|according to|added|stressed|announced|denied|reported|reportedly|stated|warned|confirmed|revealed|declared|testified|in a statement|in (?:his|her|their) words|asked)\b/i;
const TURN =
  /^[*_]{0,2}(?:(?:Q|A|Question|Answer)[.:]|\p{Lu}[\p{Lu}.'’ -]{1,30}:|\p{Lu}\p{Ll}+(?: \p{Lu}[\p{Ll}.]+){0,2}:)[*_]{0,2}\s+["“‘]?\p{Lu}/u;
const RELATED = /^(?:From|To|Cc|Subject|Sent|Date|Reply-To|Message-ID|Received)$/i;

/** A line longer than this is judged by its beginning. */
const LONGEST = 2000;

interface Tally {
  lines: number;
  characters: number;
  prose: number;
  code: number;
  settings: number;
  tabular: number;
  log: number;
  versions: number;
  headings: number;
  fenced: boolean;
}

const separators = (line: string): number => line.split(/[,;\t|]/).length - 1;

/** Judges a text from its lines; the head's lines, up to `bodyStart`, are left out. Linear in the text's length. */
export function lookOf(text: string, bodyStart: number): Look {
  const tally: Tally = {
    lines: 0,
    characters: 0,
    prose: 0,
    code: 0,
    settings: 0,
    tabular: 0,
    log: 0,
    versions: 0,
    headings: 0,
    fenced: false,
  };
  let reported: Span | undefined;
  const turns: Span[] = [];
  const speakers = new Map<string, number>();
  let hasMailHead = false;
  let lastSeparators = 0;
  for (let from = bodyStart; from < text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    const raw = text.slice(from, Math.min(to, from + LONGEST));
    const line = raw.trim();
    const start = from + (raw.length - raw.trimStart().length);
    from = to + 1;
    if (line === '') continue;
    tally.lines++;
    tally.characters += line.length;
    const isSentence = SENTENCE.test(line) && / \p{Ll}+ /u.test(line);
    const count = separators(line);
    if (line.startsWith('```')) tally.fenced = true;
    if (LOG.test(line) || TRACE.test(line)) tally.log++;
    else if (DIFF.test(line)) tally.code += 3;
    else if (VERSION.test(line)) tally.versions++;
    else if (CODE.test(line)) tally.code++;
    else if (isSentence) tally.prose += line.length;
    else if (count >= 2 && count === lastSeparators && !/, /.test(line)) tally.tabular++;
    else if (SETTING.test(line) && !TURN.test(line)) tally.settings++;
    if (/^#{1,6} /.test(line)) tally.headings++;
    lastSeparators = count;
    if (isSentence) {
      const words = reported ? null : REPORTED.exec(line);
      if (words) reported = { start: start + words.index, end: start + words.index + words[0].length };
    }
    const label = TURN.exec(line)?.[0];
    const colon = label?.search(/[:.]/) ?? -1;
    if (label !== undefined && colon > 0) {
      const name = label.slice(0, colon);
      if (RELATED.test(name)) hasMailHead = true;
      else {
        speakers.set(name, (speakers.get(name) ?? 0) + 1);
        turns.push({ start, end: start + colon });
      }
    }
  }
  const often = [...speakers.values()].filter((count) => count > 1).length;
  const isTalk =
    !hasMailHead && turns.length >= 4 && often >= 1 && speakers.size >= 2 && turns.length * 4 >= tally.lines;
  const kind = kindOf(tally);
  return {
    ...(kind && { kind }),
    isProse: !hasMailHead && tally.prose * 2 >= tally.characters && tally.characters > 0,
    ...(reported && { reported }),
    ...(isTalk && { turn: turns[1]! }),
  };
}

function kindOf(tally: Tally): NotSeedKind | undefined {
  const { lines, code, settings, tabular, log, versions } = tally;
  if (lines === 0) return undefined;
  if (log * 3 >= lines) return 'log';
  if (versions >= 2 && versions * 12 >= lines) return 'changelog';
  if ((code + tabular) * 4 >= lines && code + tabular >= 2) return 'source-code';
  if (settings + code >= 2 && (settings + code) * 2 >= lines) return 'source-code';
  return tally.fenced && tally.headings > 0 ? 'readme' : undefined;
}
