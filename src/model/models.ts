// Learned taggers: what is too irregular for rules. The weights are data, handed in; see weights.ts for the file and
// training/ for how they are made. Without them the rules alone speak.
import { type PartTagger, readParts } from './partsOfSpeech.ts';
import { readSections } from './weights.ts';

/** The taggers there are weights for. */
export interface Models {
  readonly parts?: PartTagger;
}

/** Unpacks a weights file. Throws a plain sentence where the file is damaged or of another version. */
export function readModels(bytes: Uint8Array): Models {
  const sections = readSections(bytes);
  const parts = sections.get('parts');
  return { ...(parts === undefined ? {} : { parts: readParts(parts) }) };
}
