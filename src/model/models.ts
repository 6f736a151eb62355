// Learned taggers: what is too irregular for rules. The weights are data, handed in; see weights.ts for the file and
// training/ for how they are made. Without them the rules alone speak.
import { finish, type Steps } from '../text/steps.ts';
import { type Field, fieldOf } from './field.ts';
import { type PartTagger, readParts } from './partsOfSpeech.ts';
import type { Tagger } from './tagger.ts';
import { byteReader, readSections, readTable, readTagger } from './weights.ts';

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
function* readNameTaggers(section: Uint8Array): Steps<NameTaggers> {
  const reader = byteReader(section);
  const own = fieldOf(yield* readTagger(reader.section()));
  return { own, document: fieldOf(yield* readTagger(reader.section())) };
}

/** What a word that may report reports; see analysis/quotes/cueTagger.ts. */
export interface CueTagger {
  readonly tagger: Tagger;
  /** The numbers of the words that may report, as in `Tagger.table`. */
  readonly cues: Int32Array;
}

/** Unpacks the section "quotes": a tagger behind its length, then the cues in order. */
function* readCueTagger(section: Uint8Array): Steps<CueTagger> {
  const reader = byteReader(section);
  const tagger = yield* readTagger(reader.section());
  return { tagger, cues: yield* readTable(reader, reader.number(), () => 0) };
}

/** Unpacks a weights file. Throws a plain sentence where the file is damaged or of another version. */
export const readModels = (bytes: Uint8Array): Models => finish(modelSteps(bytes));

/** `readModels` in steps. */
export function* modelSteps(bytes: Uint8Array): Steps<Models> {
  const sections = readSections(bytes);
  const parts = sections.get('parts');
  const names = sections.get('names');
  const quotes = sections.get('quotes');
  return {
    ...(parts === undefined ? {} : { parts: yield* readParts(parts) }),
    ...(names === undefined ? {} : { names: yield* readNameTaggers(names) }),
    ...(quotes === undefined ? {} : { quotes: yield* readCueTagger(quotes) }),
  };
}
