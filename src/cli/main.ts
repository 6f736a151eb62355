// The command line. With its file access it is the only room that imports node:*.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isTag } from '../ledger/tags.ts';
import { analyzeFiles } from './analyzeFiles.ts';
import { analyzeLines } from './analyzeLines.ts';
import { isEditorName } from './editorName.ts';
import type { Sought } from './findQuote.ts';
import { showHistory } from './history.ts';
import { isFolder } from './place.ts';
import { check, isRequirement, requirements, showStatus } from './status.ts';
import { tagLines, tagQuote } from './tag.ts';
import { readWeights } from './weights.ts';

const HELP = `Seedmark reads source documents: who says what, with which figures; and keeps what editors decide about it.

Usage:
  seedmark analyze FILE|FOLDER...   a readable summary; of a folder, its source documents
  seedmark analyze --json FILE...   the same as one JSON array
  seedmark analyze --jsonl          one {"id", "text", "date"?} a line on standard input,
                                    one analysis a line on standard output
  seedmark tag FILE --quote WORDS --tag TAG
                                    tags exact words: verified, disputed, needs-source, reviewed
                                    (confirms what another editor verified), or any tag of your own
  seedmark tag FILE --jsonl         one {"quote", "prefix"?, "suffix"?, "tag", "editor", "note"?,
                                    "evidence"?} a line on standard input
  seedmark status FILE|FOLDER...    how what was decided stands now
  seedmark check FILE|FOLDER... --require verified|no-changed|no-disputed
                                    lists what is not so
  seedmark history FILE --quote WORDS
                                    who decided what about the words, and when

Options:
  --date YYYY-MM-DD   analyze: the day the documents are from, where they do not say
  --prefix, --suffix  what stands before and after the words, where they stand in several places
  --editor NAME       tag: who decides; else git's user name
  --note TEXT, --evidence SOURCE, --locator WHERE, --passage WORDS
                      tag: a note; a link or file that shows it, where in it, and its words there
  --json, --all       status: as JSON; claims that nobody decided about as well
  --root DIR          the folder that keeps the decisions (in .seedmark); else the nearest one above
                      the file that has .seedmark, else git's root, else the file's folder
  --help, --version

Exit status: 0 done, 1 something could not be read, found or was not as required, 2 the command was not
understood.
`;

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

class UsageError extends Error {}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        jsonl: { type: 'boolean' },
        date: { type: 'string' },
        quote: { type: 'string' },
        prefix: { type: 'string' },
        suffix: { type: 'string' },
        tag: { type: 'string' },
        editor: { type: 'string' },
        note: { type: 'string' },
        evidence: { type: 'string' },
        locator: { type: 'string' },
        passage: { type: 'string' },
        require: { type: 'string', multiple: true },
        all: { type: 'boolean' },
        root: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

type Values = ReturnType<typeof readArguments>['values'];

async function analyzeAll({ date, json, jsonl }: Values, paths: readonly string[]): Promise<number> {
  if (date !== undefined && !ISO_DAY.test(date)) throw new UsageError(`--date wants YYYY-MM-DD, not "${date}".`);
  if (jsonl) {
    if (paths.length > 0) throw new UsageError('--jsonl reads standard input and takes no files.');
    return analyzeLines(process.stdin, process.stdout, date, await readWeights());
  }
  return analyzeFiles(someOf(paths), { json: json ?? false, date, models: await readWeights() });
}

function someOf(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) throw new UsageError('Name at least one file or folder.');
  return paths;
}

function oneOf(paths: readonly string[]): string {
  const [path] = paths;
  if (path === undefined || paths.length > 1) throw new UsageError('Name one file.');
  return path;
}

function soughtIn({ quote, prefix, suffix }: Values): Sought {
  if (quote === undefined || quote.trim() === '') throw new UsageError('Say which words: --quote "…".');
  return { quote, ...(prefix ? { prefix } : {}), ...(suffix ? { suffix } : {}) };
}

async function tag(values: Values, paths: readonly string[]): Promise<number> {
  const file = oneOf(paths);
  const { root, editor, note, evidence, locator, passage } = values;
  if (editor !== undefined && !isEditorName(editor))
    throw new UsageError('--editor wants a name of 1 to 200 characters.');
  const given = [values.quote, values.prefix, values.suffix, values.tag, note, evidence, locator, passage];
  if (values.jsonl && given.some((value) => value !== undefined))
    throw new UsageError(
      '--jsonl reads from standard input what to tag and with what: of the options --editor alone goes with it.',
    );
  if (values.jsonl) return tagLines(file, process.stdin, { root, editor, models: await readWeights() });
  const sought = soughtIn(values);
  if (!isTag(values.tag)) throw new UsageError('--tag wants a text of 1 to 60 characters.');
  if (evidence === undefined && (locator ?? passage) !== undefined)
    throw new UsageError('--locator and --passage tell of --evidence.');
  const proof = evidence?.trim() && {
    source: evidence,
    ...(locator ? { locator } : {}),
    ...(passage ? { passage } : {}),
  };
  const order = {
    ...sought,
    tag: values.tag,
    ...(note?.trim() ? { note } : {}),
    ...(proof ? { evidence: proof } : {}),
  };
  return tagQuote(file, order, { root, editor, models: await readWeights() });
}

async function checkAll({ require = [], root }: Values, paths: readonly string[]): Promise<number> {
  const required = require.flatMap((names) => names.split(','));
  const unknown = required.find((name) => !isRequirement(name));
  if (required.length === 0 || unknown !== undefined)
    throw new UsageError(`--require wants one of ${requirements.join(', ')}${unknown ? `, not "${unknown}"` : ''}.`);
  return check(someOf(paths), required.filter(isRequirement), { root, models: await readWeights() });
}

/** A folder that is meant to keep the decisions; where one is written it may come to be by that. */
function checkRoot(root: string, isWritten: boolean): void {
  if (!isFolder(root) && !(isWritten && !existsSync(root)))
    throw new UsageError(`--root wants a folder, not "${root}".`);
}

async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  if (values.version) {
    process.stdout.write(`${process.env.SEEDMARK_VERSION}\n`);
    return 0;
  }
  const [command, ...paths] = positionals;
  if (values.help || command === undefined || command === 'help') {
    process.stdout.write(HELP);
    return values.help || command === 'help' ? 0 : 2;
  }
  const { root, json = false, all = false } = values;
  if (root !== undefined) checkRoot(root, command === 'tag');
  switch (command) {
    case 'analyze':
      return analyzeAll(values, paths);
    case 'tag':
      return tag(values, paths);
    case 'status':
      return showStatus(someOf(paths), { root, models: await readWeights() }, { json, all });
    case 'check':
      return checkAll(values, paths);
    case 'history':
      return showHistory(oneOf(paths), soughtIn(values), { root, models: await readWeights() });
    default:
      throw new UsageError(`There is no command "${command}".`);
  }
}

// `seedmark … | head` closes the pipe early: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

run(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error) => {
    const isUsage = error instanceof UsageError;
    process.stderr.write(`seedmark: ${error?.message ?? error}\n${isUsage ? 'Try "seedmark --help".\n' : ''}`);
    process.exitCode = isUsage ? 2 : 1;
  },
);
