// What links in hovers do. They put the cursor where the hover was and run a command for what stands there, take back a
// correction, open what proves a claim. None is in the manifest: links alone run them.
import * as vscode from 'vscode';
import { takeBack } from '../ledger/decide.ts';
import type { Documents, SeedReading } from './documents.ts';
import { openEvidence } from './evidence.ts';
import type { Ledgers } from './ledgerStore.ts';
import { linkTo, reveal } from './reveal.ts';
import { decideAndTell } from './telling.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

const actCommand = '_seedmark.act';
const takeBackCommand = '_seedmark.takeBack';
const evidenceCommand = '_seedmark.openEvidence';

export const actCommands = [actCommand, takeBackCommand, evidenceCommand] as const;

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
export const actLink = (uri: vscode.Uri, offset: number, action: Action): vscode.Uri =>
  linkTo(actCommand, uri, offset, action);

/** The address of a link that takes back a correction or a rejection, by its event. */
export const takeBackLink = (uri: vscode.Uri, event: string): vscode.Uri => linkTo(takeBackCommand, uri, event);

/** The address of a link that opens evidence, by the event that gave it. */
export const evidenceLink = (uri: vscode.Uri, event: string): vscode.Uri => linkTo(evidenceCommand, uri, event);

export function registerActing(documents: Documents, ledgers: Ledgers): vscode.Disposable {
  const register = (command: string, act: (reading: SeedReading, ...args: readonly unknown[]) => Promise<unknown>) =>
    vscode.commands.registerCommand(command, async (uri: unknown, ...args: readonly unknown[]) => {
      const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
      const reading = open && documents.seed(open);
      if (reading) await act(reading, ...args);
    });
  return vscode.Disposable.from(
    register(actCommand, actAt),
    register(takeBackCommand, async (reading, event) => {
      const given = reading.annotated.corrections.find((one) => one.event === event);
      if (!given) return;
      const label = t('Taken back: {0}', wording.correctedWords(given));
      await decideAndTell(ledgers, reading, label, () => [takeBack([given.event])]);
    }),
    register(evidenceCommand, async ({ annotated, document }, event) => {
      const given = annotated.claims.flatMap(({ evidence }) => evidence).find((one) => one.event === event);
      if (given) await openEvidence(document, given.evidence.source);
    }),
  );
}

async function actAt({ document, positions }: SeedReading, offset: unknown, action: unknown): Promise<void> {
  if (typeof offset !== 'number' || !isAction(action)) return;
  await reveal(document.uri, positions.range({ start: offset, end: offset }), true);
  const [command, ...args]: readonly [string, ...object[]] = commands[action];
  await vscode.commands.executeCommand(command, ...args);
}
