// Picking from a list, or writing what it does not hold.
import * as vscode from 'vscode';
import { withoutIcons } from './wording.ts';

const { t } = vscode.l10n;

export interface Choice {
  /** What is picked. */
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

interface Asking {
  readonly title: string;
  readonly placeholder: string;
  /** Under headings of their own, where there are several. */
  readonly groups: readonly { readonly heading: string; readonly choices: readonly Choice[] }[];
  /** What is wrong with what was written; undefined where it can be used. */
  readonly problem?: (written: string) => string | undefined;
}

interface Item extends vscode.QuickPickItem {
  readonly value?: string;
}

/** What was picked or written, trimmed; undefined where the user gave up. */
export async function pickOrWrite({ title, placeholder, groups, problem }: Asking): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  const shown = groups.filter(({ choices }) => choices.length > 0);
  const items = shown.flatMap(({ heading, choices }): Item[] => [
    ...(shown.length > 1 ? [{ label: heading, kind: vscode.QuickPickItemKind.Separator }] : []),
    ...choices.map(itemOf),
  ]);
  pick.title = title;
  pick.placeholder = placeholder;
  pick.items = items;
  pick.matchOnDescription = true;
  const picked = await new Promise<string | undefined>((resolve) => {
    pick.onDidChangeValue((value) => {
      const written = value.trim();
      const isKnown = groups.some(({ choices }) => choices.some(({ label }) => isSame(label, written)));
      pick.items = written && !isKnown ? [...items, ownItem(written, problem?.(written))] : items;
    });
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      if (item?.value !== undefined) resolve(item.value);
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  pick.dispose();
  return picked;
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const itemOf = ({ value, label, description }: Choice): Item => ({
  value,
  label: withoutIcons(label),
  ...(description ? { description: withoutIcons(description) } : {}),
});

/** What is written as an entry; where it cannot be used it says why, and does nothing. */
function ownItem(written: string, problem: string | undefined): Item {
  const label = t('Use “{0}”', withoutIcons(written));
  return problem ? { label, description: problem, alwaysShow: true } : { label, value: written, alwaysShow: true };
}
