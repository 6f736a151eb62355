// Readers for values from outside: each builds its answer anew from own properties, or refuses the whole with undefined.

/** Gives the value as a `T`, or undefined where it is not one. Never throws on what a message can hold. */
export type Reader<T> = (value: unknown) => T | undefined;

/** Text of at most `longest` UTF-16 units. */
export function text(longest: number): Reader<string> {
  return (value) => (typeof value === 'string' && value.length <= longest ? value : undefined);
}

/** A whole number from `least` up. */
export function count(least = 0): Reader<number> {
  return (value) => (Number.isSafeInteger(value) && (value as number) >= least ? (value as number) : undefined);
}

export const yes: Reader<true> = (value) => (value === true ? value : undefined);

export const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

export function oneOf<const T extends string>(...words: readonly T[]): Reader<T> {
  return (value) => words.find((word) => word === value);
}

/** At most `most` items, every one of them readable. */
export function list<T>(item: Reader<T>, most: number): Reader<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > most) return undefined;
    const items: T[] = [];
    for (const given of value) {
      const read = item(given);
      if (read === undefined) return undefined;
      items.push(read);
    }
    return items;
  };
}

/** An object with these own fields; further ones are left out of the answer. */
export function record<T extends object>(
  fields: { readonly [K in keyof T]-?: Reader<Exclude<T[K], undefined>> },
  optional: readonly (keyof T)[] = [],
): Reader<T> {
  const names = Object.keys(fields) as (keyof T)[];
  return (value) => {
    if (!isObject(value)) return undefined;
    const result: Partial<T> = {};
    for (const name of names) {
      const given = own(value, name);
      if (given === undefined && optional.includes(name)) continue;
      const read = fields[name](given);
      if (read === undefined) return undefined;
      result[name] = read;
    }
    return result as T;
  };
}

/** One of several objects, told apart by their own field `type`. */
export function oneOfTypes<T extends { readonly type: string }>(
  readers: {
    readonly [K in T['type']]: Reader<Extract<T, { readonly type: K }>>;
  },
): Reader<T> {
  const byType = new Map<unknown, Reader<T>>(Object.entries<Reader<T>>(readers as Record<string, Reader<T>>));
  return (value) => (isObject(value) ? byType.get(own(value, 'type'))?.(value) : undefined);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(value: object, name: PropertyKey): unknown {
  return Object.hasOwn(value, name) ? (value as Record<PropertyKey, unknown>)[name] : undefined;
}
