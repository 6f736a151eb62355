// How each kind of highlight looks.
import * as vscode from 'vscode';

const colour = (name: string) => new vscode.ThemeColor(`seedmark.${name}`);

// Underlines keep the text's own colour, so that the page stays calm: only a CSS variable can colour a line alone.
const underline = (line: string, name: string) => ({
  textDecoration: `underline ${line} var(--vscode-seedmark-${name}); text-underline-offset: 0.15em`,
});

const below = (style: string, width: string, name: string): vscode.DecorationRenderOptions => ({
  borderWidth: `0 0 ${width} 0`,
  borderStyle: style,
  borderColor: colour(name),
});

const around = (style: string, name: string): vscode.DecorationRenderOptions => ({
  borderWidth: '1px',
  borderStyle: style,
  borderColor: colour(name),
  borderRadius: '2px',
});

/** Every style but a claim's state, each with a sign beside its colour. */
const marks = {
  directQuote: { backgroundColor: colour('directQuoteBackground'), ...around('solid', 'directQuoteBorder') },
  mixedQuote: { backgroundColor: colour('mixedQuoteBackground'), ...below('dashed', '1px', 'mixedQuoteBorder') },
  indirectQuote: below('dotted', '2px', 'indirectQuoteBorder'),
  figure: underline('solid 2px', 'figureUnderline'),
  figureNumber: { fontWeight: 'bold' },
  vagueFigure: underline('dashed 2px', 'vagueFigureUnderline'),
  person: underline('solid 1px', 'personUnderline'),
  organisation: underline('double 1px', 'organisationUnderline'),
  place: underline('dashed 1px', 'placeUnderline'),
  nationality: underline('dotted 1px', 'nationalityUnderline'),
  event: around('dotted', 'eventBorder'),
  date: { fontStyle: 'italic', color: colour('dateForeground') },
  markedClaim: below('solid', '1px', 'markedClaimBorder'),
} satisfies Record<string, vscode.DecorationRenderOptions>;

const states = {
  verified: ['✓', 'verified'],
  reviewed: ['✓✓', 'verified'],
  disputed: ['✗', 'disputed'],
  'needs-source': ['?', 'needsSource'],
  tagged: ['•', 'tagged'],
  changed: ['Δ', 'changed'],
  disagreement: ['≠', 'disagreement'],
} satisfies Record<string, readonly [sign: string, name: string]>;

type State = keyof typeof states;

export type Style = keyof typeof marks | State;

export const stateStyles = Object.keys(states) as State[];

export const styleNames: readonly Style[] = [...(Object.keys(marks) as (keyof typeof marks)[]), ...stateStyles];

/** A style that shows how a claim stands. */
export const isState = (style: Style): style is State => style in states;

/** @param media where the gutter's pictures lie; without it the gutter stays empty. */
export function makeStyle(style: Style, media: vscode.Uri | undefined): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    ...(isState(style) ? stateLook(style, media) : marks[style]),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

/** A sign behind the claim's words, one in the overview ruler, one in the gutter. */
function stateLook(style: State, media: vscode.Uri | undefined): vscode.DecorationRenderOptions {
  const [sign, name] = states[style];
  const foreground = colour(`${name}Foreground`);
  return {
    after: { contentText: sign, color: foreground, margin: '0 0 0 0.25em', fontWeight: 'bold' },
    overviewRulerColor: foreground,
    overviewRulerLane: vscode.OverviewRulerLane.Right,
    ...(media && { gutterIconPath: vscode.Uri.joinPath(media, 'gutter', `${style}.svg`), gutterIconSize: 'contain' }),
  };
}
