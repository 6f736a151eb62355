import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './workspace.ts';

suite('first steps', () => {
  test('the sample story opens as a copy without a file, once, and is a seed', async () => {
    await vscode.commands.executeCommand('seedmark.openSample');
    const first = vscode.window.activeTextEditor?.document;
    assert.ok(first?.isUntitled);
    const read = await until(first.uri, (now) => now !== undefined);
    assert.ok(read && read.claims.length > 10, 'it has claims to check');
    await vscode.commands.executeCommand('seedmark.openSample');
    assert.equal(vscode.window.activeTextEditor?.document, first);
    await vscode.commands.executeCommand('seedmark.openSample', 'seedmark.nextFigure');
    const { start } = vscode.window.activeTextEditor!.selection;
    assert.match(first.lineAt(start).text.slice(start.character), /^14 mobile phones/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
