// A hover's text. All words go in as words, whoever wrote them; only `sign` takes Markdown.
import * as vscode from 'vscode';
import type { Quote, Why } from '../analysis/types.ts';
import { markdownText } from '../exchange/claimsMarkdown.ts';
import type { Span } from '../text/span.ts';
import { actCommands } from './act.ts';
import type { SeedReading } from './documents.ts';
import { revealCommand, revealLink } from './reveal.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

const mostLinks = 12;

export type Page = ReturnType<typeof page>;

export function page() {
  const markdown = new vscode.MarkdownString();
  markdown.isTrusted = { enabledCommands: [revealCommand, ...actCommands] };
  return {
    markdown,
    /** What it is about, in bold, and what kind of thing that is. */
    title: (kind: string, words: string) => {
      markdown.appendMarkdown(`**${markdownText(words)}** — ${markdownText(kind)}`);
    },
    bold: (words: string) => {
      markdown.appendMarkdown(`**${markdownText(words)}**`);
    },
    text: (words: string) => {
      markdown.appendMarkdown(markdownText(words));
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

/** " (line 3, line 7, line 12, …)", each a link to the first of the spans there. */
export function linkLines(on: Page, { document, positions }: SeedReading, spans: readonly Span[]): void {
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
export function sayWhy(on: Page, why: Why | undefined, cue?: string): void {
  const words = wording.whyWords(why, cue);
  if (words !== undefined) on.line(words);
}

/** "Ilmar Sorv (“he”)", where the text calls the speaker otherwise at this place. */
export function speakerHere({ annotated: { analysis } }: SeedReading, { speaker }: Quote): string {
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
