// Questions about a document, put into words.
import * as vscode from 'vscode';
import { othersOf, type Question, type QuestionKind } from '../analysis/questions/questions.ts';
import { wordsOf } from '../text/span.ts';
import { inOneLine, readerLanguage, shortened } from './wording.ts';

const { t } = vscode.l10n;

/** What is asked, in one sentence or two. */
export function questionWords(text: string, question: Question): string {
  const words = inOneLine(wordsOf(text, question));
  const others = othersOf(question).map((other) => inOneLine(wordsOf(text, other)));
  switch (question.kind) {
    case 'unattributed':
      return t('Who gives this figure? The document names no source for “{0}”.', words);
    case 'unnamedSource':
      return t('Who is this? Readers cannot tell who “{0}” is.', words);
    case 'openQuote':
      return t('Where does this quote end? Its closing mark is missing.');
    case 'parts':
      return question.exceeds
        ? t('The parts are more than the whole: {0} = {1}, not {2}.', others.join(' + '), plain(question.sum), words)
        : t('The parts do not make the whole: {0} = {1}, not {2}.', others.join(' + '), plain(question.sum), words);
    case 'percent':
      return others.length > 1
        ? t('{0} of {1} is {2} per cent, not {3}.', others[0] ?? '', others[1] ?? '', plain(question.is), words)
        : t('“{0}” is a change of {1} per cent, not {2}.', others[0] ?? '', plain(question.is), words);
    case 'weekday':
      return t('That day is a {0}: “{1}” cannot be right.', weekdayWords(question.weekday), words);
    case 'contradiction':
      return t('“{0}” here, “{1}” before: only one of them can be right.', words, shortened(others[0] ?? ''));
  }
}

/** What questions of a kind are about. */
export function questionKindWords(kind: QuestionKind): string {
  switch (kind) {
    case 'unattributed':
      return t('figures without a source');
    case 'unnamedSource':
      return t('sources without a name');
    case 'openQuote':
      return t('quotes never closed');
    case 'parts':
      return t('parts and their total');
    case 'percent':
      return t('per cent and its parts');
    case 'weekday':
      return t('weekdays and their dates');
    case 'contradiction':
      return t('figures that contradict each other');
  }
}

/** Where the other figures stand, for the list of problems. */
export const otherWords = (question: Question): string =>
  question.kind === 'parts'
    ? t('A part of it')
    : question.kind === 'percent'
      ? t('Compared with this')
      : t('The other figure');

const plain = (value: number): string =>
  new Intl.NumberFormat(readerLanguage(), {
    maximumFractionDigits: Math.abs(value) < 10 ? 2 : 1,
  }).format(value);

/** 4 January 1970 was a Sunday. */
const weekdayWords = (weekday: number): string =>
  new Intl.DateTimeFormat(readerLanguage(), {
    weekday: 'long',
    timeZone: 'UTC',
  }).format(new Date((3 + weekday) * 86_400_000));
