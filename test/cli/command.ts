// The command line, built as it is delivered, with a folder of its own.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

export function openCommand() {
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync(join('.cache', 'cli-'));
  copyFileSync('src/model/weights.bin', join(folder, 'weights.bin'));
  const cli = resolve(folder, 'cli.cjs');
  buildSync({
    entryPoints: ['src/cli/main.ts'],
    outfile: cli,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    define: { 'process.env.SEEDMARK_VERSION': '"9.8.7"' },
  });
  return {
    folder,
    cli,
    seedmark: (args: readonly string[], input = '', cwd?: string) =>
      spawnSync(process.execPath, [cli, ...args], { input, encoding: 'utf8', ...(cwd ? { cwd } : {}) }),
    file(name: string, content: string | Uint8Array): string {
      const path = join(folder, name);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
