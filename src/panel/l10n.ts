// The page's words in the reader's language. English is the key; the extension hands over the dictionary with the page.

let dictionary: ReadonlyMap<string, string> = new Map();

/** Takes the dictionary, as VS Code keeps one: by the English words, or by "words/comment", a string or a `{message}`. */
export function takeDictionary(bundle: unknown): void {
  const entries = typeof bundle === 'object' && bundle !== null ? Object.entries(bundle) : [];
  dictionary = new Map(
    entries.flatMap(([english, said]: [string, unknown]) => {
      const words = typeof said === 'object' && said !== null ? (said as { message?: unknown }).message : said;
      return typeof words === 'string' ? [[english, words] as const] : [];
    }),
  );
}

const language = (): string => document.documentElement.lang || 'en';

/** The words in the reader's language, {0} and {1} in them replaced; numbers as the language writes them. */
export function t(english: string, ...args: readonly (string | number)[]): string {
  return filled(dictionary.get(english) ?? english, args);
}

/**
 * Words that depend on a number, which is {0} in them; `args` are {1} and on. A dictionary may hold a form for each of
 * its language's kinds of number: "{0} claims/one", "{0} claims/few", "{0} claims/many".
 */
export function plural(count: number, one: string, many: string, ...args: readonly (string | number)[]): string {
  const kind = new Intl.PluralRules(language()).select(count);
  const said = dictionary.get(`${many}/${kind}`) ?? dictionary.get(many);
  return filled(said ?? (count === 1 ? one : many), [count, ...args]);
}

function filled(words: string, args: readonly (string | number)[]): string {
  return words.replace(/\{(\d)\}/g, (hole, place) => {
    const arg = args[Number(place)];
    return arg === undefined ? hole : typeof arg === 'number' ? arg.toLocaleString(language()) : arg;
  });
}
