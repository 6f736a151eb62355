// What the buttons and keys do to a claim. The page only asks; what came of it arrives with the next snapshot.
import { type ClaimView, ownTag } from './claimView.ts';
import type { FootView } from './footView.ts';
import { t } from './l10n.ts';
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

const sendsOn =
  (type: 'review' | 'reject' | 'history'): Deed =>
  ({ send }, view) =>
    send({ type, claim: view.claim().id });

const deeds: ReadonlyMap<string, Deed> = new Map<string, Deed>([
  ['reveal', ({ send }, view, value) => send({ type: 'reveal', claim: view.claim().id, focus: value === 'focus' })],
  ['tag', toggleTag],
  ['untag', removeTag],
  ['lastTag', (desk, view) => removeTag(desk, view, view.claim().tags.at(-1)?.id ?? '')],
  ['remove', ({ send }, view, event) => send({ type: 'remove', claim: view.claim().id, event })],
  ['openEvidence', ({ send }, view, event) => send({ type: 'openEvidence', claim: view.claim().id, event })],
  ['review', ({ send }, view) => view.claim().canReview && send({ type: 'review', claim: view.claim().id })],
  ['reject', sendsOn('reject')],
  ['history', sendsOn('history')],
  ['note', openNote],
  ['saveNote', (desk, view) => closeNote(desk, view, true)],
  ['cancelNote', (desk, view) => closeNote(desk, view, false)],
  ['evidence', (_, view) => view.showProof(true)?.focus()],
  ['saveEvidence', saveEvidence],
  ['cancelEvidence', closeEvidence],
  ['own', (_, view) => view.showOwnTags(undefined)],
  ['ownTags', (_, view) => (view.showOwnTags(true) ?? view.element).focus()],
]);

/** Does what a button's `data-action` or a key names; `view` is the claim it stands on. */
export function act(desk: Desk, action: string, value: string, view: ClaimView | undefined): void {
  if (action === 'treatAsSeed') desk.send({ type: 'treatAsSeed' });
  else if (action === 'undo' || action === 'redo') desk.send({ type: action });
  else if (view) deeds.get(action)?.(desk, view, value);
}

/** One verdict for several claims at once; which have it already is for the extension to see. */
export function tagAll({ send, foot }: Pick<Desk, 'send' | 'foot'>, views: readonly ClaimView[], tag: string): void {
  if (views.length === 0) return;
  foot.say('');
  send({ type: 'tag', claims: views.map((view) => view.claim().id), tag });
}

function toggleTag(desk: Desk, view: ClaimView, tag: string): void {
  const own = ownTag(view.claim(), tag);
  if (own) removeTag(desk, view, own.id);
  else tagAll(desk, [view], tag);
}

function removeTag({ send, foot }: Desk, view: ClaimView, event: string): void {
  const { id: claim, tags } = view.claim();
  const given = tags.find((one) => one.id === event);
  if (!given) return;
  send({ type: 'untag', claim, event });
  foot.say(t('Removed {0}.', given.label));
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

function saveEvidence(desk: Desk, view: ClaimView): void {
  const { source = '', locator = '', passage = '' } = view.proof();
  if (source.trim() === '') return;
  desk.send({ type: 'evidence', claim: view.claim().id, source, locator, passage });
  closeEvidence(desk, view);
}

function closeEvidence({ rows }: Desk, view: ClaimView): void {
  view.showProof(false);
  rows.go(rows.current());
}
