// @ts-check
// Builds the extension into dist/, as a suite does before it runs it. SEEDMARK_BUILT=1: dist/ is as it shall be.
import { spawnSync } from 'node:child_process';
import { root } from './host.mjs';

/** @throws {Error} where the build fails; what was built before is not what is to be tested */
export function buildExtension() {
  if (process.env.SEEDMARK_BUILT) return;
  const result = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`the build fails:\n${result.stdout}${result.stderr}`);
}
