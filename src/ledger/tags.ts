/** Tags that Seedmark itself knows the meaning of. An editor has one of them at a time on a claim: they are verdicts. */
export const builtInTags = ['verified', 'disputed', 'needs-source'] as const;

export const isVerdict = (tag: string): boolean => (builtInTags as readonly string[]).includes(tag);

const longest = 60;

/** A tag is any text of 1 to 60 characters (code points) with something to see in it and no control characters. */
export function isTag(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= 2 * longest &&
    [...value].length <= longest &&
    value.trim() !== '' &&
    !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(value)
  );
}
