import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { folder, rangeOf, seedmark, select, show, story, until } from './workspace.ts';

const textsOf = (hovers: readonly vscode.Hover[]): string =>
  hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n')
    .replaceAll('\\', '');

async function hoverOn(document: vscode.TextDocument, words: string, nth = 1): Promise<string> {
  const { start, end } = rangeOf(document, words, nth);
  const middle = document.positionAt((document.offsetAt(start) + document.offsetAt(end)) >> 1);
  return textsOf(await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, middle));
}

suite('reading a seed', () => {
  test('marks quotes, figures and names', async () => {
    const { document } = await show('marks.txt', story);
    const { decorated } = await seedmark();
    const counts = await decorated(document.uri);
    assert.equal(counts.directQuote, 2);
    assert.ok((counts.indirectQuote ?? 0) >= 2, JSON.stringify(counts));
    assert.ok((counts.figure ?? 0) >= 4, JSON.stringify(counts));
    assert.ok((counts.person ?? 0) >= 3, JSON.stringify(counts));
    assert.ok((counts.place ?? 0) >= 1, JSON.stringify(counts));
  });

  test('a figure tells what is counted, who gives it, and where else it stands', async () => {
    const { document } = await show('figure.txt', story);
    const text = await hoverOn(document, '1,204');
    assert.match(text, /1,204 dock workers, taken to clinics/);
    assert.match(text, /; said by Ilmar Vessen/);
    assert.match(text, /line 3/);
  });

  test('a figure keeps its unit: percentage points are no per cent, a strike is weeks old', async () => {
    const { document } = await show(
      'units.txt',
      `${story}\n\nThe two-week-old strike cut growth by 0.4 to 0.6 percentage points, Ilmar Vessen, 58, said. ` +
        'A one-year-old boat sank and 12 percent of berths were shut. Nearly 50 divers came.\n',
    );
    assert.match(await hoverOn(document, 'two-week-old'), /2 weeks old/);
    assert.match(await hoverOn(document, '0.4 to 0.6'), /0\.4 to 0\.6 percentage points/);
    assert.match(await hoverOn(document, '58'), /58 years old/);
    assert.match(await hoverOn(document, 'one-year-old'), /1 year old/);
    assert.match(await hoverOn(document, '12 percent'), /12 per cent of berths/);
    assert.match(await hoverOn(document, 'Nearly 50'), /nearly 50 divers/);
  });

  test('a quote tells who "he" is and by which words it is attributed', async () => {
    const { document } = await show('quote.txt', story);
    const text = await hoverOn(document, 'The north pier');
    assert.match(text, /Ilmar Vessen \(“he”\)/);
    assert.match(text, /Direct quote/);
    assert.match(text, /Found by: quotation marks with “said” beside them – sure\./);
  });

  test('a quote tells how it came, that nobody is named, what it hangs on and who “I” is', async () => {
    const { document } = await show(
      'chain.txt',
      `${story}\n\nTwo officials told the Orvel Herald that the pier would be shut if the wind rose. ` +
        '“I shut the gate,” Mira Lund said.\n',
    );
    const told = await hoverOn(document, 'the pier would be shut');
    assert.match(told, /Two officials.*Indirect quote, source not named/);
    assert.match(told, /Comes from two officials \(not named\), by way of Orvel Herald/);
    assert.match(told, /Only if something else holds/);
    assert.match(await hoverOn(document, 'shut the gate'), /Reads: “I \[Mira Lund\] shut the gate/);
  });

  test('a name tells all its mentions', async () => {
    const { document } = await show('name.txt', story);
    const text = await hoverOn(document, 'Vessen', 2);
    assert.match(text, /Ilmar Vessen/);
    assert.match(text, /line 1.*line 3.*line 5/s);
  });

  test('words that look like Markdown, HTML or a command link are shown as words', async () => {
    const trap = '[x](command:workbench.action.closeWindow)<img src=x> *a* &lt;';
    const { document } = await show(
      'trap.txt',
      story.replace('The north pier is closed', `The ${trap} pier is closed`).replace('of the harbour office', ''),
    );
    const hovers: vscode.Hover[] = await vscode.commands.executeCommand(
      'vscode.executeHoverProvider',
      document.uri,
      rangeOf(document, 'Vessen').start,
    );
    const raw = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
    assert.ok(raw.includes('workbench'), raw);
    assert.ok(!/(?<!\\)\]\(command:workbench|(?<!\\)<img|(?<!\\)\*a|(?<!\\)&lt/.test(raw), raw);
  });

  test('references and highlights follow a person through names and pronouns', async () => {
    const { document } = await show('references.txt', story);
    const { start } = rangeOf(document, 'Vessen');
    const references: vscode.Location[] = await vscode.commands.executeCommand(
      'vscode.executeReferenceProvider',
      document.uri,
      start,
    );
    const words = references.map(({ range }) => document.getText(range));
    assert.ok(words.includes('he') && words.includes('Vessen') && words.includes('Ilmar Vessen'), words.join('; '));
    const highlights: vscode.DocumentHighlight[] = await vscode.commands.executeCommand(
      'vscode.executeDocumentHighlights',
      document.uri,
      start,
    );
    assert.deepEqual(
      highlights.map(({ range }) => document.getText(range)),
      words,
    );
    const definitions: vscode.Location[] = await vscode.commands.executeCommand(
      'vscode.executeDefinitionProvider',
      document.uri,
      rangeOf(document, 'he said').start,
    );
    assert.deepEqual(
      definitions.map(({ range }) => document.getText(range)),
      ['Ilmar Vessen'],
    );
  });

  test('next and previous figure go round the document', async () => {
    const editor = await show('navigation.txt', story);
    const figures: string[] = [];
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const { analysis } = (await until(editor.document.uri, (document) => document !== undefined))!;
    for (let step = 0; step <= analysis.figures.length; step++) {
      await vscode.commands.executeCommand('seedmark.nextFigure');
      figures.push(editor.document.getText(editor.selection));
    }
    assert.ok(figures.length > 3);
    assert.equal(figures.at(-1), figures[0]);
    await vscode.commands.executeCommand('seedmark.previousFigure');
    assert.equal(editor.document.getText(editor.selection), figures.at(-2));
  });

  test('with CRLF line ends everything stands at the same place', async () => {
    const lf = await show('lf.txt', story);
    const crlf = await show('crlf.txt', story.replaceAll('\n', '\r\n'));
    assert.equal(crlf.document.eol, vscode.EndOfLine.CRLF);
    const symbolsOf = async (uri: vscode.Uri): Promise<readonly string[]> => {
      const symbols: vscode.DocumentSymbol[] = await vscode.commands.executeCommand(
        'vscode.executeDocumentSymbolProvider',
        uri,
      );
      return symbols.map(({ name, range }) => `${name} ${JSON.stringify(range)}`);
    };
    assert.deepEqual(await symbolsOf(crlf.document.uri), await symbolsOf(lf.document.uri));
    assert.match(await hoverOn(crlf.document, '40 firefighters'), /about 40 firefighters/);
  });

  test('an edit is read anew, also in a document without a file', async () => {
    const untitled = await vscode.workspace.openTextDocument({ content: story });
    const editor = await vscode.window.showTextDocument(untitled);
    await until(untitled.uri, (document) => document !== undefined);
    await editor.edit((edit) => edit.replace(rangeOf(untitled, 'sixteen ships'), 'seventeen ships'));
    const document = await until(untitled.uri, (read) => read?.analysis.text.includes('seventeen') === true);
    assert.ok(document?.analysis.figures.some(({ amount }) => amount.type === 'exact' && amount.value === 17));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('source code is left alone', async () => {
    const code = 'answer = 42\n\ndef twice(n):\n    return 2 * n  # he said "so"\n';
    const { document } = await show('code.py', code);
    const api = await seedmark();
    assert.equal(await api.analysed(document.uri), undefined);
    assert.deepEqual(await api.decorated(document.uri), {});
    assert.equal(await hoverOn(document, '42').then((text) => text.includes('Count')), false);
  });

  test('a text with a line of over 20,000 characters is left alone, whatever a user says', async () => {
    const { document } = await show('one line.txt', `${story}${'and so on '.repeat(2_001)}`);
    await vscode.commands.executeCommand('seedmark.treatAsSeed', document.uri);
    const api = await seedmark();
    assert.equal(await api.analysed(document.uri), undefined);
    assert.deepEqual(await api.decorated(document.uri), {});
  });

  test('what a user says of a document is remembered', async () => {
    const { document } = await show('said.txt', 'Mira counted eleven boats.\n');
    const api = await seedmark();
    assert.equal(await api.analysed(document.uri), undefined);
    await vscode.commands.executeCommand('seedmark.treatAsSeed', document.uri);
    assert.notEqual(await api.analysed(document.uri), undefined);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    assert.notEqual(await api.analysed(document.uri), undefined);
    await vscode.commands.executeCommand('seedmark.treatAsNotSeed', document.uri);
    assert.equal(await api.analysed(document.uri), undefined);
  });

  test('a pattern in the settings makes seeds', async () => {
    const { document } = await show('wire/item.txt', 'Mira counted eleven boats.\n');
    const api = await seedmark();
    assert.equal(await api.analysed(document.uri), undefined);
    const settings = vscode.workspace.getConfiguration('seedmark', folder());
    await settings.update('seeds', ['wire/**'], vscode.ConfigurationTarget.Workspace);
    assert.notEqual(await until(document.uri, (read) => read !== undefined), undefined);
    await settings.update('seeds', undefined, vscode.ConfigurationTarget.Workspace);
  });

  test('a kind of highlight can be switched off and on', async () => {
    const { document } = await show('toggle.txt', story);
    const api = await seedmark();
    await vscode.commands.executeCommand('seedmark.toggleFigures');
    assert.equal((await api.decorated(document.uri)).figure, undefined);
    await vscode.commands.executeCommand('seedmark.toggleFigures');
    assert.ok((await api.decorated(document.uri)).figure);
  });

  test('marking without a selection changes nothing', async () => {
    const editor = await show('nothing.txt', story);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    void vscode.commands.executeCommand('seedmark.annotateQuote');
    const document = await until(editor.document.uri, (read) => read !== undefined);
    assert.deepEqual(document?.added, []);
    select(editor, 'Kelvane');
  });
});
