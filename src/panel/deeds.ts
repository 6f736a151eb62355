// What the buttons and keys do to a claim. The page only asks; what came of it arrives with the next snapshot.
import { type ClaimView, isGiven } from './claimView.ts';
import type { FootView } from './footView.ts';
import type { Memory } from './memory.ts';
import type { FromPanel } from './protocol.ts';
import type { Rows } from './rows.ts';

interface Desk {
  readonly send: (message: FromPanel) => void;
  readonly memory: Memory;
  readonly keep: () => void;
  readonly foot: FootView;
  readonly rows: Rows;
}

type Deed = (desk: Desk, view: ClaimView, value: string) => void;

const deeds: ReadonlyMap<string, Deed> = new Map<string, Deed>([
  ['reveal', ({ send }, view, value) => send({ type: 'reveal', claim: view.claim().id, focus: value === 'focus' })],
  ['tag', toggleTag],
  ['untag', removeTag],
  ['lastTag', (desk, view) => removeTag(desk, view, view.claim().tags.at(-1)?.tag ?? '')],
  ['removeNote', removeNote],
  ['note', openNote],
  ['saveNote', (desk, view) => closeNote(desk, view, true)],
  ['cancelNote', (desk, view) => closeNote(desk, view, false)],
  ['own', (_, view) => view.showOwnTags(undefined)],
  ['ownTags', (_, view) => (view.showOwnTags(true) ?? view.element).focus()],
]);

/** Does what a button's `data-action` or a key names; `view` is the claim it stands on. */
export function act(desk: Desk, action: string, value: string, view: ClaimView | undefined): void {
  if (action === 'treatAsSeed') desk.send({ type: 'treatAsSeed' });
  else if (action === 'undo') undo(desk);
  else if (view) deeds.get(action)?.(desk, view, value);
}

function undo({ send, foot, rows }: Desk): void {
  const back = foot.back();
  if (!back) return;
  send(back);
  foot.say('');
  rows.go(rows.current());
}

function toggleTag(desk: Desk, view: ClaimView, tag: string): void {
  if (isGiven(view.claim(), tag)) {
    removeTag(desk, view, tag);
    return;
  }
  desk.foot.say('');
  desk.send({ type: 'tag', claim: view.claim().id, tag });
}

/** A tag whose words have changed cannot be had back: it was given to words that are gone. */
function removeTag({ send, foot }: Desk, view: ClaimView, tag: string): void {
  const { id: claim, tags, state } = view.claim();
  const given = tags.find((one) => one.tag === tag);
  if (!given) return;
  send({ type: 'untag', claim, tag });
  foot.say(`Removed ${given.label}.`, state === 'changed' ? undefined : { type: 'tag', claim, tag });
}

function removeNote({ send, foot }: Desk, view: ClaimView, note: string): void {
  const { id: claim, notes } = view.claim();
  const text = notes.find((one) => one.id === note)?.text;
  if (text === undefined) return;
  send({ type: 'removeNote', claim, note });
  foot.say('Removed note.', { type: 'note', claim, text });
}

function openNote({ memory, keep }: Desk, view: ClaimView): void {
  const { id } = view.claim();
  if (!memory.drafts.has(id)) memory.drafts.set(id, '');
  view.setDraft(memory.drafts.get(id))?.focus();
  keep();
}

function closeNote({ send, memory, keep, rows }: Desk, view: ClaimView, save: boolean): void {
  const { id: claim } = view.claim();
  const text = (memory.drafts.get(claim) ?? '').trim();
  memory.drafts.delete(claim);
  view.setDraft(undefined);
  keep();
  if (save && text !== '') send({ type: 'note', claim, text });
  rows.layout();
  rows.go(rows.current());
}
