// What a figure, a name, a quote under the pointer means. Document text goes in as text, never as Markdown.
import * as vscode from 'vscode';
import { sameFigures } from '../analysis/reading.ts';
import { statementOf } from '../analysis/statement.ts';
import type { DateMention, Entity, Figure, Quote, Why } from '../analysis/types.ts';
import { markdownText } from '../exchange/claimsMarkdown.ts';
import type { AddedMark, AnnotatedClaim } from '../ledger/annotated.ts';
import type { Span } from '../text/span.ts';
import { claimAt, dateAt, entityAt, figureAt, markAt, mentionAt, quoteAt } from './atCursor.ts';
import type { Documents, SeedReading } from './documents.ts';
import { revealCommand, revealLink } from './reveal.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

const mostLinks = 12;
const mostStatements = 4;
const longestStatement = 300;

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
    ...(quote && !figure ? [quoteHover(reading, quote)] : []),
    ...(mark ? [markHover(mark)] : []),
  ];
  const decisions = claim && decisionsHover(claim);
  if (decisions) contents.push(decisions);
  const span = figure ?? date ?? (entity && mentionAt(entity, offset)) ?? mark?.span ?? claim?.claim.span;
  if (!contents.length) return undefined;
  return new vscode.Hover(contents, span && positions.range(span));
}

/** A hover's text. All words go in as words, whoever wrote them; only `sign` takes Markdown. */
function page() {
  const markdown = new vscode.MarkdownString();
  markdown.isTrusted = { enabledCommands: [revealCommand] };
  return {
    markdown,
    /** What it is about, in bold, and what kind of thing that is. */
    title: (kind: string, words: string) => {
      markdown.appendMarkdown(`**${markdownText(words)}** — ${markdownText(kind)}`);
    },
    line: (words: string) => {
      markdown.appendMarkdown(`\n\n${markdownText(words)}`);
    },
    item: (words: string) => {
      markdown.appendMarkdown(`\n- ${markdownText(words)}`);
    },
    link: (words: string, target: vscode.Uri) => {
      markdown.appendMarkdown(`[${markdownText(words)}](${target.toString()})`);
    },
    sign: (sign: string) => {
      markdown.appendMarkdown(sign);
    },
  };
}

type Page = ReturnType<typeof page>;

/** " (line 3, line 7, line 12, …)", each a link to the first of the spans there. */
function linkLines(on: Page, { document, positions }: SeedReading, spans: readonly Span[]): void {
  const firsts = new Map<number, Span>();
  for (const span of spans) {
    const { line } = positions.position(span.start);
    if (!firsts.has(line)) firsts.set(line, span);
  }
  on.sign(' (');
  for (const [index, [line, span]] of [...firsts].slice(0, mostLinks).entries()) {
    if (index) on.sign(', ');
    on.link(t('line {0}', line + 1), revealLink(document.uri, span));
  }
  on.sign(firsts.size > mostLinks ? ', …)' : ')');
}

/** By which rule it was found, and how sure that is. */
function sayWhy(on: Page, why: Why | undefined, cue?: string): void {
  const words = wording.whyWords(why, cue);
  if (words !== undefined) on.line(words);
}

function figureHover(reading: SeedReading, figure: Figure): vscode.MarkdownString {
  const { analysis } = reading.annotated;
  const on = page();
  on.title(wording.figureKindWords(figure), wording.figureReading(analysis, figure));
  const quote = figure.quote === undefined ? undefined : analysis.quotes[figure.quote];
  if (quote) on.line(t('Given by {0} · {1}', speakerHere(reading, quote), wording.quoteKindWords(quote.type)));
  const date = figure.date === undefined ? undefined : analysis.dates[figure.date];
  if (date) on.line(t('Holds for {0}', dayWords(reading, date)));
  sayWhy(on, figure.why);
  const others = sameFigures(analysis, analysis.figures.indexOf(figure)).flatMap(
    (index) => analysis.figures[index] ?? [],
  );
  if (others.length) {
    on.line(t('Elsewhere in this document:'));
    for (const other of others.slice(0, mostStatements)) figureItem(on, reading, other);
    if (others.length > mostStatements) on.item(t('and {0} more', others.length - mostStatements));
  }
  return on.markdown;
}

/** "14 people, killed — Harbour Authority (line 7)" */
function figureItem(on: Page, reading: SeedReading, figure: Figure): void {
  const { analysis } = reading.annotated;
  const speaker = figure.quote === undefined ? undefined : analysis.quotes[figure.quote]?.speaker?.name;
  const words = wording.figureReading(analysis, figure);
  on.item(speaker ? `${words} — ${speaker}` : words);
  linkLines(on, reading, [figure]);
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
  sayWhy(on, date.why);
  return on.markdown;
}

function entityHover(reading: SeedReading, entity: Entity): vscode.MarkdownString {
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
  }
  sayWhy(on, entity.why);
  return on.markdown;
}

/** "Ilmar Sorv (“he”)", where the text calls the speaker otherwise at this place. */
function speakerHere({ annotated: { analysis } }: SeedReading, { speaker }: Quote): string {
  if (!speaker) return t('Nobody named');
  const mention = speaker.mention ? wording.lineOfWords(analysis.text, speaker.mention) : '';
  return isOtherName(mention, speaker.name) ? t('{0} (“{1}”)', speaker.name, mention) : speaker.name;
}

/** "He" and "the investigator" are; "Sorv" and "the ministry's Ilmar Sorv" are not: they say no more than the name. */
function isOtherName(mention: string, name: string): boolean {
  const said = mention.toLowerCase();
  const full = name.toLowerCase();
  return said !== '' && !said.includes(full) && !full.includes(said);
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

/** What editors said of it; nothing where they said nothing. */
function decisionsHover(claim: AnnotatedClaim): vscode.MarkdownString | undefined {
  const { tags, notes, evidence, reviews, disagreements, change } = claim;
  if (![...tags, ...notes, ...evidence, ...reviews, ...disagreements].length) return undefined;
  const on = page();
  if (change || disagreements.length) on.title(t('Claim'), wording.stateWords(claim));
  if (change) on.line(t('Before: “{0}”', wording.shortened(change.before, 300)));
  for (const words of wording.changeWords(claim)) on.item(words);
  for (const disagreement of disagreements) {
    on.line(t('{0}:', wording.disagreementWords(disagreement)));
    for (const { says, by, at } of disagreement.sides)
      on.item(t('{0} — {1}, {2}', wording.sideWords(says), by, wording.timeWords(at)));
  }
  for (const { tag, by, at } of tags) {
    const given = change ? t('Was {0}', wording.tagWords(tag).toLowerCase()) : wording.tagWords(tag);
    on.line(t('{0} — {1}, {2}', given, by, wording.timeWords(at)));
  }
  for (const { by, at } of reviews) on.line(t('Reviewed — {0}, {1}', by, wording.timeWords(at)));
  for (const { evidence: proof, by, at } of evidence)
    on.line(t('Proof: {0} — {1}, {2}', wording.evidenceWords(proof), by, wording.timeWords(at)));
  for (const { text, by, at } of notes) on.line(t('“{0}” — {1}, {2}', text, by, wording.timeWords(at)));
  return on.markdown;
}
