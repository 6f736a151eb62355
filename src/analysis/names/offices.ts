import type { Span } from '../../text/span.ts';
import type { NameWord } from './nameWords.ts';

const OFFICE_HEADS = new Set(
  'office|ministry|department|agency|committee|council|service|commission|directorate|administration|prosecutor|court'.split(
    '|',
  ),
);
const OFFICE_PARTS = new Set(
  'prosecutor|general|attorney|interior|foreign|health|defence|defense|finance|justice|education|energy|emergencies|emergency|security|national|state|president|presidential|prime|minister|mayor|governor|press|investigative|investigation|border|customs|tax|central|supreme|regional|city|military|chief|public|agriculture|transport|labour|labor|culture|economy|trade|environment|internal|affairs|intelligence'.split(
    '|',
  ),
);

/** Offices in lower case that someone named is of: "Ilmar Sorv of the prosecutor general's office". */
export function findOffices(words: readonly NameWord[], people: readonly Span[]): Span[] {
  const ends = new Set(people.map(({ end }) => end));
  const offices: Span[] = [];
  words.forEach((word, at) => {
    const from = ends.has(word.end) ? officeStart(words, at + 1) : undefined;
    const to = from === undefined ? 0 : officeEnd(words, from);
    if (from !== undefined && to > from) offices.push({ start: words[from]!.start, end: words[to - 1]!.end });
  });
  return offices;
}

/** Past "of the", ", spokesman for the". */
function officeStart(words: readonly NameWord[], after: number): number | undefined {
  let at = words[after]?.text === ',' ? after + 1 : after;
  const last = at + 4;
  while (at < last && words[at]?.shape === 'lower' && !/^(?:of|from|at|for)$/.test(words[at]!.key)) at++;
  return /^(?:of|from|at|for)$/.test(words[at]?.key ?? '') && words[at + 1]?.key === 'the' ? at + 2 : undefined;
}

/** The end of an office's name in lower case that begins at `from`; 0 where there is none. */
function officeEnd(words: readonly NameWord[], from: number): number {
  let at = from;
  while (words[at]?.shape === 'lower' && OFFICE_PARTS.has(words[at]!.key)) at++;
  return at > from && words[at]?.shape === 'lower' && OFFICE_HEADS.has(words[at]!.key) ? at + 1 : 0;
}
