// A list that has only those of its rows in the page that are in view. Rows have the heights they come out with; whatever
// changes above, the row at the top of the view stays where the reader sees it.
import { reconcile } from './dom.ts';

export interface Place {
  readonly key: string;
  /** Pixels of the row that are above the view. */
  readonly by: number;
}

export interface Virtual {
  /** The rows from now on, by key. */
  readonly show: (keys: readonly string[]) => void;
  /** Rows may have other heights now. */
  readonly refresh: () => void;
  /** Brings a row into view, no further than needed, and keeps it there while it grows, until the reader scrolls. */
  readonly reveal: (key: string) => void;
  /** It is kept in view no longer. */
  readonly letGo: () => void;
  /** How far below the top of the view a row starts; undefined where there is no such row. */
  readonly below: (key: string) => number | undefined;
  /** What stands at the top of the view. */
  readonly place: () => Place | undefined;
  readonly goTo: (place: Place) => void;
}

interface Rows {
  readonly render: (key: string) => HTMLElement;
  /** The row has left the page. */
  readonly drop: (key: string) => void;
  /** It stays in the page, in view or not. */
  readonly isKept: (key: string) => boolean;
  /** How tall it may be, before it has been in the page. */
  readonly guess: (key: string) => number;
  /** The row in whose stead a copy of it stands at the top of the view while this row does. */
  readonly pinnedOver: (key: string) => string | undefined;
  /** What is in view has changed. */
  readonly moved: () => void;
}

/** Pixels above and below the view that are in the page too. */
const margin = 400;
/** How tall a view is taken to be before it has been laid out. */
const unknownHeight = 1_000;

export function createVirtual(scroll: HTMLElement, canvas: HTMLElement, rows: Rows): Virtual {
  const heights = new Map<string, number>();
  const shown = new Map<string, HTMLElement>();
  let keys: readonly string[] = [];
  let places = new Map<string, number>();
  /** Where each row starts, and at last where the list ends. */
  let starts: number[] = [0];

  /** The row that is kept in view. */
  let held: string | undefined;

  const resized = new ResizeObserver(() => {
    refresh();
    if (held !== undefined) reveal(held);
  });
  resized.observe(scroll);
  scroll.addEventListener('scroll', () => fill());
  for (const way of ['wheel', 'touchmove'] as const) scroll.addEventListener(way, letGo, { passive: true });
  scroll.addEventListener('pointerdown', ({ target }) => {
    if (target === scroll) letGo(); // by its scroll bar
  });

  function letGo(): void {
    held = undefined;
  }

  function measureOut(): void {
    starts = [0];
    for (const key of keys) starts.push(starts.at(-1)! + (heights.get(key) ?? rows.guess(key)));
    canvas.style.height = `${starts.at(-1)}px`;
  }

  /** The row that the pixel is in. */
  function at(pixel: number): number {
    let [low, high] = [0, Math.max(0, keys.length - 1)];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= pixel) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  const tall = () => scroll.clientHeight || unknownHeight;

  /** Puts what is in view into the page and measures it, until nothing turns out taller or lower than it was taken for. */
  function fill(): void {
    for (let pass = 0; pass < 4; pass++) {
      const [from, to] = [at(scroll.scrollTop - margin), at(scroll.scrollTop + tall() + margin)];
      const inPage = keys.filter((key, index) => (index >= from && index <= to) || rows.isKept(key));
      put(inPage);
      const top = place();
      if (!measure(inPage)) break;
      measureOut();
      if (top) goBack(top);
    }
    for (const [key, element] of shown) element.style.transform = `translateY(${starts[places.get(key)!]}px)`;
    rows.moved();
  }

  function put(inPage: readonly string[]): void {
    const wanted = new Set(inPage);
    for (const [key, element] of shown) {
      if (wanted.has(key)) continue;
      resized.unobserve(element);
      shown.delete(key);
      rows.drop(key);
    }
    for (const key of inPage) {
      if (shown.has(key)) continue;
      const element = rows.render(key);
      shown.set(key, element);
      resized.observe(element);
    }
    reconcile(
      canvas,
      inPage.map((key) => shown.get(key)!),
    );
  }

  /** Whether any row is of another height than it was taken to be. */
  function measure(inPage: readonly string[]): boolean {
    let differs = false;
    for (const key of inPage) {
      const height = shown.get(key)!.getBoundingClientRect().height;
      if (height === 0 || height === heights.get(key)) continue;
      heights.set(key, height);
      differs = true;
    }
    return differs;
  }

  function place(): Place | undefined {
    const top = scroll.scrollTop;
    const key = keys[at(top)];
    return top > 0 && key !== undefined ? { key, by: top - starts[places.get(key)!]! } : undefined;
  }

  function goBack({ key, by }: Place): void {
    const index = places.get(key);
    if (index !== undefined && scroll.scrollTop !== starts[index]! + by) scroll.scrollTop = starts[index]! + by;
  }

  function refresh(): void {
    measureOut();
    fill();
  }

  function reveal(key: string): void {
    held = key;
    const pinned = rows.pinnedOver(key);
    // Once more where rows on the way turned out to be of another height.
    for (let pass = 0; pass < 3; pass++) {
      const index = places.get(key);
      if (index === undefined) return;
      const [start, end] = [starts[index]!, starts[index + 1]!];
      const covered = pinned === undefined ? 0 : (heights.get(pinned) ?? rows.guess(pinned));
      const before = scroll.scrollTop;
      if (start < before + covered || end - start > tall() - covered) scroll.scrollTop = start - covered;
      else if (end > before + tall()) scroll.scrollTop = end - tall();
      fill();
      if (starts[index] === start && starts[index + 1] === end) return;
    }
  }

  return {
    show(next) {
      const before = keys;
      if (next.length !== before.length || next.some((key, index) => key !== before[index])) letGo();
      const top = place();
      const from = top ? places.get(top.key)! : 0;
      keys = next;
      places = new Map(next.map((key, index) => [key, index]));
      // Where the row at the top has gone, the next that is left takes its place.
      const still = top && before.slice(from).find((key) => places.has(key));
      measureOut();
      if (still !== undefined) goBack({ key: still, by: still === top?.key ? top.by : 0 });
      fill();
    },
    refresh,
    reveal,
    letGo,
    below: (key) => {
      const index = places.get(key);
      return index === undefined ? undefined : starts[index]! - scroll.scrollTop;
    },
    place,
    goTo(to) {
      letGo();
      goBack(to);
      fill();
      goBack(to);
    },
  };
}
