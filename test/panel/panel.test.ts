// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { openPanel } from '../../src/panel/panel.ts';
import type { FromPanel, PanelClaim, PanelState } from '../../src/panel/protocol.ts';

type Document = Extract<PanelState, { type: 'document' }>;

let sent: FromPanel[];
let kept: unknown;
let receive: (message: unknown) => void;

beforeEach(() => {
  kept = undefined;
  open();
});

function open(): void {
  document.body.remove();
  document.documentElement.append(document.createElement('body'));
  sent = [];
  receive = openPanel(document.body, {
    postMessage: (message) => sent.push(message),
    getState: () => kept,
    setState: (state) => {
      kept = JSON.parse(JSON.stringify(state));
    },
  });
}

function claim(id: string, words: string, more: Partial<PanelClaim> = {}): PanelClaim {
  const open = {
    kind: 'indirect',
    certainty: 'asserted',
    state: 'open',
    figures: [],
    tags: [],
    notes: [],
    line: 1,
    place: 0,
  } as const;
  return { ...open, id, words, ...more };
}

const verified = { id: 't1', tag: 'verified', label: 'Verified', by: 'Anna', when: '7 February', own: true } as const;
const okoro = [
  claim('a', 'The gates were shut', { kind: 'direct' }),
  claim('b', 'Twelve boats were lost', { figures: ['12 boats'], state: 'verified', tags: [verified] }),
];

function show(first: readonly PanelClaim[] = okoro, more: Partial<Document> = {}): void {
  const speakers = [
    { name: 'Rizal Okoro', description: 'of the harbour', claims: first },
    { name: 'The document itself', claims: [claim('c', 'The river rose', { kind: 'own', unattributed: true })] },
  ];
  const tags = [
    { tag: 'verified', label: 'Verified' },
    { tag: 'legal', label: 'Ask legal' },
  ];
  const summary = { claims: 3, quotes: 1, speakers: 2, figures: 1, checked: 1 };
  const state = { type: 'document', title: 'flood.txt', summary, speakers, lost: [], tags, ...more };
  receive({ type: 'state', state });
}

const item = (id: string) => document.querySelector<HTMLElement>(`[data-claim=${id}]`)!;
const sentOf = (type: string) => sent.filter((message) => message.type === type);
const visible = () =>
  [...document.querySelectorAll<HTMLElement>('[data-claim]')]
    .filter((row) => !row.closest('[hidden]'))
    .map((row) => row.dataset.claim);

function press(key: string, more: KeyboardEventInit = {}): void {
  document.activeElement!.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
  );
}

function type(text: string): HTMLTextAreaElement {
  const area = document.activeElement as HTMLTextAreaElement;
  area.value = text;
  area.dispatchEvent(new Event('input', { bubbles: true }));
  return area;
}

function search(words: string): void {
  const input = document.querySelector<HTMLInputElement>('[name=search]')!;
  input.value = words;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

test('it says that it is ready, and reads until the document comes', () => {
  expect(sent).toEqual([{ type: 'ready' }]);
  expect(document.body.textContent).toContain('Reading');
  show();
  expect(document.querySelector('.page')).toHaveProperty('hidden', false);
  expect(document.querySelector('.summary')?.textContent).toBe('1 quote, 2 speakers, 1 figure');
  expect(document.querySelector('.checked')?.textContent).toBe('1 of 3 checked');
});

test('a document that is no seed can be treated as one', () => {
  receive({ type: 'state', state: { type: 'nothing', message: 'Not a seed.', offer: 'treatAsSeed' } });
  document.querySelector<HTMLElement>('[data-action=offer]')!.click();
  expect(sentOf('offer')).toEqual([{ type: 'offer', offer: 'treatAsSeed' }]);
});

test('words that look like HTML stay words', () => {
  const evil = '<img src=x onerror="alert(1)">';
  const given = { by: evil, when: evil };
  const told = {
    change: [
      { type: 'gone', words: evil },
      { type: 'new', words: evil },
    ],
    behind: [evil],
    notes: [{ id: 'n', text: evil, ...given }],
    evidence: [{ id: 'e', text: evil, ...given }],
    disagreements: [{ about: evil, sides: [{ says: evil, ...given }] }],
    figures: [evil],
  } as const;
  show([claim('a', evil, told), claim('b', evil)]);
  expect(document.querySelector('img')).toBeNull();
  expect([...item('a').querySelectorAll('.words > *')].map((piece) => piece.textContent)).toEqual([evil, evil]);
  expect(item('b').querySelector('.words')?.textContent).toBe(evil);
});

test('only the speaker’s own words stand in quotation marks', () => {
  show();
  expect(item('a').querySelector('.words')?.textContent).toBe('“The gates were shut”');
  expect(item('b').querySelector('.words')?.textContent).toBe('Twelve boats were lost');
});

test('that words were denied stands before them, and is heard before them', () => {
  show([claim('a', 'The gates were shut', { certainty: 'denied' }), claim('b', 'Twelve boats were lost')]);
  expect(item('a').querySelector('.words')?.textContent).toBe('Denied: The gates were shut');
  expect(item('b').querySelector('.words')?.textContent).toBe('Twelve boats were lost');
  expect(item('a').getAttribute('aria-label')).toMatch(/^Rizal Okoro denied, indirect quote: The gates were shut/);
});

test('a screen reader hears who said what, how, who checked it and how many figures', () => {
  show();
  expect(item('b').getAttribute('aria-label')).toBe(
    'Rizal Okoro said, indirect quote: Twelve boats were lost, verified by Anna, contains 1 figure, line 1',
  );
});

test('changed words are never shown as verified', () => {
  const change = [
    { type: 'gone', words: 'Twelve' },
    { type: 'new', words: 'Thirteen' },
    { type: 'same', words: 'boats' },
  ] as const;
  show([claim('a', 'Thirteen boats', { state: 'changed', tags: [verified], change, behind: ['Speaker: Ann → Bo'] })]);
  expect(item('a').textContent).toContain('Changed since verified');
  expect(item('a').querySelector('del')?.textContent).toBe('Twelve');
  expect(item('a').querySelector('ins')?.textContent).toBe('Thirteen');
  expect(item('a').getAttribute('aria-label')).toContain(
    'changed since verified, instead of Twelve, Speaker: Ann → Bo',
  );
  expect(item('a').getAttribute('aria-label')).not.toContain('verified by');
  receive({ type: 'select', claim: 'a', focus: true });
  press('v');
  expect(sentOf('tag')).toEqual([{ type: 'tag', claims: ['a'], tag: 'verified' }]);
});

test('arrows, Home and End move; folding hides a speaker’s claims from them', () => {
  show();
  receive({ type: 'select', claim: 'a', focus: true });
  const at = () => (document.activeElement as HTMLElement).dataset.claim ?? document.activeElement!.textContent;
  press('ArrowDown');
  expect(at()).toBe('b');
  press('End');
  expect(at()).toBe('c');
  press('Home');
  expect(at()).toContain('Rizal Okoro');
  press('ArrowLeft');
  expect(visible()).toEqual(['c']);
  press('ArrowDown');
  press('ArrowDown');
  expect(at()).toBe('c');
  expect(document.querySelectorAll('[role=treeitem][tabindex="0"]')).toHaveLength(1);
});

test('the keyboard, brought to the page where no claim is meant, lands in the list', () => {
  show();
  receive({ type: 'select', claim: undefined, focus: true });
  expect((document.activeElement as HTMLElement).dataset.heading).toContain('Rizal Okoro');
  (document.activeElement as HTMLElement).blur();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
  expect((document.activeElement as HTMLElement).dataset.claim).toBe('c');
});

test('the keyboard, brought to a document that is no seed, lands on what can be done', () => {
  receive({ type: 'state', state: { type: 'nothing', message: 'Not a seed.', offer: 'treatAsSeed' } });
  receive({ type: 'select', claim: undefined, focus: true });
  expect(document.activeElement?.textContent).toBe('Treat as seed');
});

test('a source without a name stands as a heading, a title behind its bearer', () => {
  const heading = () => document.querySelector('.heading .who')?.textContent;
  const of = (name: string, description?: string) =>
    show([], { speakers: [{ name, ...(description ? { description } : {}), claims: [claim('a', 'It rose')] }] });
  of('the coastguard');
  expect(heading()).toBe('The coastguard');
  of('Rizal Okoro', 'of the harbour');
  expect(heading()).toBe('Rizal Okoro of the harbour');
  of('Rizal Okoro', 'Harbour Master');
  expect(heading()).toBe('Rizal Okoro, Harbour Master');
  expect(document.querySelector('.heading')?.getAttribute('aria-label')).toBe('Rizal Okoro, Harbour Master, 1 claim');
});

test('letters tag the claim the keyboard is on, and nothing while typing', () => {
  show();
  receive({ type: 'select', claim: 'a', focus: true });
  press('v');
  expect(sentOf('tag')).toEqual([{ type: 'tag', claims: ['a'], tag: 'verified' }]);
  press('v', { ctrlKey: true });
  press('n');
  press('v');
  press('/');
  expect(document.activeElement).toBeInstanceOf(HTMLTextAreaElement);
  expect(sentOf('tag')).toHaveLength(1);
});

test('a verdict given by key goes on to the next unchecked claim in the list’s order once it is there; by mouse it stays', () => {
  const at = () => (document.activeElement as HTMLElement).dataset.claim;
  const mine = (tag: string) => ({ state: 'verified', tags: [{ ...verified, tag }] }) as const;
  const [a, b] = okoro as [PanelClaim, PanelClaim];
  const d = claim('d', 'Nobody was hurt');
  const advances = { advances: true } as const;
  show([a, b, d], advances);
  receive({ type: 'select', claim: 'a', focus: true });
  press('v');
  expect(at()).toBe('a');
  show([{ ...a, ...mine('verified') }, b, d], { ...advances, undo: 'Verified: The gates' });
  expect(at()).toBe('d');
  expect(document.querySelector('.status')?.textContent).toBe('Verified: The gates');
  receive({ type: 'select', claim: 'a', focus: true });
  press('v');
  expect(sentOf('untag')).toEqual([{ type: 'untag', claim: 'a', event: 't1' }]);
  show([a, b, d], advances);
  expect(at()).toBe('a');
  item('a').querySelector<HTMLElement>('[data-value=verified]')!.click();
  show([{ ...a, ...mine('verified') }, b, d], advances);
  expect(at()).toBe('a');
});

test('Undo leads to the claim that it changes', () => {
  const given = { ...okoro[0]!, state: 'verified', tags: [verified] } as const;
  show([given, okoro[1]!], { undo: 'Verified: The gates' });
  receive({ type: 'select', claim: 'c', focus: true });
  press('u');
  show(okoro, { redo: 'Verified: The gates' });
  expect(document.activeElement).toBe(item('a'));
  expect(document.querySelector('.status')?.textContent).toBe('Taken back: Verified: The gates');
});

test('it stays where the same words stand elsewhere too, at the last one, and where it is not to go on', () => {
  const at = () => (document.activeElement as HTMLElement).dataset.claim;
  const given = { ...okoro[0]!, state: 'verified', tags: [verified] } as const;
  const advances = { advances: true } as const;
  show(okoro, advances);
  receive({ type: 'select', claim: 'a', focus: true });
  press('v');
  show([{ ...given, elsewhere: 1 }, okoro[1]!], advances);
  expect(at()).toBe('a');
  show(okoro);
  press('v');
  show([given, okoro[1]!]);
  expect(at()).toBe('a');
});

test('own tags are reached by keyboard', () => {
  show();
  receive({ type: 'select', claim: 'a', focus: true });
  press('t');
  (document.activeElement as HTMLElement).click();
  expect(sentOf('tag')).toEqual([{ type: 'tag', claims: ['a'], tag: 'legal' }]);
  press('Escape');
  expect(document.activeElement).toBe(item('a'));
});

test('what was done last is taken back and done again, by key and by button, and both say what it was', () => {
  show(okoro, { undo: 'Verified: Twelve boats', redo: 'Disputed: The gates' });
  receive({ type: 'select', claim: 'b', focus: true });
  press('Delete');
  press('u');
  press('U', { shiftKey: true });
  press('z', { ctrlKey: true });
  press('y', { metaKey: true });
  const undo = document.querySelector<HTMLButtonElement>('[data-action=undo]')!;
  expect(undo.getAttribute('aria-label')).toBe('Undo (U): Verified: Twelve boats');
  undo.click();
  expect(sent.slice(1)).toEqual([
    { type: 'untag', claim: 'b', event: 't1' },
    ...['undo', 'redo', 'undo', 'redo', 'undo'].map((type) => ({ type })),
  ]);
  show();
  expect(undo.disabled).toBe(true);
});

test('a verdict’s key takes back one’s own alone; another’s, or one that is contradicted, it does not remove', () => {
  const { own: _, ...theirs } = { ...verified, id: 't2', by: 'Bo' };
  show([
    claim('a', 'The gates were shut', { state: 'verified', tags: [theirs] }),
    claim('b', 'Twelve boats were lost', { state: 'disagreement', tags: [verified, { ...theirs, tag: 'disputed' }] }),
    claim('d', 'Nobody was hurt', { state: 'verified', tags: [verified, theirs] }),
  ]);
  for (const id of ['a', 'b', 'd']) {
    receive({ type: 'select', claim: id, focus: true });
    press('v');
  }
  expect(sentOf('tag').map((message) => 'claims' in message && message.claims)).toEqual([['a'], ['b']]);
  expect(sentOf('untag')).toEqual([{ type: 'untag', claim: 'd', event: 't1' }]);
});

test('a verdict on a speaker’s row is one deed for all that is shown of theirs', () => {
  show();
  document.querySelector<HTMLElement>('.heading')!.focus();
  press('d');
  expect(sentOf('tag')).toEqual([{ type: 'tag', claims: ['a', 'b'], tag: 'disputed' }]);
});

test('evidence is given with where it stands, and shown with who gave it', async () => {
  const evidence = [{ id: 'e', text: 'https://example.org, p. 4', isLink: true, by: 'Bo', when: 'today' }] as const;
  show([claim('a', 'The gates were shut', { evidence })]);
  expect(item('a').textContent).toContain('https://example.org, p. 4 Bo');
  receive({ type: 'select', claim: 'a', focus: true });
  press('e');
  await Promise.resolve();
  const fields = [...item('a').querySelectorAll<HTMLInputElement>('.draft vscode-textfield')];
  for (const [index, value] of ['a.pdf', ' p. 7 ', 'shut'].entries()) fields[index]!.value = value;
  press('Enter');
  item('a').querySelector<HTMLElement>('[data-action=openEvidence]')!.click();
  expect(sent.slice(1)).toEqual([
    { type: 'evidence', claim: 'a', source: 'a.pdf', locator: 'p. 7', passage: 'shut' },
    { type: 'openEvidence', claim: 'a', event: 'e' },
  ]);
  expect(document.activeElement).toBe(item('a'));
});

test('editors who disagree are both heard, and what another verified can be confirmed', () => {
  const sides = [
    { says: 'Verified', by: 'Ann', when: 'today' },
    { says: 'Disputed', by: 'Bo', when: 'today' },
  ];
  show([
    claim('a', 'The gates were shut', { state: 'disagreement', disagreements: [{ about: 'On the verdict', sides }] }),
    claim('b', 'Twelve boats', { state: 'verified', tags: [verified], canReview: true }),
  ]);
  expect(item('a').textContent).toContain('On the verdictVerified AnnDisputed Bo');
  expect(item('a').getAttribute('aria-label')).toContain('On the verdict: Verified by Ann, Disputed by Bo');
  receive({ type: 'select', claim: 'a', focus: true });
  press('r');
  receive({ type: 'select', claim: 'b', focus: true });
  press('r');
  expect(sentOf('review')).toEqual([{ type: 'review', claim: 'b' }]);
});

test('a note being written survives snapshots, filters, another order and a reload', () => {
  show();
  receive({ type: 'select', claim: 'a', focus: true });
  press('n');
  const area = type('Call the ward');
  area.setSelectionRange(4, 8);
  show([claim('new', 'A new claim'), okoro[1]!, { ...okoro[0]!, state: 'disputed' }]);
  search('nothing like it');
  expect(document.activeElement).toBe(area);
  expect([area.value, area.selectionStart, area.selectionEnd]).toEqual(['Call the ward', 4, 8]);
  expect(visible()).toContain('a');
  open();
  show();
  expect(item('a').querySelector('textarea')?.value).toBe('Call the ward');
});

test('Enter saves a note, Shift+Enter and composing do not, Escape drops it', () => {
  show();
  receive({ type: 'select', claim: 'a', focus: true });
  press('n');
  type(' Call the ward ');
  press('Enter', { shiftKey: true });
  press('Enter', { isComposing: true });
  expect(sentOf('note')).toEqual([]);
  press('Enter');
  expect(sentOf('note')).toEqual([{ type: 'note', claim: 'a', text: 'Call the ward' }]);
  expect(document.activeElement).toBe(item('a'));
  press('n');
  type('no');
  press('Escape');
  expect(item('a').querySelector('textarea')).toBeNull();
  expect(sentOf('note')).toHaveLength(1);
});

test('Enter and a click go to the text; a selection from the text is not sent back', () => {
  show();
  receive({ type: 'select', claim: 'c', focus: false });
  receive({ type: 'select', claim: 'a', focus: true });
  expect(sentOf('reveal')).toEqual([]);
  expect(item('a').getAttribute('aria-current')).toBe('true');
  expect(item('c').hasAttribute('aria-current')).toBe(false);
  press('Enter');
  item('c').querySelector<HTMLElement>('.words')!.click();
  expect(sentOf('reveal')).toEqual([
    { type: 'reveal', claim: 'a', focus: true },
    { type: 'reveal', claim: 'c', focus: false },
  ]);
});

test('one claim is current: the text’s cursor’s, unless the keyboard is in the page or something is written there', () => {
  const open = () =>
    [...document.querySelectorAll<HTMLElement>('[aria-current], .actions')].map(
      (part) => part.closest<HTMLElement>('.claim')?.dataset.claim,
    );
  show();
  receive({ type: 'select', claim: 'a', focus: false });
  expect(open()).toEqual(['a', 'a']);
  receive({ type: 'select', claim: 'b', focus: true });
  receive({ type: 'select', claim: 'c', focus: false });
  expect(open()).toEqual(['b', 'b']);
  (document.activeElement as HTMLElement).blur();
  receive({ type: 'select', claim: 'c', focus: false });
  expect(open()).toEqual(['c', 'c']);
  receive({ type: 'select', claim: 'a', focus: true });
  press('n');
  type('Call the ward');
  (document.activeElement as HTMLElement).blur();
  receive({ type: 'select', claim: 'b', focus: false });
  expect(open()).toEqual(['a', 'a']);
});

test('a claim that the cursor is in is current once the page hears of it', () => {
  show();
  receive({ type: 'select', claim: 'new', focus: false });
  show([claim('new', 'A new claim'), ...okoro]);
  expect(item('new').getAttribute('aria-current')).toBe('true');
});

test('a selection opens its speaker and, asked to take the keyboard, lifts the filter', () => {
  show();
  document.querySelector<HTMLElement>('.heading .row')!.click();
  expect(visible()).toEqual(['c']);
  search('river');
  receive({ type: 'select', claim: 'b', focus: true });
  expect(visible()).toContain('b');
  expect(document.activeElement).toBe(item('b'));
});

test('filters carry counts, and search looks at words, speakers, figures, tags and notes', () => {
  show([...okoro, claim('d', 'x', { notes: [{ id: 'n', text: 'Café', by: 'Jo', when: '' }] })]);
  const select = document.querySelector<HTMLSelectElement>('[name=filter]')!;
  const labels = [...select.options].map((option) => option.textContent);
  expect(labels).toEqual([
    'All claims (4)',
    'Unchecked (3)',
    'Changed (0)',
    'Disputed (0)',
    'Needs source (0)',
    'Verified (1)',
    'With figures (1)',
    'Unattributed (1)',
    'Unnamed sources (0)',
    'Direct quote (1)',
    'Partly quoted (0)',
    'Indirect quote (2)',
    'The text’s own words (1)',
    'Ask legal (0)',
  ]);
  const found = (words: string) => {
    search(words);
    return visible();
  };
  expect(found('GATES')).toEqual(['a']);
  expect(found('okoro boats')).toEqual(['b']);
  expect(found('12 boats anna')).toEqual(['b']);
  expect(found('cafe')).toEqual(['d']);
  expect(found('.*')).toEqual([]);
  expect(found('')).toHaveLength(4);
  select.value = 'verified';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  expect(visible()).toEqual(['b']);
  open();
  show();
  expect(visible()).toEqual(['b']);
});

test('when a tag takes a claim out of the filter the keyboard goes on to the next', () => {
  show();
  const select = document.querySelector<HTMLSelectElement>('[name=filter]')!;
  select.value = 'open';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  receive({ type: 'select', claim: 'a', focus: true });
  show([{ ...okoro[0]!, state: 'verified', tags: [verified] }, okoro[1]!]);
  expect(document.activeElement).toBe(item('c'));
});

test('lost decisions are listed with what was decided and by whom', () => {
  show(okoro, { lost: [{ id: 'l', words: 'No warning came', what: 'Verified', by: 'Anna' }] });
  expect(document.querySelector('.lost li')?.textContent).toBe('Verified AnnaNo warning came');
});

test('a claim shows who its pronouns are, how its statement came, on what condition and that nobody is named', () => {
  const pieces = [{ words: 'He', name: 'Ilmar Sorv' }, { words: ' left' }];
  show([claim('a', 'He left', { kind: 'direct', pieces, chain: 'police, by way of AFP', certainty: 'conditional' })]);
  expect(item('a').querySelector('.words')?.textContent).toBe('On a condition: “He [Ilmar Sorv] left”');
  expect(item('a').querySelector('.meta')?.textContent).toBe('from police, by way of AFP');
  expect(item('a').getAttribute('aria-label')).toBe(
    'Rizal Okoro on a condition, direct quote: “He [Ilmar Sorv] left”, unchecked, from police, by way of AFP, line 1',
  );
  const why = 'Found by: “said” and “that” – fairly sure.';
  show([claim('a', 'He left', { unnamed: true, why })]);
  expect(item('a').textContent).not.toContain(why);
  receive({ type: 'select', claim: 'a', focus: true });
  expect(item('a').textContent).toContain(why);
  expect(item('a').querySelector('.meta')?.textContent).toBe('source not named');
  show([], { speakers: [{ name: 'two officials', unnamed: true, claims: [claim('d', 'They left')] }] });
  expect(document.querySelector('.heading .row')?.textContent).toBe('Two officialsnot named1Same as…');
  expect(document.querySelector('.heading')?.getAttribute('aria-label')).toBe('Two officials, not named, 1 claim');
});

test('a claim’s card tells in order: words, state, figures, evidence, notes, by what it was found', () => {
  const given = { by: 'Bo', when: 'today' };
  show([
    claim('a', 'Twelve boats were lost', {
      state: 'verified',
      tags: [verified],
      figures: ['12 boats'],
      evidence: [{ id: 'e', text: 'log.pdf', ...given }],
      notes: [
        { id: 'n', text: 'Ask the ward', ...given, resolved: { by: 'Anna', when: 'today' } },
        { id: 'm', text: 'Asked', ...given },
      ],
      why: 'Found by: “said”.',
    }),
  ]);
  receive({ type: 'select', claim: 'a', focus: true });
  const told = [...item('a').querySelectorAll('.body > *')].map((part) => part.textContent);
  expect(told).toEqual([
    'Twelve boats were lost',
    'Verified Anna, 7 February',
    '12 boats',
    'log.pdf Bo, today',
    'Ask the ward Bo, today Resolved by Anna',
    'Asked Bo, today',
    'Found by: “said”.',
  ]);
  receive({ type: 'select', claim: 'c', focus: true });
  expect(item('c').querySelector('.standing')?.textContent).toBe('Unchecked');
});

test('what was put right about a claim is told with who did, and taken back there', () => {
  const corrections = [{ id: 'k', text: 'Speaker corrected by Bo', when: 'today' }];
  show([claim('a', 'The gates were shut', { corrections })]);
  expect(item('a').getAttribute('aria-label')).toContain('Speaker corrected by Bo');
  receive({ type: 'select', claim: 'a', focus: true });
  expect(item('a').querySelector('.body')?.textContent).toContain('Speaker corrected by Bo, today');
  item('a').querySelector<HTMLElement>('[data-action=remove]')!.click();
  expect(sentOf('remove')).toEqual([{ type: 'remove', claim: 'a', event: 'k' }]);
});

test('what is no claim is found by the filter, with who said so, and is made a claim again', () => {
  const rejected = ['Hello there', 'Good evening'].map((words, place) => ({
    id: `r${place}`,
    words,
    by: 'Bo',
    when: 'today',
    line: 4,
  }));
  const filter = () => document.querySelector<HTMLSelectElement>('[name=filter]')!;
  const labels = () => [...filter().options].map((option) => option.textContent);
  const told = () => [...document.querySelectorAll('.rejected li')].map((row) => row.textContent);
  show();
  expect(labels()).not.toContainEqual(expect.stringContaining('Not claims'));
  show(okoro, { rejected });
  expect(labels()).toContain('Not claims (2)');
  expect(told()).toEqual([]);
  filter().value = 'rejected';
  filter().dispatchEvent(new Event('change', { bubbles: true }));
  expect(visible()).toEqual([]);
  expect(document.querySelector('.empty')).toHaveProperty('hidden', true);
  expect(told()[0]).toBe('Hello there4Not a claim: Bo, todayTake back');
  search('evening');
  expect(told()).toHaveLength(1);
  const back = document.querySelector<HTMLElement>('[data-action=restore]')!;
  back.focus();
  back.click();
  expect(sentOf('restore')).toEqual([{ type: 'restore', event: 'r1' }]);
  search('');
  show();
  expect(filter().value).toBe('all');
  expect(visible()).toEqual(['a', 'b', 'c']);
});

test('the history is offered where there is one', () => {
  show();
  const offered = (id: string) => {
    receive({ type: 'select', claim: id, focus: true });
    return item(id).querySelector('[data-action=history]') !== null;
  };
  expect([offered('a'), offered('b')]).toEqual([false, true]);
});

test('a message that is not as agreed changes nothing', () => {
  show();
  receive({ type: 'state', state: { type: 'document', title: 1 } });
  receive('<b>');
  expect(visible()).toEqual(['a', 'b', 'c']);
});

test('order and density are remembered', () => {
  show();
  const order = document.querySelector<HTMLSelectElement>('[name=order]')!;
  order.value = 'text';
  order.dispatchEvent(new Event('change', { bubbles: true }));
  document.querySelector<HTMLElement>('[data-action=density]')!.click();
  open();
  show();
  expect(document.querySelector('.is-compact')).not.toBeNull();
  expect(document.querySelector<HTMLSelectElement>('[name=order]')!.value).toBe('text');
  expect(document.querySelectorAll('[data-heading]')).toHaveLength(0);
});
