// Making elements. Text goes in as text nodes alone; nothing here parses HTML.
import type {} from '@vscode-elements/elements/dist/vscode-badge/index.js';
import type {} from '@vscode-elements/elements/dist/vscode-button/index.js';
import type {} from '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import type { VscodeTextfield } from '@vscode-elements/elements/dist/vscode-textfield/index.js';

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** A button of VS Code's look that tells the page's one click listener what to do. */
export const button = (action: string, value: string, label: string, ...children: readonly (Node | string)[]) =>
  element('vscode-button', { secondary: '', ...doing(action, value, label) }, ...children);

/** A lesser one, without a frame, as in VS Code's toolbars. */
export const tool = (action: string, value: string, label: string, ...children: readonly (Node | string)[]) =>
  element('button', { type: 'button', class: 'tool', ...doing(action, value, label) }, ...children);

const doing = (action: string, value: string, label: string) => ({
  'data-action': action,
  'data-value': value,
  'aria-label': label,
  title: label,
});

export function field(name: string, label: string, longest: number): VscodeTextfield {
  const made = element('vscode-textfield', { name, placeholder: label, maxlength: String(longest) });
  made.label = label;
  made.value = '';
  return made;
}

/** Whether one types into it. */
export const isField = (target: Element): boolean => target.matches('vscode-textfield, textarea');

/** Gives `parent` exactly these children, moving as few as it can: what stays in place keeps focus and caret. */
export function reconcile(parent: Element, wanted: readonly Element[]): void {
  const keep = new Set(wanted);
  for (const child of [...parent.children]) if (!keep.has(child)) child.remove();
  let next = parent.firstElementChild;
  for (const child of wanted) {
    if (child === next) next = next.nextElementSibling;
    else parent.insertBefore(child, next);
  }
}

const svg = 'http://www.w3.org/2000/svg';

/** Each state has a shape of its own, so that colour is never the only sign. */
const shapes = {
  verified: ['M2.5 8.5 6.2 12.2 13.5 4'],
  reviewed: ['M1.5 8.5 4.7 11.7 11 4.6', 'M7.6 11.2 8.2 11.8 14.5 4.6'],
  disagreement: ['M3 6h10', 'M3 10h10', 'M10.5 3 5.5 13'],
  disputed: ['M3.5 3.5 12.5 12.5', 'M12.5 3.5 3.5 12.5'],
  'needs-source': ['M5 6a3 3 0 1 1 4.5 2.6C8.4 9.2 8 9.7 8 10.8', 'M8 13.1v.4'],
  changed: ['M8 2.8 14 13.2H2z', 'M8 6.8v3', 'M8 11.2v.2'],
  tagged: ['M2.5 2.5h5.2l5.8 5.8-5.2 5.2-5.8-5.8z', 'M5.3 5.3v.1'],
  open: ['M8 4.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6'],
  remove: ['M5 5 11 11', 'M11 5 5 11'],
  twistie: ['M6 4 10 8 6 12'],
  evidence: [
    'M6.8 9.2a2.6 2.6 0 0 0 3.9.3l2-2a2.7 2.7 0 0 0-3.8-3.8l-1 1',
    'M9.2 6.8a2.6 2.6 0 0 0-3.9-.3l-2 2a2.7 2.7 0 0 0 3.8 3.8l1-1',
  ],
  note: ['M3 3h10v7.5H8.5L6 13v-2.5H3z'],
  compact: ['M2.5 3.5h11', 'M2.5 6.5h11', 'M2.5 9.5h11', 'M2.5 12.5h11'],
  comfortable: ['M2.5 4h11', 'M2.5 8h11', 'M2.5 12h11'],
} as const;

export type Shape = keyof typeof shapes;

/** A drawing that takes the text's colour and says nothing to a screen reader. */
export function icon(shape: Shape): SVGSVGElement {
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 16 16');
  drawing.setAttribute('class', `icon icon-${shape}`);
  drawing.setAttribute('aria-hidden', 'true');
  for (const line of shapes[shape]) {
    const path = document.createElementNS(svg, 'path');
    path.setAttribute('d', line);
    drawing.append(path);
  }
  return drawing;
}
