import * as vscode from 'vscode';
import { lineIndexOf } from '../text/lines.ts';
import type { OneText } from '../text/one.ts';
import type { Span } from '../text/span.ts';

/** Translates between offsets in the one text and VS Code's lines and characters. */
export interface Positions {
  readonly position: (offset: number) => vscode.Position;
  readonly range: (span: Span) => vscode.Range;
  readonly offset: (position: vscode.Position) => number;
  readonly span: (range: vscode.Range) => Span;
  /** The same span in what the document's own `offsetAt` and change events count. */
  readonly inDocument: (span: Span) => Span;
}

/** VS Code's text has the document's line ends, the one text has LF: lines and characters are the same in both. */
export function positionsIn({ text, toRaw }: OneText): Positions {
  const lines = lineIndexOf(text);
  /** A byte order mark that VS Code has left in the text. */
  const skipped = toRaw(0);
  const position = (offset: number) => {
    const { line, character } = lines.positionAt(offset);
    return new vscode.Position(line, line === 0 ? character + skipped : character);
  };
  const offset = ({ line, character }: vscode.Position) =>
    lines.offsetAt({ line, character: line === 0 ? Math.max(0, character - skipped) : character });
  return {
    position,
    range: ({ start, end }) => new vscode.Range(position(start), position(end)),
    offset,
    span: (range) => ({ start: offset(range.start), end: offset(range.end) }),
    inDocument: ({ start, end }) => ({ start: toRaw(start), end: toRaw(end) }),
  };
}
