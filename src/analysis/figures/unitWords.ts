// A unit as English has it behind its number.
import type { Amount } from '../types.ts';

/** "cubic metres per day", "square feet", "degrees Celsius", "1 mile per hour": what is counted stands before "per", its noun last. */
export function unitWords(unit: string, amount: Amount): string {
  const [counted = '', ...per] = unit.split(' per ');
  const name = NAMES.get(counted) ?? counted;
  const isSingle = amount.type === 'exact' && Math.abs(amount.value) === 1;
  return [isSingle ? name : pluralOf(name), ...per].join(' per ');
}

function pluralOf(name: string): string {
  if (name === 'per cent') return name;
  if (name.startsWith('degree ')) return name.replace('degree', 'degrees');
  const noun = name.lastIndexOf(' ') + 1;
  return name.slice(0, noun) + pluralWord(name.slice(noun));
}

const pluralWord = (noun: string): string =>
  PLURALS.get(noun) ?? (UNCHANGING.has(noun) || /(?:hertz|s)$/.test(noun) ? noun : `${noun}s`);

const NAMES: ReadonlyMap<string, string> = new Map([
  ['percent', 'per cent'],
  ['celsius', 'degree Celsius'],
  ['degree celsius', 'degree Celsius'],
  ['fahrenheit', 'degree Fahrenheit'],
  ['degree fahrenheit', 'degree Fahrenheit'],
]);

const PLURALS: ReadonlyMap<string, string> = new Map([
  ['foot', 'feet'],
  ['inch', 'inches'],
  ['century', 'centuries'],
  ['krona', 'kronor'],
  ['krone', 'kroner'],
  ['leu', 'lei'],
  ['lev', 'leva'],
  ['sol', 'soles'],
  ['real', 'reais'],
]);

const UNCHANGING: ReadonlySet<string> = new Set(
  'horsepower kelvin pence yen yuan tenge rand baht won ringgit dong taka kyat kip som birr'.split(' '),
);
