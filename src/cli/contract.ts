import type { Analysis, Figure, Quote } from '../analysis/types.ts';
import type { Span } from '../text/span.ts';

const ENTITY_TYPES = {
  person: 'PERSON',
  organisation: 'ORG',
  place: 'PLACE',
  nationality: 'NORP',
  event: 'EVENT',
} as const;

/** `low` and `high` say that it is a range: its ends are exact, so it has no bound. */
function amount({ amount }: Figure) {
  if (amount.type === 'exact') return { value: amount.value, bound: amount.bound };
  if (amount.type === 'range') return { value: amount.low, low: amount.low, high: amount.high };
  return { vague: true, low: amount.low, high: amount.high };
}

/**
 * An analysis in the command line's JSON form.
 * @param toOutput where an offset of the analysis lies in the text that the reader of the JSON has
 */
export function toContract(analysis: Analysis, toOutput: (offset: number) => number) {
  const at = ({ start, end }: Span) => ({ start: toOutput(start), end: toOutput(end) });
  const words = ({ start, end }: Span) => analysis.text.slice(start, end);
  // Of "four months" the months are what is counted.
  const counted = ({ counted, kind, unit }: Figure) =>
    counted ? words(counted) : kind === 'duration' || kind === 'age' ? unit : undefined;
  const speaker = ({ speaker }: Quote) =>
    speaker && { ...(speaker.mention && at(speaker.mention)), name: speaker.name };
  const names = analysis.entities.flatMap((entity, id) =>
    entity.mentions
      .filter((mention) => mention.form === 'name')
      .map((mention) => ({ ...at(mention), type: ENTITY_TYPES[entity.kind] as string, name: entity.name, entity: id })),
  );
  const dates = analysis.dates.map((date) => ({ ...at(date), type: 'DATE', date: date.iso }));
  return {
    date: analysis.date,
    entities: [...names, ...dates].sort((a, b) => a.start - b.start || a.end - b.end),
    figures: analysis.figures.map((figure) => ({
      ...at(figure),
      kind: figure.kind,
      ...amount(figure),
      unit: figure.unit,
      counted: counted(figure),
      happened: figure.happened && words(figure.happened),
      quote: figure.quote,
      date: figure.date === undefined ? undefined : analysis.dates[figure.date]?.iso,
    })),
    quotes: analysis.quotes.map((quote) => ({
      type: quote.type,
      content: { ...at(quote.content), parts: quote.parts.map(at) },
      cue: quote.cue && at(quote.cue),
      speaker: speaker(quote),
    })),
    claims: analysis.claims.map((claim) => ({
      ...at(claim.span),
      parts: claim.parts.map(at),
      quote: claim.source.type === 'quote' ? claim.source.quote : undefined,
      certainty: claim.certainty,
      figures: claim.figures,
      entities: claim.entities,
    })),
  };
}
