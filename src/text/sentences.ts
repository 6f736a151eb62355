import { abbreviationUse } from './abbreviations.ts';
import { readDateline } from './dateline.ts';
import { monthNumber } from './months.ts';
import type { Span } from './span.ts';
import { isCapital, type Token } from './tokens.ts';

/** A sentence's span, edge white space left out, and its tokens: `tokens.slice(first, last)`. */
export interface Sentence extends Span {
  readonly first: number;
  readonly last: number;
}

const OPENERS = new Set(['“', '‘', '«', '„', '‹', '(', '[', '{', '``']);
const CLOSERS = new Set(['”', '’', '»', '›', ')', ']', '}']);
const STRAIGHT = new Set(['"', "'", "''"]);

/** Words that begin a sentence far more often than they go on after an abbreviation. */
const STARTERS = new Set(
  (
    'the a an in on at he she it they we you but and or so yet this that these those his her their its our my there here ' +
    'according as after before while when where if for from by to with without under over since until some many most ' +
    'several no not nor none however meanwhile although though earlier later last also both all another other each every ' +
    'officials authorities police what who why how which is was were are has have had did does do'
  ).split(' '),
);
const ASKED = new Set(
  'asked said says adds added wrote writes cried shouted replied told exclaimed answered asks'.split(' '),
);
/** As above where nothing but their subject stands before them and nothing behind: "Reik laughed." */
const VOICED = new Set(
  (
    'laughed sighed snapped joked barked yelled screamed whispered muttered chuckled smiled grinned shrugged quipped ' +
    'retorted insisted demanded wondered continued declared warned protested roared thundered'
  ).split(' '),
);
const TIME_ZONES = new Set(
  'gmt utc est edt cst cdt mst mdt pst pdt cet cest bst eet eastern central mountain pacific local'.split(' '),
);

const isStop = (token: Token): boolean =>
  token.kind === 'mark' && (token.text.startsWith('.') || token.text === '…' || token.text === '。');
const isLoud = (token: Token): boolean => token.kind === 'mark' && (token.text === '?' || token.text === '!');
const isEllipsis = (token: Token): boolean =>
  token.text === '…' || (token.text.startsWith('..') && token.kind === 'mark');
const isOpener = (token: Token): boolean =>
  token.kind === 'mark' && (OPENERS.has(token.text) || (STRAIGHT.has(token.text) && token.spaced));
const isDash = (token: Token): boolean => token.kind === 'mark' && /^[-–—]/.test(token.text);
const isSmall = (token: Token): boolean => /^\p{Ll}/u.test(token.text) && token.lower === token.text;

/** A closing quotation mark or bracket; a straight one closes where it clings to what stands before it. The last mark of a paragraph opens nothing. */
const isCloser = (token: Token, open: boolean, next: Token | undefined): boolean =>
  token.kind === 'mark' &&
  (CLOSERS.has(token.text) ||
    (STRAIGHT.has(token.text) && (!token.spaced || (open && next?.spaced === true))) ||
    (next === undefined && isOpener(token)));

/** May the full stop of an abbreviation or of initials end the sentence before `next`? */
function abbreviationEnds(word: Token, next: Token, isFirst: boolean): boolean {
  const letters = word.text.slice(0, -1);
  if (isFirst && letters.length === 1) return false;
  if (next.kind !== 'word' || !isCapital(next)) return false;
  if (word.lower === 'a.m.' || word.lower === 'p.m.') {
    const saysWhen = TIME_ZONES.has(next.lower) || next.lower.endsWith('day') || monthNumber(next.lower) !== undefined;
    return !saysWhen;
  }
  const use = abbreviationUse(letters);
  if (use === 'name' || use === 'number') return false;
  return use === 'end' || STARTERS.has(next.lower);
}

/** Does a reporting verb follow within a few words, as in ‘"Why?" Marta Orel asked’? */
function isAsked(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + 4 && tokens[at]?.kind === 'word'; at++) {
    const { lower } = tokens[at]!;
    if (ASKED.has(lower) || (VOICED.has(lower) && at > from && /^[.,;:]?$/.test(tokens[at + 1]?.text ?? '')))
      return true;
  }
  return false;
}

/** Does a sentence end before `tokens[next]`, behind the end mark or abbreviation `tokens[end]`? */
function endsBefore(tokens: readonly Token[], first: number, end: number, next: number): boolean {
  const mark = tokens[end]!;
  const token = tokens[next]!;
  const closed = next > end + 1;
  let at = next;
  while (at < tokens.length - 1 && (isOpener(tokens[at]!) || isDash(tokens[at]!))) at++;
  const word = tokens[at]!;
  if (mark.kind === 'word') {
    if (!token.spaced) return false;
    return abbreviationEnds(mark, word, end === first) || (closed && isCapital(word));
  }
  if (
    !token.spaced &&
    !(isCapital(token) && end > first && isSmall(tokens[end - 1]!)) &&
    !(isOpener(token) && isCapital(word))
  ) {
    return false;
  }
  // "1." before a list item.
  if (end === first + 1 && tokens[first]!.kind === 'number' && tokens[first]!.text.length <= 3) return false;
  if (token.kind === 'mark' && !isOpener(token) && !isDash(token)) return false;
  if (isEllipsis(mark))
    return end > first && !(word.lower === 'i' && !closed) && (isCapital(word) || (closed && isOpener(token)));
  if (isSmall(word)) return isOpener(token) && !isDash(token) && token.text !== '(' && token.text !== '[';
  return !(closed && isLoud(mark) && isAsked(tokens, next));
}

/**
 * Cuts one paragraph's tokens into sentences. A closing quotation mark belongs to the sentence it closes; a quote of
 * several sentences is cut at their ends. A dateline at the paragraph's start is a sentence of its own.
 */
export function splitSentences(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let first = readDateline(tokens)?.next ?? 0;
  const push = (from: number, to: number): void => {
    if (to > from) sentences.push({ start: tokens[from]!.start, end: tokens[to - 1]!.end, first: from, last: to });
  };
  push(0, first);
  let open = false;
  for (let at = first; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.text === '"') open = !open;
    const stopsWord = token.kind === 'word' && token.text.endsWith('.');
    if (!stopsWord && !isStop(token) && !isLoud(token)) continue;
    let end = at;
    while (end + 1 < tokens.length && (isStop(tokens[end + 1]!) || isLoud(tokens[end + 1]!))) end++;
    let next = end + 1;
    while (next < tokens.length && isCloser(tokens[next]!, open, tokens[next + 1])) {
      if (tokens[next]!.text === '"') open = false;
      next++;
    }
    if (next < tokens.length && endsBefore(tokens, first, end, next)) {
      push(first, next);
      first = next;
    }
    at = next - 1;
  }
  push(first, tokens.length);
  return sentences;
}
