// Builds dist/: the extension (one file for desktop, remote and web), the panel's page and the command line.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, context } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const GAZETTEER = 'src/analysis/names/gazetteer';

/** Runs the gazetteer's lists.ts, and puts what it yields in its place, front-coded: the readable lists are a third longer. */
const packedLists = {
  name: 'packed lists',
  setup({ onLoad }) {
    onLoad({ filter: /gazetteer[\\/]lists\.ts$/ }, async () => {
      const contents = "export { LISTS } from './lists.ts'; export { pack } from './frontCoding.ts';";
      const stdin = { contents, resolveDir: GAZETTEER };
      const { outputFiles } = await build({ stdin, bundle: true, format: 'esm', write: false, charset: 'utf8' });
      const { LISTS, pack } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
      const packed = Object.entries(LISTS).map(([name, words]) => [name, pack(words)]);
      return {
        contents: `import { unpack } from './frontCoding.ts';
          const PACKED = ${JSON.stringify(Object.fromEntries(packed))};
          export const listed = (name) => unpack(PACKED[name]);`,
        resolveDir: GAZETTEER,
        watchFiles: ['commonWords', 'neighbours', 'organisations', 'people', 'places'].map((list) =>
          resolve(GAZETTEER, `${list}.ts`),
        ),
      };
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
  target: 'es2022',
  legalComments: 'none',
  charset: 'utf8',
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
    plugins: [packedLists],
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
    format: 'cjs', // the package names no module type: as an ES module only newest Nodes would take it, with a warning
    platform: 'node',
    target: 'node20',
    plugins: [packedLists],
    banner: { js: '#!/usr/bin/env node' },
    define: { 'process.env.SEEDMARK_VERSION': JSON.stringify(version) },
  },
];

if (watch) await Promise.all(bundles.map(async (options) => (await context(options)).watch()));
else await Promise.all(bundles.map((options) => build(options)));
