// The language status item: is this a seed, and how far has it been checked?
import * as vscode from 'vscode';
import { type AnnotatedClaim, isChecked } from '../ledger/annotated.ts';
import type { Documents, Reading } from './documents.ts';
import { followEditorWorkedIn } from './editorWorkedIn.ts';
import { changeWords, counted } from './wording.ts';

const { t } = vscode.l10n;

export function registerStatus(documents: Documents): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('seedmark.status', { scheme: '*' });
  item.name = 'Seedmark';
  const show = (document: vscode.TextDocument | undefined) => {
    const reading = document && documents.read(document);
    if (reading) tell(item, reading);
    // No document has this scheme: the item goes out of sight.
    item.selector = { scheme: reading ? '*' : 'seedmark-none' };
  };
  return vscode.Disposable.from(item, followEditorWorkedIn(documents, show));
}

function tell(item: vscode.LanguageStatusItem, reading: Reading): void {
  item.severity = vscode.LanguageStatusSeverity.Information;
  item.detail = '';
  switch (reading.type) {
    case 'seed': {
      const { analysis, claims, lost } = reading.annotated;
      const checked = claims.filter(isChecked).length;
      const told = t('Seed: {0}, {1} checked', counted('claim', claims.length), checked);
      const trouble = troubleWords(claims, lost.length);
      if (trouble) item.severity = vscode.LanguageStatusSeverity.Warning;
      const isEnglish = analysis.language === undefined;
      item.text = isEnglish ? told : t('Not English: marks, numbers and dates only');
      item.detail = [isEnglish ? '' : told, trouble].filter(Boolean).join(' · ');
      item.command = { command: 'seedmark.showClaims', title: t('Show Claims') };
      break;
    }
    case 'notSeed':
      item.text = t('Not a seed');
      item.command = { command: 'seedmark.whyIsThisASeed', title: t('Why?') };
      break;
    case 'tooLarge':
      item.severity = vscode.LanguageStatusSeverity.Warning;
      item.text = t('Too large for Seedmark: over 5 MB, or with a line of over 20,000 characters');
      item.command = undefined;
      break;
    case 'failed':
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.text = t('Seedmark could not read this document: its log says why');
      item.command = undefined;
      break;
  }
}

/** "2 changed since they were tagged (112 → 121, …), 1 lost", or nothing. */
function troubleWords(claims: readonly AnnotatedClaim[], lost: number): string {
  const changed = claims.filter(({ state }) => state === 'changed');
  const disputed = claims.filter(({ state }) => state === 'disagreement').length;
  const differences = changed.slice(0, 2).flatMap((claim) => changeWords(claim).slice(0, 1));
  if (changed.length > differences.length && differences.length) differences.push('…');
  return [
    changed.length > 0 && t('{0} changed since tagged ({1})', changed.length, differences.join(', ')),
    disputed > 0 && t('editors disagree on {0}', disputed),
    lost > 0 && t('{0} lost', lost),
  ]
    .filter(Boolean)
    .join(', ');
}
