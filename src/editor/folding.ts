// Folding, and growing the selection, by quote, sentence and paragraph.
import * as vscode from 'vscode';
import { spansAround } from '../analysis/around.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import type { Documents, SeedReading } from './documents.ts';

export function registerFolding(documents: Documents): vscode.Disposable {
  const everywhere: vscode.DocumentSelector = { scheme: '*' };
  return vscode.Disposable.from(
    vscode.languages.registerFoldingRangeProvider(everywhere, {
      provideFoldingRanges: (document) => {
        const reading = documents.seed(document);
        return reading && foldsIn(reading);
      },
    }),
    vscode.languages.registerSelectionRangeProvider(everywhere, {
      provideSelectionRanges: (document, positions) => {
        const reading = documents.seed(document);
        return reading && positions.map((position) => rangesAround(reading, position));
      },
    }),
  );
}

/** The head, paragraphs and quotes that run over several lines; of those that begin on one line the longest. */
function foldsIn({ annotated: { analysis }, positions }: SeedReading): vscode.FoldingRange[] {
  const { head, quotes, text } = analysis;
  const ends = new Map<number, number>();
  for (const span of [head, ...splitParagraphs(text), ...quotes.map(({ content }) => content)]) {
    const { start, end } = positions.range(span);
    if (end.line > Math.max(start.line, ends.get(start.line) ?? 0)) ends.set(start.line, end.line);
  }
  return [...ends].map(([start, end]) => new vscode.FoldingRange(start, end));
}

/** The word, then each span around it, then the whole document. */
function rangesAround(
  { document, annotated, positions }: SeedReading,
  position: vscode.Position,
): vscode.SelectionRange {
  const lines = document.lineCount - 1;
  let around = new vscode.SelectionRange(new vscode.Range(0, 0, lines, document.lineAt(lines).text.length));
  const word = document.getWordRangeAtPosition(position);
  const spans = spansAround(annotated.analysis, positions.offset(position)).map((span) => positions.range(span));
  for (const range of [...spans.reverse(), word ?? new vscode.Range(position, position)])
    if (around.range.contains(range) && !around.range.isEqual(range)) around = new vscode.SelectionRange(range, around);
  return around;
}
