// The claims of an annotated document as plain words, for every export that is a table.
import { isNearly } from '../analysis/figures/bounds.ts';
import { unitWords } from '../analysis/figures/unitWords.ts';
import { statementOf } from '../analysis/statement.ts';
import type { Figure, Quote, Why } from '../analysis/types.ts';
import {
  type AnnotatedClaim,
  type AnnotatedDocument,
  type Disagreement,
  type EvidenceGiven,
  isChecked,
} from '../ledger/annotated.ts';
import { wordsOf } from '../text/span.ts';

export interface ClaimRow {
  /** From 1. */
  readonly line: number;
  readonly speaker: string;
  /** Whether the text leaves the source without a name. */
  readonly isUnnamed: boolean;
  /** Who passed the statement on, nearest to the fact first: "police; the ministry". Empty where one alone spoke. */
  readonly chain: readonly string[];
  readonly words: string;
  /** The words with who their pronouns are: "he [Ilmar Sorv] …". */
  readonly statement: string;
  readonly kind: string;
  readonly certainty: string;
  /** By what it was found, and how sure that is: "marks-and-verb (high)". */
  readonly why: string;
  readonly figures: readonly string[];
  readonly state: string;
  /** "verified (Ann Moor, 2022-02-07 10:15 UTC)" */
  readonly tags: readonly string[];
  readonly notes: readonly string[];
  /** "https://example.org/report.pdf, p. 4: 112 were hurt (Ann Moor, 2022-02-07 10:15 UTC)" */
  readonly evidence: readonly string[];
  /** Who confirmed what others verified: "Bo Ek, 2022-02-07 10:15 UTC". */
  readonly reviews: readonly string[];
  /** "verdict: verified (Ann Moor) against disputed (Bo Ek)" */
  readonly disagreements: readonly string[];
  /** Whether it is verified, reviewed or disputed. */
  readonly isChecked: boolean;
  /** The words that the tags were given to, where they have changed; with their speaker where that is another now. */
  readonly before: string;
}

const boundWords = {
  exact: '',
  about: 'about ',
  'at-least': 'at least ',
  'more-than': 'more than ',
  'at-most': 'at most ',
  'less-than': 'less than ',
} as const;

/** A number without thousands separators: "3120", "0.25", and a third as "1/3". */
function plainNumber(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
  const parts =
    value < 0 || isWhole(value * 1e6) ? undefined : [3, 6, 7, 9, 11, 12].find((each) => isWhole(value * each));
  if (parts === undefined) return String(Math.round(value * 1e6) / 1e6);
  const whole = Math.floor(value);
  return `${whole === 0 ? '' : `${whole} `}${Math.round((value - whole) * parts)}/${parts}`;
}

/** Whether a number is whole, but for what binary fractions lack. */
const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) <= 1e-12 * Math.max(1, Math.abs(value));

function amountWords(text: string, figure: Figure): string {
  const { amount } = figure;
  if (amount.type === 'vague') return 'no exact number';
  if (amount.type === 'range')
    return `${amount.change ? 'from ' : ''}${plainNumber(amount.low)} to ${plainNumber(amount.high)}`;
  return (isNearly(text, figure) ? 'nearly ' : boundWords[amount.bound]) + plainNumber(amount.value);
}

/** "As many as 3,120 guards [3120 guards]": the text's words, then the reading, without thousands separators. */
function figureWords(text: string, figure: Figure): string {
  return `${wordsOf(text, figure)} [${readingOf(text, figure)}]`;
}

/** "1/3 of the boats", "45 per cent of voters", "2 weeks old". */
function readingOf(text: string, figure: Figure): string {
  const { amount, unit, kind, counted } = figure;
  const number = amountWords(text, figure);
  if (amount.type === 'vague') return number;
  const isShare = kind === 'percent' || (amount.type === 'exact' && !Number.isInteger(amount.value));
  return [
    number,
    ...(unit ? [unitWords(unit, amount)] : []),
    ...(counted ? [`${isShare ? 'of ' : ''}${wordsOf(text, counted)}`] : []),
    ...(kind === 'age' ? ['old'] : []),
  ].join(' ');
}

/** "Ann Moor, 2022-02-07 10:15 UTC": who decided, and when, to the minute. */
export function signed({ by, at }: { readonly by: string; readonly at: string }): string {
  const time = new Date(at);
  return `${by}, ${Number.isNaN(time.getTime()) ? at : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`}`;
}

/** Who asserts a claim: the speaker's name, or "the document". */
export function speakerOf({ analysis }: AnnotatedDocument, { claim }: AnnotatedClaim): string {
  if (claim.source.type === 'document') return 'the document';
  return analysis.quotes[claim.source.quote]?.speaker?.name ?? 'no speaker named';
}

function kindOf({ analysis }: AnnotatedDocument, { claim }: AnnotatedClaim): string {
  return claim.source.type === 'document' ? 'own' : (analysis.quotes[claim.source.quote]?.type ?? 'own');
}

function beforeOf({ change }: AnnotatedClaim): string {
  if (!change) return '';
  const speaker = change.behind.find(({ what }) => what === 'speaker');
  return speaker ? `${speaker.before || 'no speaker named'}: ${change.before}` : change.before;
}

const sourceWords = ({ name, unnamed }: { readonly name: string; readonly unnamed?: true }): string =>
  unnamed ? `${name} (unnamed)` : name;

const chainOf = (quote: Quote | undefined): string[] => (quote?.chain ?? []).map(sourceWords);

const whyWords = (why: Why | undefined): string =>
  why === undefined ? '' : `${why.by === 'rule' ? why.rule : why.by} (${why.confidence})`;

function evidenceWords({ evidence, by, at }: EvidenceGiven): string {
  const { source, locator, passage } = evidence;
  const where = locator ? `${source}, ${locator}` : source;
  return `${passage ? `${where}: ${passage}` : where} (${signed({ by, at })})`;
}

const disagreementWords = ({ about, sides }: Disagreement): string =>
  `${about}: ${sides.map(({ says, by }) => `${says} (${by})`).join(' against ')}`;

/** The claims in text order. */
export function claimRows(document: AnnotatedDocument): ClaimRow[] {
  const { text, figures } = document.analysis;
  let line = 1;
  let counted = 0;
  return document.claims.map((annotated) => {
    const { claim } = annotated;
    const { span } = claim;
    const quote = claim.source.type === 'quote' ? document.analysis.quotes[claim.source.quote] : undefined;
    for (; counted < span.start; counted++) if (text[counted] === '\n') line++;
    return {
      line,
      speaker: speakerOf(document, annotated),
      isUnnamed: quote?.speaker?.unnamed === true,
      chain: chainOf(quote),
      words: wordsOf(text, span),
      statement: statementOf(text, claim),
      kind: kindOf(document, annotated),
      certainty: claim.certainty,
      why: whyWords(claim.why),
      figures: claim.figures.flatMap((index) => {
        const figure = figures[index];
        return figure ? [figureWords(text, figure)] : [];
      }),
      state: annotated.state,
      tags: annotated.tags.map((given) => `${given.tag} (${signed(given)})`),
      notes: annotated.notes.map((note) => `${note.text} (${signed(note)})`),
      evidence: annotated.evidence.map(evidenceWords),
      reviews: annotated.reviews.map(signed),
      disagreements: annotated.disagreements.map(disagreementWords),
      isChecked: isChecked(annotated),
      before: beforeOf(annotated),
    };
  });
}
