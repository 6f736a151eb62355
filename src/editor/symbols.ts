// The outline: who speaks, in text order; in it the claims, and in each the figures and names it speaks of.
import * as vscode from 'vscode';
import { firstFrom } from '../analysis/ordered.ts';
import type { Entity } from '../analysis/types.ts';
import type { AnnotatedClaim } from '../ledger/annotated.ts';
import { contains, type Span } from '../text/span.ts';
import type { Documents, Reading, SeedReading } from './documents.ts';
import * as wording from './wording.ts';

const { SymbolKind } = vscode;

/** An outline of more is neither read nor drawn in reasonable time. */
const mostClaims = 1_000;

/** Readings that come together are shown together. */
const renewalPauseMs = 100;

export function registerSymbols(documents: Documents): vscode.Disposable {
  const given = new WeakMap<vscode.TextDocument, { readonly version: number; readonly reading: Reading | undefined }>();
  const provider: vscode.DocumentSymbolProvider = {
    provideDocumentSymbols: (document) => {
      const reading = documents.seed(document);
      given.set(document, { version: document.version, reading });
      return reading && [...speakerSymbols(reading), ...restSymbol(reading)];
    },
  };
  const register = () =>
    vscode.languages.registerDocumentSymbolProvider({ scheme: '*' }, provider, { label: vscode.l10n.t('Claims') });
  let registered = register();
  let soon: ReturnType<typeof setTimeout> | undefined;

  // VS Code asks again when the text changes or when there is another provider, and has no other way to be told.
  function renew(): void {
    soon = undefined;
    registered.dispose();
    registered = register();
  }

  return vscode.Disposable.from(
    documents.onDidChange((document) => {
      const shown = given.get(document);
      if (shown?.version !== document.version || shown.reading === documents.seed(document)) return;
      soon ??= setTimeout(renew, renewalPauseMs);
    }),
    {
      dispose: () => {
        clearTimeout(soon);
        registered.dispose();
      },
    },
  );
}

/** One for each stretch of text in which the same one speaks, so that it lies around what is in it. */
function speakerSymbols(reading: SeedReading): vscode.DocumentSymbol[] {
  const stretches: { readonly name: string; readonly isQuoted: boolean; readonly claims: vscode.DocumentSymbol[] }[] =
    [];
  for (const claim of reading.annotated.claims.slice(0, mostClaims)) {
    const name = wording.speakerWords(reading.annotated.analysis, claim);
    const isQuoted = claim.claim.source.type === 'quote';
    const last = stretches.at(-1);
    const symbol = claimSymbol(reading, claim);
    if (last?.name === name && last.isQuoted === isQuoted) last.claims.push(symbol);
    else stretches.push({ name, isQuoted, claims: [symbol] });
  }
  return stretches.map(({ name, isQuoted, claims }) => {
    const range = claims.reduce((all, claim) => all.union(claim.range), claims[0]!.range);
    const kind = isQuoted ? SymbolKind.Interface : SymbolKind.File;
    const count = wording.counted('claim', claims.length);
    const symbol = new vscode.DocumentSymbol(name, count, kind, range, claims[0]!.selectionRange);
    symbol.children = claims;
    return symbol;
  });
}

function claimSymbol({ annotated, positions }: SeedReading, annotatedClaim: AnnotatedClaim): vscode.DocumentSymbol {
  const { text, figures, entities } = annotated.analysis;
  const { claim, state } = annotatedClaim;
  const range = positions.range(claim.span);
  const symbol = new vscode.DocumentSymbol(
    wording.shortened(text.slice(claim.span.start, claim.span.end), 60) || '…',
    state === 'open' ? '' : wording.stateWords(annotatedClaim),
    claim.source.type === 'quote' ? SymbolKind.String : SymbolKind.Field,
    range,
    claim.parts[0] ? positions.range(claim.parts[0]) : range,
  );
  const child = (span: Span, name: string, detail: string, kind: vscode.SymbolKind) =>
    new vscode.DocumentSymbol(
      wording.shortened(name, 60) || '…',
      detail,
      kind,
      positions.range(span),
      positions.range(span),
    );
  const counted = claim.figures.flatMap((index) => {
    const figure = figures[index];
    if (!figure || !contains(claim.span, figure)) return [];
    const words = wording.figureReading(annotated.analysis, figure);
    return [child(figure, words, wording.figureKindWords(figure), SymbolKind.Number)];
  });
  const named = claim.entities.flatMap((index) => {
    const entity = entities[index];
    const mention = entity && firstIn(entity, claim.span);
    return mention ? [child(mention, entity.name, wording.entityKindWords(entity.kind), SymbolKind.Object)] : [];
  });
  symbol.children = [...counted, ...named].sort((a, b) => a.range.start.compareTo(b.range.start));
  return symbol;
}

function firstIn({ mentions }: Entity, span: Span): Span | undefined {
  const mention = mentions[firstFrom(mentions, span.start)];
  return mention && contains(span, mention) ? mention : undefined;
}

/** What the outline leaves out, said at its end. */
function restSymbol({ annotated, positions }: SeedReading): vscode.DocumentSymbol[] {
  const [next, ...others] = annotated.claims.slice(mostClaims);
  if (!next) return [];
  const range = positions.range(next.claim.span);
  const name = vscode.l10n.t('{0} more in the claims panel', wording.counted('claim', others.length + 1));
  return [new vscode.DocumentSymbol(name, '', vscode.SymbolKind.Null, range, range)];
}
