// @ts-check
// What VS Code is told about the world: its environment variables and the settings of a fresh profile.
import fs from 'node:fs';
import path from 'node:path';

/** The settings of a fresh profile. */
export const defaultSettings = {
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'editor.wordWrap': 'on', // stories come with a paragraph a line
};

/** Writes the user settings of a fresh profile; an existing file, a person's own, stays as it is. */
export function writeSettings(/** @type {string} */ userDataDir, /** @type {Record<string, unknown>} */ more = {}) {
  const file = path.join(userDataDir, 'User', 'settings.json');
  if (fs.existsSync(file)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ ...defaultSettings, ...more }, null, 2));
}

/**
 * This process's environment for VS Code's server: without what an outer VS Code or Node left in it, and without an
 * extension gallery, so that nothing is asked of the network.
 * @param {NodeJS.ProcessEnv} more
 */
export function serverEnv(more = {}) {
  const inherited = Object.entries(process.env).filter(([key]) => !isOfOuterProcess(key));
  return { EXTENSIONS_GALLERY: '{}', ...Object.fromEntries(inherited), ...more };
}

function isOfOuterProcess(/** @type {string} */ key) {
  return key.startsWith('VSCODE_') || key === 'ELECTRON_RUN_AS_NODE' || key === 'NODE_OPTIONS';
}
