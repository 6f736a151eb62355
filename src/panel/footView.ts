// The panel's foot: the keys, or what was just done and how to have it back.
import { button, element } from './dom.ts';
import type { FromPanel } from './protocol.ts';
import { keyHints } from './words.ts';

export interface FootView {
  readonly element: HTMLElement;
  /** Says it, to screen readers too, and offers the way back; empty words show the keys again. */
  readonly say: (words: string, back?: FromPanel) => void;
  /** What Undo would send. */
  readonly back: () => FromPanel | undefined;
}

export function createFoot(): FootView {
  const status = element('span', { class: 'status', role: 'status' });
  const undo = button('undo', '', 'Undo (U)', 'Undo');
  const keys = element('p', { class: 'hint' }, ...keyHints.flatMap((key) => [element('span', {}, key), ' ']));
  let offered: FromPanel | undefined;
  undo.hidden = true;

  return {
    element: element('footer', { class: 'foot' }, keys, element('div', { class: 'said' }, status, undo)),
    say(words, back) {
      status.textContent = words;
      offered = back;
      undo.hidden = back === undefined;
      keys.classList.toggle('gives-way', words !== '');
    },
    back: () => offered,
  };
}
