// What a figure, a name, a quote under the pointer means. Document text goes in as text, never as Markdown.
import * as vscode from 'vscode';
import { statementOf } from '../analysis/statement.ts';
import type { DateMention, Entity, Quote } from '../analysis/types.ts';
import type { AddedMark } from '../ledger/annotated.ts';
import { actLink } from './act.ts';
import { claimAt, dateAt, entityAt, figureAt, markAt, mentionAt, quoteAt } from './atCursor.ts';
import { claimHover, isDecided } from './claimHover.ts';
import { correctionsHover } from './correctionsHover.ts';
import type { Documents, SeedReading } from './documents.ts';
import { figureHover } from './figureHover.ts';
import { linkLines, page, sayWhy, speakerHere } from './hoverPage.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

const mostStatements = 4;
const longestStatement = 300;

export function registerHovers(documents: Documents): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { scheme: '*' },
    {
      provideHover: (document, position, token) => {
        const reading = documents.seed(document);
        return reading && hoverAt(reading, reading.positions.offset(position), () => token.isCancellationRequested);
      },
    },
  );
}

async function hoverAt(
  reading: SeedReading,
  offset: number,
  isOutdated: () => boolean,
): Promise<vscode.Hover | undefined> {
  const { annotated, positions } = reading;
  const figure = figureAt(annotated, offset);
  const date = figure ? undefined : dateAt(annotated, offset);
  const entity = entityAt(annotated, offset);
  const quote = figure ? undefined : quoteAt(annotated, offset);
  const claim = claimAt(annotated, offset);
  const mark = markAt(annotated, offset);
  const contents = [
    ...(figure ? await figureHover(reading, figure, isOutdated) : []),
    ...(date ? [dateHover(reading, date)] : []),
    ...(entity ? [entityHover(reading, entity, offset)] : []),
    ...(quote ? [quoteHover(reading, quote)] : []),
    ...(mark ? [markHover(mark)] : []),
    ...correctionsHover(reading, offset),
    ...(claim && (figure || quote || mark || isDecided(claim)) ? await claimHover(reading, claim, offset) : []),
  ];
  const span = figure ?? date ?? (entity && mentionAt(entity, offset)) ?? mark?.span ?? claim?.claim.span;
  if (!contents.length) return undefined;
  return new vscode.Hover(contents, span && positions.range(span));
}

function dateHover(reading: SeedReading, date: DateMention): vscode.MarkdownString {
  const on = page();
  const words = wording.lineOfWords(reading.annotated.analysis.text, date);
  on.title(t('Date'), date.iso ? wording.dateWords(date.iso) : words);
  if (!date.iso) on.line(t('The document does not tell which day this is.'));
  sayWhy(on, date.why);
  return on.markdown;
}

function entityHover(reading: SeedReading, entity: Entity, offset: number): vscode.MarkdownString {
  const { analysis } = reading.annotated;
  const on = page();
  on.title(wording.entityKindWords(entity.kind), entity.name);
  if (entity.description) on.line(wording.lineOfWords(analysis.text, entity.description));
  on.line(wording.counted('mention', entity.mentions.length));
  linkLines(on, reading, entity.mentions);
  const index = analysis.entities.indexOf(entity);
  const said = analysis.quotes.filter(({ speaker }) => speaker?.entity === index);
  if (said.length) {
    on.line(t('Said ({0}):', wording.counted('quote', said.length)));
    for (const { content } of said.slice(0, mostStatements)) {
      on.item(wording.shortened(analysis.text.slice(content.start, content.end), 120));
      linkLines(on, reading, [content]);
    }
    if (said.length > mostStatements) {
      on.sign('\n- ');
      on.link(t('all {0}', said.length), actLink(reading.document.uri, offset, 'statements'));
    }
  }
  sayWhy(on, entity.why);
  return on.markdown;
}

function quoteHover(reading: SeedReading, quote: Quote): vscode.MarkdownString {
  const { analysis, claims } = reading.annotated;
  const on = page();
  const kind = wording.quoteKindWords(quote.type);
  on.title(quote.speaker?.unnamed ? t('{0}, source not named', kind) : kind, speakerHere(reading, quote));
  const chain = wording.chainWords(quote);
  if (chain !== undefined) on.line(t('Comes from {0}', chain));
  const cue = quote.cue && wording.lineOfWords(analysis.text, quote.cue);
  // Which rule it was found by tells the cue, too.
  if (cue !== undefined && quote.why?.by !== 'rule') on.line(t('Attributed by “{0}”', cue));
  const own = claims.filter(
    ({ claim }) => claim.source.type === 'quote' && analysis.quotes[claim.source.quote] === quote,
  );
  const certainties = own
    .map(({ claim }) => wording.certaintyWords(claim.certainty))
    .filter((words) => words !== undefined);
  for (const words of new Set(certainties)) on.line(words);
  const read = own.find(({ claim }) => claim.references !== undefined);
  if (read !== undefined)
    on.line(t('Reads: {0}', wording.shortened(statementOf(analysis.text, read.claim), longestStatement)));
  sayWhy(on, quote.why, cue);
  return on.markdown;
}

function markHover({ kind, entityKind, by, at, changed }: AddedMark): vscode.MarkdownString {
  const on = page();
  on.title(t('Marked by {0}, {1}', by, wording.timeWords(at)), wording.markWords(kind, entityKind));
  if (changed) on.line(t('The words have changed since.'));
  return on.markdown;
}
