// How far the seed in view has been checked, always in sight in the status bar.
import * as vscode from 'vscode';
import { isChecked } from '../ledger/annotated.ts';
import type { Documents } from './documents.ts';
import { followEditorWorkedIn } from './editorWorkedIn.ts';
import { checkedWords } from './wording.ts';

const { t } = vscode.l10n;

/** Between the problems and whatever extensions say for a moment. */
const priority = 40;

export function registerProgress(documents: Documents): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('seedmark.progress', vscode.StatusBarAlignment.Left, priority);
  item.name = t('Seedmark: claims checked');
  item.command = { command: 'seedmark.showClaims', title: t('Show Claims') };
  function show(document: vscode.TextDocument | undefined): void {
    const claims = (document && documents.seed(document))?.annotated.claims ?? [];
    const checked = claims.filter(isChecked).length;
    item.text = `$(${checked < claims.length ? 'checklist' : 'check-all'}) ${checked}/${claims.length}`;
    item.tooltip = checkedWords(claims);
    item.accessibilityInformation = { label: checkedWords(claims) };
    if (claims.length > 0) item.show();
    else item.hide();
  }
  return vscode.Disposable.from(item, followEditorWorkedIn(documents, show));
}
