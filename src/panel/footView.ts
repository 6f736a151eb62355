// The panel's foot: the keys, or what was just done; and what can be taken back or done again.
import { element, tool } from './dom.ts';
import { t } from './l10n.ts';
import { keyHints } from './words.ts';

export interface FootView {
  readonly element: HTMLElement;
  /** Says it, to screen readers too; empty words show the keys again. */
  readonly say: (words: string) => void;
  /** What Undo and Redo would take back and do again; undefined where there is nothing. `hasKeys`: there is a list to use keys in. */
  readonly offer: (undo: string | undefined, redo: string | undefined, hasKeys: boolean) => void;
}

export function createFoot(): FootView {
  const status = element('span', { class: 'status', role: 'status' });
  const undo = tool('undo', '', t('Undo'), t('Undo'));
  const redo = tool('redo', '', t('Redo'), t('Redo'));
  const keys = element('p', { class: 'hint' }, ...keyHints().flatMap((key) => [element('span', {}, key), ' ']));
  const said = element('div', { class: 'said' }, keys, status);
  redo.hidden = undo.disabled = true;

  const foot = element('footer', { class: 'foot' }, said, element('div', { class: 'verdicts' }, undo, redo));

  return {
    element: foot,
    say(words) {
      status.textContent = words;
      keys.classList.toggle('gives-way', words !== '');
    },
    offer(last, next, hasKeys) {
      foot.hidden = !hasKeys && last === undefined && next === undefined;
      keys.hidden = !hasKeys;
      name(undo, t('Undo'), 'U', last);
      name(redo, t('Redo'), 'Shift+U', next);
      // Its place is kept, so that the keys beside it never move.
      undo.disabled = last === undefined;
      redo.hidden = next === undefined;
    },
  };
}

function name(made: HTMLButtonElement, deed: string, key: string, label: string | undefined): void {
  made.title = label === undefined ? deed : `${deed} (${key}): ${label}`;
  made.setAttribute('aria-label', made.title);
}
