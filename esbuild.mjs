// Builds dist/: the extension (one file for desktop, remote and web), the panel's page and the command line.
import { readFileSync } from 'node:fs';
import { build, context } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
  target: 'es2022',
  legalComments: 'none',
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...common,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
  },
  {
    ...common,
    entryPoints: ['src/panel/main.ts', 'src/panel/panel.css'],
    entryNames: 'panel',
    outdir: 'dist',
    format: 'iife',
    platform: 'browser',
  },
  {
    ...common,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
    define: { 'process.env.SEEDMARK_VERSION': JSON.stringify(version) },
  },
];

if (watch) await Promise.all(bundles.map(async (options) => (await context(options)).watch()));
else await Promise.all(bundles.map((options) => build(options)));
