// An analysis with editors' corrections in it.
import type { Analysis } from '../analysis/types.ts';
import type { Span } from '../text/span.ts';
import type { Correction, ItemKind } from './events.ts';

/** A correction that holds, and where: `span` is the item's. */
export type Placed = {
  readonly what: ItemKind;
  readonly span: Span;
  readonly everywhere: boolean;
} & (
  | { readonly aspect: 'rejected' }
  | { readonly aspect: 'bounds'; readonly to: Span }
  | Exclude<Correction, { aspect: 'bounds' }>
);

export function correctAnalysis(analysis: Analysis, _corrections: readonly Placed[]): Analysis {
  return analysis;
}
