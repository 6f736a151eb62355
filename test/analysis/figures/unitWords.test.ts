import { expect, test } from 'vitest';
import { unitWords } from '../../../src/analysis/figures/unitWords.ts';
import type { Amount } from '../../../src/analysis/types.ts';

const exactly = (value: number): Amount => ({ type: 'exact', value, bound: 'exact' });

test.each([
  ['hour', 'hours', 'hour'],
  ['century', 'centuries', 'century'],
  ['percent', 'per cent', 'per cent'],
  ['percent per year', 'per cent per year', 'per cent per year'],
  ['percentage point', 'percentage points', 'percentage point'],
  ['basis point', 'basis points', 'basis point'],
  ['celsius', 'degrees Celsius', 'degree Celsius'],
  ['degree fahrenheit', 'degrees Fahrenheit', 'degree Fahrenheit'],
  ['degree', 'degrees', 'degree'],
  ['square foot', 'square feet', 'square foot'],
  ['kilowatt hour', 'kilowatt hours', 'kilowatt hour'],
  ['mile per hour', 'miles per hour', 'mile per hour'],
  ['cubic metre per day', 'cubic metres per day', 'cubic metre per day'],
  ['kilohertz', 'kilohertz', 'kilohertz'],
  ['yen', 'yen', 'yen'],
  // An editor's own word.
  ['crates', 'crates', 'crates'],
])('%s: %s behind two, %s behind one', (unit, many, one) => {
  expect(unitWords(unit, exactly(2))).toBe(many);
  expect(unitWords(unit, exactly(0.5))).toBe(many);
  expect(unitWords(unit, { type: 'range', low: 1, high: 2 })).toBe(many);
  expect(unitWords(unit, exactly(1))).toBe(one);
});
