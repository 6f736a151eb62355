// @ts-check
// Opens the host's Chromium, which shows VS Code's page and can reach nothing but this machine.
import fs from 'node:fs';
import { chromium } from 'playwright-core';
import { host } from './host.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** A headless Chromium: the host's own, or the one that SEEDMARK_CHROMIUM names. */
export async function launchBrowser() {
  const own = process.env.SEEDMARK_CHROMIUM;
  if (own && !fs.existsSync(own)) throw new Error(`SEEDMARK_CHROMIUM: no such file: ${own}`);
  const inherited = /** @type {Record<string, string>} */ (process.env);
  return chromium.launch({
    executablePath: own || host.chromium,
    headless: true,
    env: own ? inherited : { ...inherited, ...host.chromiumEnv },
    args: flags,
  });
}
