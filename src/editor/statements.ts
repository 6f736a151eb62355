// All that one speaker says in the document, in VS Code's References view; where that view is off, in a peek.
import * as vscode from 'vscode';
import type { Speaker } from '../analysis/types.ts';
import { entityAt, quoteAt } from './atCursor.ts';
import type { Documents, SeedReading } from './documents.ts';
import { seedInEditor } from './seedInEditor.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

interface Statement {
  readonly words: string;
  readonly location: vscode.Location;
}

export function registerStatements(documents: Documents): vscode.Disposable {
  return vscode.commands.registerCommand('seedmark.showStatements', async () => {
    const found = seedInEditor(documents);
    if (!found) return;
    const { reading, editor } = found;
    const speaker = speakerAt(reading, reading.positions.offset(editor.selection.active));
    const statements = speaker ? statementsOf(reading, speaker) : [];
    if (speaker && statements.length > 0) await show(speaker.name, statements);
    else
      void vscode.window.showInformationMessage(
        t('Put the cursor in the name or the words of somebody who speaks first.'),
      );
  });
}

type Who = Pick<Speaker, 'name' | 'entity'>;

/** Whoever is named at an offset, if anything is said by them; else whose words stand there. */
function speakerAt({ annotated }: SeedReading, offset: number): Who | undefined {
  const { entities, quotes } = annotated.analysis;
  const named = entityAt(annotated, offset);
  const entity = named ? entities.indexOf(named) : -1;
  const speaks = quotes.some(({ speaker }) => speaker?.entity === entity);
  return named && speaks ? { name: named.name, entity } : quoteAt(annotated, offset)?.speaker;
}

function statementsOf({ annotated, document, positions }: SeedReading, who: Who): readonly Statement[] {
  const { quotes, text } = annotated.analysis;
  const isTheirs = (speaker: Speaker | undefined) =>
    who.entity === undefined ? speaker?.name === who.name : speaker?.entity === who.entity;
  return quotes
    .filter(({ speaker }) => isTheirs(speaker))
    .map(({ content }) => ({
      words: wording.shortened(text.slice(content.start, content.end), 200),
      location: new vscode.Location(document.uri, positions.range(content)),
    }));
}

/** What VS Code's own extension for the References view lets others do, as far as it is used here. */
interface ReferencesView {
  setInput(input: ReferencesInput): void;
}

interface ReferencesInput {
  readonly contextValue: string;
  readonly title: string;
  readonly location: vscode.Location;
  resolve(): unknown;
  with(location: vscode.Location): ReferencesInput;
}

async function show(name: string, statements: readonly Statement[]): Promise<void> {
  const { uri, range } = statements[0]!.location;
  const view: ReferencesView | undefined = await vscode.extensions.getExtension('vscode.references-view')?.activate();
  if (view) return view.setInput(inputOf(name, statements, statements[0]!.location));
  const locations = statements.map(({ location }) => location);
  await vscode.commands.executeCommand('editor.action.showReferences', uri, range.start, locations);
}

function inputOf(name: string, statements: readonly Statement[], location: vscode.Location): ReferencesInput {
  const at = (step: number) => (from: Statement) =>
    statements[(statements.indexOf(from) + step + statements.length) % statements.length]!;
  return {
    contextValue: 'seedmark.statements',
    title: t('{0}: statements', name),
    location,
    resolve: () => ({
      message: wording.counted('quote', statements.length),
      provider: {
        getChildren: (parent?: Statement) => (parent ? [] : statements),
        getParent: () => undefined,
        getTreeItem: itemOf,
      },
      navigation: {
        nearest: (_uri: vscode.Uri, position: vscode.Position) =>
          statements.findLast(({ location: { range } }) => !range.start.isAfter(position)) ?? statements[0],
        next: at(1),
        previous: at(-1),
        location: (item: Statement) => item.location,
      },
      highlights: {
        getEditorHighlights: () => statements.map(({ location: { range } }) => range),
      },
    }),
    with: (moved) => inputOf(name, statements, moved),
  };
}

function itemOf({ words, location: { uri, range } }: Statement): vscode.TreeItem {
  const item = new vscode.TreeItem(t('line {0}', range.start.line + 1));
  item.description = words;
  item.tooltip = words;
  item.command = {
    title: t('Go to the Words'),
    command: 'vscode.open',
    arguments: [uri, { selection: range, preserveFocus: true }],
  };
  return item;
}
