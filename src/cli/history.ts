// seedmark history: what became of some words, who decided what and when.
import { makeAnchor } from '../ledger/anchor.ts';
import { claimOf } from '../ledger/decide.ts';
import type { LedgerEvent } from '../ledger/events.ts';
import { historyOf } from '../ledger/history.ts';
import { correctionWords } from '../ledger/states.ts';
import { complain, type Reading, readDecided } from './decided.ts';
import { findQuote, placeWords, type Sought } from './findQuote.ts';
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

const endWords = ({ type }: LedgerEvent): string =>
  type === 'tookBack' ? 'taken back' : type === 'untagged' ? 'removed' : 'replaced';

/** @returns the exit status: 1 where the words are not found, or in several places. */
export async function showHistory(file: string, sought: Sought, reading: Reading): Promise<number> {
  const decided = await readDecided(file, reading);
  if (!decided) return 1;
  const { wording, annotated, document, movedFrom, ledger } = decided;
  const words = sought.quote.replace(/\s+/g, ' ').trim();
  const places = findQuote(wording, sought);
  // Words that have changed or are gone are known by what they were.
  const then = annotated.claims.find(({ change }) => change?.before.replace(/\s+/g, ' ').trim() === words);
  const lost = annotated.lost.filter(({ exact }) => exact.replace(/\s+/g, ' ').trim() === words);
  if (places.length > 1) {
    const listed = places.map((place) => `\n  ${placeWords(wording, place)}`).join('');
    complain(`${file}: “${words}” stands in ${places.length} places; say which by --prefix or --suffix:${listed}`);
    return 1;
  }
  const claim = places[0] ? claimOf(annotated.analysis, annotated.claims, places[0]) : then;
  if (!claim && lost.length === 0) {
    complain(`${file}: “${words}” does not stand in it.`);
    return 1;
  }
  const given = claim ? [...claim.tags, ...claim.notes, ...claim.evidence, ...claim.reviews] : lost;
  const entries = historyOf(ledger.events, {
    document: movedFrom ?? document,
    events: given.map(({ event }) => event),
    words: makeAnchor(wording, claim?.claim.span ?? { start: 0, end: 0 }),
  });
  for (const { event, endedBy } of entries) {
    const version = 'text' in event ? `, in version ${event.text.slice(0, 8)}` : '';
    const ended = endedBy ? ` (${endWords(endedBy)} by ${endedBy.by}, ${endedBy.at})` : '';
    process.stdout.write(`${printable(`${event.at}  ${event.by}  ${deedWords(event)}${version}${ended}`)}\n`);
    if ('target' in event && event.target.quote.exact.replace(/\s+/g, ' ').trim() !== words)
      process.stdout.write(`    of “${printable(event.target.quote.exact.replace(/\s+/g, ' '))}”\n`);
  }
  if (entries.length === 0) process.stdout.write('Nothing was decided about it.\n');
  return 0;
}
