// What is decided in the text does not always show there: the status bar says that it was done.
import * as vscode from 'vscode';
import type { SeedReading } from './documents.ts';
import type { Ledgers } from './ledgerStore.ts';
import { withoutIcons } from './wording.ts';

const shownForMs = 8000;

/** Says something in the status bar for a while. */
export const tell = (words: string) => void vscode.window.setStatusBarMessage(withoutIcons(words), shownForMs);

/** `Ledgers.decide`, and says what was done. */
export async function decideAndTell(
  ledgers: Ledgers,
  reading: SeedReading,
  label: string,
  drafts: Parameters<Ledgers['decide']>[2],
): Promise<boolean> {
  const isDone = await ledgers.decide(reading, label, drafts);
  if (isDone) tell(label);
  return isDone;
}
