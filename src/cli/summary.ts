import { standingBehind } from '../analysis/figures/happened.ts';
import { statementOf } from '../analysis/statement.ts';
import type { Analysis, Claim, Figure, Speaker } from '../analysis/types.ts';
import { lineIndexOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { printable } from './printable.ts';

const DOCUMENT_ITSELF = 'The document itself';

const count = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

const oneLine = (text: string, { start, end }: Span) =>
  printable(text.slice(start, end).replaceAll(/\s+/g, ' ').trim());

function figureWords(text: string, figure: Figure): string {
  const { amount } = figure;
  const words = oneLine(text, figure);
  const happened = figure.happened ? `, ${standingBehind(oneLine(text, figure.happened))}` : '';
  if (amount.type === 'vague') return `${words}${happened} (vague)`;
  if (amount.type === 'range' && amount.change) return `${words}${happened}`;
  const value =
    amount.type === 'range'
      ? `${amount.low.toLocaleString('en')}–${amount.high.toLocaleString('en')}`
      : amount.value.toLocaleString('en');
  return `${words}${happened}${words.includes(value) ? '' : ` (${value})`}`;
}

function speakerOf(analysis: Analysis, claim: Claim): string {
  if (claim.source.type === 'document') return DOCUMENT_ITSELF;
  return analysis.quotes[claim.source.quote]?.speaker?.name ?? 'Speaker not named';
}

/** "from police, by way of the ministry", "source not named"; nothing where the speaker alone says it all. */
function sourceWords({ quotes }: Analysis, { source }: Claim): string {
  const quote = source.type === 'quote' ? quotes[source.quote] : undefined;
  const words = ({ name, unnamed }: Speaker) => printable(unnamed ? `${name} (not named)` : name);
  const [first, ...relays] = (quote?.chain ?? []).map(words);
  if (first !== undefined) return `from ${first}, by way of ${relays.join(', then ')}`;
  return quote?.speaker?.unnamed ? 'source not named' : '';
}

/** A summary for people: counts, then the claims by speaker in the order they first speak, then the figures of each. */
export function summary(path: string, analysis: Analysis): string {
  const { text, claims, quotes, figures, date } = analysis;
  const { positionAt } = lineIndexOf(text);
  const bySpeaker = new Map<string, Claim[]>();
  for (const claim of claims) {
    const speaker = speakerOf(analysis, claim);
    bySpeaker.set(speaker, [...(bySpeaker.get(speaker) ?? []), claim]);
  }
  const speakers = [...bySpeaker.keys()].filter((name) => name !== DOCUMENT_ITSELF).length;
  const lines = [
    date ? `${printable(path)}  (${date})` : printable(path),
    [
      count(claims.length, 'claim'),
      count(quotes.length, 'quote'),
      count(speakers, 'speaker'),
      count(figures.length, 'figure'),
    ].join(', '),
    ...(analysis.language === 'other' ? ['Not English: marks, numbers and dates only'] : []),
  ];
  for (const [speaker, said] of bySpeaker) {
    lines.push('', printable(speaker));
    for (const claim of said) {
      const certainty = claim.certainty === 'asserted' ? '' : ` [${claim.certainty}]`;
      const words = printable(statementOf(text, claim).replaceAll(/\s+/g, ' ').trim());
      lines.push(`  ${String(positionAt(claim.span.start).line + 1).padStart(3)}  ${words}${certainty}`);
      const source = sourceWords(analysis, claim);
      if (source !== '') lines.push(`         ${source}`);
      for (const index of claim.figures) {
        const figure = figures[index];
        if (figure) lines.push(`         = ${figureWords(text, figure)}`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}
