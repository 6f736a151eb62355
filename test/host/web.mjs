// @ts-check
// VS Code for the web: the page alone, with its extension host in a web worker and no server behind it but for files.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { host, root } from './host.mjs';

/**
 * @typedef {object} WebOptions
 * @property {string} workspace the folder that is shown; the page has its files in memory and tells of changes
 * @property {Readonly<Record<string, unknown>>} settings
 * @property {string} extension the folder of the extension that is tested
 */

const types = /** @type {Record<string, string>} */ ({
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
});
const workbench = '/out/vs/code/browser/workbench/workbench.js';
const desk = path.join(root, 'test', 'host', 'desk');

/** Serves the page of VS Code for the web on this machine's own address. @param {WebOptions} options */
export async function startWebServer({ workspace, settings, extension }) {
  const server = http.createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const authority = `127.0.0.1:${typeof address === 'object' && address ? address.port : ''}`;
  const folder = `/${path.basename(workspace)}`;
  const served = { '/out/': host.vscode, '/extensions/': host.vscode, '/seedmark/': extension, '/desk/': desk };
  let log = '';

  /** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
  async function answer(request, response) {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    if (asked === '/') return send(response, '.html', page(configuration(authority, settings)));
    if (asked === workbench) return send(response, '.js', withoutRemote());
    if (asked === '/files') return send(response, '.json', JSON.stringify(entriesOf(workspace, folder)));
    if (asked.startsWith('/files/')) {
      log += `${request.method} ${asked}\n`;
      await change(String(request.method), path.join(path.dirname(workspace), asked.slice('/files/'.length)), request);
      return response.end();
    }
    for (const [prefix, dir] of Object.entries(served)) {
      if (!asked.startsWith(prefix)) continue;
      const file = path.join(dir, dir === host.vscode ? asked : asked.slice(prefix.length));
      if (fs.existsSync(file) && fs.statSync(file).isFile())
        return send(response, path.extname(file), fs.readFileSync(file));
    }
    response.writeHead(404).end();
  }

  return {
    authority,
    log: () => log,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    /** A file of the workspace as the page names it. */
    remote: (/** @type {string} */ file) => `desk:${folder}/${encodeURI(path.relative(workspace, file))}`,
    /** The page for the workspace; `payload` is VS Code's own list of start options. */
    url: (/** @type {string | undefined} */ _folder, /** @type {readonly (readonly [string, string])[]} */ payload) =>
      `http://${authority}/?folder=desk:${folder}&payload=${encodeURIComponent(JSON.stringify(payload))}`,
  };
}

/** @param {http.ServerResponse} response @param {string} extension @param {string | Buffer} content */
function send(response, extension, content) {
  response.writeHead(200, {
    'Content-Type': types[extension] ?? 'application/octet-stream',
    'Cache-Control': 'no-store',
  });
  response.end(content);
}

/** @param {string} method @param {string} file @param {http.IncomingMessage} request */
async function change(method, file, request) {
  if (method === 'MKCOL') fs.mkdirSync(file, { recursive: true });
  else if (method === 'DELETE') fs.rmSync(file, { recursive: true });
  else {
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    fs.writeFileSync(file, Buffer.concat(pieces));
  }
}

/** What the page has in memory at first, by path; a folder is `null`. @returns {Record<string, string | null>} */
function entriesOf(/** @type {string} */ dir, /** @type {string} */ as) {
  /** @type {Record<string, string | null>} */
  const entries = { [as]: null };
  for (const name of fs.readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(dir, name);
    entries[`${as}/${name}`] = fs.statSync(file).isDirectory() ? null : fs.readFileSync(file, 'base64');
  }
  return entries;
}

/** @param {string} authority @param {Readonly<Record<string, unknown>>} settings */
function configuration(authority, settings) {
  return {
    additionalBuiltinExtensions: ['/seedmark', '/desk'].map((at) => ({ scheme: 'http', authority, path: at })),
    configurationDefaults: settings,
    webviewEndpoint: '/out/vs/workbench/contrib/webview/browser/pre/',
    // what this host's page will not start without, and VS Code's own does not know
    userDataPath: '/',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
  };
}

function page(/** @type {unknown} */ configured) {
  const settings = JSON.stringify(configured).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!DOCTYPE html>
<meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${settings}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/out/vs/code/browser/workbench/workbench.css">
<body aria-label="">
<script>globalThis._VSCODE_FILE_ROOT = new URL('/out/', location.href).href;</script>
<script type="module" src="/out/nls.messages.js"></script>
<script type="module" src="${workbench}"></script>
`;
}

/**
 * The host's page takes its own server for a remote machine, and keeps settings there: as what a browser alone shows it
 * has no such machine and keeps them itself.
 */
function withoutRemote() {
  const replacements = /** @type {const} */ ([
    [/(remoteAuthority):\s*location\.host\b/, '$1:undefined'],
    [/(get userRoamingDataHome\(\)\{[^}]*\.file\(this\.userDataPath\)[^}]*)\.vscodeRemote\b/, '$1.vscodeUserData'],
  ]);
  return replacements.reduce(
    (script, [words, instead]) => {
      if (!words.test(script)) throw new Error(`the page of this VS Code differs: it lacks ${words}`);
      return script.replace(words, instead);
    },
    fs.readFileSync(path.join(host.vscode, workbench), 'utf8'),
  );
}
