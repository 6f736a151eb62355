// Tags and notes for the claim at the cursor.
import * as vscode from 'vscode';
import type { AnnotatedClaim } from '../ledger/annotated.ts';
import { noteClaim, tagClaim, untagClaim } from '../ledger/decide.ts';
import { builtInTags, isTag } from '../ledger/tags.ts';
import { claimAt } from './atCursor.ts';
import type { Documents, SeedReading } from './documents.ts';
import type { Ledgers } from './ledgerStore.ts';
import { seedInEditor } from './seedInEditor.ts';
import { ownTags } from './settings.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

/** What can be given: the built-in tags, then the user's own. */
export const tagsFor = (uri: vscode.Uri | undefined): readonly string[] => [
  ...new Set([...builtInTags, ...ownTags(uri)]),
];

/** Tags and notes for the claim at the cursor; a key binding may name the tag or the note: `"args": { "tag": "verified" }`. */
export function registerTagging(documents: Documents, ledgers: Ledgers): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('seedmark.tagClaim', (args) => giveTag(documents, ledgers, argument(args, 'tag'))),
    vscode.commands.registerCommand('seedmark.removeTag', (args) =>
      removeTag(documents, ledgers, argument(args, 'tag')),
    ),
    vscode.commands.registerCommand('seedmark.addNote', (args) => addNote(documents, ledgers, argument(args, 'note'))),
  );
}

function argument(args: unknown, name: string): string | undefined {
  const value =
    typeof args === 'object' && args !== null ? Object.entries(args).find(([key]) => key === name)?.[1] : '';
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

interface AtCursor {
  readonly reading: SeedReading;
  readonly claim: AnnotatedClaim;
  /** The claim's words, cut to a line. */
  readonly words: string;
}

async function claimAtCursor(documents: Documents): Promise<AtCursor | undefined> {
  const found = seedInEditor(documents);
  if (!found) return undefined;
  await documents.settled(found.editor.document);
  const reading = documents.seed(found.editor.document);
  if (!reading) return undefined;
  const { annotated, positions } = reading;
  const claim = claimAt(annotated, positions.offset(found.editor.selection.active));
  if (!claim) {
    void vscode.window.showInformationMessage(t('Put the cursor in a claim first.'));
    return undefined;
  }
  const { start, end } = claim.claim.span;
  return { reading, claim, words: wording.shortened(annotated.analysis.text.slice(start, end)) };
}

async function giveTag(documents: Documents, ledgers: Ledgers, named: string | undefined): Promise<void> {
  const at = await claimAtCursor(documents);
  if (!at) return;
  const tag = named ?? (await pickTag(at));
  if (!isTag(tag) || givenTo(at.claim).has(tag)) return;
  await ledgers.decide(at.reading, (read) => tagClaim(read, at.reading.annotated.analysis, at.claim, tag));
}

/** A changed claim's tags are those of the words before. */
const givenTo = ({ state, tags }: AnnotatedClaim): ReadonlySet<string> =>
  new Set(state === 'changed' ? [] : tags.map(({ tag }) => tag));

async function pickTag({ reading, claim, words }: AtCursor): Promise<string | undefined> {
  const given = givenTo(claim);
  const items = tagsFor(reading.document.uri).map((tag) => ({
    label: wording.tagWords(tag),
    tag,
    ...(given.has(tag) ? { description: t('has it') } : {}),
  }));
  const picked = await vscode.window.showQuickPick([...items, { label: t('Another tag…'), tag: undefined }], {
    title: t('Tag this claim'),
    placeHolder: words,
  });
  return picked && (picked.tag ?? askForTag());
}

async function askForTag(): Promise<string | undefined> {
  const tag = await vscode.window.showInputBox({
    title: t('Another tag'),
    prompt: t('Tags in the setting seedmark.tags are offered each time.'),
    validateInput: (value) => (isTag(value.trim()) ? undefined : t('A tag has 1 to 60 characters.')),
  });
  return tag?.trim();
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
  if (tag !== undefined) await ledgers.decide(at.reading, () => untagClaim(at.claim, tag));
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
  if (!note) return;
  await ledgers.decide(at.reading, (read) => noteClaim(read, at.reading.annotated.analysis, at.claim, note));
}
