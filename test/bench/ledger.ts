// What bench.mjs times of the ledger: 5,000 claims of a long document verified, read from their files and found again.
import type { Analysis } from '../../src/analysis/types.ts';
import { annotate } from '../../src/ledger/annotate.ts';
import { type ReadDocument, tagClaim } from '../../src/ledger/decide.ts';
import { type LedgerEvent, parseEvents, serialiseEvents } from '../../src/ledger/events.ts';
import { decisionsAbout, foldEvents, uniteEvents } from '../../src/ledger/fold.ts';
import { followItems } from '../../src/ledger/live.ts';
import { textVersion } from '../../src/ledger/versions.ts';
import { type Wording, wordingOf } from '../../src/ledger/wording.ts';

export interface Kept {
  readonly lines: string;
  readonly events: number;
  readonly version: string;
  readonly text: string;
}

/** The first claims of a text verified by two editors in turn, as they are written. */
export function verifyMany(analysis: Analysis, most: number): Kept {
  const { text } = analysis;
  const version = textVersion(text);
  const read: ReadDocument = { document: 'long.txt', version, wording: wordingOf(text), editor: 'Ann Moor' };
  const none = { decisions: [], hasSeen: () => false };
  const events = annotate(analysis, none)
    .claims.slice(0, most)
    .map(
      (claim, index) =>
        ({
          ...tagClaim(read, analysis, claim, 'verified'),
          v: 2,
          id: `event-${index}`,
          at: '2031-03-03T10:00:00Z',
          by: index % 2 ? 'Ann Moor' : 'Bo Ek',
          seen: index ? [`event-${index - 1}`] : [],
        }) as LedgerEvent,
    );
  return { lines: serialiseEvents(events), events: events.length, version, text };
}

/** From the lines of the files to what every surface shows; the analysis is there already. */
export function openLong({ lines, version, text }: Kept, analysis: Analysis): { readonly states: string } {
  const { events } = parseEvents(lines, 'a.jsonl');
  const about = decisionsAbout('long.txt', foldEvents(uniteEvents(events)));
  const kept: ReadonlyMap<string, Wording> = new Map([[version, wordingOf(text)]]);
  const wording = wordingOf(analysis.text);
  const { claims, lost } = annotate(analysis, about, { wording, version: () => textVersion(analysis.text), kept });
  const counted = (state: string) => claims.filter((claim) => claim.state === state).length;
  return { states: `${counted('verified')} verified, ${counted('changed')} changed, ${lost.length} lost` };
}

/** What a keystroke costs before the text is read anew: every claim is followed. */
export function followAll({ claims, quotes }: Analysis): (text: string) => void {
  const items = claims.map(({ span, source }) => {
    const quote = source.type === 'quote' ? quotes[source.quote] : undefined;
    return [span, quote?.cue, quote?.speaker?.mention].flatMap((part) => (part ? [part] : []));
  });
  const followed = followItems(items);
  return (text) => void followed.take({ start: 100, end: text ? 100 : 101, text });
}
