import { readFileSync } from 'node:fs';
import { analyze } from '../../../src/analysis/analyze.ts';
import { othersOf, type Question, type QuestionKind, questionsIn } from '../../../src/analysis/questions/questions.ts';
import { readModels } from '../../../src/model/models.ts';
import { wordsOf } from '../../../src/text/span.ts';

const models = readModels(readFileSync('src/model/weights.bin'));
const head = 'KELVANE, March 4, 2031 (Norda) - ';

/** The questions of one kind about a story that tells this: what each is asked about, with what it is held against. */
export const asked = (kind: QuestionKind, body: string): readonly (readonly string[])[] => {
  const text = head + body;
  return questionsOf(kind, text).map((question) =>
    [question, ...othersOf(question)].map((span) => wordsOf(text, span)),
  );
};

export const questionsOf = (kind: QuestionKind, text: string): readonly Question[] =>
  questionsIn(analyze(text, { models })).filter((question) => question.kind === kind);
