// What can be done about what stands at the cursor, in VS Code's own menu (Ctrl+.): verdicts first, then what puts the
// reading right; with a selection, what it can be marked as.
import * as vscode from 'vscode';
import { hasTag } from '../ledger/decide.ts';
import { builtInTags } from '../ledger/tags.ts';
import { claimAt, entityAt, figureAt, markAt, quoteAt } from './atCursor.ts';
import type { Documents, SeedReading } from './documents.ts';
import { verdictsOffered } from './questionFixes.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;
const { QuickFix, Refactor, RefactorRewrite } = vscode.CodeActionKind;

export function registerCodeActions(documents: Documents): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { scheme: '*' },
    {
      provideCodeActions: (document, range, { only, diagnostics }) => {
        const reading = documents.seed(document);
        const actions = reading && actionsAt(reading, range, diagnostics);
        return actions?.filter(({ kind }) => !only || (kind && only.contains(kind)));
      },
    },
    { providedCodeActionKinds: [QuickFix, Refactor] },
  );
}

function action(kind: vscode.CodeActionKind, title: string, command: string, args?: object): vscode.CodeAction {
  const made = new vscode.CodeAction(title, kind);
  made.command = { title, command, ...(args ? { arguments: [args] } : {}) };
  return made;
}

/** Every command works at the cursor, which is where VS Code asks. */
function actionsAt(
  reading: SeedReading,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const { annotated, positions } = reading;
  const at = positions.offset(range instanceof vscode.Selection ? range.active : range.end);
  const claim = claimAt(annotated, at);
  const figure = figureAt(annotated, at);
  const entity = entityAt(annotated, at);
  const quote = quoteAt(annotated, at);
  const offered = claim ? verdictsOffered(reading, claim, diagnostics) : [];
  const isSelected = !range.isEmpty;
  const fix = (title: string, command: string, args?: object) => action(QuickFix, title, command, args);
  const rewrite = (title: string, command: string) => action(RefactorRewrite, title, command);
  const mark = (title: string, command: string) => action(Refactor, title, command);
  return [
    ...(claim
      ? [
          ...builtInTags
            .filter((tag) => !hasTag(claim, tag) && !offered.includes(tag))
            .map((tag) => fix(t('Tag as “{0}”', wording.tagWords(tag)), 'seedmark.tagClaim', { tag })),
          fix(t('Add Note…'), 'seedmark.addNote'),
          fix(t('Add Evidence…'), 'seedmark.addEvidence'),
          ...(claim.tags.length ? [fix(t('Remove Tag…'), 'seedmark.removeTag')] : []),
        ]
      : []),
    ...(quote || claim ? [rewrite(t('Correct the Speaker…'), 'seedmark.correctSpeaker')] : []),
    ...(figure ? [rewrite(t('Correct the Number…'), 'seedmark.correctValue')] : []),
    ...(figure || entity || quote
      ? [rewrite(t('Correct the Kind of a Quote, Figure or Name…'), 'seedmark.correctKind')]
      : []),
    ...(isSelected ? [rewrite(t('Correct the Bounds to the Selection'), 'seedmark.correctBounds')] : []),
    ...(entity
      ? [
          rewrite(t('Join Names of One Person or Thing…'), 'seedmark.mergeNames'),
          rewrite(t('This Name Is Somebody or Something Else'), 'seedmark.splitName'),
        ]
      : []),
    ...(figure || entity || quote || claim
      ? [rewrite(t('Reject a Quote, Figure, Name or Claim…'), 'seedmark.rejectHere')]
      : []),
    ...(markAt(annotated, at) ? [rewrite(t('Remove My Mark'), 'seedmark.removeAnnotation')] : []),
    ...(isSelected
      ? [
          mark(t('Mark Selection as Quote'), 'seedmark.annotateQuote'),
          mark(t('Mark Selection as Figure'), 'seedmark.annotateFigure'),
          mark(t('Mark Selection as Name…'), 'seedmark.annotateName'),
          mark(t('Mark Selection as Claim'), 'seedmark.annotateClaim'),
        ]
      : []),
  ];
}
