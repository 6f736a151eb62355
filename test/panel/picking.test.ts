// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { openPanel } from '../../src/panel/panel.ts';
import type { FromPanel, PanelClaim } from '../../src/panel/protocol.ts';

let sent: FromPanel[];
let receive: (message: unknown) => void;

beforeEach(() => {
  document.body.remove();
  document.documentElement.append(document.createElement('body'));
  sent = [];
  receive = openPanel(document.body, {
    postMessage: (message) => sent.push(message),
    getState: () => undefined,
    setState: () => {},
  });
});

const claim = (id: string, place: number, more: Partial<PanelClaim> = {}): PanelClaim => {
  const open = { kind: 'indirect', certainty: 'asserted', state: 'open', figures: [], tags: [], notes: [] } as const;
  return { ...open, id, words: `Words of ${id}`, line: place + 1, place, ...more };
};

function show(claims: readonly PanelClaim[], offered = ['verified', 'disputed'], done = {}): void {
  const summary = { claims: claims.length, quotes: 1, speakers: 1, figures: 0, checked: 0 };
  const speakers = [{ name: 'Rizal Okoro', claims }];
  const tags = offered.map((tag) => ({ tag, label: tag }));
  receive({
    type: 'state',
    state: { type: 'document', title: 'flood.txt', summary, speakers, lost: [], tags, ...done },
  });
}

const item = (id: string) => document.querySelector<HTMLElement>(`[data-claim=${id}]`)!;
const picked = () =>
  [...document.querySelectorAll<HTMLElement>('[aria-selected=true]')].map((row) => row.dataset.claim ?? '');
const bar = () => document.querySelector<HTMLElement>('.bulk')!;
const sentOf = (type: string) => sent.filter((message) => message.type === type);

function press(key: string, more: KeyboardEventInit = {}): void {
  document.activeElement!.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
  );
}

const click = (id: string, more: MouseEventInit = {}) =>
  item(id)
    .querySelector('.words')!
    .dispatchEvent(new MouseEvent('click', { bubbles: true, ...more }));

const four = ['a', 'b', 'c', 'd'].map((id, place) => claim(id, place));

test('claims are picked by keyboard: with Shift a run, with Control one by one, all, none', () => {
  show(four);
  receive({ type: 'select', claim: 'a', focus: true });
  press('ArrowDown', { shiftKey: true });
  press('ArrowDown', { shiftKey: true });
  expect(picked()).toEqual(['a', 'b', 'c']);
  press('ArrowUp', { shiftKey: true });
  expect(picked()).toEqual(['a', 'b']);
  press('ArrowDown');
  press('ArrowDown');
  press(' ', { ctrlKey: true });
  expect(picked()).toEqual(['a', 'b', 'd']);
  press(' ', { ctrlKey: true });
  expect(picked()).toEqual(['a', 'b']);
  press('a', { ctrlKey: true });
  expect(picked()).toEqual(['a', 'b', 'c', 'd']);
  expect(bar().textContent).toContain('4 selected');
  press('Escape');
  expect(picked()).toEqual([]);
  expect(bar().hidden).toBe(true);
});

test('a click with Control or Shift picks and does not go to the text', () => {
  show(four);
  click('b', { ctrlKey: true });
  click('d', { shiftKey: true });
  expect(picked()).toEqual(['b', 'c', 'd']);
  expect(sentOf('reveal')).toEqual([]);
});

test('keys and the bar’s buttons tag what is picked in one deed; on a claim that is not picked a key is for it alone', () => {
  show(four);
  click('a', { ctrlKey: true });
  click('c', { ctrlKey: true });
  press('v');
  bar().querySelector<HTMLElement>('[data-value=disputed]')!.click();
  press('t');
  receive({ type: 'select', claim: 'b', focus: true });
  press('d');
  expect(sent.slice(1)).toEqual([
    { type: 'tag', claims: ['a', 'c'], tag: 'verified' },
    { type: 'tag', claims: ['a', 'c'], tag: 'disputed' },
    { type: 'pickTag', claims: ['a', 'c'] },
    { type: 'tag', claims: ['b'], tag: 'disputed' },
  ]);
});

test('a button in a claim is for that claim alone, picked or not', () => {
  show(four);
  click('a', { ctrlKey: true });
  click('c', { ctrlKey: true });
  item('c').querySelector<HTMLElement>('[data-value=disputed]')!.click();
  expect(sentOf('tag')).toEqual([{ type: 'tag', claims: ['c'], tag: 'disputed' }]);
});

test('what was done to how many is said, and what was taken back', () => {
  const said = () => document.querySelector('[role=status].status')?.textContent;
  show(four, undefined, { undo: 'Note: old' });
  expect(said()).toBe('');
  click('a', { ctrlKey: true });
  click('c', { ctrlKey: true });
  press('v');
  show(four, undefined, { undo: 'Verified: 2 claims' });
  expect(said()).toBe('Verified: 2 claims');
  show(four, undefined, { undo: 'Note: old', redo: 'Verified: 2 claims' });
  expect(said()).toBe('Taken back: Verified: 2 claims');
});

test('what a filter takes out of the list is picked no longer', () => {
  show(four);
  receive({ type: 'select', claim: 'a', focus: true });
  press('a', { ctrlKey: true });
  show([claim('a', 0), claim('c', 2)]);
  press('v');
  expect(sentOf('tag')).toEqual([{ type: 'tag', claims: ['a', 'c'], tag: 'verified' }]);
});

test('letters ask who says it, for the selected words, for the same elsewhere, and whom a speaker is', () => {
  const tags = [{ id: 't', tag: 'verified', label: 'verified', by: 'Anna', when: '', own: true }] as const;
  show([claim('a', 0, { elsewhere: 2, state: 'verified', tags }), claim('b', 1)]);
  receive({ type: 'select', claim: 'a', focus: true });
  for (const key of ['p', 'b', 'a']) press(key);
  receive({ type: 'select', claim: 'b', focus: true });
  press('a');
  document.body.focus();
  (document.activeElement as HTMLElement).blur();
  receive({ type: 'focus' });
  expect(document.activeElement).toBe(item('b'));
  press('Home');
  press('m');
  expect(sent.slice(1)).toEqual([
    ...(['pickSpeaker', 'bound', 'applyElsewhere'] as const).map((type) => ({ type, claim: 'a' })),
    { type: 'mergeSpeaker', claim: 'a' },
  ]);
});

test('of 5,000 claims those in view are in the page, and every other one is reached', () => {
  const many = Array.from({ length: 5_000 }, (_, place) => claim(`c${place}`, place));
  show(many);
  const inPage = () => document.querySelectorAll('[role=treeitem]').length;
  expect(inPage()).toBeLessThan(60);
  receive({ type: 'select', claim: 'c4321', focus: true });
  expect(document.activeElement).toBe(item('c4321'));
  expect(item('c4321').getAttribute('aria-posinset')).toBe('4322');
  expect(item('c4321').getAttribute('aria-setsize')).toBe('5000');
  press('End');
  expect(document.activeElement).toBe(item('c4999'));
  press('Home');
  expect((document.activeElement as HTMLElement).dataset.heading).toContain('Rizal Okoro');
  expect(inPage()).toBeLessThan(60);
});

test('the row that has the keyboard keeps it, far out of view, when others come above it', () => {
  const many = Array.from({ length: 500 }, (_, place) => claim(`c${place}`, place));
  show(many);
  receive({ type: 'select', claim: 'c250', focus: true });
  const row = item('c250');
  document.querySelector<HTMLElement>('.list')!.scrollTop = 0;
  show([claim('new', 0), ...many.slice(1)]);
  expect(document.activeElement).toBe(row);
});

test('whose claims they are stays at the top of the list when the heading has gone out of view, and leads back to it', () => {
  show(Array.from({ length: 50 }, (_, place) => claim(`c${place}`, place)));
  const list = document.querySelector<HTMLElement>('.list')!;
  const pinned = document.querySelector<HTMLElement>('.pinned')!;
  const scrollTo = (top: number) => {
    list.scrollTop = top;
    list.dispatchEvent(new Event('scroll'));
  };
  expect(pinned.hidden).toBe(true);
  scrollTo(900);
  expect(pinned.hidden).toBe(false);
  expect(pinned.textContent).toBe('Rizal Okoronot named50');
  pinned.querySelector<HTMLElement>('.row')!.click();
  expect(list.scrollTop).toBe(0);
  expect((document.activeElement as HTMLElement).dataset.heading).toContain('Rizal Okoro');
});
