// What can be done about a question, as quick fixes: say what is known of the claim, look at the other figure, say that
// there is no claim, or ask no more of the kind.
import * as vscode from 'vscode';
import { othersOf, type Question, type QuestionKind } from '../analysis/questions/questions.ts';
import { claimOf, noteClaim, rejectItem, tagWords } from '../ledger/decide.ts';
import type { Span } from '../text/span.ts';
import { claimAt } from './atCursor.ts';
import { diagnosticSource } from './diagnostics.ts';
import type { Documents, SeedReading } from './documents.ts';
import type { Ledgers } from './ledgerStore.ts';
import { questionsOf } from './questions.ts';
import { revealCommand } from './reveal.ts';
import { setQuestionsOff } from './settings.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

/** Not in the manifest: quick fixes run them. */
const answerCommand = '_seedmark.answer';
const silenceCommand = '_seedmark.askNoMore';

/** What a quick fix says of the words in question. */
type Answer =
  | { readonly type: 'tag'; readonly tag: 'disputed' | 'needs-source' }
  | { readonly type: 'note' }
  | { readonly type: 'noClaim' };

export function registerQuestionFixes(documents: Documents, ledgers: Ledgers): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      { scheme: '*' },
      { provideCodeActions: (document, _range, { diagnostics }) => fixesFor(documents, document, diagnostics) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    vscode.commands.registerCommand(answerCommand, (uri: string, span: Span, answer: Answer) =>
      give(documents, ledgers, uri, span, answer),
    ),
    vscode.commands.registerCommand(silenceCommand, (kind: QuestionKind) => setQuestionsOff(kind)),
  );
}

function fixesFor(
  documents: Documents,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const ours = diagnostics.filter(({ source }) => source === diagnosticSource);
  const reading = ours.length > 0 ? documents.seed(document) : undefined;
  if (!reading) return [];
  const questions = questionsOf(reading);
  return ours.flatMap((diagnostic) => {
    const question = questions.find(
      (one) => one.kind === diagnostic.code && reading.positions.range(one).isEqual(diagnostic.range),
    );
    return question ? fixes(reading, question, diagnostic) : [];
  });
}

function fixes(reading: SeedReading, question: Question, diagnostic: vscode.Diagnostic): vscode.CodeAction[] {
  const { document, annotated } = reading;
  const claim = claimAt(annotated, question.start)?.claim;
  const { start, end } = claim?.span ?? question;
  const fix = (title: string, command: string, ...args: unknown[]): vscode.CodeAction => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = [diagnostic];
    action.command = { title, command, arguments: args };
    return action;
  };
  const answer = (title: string, what: Answer) =>
    fix(title, answerCommand, document.uri.toString(), { start, end }, what);
  const tag = (name: 'disputed' | 'needs-source') =>
    answer(t('Tag the claim: {0}', wording.tagWords(name)), { type: 'tag', tag: name });
  const needsSource = question.kind === 'unattributed' || question.kind === 'unnamedSource';
  const verdicts = (
    needsSource ? (['needs-source', 'disputed'] as const) : (['disputed', 'needs-source'] as const)
  ).map(tag);
  verdicts[0]!.isPreferred = true;
  const [other] = othersOf(question);
  return [
    ...(other
      ? [fix(t('Go to the other figure'), revealCommand, document.uri.toString(), other.start, other.end)]
      : []),
    ...verdicts,
    answer(t('Write a note…'), { type: 'note' }),
    ...(claim ? [answer(t('This is not a claim'), { type: 'noClaim' })] : []),
    fix(t('Ask no more questions of this kind'), silenceCommand, question.kind),
  ];
}

async function give(documents: Documents, ledgers: Ledgers, uri: string, span: Span, answer: Answer): Promise<void> {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
  if (!document) return;
  await documents.settled(document);
  const reading = documents.seed(document);
  if (!reading) return;
  const words = wording.shortened(reading.annotated.analysis.text.slice(span.start, span.end));
  switch (answer.type) {
    case 'tag':
      await ledgers.decide(reading, `${wording.tagWords(answer.tag)}: ${words}`, (read, now) => [
        tagWords(read, now, span, answer.tag),
      ]);
      return;
    case 'noClaim':
      await ledgers.decide(reading, t('Not a {0}', wording.markWords('claim').toLowerCase()), (read) => [
        rejectItem(read, { what: 'claim', span }, 'here'),
      ]);
      return;
    case 'note': {
      const note = (await vscode.window.showInputBox({ title: t('Note on this claim'), prompt: words }))?.trim();
      if (note)
        await ledgers.decide(reading, t('Note: {0}', wording.shortened(note)), (read, { analysis, claims }) => [
          noteClaim(read, analysis, claimOf(analysis, claims, span), note),
        ]);
    }
  }
}
