// Learned taggers: what is too irregular for rules. The weights are data, handed in; see weights.ts for the file and
// training/ for how they are made. Without them the rules alone speak.
import { type Field, fieldOf } from './field.ts';
import { type PartTagger, readParts } from './partsOfSpeech.ts';
import { slotOf, type Tagger } from './tagger.ts';
import { byteReader, readSections, readTagger, tableSize } from './weights.ts';

/** The taggers there are weights for. */
export interface Models {
  readonly parts?: PartTagger;
  readonly names?: NameTaggers;
  readonly quotes?: CueTagger;
}

/** Names by their own passage, and by the whole document; see analysis/names/nameTagger.ts and documentNames.ts. */
export interface NameTaggers {
  readonly own: Field;
  readonly document: Field;
}

/** Unpacks the section "names": the two taggers, each behind its length. */
function readNameTaggers(section: Uint8Array): NameTaggers {
  const reader = byteReader(section);
  const next = (): Field => fieldOf(readTagger(reader.take(reader.number())));
  return { own: next(), document: next() };
}

/** What a word that may report reports; see analysis/quotes/cueTagger.ts. */
export interface CueTagger {
  readonly tagger: Tagger;
  /** The numbers of the words that may report, as in `Tagger.table`. */
  readonly cues: Int32Array;
}

/** Unpacks the section "quotes": a tagger behind its length, then the cues in order. */
function readCueTagger(section: Uint8Array): CueTagger {
  const reader = byteReader(section);
  const tagger = readTagger(reader.take(reader.number()));
  const count = reader.number();
  const cues = new Int32Array(tableSize(count));
  let key = 0;
  for (let i = 0; i < count; i++) {
    key += reader.number();
    cues[slotOf(cues, key | 0)] = key | 0;
  }
  return { tagger, cues };
}

/** Unpacks a weights file. Throws a plain sentence where the file is damaged or of another version. */
export function readModels(bytes: Uint8Array): Models {
  const sections = readSections(bytes);
  const parts = sections.get('parts');
  const names = sections.get('names');
  const quotes = sections.get('quotes');
  return {
    ...(parts === undefined ? {} : { parts: readParts(parts) }),
    ...(names === undefined ? {} : { names: readNameTaggers(names) }),
    ...(quotes === undefined ? {} : { quotes: readCueTagger(quotes) }),
  };
}
