import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { detectSeed } from '../../src/seed/detect.ts';
import { readHead } from '../../src/seed/head.ts';

const FOLDER = new URL('../../seeds/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

interface Sample {
  readonly name: string;
  readonly date?: string;
  readonly place: string;
  readonly agency?: string;
  readonly byline?: string;
  readonly body: string;
}

const SAMPLES: readonly Sample[] = [
  {
    name: '2031-02-09-bridge-sabotage-inquiry.txt',
    date: '2031-02-09',
    place: 'NOR-TALYSK',
    agency: 'NORDA',
    body: 'Investigators in Saldania',
  },
  {
    name: '2031-04-12-ferry-fire-first-toll.txt',
    place: 'PORT SARNEL',
    agency: 'Meridian',
    body: 'At least 11 people',
  },
  {
    name: '2031-04-12-ferry-fire-rising-toll.txt',
    date: '2031-04-12',
    place: 'Port Sarnel',
    agency: 'CPA',
    body: 'Sixteen people',
  },
  {
    name: '2031-04-13-transport-ministry-statement.txt',
    date: '2031-04-13',
    place: 'Port Sarnel',
    body: 'The Ministry of Transport and Ports shares',
  },
  {
    name: '2031-04-15-harbour-pilot-interview.txt',
    date: '2031-04-15',
    place: 'Port Sarnel',
    byline: 'Clara Venn',
    body: 'Birger Naess, 58',
  },
  {
    name: '2031-05-03-reservoir-levels.md',
    date: '2031-05-03',
    place: 'Kessaba',
    agency: 'Southwind News Service',
    byline: 'Nadia Okello-Renn',
    body: 'The five reservoirs',
  },
  {
    name: '2031-06-21-flood-relief-accounts.txt',
    date: '2031-06-21',
    place: 'DRAVENBURG',
    agency: 'Meridian',
    byline: 'Hanne Quill and Milos Drabek',
    body: 'Nearly a fifth',
  },
  {
    name: '2031-07-02-market-hall-collapse.txt',
    date: '2031-07-02',
    place: 'ORSK VALE',
    agency: 'Meridian',
    body: 'The roof of the covered market',
  },
];

test.each(SAMPLES)('$name has its head read', ({ name, date, place, agency, byline, body }) => {
  const text = read(name);
  const head = readHead(text);
  expect(head.date?.iso).toBe(date);
  expect(head.place && text.slice(head.place.start, head.place.end)).toBe(place);
  expect(head.agency?.name).toBe(agency);
  expect(head.byline?.name).toBe(byline);
  expect(text.slice(head.end, head.end + body.length)).toBe(body);
});

test('every sample is a seed, in its folder and by its text alone', () => {
  const names = readdirSync(FOLDER);
  expect(names.sort()).toEqual(SAMPLES.map(({ name }) => name));
  for (const name of names) {
    expect(detectSeed(read(name), { path: `seeds/${name}` }).isSeed, name).toBe(true);
    expect(detectSeed(read(name), { path: `elsewhere/${name}` }).isSeed, name).toBe(true);
  }
});
