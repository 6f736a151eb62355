// Long work in steps of a millisecond or two, so that whoever has it done can see to other things in between.

/** Work that gives up its turn after every step, and in the end its result. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all the work at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** `items.map(map)`, so many items a step. */
export function* mapped<A, B>(items: readonly A[], map: (item: A, index: number) => B, perStep = 32): Steps<B[]> {
  const all: B[] = [];
  for (const [index, item] of items.entries()) {
    if (index % perStep === perStep - 1) yield;
    all.push(map(item, index));
  }
  return all;
}
