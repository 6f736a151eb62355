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
  /^(?:read[-_ ]?me(?:[-_.][\w-]+)*|(?:licen[cs]e|copying|contributing|code[-_]of[-_]conduct|third[-_]?party[-_]?(?:notices?|licen[cs]es?))(?:\.\w+)?)$/i;
const CHANGELOG = /^(?:change[-_ ]?log|release[-_ ]?notes)(?:[-_.][\w.-]+)?$/i;
/** Names that a project's own pages have in capitals, and a story may have in small letters. */
const PROJECT_PAGE =
  /^(?:AGENTS|ARCHITECTURE|AUTHORS|CLAUDE|CONTRIBUTORS|FAQ|GOVERNANCE|INSTALL|MAINTAINERS|NOTICE|PATENTS|SECURITY|SUPPORT|TODO)(?:\.\w+)?$/;
const PROJECT_HISTORY = /^(?:CHANGES|HISTORY|NEWS|MIGRATION|MIGRATING|UPGRADE|UPGRADING)(?:\.\w+)?$/;

/** `path` with "/" between folders; a language of an editor, where known, counts more than the name's ending. */
export function kindOfPath(path: string, languageId?: string): NotSeedKind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
  if (languageId === 'log' || ending === 'log' || /\.log\.\d+$/i.test(name)) return 'log';
  if (README.test(name) || PROJECT_PAGE.test(name)) return 'readme';
  if (CHANGELOG.test(name) || PROJECT_HISTORY.test(name)) return 'changelog';
  if (languageId !== undefined && !PROSE_LANGUAGES.has(languageId)) return 'source-code';
  if (name.startsWith('.')) return 'source-code';
  const isEnding = /^[a-z][a-z0-9+_-]{0,9}$/.test(ending);
  if (isEnding && !PROSE_ENDINGS.has(ending) && languageId === undefined) return 'source-code';
  return /(?:^|\/)(?:node_modules|\.git|\.seedmark)\//.test(path) ? 'source-code' : undefined;
}
