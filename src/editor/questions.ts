// The questions about the open documents that nobody has answered yet, of the kinds that are switched on.
import { inTextOrder, type Question, questionFinders, questionsIn } from '../analysis/questions/questions.ts';
import type { Analysis } from '../analysis/types.ts';
import { unanswered } from '../ledger/answered.ts';
import type { SeedReading } from './documents.ts';
import { questionsOn } from './settings.ts';

/** More of one document are noise. */
const most = 200;

const known = new WeakMap<Analysis, readonly Question[]>();

/** What is asked about a document as it stands. */
export function questionsOf(reading: SeedReading): readonly Question[] {
  const { analysis } = reading.annotated;
  const questions = known.get(analysis) ?? questionsIn(analysis);
  known.set(analysis, questions);
  return asked(reading, questions);
}

/** The same, found kind by kind with a pause between: nothing waits for a long document. Undefined where it is outdated. */
export async function questionsSoon(
  reading: SeedReading,
  isOutdated: () => boolean,
): Promise<readonly Question[] | undefined> {
  const { analysis } = reading.annotated;
  if (known.has(analysis) || analysis.language === 'other') return questionsOf(reading);
  const found: Question[] = [];
  for (const find of questionFinders) {
    await new Promise((resolve) => setTimeout(resolve));
    if (isOutdated()) return undefined;
    found.push(...find(analysis));
  }
  known.set(analysis, inTextOrder(found));
  return questionsOf(reading);
}

function asked({ document, annotated }: SeedReading, questions: readonly Question[]): readonly Question[] {
  const on = questionsOn(document.uri);
  return unanswered(
    questions.filter(({ kind }) => on.has(kind)),
    annotated.claims,
  ).slice(0, most);
}
