// Units of measure, time and money: how news writes them, and the one English singular that each is given.
import type { Token } from '../../text/tokens.ts';
import type { FigureKind } from '../types.ts';

export interface UnitRead {
  /** Index of the first piece after the unit. */
  readonly next: number;
  /** English singular: "kilometre", "dollar per barrel". */
  readonly unit: string;
  readonly kind: FigureKind;
}

/** "name: other forms". A plural in -s of names and of forms longer than two letters is understood. */
const table = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [name = '', forms = ''] = line.split(':').map((part) => part.trim());
        const all = [name, ...forms.split(' ').filter((form) => form !== '')];
        return all.flatMap((form) =>
          (form.length > 2 ? [form, `${form}s`] : [form]).map((key) => [key, name] as const),
        );
      }),
  );

const TIMES = table(`
year: yr yrs
month:
week: wk
day:
hour: hr hrs
minute: min mins
second: sec secs
decade:
century: centuries
fortnight:
millisecond:
weekend:
semester:
quarter-hour:`);

/** Written in full or so that nothing else is meant. */
const MEASURES = table(`
kilometre: kilometer km kms
decimetre: decimeter dm
metre: meter
centimetre: centimeter cm cms
millimetre: millimeter mm
micrometre: micrometer micron μm µm
nanometre: nanometer nm
mile: mi
yard: yd
foot: feet ft
inch: inches
hectare: ha
acre:
litre: liter ltr
millilitre: milliliter ml
gallon: gal
barrel: bbl
bushel:
pint:
tonne: mt
ton:
gigatonne:
megatonne: megaton
kilotonne: kiloton
kilogram: kilogramme kilo kg kgs
gram: gramme
milligram: mg
microgram: microgramme mcg μg µg
ounce: oz
lb: lbs
stone-weight:
carat:
watt:
kilowatt: kw
megawatt: mw
gigawatt: gw
terawatt: tw
kilowatt hour: kwh
megawatt hour: mwh
gigawatt hour: gwh
terawatt hour: twh
volt: kv
amp: ampere
farad:
ohm:
joule: kj
calorie: kcal
horsepower: hp bhp
hertz: hz
kilohertz: khz
megahertz: mhz
gigahertz: ghz
bit:
byte:
kilobyte: kb
megabyte: mb
gigabyte: gb
terabyte: tb
megabit per second: mbps
gigabit per second: gbps
decibel: db
pixel:
megapixel: mp
mile per hour: mph
mile per gallon: mpg
kilometre per hour: kph kmh kmph
knot: kt
bar:
pascal:
kilopascal: kpa
megapascal: mpa
gigapascal: gpa
kilopound per square inch: ksi
pound per square inch: psi
part per million: ppm
part per billion: ppb
barrel per day: bpd
cubic metre: cbm m³
square metre: sqm m² sq-m
square kilometre: sqkm km²
square foot: sqft ft²
revolution per minute: rpm
beat per minute: bpm
degree: deg deg.
celsius: centigrade °c ℃
fahrenheit: °f ℉
kelvin:
light-year: lightyear
fathom:
furlong:
cup:
teaspoon: tsp
tablespoon: tbsp
troy ounce:
basis point: bp bps
exabyte: eb`);

/** One letter, right after the digits. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['m', 'metre'],
  ['g', 'gram'],
  ['l', 'litre'],
  ['L', 'litre'],
  ['t', 'tonne'],
  ['W', 'watt'],
  ['V', 'volt'],
]);

const MONEY = table(`
dollar: usd us$ buck
cent: ¢
euro: eur euros
pound: gbp quid sterling
pence: penny
yen: jpy
yuan: cny rmb renminbi
rouble: ruble rub rur
tenge: kzt
hryvnia: uah
rupee: inr rs
naira: ngn
cedi: ghs
rand: zar
shilling: kes ugx tzs ksh kshs ush
dinar: jod kwd iqd bhd tnd dzd lyd rsd
dirham: aed dhs dh mad
riyal: sar qar
rial: omr irr
lira: try lire
peso: mxn php ars clp cop
real: brl reais
franc: chf cfa xaf xof
krona: sek kronor
krone: nok dkk kroner
zloty: pln
forint: huf
koruna: czk
leu: ron lei
lev: bgn leva
shekel: ils nis
baht: thb
ringgit: myr
rupiah: idr
dong: vnd
taka: bdt
kyat: mmk
kip: lak
riel: khr
won: krw
som: kgs
soum: uzs sum
manat: azn
lari: gel
dram: amd
somoni: tjs
tugrik: mnt tögrög
birr: etb
kwacha: zmw
pula: bwp
metical: mzn meticais
kwanza: aoa
bolivar: bolívar
sol: pen soles
quetzal:
guarani: guaraní
lempira:
bitcoin: btc
denar: mkd
markka:
crown:
mark:
florin:
thaler:
escudo:
afghani:
gourde:
leone:
peseta:
guilder:
deutschmark:`);

/** English words that are also currencies: only large amounts and those with a fraction are money. */
const AMBIGUOUS_MONEY = new Set([
  'won',
  'sum',
  'real',
  'try',
  'som',
  'sol',
  'soles',
  'rand',
  'pen',
  'gel',
  'mad',
  'all',
  'lei',
  'dh',
  'rub',
  'ron',
  'nis',
  'mark',
  'marks',
  'crown',
  'crowns',
]);

const SYMBOLS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    $: 'dollar',
    '€': 'euro',
    '£': 'pound',
    '¥': 'yen',
    '￥': 'yen',
    '₹': 'rupee',
    '₨': 'rupee',
    '₽': 'rouble',
    '₦': 'naira',
    '₩': 'won',
    '₪': 'shekel',
    '₺': 'lira',
    '₴': 'hryvnia',
    '₸': 'tenge',
    '₫': 'dong',
    '฿': 'baht',
    '₱': 'peso',
    '₵': 'cedi',
    '₲': 'guarani',
    '₡': 'colón',
    '₭': 'kip',
    '₮': 'tugrik',
    '₼': 'manat',
    '₾': 'lari',
    '₿': 'bitcoin',
  }),
);

/** Letters that stand before an amount, with or without a currency sign after them. */
const CODES: ReadonlyMap<string, string> = new Map(
  `
dollar: USD SGD TWD HKD AUD NZD CAD US A AU C CA CDN NZ HK S NT Z J TT
euro: EUR
pound: GBP EGP LE PS
yen: JPY Y
yuan: CNY RMB
rouble: RUB
tenge: KZT
hryvnia: UAH
rupee: INR Rs PKR LKR
naira: NGN N
cedi: GHS GH
shilling: KES KSh Ksh Sh UGX USh Ush TZS
rand: ZAR R
dirham: AED Dh Dhs DH
riyal: SAR SR QAR QR
rial: OMR RO
dinar: KWD KD JD JOD BD BHD
taka: BDT Tk
baht: THB
rupiah: IDR Rp
ringgit: MYR RM
peso: PHP P MXN ARS CLP M
dong: VND
won: KRW W
franc: CHF CFA FCFA F
krona: SEK
krone: NOK DKK
zloty: PLN
koruna: CZK
forint: HUF
real: BRL
lira: TL
kwacha: K ZMW
shekel: NIS ILS
birr: Birr ETB
manat: AZN
lari: GEL
dram: AMD`
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [name = '', codes = ''] = line.split(': ');
      return codes.split(' ').map((code) => [code, name] as const);
    }),
);

/** Codes that mean money only with a sign beside them: "US$", "$A", "R$". */
const NEED_SIGN = new Set(['US', 'A', 'AU', 'C', 'CA', 'CDN', 'NZ', 'HK', 'S', 'NT', 'Z', 'J', 'TT', 'F', 'M', 'Y']);
/** Codes that mean money only where they are written onto the digits: "R500", "N20,000". */
const NEED_TOUCH = new Set(['R', 'P', 'W', 'N', 'K', 'PS', 'RO', 'BD', 'LE', 'SR']);

const SCALE_PREFIXES = new Set([
  'square',
  'cubic',
  'sq',
  'sq.',
  'cu',
  'cu.',
  'nautical',
  'metric',
  'short',
  'long',
  'fluid',
  'light',
  'troy',
]);

/** What an amount is counted by, after "a" or "an": "$52 a barrel". */
const PER_ARTICLE = new Set(
  'year month week day night hour minute second barrel share ounce litre liter gallon tonne ton pound kilo kg kilogram person head piece unit pint bottle acre hectare bushel metre meter mile kilometre kilometer yard foot student household pupil ticket'.split(
    ' ',
  ),
);

/** The currency before an amount that begins at piece `at`: "$", "US$", "HK $", "USD", "RM". */
export function currencyBefore(
  pieces: readonly Token[],
  at: number,
): { readonly first: number; readonly unit: string } | undefined {
  const last = pieces[at - 1];
  const before = pieces[at - 2];
  const number = pieces[at];
  if (last === undefined || number === undefined) return undefined;
  const glued = /^(?:([A-Z]{1,3})?([$€£¥₵])|([$])([A-Z]{1,3}))$/.exec(last.text);
  if (glued !== null && last.text.length > 1) {
    const sign = SYMBOLS.get(glued[2] ?? glued[3] ?? '')!;
    const code = glued[1] ?? glued[4] ?? '';
    return { first: at - 1, unit: code === 'R' ? 'real' : code === 'GH' ? 'cedi' : sign };
  }
  const symbol = SYMBOLS.get(last.text);
  if (symbol !== undefined) {
    const code = before !== undefined && before.end === last.start ? before.text : '';
    const near =
      before !== undefined && last.start - before.end <= 1 && /^(?:US|HK|NZ|AU|CA|NT|CDN)$/.test(before.text);
    if (code === 'R') return { first: at - 2, unit: 'real' };
    return { first: code !== '' && (CODES.has(code) || code === 'GH') ? at - 2 : near ? at - 2 : at - 1, unit: symbol };
  }
  if (last.text === '¢' && before?.text === 'GH' && !last.spaced) return { first: at - 2, unit: 'cedi' };
  // "Y=28,030" and "$US113"
  if (last.text === '=' && before?.text === 'Y' && !last.spaced) return { first: at - 2, unit: 'yen' };
  if (
    before !== undefined &&
    SYMBOLS.has(before.text) &&
    before.end === last.start &&
    CODES.has(last.text) &&
    !number.spaced
  ) {
    return { first: at - 2, unit: SYMBOLS.get(before.text)! };
  }
  if (/^rs\.?$/i.test(last.text) || (last.text === '.' && /^Rs$/.test(before?.text ?? ''))) {
    return { first: last.text === '.' ? at - 2 : at - 1, unit: 'rupee' };
  }
  const code = CODES.get(last.text);
  if (code === undefined || NEED_SIGN.has(last.text)) return undefined;
  // "SR 500 million", but "SR 500" is a road.
  if (
    NEED_TOUCH.has(last.text) &&
    number.spaced &&
    !/^(?:thousand|million|billion|lakh|crore)$/.test(pieces[at + 1]?.lower ?? '')
  )
    return undefined;
  return { first: at - 1, unit: code };
}

/** The unit of money after an amount: "dollars", "US dollars", "Chinese yuan", "€", "USD". */
function currencyAfter(pieces: readonly Token[], at: number, large: boolean): UnitRead | undefined {
  const sign = SYMBOLS.get(pieces[at]?.text ?? '');
  // "10 € 30" could be either; "30" then has no sign of its own.
  if (sign !== undefined && pieces[at + 1]?.kind !== 'number') return { next: at + 1, unit: sign, kind: 'money' };
  for (let skip = 0; skip <= 2; skip++) {
    const piece = pieces[at + skip];
    if (piece === undefined || piece.kind !== 'word') return undefined;
    const unit = MONEY.get(piece.lower.replace(/'s?$/, ''));
    const sure = skip === 0 ? large : /^\p{Lu}/u.test(pieces[at]!.text);
    if (unit !== undefined && (sure || !AMBIGUOUS_MONEY.has(piece.lower))) {
      return { next: at + skip + 1, unit, kind: 'money' };
    }
    const qualifies = /^\p{Lu}/u.test(piece.text) || (skip === 0 && NATIONS.test(piece.lower));
    if (!qualifies) return undefined;
  }
  return undefined;
}

/** Endings of adjectives of nationality, where a text has them in small letters: "australian dollars". */
const NATIONS = /[a-z]{3}(?:ian|ean|can|ese|ish|iss|utch|rench|ean|ani|ari)$/;

/** "%", "per cent", "percentage points". */
function percentAt(pieces: readonly Token[], at: number): UnitRead | undefined {
  const word = pieces[at]?.lower ?? '';
  const after = pieces[at + 1]?.lower ?? '';
  const percent = (next: number, unit = 'percent'): UnitRead => ({ next, unit, kind: 'percent' });
  if (/^[%٪％]$/.test(word)) return percent(at + (pieces[at + 1]?.lower === 'points' ? 2 : 1));
  if (word === 'per' && /^cents?$/.test(after)) return percent(at + 2);
  if (/^(?:percent|percents|pc|pct|pct\.|p\.c\.)$/.test(word)) return percent(at + 1);
  if (word === 'percentage' && /^points?$/.test(after)) return percent(at + 2, 'percentage point');
  if (/^percentage-points?$/.test(word)) return percent(at + 1, 'percentage point');
  if (word === 'pp' || word === 'ppt') return percent(at + 1, 'percentage point');
  return undefined;
}

/**
 * The unit that begins at piece `at`, right after a number.
 * @param large the number is at least 100, has a fraction or names a power of ten
 */
export function readUnit(pieces: readonly Token[], at: number, large: boolean): UnitRead | undefined {
  const hyphen = /^[-‐‑]$/.test(pieces[at]?.text ?? '');
  const first = hyphen ? at + 1 : at;
  const read = percentAt(pieces, first) ?? currencyAfter(pieces, first, large) ?? measureAt(pieces, first, hyphen);
  return read === undefined ? undefined : withRate(pieces, read);
}

function measureAt(pieces: readonly Token[], at: number, hyphen: boolean): UnitRead | undefined {
  const piece = pieces[at];
  if (piece === undefined) return undefined;
  const word = piece.lower;
  if (/^["″”]$/.test(word) && !piece.spaced && word === '″') return { next: at + 1, unit: 'inch', kind: 'measure' };
  if (word === '°') {
    const scale = pieces[at + 1];
    const letter = scale !== undefined && !scale.spaced && /^[CF]$/.test(scale.text) ? scale.text : '';
    return {
      next: letter === '' ? at + 1 : at + 2,
      unit: letter === 'C' ? 'celsius' : letter === 'F' ? 'fahrenheit' : 'degree',
      kind: 'measure',
    };
  }
  const time = TIMES.get(word.replace(/['’]s?$/, ''));
  if (time !== undefined) return { next: at + 1, unit: time, kind: 'duration' };
  if (SCALE_PREFIXES.has(word)) return prefixed(pieces, at);
  const letter = !piece.spaced && !hyphen ? LETTERS.get(piece.text) : undefined;
  const ofGrams = piece.text === 'g' && piece.spaced && pieces[at + 1]?.lower === 'of';
  const unit = letter ?? (ofGrams ? 'gram' : word === 'm' && piece.text === 'm' ? 'metre' : MEASURES.get(word));
  if (unit === undefined || (piece.text.length <= 2 && /^(?:MI|HA|IN|FT|MM)$/.test(piece.text)))
    return unitOfPair(pieces, at);
  return degrees(pieces, squared(pieces, { next: at + 1, unit, kind: 'measure' }));
}

/** "km/h" where the tokens are apart is read by `withRate`; "kilowatt hours" here. */
function unitOfPair(pieces: readonly Token[], at: number): UnitRead | undefined {
  const [first, second] = [pieces[at]?.lower ?? '', pieces[at + 1]?.lower ?? ''];
  if (/^light$/.test(first) && /^years?$/.test(second)) return { next: at + 2, unit: 'light-year', kind: 'measure' };
  if (/^(?:basis)$/.test(first) && /^points?$/.test(second))
    return { next: at + 2, unit: 'basis point', kind: 'measure' };
  return undefined;
}

/** "square kilometres", "sq. m", "cubic feet", "nautical miles", "metric tons". */
function prefixed(pieces: readonly Token[], at: number): UnitRead | undefined {
  const dotted = pieces[at + 1]?.text === '.' ? at + 2 : at + 1;
  const word = pieces[dotted]?.lower ?? '';
  const unit = /^m$/.test(word) ? 'metre' : (MEASURES.get(word) ?? (/^years?$/.test(word) ? 'year' : undefined));
  if (unit === undefined) return undefined;
  const prefix = pieces[at]!.lower.replace('.', '');
  const name = prefix === 'sq' ? 'square' : prefix === 'cu' ? 'cubic' : prefix;
  return { next: dotted + 1, unit: name === 'light' ? 'light-year' : `${name} ${unit}`, kind: 'measure' };
}

/** "km2", "m3", "m²". */
function squared(pieces: readonly Token[], read: UnitRead): UnitRead {
  const after = pieces[read.next];
  if (after === undefined || after.spaced) return read;
  if (/^[2²]$/.test(after.text)) return { ...read, next: read.next + 1, unit: `square ${read.unit}` };
  if (/^[3³]$/.test(after.text)) return { ...read, next: read.next + 1, unit: `cubic ${read.unit}` };
  return read;
}

function degrees(pieces: readonly Token[], read: UnitRead): UnitRead {
  if (read.unit !== 'degree') return read;
  const scale = /^(?:celsius|centigrade|c)$/.test(pieces[read.next]?.lower ?? '')
    ? 'celsius'
    : /^(?:fahrenheit|f)$/.test(pieces[read.next]?.lower ?? '')
      ? 'fahrenheit'
      : undefined;
  return scale === undefined ? read : { ...read, next: read.next + 1, unit: `degree ${scale}` };
}

const singular = (word: string): string =>
  TIMES.get(word) ?? MEASURES.get(word) ?? (word === 'h' ? 'hour' : word === 's' ? 'second' : word);

/** Adds what the amount is counted by: "per second", "a barrel", "/h", "-a-day". */
export function withRate(pieces: readonly Token[], read: UnitRead): UnitRead {
  const at = /^[-‐‑]$/.test(pieces[read.next]?.text ?? '') ? read.next + 1 : read.next;
  const [by, what] = [pieces[at], pieces[/^[-‐‑]$/.test(pieces[at + 1]?.text ?? '') ? at + 2 : at + 1]];
  if (by === undefined || what === undefined || what.kind !== 'word') return read;
  const slash = by.text === '/' && !what.spaced && read.kind !== 'duration';
  const article = (by.lower === 'a' || by.lower === 'an') && PER_ARTICLE.has(what.lower) && read.kind !== 'duration';
  const per =
    (by.lower === 'per' && what.lower !== 'cent' && what.lower !== 'se') ||
    (by.lower === 'each' && TIMES.has(what.lower));
  if (!slash && !article && !per) return read;
  const next = pieces.indexOf(what, at) + 1;
  if (/^(?:square|cubic|metric)$/.test(what.lower) && MEASURES.has(pieces[next]?.lower ?? '')) {
    return { ...read, next: next + 1, unit: `${read.unit} per ${what.lower} ${singular(pieces[next]!.lower)}` };
  }
  return { ...read, next, unit: `${read.unit} per ${singular(what.lower)}` };
}

/** Whether a word names a stretch of time; gives its singular. */
export const timeUnit = (word: string): string | undefined => TIMES.get(word);
