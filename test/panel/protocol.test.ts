import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits, parseFromPanel, parseToPanel } from '../../src/panel/protocol.ts';

const name = fc.string({ maxLength: 30 });
const count = fc.nat();
const offer = fc.constantFrom('treatAsSeed', 'openDocument', 'showLog');
const claim = fc.record(
  {
    id: name,
    words: name,
    kind: fc.constantFrom('direct', 'mixed', 'indirect', 'own'),
    certainty: fc.constantFrom('asserted', 'alleged', 'denied', 'planned', 'conditional'),
    state: fc.constantFrom(
      'changed',
      'disagreement',
      'disputed',
      'needs-source',
      'reviewed',
      'verified',
      'tagged',
      'open',
    ),
    figures: fc.array(name),
    tags: fc.array(
      fc.record(
        { id: name, tag: name, label: name, by: name, when: name, own: fc.constant(true) },
        { requiredKeys: ['id', 'tag', 'label', 'by', 'when'] },
      ),
    ),
    notes: fc.array(fc.record({ id: name, text: name, by: name, when: name })),
    pieces: fc.array(fc.record({ words: name, name }, { requiredKeys: ['words'] })),
    unnamed: fc.constant(true),
    chain: name,
    why: name,
    evidence: fc.array(
      fc.record(
        { id: name, text: name, isLink: fc.constant(true), by: name, when: name },
        { requiredKeys: ['id', 'text', 'by', 'when'] },
      ),
    ),
    reviews: fc.array(fc.record({ by: name, when: name })),
    canReview: fc.constant(true),
    disagreements: fc.array(
      fc.record({ about: name, sides: fc.array(fc.record({ says: name, by: name, when: name })) }),
    ),
    change: fc.array(fc.record({ type: fc.constantFrom('same', 'gone', 'new'), words: name })),
    behind: fc.array(name),
    markedBy: name,
    unattributed: fc.constant(true),
    elsewhere: fc.nat().map((others) => others + 1),
    line: fc.nat().map((line) => line + 1),
    place: count,
  },
  { requiredKeys: ['id', 'words', 'kind', 'certainty', 'state', 'figures', 'tags', 'notes', 'line', 'place'] },
);
const shownDocument = fc.record(
  {
    type: fc.constant('document'),
    title: name,
    notice: name,
    summary: fc.record({ claims: count, quotes: count, speakers: count, figures: count, checked: count }),
    speakers: fc.array(
      fc.record(
        { name, description: name, unnamed: fc.constant(true), claims: fc.array(claim) },
        { requiredKeys: ['name', 'claims'] },
      ),
    ),
    lost: fc.array(fc.record({ id: name, words: name, what: name, by: name })),
    undo: name,
    redo: name,
    tags: fc.array(fc.record({ tag: name, label: name })),
  },
  { requiredKeys: ['type', 'title', 'summary', 'speakers', 'lost', 'tags'] },
);
const toPanel = fc.oneof(
  fc.record({ type: fc.constant('state'), state: fc.constant({ type: 'loading' }) }),
  fc.record({
    type: fc.constant('state'),
    state: fc.record({ type: fc.constant('nothing'), message: name, offer }, { requiredKeys: ['type', 'message'] }),
  }),
  fc.record({ type: fc.constant('state'), state: shownDocument }),
  fc.record({ type: fc.constant('select'), claim: name, focus: fc.boolean() }, { requiredKeys: ['type', 'focus'] }),
  fc.record({ type: fc.constant('focus') }),
);
const fromPanel = fc.oneof(
  fc.record({ type: fc.constantFrom('ready', 'markClaim') }),
  fc.record({ type: fc.constant('reveal'), claim: name, focus: fc.boolean() }),
  fc.record({ type: fc.constant('tag'), claims: fc.array(name), tag: name }),
  fc.record({ type: fc.constant('untag'), claim: name, event: name }),
  fc.record({ type: fc.constantFrom('undo', 'redo') }),
  fc.record({ type: fc.constantFrom('review', 'reject', 'history'), claim: name }),
  fc.record({ type: fc.constantFrom('pickSpeaker', 'mergeSpeaker', 'bound', 'applyElsewhere'), claim: name }),
  fc.record({ type: fc.constant('pickTag'), claims: fc.array(name) }),
  fc.record({ type: fc.constant('offer'), offer }),
  fc.record({ type: fc.constant('evidence'), claim: name, source: name, locator: name, passage: name }),
  fc.record({ type: fc.constant('note'), claim: name, text: name }),
  fc.record({ type: fc.constantFrom('remove', 'openEvidence'), claim: name, event: name }),
);

test('any value is read or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.anything({ withNullPrototype: true, withMap: true })), (value) => {
      parseToPanel(value);
      parseFromPanel(value);
    }),
  );
});

test('a message as agreed comes out as it went in', () => {
  fc.assert(
    fc.property(toPanel, (message) => {
      expect(parseToPanel(message)).toEqual(message);
    }),
  );
  fc.assert(
    fc.property(fromPanel, (message) => {
      expect(parseFromPanel(message)).toEqual(message);
    }),
  );
});

test('a message with any one value of another kind is refused', () => {
  const broken = fc.constantFrom(null, Number.NaN, -1, 0.5, [], {}, 'x'.repeat(limits.words + 1));
  fc.assert(
    fc.property(fc.oneof(toPanel, fromPanel), fc.nat(), broken, (message, place, value) => {
      const copy = structuredClone(message);
      const leaves = leavesOf(copy);
      const [holder, key] = leaves[place % leaves.length]!;
      holder[key] = value;
      expect(parseToPanel(copy)).toBeUndefined();
      expect(parseFromPanel(copy)).toBeUndefined();
    }),
  );
});

function leavesOf(value: object): [Record<string, unknown>, string][] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' ? leavesOf(inner) : [[value as Record<string, unknown>, key]],
  );
}

test('fields and types are never taken from a prototype', () => {
  expect(parseFromPanel(Object.create({ type: 'ready' }))).toBeUndefined();
  expect(parseFromPanel({ type: 'constructor' })).toBeUndefined();
  expect(parseFromPanel({ type: '__proto__' })).toBeUndefined();
  const read = parseFromPanel(JSON.parse('{"type":"ready","__proto__":{"evil":true},"more":1}'));
  expect(Object.keys(read ?? {})).toEqual(['type']);
  expect((read as unknown as { evil?: boolean }).evil).toBeUndefined();
});

test('the page cannot make the extension keep a note without end', () => {
  const note = (length: number) => ({ type: 'note', claim: 'c', text: 'n'.repeat(length) });
  expect(parseFromPanel(note(limits.note))).toBeDefined();
  expect(parseFromPanel(note(limits.note + 1))).toBeUndefined();
});
