// Following a person, organisation, place or event through all its mentions, "he" and "the ministry" included.
import * as vscode from 'vscode';
import type { Entity } from '../analysis/types.ts';
import { entityAt } from './atCursor.ts';
import type { Documents, SeedReading } from './documents.ts';

export function registerReferences(documents: Documents): vscode.Disposable {
  const found = (document: vscode.TextDocument, position: vscode.Position) => {
    const reading = documents.seed(document);
    const entity = reading && entityAt(reading.annotated, reading.positions.offset(position));
    return entity && { reading, entity };
  };
  const everywhere: vscode.DocumentSelector = { scheme: '*' };
  return vscode.Disposable.from(
    vscode.languages.registerReferenceProvider(everywhere, {
      provideReferences: (document, position) => locations(found(document, position)),
    }),
    // A pattern counts for more than VS Code's own provider, which would mark the same word wherever it stands.
    vscode.languages.registerDocumentHighlightProvider(
      { pattern: '**' },
      {
        provideDocumentHighlights: (document, position) =>
          locations(found(document, position))?.map(({ range }) => new vscode.DocumentHighlight(range)),
      },
    ),
    vscode.languages.registerDefinitionProvider(everywhere, {
      provideDefinition: (document, position) => firstNamed(found(document, position)),
    }),
  );
}

interface Found {
  readonly reading: SeedReading;
  readonly entity: Entity;
}

const locations = (found: Found | undefined): vscode.Location[] | undefined =>
  found?.entity.mentions.map(
    (mention) => new vscode.Location(found.reading.document.uri, found.reading.positions.range(mention)),
  );

/** Where the fullest name stands first: what "he" leads to. */
function firstNamed(found: Found | undefined): vscode.Location | undefined {
  if (!found) return undefined;
  const { text } = found.reading.annotated.analysis;
  const { mentions, name } = found.entity;
  const mention = mentions.find(({ start, end }) => text.slice(start, end) === name) ?? mentions[0];
  return mention && new vscode.Location(found.reading.document.uri, found.reading.positions.range(mention));
}
