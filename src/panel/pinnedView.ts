// The heading whose claims are at the top of the list, while it has itself gone out of view. For the eye alone: a screen
// reader hears of each claim who makes it.
import type { HeadingRow } from './arrange.ts';
import { element } from './dom.ts';
import { createHeadingLine } from './headingView.ts';

export interface PinnedView {
  readonly element: HTMLElement;
  /** `next`: how far below the top of the view the heading after it starts. */
  readonly show: (heading: HeadingRow | undefined, next: number | undefined) => void;
}

export function createPinned(): PinnedView {
  const line = createHeadingLine();
  const pinned = element('div', { class: 'pinned', 'aria-hidden': 'true' }, line.element);
  line.element.dataset.action = 'toHeading';
  let shown: HeadingRow | undefined;
  pinned.hidden = true;
  return {
    element: pinned,
    show(heading, next = Number.POSITIVE_INFINITY) {
      pinned.hidden = heading === undefined;
      if (!heading) return;
      if (heading !== shown) line.update(heading);
      shown = heading;
      line.element.dataset.value = heading.key;
      const height = line.element.getBoundingClientRect().height;
      line.element.style.transform = `translateY(${Math.min(0, next - height)}px)`;
    },
  };
}
