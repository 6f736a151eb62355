// The name that tags and notes are signed with: the setting, else git's, else what the user was once asked for.
import * as vscode from 'vscode';
import { editorNameSetting } from './settings.ts';

const memoryKey = 'editorName';
const longestWaitMs = 2000;

/** The name as far as it is known without asking anybody. */
export const knownEditorName = (memory: vscode.Memento): string | undefined =>
  editorNameSetting() || memory.get<string>(memoryKey);

/** Undefined where the user was asked and did not tell. */
export async function editorName(memory: vscode.Memento, near: vscode.Uri): Promise<string | undefined> {
  const known = knownEditorName(memory) || (await nameInGit(near));
  if (known) return known.slice(0, 200);
  const asked = await vscode.window.showInputBox({
    title: vscode.l10n.t('Your name'),
    prompt: vscode.l10n.t('Tags and notes are signed with it. The setting seedmark.editorName changes it later.'),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() ? undefined : vscode.l10n.t('Write a name.')),
  });
  const name = asked?.trim().slice(0, 200);
  if (name) await memory.update(memoryKey, name);
  return name;
}

/** The part of the built-in Git extension's interface that is used here. */
interface GitExports {
  getAPI(version: 1): {
    readonly state: 'uninitialized' | 'initialized';
    readonly onDidChangeState: vscode.Event<unknown>;
    readonly repositories: readonly GitRepository[];
    getRepository(uri: vscode.Uri): GitRepository | null;
  };
}

interface GitRepository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}

const holdsAddress = (name: string): boolean => /\S@\S/.test(name);

async function nameInGit(near: vscode.Uri): Promise<string | undefined> {
  try {
    const exports = await vscode.extensions.getExtension<GitExports>('vscode.git')?.activate();
    const git = exports?.getAPI(1);
    // It knows no repository until it has looked round.
    if (git?.state === 'uninitialized') {
      await new Promise((resolve) => {
        git.onDidChangeState(resolve);
        setTimeout(resolve, longestWaitMs);
      });
    }
    const repository = git?.getRepository(near) ?? git?.repositories[0];
    const own = await repository?.getConfig('user.name').catch(() => '');
    const name = (own || (await repository?.getGlobalConfig('user.name')))?.trim();
    // An e-mail address is written only where the user asked for it.
    return name && !holdsAddress(name) ? name : undefined;
  } catch {
    return undefined; // no Git here, or switched off: the user is asked
  }
}
