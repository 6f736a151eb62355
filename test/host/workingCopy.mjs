// @ts-check
// The working copy as an installed extension. As one in development VS Code's page would take it only from a server for
// VS Code's own smoke tests, and such a page shows no messages.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './host.mjs';

/** Links the working copy into a folder of extensions that is VS Code's alone. */
export function linkWorkingCopy(/** @type {string} */ extensionsDir) {
  const { publisher, name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const folder = `${publisher}.${name}-${version}`;
  const link = path.join(extensionsDir, folder);
  fs.mkdirSync(extensionsDir, { recursive: true });
  fs.rmSync(link, { force: true });
  fs.symlinkSync(root, link, 'dir');
  const location = { $mid: 1, scheme: 'file', path: link };
  const installed = [{ identifier: { id: `${publisher}.${name}` }, version, location, relativeLocation: folder }];
  fs.writeFileSync(path.join(extensionsDir, 'extensions.json'), JSON.stringify(installed));
}
