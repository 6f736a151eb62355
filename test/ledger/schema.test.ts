import fs from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventLine, type LedgerEvent, parseEvents } from '../../src/ledger/events.ts';
import { added, noted, tagged, tookBack, untagged } from './samples.ts';

// What VS Code is told of the format, and what Seedmark reads, are two texts about one thing.
const isValid = new Ajv({ strictTypes: false }).compile(
  JSON.parse(fs.readFileSync('media/ledger.schema.json', 'utf8')),
);

const text = 'The pier was closed, he said. Nobody was hurt.';
const note = noted('n1', text, 'The pier was closed');
const { target } = note;
const claim = {
  ...note,
  target: {
    ...target,
    stood: { times: 2, alike: 1, number: 1 },
    cue: noted('', text, 'said').target,
    behind: {
      speaker: 'Ilmar Vessen',
      names: ['Ilmar Vessen'],
      dates: ['2031-03-04'],
      counted: ['pier'],
      place: 'Kelvane',
    },
  },
};
const corrections = [
  { aspect: 'speaker', name: '' },
  { aspect: 'bounds', to: noted('', text, 'pier').target },
  { aspect: 'kind', kind: 'place' },
  { aspect: 'value', low: 3, high: 4, unit: 'km' },
  { aspect: 'sameAs', name: 'Vessen' },
  { aspect: 'apart' },
] as const;
const events: readonly LedgerEvent[] = [
  { ...claim, act: 'a1' },
  { ...tagged('t1', text, 'pier', 'for Monday', ['t0']), act: 'a1' },
  untagged('u1', 't1'),
  added('m1', text, 'pier', 'name'),
  tookBack('b1', 't1', 'u1'),
  { ...note, type: 'reviewed', tags: ['t1'] },
  { ...note, type: 'resolved', notes: ['n1'] },
  { ...note, type: 'rejected', what: 'figure', everywhere: true },
  {
    ...note,
    type: 'gaveEvidence',
    evidence: { source: 'minutes.pdf', locator: 'p. 4', passage: 'closed', hash: 'a'.repeat(64) },
  },
  { v: 2, id: 'v1', at: note.at, by: 'Bo Ek', seen: [], type: 'moved', document: 'a/fire.txt', to: 'b/fire.txt' },
  ...corrections.map((correction) => ({ ...note, type: 'corrected', what: 'claim', correction }) as const),
];

const isRead = (line: string): boolean => parseEvents(line, 'a.jsonl').problems.length === 0;

test('the schema knows every kind of event', () => {
  for (const event of events) {
    const line = eventLine(event);
    expect(isRead(line), line).toBe(true);
    expect(isValid(JSON.parse(line)), `${line} ${JSON.stringify(isValid.errors)}`).toBe(true);
  }
});

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Every place in a value, as the keys that lead there. */
const places = (value: Json): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[key], ...places(inner).map((rest) => [key, ...rest])])
    : [];

/** The value with something else, or nothing, at a place. */
function changedAt(value: Json, [key, ...rest]: readonly string[], to: Json | undefined): Json {
  const copy = structuredClone(value) as Record<string, Json>;
  if (rest.length > 0) copy[key!] = changedAt(copy[key!]!, rest, to);
  else if (to !== undefined) copy[key!] = to;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete copy[key!];
  return copy;
}

/** That one number is at most another is more than a schema can say. */
const isOrder = (place: readonly string[]): boolean => /^(start|end|times|alike|number)$/.test(place.at(-1)!);

test('what the schema refuses is not read, and what is read the schema accepts', () => {
  const odd = fc.oneof(
    fc.constantFrom<Json | undefined>(
      undefined,
      null,
      '',
      ' ',
      'x',
      '../x',
      'a/b',
      'claim',
      'later',
      -1,
      0,
      2,
      3,
      1.5,
      true,
      [],
      ['a'],
      [1],
      {},
    ),
    fc.constantFrom<Json>('2031-03-04T10:00:00Z', 'a'.repeat(64), 'a'.repeat(201), 'a\u0007b'),
  );
  fc.assert(
    fc.property(fc.constantFrom(...events), fc.nat(), odd, (event, nth, to) => {
      const whole: Json = JSON.parse(eventLine(event));
      const all = places(whole);
      const place = all[nth % all.length]!;
      const changed = changedAt(whole, place, to);
      const [read, valid] = [isRead(JSON.stringify(changed)), isValid(changed)];
      if (isOrder(place)) expect(valid || !read).toBe(true);
      else expect(valid).toBe(read);
    }),
    { numRuns: 3000 },
  );
});
