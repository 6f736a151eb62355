// What the claims panel asks for, done: decisions go into the ledger, questions are put by VS Code's own pickers.
import * as vscode from 'vscode';
import type { AnnotatedClaim } from '../ledger/annotated.ts';
import { isRejectedClaim } from '../ledger/asDecided.ts';
import {
  giveEvidence,
  hasTag,
  noteClaim,
  rejectItem,
  reviewClaim,
  tagClaim,
  takeBack,
  untagClaim,
} from '../ledger/decide.ts';
import { elsewhereIn } from '../ledger/elsewhere.ts';
import { isTag } from '../ledger/tags.ts';
import type { FromPanel } from '../panel/protocol.ts';
import { isSameSpan, overlaps, type Span } from '../text/span.ts';
import { boundClaim, correctSpeaker, mergeSpeaker, type Place } from './correcting.ts';
import type { Documents, SeedReading } from './documents.ts';
import { openEvidence } from './evidence.ts';
import { showHistory } from './history.ts';
import type { Ledgers } from './ledgerStore.ts';
import { editorsInView, reveal } from './reveal.ts';
import type { Selecting } from './selecting.ts';
import { decideOn, evidenceIn, onlyOthers, pickTag } from './tagging.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

export interface DeedDesk {
  readonly ledgers: Ledgers;
  readonly documents: Documents;
  readonly selecting: Selecting;
  /** The claim is the cursor's from now on. */
  readonly select: (claim: string) => void;
  /** Gives the keyboard back to the panel, which VS Code's pickers leave to the text: a letter would be typed there. */
  readonly takeKeyboard: () => Promise<void>;
}

type OnClaims = Extract<FromPanel, { readonly claims: readonly string[] }>;
type OnClaim = Extract<FromPanel, { readonly claim: string }>;

/** Does what a message asks about claims that stand in the reading; about others nothing. */
export async function doDeed(desk: DeedDesk, reading: SeedReading, message: FromPanel): Promise<void> {
  const { claims } = reading.annotated;
  const asks = message.type === 'pickTag' || message.type === 'pickSpeaker' || message.type === 'mergeSpeaker';
  if ('claims' in message) {
    const asked = new Set(message.claims);
    await tagAll(
      desk,
      reading,
      claims.filter(({ id }) => asked.has(id)),
      message,
    );
  } else if ('claim' in message) {
    const claim = claims.find(({ id }) => id === message.claim);
    if (claim) await onClaim(desk, reading, claim, message);
  } else if (message.type === 'restore') {
    await restore(desk, reading, message.event);
  }
  if (asks) await desk.takeKeyboard();
}

/** What somebody rejected is a claim again. */
async function restore({ ledgers }: DeedDesk, reading: SeedReading, event: string): Promise<void> {
  const { analysis, corrections } = reading.annotated;
  const rejected = corrections.find((given) => given.event === event && isRejectedClaim(given));
  if (!rejected) return;
  const words = wording.shortened(wording.lineOfWords(analysis.text, rejected.span));
  await ledgers.decide(reading, t('A claim again: {0}', words), () => [takeBack([event])]);
}

const wordsOf = ({ annotated }: SeedReading, { claim }: AnnotatedClaim): string =>
  wording.shortened(wording.lineOfWords(annotated.analysis.text, claim.span));

/** One deed, of however many claims. */
async function tagAll(
  { ledgers }: DeedDesk,
  reading: SeedReading,
  claims: readonly AnnotatedClaim[],
  message: OnClaims,
): Promise<void> {
  const [first] = claims;
  if (!first) return;
  const what = claims.length === 1 ? wordsOf(reading, first) : wording.counted('claim', claims.length);
  const tag =
    message.type === 'tag'
      ? message.tag
      : await pickTag(reading, what, (given) => claims.every((claim) => hasTag(claim, given)));
  if (!isTag(tag)) return;
  const ids = new Set(claims.map(({ id }) => id));
  await ledgers.decide(reading, t('{0}: {1}', wording.tagWords(tag), what), (read, now) =>
    now.claims.filter(({ id }) => ids.has(id)).map((claim) => tagClaim(read, now.analysis, claim, tag)),
  );
}

async function onClaim(desk: DeedDesk, reading: SeedReading, claim: AnnotatedClaim, message: OnClaim): Promise<void> {
  const { ledgers } = desk;
  const at = { reading, claim };
  const label = (deed: string) => t('{0}: {1}', deed, wordsOf(reading, claim));
  switch (message.type) {
    case 'reveal':
      desk.select(claim.id);
      return reveal(reading.document.uri, reading.positions.range(claim.claim.span), message.focus);
    case 'untag': {
      const untag = (_read: unknown, _all: unknown, now: AnnotatedClaim) =>
        untagClaim(now, ({ event }) => event === message.event);
      const tag = claim.tags.find(({ event }) => event === message.event)?.tag;
      if (tag === undefined) return;
      const deed = t('Without {0}: {1}', wording.tagWords(tag), wordsOf(reading, claim));
      return done(decideOn(ledgers, at, deed, untag, undefined));
    }
    case 'note': {
      const note = message.text.trim();
      if (note) await decideOn(ledgers, at, t('Note: {0}', wording.shortened(note)), noteClaim, note);
      return;
    }
    case 'evidence': {
      const evidence = evidenceIn(message.source.trim(), message.locator.trim(), message.passage.trim());
      const deed = t('Evidence: {0}', wording.shortened(evidence.source));
      if (evidence.source) await decideOn(ledgers, at, deed, giveEvidence, evidence);
      return;
    }
    case 'remove':
      if (
        [...claim.notes, ...claim.evidence, ...reading.annotated.corrections].some(
          ({ event }) => event === message.event,
        )
      )
        await ledgers.decide(reading, label(t('Removed')), () => [takeBack([message.event])]);
      return;
    case 'openEvidence': {
      const source = claim.evidence.find(({ event }) => event === message.event)?.evidence.source ?? '';
      return openEvidence(reading.document, source);
    }
    case 'review':
      if (!(await decideOn(ledgers, at, label(t('Reviewed')), reviewClaim, undefined)))
        void vscode.window.showInformationMessage(onlyOthers());
      return;
    case 'reject':
      return done(
        ledgers.decide(reading, label(t('Not a claim')), (read) => [
          rejectItem(read, { what: 'claim', span: claim.claim.span }),
        ]),
      );
    case 'history':
      return done(showHistory(ledgers, at));
    case 'pickSpeaker':
      return done(correctSpeaker(ledgers, placeOf(reading, claim), undefined));
    case 'mergeSpeaker':
      return done(mergeSpeaker(ledgers, placeOf(reading, claim)));
    case 'bound':
      return bound(desk, reading, claim);
    case 'applyElsewhere':
      return applyElsewhere(ledgers, reading, claim);
  }
}

const done = async (deed: PromiseLike<unknown>): Promise<void> => void (await deed);

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** What a cursor in the claim would stand on. */
function placeOf(reading: SeedReading, { claim }: AnnotatedClaim): Place {
  const { quotes } = reading.annotated.analysis;
  const content = claim.source.type === 'quote' ? quotes[claim.source.quote]?.content : undefined;
  const items = [
    ...(content ? [{ what: 'quote', span: spanOf(content) } as const] : []),
    { what: 'claim', span: spanOf(claim.span) } as const,
  ];
  return { reading, selected: spanOf(claim.span), items };
}

/** Asks for the right words; what is selected of the claim already is offered as it is. */
async function bound(desk: DeedDesk, reading: SeedReading, claim: AnnotatedClaim): Promise<void> {
  const { span } = claim.claim;
  const { document, positions } = reading;
  const selected = selectionIn(reading);
  const isOther = selected && overlaps(selected, span) && !isSameSpan(selected, span);
  desk.select(claim.id);
  // The claim's own words are not selected: the mouse that is to select others would drag them away.
  await reveal(document.uri, positions.range(isOther ? selected : { start: span.start, end: span.start }), true);
  const range = await desk.selecting.ask(document);
  if (!range) return;
  await boundTo(desk, document, claim.id, range);
  await desk.takeKeyboard();
}

async function boundTo(
  { documents, ledgers }: DeedDesk,
  document: vscode.TextDocument,
  id: string,
  range: vscode.Range,
): Promise<void> {
  await documents.settled(document);
  const reading = documents.seed(document);
  const claim = reading?.annotated.claims.find((each) => each.id === id);
  if (!reading || !claim) return;
  const selected = reading.positions.span(range);
  await boundClaim(ledgers, { reading, items: [], selected }, spanOf(claim.claim.span));
}

/** What is selected in the document, where that is anything. */
function selectionIn({ document, positions }: SeedReading): Span | undefined {
  const editor = editorsInView().find((each) => each.document === document);
  return editor && !editor.selection.isEmpty ? positions.span(editor.selection) : undefined;
}

/** The editor's own verdict on a claim, for those that say the same in the same words. */
async function applyElsewhere(ledgers: Ledgers, reading: SeedReading, { id }: AnnotatedClaim): Promise<void> {
  await ledgers.decide(reading, t('The same elsewhere'), (read, now) => {
    const claim = now.claims.find((each) => each.id === id);
    const found = claim && elsewhereIn(now.analysis, now.claims, read.editor)(claim);
    return found?.claims.map((each) => tagClaim(read, now.analysis, each, found.verdict)) ?? [];
  });
}
