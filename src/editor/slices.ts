import type { Steps } from '../text/steps.ts';

const sliceMs = 8;

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Does long work in short slices: the extension host has but one thread, and sees to keys and pointer in between. What
 * is done with the result has a slice of its own.
 * @returns undefined where it was given up because it was not wanted any more.
 */
export async function inSlices<T>(steps: Steps<T>, isWanted: () => boolean = () => true): Promise<T | undefined> {
  let end = performance.now() + sliceMs;
  for (;;) {
    const { done, value } = steps.next();
    if (!done && performance.now() < end) continue;
    await turn();
    if (!isWanted()) return undefined;
    if (done) return value;
    end = performance.now() + sliceMs;
  }
}
