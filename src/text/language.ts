// Is a text English prose? Told from its letters and small words, so that nothing is guessed where English rules mislead.
import { BLANK, classAt, EXTEND, isLatinDigit, isSmallLatin, LETTER, widthAt } from './characters.ts';

/** As much of a text is read, in UTF-16 units: a text whose opening is English is taken for English. */
const READ = 6_000;

const words = (list: string): string[] => list.trim().split(/\s+/);

/** Small words of English that are seldom any of another language. */
const ENGLISH = new Set(
  words(`the of and to that it for with his by at from be are this have not but which they who has said were would been
  their there she or its after more about than into could when what if you he also one two new out says against during
  before because where how between while other`),
);

/** Small words of English and of another language. */
const SHARED = new Set(
  words('is in on was am an as had hat over we all no up so im her do me per care con sin men due come'),
);

/**
 * Small words of other languages that are none of English; articles and particles that stand in names ("de la", "van der",
 * "el", "al") are left out.
 */
const OTHERS = [
  // German, Dutch, Danish and Norwegian, Swedish
  `das dem ein eine einem einen einer eines wir es er im zu vom hat kein ist nicht sich auch auf mit für und wird wurde wurden haben nach bei zum zur über sie
   dass aber sagte wie noch nur vor durch aus seit sind`,
  `het een niet na zei zijn dat met voor aan wordt werd zich naar ook maar bij uit heeft volgens hebben deze door nog meer over ze`,
  `og er ikke det som til på av med har blev ble efter etter også siger sier mens ville skal denne hvor deres`,
  `och är inte det som på av med har för att efter också säger den till ska från sig blev`,
  // French, Spanish, Portuguese, Italian, Romanian, Catalan
  `et est une dans que qui pour pas sur plus avec ce cette sont ont été par aux leur selon après mais elle nous vous ils`,
  `que en los las por con una para como más pero su sus lo fue ha según este esta también ser hasta sobre dijo desde entre
   muy años`,
  `que em uma não para mais por como foi ao dos das pela pelo segundo disse são também seu sua até os nas nos`,
  `che con una non sono è anche più della delle dei degli nel nella alla come ha hanno gli dopo questo ma ci si`,
  `și în că din este care nu pentru pe cu o mai au fost după dar sunt prin acest`,
  `amb els que una més dels segons aquest ha són`,
  // Polish, Czech, Croatian, Hungarian, Finnish, Turkish
  `się na nie że jest jak oraz przez po dla od przy był być który która powiedział tego`,
  `se na že je ve za pro jako po který jsou byl podle také uvedl ale které`,
  `je se na da su koji za od nije kao bi koja rekao kako što iz`,
  `hogy nem egy és az is meg volt azt csak mint már még ez szerint után`,
  `ja on ei että oli se mutta hän ovat myös kuin sen joka mukaan sanoi olisi`,
  `ve bir bu için ile olarak olan daha çok gibi ne kadar sonra dedi ancak değil`,
  // Indonesian and Malay, Vietnamese, Swahili, Filipino
  `yang dan di itu dengan untuk pada tidak dari dalam akan ini oleh telah mengatakan karena juga`,
  `và của là các có cho không được trong một những với này người cũng đã theo`,
  `na ya wa kwa ni katika kuwa hii hiyo alisema pia baada wakati`,
  `ang mga ng sa na ay ito ni si hindi para kay nang siya`,
].map((list) => new Set(words(list).filter((word) => !ENGLISH.has(word) && !SHARED.has(word))));

const IS_ENGLISH = 1 << OTHERS.length;

/** For each small word, the languages that have it: a bit each. The last bit is English. */
const LANGUAGES: ReadonlyMap<string, number> = (() => {
  const known = new Map<string, number>();
  OTHERS.forEach((list, index) => {
    for (const word of list) known.set(word, (known.get(word) ?? 0) | (1 << index));
  });
  for (const word of ENGLISH) known.set(word, IS_ENGLISH);
  return known;
})();

/** The longest small word of the lists, in UTF-16 units. */
const LONGEST = Math.max(...[...LANGUAGES.keys()].map(({ length }) => length));

/**
 * `english`: English prose, or too little or nothing of a language to say that it is not (a table, code, names alone).
 * Linear, and at most some thousand words are read.
 */
export type Language = 'english' | 'other';

export function languageOf(text: string): Language {
  const counts = countWords(text);
  const { letters, foreign, accented, all, small } = counts;
  if (letters >= 2 && foreign > letters / 2) return 'other';
  const { english, best } = votes(counts);
  if (best >= 2 && best > english) return 'other';
  // Of no language of the lists: hardly a small word of English where many words are written small.
  if (all >= 8 && accented > letters / 25 && english < all / 12) return 'other';
  return all >= 60 && small > all / 2 && counts.prose && english < all / 30 ? 'other' : 'english';
}

interface Counts {
  readonly letters: number;
  /** Letters of other scripts than Latin. */
  readonly foreign: number;
  /** Latin letters beyond a to z. */
  readonly accented: number;
  /** Words, and those of them that begin with a small letter. */
  readonly all: number;
  readonly small: number;
  /** Hardly anything but words, space and stops: no code, no table. */
  readonly prose: boolean;
  /** How often each set of languages had a word, of those written small and of those in capitals. */
  readonly written: ReadonlyMap<number, number>;
  readonly shouted: ReadonlyMap<number, number>;
}

const CODE_SIGNS = '{}[]()<>=;_|/\\#$+*';
const LAST_LATIN = 0x24f;
const isLatin = (code: number): boolean => code <= LAST_LATIN || (code >= 0x1e00 && code <= 0x1eff);
const isCapitalLatin = (code: number): boolean => code >= 65 && code <= 90;
const add = (counts: Map<number, number>, key: number): unknown => counts.set(key, (counts.get(key) ?? 0) + 1);

function countWords(text: string): Counts {
  const written = new Map<number, number>();
  const shouted = new Map<number, number>();
  const end = Math.min(text.length, READ);
  let letters = 0;
  let foreign = 0;
  let accented = 0;
  let all = 0;
  let small = 0;
  let signs = 0;
  for (let at = 0; at < end; ) {
    const start = at;
    let code = text.charCodeAt(at);
    for (let kind = classAt(text, at); kind === LETTER || (kind === EXTEND && at > start); kind = classAt(text, at)) {
      letters++;
      if (!isLatin(code)) foreign++;
      else if (code > 127) accented++;
      at += widthAt(text, at);
      code = text.charCodeAt(at);
    }
    if (at === start) {
      if (classAt(text, at) !== BLANK && (isLatinDigit(code) || CODE_SIGNS.includes(text.charAt(at)))) signs++;
      at++;
      continue;
    }
    all++;
    const first = text.charCodeAt(start);
    const isSmall = isSmallLatin(first) || (first > 127 && !isCapital(text.charAt(start)));
    if (isSmall) small++;
    if (at - start > LONGEST) continue;
    const word = text.slice(start, at);
    const capitals = !isSmall && at - start > 1 && isCapitalLatin(text.charCodeAt(start + 1));
    const languages = LANGUAGES.get(isSmall ? word : word.toLowerCase());
    // "Se", "Ha", "Da" are names too.
    if (languages !== undefined && (isSmall || capitals || languages === IS_ENGLISH))
      add(capitals ? shouted : written, languages);
  }
  return { letters, foreign, accented, all, small, prose: signs < letters / 20, written, shouted };
}

const isCapital = (letter: string): boolean => letter.toLowerCase() !== letter;

/** How many words English has, and how many the other language that has most. Capitals count for others only where all is in capitals. */
function votes({ written, shouted, small }: Counts): { readonly english: number; readonly best: number } {
  const each = new Array<number>(OTHERS.length + 1).fill(0);
  const count = (words: ReadonlyMap<number, number>, from: number): void => {
    for (const [languages, times] of words)
      for (let bit = from; bit <= OTHERS.length; bit++) if (languages & (1 << bit)) each[bit]! += times;
  };
  count(written, 0);
  count(shouted, small === 0 ? 0 : OTHERS.length);
  const english = each.pop()!;
  return { english, best: Math.max(...each) };
}
