import { expect, test } from 'vitest';
import { arrange, type Entry, entriesOf, type Row, type Wanted } from '../../src/panel/arrange.ts';
import type { PanelClaim, PanelSpeaker, PanelState } from '../../src/panel/protocol.ts';

const claim = (id: string, place: number, more: Partial<PanelClaim> = {}): PanelClaim => {
  const open = { kind: 'indirect', certainty: 'asserted', state: 'open', figures: [], tags: [], notes: [] } as const;
  return { ...open, id, words: `Words of ${id}`, line: place + 1, place, ...more };
};

const speakers: readonly PanelSpeaker[] = [
  { name: 'Ann Moor', claims: [claim('a', 0), claim('c', 2, { state: 'verified', figures: ['3 boats'] })] },
  { name: 'the coastguard', unnamed: true, claims: [claim('b', 1, { state: 'changed', unnamed: true })] },
  { name: 'Ann Moor', claims: [claim('d', 3, { kind: 'direct' })] },
];
const summary = { claims: 4, quotes: 4, speakers: 3, figures: 1, checked: 1 };
const document: Extract<PanelState, { type: 'document' }> = {
  type: 'document',
  title: 'flood.txt',
  summary,
  speakers,
  lost: [],
  tags: [],
};
const entries: readonly Entry[] = entriesOf(document);
const all: Wanted = {
  order: 'speaker',
  filter: 'all',
  speaker: '',
  search: '',
  folded: new Set(),
  held: () => false,
};

/** "Ann Moor: a c" for each heading with its claims, "a" for a claim without one. */
function told(rows: readonly Row[]): readonly string[] {
  const lines: string[] = [];
  for (const row of rows) {
    if (row.type === 'heading')
      lines.push(`${row.about.type === 'speaker' ? row.about.speaker.name : row.about.state}:`);
    else if (row.under === undefined) lines.push(row.key);
    else lines.push(`${lines.pop()} ${row.key}`);
  }
  return lines;
}

const shown = (wanted: Partial<Wanted>) => told(arrange(entries, { ...all, ...wanted }).rows);

test('claims stand by speaker, in text order, or by state with the most urgent first', () => {
  expect(shown({})).toEqual(['Ann Moor: a c', 'the coastguard: b', 'Ann Moor: d']);
  expect(shown({ order: 'text' })).toEqual(['a', 'b', 'c', 'd']);
  expect(shown({ order: 'state' })).toEqual(['changed: b', 'open: a d', 'verified: c']);
});

test('filters and search leave what all of them let through, and headings only where something is left', () => {
  expect(shown({ filter: 'figures' })).toEqual(['Ann Moor: c']);
  expect(shown({ filter: 'kind:direct', search: 'moor' })).toEqual(['Ann Moor: d']);
  expect(shown({ filter: 'unnamed' })).toEqual(['the coastguard: b']);
  expect(shown({ speaker: entries[3]!.speakerKey })).toEqual(['Ann Moor: d']);
  expect(shown({ speaker: entries[3]!.speakerKey, filter: 'changed' })).toEqual([]);
});

test('what is being written in stays, but does not count as let through', () => {
  const { rows, passed } = arrange(entries, { ...all, filter: 'figures', held: (id) => id === 'b' });
  expect(told(rows)).toEqual(['Ann Moor: c', 'the coastguard: b']);
  expect(passed).toBe(1);
});

test('a screen reader is told each row’s place among its like, folded or not', () => {
  const { rows } = arrange(entries, { ...all, folded: new Set([entries[0]!.speakerKey]) });
  const places = rows.map((row) => `${row.key.split('\n')[1] ?? row.key} ${row.place}/${row.of}`);
  expect(places).toEqual(['Ann Moor 1/3', 'the coastguard 2/3', 'b 1/1', 'Ann Moor 3/3', 'd 1/1']);
});
