// The command line. With its file access it is the only room that imports node:*.
import { parseArgs } from 'node:util';
import { analyzeFiles } from './analyzeFiles.ts';
import { analyzeLines } from './analyzeLines.ts';
import { readWeights } from './weights.ts';

const HELP = `Seedmark reads source documents: who says what, with which figures.

Usage:
  seedmark analyze FILE|FOLDER...   a readable summary; of a folder, its source documents
  seedmark analyze --json FILE...   the same as one JSON array
  seedmark analyze --jsonl          one {"id", "text", "date"?} a line on standard input,
                                    one analysis a line on standard output

Options:
  --date YYYY-MM-DD   the day the documents are from, where they do not say
  --help, --version

Exit status: 0 done, 1 something could not be read, 2 the command was not understood.
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
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
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
  if (command !== 'analyze') throw new UsageError(`There is no command "${command}".`);
  if (values.date !== undefined && !ISO_DAY.test(values.date))
    throw new UsageError(`--date wants YYYY-MM-DD, not "${values.date}".`);
  if (values.jsonl) {
    if (paths.length > 0) throw new UsageError('--jsonl reads standard input and takes no files.');
    return analyzeLines(process.stdin, process.stdout, values.date, await readWeights());
  }
  if (paths.length === 0) throw new UsageError('Name at least one file or folder.');
  return analyzeFiles(paths, { json: values.json ?? false, date: values.date, models: await readWeights() });
}

// `seedmark … | head` closes the pipe early: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

run(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error) => {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`seedmark: ${error.message}\nTry "seedmark --help".\n`);
    process.exitCode = 2;
  },
);
