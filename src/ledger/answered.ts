// Which questions about a document editors have already answered by what they decided.
import type { Question } from '../analysis/questions/questions.ts';
import { overlaps } from '../text/span.ts';
import type { AnnotatedClaim } from './annotated.ts';
import { isVerdict } from './tags.ts';

/** What has been said of a claim as it stands: a verdict, a note, evidence. */
const isAnswered = ({ change, tags, notes, evidence }: AnnotatedClaim): boolean =>
  change === undefined && (notes.length > 0 || evidence.length > 0 || tags.some(({ tag }) => isVerdict(tag)));

/** The questions about claims that nobody has said anything about yet, or not since their words changed. */
export function unanswered(questions: readonly Question[], claims: readonly AnnotatedClaim[]): readonly Question[] {
  const answered = claims.filter(isAnswered);
  return questions.filter(
    (question) => !answered.some(({ claim }) => claim.parts.some((part) => overlaps(part, question))),
  );
}
