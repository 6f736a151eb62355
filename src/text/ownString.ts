/**
 * The same characters in a string of their own. A slice keeps the whole text that it was cut from in memory, so that a
 * list of words which outlives a text would hold every text that it has met.
 */
export const ownString = (slice: string): string => ` ${slice}`.slice(1);
