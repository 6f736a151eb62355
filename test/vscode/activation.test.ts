import assert from 'node:assert/strict';
import * as vscode from 'vscode';

suite('activation', () => {
  const extension = vscode.extensions.getExtension('seedmark.seedmark');

  test('the extension activates', async () => {
    assert.ok(extension, 'VS Code does not know the extension');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  test('in a remote window it runs where the files are', () => {
    const { UI, Workspace } = vscode.ExtensionKind;
    assert.equal(extension?.extensionKind, vscode.env.remoteName === undefined ? UI : Workspace);
  });

  test('the commands of the manifest are registered, and no others', async () => {
    const { commands, views = {} } = extension?.packageJSON.contributes ?? {};
    const declared: string[] = commands.map(({ command }: { command: string }) => command);
    const viewIds: string[] = Object.values(views).flatMap((list) => (list as { id: string }[]).map(({ id }) => id));
    const registered = (await vscode.commands.getCommands(true))
      .filter((command) => command.startsWith('seedmark.'))
      .filter((command) => !viewIds.some((id) => command.startsWith(`${id}.`))); // VS Code's own: focus, open …
    assert.deepEqual(registered.sort(), declared.sort());
  });
});
