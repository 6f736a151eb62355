// seedmark history: what became of some words, who decided what and when.
import { makeAnchor } from '../ledger/anchor.ts';
import type { AnnotatedClaim, Given } from '../ledger/annotated.ts';
import { claimOf } from '../ledger/decide.ts';
import type { LedgerEvent } from '../ledger/events.ts';
import { type HistoryEntry, historyOf } from '../ledger/history.ts';
import { correctionWords } from '../ledger/states.ts';
import { wordingOf } from '../ledger/wording.ts';
import { complain, eventsById, type Reading, readDecided } from './decided.ts';
import { findQuote, notOnePlace, type Sought } from './findQuote.ts';
import { printable } from './printable.ts';

function deedWords(event: LedgerEvent): string {
  switch (event.type) {
    case 'tagged':
      return `tagged ${event.tag}`;
    case 'untagged':
      return 'removed a tag';
    case 'noted':
      return `noted: ${event.note}`;
    case 'gaveEvidence': {
      const { source, locator, passage } = event.evidence;
      return `gave evidence: ${[source, locator].filter(Boolean).join(', ')}${passage ? `: “${passage}”` : ''}`;
    }
    case 'corrected':
      return `corrected the ${event.what}'s ${event.correction.aspect}: ${correctionWords(event.correction)}`;
    case 'rejected':
      return `said that it is no ${event.what}`;
    case 'added':
      return `marked it as a ${event.kind}`;
    case 'reviewed':
      return 'confirmed it';
    case 'resolved':
      return 'resolved a note';
    case 'moved':
      return `renamed the file to ${event.to}`;
    case 'tookBack':
      return 'took something back';
  }
}

function endWords({ event, isRedo }: HistoryEntry, { type }: LedgerEvent): string {
  if (type === 'tookBack') return event.type === 'tookBack' && !isRedo ? 'done again' : 'taken back';
  return type === 'untagged' ? 'removed' : 'replaced';
}

const plain = (words: string): string => wordingOf(words).words.trim();

const saidOf = ({ tags, notes, evidence, reviews }: AnnotatedClaim): readonly Given[] => [
  ...tags,
  ...notes,
  ...evidence,
  ...reviews,
];

/** @returns the exit status: 1 where the words are not found, or in several places. */
export async function showHistory(file: string, sought: Sought, reading: Reading): Promise<number> {
  const decided = await readDecided(file, reading);
  if (!decided) return 1;
  const { wording, annotated, document, movedFrom, ledger } = decided;
  const words = plain(sought.quote);
  const places = findQuote(wording, sought);
  // Words that have changed or are gone are known by what they were.
  const events = eventsById(decided);
  const isOfThem = ({ event: id }: Given): boolean => {
    const event = events.get(id);
    return event !== undefined && 'target' in event && plain(event.target.quote.exact) === words;
  };
  const then = annotated.claims.find((claim) => claim.change && saidOf(claim).some(isOfThem));
  const lost = annotated.lost.filter(isOfThem);
  const claim = places[0] ? claimOf(annotated.analysis, annotated.claims, places[0]) : then;
  if (places.length > 1 || (!claim && lost.length === 0)) {
    complain(`${file}: ${notOnePlace(wording, sought, places)}`);
    return 1;
  }
  const given = [...(claim ? saidOf(claim) : []), ...lost];
  const entries = historyOf(ledger.events, {
    document: movedFrom ?? document,
    events: given.map(({ event }) => event),
    words: makeAnchor(wording, claim?.claim.span ?? { start: 0, end: 0 }),
  });
  for (const entry of entries) {
    const { event, endedBy, isRedo } = entry;
    const version = 'text' in event ? `, in version ${event.text.slice(0, 8)}` : '';
    const ended = endedBy ? ` (${endWords(entry, endedBy)} by ${endedBy.by}, ${endedBy.at})` : '';
    process.stdout.write(
      `${printable(`${event.at}  ${event.by}  ${isRedo ? 'did it again' : deedWords(event)}${version}${ended}`)}\n`,
    );
    if ('target' in event && plain(event.target.quote.exact) !== words)
      process.stdout.write(`    of “${printable(event.target.quote.exact.replace(/\s+/g, ' '))}”\n`);
  }
  if (entries.length === 0) process.stdout.write('Nothing was decided about it.\n');
  return 0;
}
