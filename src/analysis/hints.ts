// What a reader learns from the reading that the words at the place do not say: a speaker's full name, a day's date.
import { wordsOf } from '../text/span.ts';
import type { DateMention, IsoDate, Speaker } from './types.ts';

/** Who a speaker is whom the text calls otherwise here: "he", "the investigator", "Sorv". Nobody unnamed. */
export function newName(text: string, { name, mention, entity, unnamed }: Speaker): string | undefined {
  if (mention === undefined || entity === undefined || unnamed) return undefined;
  return wordsOf(text, mention).toLowerCase().includes(name.toLowerCase()) ? undefined : name;
}

const MONTH = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;

/** The date of words that leave it to the reader: "Tuesday", "last month"; "March 4" only where its year is not the document's. */
export function newDay(text: string, date: DateMention, today: IsoDate | undefined): IsoDate | undefined {
  const { iso } = date;
  if (iso === undefined) return undefined;
  const words = wordsOf(text, date);
  const year = iso.slice(0, 4);
  if (words.includes(year)) return undefined;
  return /\d/.test(words) || MONTH.test(words) ? (year === today?.slice(0, 4) ? undefined : iso) : iso;
}
