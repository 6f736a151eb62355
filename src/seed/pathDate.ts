import { validIso } from './head.ts';

/** Eight digits, with or without hyphens, that stand by themselves. */
const DAY = /(?<![\p{L}\p{N}])(?:((?:19|20)\d{2})-(\d{2})-(\d{2})|((?:19|20)\d{2})(\d{2})(\d{2}))(?![\p{L}\p{N}])/gu;

/**
 * The day that a file's name tells: "wire/2031-04-12-ferry-fire.txt", "ferry 20310412.txt". A name that tells two days
 * tells the one it begins with, or none.
 * @returns YYYY-MM-DD
 */
export function dateOfPath(path: string): string | undefined {
  const name = path.split(/[\\/]/).at(-1)!;
  const days = [...name.matchAll(DAY)].flatMap(({ index, 1: year, 2: month, 3: day, 4: y, 5: m, 6: d }) => {
    const iso = validIso(`${year ?? y}-${month ?? m}-${day ?? d}`);
    return iso === undefined ? [] : [{ index, iso }];
  });
  const told = new Set(days.map(({ iso }) => iso));
  return told.size === 1 || days[0]?.index === 0 ? days[0]?.iso : undefined;
}
