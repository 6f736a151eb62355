// Every deed of the keyboard with its key, in a list that does what is picked.
import * as vscode from 'vscode';

const { t } = vscode.l10n;

/** In another language than English VS Code keeps the original beside a command's title. */
type Localised = string | { readonly value: string };

const wordsIn = (title: Localised): string => (typeof title === 'string' ? title : title.value);

/** What of the manifest is read, in the reader's language. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: Localised }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string }[];
  };
}

/** Headings, each before the first command of its group in the manifest. */
const headings: ReadonlyMap<string, () => string> = new Map([
  ['seedmark.nextUnchecked', () => t('Go')],
  ['seedmark.verify', () => t('Decide')],
  ['seedmark.correctSpeaker', () => t('Correct')],
  ['seedmark.undo', () => t('Take back')],
  ['seedmark.showClaims', () => t('Look')],
]);

export const registerCheatSheet = ({ packageJSON }: vscode.Extension<unknown>): vscode.Disposable =>
  vscode.commands.registerCommand('seedmark.showKeys', () => showKeys(packageJSON as Manifest));

async function showKeys({ contributes: { commands, keybindings } }: Manifest): Promise<void> {
  const titles = new Map(commands.map(({ command, title }) => [command, wordsIn(title)]));
  const chords = keybindings.filter(({ key }) => key.includes(' '));
  const deeds = chords.flatMap(({ command, key }) => {
    const heading = headings.get(command);
    const item = { label: titles.get(command) ?? command, description: keyWords(key), command };
    return heading ? [{ label: heading(), kind: vscode.QuickPickItemKind.Separator }, item] : [item];
  });
  const change = { label: t('Change the keys…'), command: 'workbench.action.openGlobalKeybindings' };
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly command?: string }>(
    [...deeds, { label: '', kind: vscode.QuickPickItemKind.Separator }, change],
    {
      title: t('Keys in the text of a seed (on a Mac Cmd for Ctrl)'),
      placeHolder: t('Press one key, then the other; or pick here what to do'),
      matchOnDescription: true,
    },
  );
  if (picked === change) await vscode.commands.executeCommand(change.command, '@ext:seedmark.seedmark');
  else if (picked?.command) await vscode.commands.executeCommand(picked.command);
}

/** "ctrl+' shift+u" as it stands on the keys: "Ctrl+' Shift+U". */
const keyWords = (key: string): string =>
  key.replace(/(^|[ +])([a-z])/g, (_, before, first) => before + first.toUpperCase());
