import type { Span } from '../../text/span.ts';
import type { NameFound } from './names.ts';

/** Longest description, in UTF-16 units. */
const LONGEST = 140;

/** Who a name is in the text's own words beside it: "of the prosecutor general's office", "a spokesman for the ministry", a title. */
export function describe(text: string, mentions: readonly NameFound[]): Span | undefined {
  for (const mention of mentions) {
    const span = after(text, mention.end) ?? mention.description;
    if (span !== undefined) return span;
  }
  return undefined;
}

function after(text: string, end: number): Span | undefined {
  const rest = text.slice(end, end + LONGEST);
  const of =
    /^ (?:of|from) (?:the )?(?:[\p{L}'’-]+ ){0,6}?[\p{L}'’-]+(?= (?:said|says|told|was|is|has|had|added|and)\b|[,.;])/u.exec(
      rest,
    );
  if (of !== null) return { start: end + 1, end: end + of[0].length };
  const apposition = /^, ((?:an? |the |who is )?[\p{Ll}][^,.;:"“”()\n]*)(?=,)/u.exec(rest);
  if (apposition === null || !/^(?:an? |the |who is |[\p{L}-]+ (?:of|for|at|to|with)\b)/u.test(apposition[1]!))
    return undefined;
  return { start: end + 2, end: end + apposition[0].length };
}
