const NAMES = 'january february march april may june july august september october november december'.split(' ');

const MONTHS = new Map<string, number>([['sept', 9]]);
NAMES.forEach((name, index) => {
  MONTHS.set(name, index + 1);
  MONTHS.set(name.slice(0, 3), index + 1);
});

/** 1 to 12 for a month's English name in lower case, whole or abbreviated, with or without its full stop. */
export const monthNumber = (lower: string): number | undefined =>
  MONTHS.get(lower.endsWith('.') ? lower.slice(0, -1) : lower);
