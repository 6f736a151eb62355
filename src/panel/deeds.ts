// What the buttons and keys do. The page only asks; what came of it arrives with the next snapshot.
import type { ClaimView } from './claimView.ts';
import type { Memory } from './memory.ts';
import type { FromPanel, Offer } from './protocol.ts';
import type { Rows } from './rows.ts';
import { ownTag } from './words.ts';

export interface Desk {
  readonly send: (message: FromPanel) => void;
  readonly memory: Memory;
  readonly keep: () => void;
  readonly rows: Rows;
  readonly setCompact: (compact: boolean) => void;
  readonly clearFilters: () => void;
}

type Deed = (desk: Desk, view: ClaimView, value: string) => void;

const sendsOn =
  (type: 'reject' | 'history' | 'pickSpeaker' | 'bound'): Deed =>
  ({ send }, view) =>
    send({ type, claim: view.claim().id });

/** Deeds on a claim. */
const onClaim: ReadonlyMap<string, Deed> = new Map<string, Deed>([
  ['reveal', ({ send }, view, value) => send({ type: 'reveal', claim: view.claim().id, focus: value === 'focus' })],
  ['tag', toggleTag],
  ['untag', removeTag],
  ['lastTag', (desk, view) => removeTag(desk, view, view.claim().tags.at(-1)?.id ?? '')],
  ['remove', ({ send }, view, event) => send({ type: 'remove', claim: view.claim().id, event })],
  ['openEvidence', ({ send }, view, event) => send({ type: 'openEvidence', claim: view.claim().id, event })],
  ['review', ({ send }, view) => view.claim().canReview && send({ type: 'review', claim: view.claim().id })],
  ['reject', sendsOn('reject')],
  ['history', sendsOn('history')],
  ['pickSpeaker', sendsOn('pickSpeaker')],
  ['bound', sendsOn('bound')],
  [
    'applyElsewhere',
    ({ send }, view) => view.claim().elsewhere && send({ type: 'applyElsewhere', claim: view.claim().id }),
  ],
  ['note', openNote],
  ['saveNote', (desk, view) => closeNote(desk, view, true)],
  ['cancelNote', (desk, view) => closeNote(desk, view, false)],
  ['evidence', openEvidence],
  ['saveEvidence', saveEvidence],
  ['cancelEvidence', closeEvidence],
  ['own', (_, view) => view.showOwnTags(undefined)],
  ['ownTags', openTags],
]);

/** Deeds on the page or on what is picked in it. */
const onPage: ReadonlyMap<string, (desk: Desk, value: string) => void> = new Map([
  ['offer', ({ send }, value) => send({ type: 'offer', offer: value as Offer })],
  ['undo', ({ send }) => send({ type: 'undo' })],
  ['redo', ({ send }) => send({ type: 'redo' })],
  ['markClaim', ({ send }) => send({ type: 'markClaim' })],
  ['mergeSpeaker', ({ send }, claim) => send({ type: 'mergeSpeaker', claim })],
  ['pickTag', ({ send, rows }) => send({ type: 'pickTag', claims: rows.picked() })],
  ['restore', ({ send }, event) => send({ type: 'restore', event })],
  ['letGo', letGo],
  ['toHeading', ({ rows }, heading) => rows.go(heading)],
  ['clearFilters', ({ clearFilters }) => clearFilters()],
  ['density', ({ setCompact, memory }) => setCompact(!memory.compact)],
] satisfies readonly (readonly [string, (desk: Desk, value: string) => void])[]);

/** Does what a button's `data-action` or a key names; `view` is the claim that is meant: without one a tag is for those picked. */
export function act(desk: Desk, action: string, value: string, view: ClaimView | undefined): void {
  const deed = onPage.get(action);
  if (deed) deed(desk, value);
  else if (view) onClaim.get(action)?.(desk, view, value);
  else if (action === 'tag') tagAll(desk, desk.rows.picked(), value);
  else if (action === 'ownTags') onPage.get('pickTag')?.(desk, '');
}

/** One verdict for several claims at once; which have it already is for the extension to see. */
export function tagAll({ send }: Pick<Desk, 'send'>, claims: readonly string[], tag: string): void {
  if (claims.length > 0) send({ type: 'tag', claims, tag });
}

function letGo({ rows }: Desk): void {
  rows.letGo();
  rows.go(rows.current()?.key);
}

function toggleTag(desk: Desk, view: ClaimView, tag: string): void {
  const own = ownTag(view.claim(), tag);
  if (own) removeTag(desk, view, own.id);
  else tagAll(desk, [view.claim().id], tag);
}

function removeTag({ send }: Desk, view: ClaimView, event: string): void {
  const { id: claim, tags } = view.claim();
  if (tags.some((given) => given.id === event)) send({ type: 'untag', claim, event });
}

/** Where there are no own tags, those that can be asked for. */
function openTags({ send }: Desk, view: ClaimView): void {
  const first = view.showOwnTags(true);
  if (first) first.focus();
  else send({ type: 'pickTag', claims: [view.claim().id] });
}

function openNote({ memory, keep, rows }: Desk, view: ClaimView): void {
  const { id } = view.claim();
  if (!memory.drafts.has(id)) memory.drafts.set(id, '');
  const area = view.setDraft(memory.drafts.get(id));
  rows.bring(id);
  area?.focus({ preventScroll: true });
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
  rows.go(rows.current()?.key);
}

async function openEvidence({ rows }: Desk, view: ClaimView): Promise<void> {
  const first = view.showProof(true);
  await first?.updateComplete; // before it is drawn it takes no focus
  rows.bring(view.claim().id);
  first?.focus({ preventScroll: true });
}

function saveEvidence(desk: Desk, view: ClaimView): void {
  const { source = '', locator = '', passage = '' } = view.proof();
  if (source.trim() === '') return;
  desk.send({ type: 'evidence', claim: view.claim().id, source, locator, passage });
  closeEvidence(desk, view);
}

function closeEvidence({ rows }: Desk, view: ClaimView): void {
  view.showProof(false);
  rows.layout();
  rows.go(rows.current()?.key);
}
