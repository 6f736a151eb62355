// One claim in the list: its facts, and while it is the current one, what can be done with it.
import type { VscodeTextfield } from '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { actionsOf, draftOf, proofOf, type Tags } from './actionsView.ts';
import type { ClaimRow } from './arrange.ts';
import { element } from './dom.ts';
import { factsOf } from './factsView.ts';
import type { PanelClaim } from './protocol.ts';
import { claimLabel } from './words.ts';

export interface ClaimView {
  readonly type: 'claim';
  readonly element: HTMLElement;
  readonly claim: () => PanelClaim;
  readonly update: (row: ClaimRow, tags: Tags) => void;
  readonly setLook: (look: Look) => void;
  /** The note being written; undefined closes it. The text is set only when it opens. */
  readonly setDraft: (draft: string | undefined) => HTMLTextAreaElement | undefined;
  /** Shows or hides the user's own tags, undefined the other way round; answers with the first one's button. */
  readonly showOwnTags: (shown: boolean | undefined) => HTMLElement | null;
  /** Shows or hides the fields for evidence; answers with the first. */
  readonly showProof: (shown: boolean) => VscodeTextfield | null;
  /** What stands in those fields. */
  readonly proof: () => Readonly<Record<string, string>>;
  /** Something is being written here that is kept nowhere else. */
  readonly isWriting: () => boolean;
}

export interface Look {
  /** The one row that is open: the keyboard's, or the text's cursor's. */
  readonly current: boolean;
  /** Among those that were picked to be tagged at once. */
  readonly picked: boolean;
}

export function createClaim(id: string): ClaimView {
  const facts = element('div', { class: 'facts' });
  const item = element('div', { class: 'claim', role: 'treeitem', tabindex: '-1' }, facts);
  item.dataset.claim = id;
  item.setAttribute('aria-keyshortcuts', 'Enter V D S N T E P B A R X H Delete');
  let shown: { readonly row: ClaimRow; readonly tags: Tags };
  let before = '';
  let current = false;
  let actions: HTMLElement | undefined;
  let draft: HTMLElement | undefined;
  let proof: HTMLElement | undefined;

  const render = () => {
    const { row, tags } = shown;
    facts.replaceChildren(...factsOf(row, current));
    item.setAttribute('aria-label', claimLabel(row.claim, row.speaker.name));
    item.classList.toggle('is-current', current);
    const made = current ? actionsOf(tags, row.claim) : undefined;
    const at = focusedAction(actions);
    actions?.remove();
    actions = made;
    if (!made) return;
    facts.after(made);
    if (at.shows) showOwnTags(true);
    if (at.action) made.querySelector<HTMLElement>(at.action)?.focus();
  };

  function showOwnTags(on: boolean | undefined): HTMLElement | null {
    const shows = actions?.classList.toggle('shows-own', on) ?? false;
    actions?.querySelector('[data-action=own]')?.setAttribute('aria-expanded', String(shows));
    return actions?.querySelector<HTMLElement>('.own [data-action]') ?? null;
  }

  return {
    type: 'claim',
    element: item,
    claim: () => shown.row.claim,
    update(row, tags) {
      const { claim, speaker, saysWho, under, place, of } = row;
      const now = JSON.stringify([claim, speaker.name, speaker.description, saysWho, tags]);
      shown = { row, tags };
      item.setAttribute('aria-level', under === undefined ? '1' : '2');
      item.setAttribute('aria-posinset', String(place));
      item.setAttribute('aria-setsize', String(of));
      item.classList.toggle('is-under', under !== undefined);
      if (now !== before) render();
      before = now;
    },
    setLook(look) {
      item.tabIndex = look.current ? 0 : -1;
      item.classList.toggle('is-picked', look.picked);
      item.setAttribute('aria-selected', String(look.picked));
      if (look.current) item.setAttribute('aria-current', 'true');
      else item.removeAttribute('aria-current');
      if (look.current === current) return;
      current = look.current;
      render();
    },
    setDraft(text) {
      if (text === undefined) {
        draft?.remove();
        draft = undefined;
      } else if (!draft) {
        draft = draftOf(text);
        item.append(draft);
      }
      return draft?.querySelector('textarea') ?? undefined;
    },
    showOwnTags,
    showProof(on) {
      proof?.remove();
      proof = on ? proofOf() : undefined;
      if (proof) item.append(proof);
      return proof?.querySelector('vscode-textfield') ?? null;
    },
    proof: () =>
      Object.fromEntries(
        [...(proof?.querySelectorAll('vscode-textfield') ?? [])].map(
          (field) => [field.getAttribute('name') ?? '', field.value.trim()] as const,
        ),
      ),
    isWriting: () => proof !== undefined,
  };
}

/** Which button has the keyboard, and whether own tags are unfolded, so that new buttons can take that over. */
function focusedAction(actions: HTMLElement | undefined): { readonly action?: string; readonly shows: boolean } {
  const shows = actions?.classList.contains('shows-own') ?? false;
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !actions?.contains(focused)) return { shows };
  const { action = '', value = '' } = focused.dataset;
  return { action: `[data-action="${CSS.escape(action)}"][data-value="${CSS.escape(value)}"]`, shows };
}
