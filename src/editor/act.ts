// What links in hovers do: they put the cursor where the hover was and run a command for what stands there.
import * as vscode from 'vscode';
import type { Documents } from './documents.ts';
import { reveal } from './reveal.ts';

/** Not in the manifest: links in hovers run it. */
export const actCommand = '_seedmark.act';

const commands = {
  verify: ['seedmark.tagClaim', { tag: 'verified' }],
  dispute: ['seedmark.tagClaim', { tag: 'disputed' }],
  needSource: ['seedmark.tagClaim', { tag: 'needs-source' }],
  note: ['seedmark.addNote'],
  evidence: ['seedmark.addEvidence'],
  history: ['seedmark.showHistory'],
  statements: ['seedmark.showStatements'],
} as const satisfies Record<string, readonly [command: string, args?: object]>;

export type Action = keyof typeof commands;

const isAction = (name: unknown): name is Action => typeof name === 'string' && Object.hasOwn(commands, name);

/** The address of a link that acts on what stands at an offset. */
export function actLink(uri: vscode.Uri, offset: number, action: Action): vscode.Uri {
  const args = encodeURIComponent(JSON.stringify([uri.toString(), offset, action]));
  return vscode.Uri.parse(`command:${actCommand}?${args}`);
}

export function registerActing(documents: Documents): vscode.Disposable {
  return vscode.commands.registerCommand(actCommand, async (uri: unknown, offset: unknown, action: unknown) => {
    if (typeof offset !== 'number' || !isAction(action)) return;
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
    const reading = open && documents.seed(open);
    if (!reading) return;
    await reveal(open.uri, reading.positions.range({ start: offset, end: offset }), true);
    const [command, ...args]: readonly [string, ...object[]] = commands[action];
    await vscode.commands.executeCommand(command, ...args);
  });
}
