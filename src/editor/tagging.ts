// Tags and notes for the claim at the cursor.
import * as vscode from 'vscode';
import type { Analysis } from '../analysis/types.ts';
import type { AnnotatedClaim } from '../ledger/annotated.ts';
import {
  giveEvidence,
  hasTag,
  noteClaim,
  type ReadDocument,
  reviewClaim,
  tagClaim,
  untagClaim,
} from '../ledger/decide.ts';
import type { EventDraft, Evidence } from '../ledger/events.ts';
import { builtInTags, isTag } from '../ledger/tags.ts';
import { askInSteps } from './askInSteps.ts';
import { claimMeant } from './atCursor.ts';
import type { Documents, SeedReading } from './documents.ts';
import type { Ledgers } from './ledgerStore.ts';
import { pickOrWrite } from './pickOrWrite.ts';
import { settledSeedInEditor } from './seedInEditor.ts';
import { ownTags } from './settings.ts';
import { decideAndTell } from './telling.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

/** What can be given: the built-in tags, then the user's own, then others that the document has already. */
export const tagsFor = ({ document, annotated }: SeedReading): readonly string[] => [
  ...new Set([
    ...builtInTags,
    ...ownTags(document.uri),
    ...annotated.claims.flatMap(({ tags }) => tags.map(({ tag }) => tag)),
  ]),
];

/** Tags and notes for the claim at the cursor; a key binding may name the tag or the note: `"args": { "tag": "verified" }`. */
export function registerTagging(documents: Documents, ledgers: Ledgers): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('seedmark.tagClaim', (args) => giveTag(documents, ledgers, argument(args, 'tag'))),
    vscode.commands.registerCommand('seedmark.removeTag', (args) =>
      removeTag(documents, ledgers, argument(args, 'tag')),
    ),
    vscode.commands.registerCommand('seedmark.addNote', (args) => addNote(documents, ledgers, argument(args, 'note'))),
    vscode.commands.registerCommand('seedmark.addEvidence', (args) => addEvidence(documents, ledgers, args)),
    vscode.commands.registerCommand('seedmark.reviewClaim', () => review(documents, ledgers)),
  );
}

export function argument(args: unknown, name: string): string | undefined {
  const value =
    typeof args === 'object' && args !== null ? Object.entries(args).find(([key]) => key === name)?.[1] : '';
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

export interface AtCursor {
  readonly editor: vscode.TextEditor;
  readonly reading: SeedReading;
  readonly claim: AnnotatedClaim;
  /** The claim's words, cut to a line. */
  readonly words: string;
}

export async function claimAtCursor(documents: Documents): Promise<AtCursor | undefined> {
  const found = await settledSeedInEditor(documents);
  if (!found) return undefined;
  const { reading, editor } = found;
  const { annotated, positions } = reading;
  const { selection } = editor;
  const claim = claimMeant(annotated, positions.span(selection), positions.offset(selection.active));
  if (!claim) {
    void vscode.window.showInformationMessage(t('Put the cursor in a claim first.'));
    return undefined;
  }
  const { start, end } = claim.claim.span;
  return { editor, reading, claim, words: wording.shortened(annotated.analysis.text.slice(start, end)) };
}

async function giveTag(documents: Documents, ledgers: Ledgers, named: string | undefined): Promise<void> {
  const at = await claimAtCursor(documents);
  if (!at) return;
  const tag = named ?? (await pickTag(at.reading, at.words, (given) => hasTag(at.claim, given)));
  if (isTag(tag)) await decideOn(ledgers, at, `${wording.tagWords(tag)}: ${at.words}`, tagClaim, tag);
}

/** A deed on one claim, with the claim as it stands when its turn comes. */
export function decideOn<T>(
  ledgers: Ledgers,
  { reading, claim }: Pick<AtCursor, 'reading' | 'claim'>,
  label: string,
  draft: (read: ReadDocument, analysis: Analysis, claim: AnnotatedClaim, what: T) => EventDraft | undefined,
  what: T,
): Promise<boolean> {
  return decideAndTell(ledgers, reading, label, (read, now) => {
    const same = now.claims.find(({ id }) => id === claim.id);
    return same ? [draft(read, now.analysis, same, what)] : [];
  });
}

/** Asks for a tag for what `words` say; `has` tells which are given already. */
export function pickTag(
  reading: SeedReading,
  words: string,
  has: (tag: string) => boolean,
): Promise<string | undefined> {
  const choices = tagsFor(reading).map((tag) => ({
    label: wording.tagWords(tag),
    value: tag,
    ...(has(tag) ? { description: t('has it') } : {}),
  }));
  return pickOrWrite({
    title: t('Tag this claim: pick a tag or write one'),
    placeholder: words,
    groups: [{ heading: '', choices }],
    problem: (written) => (isTag(written) ? undefined : t('A tag has 1 to 60 characters.')),
  });
}

async function removeTag(documents: Documents, ledgers: Ledgers, named: string | undefined): Promise<void> {
  const at = await claimAtCursor(documents);
  if (!at) return;
  const tags = [...new Set(at.claim.tags.map(({ tag }) => tag))];
  if (!tags.length) {
    void vscode.window.showInformationMessage(t('This claim has no tag.'));
    return;
  }
  const tag = named ?? (await pickGiven(at, tags));
  if (tag === undefined) return;
  await decideOn(
    ledgers,
    at,
    t('Without {0}: {1}', wording.tagWords(tag), at.words),
    (_read, _all, claim) => untagClaim(claim, (given) => given.tag === tag),
    tag,
  );
}

async function pickGiven({ words }: AtCursor, tags: readonly string[]): Promise<string | undefined> {
  const items = tags.map((tag) => ({ label: wording.tagWords(tag), tag }));
  return (await vscode.window.showQuickPick(items, { title: t('Remove which tag?'), placeHolder: words }))?.tag;
}

async function addNote(documents: Documents, ledgers: Ledgers, written: string | undefined): Promise<void> {
  const at = await claimAtCursor(documents);
  if (!at) return;
  const note =
    written ?? (await vscode.window.showInputBox({ title: t('Note on this claim'), prompt: at.words }))?.trim();
  if (note) await decideOn(ledgers, at, t('Note: {0}', wording.shortened(note)), noteClaim, note);
}

async function addEvidence(documents: Documents, ledgers: Ledgers, args: unknown): Promise<void> {
  const at = await claimAtCursor(documents);
  if (!at) return;
  const source = argument(args, 'source');
  const evidence = source
    ? evidenceIn(source, argument(args, 'locator'), argument(args, 'passage'))
    : await askForEvidence(at);
  if (evidence)
    await decideOn(ledgers, at, t('Evidence: {0}', wording.shortened(evidence.source)), giveEvidence, evidence);
}

export const evidenceIn = (source: string, locator: string | undefined, passage: string | undefined): Evidence => ({
  source,
  ...(locator ? { locator } : {}),
  ...(passage ? { passage } : {}),
});

async function askForEvidence({ words }: AtCursor): Promise<Evidence | undefined> {
  const written = await askInSteps(t('Evidence for this claim'), words, [
    { prompt: t('A link, the path of a file, or where else it is'), isOptional: false },
    { prompt: t('Where in it: a page, a paragraph, a time. Enter where it needs none.'), isOptional: true },
    { prompt: t('The words there that show it. Enter to leave them out.'), isOptional: true },
  ]);
  if (!written) return undefined;
  const [source = '', locator, passage] = written;
  return evidenceIn(source, locator, passage);
}

export const onlyOthers = (): string => t('Only what another editor has verified can be reviewed.');

async function review(documents: Documents, ledgers: Ledgers): Promise<void> {
  const at = await claimAtCursor(documents);
  if (!at) return;
  const isDone = await decideOn(ledgers, at, t('Reviewed: {0}', at.words), reviewClaim, undefined);
  if (!isDone) void vscode.window.showInformationMessage(onlyOthers());
}
