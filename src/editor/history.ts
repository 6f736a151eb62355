// What became of a claim: who decided what, when, in which version of the text.
import * as vscode from 'vscode';
import type { LedgerEvent } from '../ledger/events.ts';
import type { HistoryEntry } from '../ledger/history.ts';
import type { Documents } from './documents.ts';
import type { Ledgers } from './ledgerStore.ts';
import { type AtCursor, claimAtCursor } from './tagging.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

/** Versions that were read, as documents that cannot be edited: "seedmark-version:/story.txt?{document, version}". */
const scheme = 'seedmark-version';

export function registerHistory(documents: Documents, ledgers: Ledgers): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: async ({ query }) => {
        const [document, version] = query.split(' ');
        const text = document && version && (await ledgers.version(vscode.Uri.parse(document), version));
        return text || t('This version of the text is not kept any more.');
      },
    }),
    vscode.commands.registerCommand('seedmark.showHistory', async () => {
      const at = await claimAtCursor(documents);
      if (at) await showHistory(ledgers, at);
    }),
  );
}

/** A list of what was decided about a claim; picking one shows the text as it was then beside it as it is. */
export async function showHistory(ledgers: Ledgers, at: Pick<AtCursor, 'reading' | 'claim'>): Promise<void> {
  const entries = await ledgers.history(at.reading, at.claim);
  if (!entries.length) {
    void vscode.window.showInformationMessage(t('Nothing was decided about this claim yet.'));
    return;
  }
  const items = entries.map((entry) => ({ ...itemOf(entry), event: entry.event }));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('What became of this claim'),
    matchOnDetail: true,
  });
  if (picked && 'text' in picked.event) await compare(at.reading.document.uri, picked.event.text, picked.event.at);
}

function itemOf(entry: HistoryEntry): vscode.QuickPickItem {
  const { event, endedBy, isRedo } = entry;
  const ended = endedBy && t('{0} by {1}, {2}', endWords(entry, endedBy), endedBy.by, wording.timeWords(endedBy.at));
  const words = 'target' in event ? wording.quoted(event.target.quote.exact) : '';
  const deed = isRedo ? t('Done again') : deedWords(event);
  return {
    label: `${endedBy ? '$(circle-slash)' : '$(circle-filled)'} ${wording.withoutIcons(deed)}`,
    description: t('{0}, {1}', event.by, wording.timeWords(event.at)),
    detail: wording.withoutIcons([words, ended].filter(Boolean).join(' · ')),
  };
}

/** What an event says, in a few words. */
function deedWords(event: LedgerEvent): string {
  switch (event.type) {
    case 'tagged':
      return wording.tagWords(event.tag);
    case 'untagged':
      return t('Tag removed');
    case 'noted':
      return t('Note: {0}', wording.shortened(event.note));
    case 'gaveEvidence':
      return t('Evidence: {0}', wording.evidenceWords(event.evidence));
    case 'corrected':
      return wording.correctedWords(event);
    case 'rejected':
      return t('Rejected');
    case 'added':
      return t('Marked as {0}', wording.markWords(event.kind, event.entityKind));
    case 'reviewed':
      return t('Reviewed');
    case 'resolved':
      return t('Note resolved');
    case 'moved':
      return t('Renamed to {0}', event.to);
    case 'tookBack':
      return t('Taken back');
  }
}

function endWords({ event, isRedo }: HistoryEntry, { type }: LedgerEvent): string {
  if (type === 'tookBack') return event.type === 'tookBack' && !isRedo ? t('Done again') : t('Taken back');
  return type === 'untagged' ? t('Removed') : t('Replaced');
}

/** The text as it was read then, beside the document as it is. */
async function compare(document: vscode.Uri, version: string, at: string): Promise<void> {
  const name = document.path.slice(document.path.lastIndexOf('/') + 1);
  const then = vscode.Uri.from({ scheme, path: document.path, query: `${document.toString()} ${version}` });
  const title = t('{0}: {1} and now', name, wording.timeWords(at));
  await vscode.commands.executeCommand('vscode.diff', then, document, title);
}
