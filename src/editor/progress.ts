// How far the seed in view has been checked, always in sight in the status bar.
import * as vscode from 'vscode';
import { isChecked } from '../ledger/annotated.ts';
import type { Documents } from './documents.ts';
import { checkedWords } from './wording.ts';

const { t } = vscode.l10n;

/** Between the problems and whatever extensions say for a moment. */
const priority = 40;

export function registerProgress(documents: Documents): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('seedmark.progress', vscode.StatusBarAlignment.Left, priority);
  item.name = t('Seedmark: claims checked');
  item.command = { command: 'seedmark.showClaims', title: t('Show Claims') };
  function show(): void {
    const document = vscode.window.activeTextEditor?.document;
    const claims = (document && documents.seed(document))?.annotated.claims ?? [];
    const checked = claims.filter(isChecked).length;
    item.text = `$(${checked < claims.length ? 'checklist' : 'check-all'}) ${checked}/${claims.length}`;
    item.tooltip = checkedWords(claims);
    item.accessibilityInformation = { label: checkedWords(claims) };
    if (claims.length > 0) item.show();
    else item.hide();
  }
  const beginning = setTimeout(show);
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(show),
    documents.onDidChange((document) => {
      if (document === vscode.window.activeTextEditor?.document) show();
    }),
    { dispose: () => clearTimeout(beginning) },
  );
}
