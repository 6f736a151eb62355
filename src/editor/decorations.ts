// Highlights. Decoration types are made once; ranges go out plain, without options, which VS Code sends much faster.
import * as vscode from 'vscode';
import type { EntityKind } from '../analysis/types.ts';
import type { AddedMark, ClaimState } from '../ledger/annotated.ts';
import { quotesAsDecided } from '../ledger/asDecided.ts';
import { overlaps, type Span } from '../text/span.ts';
import { askedIn } from './diagnostics.ts';
import type { Documents, SeedReading } from './documents.ts';
import { followDecided } from './live.ts';
import { gutterOn, type HighlightKind, highlightsOn, toggleHighlight } from './settings.ts';
import { isState, makeStyle, type Style, stateStyles, styleNames } from './styles.ts';
import { tell } from './telling.ts';

const { t } = vscode.l10n;
/** Above this many highlights only those in and about the view are shown: VS Code slows with their number. */
const manyHighlights = 2_000;
const linesAboutView = 60;

const toggles: readonly (readonly [command: string, kind: HighlightKind | 'enabled'])[] = [
  ['seedmark.toggleQuotes', 'quotes'],
  ['seedmark.toggleFigures', 'figures'],
  ['seedmark.togglePeople', 'people'],
  ['seedmark.toggleOrganisations', 'organisations'],
  ['seedmark.togglePlaces', 'places'],
  ['seedmark.toggleNationalities', 'nationalities'],
  ['seedmark.toggleEvents', 'events'],
  ['seedmark.toggleDates', 'dates'],
  ['seedmark.toggleAllHighlights', 'enabled'],
];

export interface Highlights extends vscode.Disposable {
  /** How many ranges of each style the document shows. */
  counts(document: vscode.TextDocument): Readonly<Partial<Record<Style, number>>>;
}

/** Shows highlights in every editor in view, and the commands that switch them on and off. */
export function registerHighlights(documents: Documents, extension: vscode.Uri): Highlights {
  const media = () => (gutterOn() ? vscode.Uri.joinPath(extension, 'media') : undefined);
  let made: Map<Style, vscode.TextEditorDecorationType> | undefined;
  /** Made all at once, when first needed: where two styles meet, the later one's line shows. */
  const types = () => {
    made ??= new Map(styleNames.map((style) => [style, makeStyle(style, media())]));
    return made;
  };
  /** In each editor, what of it has its highlights. */
  const painted = new WeakMap<vscode.TextEditor, readonly vscode.Range[]>();
  const askedBefore = new WeakMap<vscode.TextEditor, string>();
  let cache = new WeakMap<SeedReading, Map<Style, readonly Span[]>>();
  let on = highlightsOn();

  const highlightsOf = (reading: SeedReading) => {
    const known = cache.get(reading) ?? highlightsIn(reading, on);
    cache.set(reading, known);
    return known;
  };

  function paint(editor: vscode.TextEditor): void {
    const reading = documents.seed(editor.document);
    if (!reading) {
      if (painted.delete(editor)) for (const type of types().values()) editor.setDecorations(type, []);
      return;
    }
    const highlights = highlightsOf(reading);
    const view = isMany(highlights) ? aboutView(editor) : everything;
    painted.set(editor, view);
    const { positions } = reading;
    const parts = view.map(positions.span);
    const asked = askedIn(editor.document);
    askedBefore.set(editor, placesOf(asked));
    const askedSpans = asked.map(positions.span);
    // Of a document that is being edited `paintStates` alone knows what still holds.
    const isEdited = reading.version !== editor.document.version;
    for (const [style, type] of types()) {
      if (isEdited && isState(style)) continue;
      const shown = (highlights.get(style) ?? []).filter(
        (span) =>
          parts.some((part) => touches(part, span)) &&
          !(hasLine(style) && askedSpans.some((one) => overlaps(one, span))),
      );
      editor.setDecorations(type, shown.map(positions.range));
    }
  }

  const isAskedAnew = (editor: vscode.TextEditor): boolean =>
    painted.has(editor) && placesOf(askedIn(editor.document)) !== askedBefore.get(editor);

  /** Between two readings, what was decided about words that are being changed does not hold. */
  function paintStates(document: vscode.TextDocument, states: ReadonlyMap<ClaimState, readonly vscode.Range[]>): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document !== document) continue;
      for (const [state, style] of Object.entries(styleOfState) as [ClaimState, Style | undefined][])
        if (style) editor.setDecorations(types().get(style)!, states.get(state) ?? []);
    }
  }

  const paintAll = () => {
    for (const editor of vscode.window.visibleTextEditors) paint(editor);
  };
  const commands = toggles.map(([command, kind]) =>
    vscode.commands.registerCommand(command, async () => {
      await toggleHighlight(kind);
      tell(toggledWords(kind));
    }),
  );
  const subscriptions = vscode.Disposable.from(
    ...commands,
    followDecided(documents, paintStates),
    vscode.window.onDidChangeVisibleTextEditors(paintAll),
    documents.onDidChange((document) => {
      for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) paint(editor);
    }),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const concerned = new Set(uris.map(String));
      for (const editor of vscode.window.visibleTextEditors)
        if (concerned.has(editor.document.uri.toString()) && isAskedAnew(editor)) paint(editor);
    }),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
      const view = painted.get(textEditor);
      if (view && !visibleRanges.every((seen) => view.some((part) => part.contains(seen)))) paint(textEditor);
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('seedmark.gutter')) {
        for (const state of stateStyles) {
          made?.get(state)?.dispose();
          made?.set(state, makeStyle(state, media()));
        }
        paintAll();
      }
      if (!change.affectsConfiguration('seedmark.highlight')) return;
      on = highlightsOn();
      cache = new WeakMap();
      paintAll();
    }),
  );
  return {
    counts: (document) => {
      const reading = documents.seed(document);
      const highlights = reading ? [...highlightsOf(reading)] : [];
      return Object.fromEntries(highlights.map(([style, { length }]) => [style, length]));
    },
    dispose: () => {
      subscriptions.dispose();
      for (const type of made?.values() ?? []) type.dispose();
    },
  };
}

function toggledWords(kind: HighlightKind | 'enabled'): string {
  const on = highlightsOn();
  if (kind === 'enabled') return on.size ? t('Highlights are on') : t('Highlights are off');
  if (on.has(kind)) return t('These highlights are on');
  return t('These highlights are off');
}

const isMany = (highlights: ReadonlyMap<Style, readonly Span[]>): boolean => {
  let count = 0;
  for (const { length } of highlights.values()) count += length;
  return count > manyHighlights;
};

const aboutView = ({ visibleRanges }: vscode.TextEditor): readonly vscode.Range[] =>
  visibleRanges.map(
    ({ start, end }) => new vscode.Range(Math.max(0, start.line - linesAboutView), 0, end.line + linesAboutView, 0),
  );

const everything: readonly vscode.Range[] = [new vscode.Range(0, 0, Number.MAX_SAFE_INTEGER, 0)];

const placesOf = (ranges: readonly vscode.Range[]): string => JSON.stringify(ranges);

/** A question's wavy line, which VS Code draws, is not seen on a figure's own: there the number alone stands out. */
const hasLine = (style: Style): boolean => style === 'figure' || style === 'vagueFigure';

const touches = (a: Span, b: Span): boolean => a.start <= b.end && a.end >= b.start;

const styleOfEntity: Record<EntityKind, Style & EntityKind> = {
  person: 'person',
  organisation: 'organisation',
  place: 'place',
  nationality: 'nationality',
  event: 'event',
};

const kindOfEntity: Record<EntityKind, HighlightKind> = {
  person: 'people',
  organisation: 'organisations',
  place: 'places',
  nationality: 'nationalities',
  event: 'events',
};

const styleOfState: Record<ClaimState, Style | undefined> = {
  changed: 'changed',
  disagreement: 'disagreement',
  disputed: 'disputed',
  'needs-source': 'needs-source',
  reviewed: 'reviewed',
  verified: 'verified',
  tagged: 'tagged',
  open: undefined,
};

function highlightsIn({ annotated }: SeedReading, on: ReadonlySet<HighlightKind>): Map<Style, readonly Span[]> {
  const found = new Map<Style, Span[]>();
  const put = (style: Style, span: Span) => {
    const spans = found.get(style);
    if (spans) spans.push(span);
    else found.set(style, [span]);
  };
  const { analysis } = annotated;
  for (const { quote, parts, rejection } of on.has('quotes') ? quotesAsDecided(annotated) : []) {
    // An indirect quote was nothing but its claim.
    if (rejection && quote.type === 'indirect') continue;
    for (const part of parts) put(`${quote.type}Quote`, part);
  }
  for (const figure of on.has('figures') ? analysis.figures : []) {
    put(figure.amount.type === 'vague' ? 'vagueFigure' : 'figure', figure);
    if (figure.amount.type !== 'vague') put('figureNumber', figure.number);
  }
  for (const { kind, mentions } of analysis.entities) {
    if (!on.has(kindOfEntity[kind])) continue;
    for (const mention of mentions) if (mention.form === 'name') put(styleOfEntity[kind], mention);
  }
  for (const date of on.has('dates') ? analysis.dates : []) put('date', date);
  for (const mark of annotated.added) {
    const style = styleOfMark(mark, analysis.text);
    if (isOn(mark, on)) put(style, mark.span);
  }
  for (const { claim, state } of annotated.claims) {
    const style = styleOfState[state];
    if (style) put(style, { start: claim.span.end, end: claim.span.end });
  }
  return found;
}

function styleOfMark({ kind, entityKind, span }: AddedMark, text: string): Style {
  switch (kind) {
    case 'quote':
      return /["“”«„]/.test(text[span.start] ?? '') ? 'directQuote' : 'indirectQuote';
    case 'figure':
      return 'figure';
    case 'name':
      return styleOfEntity[entityKind ?? 'person'];
    case 'claim':
      return 'markedClaim';
  }
}

function isOn({ kind, entityKind }: AddedMark, on: ReadonlySet<HighlightKind>): boolean {
  switch (kind) {
    case 'quote':
      return on.has('quotes');
    case 'figure':
      return on.has('figures');
    case 'name':
      return on.has(kindOfEntity[entityKind ?? 'person']);
    case 'claim':
      return true;
  }
}
