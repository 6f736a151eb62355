import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate } from '../../src/ledger/annotate.ts';
import {
  giveEvidence,
  markSpan,
  noteClaim,
  type ReadDocument,
  reopenNotes,
  resolveNotes,
  reviewClaim,
  tagClaim,
  tagWords,
  takeBack,
  untagClaim,
} from '../../src/ledger/decide.ts';
import type { EventDraft, LedgerEvent } from '../../src/ledger/events.ts';
import { decisionsAbout, foldEvents } from '../../src/ledger/fold.ts';
import { wordingOf } from '../../src/ledger/wording.ts';
import { about, added, analysisOf, noted, spanOf, tagged } from './samples.ts';

const text = [
  'At least 112 people were hurt, police said on Sunday.',
  'The northern pier was closed at dawn. The cranes stood still.',
  'The mayor promised a new bridge.',
].join('\n\n');
const sourced = { words: 'At least 112 people were hurt', cue: 'said', speaker: 'police' };
const claims: readonly { readonly words: string; readonly cue?: string; readonly speaker?: string }[] = [
  sourced,
  { words: 'The northern pier was closed at dawn' },
  { words: 'The cranes stood still' },
];
const analysis = analysisOf(text, claims);
const read: ReadDocument = {
  document: 'fire.txt',
  version: '0'.repeat(64),
  wording: wordingOf(text),
  editor: 'Ann Moor',
};

let count = 0;
const event = (draft: EventDraft | undefined): LedgerEvent => {
  if (!draft) throw new Error('no draft');
  return {
    ...draft,
    v: 2,
    id: `e${count++}`,
    at: '2022-03-03T10:00:00Z',
    by: 'Ann Moor',
    seen: count > 1 ? [`e${count - 2}`] : [],
  };
};

/** What stands of events about the one document. */
const standing = (...events: readonly LedgerEvent[]) => decisionsAbout('fire.txt', foldEvents(events));

/** States by the claims' words, in a later text. */
function statesIn(after: string, events: readonly LedgerEvent[], words = claims): string[] {
  const document = annotate(analysisOf(after, words), standing(...events));
  return document.claims.map(({ claim, state }) => `${after.slice(claim.span.start, claim.span.end)}: ${state}`);
}

const first = () => annotate(analysis, about()).claims[0]!;

test('a tag comes back on its claim, after changes elsewhere too', () => {
  const verified = event(tagClaim(read, analysis, first(), 'verified'));
  expect(statesIn(text, [verified])[0]).toBe('At least 112 people were hurt: verified');
  expect(statesIn(`Update.\n\n${text.replace('mayor', 'mayoress')}`, [verified])[0]).toMatch(/: verified$/);
});

test('a claim whose figure, speaker or cue changed is never verified, and tells what it said', () => {
  const verified = event(tagClaim(read, analysis, first(), 'verified'));
  const changes = [
    { ...sourced, words: 'At least 121 people were hurt' },
    { ...sourced, speaker: 'rebels' },
    { ...sourced, cue: 'denied' },
  ];
  for (const now of changes) {
    const after = text
      .replace(sourced.words, now.words)
      .replace('police', now.speaker)
      .replace(' said ', ` ${now.cue} `);
    const document = annotate(analysisOf(after, [now]), standing(verified));
    expect(document.claims.map(({ state, change }) => [state, change?.before])).toEqual([['changed', sourced.words]]);
  }
});

test('verifying the new words ends the change, and taking that back shows it again', () => {
  const verified = event(tagClaim(read, analysis, first(), 'verified'));
  const after = text.replace('112', '121');
  const now = [{ ...sourced, words: 'At least 121 people were hurt' }];
  const later = analysisOf(after, now);
  const changed = annotate(later, standing(verified)).claims[0]!;
  const again = event(tagClaim({ ...read, wording: wordingOf(after) }, later, changed, 'verified'));
  expect(statesIn(after, [verified, again], now)).toEqual(['At least 121 people were hurt: verified']);
  expect(statesIn(after, [verified, again, event(takeBack([again.id]))], now)).toEqual([
    'At least 121 people were hurt: changed',
  ]);
});

test('a claim that grew around its words is changed', () => {
  const after = text.replace('The cranes stood still.', 'The cranes stood still but for two.');
  const now = [{ words: 'The cranes stood still but for two' }];
  expect(statesIn(after, [tagged('t', text, 'The cranes stood still')], now)[0]).toMatch(/: changed$/);
});

test('a claim that analysis now bounds with its full stop is the same claim', () => {
  const now = [{ words: 'The cranes stood still.' }];
  expect(statesIn(text, [tagged('t', text, 'The cranes stood still')], now)).toEqual([
    'The cranes stood still.: verified',
  ]);
});

test('of several tags the most cautious gives the state', () => {
  const give = (tag: string) => event(tagClaim(read, analysis, first(), tag));
  const stateAfter = (...tags: string[]) => annotate(analysis, standing(...tags.map(give))).claims[0]!.state;
  expect(stateAfter()).toBe('open');
  expect(stateAfter('for Monday')).toBe('tagged');
  expect(stateAfter('for Monday', 'verified')).toBe('verified');
  expect(stateAfter('verified', 'needs-source')).toBe('needs-source');
  expect(stateAfter('needs-source', 'verified', 'disputed')).toBe('disputed');
});

test('untagging a claim takes away that tag alone, whoever gave it', () => {
  const events = ['verified', 'for Monday', 'verified'].map((tag) => event(tagClaim(read, analysis, first(), tag)));
  const claim = annotate(analysis, standing(...events)).claims[0]!;
  const now = annotate(analysis, standing(...events, event(untagClaim(claim, ({ tag }) => tag === 'verified'))))
    .claims[0]!;
  expect(now.tags.map(({ tag }) => tag)).toEqual(['for Monday']);
  expect(untagClaim(now, ({ tag }) => tag === 'verified')).toBeUndefined();
});

test('notes stand with their claim', () => {
  const note = event(noteClaim(read, analysis, first(), 'Rang the police: busy.'));
  expect(annotate(analysis, standing(note)).claims[0]!.notes.map((given) => given.text)).toEqual([
    'Rang the police: busy.',
  ]);
});

test('a claim that an editor marked stands among the others in text order, and can be tagged', () => {
  const mark = event(markSpan(read, spanOf(text, ' The mayor promised a new bridge. '.trim()), 'claim'));
  const own = annotate(analysis, standing(mark)).claims.at(-1)!;
  expect(own.origin).toEqual({ type: 'editor', event: mark.id, by: 'Ann Moor' });
  const verified = event(tagClaim(read, analysis, own, 'verified'));
  expect(statesIn(text, [verified, mark]).at(-1)).toBe('The mayor promised a new bridge.: verified');
  expect(statesIn(text, [mark])).toHaveLength(4);
});

test('marking white space alone marks nothing', () => {
  expect(markSpan(read, { start: text.indexOf('\n'), end: text.indexOf('\n') + 2 }, 'figure')).toBeUndefined();
});

test('a tag on words that analysis no longer takes for a claim is kept as an editor’s claim', () => {
  const verified = tagged('t', text, 'The cranes stood still');
  const document = annotate(analysisOf(text, []), about(verified));
  expect(document.claims.map(({ origin, state }) => [origin.type, state])).toEqual([['editor', 'verified']]);
});

test('decisions on words that are gone are listed with them', () => {
  const decisions = [
    tagged('t', text, 'The cranes stood still', 'disputed'),
    noted('n', text, 'The cranes stood still', 'ask the crew'),
    added('m', text, 'The cranes stood still', 'quote'),
  ];
  const after = text.replace(' The cranes stood still.', '');
  const document = annotate(analysisOf(after, claims.slice(0, 2)), about(...decisions));
  expect(document.lost.map(({ what }) => what)).toEqual([
    { type: 'tag', text: 'disputed' },
    { type: 'note', text: 'ask the crew' },
    { type: 'mark', text: 'quote' },
  ]);
  expect(document.lost[0]!.exact).toBe('The cranes stood still');
});

test('ids hold while a claim’s words stand, and tell equal words apart', () => {
  const twice = 'It rained. The gate was shut. It rained.';
  const one = analysisOf(twice, [{ words: 'It rained' }, { words: 'The gate was shut' }]);
  const again = spanOf(twice, 'It rained', 5);
  const both = { ...one, claims: [...one.claims, { ...one.claims[0]!, span: again, parts: [again] }] };
  const ids = annotate(both, about()).claims.map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
  const rewrapped = analysisOf(`Update.\n${twice.replace('The gate was', 'The gate\nwas')}`, [
    { words: 'The gate\nwas shut' },
  ]);
  expect(annotate(rewrapped, about()).claims[0]!.id).toBe(ids[1]);
});

test('whatever is edited, no decision vanishes and no changed words are verified', () => {
  const edits = fc.array(
    fc.tuple(fc.nat(text.length), fc.nat(12), fc.constantFrom('', ' ', 'not ', '7', 'x', '\n\n', '😀')),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(edits, (changes) => {
      let after = text;
      for (const [at, length, put] of changes) after = after.slice(0, at) + put + after.slice(at + length);
      const present = claims.filter(({ words, cue, speaker }) =>
        [words, cue ?? '', speaker ?? ''].every((part) => after.includes(part)),
      );
      const decisions = [
        tagged('t', text, sourced.words),
        noted('n', text, 'The northern pier was closed at dawn'),
        added('m', text, 'The cranes stood still'),
      ];
      const document = annotate(analysisOf(after, present), about(...decisions));
      const shown = [
        ...document.claims.flatMap(({ tags, notes }) => [...tags, ...notes]),
        ...document.added,
        ...document.lost,
      ].map((given) => given.event);
      expect(shown.sort()).toEqual(['m', 'n', 't']);
      for (const { claim, state } of document.claims) {
        const words = wordingOf(after.slice(claim.span.start, claim.span.end)).words;
        if (state === 'verified') expect(words).toBe(sourced.words);
      }
    }),
    { numRuns: 500 },
  );
});

test('the same words of another speaker are changed, and tell who said them', () => {
  const said = { words: 'The cranes stood still', cue: 'said', speaker: 'The mayor' };
  const cried = { ...said, cue: 'closed', speaker: 'pier' };
  const [before, after] = [said, cried].map((claim) => analysisOf(text.replace('112', '113'), [claim]));
  const unheard = (given: LedgerEvent): LedgerEvent =>
    given.type === 'tagged'
      ? { ...given, target: { ...given.target, cue: undefined, speaker: undefined } as never }
      : given;
  const inBefore = { ...read, wording: wordingOf(before!.text) };
  const verified = unheard(event(tagClaim(inBefore, before!, annotate(before!, about()).claims[0]!, 'verified')));
  expect(annotate(before!, standing(verified)).claims[0]!.state).toBe('verified');
  const now = annotate(after!, standing(verified)).claims[0]!;
  expect([now.state, now.change]).toEqual([
    'changed',
    {
      before: 'The cranes stood still',
      pieces: [{ type: 'same', words: 'The cranes stood still' }],
      behind: [{ what: 'speaker', before: 'The mayor', now: 'pier' }],
    },
  ]);
});

/** Events of several editors, each of whom has seen what is named. */
const by = (editor: string, id: string, seen: readonly string[], draft: EventDraft | undefined): LedgerEvent => ({
  ...event(draft),
  by: editor,
  id,
  seen,
});
const readBy = (editor: string): ReadDocument => ({ ...read, editor });
const claimAfter = (...events: readonly LedgerEvent[]) => annotate(analysis, standing(...events)).claims[0]!;

test('an editor who changes their mind has one verdict; another editor’s stays beside it', () => {
  const disputed = by('Ann', 'a', [], tagClaim(readBy('Ann'), analysis, first(), 'disputed'));
  const other = by('Bo', 'b', ['a'], tagClaim(readBy('Bo'), analysis, claimAfter(disputed), 'needs-source'));
  const now = claimAfter(disputed, other);
  expect(now.state).toBe('disputed');
  const verified = by('Ann', 'c', ['b'], tagClaim(readBy('Ann'), analysis, now, 'verified'));
  const after = claimAfter(disputed, other, verified);
  expect(after.tags.map(({ tag, by }) => `${tag} ${by}`).sort()).toEqual(['needs-source Bo', 'verified Ann']);
  expect([after.state, after.disagreements]).toEqual(['needs-source', []]);
});

test('a tag given twice by one editor is written once', () => {
  const verified = by('Ann', 'a', [], tagClaim(readBy('Ann'), analysis, first(), 'verified'));
  expect(tagClaim(readBy('Ann'), analysis, claimAfter(verified), 'verified')).toBeUndefined();
  expect(tagClaim(readBy('Bo'), analysis, claimAfter(verified), 'verified')).toMatchObject({ tag: 'verified' });
});

test('editors who had not seen each other’s verdict disagree, and both are shown', () => {
  const verified = by('Ann', 'a', [], tagClaim(readBy('Ann'), analysis, first(), 'verified'));
  const disputed = by('Bo', 'b', [], tagClaim(readBy('Bo'), analysis, first(), 'disputed'));
  const now = claimAfter(verified, disputed);
  expect(now.state).toBe('disagreement');
  expect(now.disagreements).toMatchObject([
    {
      about: 'verdict',
      sides: [
        { by: 'Ann', says: 'verified' },
        { by: 'Bo', says: 'disputed' },
      ],
    },
  ]);
  const settled = by('Ann', 'c', ['a', 'b'], tagClaim(readBy('Ann'), analysis, now, 'disputed'));
  expect(claimAfter(verified, disputed, settled).state).toBe('disputed');
  // Whoever stays with what they said has now seen the other, too.
  const stays = by('Ann', 'c', ['a', 'b'], tagClaim(readBy('Ann'), analysis, now, 'verified'));
  expect(claimAfter(verified, disputed, stays)).toMatchObject({ state: 'verified', tags: [{ event: 'c' }] });
  const alike = by('Bo', 'b', [], tagClaim(readBy('Bo'), analysis, first(), 'verified'));
  expect(claimAfter(verified, alike).state).toBe('verified');
});

test('a second editor’s word makes what was verified reviewed, one’s own does not', () => {
  const verified = by('Ann', 'a', [], tagClaim(readBy('Ann'), analysis, first(), 'verified'));
  expect(reviewClaim(readBy('Ann'), analysis, claimAfter(verified))).toBeUndefined();
  const review = by('Bo', 'b', ['a'], reviewClaim(readBy('Bo'), analysis, claimAfter(verified)));
  const now = claimAfter(verified, review);
  expect(now.state).toBe('reviewed');
  expect(reviewClaim(readBy('Bo'), analysis, now)).toBeUndefined();
  expect(claimAfter(verified, { ...review, by: 'Ann' }).state).toBe('verified');
  expect(
    claimAfter(
      verified,
      review,
      by(
        'Ann',
        'c',
        ['b'],
        untagClaim(now, ({ tag }) => tag === 'verified'),
      ),
    ).state,
  ).toBe('open');
});

test('evidence stands with its claim, also when the words have changed', () => {
  const evidence = { source: 'https://example.org/report.pdf', locator: 'p. 4', passage: '112 were hurt' };
  const given = event(giveEvidence(read, analysis, first(), evidence));
  expect(claimAfter(given).evidence.map((one) => one.evidence)).toEqual([evidence]);
  const after = analysisOf(text.replace('112', '121'), [{ ...sourced, words: 'At least 121 people were hurt' }]);
  const now = annotate(after, standing(given)).claims[0]!;
  expect([now.state, now.evidence.length]).toEqual(['open', 1]);
});

test('words that are a part of a claim can be verified without the rest of it', () => {
  const part = spanOf(text, '112 people');
  const verified = event(tagWords(read, annotate(analysis, about()), part, 'verified'));
  const states = annotate(analysis, standing(verified)).claims.map(({ claim, state }) => [
    text.slice(claim.span.start, claim.span.end),
    state,
  ]);
  expect(states.slice(0, 2)).toEqual([
    ['At least 112 people were hurt', 'open'],
    ['112 people', 'verified'],
  ]);
});

test('in the very version that was read nothing has changed, whatever is read differently now', () => {
  const verified = event(tagClaim(read, analysis, first(), 'verified'));
  const otherwise = analysisOf(text, [{ ...sourced, speaker: 'people' }]);
  const texts = { wording: wordingOf(text), version: () => read.version };
  expect(annotate(otherwise, standing(verified), texts).claims[0]!.state).toBe('verified');
});

test('notes are resolved until a note comes that nobody has resolved, and opened again by taking that back', () => {
  const asked = event(noteClaim(read, analysis, first(), 'Which hospital?'));
  const claimAfter = (...events: readonly LedgerEvent[]) => annotate(analysis, standing(...events)).claims[0]!;
  const resolved = event(resolveNotes(read, analysis, claimAfter(asked)));
  expect(claimAfter(asked, resolved).notes.map((note) => note.resolved?.[0]?.by)).toEqual(['Ann Moor']);
  expect(resolveNotes(read, analysis, claimAfter(asked, resolved))).toBeUndefined();
  const answered = event(noteClaim(read, analysis, first(), 'The old one.'));
  const now = claimAfter(asked, resolved, answered);
  expect(now.notes.map((note) => note.resolved !== undefined)).toEqual([true, false]);
  expect(now.state).toBe('open');
  const opened = event(reopenNotes(now));
  expect(claimAfter(asked, resolved, answered, opened).notes.every((note) => !note.resolved)).toBe(true);
  expect(reopenNotes(claimAfter(asked))).toBeUndefined();
});
