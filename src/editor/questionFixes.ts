// What can be done about a question, as quick fixes beside those for every claim: the verdict that it calls for, a look at
// the other figure, that there is no claim, or no more such questions.
import * as vscode from 'vscode';
import { othersOf, type Question, type QuestionKind } from '../analysis/questions/questions.ts';
import type { AnnotatedClaim } from '../ledger/annotated.ts';
import { rejectItem, tagWords } from '../ledger/decide.ts';
import type { Span } from '../text/span.ts';
import { claimAt } from './atCursor.ts';
import { diagnosticSource } from './diagnostics.ts';
import type { Documents, SeedReading } from './documents.ts';
import type { Ledgers } from './ledgerStore.ts';
import { questionsOf } from './questions.ts';
import { questionKindWords } from './questionWording.ts';
import { revealCommand } from './reveal.ts';
import { setQuestionsOff } from './settings.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

/** Not in the manifest: quick fixes run them. */
const answerCommand = '_seedmark.answer';
const silenceCommand = '_seedmark.askNoMore';

type Answer = 'disputed' | 'needs-source' | 'no-claim';

export function registerQuestionFixes(documents: Documents, ledgers: Ledgers): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      { scheme: '*' },
      { provideCodeActions: (document, _range, { diagnostics }) => fixesFor(documents, document, diagnostics) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    vscode.commands.registerCommand(answerCommand, async (uri: string, span: Span, answer: Answer) => {
      const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
      if (!document) return;
      await documents.settled(document);
      const reading = documents.seed(document);
      if (reading) await give(ledgers, reading, span, answer);
    }),
    vscode.commands.registerCommand(silenceCommand, (kind: QuestionKind) => setQuestionsOff(kind)),
  );
}

function fixesFor(
  documents: Documents,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const reading = documents.seed(document);
  if (!reading) return [];
  return asked(reading, diagnostics).flatMap(({ question, diagnostic }) => fixes(reading, question, diagnostic));
}

/** The questions that diagnostics tell. */
function asked(reading: SeedReading, diagnostics: readonly vscode.Diagnostic[]) {
  const ours = diagnostics.filter(({ source }) => source === diagnosticSource);
  const questions = ours.length > 0 ? questionsOf(reading) : [];
  return ours.flatMap((diagnostic) => {
    const question = questions.find(
      (one) =>
        questionKindWords(one.kind) === diagnostic.code && reading.positions.range(one).isEqual(diagnostic.range),
    );
    return question ? [{ question, diagnostic }] : [];
  });
}

/** The verdicts on a claim that quick fixes offer as answers to what diagnostics ask. */
export const verdictsOffered = (
  reading: SeedReading,
  claim: AnnotatedClaim,
  diagnostics: readonly vscode.Diagnostic[],
): readonly string[] =>
  asked(reading, diagnostics).flatMap(({ question }) =>
    claimAt(reading.annotated, question.start)?.id === claim.id ? [verdictOn(question)] : [],
  );

const verdictOn = ({ kind }: Question): 'disputed' | 'needs-source' =>
  kind === 'unattributed' || kind === 'unnamedSource' ? 'needs-source' : 'disputed';

function fixes(reading: SeedReading, question: Question, diagnostic: vscode.Diagnostic): vscode.CodeAction[] {
  const uri = reading.document.uri.toString();
  const claim = claimAt(reading.annotated, question.start)?.claim;
  const { start, end } = claim?.span ?? question;
  const fix = (title: string, command: string, ...args: unknown[]): vscode.CodeAction => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = [diagnostic];
    action.command = { title, command, arguments: args };
    return action;
  };
  const answer = (title: string, what: Answer) => fix(title, answerCommand, uri, { start, end }, what);
  const called = verdictOn(question);
  const verdict = answer(t('Tag as “{0}”', wording.tagWords(called)), called);
  verdict.isPreferred = true;
  const [other] = othersOf(question);
  return [
    verdict,
    ...(other ? [fix(t('Go to the other figure'), revealCommand, uri, other.start, other.end)] : []),
    ...(claim ? [answer(t('This is not a claim'), 'no-claim')] : []),
    fix(t('Stop asking about {0}', questionKindWords(question.kind)), silenceCommand, question.kind),
  ];
}

function give(ledgers: Ledgers, reading: SeedReading, span: Span, answer: Answer): Promise<boolean> {
  if (answer === 'no-claim')
    return ledgers.decide(reading, t('Not a {0}', wording.markWords('claim').toLowerCase()), (read) => [
      rejectItem(read, { what: 'claim', span }, 'here'),
    ]);
  const words = wording.shortened(reading.annotated.analysis.text.slice(span.start, span.end));
  return ledgers.decide(reading, `${wording.tagWords(answer)}: ${words}`, (read, now) => [
    tagWords(read, now, span, answer),
  ]);
}
