// The settings under "seedmark.", read with care: a wrong value is told once and left out.
import * as vscode from 'vscode';
import type { QuestionKind } from '../analysis/questions/questions.ts';
import { isTag } from '../ledger/tags.ts';

const { t } = vscode.l10n;

/** What can be switched on and off by itself: `seedmark.highlight.<kind>`. */
export const highlightKinds = [
  'quotes',
  'figures',
  'people',
  'organisations',
  'places',
  'nationalities',
  'events',
  'dates',
] as const;

export type HighlightKind = (typeof highlightKinds)[number];

/** The kinds of highlight that are on. */
export function highlightsOn(): ReadonlySet<HighlightKind> {
  const settings = vscode.workspace.getConfiguration('seedmark.highlight');
  if (settings.get('enabled') === false) return new Set();
  return new Set(highlightKinds.filter((kind) => settings.get(kind) !== false));
}

/** What is asked about a document: `seedmark.questions.<kind>`. */
const questionKinds = [
  'unattributed',
  'unnamedSource',
  'openQuote',
  'parts',
  'percent',
  'weekday',
  'contradiction',
] as const satisfies readonly QuestionKind[];

/** The kinds of question that are on. */
export function questionsOn(scope: vscode.Uri): ReadonlySet<QuestionKind> {
  const settings = vscode.workspace.getConfiguration('seedmark.questions', scope);
  return new Set(questionKinds.filter((kind) => settings.get(kind) !== false));
}

/** Switches a kind of question off. */
export const setQuestionsOff = (kind: QuestionKind): Promise<void> => toggle(`questions.${kind}`, () => false);

/** Glob patterns of files that are seeds. */
export const seedGlobs = (scope: vscode.Uri): readonly string[] => texts('seeds', scope).filter(isGlob);

/** A pattern that VS Code tries in short time: each further star in a part multiplies what it has to try. */
function isGlob(value: unknown): value is string {
  if (typeof value !== 'string' || value === '' || value.length > 500) return false;
  const parts = value.split('/');
  return parts.filter((part) => part === '**').length <= 4 && parts.every((part) => part.split('*').length <= 5);
}

/** The user's own tags, each once. */
export const ownTags = (scope: vscode.Uri | undefined): readonly string[] => [
  ...new Set(texts('tags', scope).filter(isTag)),
];

/** The name that decisions are signed with, or nothing. */
export function editorNameSetting(): string {
  const name: unknown = vscode.workspace.getConfiguration('seedmark').get('editorName');
  return typeof name === 'string' ? name.trim() : '';
}

/** Whether the cursor goes on to the next unchecked claim once one has its verdict. */
export const advancesAfterVerdict = (): boolean =>
  vscode.workspace.getConfiguration('seedmark').get('advanceAfterVerdict') !== false;

/** The folder that keeps what is decided about a document, where the user has named one. */
export function ledgerFolderSetting(scope: vscode.Uri): string {
  const folder: unknown = vscode.workspace.getConfiguration('seedmark', scope).get('ledgerFolder');
  return typeof folder === 'string' ? folder.trim() : '';
}

/** Whether a claim's state shows beside its line. */
export const gutterOn = (): boolean => vscode.workspace.getConfiguration('seedmark').get('gutter') !== false;

/** Whether speakers' full names and days' dates are told in the text. */
export const inlayHintsOn = (): boolean => vscode.workspace.getConfiguration('seedmark').get('inlayHints') === true;

export const toggleHighlight = (kind: HighlightKind | 'enabled'): Promise<void> =>
  toggle(`highlight.${kind}`, (value) => value === false);

export const toggleInlayHints = (): Promise<void> => toggle('inlayHints', (value) => value !== true);

/** Whether the explorer shows how many of a seed's claims are unchecked. */
export const hasExplorerBadge = (): boolean =>
  vscode.workspace.getConfiguration('seedmark').get('explorerBadge') !== false;

/** Flips a switch where the user has set it: in the workspace if there, else in the user's own settings. */
async function toggle(name: string, next: (value: unknown) => boolean): Promise<void> {
  const settings = vscode.workspace.getConfiguration('seedmark');
  const inWorkspace = settings.inspect(name)?.workspaceValue !== undefined;
  const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await settings.update(name, next(settings.get(name)), target);
}

/** As the manifest declares a setting. */
interface Declared {
  readonly type: 'boolean' | 'string' | 'number' | 'array';
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Tells of wrong settings when they are changed, and once after the start, which does not wait for that. */
export function watchSettings({ packageJSON }: vscode.Extension<unknown>): vscode.Disposable {
  const groups: readonly { readonly properties: Readonly<Record<string, Declared>> }[] =
    packageJSON.contributes.configuration;
  const declared = groups.flatMap(({ properties }) => Object.entries(properties));
  const atStart = setTimeout(() => tellProblems(declared));
  const changes = vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('seedmark')) tellProblems(declared);
  });
  return vscode.Disposable.from(changes, { dispose: () => clearTimeout(atStart) });
}

function tellProblems(declared: readonly (readonly [string, Declared])[]): void {
  const settings = vscode.workspace.getConfiguration();
  const wrong = declared.flatMap(([name, type]) => {
    const problem = problemOf(name, type, settings.get(name));
    return problem === undefined ? [] : [{ name, problem }];
  });
  const [first] = wrong;
  if (!first) return;
  const open = t('Open Settings');
  void vscode.window
    .showWarningMessage(`Seedmark: ${wrong.map(({ problem }) => problem).join(' ')}`, open)
    .then((picked) => picked && vscode.commands.executeCommand('workbench.action.openSettings', first.name));
}

/** What is wrong with a setting's value, and what would be right. */
function problemOf(name: string, { type, enum: choices, minimum, maximum }: Declared, value: unknown) {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : t('The setting {0} must be on or off: true or false.', name);
    case 'number':
      if (typeof value === 'number' && value >= (minimum ?? value) && value <= (maximum ?? value)) return undefined;
      return t('The setting {0} must be a number from {1} to {2}.', name, minimum ?? 0, maximum ?? '…');
    case 'string':
      if (typeof value !== 'string') return t('The setting {0} must be a text.', name);
      if (choices && !choices.includes(value))
        return t('The setting {0} must be one of: {1}.', name, choices.join(', '));
      return undefined;
    case 'array':
      return Array.isArray(value) ? itemsProblem(name, value) : t('The setting {0} must be a list of texts.', name);
  }
}

function itemsProblem(name: string, items: readonly unknown[]): string | undefined {
  const areTags = name === 'seedmark.tags';
  const wrong = items.filter((item) => !(areTags ? isTag : isGlob)(item)).map(shown);
  if (!wrong.length) return undefined;
  return areTags
    ? t('The setting {0} cannot use {1}: a tag is a text of 1 to 60 characters.', name, wrong.join(', '))
    : t('The setting {0} cannot use {1}: a pattern is a text such as {2}.', name, wrong.join(', '), 'wire/**/*.txt');
}

/** The value as it stands in the settings, cut to what fits a message. */
function shown(item: unknown): string {
  const json = JSON.stringify(item);
  return json.length > 100 ? `${json.slice(0, 99)}…` : json;
}

function texts(name: 'seeds' | 'tags', scope: vscode.Uri | undefined): string[] {
  const value: unknown = vscode.workspace.getConfiguration('seedmark', scope ?? null).get(name);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
