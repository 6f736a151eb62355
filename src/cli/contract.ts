import type { Analysis, Figure, Speaker } from '../analysis/types.ts';
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
  const source = ({ mention, name, entity, unnamed }: Speaker) => ({
    ...(mention && at(mention)),
    name,
    entity,
    unnamed,
  });
  const names = analysis.entities.flatMap((entity, id) =>
    entity.mentions
      .filter((mention) => mention.form === 'name')
      .map((mention) => ({
        ...at(mention),
        type: ENTITY_TYPES[entity.kind] as string,
        name: entity.name,
        entity: id,
        why: entity.why,
      })),
  );
  const dates = analysis.dates.map((date) => ({ ...at(date), type: 'DATE', date: date.iso, why: date.why }));
  return {
    language: analysis.language,
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
      why: figure.why,
    })),
    quotes: analysis.quotes.map((quote) => ({
      type: quote.type,
      content: { ...at(quote.content), parts: quote.parts.map(at) },
      cue: quote.cue && at(quote.cue),
      speaker: quote.speaker && source(quote.speaker),
      chain: quote.chain?.map(source),
      why: quote.why,
    })),
    claims: analysis.claims.map((claim) => ({
      ...at(claim.span),
      parts: claim.parts.map(at),
      quote: claim.source.type === 'quote' ? claim.source.quote : undefined,
      certainty: claim.certainty,
      figures: claim.figures,
      entities: claim.entities,
      references: claim.references?.map(({ name, entity, ...span }) => ({ ...at(span), name, entity })),
      why: claim.why,
    })),
  };
}
