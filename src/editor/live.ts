// What was decided about words stops to show as soon as they are changed: reading the text anew takes longer.
import * as vscode from 'vscode';
import type { ClaimState } from '../ledger/annotated.ts';
import { type Followed, followItems } from '../ledger/live.ts';
import type { Documents, SeedReading } from './documents.ts';

interface Decided {
  readonly states: readonly ClaimState[];
  readonly followed: Followed;
}

/**
 * Follows the claims that were decided about from one reading to the next.
 * @param show called when an edit touches such a claim, with where each state is to be shown now.
 */
export function followDecided(
  documents: Documents,
  show: (document: vscode.TextDocument, states: ReadonlyMap<ClaimState, readonly vscode.Range[]>) => void,
): vscode.Disposable {
  const known = new WeakMap<vscode.TextDocument, Decided>();
  return vscode.Disposable.from(
    documents.onDidChange((document) => {
      const reading = document.isClosed ? undefined : documents.seed(document);
      if (reading) known.set(document, decidedIn(reading));
      else known.delete(document);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const decided = known.get(document);
      const touched = contentChanges.flatMap(
        ({ rangeOffset, rangeLength, text }) =>
          decided?.followed.take({ start: rangeOffset, end: rangeOffset + rangeLength, text }) ?? [],
      );
      if (decided && touched.length > 0) show(document, statesNow(document, decided));
    }),
  );
}

function decidedIn({ annotated: { analysis, claims }, positions }: SeedReading): Decided {
  const decided = claims.filter(({ state }) => state !== 'open');
  const items = decided.map(({ claim: { span, source } }) => {
    const quote = source.type === 'quote' ? analysis.quotes[source.quote] : undefined;
    return [span, quote?.cue, quote?.speaker?.mention].flatMap((part) => (part ? [positions.inDocument(part)] : []));
  });
  return { states: decided.map(({ state }) => state), followed: followItems(items) };
}

function statesNow(document: vscode.TextDocument, { states, followed }: Decided): Map<ClaimState, vscode.Range[]> {
  const now = new Map<ClaimState, vscode.Range[]>();
  for (const [item, state] of states.entries()) {
    const shown = followed.isTouched(item) ? 'changed' : state;
    const end = document.positionAt(followed.spanOf(item).end);
    const there = now.get(shown);
    if (there) there.push(new vscode.Range(end, end));
    else now.set(shown, [new vscode.Range(end, end)]);
  }
  return now;
}
