import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseEvents, type StoredEvent, serialiseEvents } from '../../src/ledger/events.ts';
import { isTag } from '../../src/ledger/tags.ts';
import { added, anyText, noted, tagged, tookBack, untagged } from './samples.ts';

const text = 'The pier was closed. Nobody was hurt.';

const some = anyText(20, 1).filter((words) => words.trim() !== '');
const extra = fc.dictionary(fc.constantFrom('colour', 'x y', '__proto__', 'evidence'), fc.jsonValue({ maxDepth: 3 }), {
  noNullPrototype: true,
});
const known = fc
  .tuple(some, some, fc.constantFrom(0, 1, 2, 3, 4), fc.array(some, { maxLength: 3 }), extra)
  .map(([id, by, type, seen, more]): StoredEvent => {
    const event = [
      tagged('', text, 'The pier was closed', 'needs-source', seen),
      untagged('', ...seen),
      noted('', text, 'Nobody was hurt', by),
      added('', text, 'pier', 'name'),
      tookBack('', id),
    ][type]!;
    const fields = new Map<string, unknown>([...Object.entries(more), ...Object.entries({ ...event, id, by, seen })]);
    return Object.fromEntries(fields) as unknown as StoredEvent;
  });
const later = fc.tuple(some, extra, fc.constantFrom('tagged', 'gaveEvidence', 'later'), fc.constantFrom(3, 4)).map(
  ([id, more, type, v]): StoredEvent => ({
    type: 'later',
    id,
    seen: [],
    raw: Object.fromEntries([...Object.entries(more), ...Object.entries({ v, id, type, seen: [] })]),
  }),
);
const stored = fc.array(fc.oneof(known, later), { minLength: 1, maxLength: 6 });

test('what was written is read again, unknown fields and newer events too', () => {
  fc.assert(
    fc.property(stored, (events) => {
      const lines = serialiseEvents(events);
      const read = parseEvents(lines, 'a.jsonl');
      expect(read.problems).toEqual([]);
      expect(serialiseEvents(read.events)).toBe(lines);
      // JSON knows no negative zero.
      expect(read.events).toEqual(JSON.parse(JSON.stringify(events)));
    }),
  );
});

test('whatever a file holds, reading it does not fail, and no good line is lost', () => {
  const good = serialiseEvents([noted('n1', text, 'pier')]);
  const odd = fc.oneof(
    anyText(30),
    fc.json(),
    fc.constantFrom(
      '<<<<<<< HEAD',
      'null',
      '[]',
      '{"v":1}',
      '{"v":1,"id":"a","type":"tagged","seen":[]}',
      `${'['.repeat(5000)}`,
    ),
  );
  fc.assert(
    fc.property(odd, odd, (before, after) => {
      const [first, last] = [before, after].map((line) => line.replaceAll('\n', ' '));
      const read = parseEvents(`${first}\n${good}${last}`, 'a.jsonl');
      expect(read.events.map((event) => event.id)).toContain('n1');
    }),
  );
});

test('a bad line is named by file and line', () => {
  const good = serialiseEvents([noted('n1', text, 'pier')]).trim();
  const lines = [
    good,
    '<<<<<<< HEAD',
    '{"v":1}',
    JSON.stringify({ ...tagged('t1', text, 'pier'), tag: '' }),
    JSON.stringify({ ...tagged('t2', text, 'pier'), document: '../secret.txt' }),
    JSON.stringify({ ...tagged('t3', text, 'pier'), at: 'yesterday' }),
    `"${'x'.repeat(1_000_001)}"`,
    `{"v":1,"id":"d","type":"new","seen":[],"deep":${'['.repeat(100)}${']'.repeat(100)}}`,
    good.slice(0, 40),
  ];
  const { events, problems } = parseEvents(lines.join('\r\n'), '.seedmark/ann/a.jsonl');
  expect(events).toHaveLength(1);
  expect(problems.map(({ line, cause }) => [line, cause.type === 'field' ? cause.name : cause.type])).toEqual([
    [2, 'conflict'],
    [3, 'id'],
    [4, 'tag'],
    [5, 'document'],
    [6, 'at'],
    [7, 'tooLong'],
    [8, 'tooDeep'],
    [9, 'cutOff'],
  ]);
  expect(problems[0]!.file).toBe('.seedmark/ann/a.jsonl');
});

test('a tag is any visible text of up to sixty characters', () => {
  for (const tag of ['verified', 'à vérifier', '😀'.repeat(60), 'two words']) expect(isTag(tag)).toBe(true);
  for (const tag of ['', '  ', 'a\nb', 'a\u0000', '😀'.repeat(61), 7, null]) expect(isTag(tag)).toBe(false);
});

test('an empty file is one that was cut off, and is told', () => {
  expect(parseEvents('', 'a.jsonl').problems).toEqual([{ file: 'a.jsonl', line: 0, cause: { type: 'empty' } }]);
});

test('what the first version of the format wrote means the same', () => {
  const { behind: _, ...target } = tagged('', text, 'pier').target;
  const then = { v: 1, at: '2022-03-03T10:00:00Z', by: 'Ann Moor', seen: [] };
  const about = { document: 'fire.txt', text: '0'.repeat(64) };
  const lines = [
    { ...then, id: 'a', type: 'tagged', ...about, tag: 'verified', target: { ...target, saidBy: 'Oda Brandt' } },
    { ...then, id: 'b', type: 'tookBack', event: 'a' },
  ];
  const { events, problems } = parseEvents(lines.map((line) => JSON.stringify(line)).join('\n'), 'a.jsonl');
  expect(problems).toEqual([]);
  expect(events).toMatchObject([{ target: { behind: { speaker: 'Oda Brandt' } } }, { events: ['a'] }]);
});
