// The messages between the claims panel's page and the extension, and their validation at both ends.
// The extension always sends complete snapshots, never differences: a hidden page may miss messages.

export type PanelClaimState = 'changed' | 'disputed' | 'needs-source' | 'verified' | 'tagged' | 'open';

export interface PanelTag {
  readonly tag: string;
  readonly label: string;
  readonly by: string;
  /** When, in the reader's own words: "7 February 2022, 14:05". */
  readonly when: string;
}

export interface PanelNote {
  /** The event that wrote it. */
  readonly id: string;
  readonly text: string;
  readonly by: string;
  readonly when: string;
}

export interface PanelClaim {
  readonly id: string;
  readonly words: string;
  readonly kind: 'direct' | 'mixed' | 'indirect' | 'own';
  readonly certainty: 'said' | 'alleged' | 'denied' | 'planned';
  readonly state: PanelClaimState;
  /** Figures' readings in words: "at least 112 people". */
  readonly figures: readonly string[];
  readonly tags: readonly PanelTag[];
  readonly notes: readonly PanelNote[];
  /** The words the tags were given to, where those have changed. */
  readonly before?: string;
  /** The editor who marked it, where analysis had not found it. */
  readonly markedBy?: string;
  /** Counted from 1. */
  readonly line: number;
}

export interface PanelSpeaker {
  readonly name: string;
  /** "of the prosecutor general’s office" */
  readonly description?: string;
  readonly claims: readonly PanelClaim[];
}

export interface PanelLost {
  readonly id: string;
  readonly words: string;
  /** "Verified", "Note: …", "Marked as figure". */
  readonly what: string;
  readonly by: string;
}

export interface PanelSummary {
  readonly claims: number;
  readonly quotes: number;
  readonly speakers: number;
  readonly figures: number;
  readonly checked: number;
}

/** `tags`: what can be given, the user's own after the built-in three. */
export type PanelState =
  | { readonly type: 'loading' }
  | { readonly type: 'nothing'; readonly message: string; readonly canTreatAsSeed: boolean }
  | {
      readonly type: 'document';
      readonly title: string;
      /** Where tags and notes are kept, when it is not the usual place; or what is wrong with it. */
      readonly notice?: string;
      readonly summary: PanelSummary;
      readonly speakers: readonly PanelSpeaker[];
      readonly lost: readonly PanelLost[];
      readonly tags: readonly { readonly tag: string; readonly label: string }[];
    };

export type ToPanel =
  | { readonly type: 'state'; readonly state: PanelState }
  /** The cursor in the text stands in this claim. `focus`: move the keyboard there too. */
  | { readonly type: 'select'; readonly claim: string | undefined; readonly focus: boolean };

export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly claim: string; readonly focus: boolean }
  | { readonly type: 'tag'; readonly claim: string; readonly tag: string }
  | { readonly type: 'untag'; readonly claim: string; readonly tag: string }
  | { readonly type: 'note'; readonly claim: string; readonly text: string }
  | { readonly type: 'removeNote'; readonly claim: string; readonly note: string }
  | { readonly type: 'treatAsSeed' };
