// Who "he" is and which day "Tuesday" is, said right behind the words. Off until the user asks for it.
import * as vscode from 'vscode';
import { newDay, newName } from '../analysis/hints.ts';
import type { Documents, SeedReading } from './documents.ts';
import { inlayHintsOn, toggleInlayHints } from './settings.ts';
import { tell } from './telling.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

export function registerInlayHints(documents: Documents): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    documents.onDidChange(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('seedmark.inlayHints')) changed.fire();
    }),
    vscode.commands.registerCommand('seedmark.toggleInlayHints', async () => {
      await toggleInlayHints();
      tell(inlayHintsOn() ? t('Hints for speakers and dates are on') : t('Hints for speakers and dates are off'));
    }),
    vscode.languages.registerInlayHintsProvider(
      { scheme: '*' },
      {
        onDidChangeInlayHints: changed.event,
        provideInlayHints: (document, range) => {
          const reading = inlayHintsOn() ? documents.seed(document) : undefined;
          return reading && hintsIn(reading, range);
        },
      },
    ),
  );
}

function hintsIn({ annotated: { analysis }, positions }: SeedReading, range: vscode.Range): vscode.InlayHint[] {
  const { text, quotes, dates, date: today } = analysis;
  const within = positions.span(range);
  const hints = new Map<number, vscode.InlayHint>();
  const put = (offset: number, label: string, tooltip: string) => {
    if (offset < within.start || offset > within.end) return;
    const hint = new vscode.InlayHint(positions.position(offset), `= ${label}`);
    hint.paddingLeft = true;
    hint.tooltip = tooltip;
    hints.set(offset, hint);
  };
  for (const { speaker } of quotes) {
    const name = speaker && newName(text, speaker);
    if (name !== undefined && speaker?.mention)
      put(speaker.mention.end, name, t('Who speaks: “{0}” is {1}.', wording.lineOfWords(text, speaker.mention), name));
  }
  for (const date of dates) {
    const iso = newDay(text, date, today);
    if (iso === undefined) continue;
    const day = wording.dateWords(iso);
    put(date.end, day, t('“{0}”, told from the day of the document, is {1}.', wording.lineOfWords(text, date), day));
  }
  return [...hints.values()];
}
