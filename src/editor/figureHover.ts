// What a figure says, in the order in which a checker asks: what it means and who gives it, where else the document
// speaks of the same, which arithmetic does not fit. State, proof and what can be done follow, as for every claim:
// claimHover.ts.
import * as vscode from 'vscode';
import { othersOf, type Question, questionsAbout } from '../analysis/questions/questions.ts';
import { placeOf, sameFigures } from '../analysis/reading.ts';
import type { Figure } from '../analysis/types.ts';
import type { SeedReading } from './documents.ts';
import { linkLines, type Page, page, sayWhy, speakerHere } from './hoverPage.ts';
import { questionsSoon } from './questions.ts';
import { questionWords } from './questionWording.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

const mostOthers = 4;

/** @param isOutdated whether nobody waits for it any more: in a long document the questions may take a moment. */
export async function figureHover(
  reading: SeedReading,
  figure: Figure,
  isOutdated: () => boolean,
): Promise<readonly vscode.MarkdownString[]> {
  const asked = (await questionsSoon(reading, isOutdated)) ?? [];
  return [
    readingPart(reading, figure),
    ...elsewherePart(reading, figure),
    ...questionsPart(reading, questionsAbout(asked, figure)),
  ];
}

/** "at least 112 people, killed, Khar, Tuesday; said by health officials" */
function readingPart(reading: SeedReading, figure: Figure): vscode.MarkdownString {
  const { analysis } = reading.annotated;
  const on = page();
  const place = placeOf(analysis, figure);
  const date = figure.date === undefined ? undefined : analysis.dates[figure.date];
  const day = date && wording.lineOfWords(analysis.text, date);
  const quote = figure.quote === undefined ? undefined : analysis.quotes[figure.quote];
  on.bold([wording.figureReading(analysis, figure), place, day].filter(Boolean).join(', '));
  if (quote) on.text(t('; said by {0}', speakerHere(reading, quote)));
  const told = [wording.figureKindWords(figure), ...(quote ? [wording.quoteKindWords(quote.type)] : [])];
  const known = date?.iso === undefined ? undefined : wording.dateWords(date.iso);
  if (day && known && known.toLowerCase() !== day.toLowerCase()) told.push(t('“{0}” is {1}', day, known));
  on.line(told.join(' · '));
  sayWhy(on, figure.why);
  return on.markdown;
}

function elsewherePart(reading: SeedReading, figure: Figure): readonly vscode.MarkdownString[] {
  const { analysis } = reading.annotated;
  const others = sameFigures(analysis, analysis.figures.indexOf(figure)).flatMap(
    (index) => analysis.figures[index] ?? [],
  );
  if (!others.length) return [];
  const on = page();
  on.text(t('Elsewhere in this document:'));
  for (const other of others.slice(0, mostOthers)) figureItem(on, reading, other);
  if (others.length > mostOthers) on.item(t('and {0} more', others.length - mostOthers));
  return [on.markdown];
}

/** "The parts do not make the whole: 12 + 4 = 16, not 17. (line 7, line 9)" */
function questionsPart(reading: SeedReading, questions: readonly Question[]): readonly vscode.MarkdownString[] {
  if (!questions.length) return [];
  const on = page();
  on.text(t('What does not fit:'));
  for (const question of questions) {
    on.item(questionWords(reading.annotated.analysis.text, question));
    linkLines(on, reading, [question, ...othersOf(question)]);
  }
  return [on.markdown];
}

/** "14 people, killed — Harbour Authority (line 7)" */
function figureItem(on: Page, reading: SeedReading, figure: Figure): void {
  const { analysis } = reading.annotated;
  const speaker = figure.quote === undefined ? undefined : analysis.quotes[figure.quote]?.speaker?.name;
  const words = wording.figureReading(analysis, figure);
  on.item(speaker ? `${words} — ${speaker}` : words);
  linkLines(on, reading, [figure]);
}
