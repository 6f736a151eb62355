// The outline: the document's claims in text order, each with its figures.
import * as vscode from 'vscode';
import { contains } from '../text/span.ts';
import type { Documents, SeedReading } from './documents.ts';
import * as wording from './wording.ts';

export function registerSymbols(documents: Documents): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    { scheme: '*' },
    {
      provideDocumentSymbols: (document) => {
        const reading = documents.seed(document);
        return reading && claimSymbols(reading);
      },
    },
    { label: vscode.l10n.t('Claims') },
  );
}

function claimSymbols({ annotated, positions }: SeedReading): vscode.DocumentSymbol[] {
  const { analysis, claims } = annotated;
  return claims.map((annotatedClaim) => {
    const { claim, state } = annotatedClaim;
    const isQuoted = claim.source.type === 'quote';
    const speaker = wording.speakerWords(analysis, annotatedClaim);
    const symbol = new vscode.DocumentSymbol(
      wording.shortened(analysis.text.slice(claim.span.start, claim.span.end), 60) || speaker,
      state === 'open' ? speaker : `${speaker} · ${wording.stateWords(annotatedClaim)}`,
      isQuoted ? vscode.SymbolKind.String : vscode.SymbolKind.Field,
      positions.range(claim.span),
      positions.range(claim.parts[0] ?? claim.span),
    );
    symbol.children = claim.figures.flatMap((index) => {
      const figure = analysis.figures[index];
      if (!figure || !contains(claim.span, figure)) return [];
      const range = positions.range(figure);
      return [
        new vscode.DocumentSymbol(
          wording.shortened(wording.figureReading(analysis, figure), 60) || '…',
          wording.figureKindWords(figure),
          vscode.SymbolKind.Number,
          range,
          range,
        ),
      ];
    });
    return symbol;
  });
}
