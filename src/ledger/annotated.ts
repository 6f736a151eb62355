// The one view model: what analysis derived joined with what editors decided. Highlights, hovers, outline, panel and
// exports all read it, so that they can never disagree.
import type { Analysis, Claim, EntityKind } from '../analysis/types.ts';
import type { Span } from '../text/span.ts';
import type { OtherBehind } from './behind.ts';
import type { Piece } from './difference.ts';
import type { Correction, Evidence, ItemKind } from './events.ts';

/** Who decided something, and the event that says so. */
export interface Given {
  readonly event: string;
  readonly by: string;
  /** ISO 8601 in UTC, for people to read: order is never taken from it. */
  readonly at: string;
}

export interface TagGiven extends Given {
  readonly tag: string;
}

export interface NoteGiven extends Given {
  readonly text: string;
  /** Who said that it is done with. */
  readonly resolved?: readonly Given[];
}

/** As they stand below each other in a thread. */
export const oldestFirst = (notes: readonly NoteGiven[]): readonly NoteGiven[] =>
  [...notes].sort((a, b) => (a.at < b.at ? -1 : 1));

export interface EvidenceGiven extends Given {
  readonly evidence: Evidence;
}

/** A second editor's word that what was verified holds. `tags`: the events of the tags it confirms. */
export interface ReviewGiven extends Given {
  readonly tags: readonly string[];
}

/** Where several hold, the first of them. */
export type ClaimState =
  | 'changed'
  | 'disagreement'
  | 'disputed'
  | 'needs-source'
  | 'reviewed'
  | 'verified'
  | 'tagged'
  | 'open';

const checked: ReadonlySet<ClaimState> = new Set(['verified', 'reviewed', 'disputed']);

/** Whether somebody has found out if a claim holds, and it still says what it said then. */
export const isChecked = ({ state }: { readonly state: ClaimState }): boolean => checked.has(state);

/** How a claim differs from what was decided about. */
export interface Change {
  /** The words then. */
  readonly before: string;
  /** Those words and the ones that stand there now, word by word. */
  readonly pieces: readonly Piece[];
  /** What stands behind the words, where that is another now. */
  readonly behind: readonly OtherBehind[];
}

/** Decisions that contradict each other, by editors of whom none had seen what the other decided. */
export interface Disagreement {
  readonly about: 'verdict' | 'rejection' | Correction['aspect'];
  readonly sides: readonly (Given & { readonly says: string })[];
}

export interface AnnotatedClaim {
  /** Made of the claim's own words and which occurrence of them it is: stable while they stand. */
  readonly id: string;
  readonly claim: Claim;
  /** Found by analysis, or marked by an editor (then `event` is the event that added it). */
  readonly origin:
    | { readonly type: 'analysis' }
    | { readonly type: 'editor'; readonly event: string; readonly by: string };
  readonly state: ClaimState;
  /** While the state is `changed` these are what was said of the words in `change.before`. */
  readonly tags: readonly TagGiven[];
  readonly notes: readonly NoteGiven[];
  readonly evidence: readonly EvidenceGiven[];
  readonly reviews: readonly ReviewGiven[];
  readonly disagreements: readonly Disagreement[];
  readonly change?: Change;
}

/** A span that an editor marked because analysis had missed it. */
export interface AddedMark extends Given {
  readonly kind: ItemKind;
  readonly entityKind?: EntityKind;
  readonly span: Span;
  /** The marked words are no longer the same. */
  readonly changed: boolean;
}

/** A correction or a rejection, and where its words stand now. */
export interface CorrectionGiven extends Given {
  readonly what: ItemKind;
  readonly correction: Correction | { readonly aspect: 'rejected' };
  readonly everywhere: boolean;
  readonly span: Span;
  /** `changed`: its words are no longer the same. `contradicted`: another editor, who had not seen it, says otherwise. */
  readonly state: 'applied' | 'changed' | 'contradicted';
}

/** A decision whose words cannot be found any more: listed, never dropped. */
export interface LostMark extends Given {
  readonly exact: string;
  /** The tag given, the note's text, the kind of mark added, the evidence's source, what was corrected or rejected. */
  readonly what: {
    readonly type: 'tag' | 'note' | 'mark' | 'evidence' | 'correction' | 'rejection' | 'review';
    readonly text: string;
  };
}

export interface AnnotatedDocument {
  /** As corrected: what editors rejected is not in it. */
  readonly analysis: Analysis;
  /** In text order, claims that editors added among them. */
  readonly claims: readonly AnnotatedClaim[];
  readonly added: readonly AddedMark[];
  /** In text order, rejections too. */
  readonly corrections: readonly CorrectionGiven[];
  readonly lost: readonly LostMark[];
  /** Where the words of what was said of a claim stand now, by its event: the claim may have marks round them. */
  readonly places: ReadonlyMap<string, Span>;
}
