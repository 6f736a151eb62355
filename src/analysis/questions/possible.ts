// Which values a figure's words leave possible: its bound and how far it is rounded. Two figures contradict each other
// only where no value fits both.
import { wordsOf } from '../../text/span.ts';
import type { Figure } from '../types.ts';

export interface Possible {
  readonly low: number;
  readonly high: number;
}

/** "About 40" may be so many more or less, in parts of it. */
const ABOUT = 0.1;
/** No number is taken for rounded further than this, in parts of it. */
const MOST_ROUNDED = 0.05;

/** The values that a figure's words leave possible. */
export function possibleValues(text: string, figure: Figure): Possible {
  const { amount } = figure;
  switch (amount.type) {
    case 'vague':
      return { low: amount.low ?? Number.NEGATIVE_INFINITY, high: amount.high ?? Number.POSITIVE_INFINITY };
    case 'range':
      return { low: Math.min(amount.low, amount.high), high: Math.max(amount.low, amount.high) };
    case 'exact': {
      const { value, bound } = amount;
      const about = ABOUT * Math.abs(value);
      const leeway = bound === 'about' ? about : roundedBy(wordsOf(text, figure.number), value);
      const low = value - leeway;
      const high = value + leeway;
      if (bound === 'at-least' || bound === 'more-than') return { low, high: Number.POSITIVE_INFINITY };
      if (bound === 'at-most' || bound === 'less-than') return { low: Number.NEGATIVE_INFINITY, high };
      return { low, high };
    }
  }
}

/** Half of the last place that is told: of "4.2 billion" 50 million, of "1,200" 50, of "1,204" and "sixteen" nothing. */
function roundedBy(number: string, value: number): number {
  const digits = /\d[\d,]*(?:\.(\d+))?/.exec(number);
  if (digits === null || value === 0) return 0;
  const told = Number(digits[0].replaceAll(',', ''));
  const scale = told === 0 ? 1 : Math.abs(value / told);
  const decimals = digits[1]?.length ?? 0;
  const zeros = /0*$/.exec(digits[0].replaceAll(',', ''))?.[0].length ?? 0;
  if (decimals === 0 && scale === 1 && (zeros === 0 || Math.abs(value) < 100)) return 0;
  const place = decimals > 0 ? 10 ** -decimals : 10 ** zeros;
  return Math.min((place * scale) / 2, MOST_ROUNDED * Math.abs(value));
}

/** Whether no value fits both. A hair's breadth is none: sums of decimals are not exact. */
export function excludes(one: Possible, two: Possible): boolean {
  const hair = 1e-9 * Math.max(1, ...[one.low, one.high, two.low, two.high].filter(Number.isFinite).map(Math.abs));
  return one.low > two.high + hair || two.low > one.high + hair;
}
