// The messages between the claims panel's page and the extension, and their validation at both ends.
// The extension always sends complete snapshots, never differences: a hidden page may miss messages.

import { count, flag, list, oneOf, oneOfTypes, type Reader, record, text, yes } from './validate.ts';

export type PanelClaimState =
  | 'changed'
  | 'disagreement'
  | 'disputed'
  | 'needs-source'
  | 'reviewed'
  | 'verified'
  | 'tagged'
  | 'open';

export interface PanelTag {
  readonly id: string;
  readonly tag: string;
  readonly label: string;
  readonly by: string;
  /** When, in the reader’s own words: "7 Feb 2022, 14:05". */
  readonly when: string;
  /** Given by whoever looks at the panel. */
  readonly own?: true;
}

export interface PanelNote {
  /** The event that wrote it. */
  readonly id: string;
  readonly text: string;
  readonly by: string;
  readonly when: string;
  /** Who said first that it is done with. */
  readonly resolved?: { readonly by: string; readonly when: string };
}

/** A stretch of words that are as they were, gone, or new. */
export interface PanelChange {
  readonly type: 'same' | 'gone' | 'new';
  readonly words: string;
}

/** What editors who had not seen each other's decision say. */
export interface PanelDisagreement {
  readonly about: string;
  readonly sides: readonly { readonly says: string; readonly by: string; readonly when: string }[];
}

export interface PanelEvidence {
  /** The event that gave it. */
  readonly id: string;
  readonly text: string;
  /** It can be opened. */
  readonly isLink?: true;
  readonly by: string;
  readonly when: string;
}

/** What an editor put right about a claim. */
export interface PanelCorrection {
  /** The event that did. */
  readonly id: string;
  /** "Speaker corrected by Ina Verholt" */
  readonly text: string;
  readonly when: string;
}

export interface PanelPiece {
  readonly words: string;
  readonly name?: string;
}

export interface PanelClaim {
  readonly id: string;
  readonly words: string;
  /** The same words, each piece with who the pronoun is that it ends with. Absent where no pronoun is known. */
  readonly pieces?: readonly PanelPiece[];
  readonly kind: 'direct' | 'mixed' | 'indirect' | 'own';
  readonly certainty: 'asserted' | 'alleged' | 'denied' | 'planned' | 'conditional';
  readonly state: PanelClaimState;
  /** Its source is not named. */
  readonly unnamed?: true;
  /** "police, by way of the ministry": the way the statement took. */
  readonly chain?: string;
  /** Figures' readings in words: "at least 112 people". */
  readonly figures: readonly string[];
  /** By what it was found, and how sure that is. */
  readonly why?: string;
  readonly corrections?: readonly PanelCorrection[];
  readonly tags: readonly PanelTag[];
  readonly notes: readonly PanelNote[];
  readonly evidence?: readonly PanelEvidence[];
  /** Who confirmed what others verified. */
  readonly reviews?: readonly { readonly by: string; readonly when: string }[];
  /** Another editor verified it: it can be confirmed. */
  readonly canReview?: true;
  readonly disagreements?: readonly PanelDisagreement[];
  /** The words the tags were given to, and those that stand now, where they are not the same. */
  readonly change?: readonly PanelChange[];
  /** What stands behind the words now that did not before: "Speaker: Ilmar Vessen → Arvo Tamm". */
  readonly behind?: readonly string[];
  /** The editor who marked it, where analysis had not found it. */
  readonly markedBy?: string;
  /** Nobody is said to have said it. */
  readonly unattributed?: true;
  /** How many other claims say the same in the same words and have not the verdict of this one. */
  readonly elsewhere?: number;
  /** Counted from 1. */
  readonly line: number;
  /** Its place among the document's claims, in text order. */
  readonly place: number;
}

export interface PanelSpeaker {
  readonly name: string;
  /** "of the prosecutor general’s office" */
  readonly description?: string;
  /** No claim of theirs comes from a named source. */
  readonly unnamed?: true;
  readonly claims: readonly PanelClaim[];
}

export interface PanelLost {
  readonly id: string;
  readonly words: string;
  /** "Verified", "Note: …", "Marked as figure". */
  readonly what: string;
  readonly by: string;
}

/** What an editor said is no claim. */
export interface PanelRejected {
  /** The event that said so. */
  readonly id: string;
  readonly words: string;
  readonly by: string;
  readonly when: string;
  /** Counted from 1. */
  readonly line: number;
}

export interface PanelSummary {
  readonly claims: number;
  readonly quotes: number;
  readonly speakers: number;
  readonly figures: number;
  readonly checked: number;
}

/** What can be done where there are no claims to show. */
export type Offer = 'treatAsSeed' | 'openDocument' | 'showLog';

/** `tags`: what can be given, the user's own after the built-in three. */
export type PanelState =
  | { readonly type: 'loading' }
  | { readonly type: 'nothing'; readonly message: string; readonly offer?: Offer }
  | {
      readonly type: 'document';
      readonly title: string;
      /** Where tags and notes are kept, when it is not the usual place; or what is wrong with it. */
      readonly notice?: string;
      readonly summary: PanelSummary;
      readonly speakers: readonly PanelSpeaker[];
      readonly lost: readonly PanelLost[];
      readonly rejected?: readonly PanelRejected[];
      /** What was done last, and what was taken back last, in words. */
      readonly undo?: string;
      readonly redo?: string;
      readonly tags: readonly { readonly tag: string; readonly label: string }[];
      /** A verdict given by key goes on to the next unchecked claim. */
      readonly advances?: true;
    };

export type ToPanel =
  | { readonly type: 'state'; readonly state: PanelState }
  /** The cursor in the text stands in this claim. `focus`: move the keyboard there too. */
  | { readonly type: 'select'; readonly claim: string | undefined; readonly focus: boolean }
  /** The keyboard comes back to where it was in the page. */
  | { readonly type: 'focus' };

export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly claim: string; readonly focus: boolean }
  | { readonly type: 'tag'; readonly claims: readonly string[]; readonly tag: string }
  | { readonly type: 'untag'; readonly claim: string; readonly event: string }
  | { readonly type: 'note'; readonly claim: string; readonly text: string }
  | {
      readonly type: 'evidence';
      readonly claim: string;
      readonly source: string;
      readonly locator: string;
      readonly passage: string;
    }
  /** A note, a piece of evidence or a correction. */
  | { readonly type: 'remove'; readonly claim: string; readonly event: string }
  | { readonly type: 'openEvidence'; readonly claim: string; readonly event: string }
  | { readonly type: 'review'; readonly claim: string }
  | { readonly type: 'reject'; readonly claim: string }
  /** What was rejected is a claim again. */
  | { readonly type: 'restore'; readonly event: string }
  | { readonly type: 'history'; readonly claim: string }
  /** Asks for a tag. */
  | { readonly type: 'pickTag'; readonly claims: readonly string[] }
  /** Asks who says it. */
  | { readonly type: 'pickSpeaker'; readonly claim: string }
  /** Asks whom else the speaker of this claim is. */
  | { readonly type: 'mergeSpeaker'; readonly claim: string }
  /** Gives it the words that are selected in the text. */
  | { readonly type: 'bound'; readonly claim: string }
  /** Gives its verdict to the claims that say the same in the same words. */
  | { readonly type: 'applyElsewhere'; readonly claim: string }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'markClaim' }
  | { readonly type: 'offer'; readonly offer: Offer };

/** The longest texts a message may carry, in UTF-16 units, and the most items of a list. */
export const limits = { id: 1_000, tag: 200, label: 10_000, note: 10_000, words: 1_000_000, items: 100_000 } as const;

/** The message as the page may use it; undefined where anything in it is not as agreed. */
export function parseToPanel(value: unknown): ToPanel | undefined {
  return toPanel(value);
}

/** The message as the extension may use it; undefined where anything in it is not as agreed. Ids are not looked up. */
export function parseFromPanel(value: unknown): FromPanel | undefined {
  return fromPanel(value);
}

const id = text(limits.id);
const tag = text(limits.tag);
const label = text(limits.label);
const note = text(limits.note);
const words = text(limits.words);
const offer = oneOf('treatAsSeed', 'openDocument', 'showLog');

function all<T>(item: Reader<T>): Reader<readonly T[]> {
  return list(item, limits.items);
}

const panelClaim = record<PanelClaim>(
  {
    id,
    words,
    pieces: all(record<PanelPiece>({ words, name: label }, ['name'])),
    kind: oneOf('direct', 'mixed', 'indirect', 'own'),
    certainty: oneOf('asserted', 'alleged', 'denied', 'planned', 'conditional'),
    state: oneOf('changed', 'disagreement', 'disputed', 'needs-source', 'reviewed', 'verified', 'tagged', 'open'),
    unnamed: yes,
    chain: label,
    why: label,
    corrections: all(record<PanelCorrection>({ id, text: label, when: label })),
    figures: all(label),
    tags: all(record<PanelTag>({ id, tag, label, by: label, when: label, own: yes }, ['own'])),
    notes: all(
      record<PanelNote>({ id, text: words, by: label, when: label, resolved: record({ by: label, when: label }) }, [
        'resolved',
      ]),
    ),
    evidence: all(record<PanelEvidence>({ id, text: words, isLink: yes, by: label, when: label }, ['isLink'])),
    reviews: all(record({ by: label, when: label })),
    canReview: yes,
    disagreements: all(
      record<PanelDisagreement>({ about: label, sides: all(record({ says: words, by: label, when: label })) }),
    ),
    change: all(record<PanelChange>({ type: oneOf('same', 'gone', 'new'), words })),
    behind: all(words),
    markedBy: label,
    unattributed: yes,
    elsewhere: count(1),
    line: count(1),
    place: count(),
  },
  [
    ...(['pieces', 'unnamed', 'chain', 'why', 'corrections', 'evidence', 'reviews'] as const),
    ...(['canReview', 'disagreements', 'change', 'behind', 'markedBy', 'unattributed', 'elsewhere'] as const),
  ],
);

const panelState = oneOfTypes<PanelState>({
  loading: record({ type: oneOf('loading') }),
  nothing: record<Extract<PanelState, { type: 'nothing' }>>({ type: oneOf('nothing'), message: label, offer }, [
    'offer',
  ]),
  document: record<Extract<PanelState, { type: 'document' }>>(
    {
      type: oneOf('document'),
      title: label,
      notice: label,
      summary: record<PanelSummary>({
        claims: count(),
        quotes: count(),
        speakers: count(),
        figures: count(),
        checked: count(),
      }),
      speakers: all(
        record<PanelSpeaker>({ name: label, description: label, unnamed: yes, claims: all(panelClaim) }, [
          'description',
          'unnamed',
        ]),
      ),
      lost: all(record<PanelLost>({ id, words, what: words, by: label })),
      rejected: all(record<PanelRejected>({ id, words, by: label, when: label, line: count(1) })),
      undo: label,
      redo: label,
      tags: all(record({ tag, label })),
      advances: yes,
    },
    ['notice', 'rejected', 'undo', 'redo', 'advances'],
  ),
});

const toPanel = oneOfTypes<ToPanel>({
  state: record({ type: oneOf('state'), state: panelState }),
  select: record<Extract<ToPanel, { type: 'select' }>>({ type: oneOf('select'), claim: id, focus: flag }, ['claim']),
  focus: record({ type: oneOf('focus') }),
});

const fromPanel = oneOfTypes<FromPanel>({
  ready: record({ type: oneOf('ready') }),
  reveal: record({ type: oneOf('reveal'), claim: id, focus: flag }),
  tag: record({ type: oneOf('tag'), claims: all(id), tag }),
  untag: record({ type: oneOf('untag'), claim: id, event: id }),
  note: record({ type: oneOf('note'), claim: id, text: note }),
  evidence: record({ type: oneOf('evidence'), claim: id, source: note, locator: note, passage: note }),
  remove: record({ type: oneOf('remove'), claim: id, event: id }),
  openEvidence: record({ type: oneOf('openEvidence'), claim: id, event: id }),
  review: record({ type: oneOf('review'), claim: id }),
  reject: record({ type: oneOf('reject'), claim: id }),
  restore: record({ type: oneOf('restore'), event: id }),
  history: record({ type: oneOf('history'), claim: id }),
  pickTag: record({ type: oneOf('pickTag'), claims: all(id) }),
  pickSpeaker: record({ type: oneOf('pickSpeaker'), claim: id }),
  mergeSpeaker: record({ type: oneOf('mergeSpeaker'), claim: id }),
  bound: record({ type: oneOf('bound'), claim: id }),
  applyElsewhere: record({ type: oneOf('applyElsewhere'), claim: id }),
  undo: record({ type: oneOf('undo') }),
  redo: record({ type: oneOf('redo') }),
  markClaim: record({ type: oneOf('markClaim') }),
  offer: record({ type: oneOf('offer'), offer }),
});
