// Claims as comma-separated values (RFC 4180), for spreadsheets.
import type { AnnotatedDocument } from '../ledger/annotated.ts';
import { type ClaimRow, claimRows } from './claimRows.ts';

const columns: readonly (readonly [title: string, of: (row: ClaimRow) => string])[] = [
  ['Line', (row) => String(row.line)],
  ['Speaker', (row) => row.speaker],
  ['Words', (row) => row.words],
  ['Kind', (row) => row.kind],
  ['Certainty', (row) => row.certainty],
  ['Figures', (row) => row.figures.join('; ')],
  ['State', (row) => row.state],
  ['Tags', (row) => row.tags.join('; ')],
  ['Notes', (row) => row.notes.join('; ')],
  ['Words before the change', (row) => row.before],
  ['Unnamed source', (row) => (row.isUnnamed ? 'yes' : '')],
  ['From', (row) => row.chain.join('; ')],
  ['Statement', (row) => row.statement],
  ['Found by', (row) => row.why],
  ['Evidence', (row) => row.evidence.join('; ')],
  ['Reviewed by', (row) => row.reviews.join('; ')],
  ['Disagreement', (row) => row.disagreements.join('; ')],
];

/**
 * A field that a spreadsheet takes as text. One that begins like a formula (=, +, -, @, a tab or a line end, also after
 * spaces and in full-width form) gets an apostrophe before it, as the OWASP page on CSV injection asks.
 */
export function csvField(value: string): string {
  const guarded = /^ *[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n;']/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

const csvLine = (fields: readonly string[]): string => `${fields.map(csvField).join(',')}\r\n`;

/**
 * One row a claim, in text order, after a row of titles. Lines end in CRLF. It begins with a byte order mark, without
 * which Excel reads UTF-8 wrongly.
 */
export function claimsCsv(document: AnnotatedDocument): string {
  const rows = claimRows(document).map((row) => csvLine(columns.map(([, of]) => of(row))));
  return `\ufeff${csvLine(columns.map(([title]) => title))}${rows.join('')}`;
}
