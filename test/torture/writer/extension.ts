// An extension that does nothing but decide, as fast as it can, by the way Seedmark itself takes through
// `workspace.fs`; what is kept is told to a file that outlives it. It is killed while it does so.
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { type OpenLedger, openLedgerAt } from '../../../src/editor/openLedger.ts';
import { makeAnchor } from '../../../src/ledger/anchor.ts';
import { textVersion } from '../../../src/ledger/versions.ts';
import { wordingOf } from '../../../src/ledger/wording.ts';

const sentence = 'The northern pier was closed at dawn. ';

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const [workspace] = vscode.workspace.workspaceFolders!;
  const told = path.join(workspace!.uri.fsPath, 'told.txt');
  const desk = fs.readFileSync(path.join(workspace!.uri.fsPath, 'desk.txt'), 'utf8');
  const folder = vscode.Uri.joinPath(workspace!.uri, desk);
  const uri = vscode.Uri.joinPath(folder, 'story.txt');
  const log = vscode.window.createOutputChannel('Writer', { log: true });
  const open = await openLedgerAt(context, log, { folder, uri, key: folder.toString() }, () => undefined);
  fs.appendFileSync(told, `begun ${process.pid} ${open.ledger.events.length}\n`);
  for (let n = 0; ; n++) await decide(open, told, n);
}

/** Deeds of one and of several events, on texts that are new now and then. */
async function decide(open: OpenLedger, told: string, n: number): Promise<void> {
  const text = sentence.repeat(1 + (Math.floor(n / 5) % 400));
  const version = textVersion(text);
  const target = makeAnchor(wordingOf(text), { start: 4, end: 17 });
  open.keep(version, text);
  const about = { document: 'story.txt', text: version, target };
  const note = { type: 'noted', ...about, note: sentence.repeat(((n * 37) % 300) * (n % 4 ? 1 : 20) || 1) } as const;
  const tag = { type: 'tagged', ...about, tag: 'verified' } as const;
  const ids = await open.write('Ann Moor', n % 3 ? [note] : [tag, note]);
  if (open.notice() === undefined) fs.appendFileSync(told, `${ids.map((id) => `kept ${id} ${version}`).join('\n')}\n`);
}
