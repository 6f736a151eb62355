// What the claims panel shows, made of a reading.
import * as vscode from 'vscode';
import { piecesOf } from '../analysis/statement.ts';
import {
  type AnnotatedClaim,
  type CorrectionGiven,
  type Disagreement,
  type EvidenceGiven,
  isChecked,
  type LostMark,
  type NoteGiven,
  oldestFirst,
} from '../ledger/annotated.ts';
import { isRejectedClaim } from '../ledger/asDecided.ts';
import { correctionsOf } from '../ledger/correctionsOf.ts';
import { elsewhereIn } from '../ledger/elsewhere.ts';
import type {
  PanelClaim,
  PanelCorrection,
  PanelDisagreement,
  PanelEvidence,
  PanelLost,
  PanelNote,
  PanelPiece,
  PanelRejected,
  PanelSpeaker,
  PanelState,
} from '../panel/protocol.ts';
import type { Steps } from '../text/steps.ts';
import type { Reading, SeedReading } from './documents.ts';
import { isLink } from './evidence.ts';
import type { Undoable } from './ledgerStore.ts';
import { advancesAfterVerdict } from './settings.ts';
import { tagsFor } from './tagging.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

/** What the panel shows beside the reading. */
export interface Desk {
  /** Where decisions are kept, when it is not the usual place. */
  readonly notice: string | undefined;
  readonly undoable: Undoable;
  /** Whose decisions this window writes, where that is known yet. */
  readonly editor: string | undefined;
}

/** In steps, for there may be thousands of claims. */
export function* panelState(reading: Reading | undefined, desk: Desk): Steps<PanelState> {
  switch (reading?.type) {
    case undefined:
      return {
        type: 'nothing',
        message: t('Open a source document, such as a wire story, to see its claims.'),
        offer: 'openDocument',
      };
    case 'notSeed':
      return {
        type: 'nothing',
        message: t('{0} does not look like a source document (a seed).', titleOf(reading.document)),
        offer: 'treatAsSeed',
      };
    case 'tooLarge':
      return {
        type: 'nothing',
        message: t(
          '{0} is too large: over 5 MB, or with a line of over 20,000 characters. Copy the part you need into a document of its own.',
          titleOf(reading.document),
        ),
        offer: 'openDocument',
      };
    case 'failed':
      return {
        type: 'nothing',
        message: t(
          'Seedmark could not read {0}: its log says why. Once the text changes it is read again.',
          titleOf(reading.document),
        ),
        offer: 'showLog',
      };
    case 'seed':
      return yield* documentState(reading, desk);
  }
}

const titleOf = ({ uri }: vscode.TextDocument): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

function* documentState(reading: SeedReading, { notice, undoable, editor }: Desk): Steps<PanelState> {
  const { document, annotated } = reading;
  const { analysis, claims, lost } = annotated;
  const rejected = panelRejected(reading);
  const speakers = yield* claimsBySpeaker(reading, editor);
  const quoted = new Set(analysis.quotes.flatMap(({ speaker }) => (speaker ? [speaker.entity ?? speaker.name] : [])));
  return {
    type: 'document',
    title: titleOf(document),
    ...(notice === undefined ? {} : { notice }),
    summary: {
      claims: claims.length,
      quotes: analysis.quotes.length,
      speakers: quoted.size,
      figures: analysis.figures.length,
      checked: claims.filter(isChecked).length,
    },
    speakers,
    lost: lost.map(panelLost),
    ...(rejected.length ? { rejected } : {}),
    ...undoable,
    ...(advancesAfterVerdict() ? { advances: true } : {}),
    tags: tagsFor(reading).map((tag) => ({ tag, label: wording.tagWords(tag) })),
  };
}

/** Speakers in the order in which they first speak; the document itself comes last. */
function* claimsBySpeaker(reading: SeedReading, editor: string | undefined): Steps<PanelSpeaker[]> {
  const { analysis, claims } = reading.annotated;
  const groups = new Map<
    string | number,
    { name: string; description?: string; unnamed?: true; claims: PanelClaim[] }
  >();
  const own: PanelClaim[] = [];
  const elsewhereOf = elsewhereIn(analysis, claims, editor);
  for (const [place, claim] of claims.entries()) {
    yield;
    const { source } = claim.claim;
    const elsewhere = elsewhereOf(claim)?.claims.length;
    const shown = { ...panelClaim(reading, claim, editor), place, ...(elsewhere ? { elsewhere } : {}) };
    if (source.type === 'document') {
      own.push(shown);
      continue;
    }
    const speaker = analysis.quotes[source.quote]?.speaker;
    const entity = speaker?.entity === undefined ? undefined : analysis.entities[speaker.entity];
    const key = speaker?.entity ?? speaker?.name ?? '';
    const group = groups.get(key) ?? {
      name: speaker?.name ?? t('Nobody named'),
      ...(entity?.description ? { description: wording.lineOfWords(analysis.text, entity.description) } : {}),
      claims: [],
    };
    groups.set(key, group);
    group.claims.push(shown);
  }
  return [
    ...[...groups.values()].map(unnamedAtOnce),
    ...(own.length ? [{ name: wording.documentWords(analysis), claims: own }] : []),
  ];
}

/** Where no claim of a speaker has a named source, the speaker says so at once. */
const unnamedAtOnce = (speaker: PanelSpeaker): PanelSpeaker =>
  speaker.claims.some(({ unnamed }) => unnamed === undefined) ? speaker : { ...speaker, unnamed: true };

/** The words of a claim with its pronouns' names, on one line as `PanelClaim.words` has them. */
function panelPieces({ annotated: { analysis } }: SeedReading, { claim }: AnnotatedClaim): readonly PanelPiece[] {
  return piecesOf(analysis.text, claim).flatMap((part, index) => {
    const line = part.map((piece) => ({ ...piece, words: piece.words.replace(/\s+/g, ' ') }));
    return index === 0 ? line : [{ words: ' … ' }, ...line];
  });
}

function panelClaim(
  reading: SeedReading,
  annotatedClaim: AnnotatedClaim,
  editor: string | undefined,
): Omit<PanelClaim, 'place'> {
  const { annotated, positions } = reading;
  const { analysis } = annotated;
  const corrections = correctionsOf(annotated, annotatedClaim);
  const { id, claim, state, tags, notes, origin, change, evidence, reviews, disagreements } = annotatedClaim;
  const quote = claim.source.type === 'quote' ? analysis.quotes[claim.source.quote] : undefined;
  const chain = quote && wording.chainWords(quote);
  const why = wording.whyWords(claim.why, quote?.cue && wording.lineOfWords(analysis.text, quote.cue));
  return {
    id,
    words: claim.parts.map((part) => wording.lineOfWords(analysis.text, part)).join(' … '),
    ...(claim.references === undefined ? {} : { pieces: panelPieces(reading, annotatedClaim) }),
    kind: quote?.type ?? 'own',
    certainty: claim.certainty,
    state,
    ...(quote?.speaker ? {} : { unattributed: true as const }),
    ...(quote?.speaker?.unnamed ? { unnamed: true } : {}),
    ...(chain === undefined ? {} : { chain }),
    ...(why === undefined || corrections.some(({ what }) => what !== 'figure') ? {} : { why }),
    ...(corrections.length ? { corrections: corrections.map(panelCorrection) } : {}),
    figures: claim.figures.flatMap((index) => {
      const figure = analysis.figures[index];
      return figure ? [wording.figureWords(analysis, figure)] : [];
    }),
    tags: tags.map(({ event, tag, by, at }) => ({
      id: event,
      tag,
      label: wording.tagWords(tag),
      by,
      when: timeWords(at),
      ...(by === editor ? { own: true } : {}),
    })),
    notes: oldestFirst(notes).map(panelNote),
    ...(evidence.length ? { evidence: evidence.map(panelEvidence) } : {}),
    ...(reviews.length ? { reviews: reviews.map(({ by, at }) => ({ by, when: timeWords(at) })) } : {}),
    ...(canReview(annotatedClaim, editor) ? { canReview: true } : {}),
    ...(disagreements.length ? { disagreements: disagreements.map(panelDisagreement) } : {}),
    ...(change ? { change: change.pieces, behind: change.behind.map(wording.behindWords) } : {}),
    ...(origin.type === 'editor' ? { markedBy: origin.by } : {}),
    line: positions.position(claim.span.start).line + 1,
  };
}

/** Short, for a line in a narrow panel: the year is told of other years alone. */
function timeWords(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  times ??= {
    thisYear: timeFormat({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
    otherYears: timeFormat({ dateStyle: 'medium', timeStyle: 'short' }),
  };
  return times[time.getFullYear() === new Date().getFullYear() ? 'thisYear' : 'otherYears'].format(time);
}

const timeFormat = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(wording.readerLanguage(), options);

// Made once: a panel of 5,000 claims asks for thousands of times.
let times: Readonly<Record<'thisYear' | 'otherYears', Intl.DateTimeFormat>> | undefined;

/** Somebody else verified it. */
const canReview = ({ state, tags }: AnnotatedClaim, editor: string | undefined): boolean =>
  state === 'verified' && tags.some(({ tag, by }) => tag === 'verified' && by !== editor);

function panelNote({ event, text, by, at, resolved }: NoteGiven): PanelNote {
  const [first] = resolved ?? [];
  const done = first && { by: first.by, when: timeWords(first.at) };
  return { id: event, text, by, when: timeWords(at), ...(done ? { resolved: done } : {}) };
}

const panelCorrection = ({ event, by, at, correction }: CorrectionGiven): PanelCorrection => ({
  id: event,
  text: correctedWords(correction.aspect, by),
  when: timeWords(at),
});

function correctedWords(aspect: CorrectionGiven['correction']['aspect'], by: string): string {
  switch (aspect) {
    case 'speaker':
      return t('Speaker corrected by {0}', by);
    case 'bounds':
      return t('Bounds corrected by {0}', by);
    case 'kind':
      return t('Kind corrected by {0}', by);
    default:
      return t('Number corrected by {0}', by);
  }
}

const panelEvidence = ({ event, evidence, by, at }: EvidenceGiven): PanelEvidence => ({
  id: event,
  text: wording.evidenceWords(evidence),
  ...(isLink(evidence.source) ? { isLink: true } : {}),
  by,
  when: timeWords(at),
});

const panelDisagreement = (disagreement: Disagreement): PanelDisagreement => ({
  about: wording.disagreementWords(disagreement),
  sides: disagreement.sides.map(({ says, by, at }) => ({
    says: wording.sideWords(says),
    by,
    when: timeWords(at),
  })),
});

/** What is no claim, though it was read as one. */
const panelRejected = ({ annotated: { analysis, corrections }, positions }: SeedReading): readonly PanelRejected[] =>
  corrections.filter(isRejectedClaim).map(({ event, by, at, span }) => ({
    id: event,
    words: wording.lineOfWords(analysis.text, span),
    by,
    when: timeWords(at),
    line: positions.position(span.start).line + 1,
  }));

function panelLost({ event, exact, what, by }: LostMark): PanelLost {
  return { id: event, words: exact, what: lostWords(what), by };
}

function lostWords(what: LostMark['what']): string {
  switch (what.type) {
    case 'tag':
      return wording.tagWords(what.text);
    case 'note':
      return t('Note: {0}', what.text);
    case 'mark':
      return t('Marked as {0}', markedAs(what.text));
    case 'evidence':
      return t('Evidence: {0}', what.text);
    case 'correction':
      return t('Corrected {0}', markedAs(what.text));
    case 'rejection':
      return t('Rejected {0}', markedAs(what.text));
    case 'review':
      return t('Reviewed');
  }
}

const markedAs = (kind: string): string => {
  const known = (['quote', 'figure', 'name', 'claim'] as const).find((each) => each === kind);
  return known ? wording.markWords(known).toLowerCase() : kind;
};
