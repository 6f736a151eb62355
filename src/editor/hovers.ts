// What a figure, a name, a quote under the pointer means. Document text goes in as text, never as Markdown.
import * as vscode from 'vscode';
import type { DateMention, Entity, Figure, Quote } from '../analysis/types.ts';
import type { AddedMark, AnnotatedClaim } from '../ledger/annotated.ts';
import type { Span } from '../text/span.ts';
import { claimAt, dateAt, entityAt, figureAt, markAt, mentionAt, quoteAt } from './atCursor.ts';
import type { Documents, SeedReading } from './documents.ts';
import { revealCommand, revealLink } from './reveal.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

const mostLinks = 12;
const mostStatements = 3;

export function registerHovers(documents: Documents): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { scheme: '*' },
    {
      provideHover: (document, position) => {
        const reading = documents.seed(document);
        return reading && hoverAt(reading, reading.positions.offset(position));
      },
    },
  );
}

function hoverAt(reading: SeedReading, offset: number): vscode.Hover | undefined {
  const { annotated, positions } = reading;
  const figure = figureAt(annotated, offset);
  const date = figure ? undefined : dateAt(annotated, offset);
  const entity = entityAt(annotated, offset);
  const quote = quoteAt(annotated, offset);
  const claim = claimAt(annotated, offset);
  const mark = markAt(annotated, offset);
  const contents = [
    ...(figure ? [figureHover(reading, figure)] : []),
    ...(date ? [dateHover(reading, date)] : []),
    ...(entity ? [entityHover(reading, entity)] : []),
    ...(quote ? [quoteHover(reading, quote)] : []),
    ...(mark ? [markHover(mark)] : []),
  ];
  const decisions = claim && decisionsHover(claim);
  if (decisions) contents.push(decisions);
  const span = figure ?? date ?? (entity && mentionAt(entity, offset)) ?? mark?.span ?? claim?.claim.span;
  if (!contents.length) return undefined;
  return new vscode.Hover(contents, span && positions.range(span));
}

/** A text of lines; `add` takes words of the document, `say` our own. */
function page() {
  const markdown = new vscode.MarkdownString();
  markdown.isTrusted = { enabledCommands: [revealCommand] };
  return {
    markdown,
    /** A line of a small heading and what it is about, in bold. */
    title: (kind: string, words: string) => {
      markdown.appendMarkdown('**').appendText(words).appendMarkdown('** — ').appendText(kind);
    },
    line: (words: string) => {
      markdown.appendMarkdown('\n\n').appendText(words);
    },
    item: (words: string) => {
      markdown.appendMarkdown('\n- ').appendText(words);
    },
    text: (words: string) => {
      markdown.appendText(words);
    },
    link: (words: string, target: vscode.Uri) => {
      markdown.appendMarkdown('[').appendText(words).appendMarkdown(`](${target.toString()})`);
    },
  };
}

type Page = ReturnType<typeof page>;

/** "Line 3, line 7, line 12 and 4 more", each a link. */
function linkLines(on: Page, reading: SeedReading, spans: readonly Span[]): void {
  const { document, positions } = reading;
  for (const [index, span] of spans.slice(0, mostLinks).entries()) {
    if (index) on.text(', ');
    on.link(t('line {0}', positions.position(span.start).line + 1), revealLink(document.uri, span));
  }
  if (spans.length > mostLinks) on.text(t(' and {0} more', spans.length - mostLinks));
}

function figureHover(reading: SeedReading, figure: Figure): vscode.MarkdownString {
  const { analysis } = reading.annotated;
  const on = page();
  on.title(wording.figureKindWords(figure), wording.figureReading(analysis, figure));
  const quote = figure.quote === undefined ? undefined : analysis.quotes[figure.quote];
  if (quote) on.line(t('Given by {0}', sourceWords(reading, quote)));
  const date = figure.date === undefined ? undefined : analysis.dates[figure.date];
  if (date) on.line(t('Holds for {0}', dayWords(reading, date)));
  const others = sameFigures(reading, figure);
  if (others.length) {
    on.line(t('The same figure: '));
    linkLines(on, reading, others);
  }
  const elsewhere = rivalFigures(reading, figure);
  if (elsewhere.length) {
    on.line(t('Of the same:'));
    for (const other of elsewhere.slice(0, mostStatements)) {
      on.item(`${wording.figureReading(analysis, other)} (`);
      linkLines(on, reading, [other]);
      on.text(')');
    }
  }
  return on.markdown;
}

const countedWords = ({ annotated: { analysis } }: SeedReading, { counted, unit }: Figure): string =>
  counted ? wording.lineOfWords(analysis.text, counted).toLowerCase() : (unit ?? '');

const isSameAmount = (a: Figure, b: Figure): boolean => {
  if (a.amount.type === 'exact' && b.amount.type === 'exact') return a.amount.value === b.amount.value;
  if (a.amount.type === 'range' && b.amount.type === 'range') {
    return a.amount.low === b.amount.low && a.amount.high === b.amount.high;
  }
  return false;
};

/** Other mentions of the same amount of the same thing. */
function sameFigures(reading: SeedReading, figure: Figure): readonly Figure[] {
  const counted = countedWords(reading, figure);
  return reading.annotated.analysis.figures.filter(
    (other) => other !== figure && isSameAmount(other, figure) && countedWords(reading, other) === counted,
  );
}

/** Other amounts of the same thing. */
function rivalFigures(reading: SeedReading, figure: Figure): readonly Figure[] {
  const counted = countedWords(reading, figure);
  if (!figure.counted) return [];
  return reading.annotated.analysis.figures.filter(
    (other) => other !== figure && !isSameAmount(other, figure) && countedWords(reading, other) === counted,
  );
}

function dayWords({ annotated: { analysis } }: SeedReading, date: DateMention): string {
  const words = wording.lineOfWords(analysis.text, date);
  if (!date.iso) return `“${words}”`;
  const day = wording.dateWords(date.iso);
  return day.toLowerCase() === words.toLowerCase() ? day : `${day} (“${words}”)`;
}

function dateHover(reading: SeedReading, date: DateMention): vscode.MarkdownString {
  const on = page();
  const words = wording.lineOfWords(reading.annotated.analysis.text, date);
  on.title(t('Date'), date.iso ? wording.dateWords(date.iso) : words);
  if (!date.iso) on.line(t('The document does not tell which day this is.'));
  return on.markdown;
}

function entityHover(reading: SeedReading, entity: Entity): vscode.MarkdownString {
  const { analysis } = reading.annotated;
  const on = page();
  on.title(wording.entityKindWords(entity.kind), entity.name);
  if (entity.description) on.line(wording.lineOfWords(analysis.text, entity.description));
  on.line(`${wording.counted('mention', entity.mentions.length)}: `);
  linkLines(on, reading, entity.mentions);
  const index = analysis.entities.indexOf(entity);
  const said = analysis.quotes.filter(({ speaker }) => speaker?.entity === index);
  if (said.length) {
    on.line(t('Said ({0}):', wording.counted('quote', said.length)));
    for (const { content } of said.slice(0, mostStatements)) {
      on.item(`${wording.shortened(analysis.text.slice(content.start, content.end), 120)} (`);
      linkLines(on, reading, [content]);
      on.text(')');
    }
  }
  return on.markdown;
}

/** "Rizabek Ozharov (“he”), in a direct quote" */
function sourceWords({ annotated: { analysis } }: SeedReading, { speaker, type }: Quote): string {
  const kind = wording.quoteKindWords(type).toLowerCase();
  if (!speaker) return t('nobody named, in a {0}', kind);
  const mention = speaker.mention ? wording.lineOfWords(analysis.text, speaker.mention) : '';
  const isOther = mention !== '' && mention.toLowerCase() !== speaker.name.toLowerCase();
  if (!isOther) return t('{0}, in a {1}', speaker.name, kind);
  return t('{0} (“{1}”), in a {2}', speaker.name, mention, kind);
}

function quoteHover(reading: SeedReading, quote: Quote): vscode.MarkdownString {
  const { analysis } = reading.annotated;
  const { speaker, cue } = quote;
  const on = page();
  on.title(wording.quoteKindWords(quote.type), speaker?.name ?? t('Nobody named'));
  const mention = speaker?.mention ? wording.lineOfWords(analysis.text, speaker.mention) : '';
  if (speaker && mention && mention.toLowerCase() !== speaker.name.toLowerCase()) {
    on.line(t('Here called “{0}”', mention));
  }
  if (cue) on.line(t('Attributed by “{0}”', wording.lineOfWords(analysis.text, cue)));
  const certainties = reading.annotated.claims
    .filter(({ claim }) => claim.source.type === 'quote' && analysis.quotes[claim.source.quote] === quote)
    .map(({ claim }) => wording.certaintyWords(claim.certainty))
    .filter((words) => words !== undefined);
  for (const words of new Set(certainties)) on.line(words);
  return on.markdown;
}

function markHover({ kind, entityKind, by, at, changed }: AddedMark): vscode.MarkdownString {
  const on = page();
  on.title(t('Marked by {0}, {1}', by, wording.timeWords(at)), wording.markWords(kind, entityKind));
  if (changed) on.line(t('The words have changed since.'));
  return on.markdown;
}

/** Tags and notes; nothing where there are none. */
function decisionsHover({ tags, notes, state, before }: AnnotatedClaim): vscode.MarkdownString | undefined {
  if (!tags.length && !notes.length) return undefined;
  const on = page();
  on.title(t('Claim'), wording.stateWords(state));
  if (before !== undefined) on.line(t('Before: “{0}”', wording.shortened(before, 300)));
  for (const { tag, by, at } of tags) on.item(t('{0}: {1}, {2}', wording.tagWords(tag), by, wording.timeWords(at)));
  for (const { text, by, at } of notes) on.item(t('Note by {0}, {1}: {2}', by, wording.timeWords(at), text));
  return on.markdown;
}
