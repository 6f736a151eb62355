// Builds dist/: the extension (one file for desktop, remote and web), the lists and weights it reads, the panel's page
// and the command line.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, context } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** Writes what the gazetteer's lists.ts yields into a file of its own, which the extension reads when it is activated. */
const listsApart = {
  name: 'lists apart',
  setup({ onLoad }) {
    onLoad({ filter: /gazetteer[\\/]lists\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], bundle: true, format: 'esm', write: false });
      const { LISTS } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
      mkdirSync('dist', { recursive: true });
      writeFileSync('dist/lists.bin', JSON.stringify(LISTS));
      const watchFiles = ['commonWords', 'neighbours', 'organisations', 'people', 'places'].map((list) =>
        join(dirname(path), `${list}.ts`),
      );
      return { contents: 'export const LISTS = {};', watchFiles: [path, ...watchFiles] };
    });
  },
};

/** The page holds components of others, whose licences ask to be told with every copy. */
const licences = ['@vscode-elements/elements', 'lit'].map(
  (name) => `${name}\n\n${readFileSync(`node_modules/${name}/LICENSE`, 'utf8')}`,
);

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
    plugins: [listsApart],
  },
  {
    ...common,
    entryPoints: ['src/panel/main.ts', 'src/panel/panel.css'],
    entryNames: 'panel',
    outdir: 'dist',
    format: 'iife',
    platform: 'browser',
    banner: { js: `/*\n${licences.join('\n')}*/` },
  },
  {
    ...common,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    format: 'cjs', // the package names no module type: as an ES module only newest Nodes would take it, with a warning
    platform: 'node',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
    define: { 'process.env.SEEDMARK_VERSION': JSON.stringify(version) },
  },
];

mkdirSync('dist', { recursive: true });
copyFileSync('src/model/weights.bin', 'dist/weights.bin');

if (watch) await Promise.all(bundles.map(async (options) => (await context(options)).watch()));
else await Promise.all(bundles.map((options) => build(options)));
