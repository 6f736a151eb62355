// Words that depend on a number, in languages that have more than two forms for it.
import * as vscode from 'vscode';

/**
 * "1 claim", "23 claims": `{0}` is the number, `args` are `{1}` and on. A language's bundle holds a form for each of
 * its kinds of number: "{0} claims/one", "{0} claims/few", "{0} claims/many".
 */
export function plural(count: number, one: string, many: string, ...args: string[]): string {
  const language = vscode.env.language;
  const all = [new Intl.NumberFormat(language).format(count), ...args];
  // Without a bundle the words are English, whatever the reader's language.
  if (!vscode.l10n.bundle) return vscode.l10n.t(count === 1 ? one : many, ...all);
  return vscode.l10n.t({ message: many, comment: new Intl.PluralRules(language).select(count), args: all });
}
