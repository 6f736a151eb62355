// Where what was read of a document stands in it, also while it is edited: until it is read anew, offsets are carried along.
import * as vscode from 'vscode';
import { carried } from '../text/carried.ts';
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
  /** The document was edited after it was read. */
  readonly take: (change: vscode.TextDocumentContentChangeEvent) => void;
}

/** VS Code's text has the document's line ends, the one text has LF: lines and characters are the same in both. */
export function positionsIn(document: vscode.TextDocument, { text, toRaw, fromRaw }: OneText): Positions {
  const lines = lineIndexOf(text);
  const edits = carried();
  /** A byte order mark that VS Code has left in the text. */
  const skipped = toRaw(0);
  const inDocument = ({ start, end }: Span): Span => {
    const span = { start: toRaw(start), end: toRaw(end) };
    return edits.isEdited() ? edits.toNow(span) : span;
  };
  const position = (offset: number) => {
    if (edits.isEdited()) return document.positionAt(inDocument({ start: offset, end: offset }).start);
    const { line, character } = lines.positionAt(offset);
    return new vscode.Position(line, line === 0 ? character + skipped : character);
  };
  const offset = (place: vscode.Position) => {
    if (edits.isEdited()) return fromRaw(edits.toThen(document.offsetAt(place)));
    const { line, character } = place;
    return lines.offsetAt({ line, character: line === 0 ? Math.max(0, character - skipped) : character });
  };
  return {
    position,
    range: (span) => {
      if (!edits.isEdited()) return new vscode.Range(position(span.start), position(span.end));
      const { start, end } = inDocument(span);
      return new vscode.Range(document.positionAt(start), document.positionAt(end));
    },
    offset,
    span: (range) => ({ start: offset(range.start), end: offset(range.end) }),
    inDocument,
    take: ({ rangeOffset, rangeLength, text: written }) =>
      edits.take({ start: rangeOffset, end: rangeOffset + rangeLength }, written.length),
  };
}
