/** What a document is by its name or language alone, where that is never a seed. */
export type NotSeedKind = 'source-code' | 'log' | 'changelog' | 'readme';

/** Languages and name endings of texts that a person writes for people. */
const PROSE_LANGUAGES = new Set(['plaintext', 'markdown', 'restructuredtext', 'asciidoc', 'quarto', 'rmd']);
const PROSE_ENDINGS = new Set([
  'txt',
  'text',
  'md',
  'markdown',
  'mdown',
  'rst',
  'adoc',
  'asciidoc',
  'story',
  'wire',
  'seed',
]);

const README =
  /^(?:read[-_ ]?me|contributing|code[-_ ]of[-_ ]conduct|security|support|governance|maintainers|authors|contributors|install(?:ation)?|faq|third[-_ ]?party[\w-]*|licen[cs]e|copying|notice|patents|todo|architecture|agents|claude)(?:[-_.]|$)/i;
const CHANGELOG =
  /^(?:change[-_ ]?log|changes|history|release[-_ ]?notes|news|upgrad(?:e|ing)|migrat(?:e|ing|ion))(?:[-_.][\w-]+)?(?:\.(?:md|markdown|txt|rst|adoc))?$/i;

/** `path` with "/" between folders; a language of an editor, where known, counts more than the name's ending. */
export function kindOfPath(path: string, languageId?: string): NotSeedKind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
  if (languageId === 'log' || ending === 'log' || /\.log\.\d+$/i.test(name)) return 'log';
  if (README.test(name)) return 'readme';
  if (CHANGELOG.test(name)) return 'changelog';
  if (languageId !== undefined && !PROSE_LANGUAGES.has(languageId)) return 'source-code';
  if (name.startsWith('.')) return 'source-code';
  const isEnding = /^[a-z][a-z0-9+_-]{0,9}$/.test(ending);
  if (isEnding && !PROSE_ENDINGS.has(ending) && languageId === undefined) return 'source-code';
  return /(?:^|\/)(?:node_modules|\.git|\.seedmark)\//.test(path) ? 'source-code' : undefined;
}
