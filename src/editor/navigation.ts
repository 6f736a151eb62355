// Going from figure to figure, quote to quote, claim to claim, round the document's end.
import * as vscode from 'vscode';
import type { Span } from '../text/span.ts';
import type { Documents, SeedReading } from './documents.ts';
import { select } from './reveal.ts';
import { seedInEditor } from './seedInEditor.ts';
import { tell } from './telling.ts';

const { t } = vscode.l10n;

interface Stop {
  readonly next: string;
  readonly previous: string;
  readonly spans: (reading: SeedReading) => readonly Span[];
  readonly none: string;
  readonly place: (number: number, of: number) => string;
}

const stops: readonly Stop[] = [
  {
    next: 'seedmark.nextFigure',
    previous: 'seedmark.previousFigure',
    spans: ({ annotated }) => annotated.analysis.figures,
    none: t('There is no figure in this document.'),
    place: (number, of) => t('Figure {0} of {1}', number, of),
  },
  {
    next: 'seedmark.nextQuote',
    previous: 'seedmark.previousQuote',
    spans: ({ annotated }) => annotated.analysis.quotes.map(({ content }) => content),
    none: t('There is no quote in this document.'),
    place: (number, of) => t('Quote {0} of {1}', number, of),
  },
  {
    next: 'seedmark.nextClaim',
    previous: 'seedmark.previousClaim',
    spans: ({ annotated }) => annotated.claims.map(({ claim }) => claim.span),
    none: t('There is no claim in this document.'),
    place: (number, of) => t('Claim {0} of {1}', number, of),
  },
];

export function registerNavigation(documents: Documents): vscode.Disposable {
  return vscode.Disposable.from(
    ...stops.flatMap((stop) => [
      vscode.commands.registerCommand(stop.next, () => go(documents, stop, 'next')),
      vscode.commands.registerCommand(stop.previous, () => go(documents, stop, 'previous')),
    ]),
  );
}

function go(documents: Documents, stop: Stop, way: 'next' | 'previous'): void {
  const found = seedInEditor(documents);
  if (!found) return;
  const { editor, reading } = found;
  const spans = [...stop.spans(reading)].sort((a, b) => a.start - b.start || a.end - b.end);
  if (!spans.length) {
    tell(stop.none);
    return;
  }
  const cursor = reading.positions.offset(editor.selection.start);
  const index = way === 'next' ? nextIndex(spans, cursor) : previousIndex(spans, cursor);
  const range = reading.positions.range(spans[index]!);
  select(editor, range);
  tell(stop.place(index + 1, spans.length));
}

const nextIndex = (spans: readonly Span[], cursor: number): number =>
  Math.max(
    0,
    spans.findIndex(({ start }) => start > cursor),
  );

const previousIndex = (spans: readonly Span[], cursor: number): number => {
  const index = spans.findLastIndex(({ start }) => start < cursor);
  return index < 0 ? spans.length - 1 : index;
};
