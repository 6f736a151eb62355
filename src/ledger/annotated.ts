// The one view model: what analysis derived joined with what editors decided. Highlights, hovers, outline, panel and
// exports all read it, so that they can never disagree.
import type { Analysis, Claim, EntityKind } from '../analysis/types.ts';
import type { Span } from '../text/span.ts';

/** A tag on a claim, and the event that gave it. */
export interface TagGiven {
  readonly event: string;
  readonly tag: string;
  readonly by: string;
  /** ISO 8601 in UTC, for people to read: order is never taken from it. */
  readonly at: string;
}

export interface NoteGiven {
  readonly event: string;
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

/** Where several hold, the first of: changed, disputed, needs-source, verified, tagged, open. */
export type ClaimState = 'changed' | 'disputed' | 'needs-source' | 'verified' | 'tagged' | 'open';

/** Whether somebody has found out if a claim holds, and it still says what it said then. */
export const isChecked = ({ state }: { readonly state: ClaimState }): boolean =>
  state === 'verified' || state === 'disputed';

export interface AnnotatedClaim {
  /** Made of the claim's own words and which occurrence of them it is: stable while they stand. */
  readonly id: string;
  readonly claim: Claim;
  /** Found by analysis, or marked by an editor (then `event` is the event that added it). */
  readonly origin:
    | { readonly type: 'analysis' }
    | { readonly type: 'editor'; readonly event: string; readonly by: string };
  readonly state: ClaimState;
  /** While the state is `changed` these are what was said of the words in `before`. */
  readonly tags: readonly TagGiven[];
  readonly notes: readonly NoteGiven[];
  /** The words the tags were given to, where they are not the words that stand now or somebody else says them. */
  readonly before?: string;
  /** Who said them then, where that is somebody else now; "" for the document itself or nobody named. */
  readonly saidBefore?: string;
}

export type AddedKind = 'quote' | 'figure' | 'name' | 'claim';

/** A span that an editor marked because analysis had missed it. */
export interface AddedMark {
  readonly event: string;
  readonly kind: AddedKind;
  readonly entityKind?: EntityKind;
  readonly by: string;
  readonly at: string;
  readonly span: Span;
  /** The marked words are no longer the same. */
  readonly changed: boolean;
}

/** A decision whose words cannot be found any more: listed, never dropped. */
export interface LostMark {
  readonly event: string;
  readonly exact: string;
  /** The tag given, the note's text, or the kind of mark added. */
  readonly what: { readonly type: 'tag' | 'note' | 'mark'; readonly text: string };
  readonly by: string;
  readonly at: string;
}

export interface AnnotatedDocument {
  readonly analysis: Analysis;
  /** In text order, claims that editors added among them. */
  readonly claims: readonly AnnotatedClaim[];
  readonly added: readonly AddedMark[];
  readonly lost: readonly LostMark[];
}
