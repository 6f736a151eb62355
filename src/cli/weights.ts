import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Models, readModels } from '../model/models.ts';

/** The learned taggers, from the file beside the command line's own. Without it the rules alone speak, and a line on standard error says so. */
export async function readWeights(): Promise<Models> {
  try {
    return readModels(await readFile(join(__dirname, 'weights.bin')));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    process.stderr.write(`seedmark: weights.bin cannot be used, so less will be found: ${cause}\n`);
    return {};
  }
}
