// Questions about the seeds that are open, as diagnostics of information level.
import * as vscode from 'vscode';
import { othersOf, type Question } from '../analysis/questions/questions.ts';
import type { Documents, SeedReading } from './documents.ts';
import { questionsSoon } from './questions.ts';
import { otherWords, questionKindWords, questionWords } from './questionWording.ts';

export const diagnosticSource = 'Seedmark';

/** Where a document's questions show. */
export const askedIn = ({ uri }: vscode.TextDocument): readonly vscode.Range[] =>
  vscode.languages.getDiagnostics(uri).flatMap(({ source, range }) => (source === diagnosticSource ? [range] : []));

export function registerDiagnostics(documents: Documents): vscode.Disposable {
  const shown = vscode.languages.createDiagnosticCollection('seedmark');
  const rounds = new WeakMap<vscode.TextDocument, number>();

  async function show(document: vscode.TextDocument): Promise<void> {
    const round = (rounds.get(document) ?? 0) + 1;
    rounds.set(document, round);
    const reading = document.isClosed ? undefined : documents.seed(document);
    if (!reading) {
      shown.delete(document.uri);
      return;
    }
    const questions = await questionsSoon(reading, () => rounds.get(document) !== round);
    if (questions)
      shown.set(
        document.uri,
        questions.map((question) => diagnosticOf(reading, question)),
      );
  }

  function showAll(): void {
    for (const document of vscode.workspace.textDocuments) if (shown.has(document.uri)) void show(document);
  }

  return vscode.Disposable.from(
    shown,
    documents.onDidChange((document) => void show(document)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('seedmark.questions')) showAll();
    }),
  );
}

function diagnosticOf({ document, annotated, positions }: SeedReading, question: Question): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    positions.range(question),
    questionWords(annotated.analysis.text, question),
    vscode.DiagnosticSeverity.Information,
  );
  diagnostic.source = diagnosticSource;
  diagnostic.code = questionKindWords(question.kind);
  diagnostic.relatedInformation = othersOf(question).map(
    (other) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(document.uri, positions.range(other)),
        otherWords(question),
      ),
  );
  return diagnostic;
}
