// The explorer's badge: how many claims of a seed are still to be checked.
import * as vscode from 'vscode';
import { isChecked } from '../ledger/annotated.ts';
import type { Documents } from './documents.ts';
import { plural } from './plural.ts';
import { hasExplorerBadge } from './settings.ts';

const { t } = vscode.l10n;

/** What was seen of a seed's claims when it was read last. */
type Seen = readonly [unchecked: number, claims: number];

const memoryKey = 'claimsSeen';
/** Seeds beyond these, those seen longest ago, are forgotten. */
const mostRemembered = 1000;

/**
 * Badges on the seeds that are open, and on closed ones that were decided about. No file is read for it: a closed seed
 * shows what it had when it was last open in this workspace, and says so.
 */
export function registerBadges(memory: vscode.Memento, documents: Documents): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri[] | undefined>();
  const open = new Map<string, Seen>();
  const remembered = new Map(Object.entries(memory.get<Readonly<Record<string, Seen>>>(memoryKey, {})));

  async function remember(key: string, seen: Seen | undefined): Promise<void> {
    if (!remembered.delete(key) && !seen) return;
    if (seen) remembered.set(key, seen);
    await memory.update(memoryKey, Object.fromEntries([...remembered].slice(-mostRemembered)));
  }

  function follow(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const before = open.get(key);
    const claims = documents.seed(document)?.annotated.claims;
    if (claims?.length) {
      const unchecked = claims.length - claims.filter(isChecked).length;
      if (before?.[0] === unchecked && before[1] === claims.length) return;
      open.set(key, [unchecked, claims.length]);
      const isDecidedAbout = claims.some(({ state }) => state !== 'open');
      void remember(key, isDecidedAbout ? [unchecked, claims.length] : undefined);
    } else {
      open.delete(key);
      if (!document.isClosed) void remember(key, undefined);
      if (!before) return;
    }
    changed.fire([document.uri]);
  }

  return vscode.Disposable.from(
    changed,
    documents.onDidChange(follow),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('seedmark.explorerBadge')) changed.fire(undefined);
    }),
    vscode.window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration: (uri) => {
        if (!hasExplorerBadge()) return undefined;
        const key = uri.toString();
        const now = open.get(key);
        const seen = now ?? remembered.get(key);
        return seen && badgeOf(seen, now !== undefined);
      },
    }),
  );
}

/** Two characters are all that the explorer shows. */
function badgeOf([unchecked, claims]: Seen, isOpen: boolean): vscode.FileDecoration {
  const words =
    unchecked === 0
      ? plural(claims, 'The 1 claim is checked', 'All {0} claims are checked')
      : plural(claims, '{1} of 1 claim unchecked', '{1} of {0} claims unchecked', String(unchecked));
  const badge = unchecked === 0 ? '✓' : unchecked > 99 ? '++' : String(unchecked);
  return new vscode.FileDecoration(badge, isOpen ? words : t('{0} when it was last open', words));
}
