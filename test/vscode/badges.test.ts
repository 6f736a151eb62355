import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { registerBadges } from '../../src/editor/badges.ts';
import type { Documents } from '../../src/editor/documents.ts';
import type { ClaimState } from '../../src/ledger/annotated.ts';

const uri = vscode.Uri.parse('file:///desk/story.txt');

/** Badges on one document, whose claims are given, opened and closed by hand. */
function desk(remembered: Record<string, unknown> = {}) {
  const memory = new Map(Object.entries(remembered));
  const changed = new vscode.EventEmitter<vscode.TextDocument>();
  let states: readonly ClaimState[] = [];
  const document = { uri, isClosed: false };
  const documents = {
    onDidChange: changed.event,
    seed: () => (document.isClosed ? undefined : { annotated: { claims: states.map((state) => ({ state })) } }),
  } as unknown as Documents;
  const memento = {
    keys: () => [...memory.keys()],
    get: (key: string, otherwise: unknown) => memory.get(key) ?? otherwise,
    update: async (key: string, value: unknown) => void memory.set(key, value),
  };
  let provider: vscode.FileDecorationProvider | undefined;
  const window = vscode.window as {
    registerFileDecorationProvider: typeof vscode.window.registerFileDecorationProvider;
  };
  const original = window.registerFileDecorationProvider;
  window.registerFileDecorationProvider = (its) => {
    provider = its;
    return { dispose: () => {} };
  };
  registerBadges(memento as unknown as vscode.Memento, documents);
  window.registerFileDecorationProvider = original;
  const tell = () => changed.fire(document as vscode.TextDocument);
  return {
    memory: () => Object.fromEntries(memory),
    read: (...now: readonly ClaimState[]) => {
      states = now;
      tell();
    },
    close: () => {
      document.isClosed = true;
      tell();
    },
    badge: async () => {
      const cancellation = new vscode.CancellationTokenSource().token;
      const decoration = await provider?.provideFileDecoration(uri, cancellation);
      return decoration && `${decoration.badge} ${decoration.tooltip}`;
    },
  };
}

suite('explorer badge', () => {
  teardown(() => vscode.workspace.getConfiguration('seedmark').update('explorerBadge', undefined, true));

  test('counts the claims that are not checked', async () => {
    const { read, badge } = desk();
    assert.equal(await badge(), undefined);
    read('open', 'verified', 'needs-source', 'disputed', 'changed');
    assert.equal(await badge(), '3 3 of 5 claims unchecked');
    read('verified', 'reviewed');
    assert.equal(await badge(), '✓ All 2 claims are checked');
    read(...Array.from({ length: 100 }, () => 'open' as const));
    assert.equal(await badge(), '++ 100 of 100 claims unchecked');
    read();
    assert.equal(await badge(), undefined);
  });

  test('stays on a closed document that was decided about, in the next window too, and says that it is of then', async () => {
    const first = desk();
    first.read('open', 'verified');
    first.close();
    assert.equal(await first.badge(), '1 1 of 2 claims unchecked when it was last open');
    assert.equal(await desk(first.memory()).badge(), '1 1 of 2 claims unchecked when it was last open');
  });

  test('goes with a document that nobody decided about', async () => {
    const { read, close, badge } = desk();
    read('open', 'open');
    close();
    assert.equal(await badge(), undefined);
  });

  test('can be switched off', async () => {
    const { read, badge } = desk();
    read('open');
    await vscode.workspace.getConfiguration('seedmark').update('explorerBadge', false, true);
    assert.equal(await badge(), undefined);
  });
});
