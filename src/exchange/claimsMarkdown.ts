// Claims as a readable report in Markdown, grouped by speaker.
import type { AnnotatedDocument, LostMark } from '../ledger/annotated.ts';
import { type ClaimRow, claimRows, signed } from './claimRows.ts';

/**
 * Text that Markdown shows as it is, on one line: every ASCII punctuation mark that can begin markup is escaped
 * (CommonMark 2.4), line ends become spaces, control characters are left out.
 */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(/[\\`*_{}[\]()<>#+\-.!|~&:@$^=]/g, '\\$&')
    .trim();
}

const cell = (parts: readonly string[]): string => parts.map(markdownText).join('<br>');

function tableRow(row: ClaimRow): string {
  const words = [
    row.statement,
    ...(row.chain.length > 0 ? [`From: ${row.chain.join('; ')}`] : row.isUnnamed ? ['Source not named'] : []),
    ...(row.before === '' ? [] : [`Before: ${row.before}`]),
  ];
  const cells = [
    [String(row.line)],
    words,
    [row.kind, row.certainty],
    row.figures,
    [row.state, ...row.tags, ...row.reviews.map((review) => `reviewed (${review})`), ...row.disagreements],
    [...row.notes, ...row.evidence.map((evidence) => `Evidence: ${evidence}`)],
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

function lostLine(lost: LostMark): string {
  return `- ${markdownText(`${lost.exact} (${lost.what.type}: ${lost.what.text}; ${signed(lost)})`)}`;
}

/**
 * A report: a heading, a line of counts, one table a speaker in the order in which they first speak, then what was
 * decided about words that are gone.
 * @param title what the report is about, for example the document's file name.
 */
export function claimsMarkdown(document: AnnotatedDocument, title: string): string {
  const rows = claimRows(document);
  const speakers = new Map<string, ClaimRow[]>();
  for (const row of rows) {
    const said = speakers.get(row.speaker);
    if (said) said.push(row);
    else speakers.set(row.speaker, [row]);
  }
  const tables = [...speakers].map(([speaker, said]) =>
    [
      `## ${markdownText(speaker)}`,
      '',
      '| Line | Words | Kind | Figures | State | Notes |',
      '|---|---|---|---|---|---|',
      ...said.map(tableRow),
    ].join('\n'),
  );
  const lost =
    document.lost.length > 0 ? [['## No longer in the text', '', ...document.lost.map(lostLine)].join('\n')] : [];
  const counts = `Claims: ${rows.length}. Checked: ${rows.filter((row) => row.isChecked).length}.`;
  return `${[`# ${markdownText(title)}`, counts, ...tables, ...lost].join('\n\n')}\n`;
}
