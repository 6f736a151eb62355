// The claims panel's page: a webview that shows who says what and lets an editor tag it.
// It holds no truth of its own: every snapshot from the extension replaces what it shows.
import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { takeDictionary } from './l10n.ts';
import { type Host, openPanel } from './panel.ts';

declare function acquireVsCodeApi(): Host;

takeDictionary(JSON.parse(document.getElementById('dictionary')?.textContent || '{}'));
const receive = openPanel(document.body, acquireVsCodeApi());
window.addEventListener('message', (event) => receive(event.data));
