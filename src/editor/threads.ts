// Notes as threads beside the text: each claim that has notes is a thread of them. What stands in the ledger is shown;
// what is written in a thread is decided there, as everywhere.
import * as vscode from 'vscode';
import { type AnnotatedClaim, type NoteGiven, oldestFirst } from '../ledger/annotated.ts';
import { noteClaim, noteWords, reopenNotes, resolveNotes, takeBack } from '../ledger/decide.ts';
import { overlaps } from '../text/span.ts';
import { claimMeant } from './atCursor.ts';
import type { Documents, SeedReading } from './documents.ts';
import type { Ledgers } from './ledgerStore.ts';
import { decideOn } from './tagging.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

interface NoteComment extends vscode.Comment {
  readonly note: NoteGiven;
}

interface Thread {
  readonly shown: vscode.CommentThread;
  /** The events of its notes. */
  notes: readonly string[];
  /** What it shows, to leave alone what is the same: a thread that is set anew loses what is being written in it. */
  content: string;
}

export interface Threads extends vscode.Disposable {
  /** Those that the document shows. */
  of(document: vscode.TextDocument): readonly vscode.CommentThread[];
}

/** Threads of the notes on every open seed, and the commands that stand in them. */
export function registerThreads(documents: Documents, ledgers: Ledgers): Threads {
  const controller = vscode.comments.createCommentController('seedmark', t('Seedmark notes'));
  controller.options = { prompt: t('Write a note'), placeHolder: t('A note for whoever checks this next') };
  const threads = new Map<vscode.TextDocument, readonly Thread[]>();
  const seeds = new Set<vscode.TextDocument>();
  const ranges: vscode.CommentingRangeProvider = {
    provideCommentingRanges: (document) =>
      documents.seed(document) ? [document.validateRange(new vscode.Range(0, 0, document.lineCount, 0))] : [],
  };
  controller.commentingRangeProvider = ranges;

  function update(document: vscode.TextDocument): void {
    const reading = document.isClosed ? undefined : documents.seed(document);
    if (reading ? !seeds.has(document) : seeds.delete(document)) controller.commentingRangeProvider = ranges;
    if (reading) seeds.add(document);
    const before = threads.get(document) ?? [];
    const noted = reading?.annotated.claims.filter(({ notes }) => notes.length > 0) ?? [];
    const now = noted.map((claim) => show(before, reading!, claim));
    for (const thread of before) if (!now.includes(thread)) thread.shown.dispose();
    if (now.length) threads.set(document, now);
    else threads.delete(document);
  }

  function show(before: readonly Thread[], reading: SeedReading, claim: AnnotatedClaim): Thread {
    const { document, annotated, positions } = reading;
    const range = positions.range(claim.claim.span);
    const known = before.find(({ notes }) => claim.notes.some(({ event }) => notes.includes(event)));
    const thread = known ?? { shown: controller.createCommentThread(document.uri, range, []), notes: [], content: '' };
    const label = t('On {0}', wording.quoted(wording.lineOfWords(annotated.analysis.text, claim.claim.span)));
    const content = JSON.stringify([range, label, claim.notes, ledgers.editor()]);
    if (content === thread.content) return thread;
    const isResolved = claim.notes.every(({ resolved }) => resolved);
    thread.content = content;
    thread.notes = claim.notes.map(({ event }) => event);
    thread.shown.range = range;
    thread.shown.label = label;
    thread.shown.comments = oldestFirst(claim.notes).map((note) => commentOf(note, note.by === ledgers.editor()));
    thread.shown.contextValue = isResolved ? 'resolved' : 'open';
    thread.shown.state = isResolved ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
    return thread;
  }

  /** What a thread that is shown belongs to, as it stands now. */
  function find(isMeant: (thread: Thread) => boolean) {
    for (const [document, all] of threads) {
      const thread = all.find(isMeant);
      const reading = thread && documents.seed(document);
      const claim = reading?.annotated.claims.find(({ notes }) =>
        notes.some(({ event }) => thread?.notes.includes(event)),
      );
      if (thread && reading && claim) return { thread, reading, claim };
    }
    return undefined;
  }

  const findComment = (comment: vscode.Comment) => find(({ shown }) => shown.comments.includes(comment));

  async function save({ thread, text }: vscode.CommentReply): Promise<void> {
    const note = text.trim();
    const known = find(({ shown }) => shown === thread);
    const label = t('Note: {0}', wording.shortened(note));
    if (!note) return;
    if (known) await decideOn(ledgers, known, label, noteClaim, note);
    else await begin(thread, note, label);
  }

  /** A note on the claim that is meant; where there is none the words are marked as one. */
  async function begin(draft: vscode.CommentThread, note: string, label: string): Promise<void> {
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === draft.uri.toString());
    const reading = document && documents.seed(document);
    const { range } = draft;
    if (!reading || !range) return;
    const { annotated, positions } = reading;
    const span = positions.span(range.isEmpty ? document.lineAt(range.start).range : range);
    const claim =
      claimMeant(annotated, span, span.start) ?? annotated.claims.find((one) => overlaps(one.claim.span, span));
    if (!claim && range.isEmpty) {
      void vscode.window.showInformationMessage(t('Select the words that the note is about.'));
      return;
    }
    draft.dispose();
    const isDone = claim
      ? await decideOn(ledgers, { reading, claim }, label, noteClaim, note)
      : await ledgers.decide(reading, label, (read, now) => noteWords(read, now, span, note));
    const made = isDone && threads.get(document)?.find(({ shown }) => shown.range && overlapsIn(shown.range, range));
    if (made) made.shown.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
  }

  async function resolve(thread: vscode.CommentThread): Promise<void> {
    const at = find(({ shown }) => shown === thread);
    if (at) await decideOn(ledgers, at, t('Resolved: {0}', thread.label ?? ''), resolveNotes, undefined);
  }

  async function reopen(thread: vscode.CommentThread): Promise<void> {
    const at = find(({ shown }) => shown === thread);
    const label = t('Open again: {0}', thread.label ?? '');
    if (at) await decideOn(ledgers, at, label, (_read, _all, claim) => reopenNotes(claim), undefined);
  }

  /** Sets one comment into or out of writing, in its own words: what is shown is escaped. */
  function write(comment: NoteComment, mode: vscode.CommentMode): void {
    const at = findComment(comment);
    if (!at) return;
    const { note } = comment;
    const body = mode === vscode.CommentMode.Editing ? note.text : shownText(note.text);
    at.thread.shown.comments = at.thread.shown.comments.map((one) =>
      one === comment ? { ...comment, body, mode } : one,
    );
  }

  async function rewrite(comment: NoteComment): Promise<void> {
    const at = findComment(comment);
    const text = (typeof comment.body === 'string' ? comment.body : comment.body.value).trim();
    if (!at || !text || text === comment.note.text) return write(comment, vscode.CommentMode.Preview);
    const { reading, claim } = at;
    await ledgers.decide(reading, t('Note: {0}', wording.shortened(text)), (read, now) => {
      const same = now.claims.find(({ id }) => id === claim.id);
      return same ? [takeBack([comment.note.event]), noteClaim(read, now.analysis, same, text)] : [];
    });
  }

  async function remove(comment: NoteComment): Promise<void> {
    const at = findComment(comment);
    const label = t('Removed: {0}', wording.shortened(comment.note.text));
    if (at) await ledgers.decide(at.reading, label, () => [takeBack([comment.note.event])]);
  }

  const subscriptions = vscode.Disposable.from(
    controller,
    documents.onDidChange(update),
    vscode.commands.registerCommand('seedmark.saveNote', save),
    vscode.commands.registerCommand('seedmark.resolveNotes', resolve),
    vscode.commands.registerCommand('seedmark.reopenNotes', reopen),
    vscode.commands.registerCommand('seedmark.editNote', (one: NoteComment) => write(one, vscode.CommentMode.Editing)),
    vscode.commands.registerCommand('seedmark.cancelNote', (one: NoteComment) =>
      write(one, vscode.CommentMode.Preview),
    ),
    vscode.commands.registerCommand('seedmark.saveEditedNote', rewrite),
    vscode.commands.registerCommand('seedmark.removeNote', remove),
  );
  return {
    of: (document) => (threads.get(document) ?? []).map(({ shown }) => shown),
    dispose: () => subscriptions.dispose(),
  };
}

const overlapsIn = (one: vscode.Range, other: vscode.Range | undefined): boolean =>
  other !== undefined && one.intersection(other) !== undefined;

/** What others wrote is text, never Markdown. */
const shownText = (text: string): vscode.MarkdownString => new vscode.MarkdownString().appendText(text);

const commentOf = (note: NoteGiven, isOwn: boolean): NoteComment => ({
  note,
  body: shownText(note.text),
  mode: vscode.CommentMode.Preview,
  author: { name: note.by },
  timestamp: new Date(note.at),
  ...(isOwn ? { contextValue: 'own' } : {}),
});
