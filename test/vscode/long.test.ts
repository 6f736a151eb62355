import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { claimWith, rangeOf, seedmark, select, show, story, until } from './workspace.ts';

/** Long enough to be read in slices. */
const long = (name: string): string => {
  const paragraphs = Array.from(
    { length: 400 },
    (_, n) => `The ${name} office counted ${n + 2000} boats on Monday, Oda Brandt${n} of the harbour office said.`,
  );
  return `${story}${paragraphs.join('\n\n')}\n`;
};

async function hoverOn(document: vscode.TextDocument, words: string): Promise<string> {
  const { start } = rangeOf(document, words);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    start.translate(0, 1),
  );
  return hovers
    .flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value))
    .join('\n');
}

suite('a long seed', () => {
  test('is read, and after any edits read as it stands', async () => {
    const editor = await show('long.txt', long('port'));
    const { document } = editor;
    const api = await seedmark();
    const before = await api.analysed(document.uri);
    assert.ok((before?.claims.length ?? 0) > 400);
    for (let n = 0; n < 5; n++) {
      await editor.edit((edit) => edit.insert(rangeOf(document, 'The port office', 50 * n + 1).start, `It was ${n}. `));
    }
    const after = await api.analysed(document.uri);
    assert.equal(after?.analysis.text, document.getText());
    assert.equal(after?.analysis.sentences.length, (before?.analysis.sentences.length ?? 0) + 5);
  });

  test('while it is read anew, words are still told by where they are now', async () => {
    const editor = await show('carried.txt', long('quay'));
    const { document } = editor;
    await until(document.uri, (read) => read !== undefined);
    await editor.edit((edit) => {
      edit.insert(rangeOf(document, '"We counted').start, 'One line more.\n\nAnd one.\n\n');
      edit.replace(rangeOf(document, 'sixteen ships'), '17 ferries');
    });
    assert.match(await hoverOn(document, '2200 boats'), /2,200 boats/);
    assert.match(await hoverOn(document, 'Vessen added'), /Ilmar Vessen/);
  });

  test('a tag given while it is read anew holds for the words that were seen', async () => {
    const editor = await show('tagged.txt', long('dock'));
    const { document } = editor;
    await until(document.uri, (read) => read !== undefined);
    await editor.edit((edit) => edit.insert(rangeOf(document, 'Vessen added').start, 'This was new. '));
    select(editor, 'about 40 firefighters');
    await vscode.commands.executeCommand('seedmark.tagClaim', { tag: 'verified' });
    const tagged = await until(document.uri, (read) => read?.claims.some(({ state }) => state === 'verified') === true);
    assert.equal(claimWith(tagged, 'about 40 firefighters')?.state, 'verified');
    assert.equal(tagged?.claims.filter(({ tags }) => tags.length > 0).length, 1);
  });
});
