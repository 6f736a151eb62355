// The bar over the foot while claims are picked: what can be done with all of them at once.
import { type Tags, verdicts } from './actionsView.ts';
import { button, element, tool } from './dom.ts';
import { plural, t } from './l10n.ts';

export interface BulkView {
  readonly element: HTMLElement;
  readonly update: (picked: number, tags: Tags) => void;
}

export function createBulk(): BulkView {
  const count = element('span', { class: 'word', role: 'status' });
  const doing = element('div', { class: 'verdicts' });
  const bar = element('section', { class: 'bulk', 'aria-label': t('The selected claims') }, count, doing);
  let offered = '';
  return {
    element: bar,
    update(picked, tags) {
      bar.hidden = picked === 0;
      count.textContent = picked === 0 ? '' : plural(picked, '1 selected', '{0} selected');
      if (offered === JSON.stringify(tags)) return;
      offered = JSON.stringify(tags);
      doing.replaceChildren(
        ...verdicts(tags),
        button('pickTag', '', t('Tag… (T)'), t('Tag…')),
        tool('letGo', '', t('Clear the selection (Escape)'), t('Clear')),
      );
    },
  };
}
