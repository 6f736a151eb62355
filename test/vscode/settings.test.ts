import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { claimWith, show, story, until } from './workspace.ts';

type Warn = (message: string) => Thenable<undefined>;

/** The warnings shown while something is done, until there is one. */
async function warningsDuring(work: () => Thenable<unknown>): Promise<readonly string[]> {
  const window = vscode.window as unknown as { showWarningMessage: Warn };
  const original = window.showWarningMessage;
  const warnings: string[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      window.showWarningMessage = (message) => {
        warnings.push(message);
        resolve();
        return Promise.resolve(undefined);
      };
      work().then(undefined, reject);
    });
  } finally {
    window.showWarningMessage = original;
  }
  return warnings;
}

const set = (name: string, value: unknown) =>
  vscode.workspace.getConfiguration('seedmark').update(name, value, vscode.ConfigurationTarget.Global);

suite('wrong settings', () => {
  teardown(async () => {
    await set('tags', undefined);
    await set('seeds', undefined);
    await set('explorerBadge', undefined);
  });

  test('a switch that is neither on nor off is told', async () => {
    const warnings = await warningsDuring(() => set('explorerBadge', 'maybe'));
    assert.deepEqual(warnings, ['Seedmark: The setting seedmark.explorerBadge must be on or off: true or false.']);
  });

  test('tags that are no list are told, and tagging goes on', async () => {
    const warnings = await warningsDuring(() => set('tags', 5));
    assert.deepEqual(warnings, ['Seedmark: The setting seedmark.tags must be a list of texts.']);
    const { document } = await show('wrong tags.txt', story);
    await until(document.uri, (read) => claimWith(read, 'The north pier') !== undefined);
  });

  test('a wrong entry is told with its value, the others hold', async () => {
    const warnings = await warningsDuring(() => set('seeds', ['notes/*.txt', 7, '']));
    assert.match(warnings.join(), /seedmark\.seeds cannot use 7, "": a pattern is a text such as /);
    const { document } = await show('notes/plain.txt', 'Nothing here looks like a story.\n');
    await until(document.uri, (read) => read !== undefined);
  });

  test('patterns that are none make nothing a seed and break nothing', async () => {
    const slow = `${'*a'.repeat(40)}z`;
    const warnings = await warningsDuring(() => set('seeds', ['[', '{a', '**/{', '\\', '['.repeat(5_000), slow]));
    assert.match(warnings.join(), /cannot use "\[\[.*…, "\*a\*a.*: a pattern/);
    const plain = await show('plain notes.txt', 'Nothing here looks like a story.\n');
    await until(plain.document.uri, (read) => read === undefined);
    const seed = await show('pattern.txt', story);
    await until(seed.document.uri, (read) => claimWith(read, 'The north pier') !== undefined);
  });
});
