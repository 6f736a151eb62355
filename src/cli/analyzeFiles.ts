import { analyze } from '../analysis/analyze.ts';
import type { Models } from '../model/models.ts';
import { detectSeed } from '../seed/detect.ts';
import { dateOfPath } from '../seed/pathDate.ts';
import { oneText } from '../text/one.ts';
import { toContract } from './contract.ts';
import { filesIn, readText } from './files.ts';
import { printable } from './printable.ts';
import { summary } from './summary.ts';

interface Options {
  readonly json: boolean;
  readonly date: string | undefined;
  readonly models: Models;
}

/**
 * Analyses files and folders. A file that is named is read whatever it is, a folder yields its source documents.
 * @returns the exit status: 1 where something could not be read
 */
export async function analyzeFiles(paths: readonly string[], { json, date, models }: Options): Promise<number> {
  let status = 0;
  let read = 0;
  const complain = (message: string) => {
    process.stderr.write(`seedmark: ${printable(message)}\n`);
    status = 1;
  };
  const write = (piece: string) => process.stdout.write(piece);
  if (json) write('[');
  for (const path of paths) {
    for await (const found of filesIn(path)) {
      const content = found.type === 'file' ? await readText(found.path) : found;
      if (content.type !== 'text') {
        if (found.named || content.type === 'unreadable') complain(content.message);
        continue;
      }
      const { text } = oneText(content.text);
      const seed = detectSeed(text, { path: found.path });
      if (!found.named && !seed.isSeed) continue;
      const likelyDate = dateOfPath(found.path);
      const analysis = analyze(text, { models, ...(date && { date }), ...(likelyDate && { likelyDate }) });
      if (json)
        write(
          `${read ? ',' : ''}\n${JSON.stringify({ file: found.path, isSeed: seed.isSeed, ...toContract(analysis, (offset) => offset) })}`,
        );
      else write(`${read ? '\n\n' : ''}${summary(found.path, analysis)}`);
      read++;
    }
  }
  if (json) write('\n]\n');
  else if (read === 0 && status === 0) write('No source documents found.\n');
  return status;
}
