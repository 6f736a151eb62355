// Whether a text is talk written down: each turn begins with who speaks.
import { splitParagraphs } from '../text/paragraphs.ts';

/** "((Mira Tolen)) ", "TOLEN: ", "Q: ". */
const TURN = /^(?:\(\([^()\n]{1,40}\)\)|\p{Lu}[\p{Lu} .’'-]{0,30}:)\s/u;
const FEWEST_TURNS = 4;

/** Whether what the text says is its speakers' rather than its own. */
export function isTranscript(text: string): boolean {
  let turns = 0;
  for (const { start } of splitParagraphs(text))
    if (TURN.test(text.slice(start, start + 50)) && ++turns === FEWEST_TURNS) return true;
  return false;
}
