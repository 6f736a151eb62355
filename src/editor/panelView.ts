// The claims panel's view: its page, and what it and the editor tell each other.
import * as vscode from 'vscode';
import type { AnnotatedClaim } from '../ledger/annotated.ts';
import { giveEvidence, noteClaim, rejectItem, reviewClaim, tagClaim, takeBack, untagClaim } from '../ledger/decide.ts';
import { isTag } from '../ledger/tags.ts';
import { type FromPanel, parseFromPanel, type ToPanel } from '../panel/protocol.ts';
import { claimAt } from './atCursor.ts';
import type { Documents, SeedReading } from './documents.ts';
import { showHistory } from './history.ts';
import type { Ledgers } from './ledgerStore.ts';
import { isLink, panelState } from './panelState.ts';
import { reveal } from './reveal.ts';
import { decideOn, evidenceIn, onlyOthers } from './tagging.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

export const viewId = 'seedmark.claims';

export function registerPanel(
  context: vscode.ExtensionContext,
  documents: Documents,
  ledgers: Ledgers,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  let view: vscode.WebviewView | undefined;
  let shown = vscode.window.activeTextEditor?.document;
  /** The page is there and listens. */
  let ready = false;
  /** The page was asked for by keyboard and has not come yet. */
  let focusWhenReady = false;
  /** The claim that the panel shows as the cursor's. */
  let selected: string | undefined;

  const post = (message: ToPanel) => void view?.webview.postMessage(message);

  function showState(): void {
    if (!ready) return;
    const reading = shown && documents.read(shown);
    const desk = {
      notice: shown && ledgers.notice(shown.uri),
      undoable: shown ? ledgers.undoable(shown.uri) : {},
      editor: ledgers.editor(),
    };
    post({ type: 'state', state: panelState(reading, desk) });
  }

  /** Follows the cursor; `focus` moves the keyboard into the panel. */
  function selectAtCursor(focus: boolean): void {
    const editor = vscode.window.activeTextEditor;
    const reading = editor && editor.document === shown ? documents.seed(editor.document) : undefined;
    if (!editor || !reading) {
      if (focus) post({ type: 'select', claim: undefined, focus });
      return;
    }
    const at = reading.positions.offset(editor.selection.active);
    const here = reading.annotated.claims.find(({ id }) => id === selected);
    const { start, end } = here?.claim.span ?? { start: 1, end: 0 };
    // The claim just picked in the panel stays picked where claims overlap.
    const claim = start <= at && at <= end ? here?.id : claimAt(reading.annotated, at)?.id;
    if (claim === selected && !focus) return;
    selected = claim;
    post({ type: 'select', claim, focus });
  }

  function follow(editor: vscode.TextEditor | undefined): void {
    // With the keyboard in the panel or another view no editor may be active: what was shown stays.
    if (!editor && shown && !shown.isClosed && isInView(shown)) return;
    if (editor?.document === shown) return;
    shown = editor?.document;
    selected = undefined;
    showState();
    selectAtCursor(false);
  }

  async function answer(message: FromPanel): Promise<void> {
    if (message.type === 'ready') {
      ready = true;
      selected = undefined;
      showState();
      selectAtCursor(focusWhenReady);
      focusWhenReady = false;
      return;
    }
    if (message.type === 'treatAsSeed') {
      if (shown) await vscode.commands.executeCommand('seedmark.treatAsSeed', shown.uri);
      return;
    }
    if (message.type === 'undo' || message.type === 'redo') {
      if (shown) await ledgers[message.type](shown.uri);
      showState();
      return;
    }
    const reading = shown && documents.seed(shown);
    if (reading && message.type === 'tag') {
      await tagAll(reading, message.claims, message.tag);
      showState();
      return;
    }
    const claim = message.type === 'tag' ? undefined : reading?.annotated.claims.find(({ id }) => id === message.claim);
    if (!reading || !claim || message.type === 'tag') showState();
    else await act(message, reading, claim);
  }

  const words = ({ annotated }: SeedReading, { claim }: AnnotatedClaim): string =>
    wording.shortened(wording.lineOfWords(annotated.analysis.text, claim.span));

  /** One deed, of however many claims. */
  async function tagAll(reading: SeedReading, ids: readonly string[], tag: string): Promise<void> {
    const asked = new Set(ids);
    const claims = reading.annotated.claims.filter(({ id }) => asked.has(id));
    if (!isTag(tag) || claims.length === 0) return;
    const what = claims.length === 1 ? words(reading, claims[0]!) : wording.counted('claim', claims.length);
    await ledgers.decide(reading, t('{0}: {1}', wording.tagWords(tag), what), (read, now) =>
      now.claims.filter(({ id }) => asked.has(id)).map((claim) => tagClaim(read, now.analysis, claim, tag)),
    );
  }

  type OnClaim = Extract<FromPanel, { readonly claim: string }>;

  async function act(message: OnClaim, reading: SeedReading, claim: AnnotatedClaim): Promise<void> {
    const at = { reading, claim };
    const label = (deed: string) => t('{0}: {1}', deed, words(reading, claim));
    switch (message.type) {
      case 'reveal':
        selected = claim.id;
        post({ type: 'select', claim: selected, focus: false });
        await reveal(reading.document.uri, reading.positions.range(claim.claim.span), message.focus);
        return;
      case 'untag':
        await decideOn(
          ledgers,
          at,
          label(t('Without a tag')),
          (_read, _all, now) => untagClaim(now, ({ event }) => event === message.event),
          undefined,
        );
        break;
      case 'note': {
        const note = message.text.trim();
        if (note) await decideOn(ledgers, at, t('Note: {0}', wording.shortened(note)), noteClaim, note);
        break;
      }
      case 'evidence': {
        const evidence = evidenceIn(message.source.trim(), message.locator.trim(), message.passage.trim());
        const deed = t('Evidence: {0}', wording.shortened(evidence.source));
        if (evidence.source) await decideOn(ledgers, at, deed, giveEvidence, evidence);
        break;
      }
      case 'remove':
        if ([...claim.notes, ...claim.evidence].some(({ event }) => event === message.event)) {
          await ledgers.decide(reading, label(t('Removed')), () => [takeBack([message.event])]);
        }
        break;
      case 'openEvidence': {
        const source = claim.evidence.find(({ event }) => event === message.event)?.evidence.source ?? '';
        if (isLink(source)) await vscode.env.openExternal(vscode.Uri.parse(source));
        return;
      }
      case 'review': {
        const isDone = await decideOn(ledgers, at, label(t('Reviewed')), reviewClaim, undefined);
        if (!isDone) void vscode.window.showInformationMessage(onlyOthers());
        break;
      }
      case 'reject':
        await ledgers.decide(reading, label(t('Not a claim')), (read) => [
          rejectItem(read, { what: 'claim', span: claim.claim.span }),
        ]);
        break;
      case 'history':
        await showHistory(ledgers, at);
        return;
    }
    showState(); // also where nothing was decided: the page may show it as done
  }

  const provider: vscode.WebviewViewProvider = {
    resolveWebviewView: (resolved) => {
      view = resolved;
      const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
      resolved.webview.options = { enableScripts: true, localResourceRoots: [dist] };
      resolved.webview.onDidReceiveMessage((raw: unknown) => {
        const message = parseFromPanel(raw);
        if (!message) return log.warn('The claims panel sent a message that is not one of its own.');
        answer(message).catch((error) => log.error('The claims panel’s wish failed', error));
        return undefined;
      });
      // Out of view the page is gone; back in view a new one says that it is ready.
      resolved.onDidChangeVisibility(() => {
        ready = false;
      });
      resolved.onDidDispose(() => {
        view = undefined;
        ready = false;
      });
      resolved.webview.html = pageHtml(resolved.webview, dist);
    },
  };

  return vscode.Disposable.from(
    vscode.window.registerWebviewViewProvider(viewId, provider),
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) selectAtCursor(false);
    }),
    documents.onDidChange((document) => {
      if (document === shown) showState();
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('seedmark.tags')) showState();
    }),
    vscode.commands.registerCommand('seedmark.showClaims', async () => {
      focusWhenReady = !ready;
      await vscode.commands.executeCommand(`${viewId}.focus`);
      if (ready) selectAtCursor(true);
    }),
  );
}

const isInView = (document: vscode.TextDocument): boolean =>
  vscode.window.visibleTextEditors.some((editor) => editor.document === document);

/** The page's words in the reader's language, as data that cannot end the element it stands in. */
const dictionary = (): string => JSON.stringify(vscode.l10n.bundle ?? {}).replaceAll('<', '\\u003c');

function pageHtml(webview: vscode.Webview, dist: vscode.Uri): string {
  const nonce = crypto.randomUUID();
  const script = webview.asWebviewUri(vscode.Uri.joinPath(dist, 'panel.js'));
  const style = webview.asWebviewUri(vscode.Uri.joinPath(dist, 'panel.css'));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language.replace(/[^\w-]/g, '')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style.toString()}">
<title>${vscode.l10n.t('Claims')}</title>
</head>
<body>
<script id="dictionary" type="application/json">${dictionary()}</script>
<script nonce="${nonce}" src="${script.toString()}"></script>
</body>
</html>`;
}
