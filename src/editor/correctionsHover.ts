// What editors corrected or rejected where the pointer is, and taking it back.
import * as vscode from 'vscode';
import type { AnnotatedDocument, CorrectionGiven } from '../ledger/annotated.ts';
import { quotesAsDecided } from '../ledger/asDecided.ts';
import { correctionsOf } from '../ledger/correctionsOf.ts';
import { wordsOf } from '../text/span.ts';
import { takeBackLink } from './act.ts';
import { claimAt, entityAt, figureAt, mentionAt, quoteAt } from './atCursor.ts';
import type { SeedReading } from './documents.ts';
import { page } from './hoverPage.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

/** One part, or none. */
export function correctionsHover(reading: SeedReading, offset: number): readonly vscode.MarkdownString[] {
  const held = correctionsAt(reading.annotated, offset);
  if (!held.length) return [];
  const on = page();
  for (const given of held) {
    on.line(correctedWords(given));
    on.sign(' ');
    on.link(t('Take back'), takeBackLink(reading.document.uri, given.event));
  }
  return [on.markdown];
}

function correctionsAt(annotated: AnnotatedDocument, offset: number): readonly CorrectionGiven[] {
  if (!annotated.corrections.length) return [];
  const { text } = annotated.analysis;
  const claim = claimAt(annotated, offset);
  const quote = quoteAt(annotated, offset);
  const entity = entityAt(annotated, offset);
  const named = [figureAt(annotated, offset), entity && mentionAt(entity, offset)].flatMap((span) => span ?? []);
  const rejection = quotesAsDecided(annotated).find((one) => one.quote === quote)?.rejection;
  const here = annotated.corrections.filter(
    ({ span, state, everywhere }) =>
      state === 'applied' &&
      ((span.start <= offset && offset < span.end) ||
        (everywhere && named.some((other) => wordsOf(text, other) === wordsOf(text, span)))),
  );
  return [...new Set([...(claim ? correctionsOf(annotated, claim) : []), ...(rejection ? [rejection] : []), ...here])];
}

function correctedWords({ what, correction, by, at }: CorrectionGiven): string {
  const when = wording.timeWords(at);
  switch (correction.aspect) {
    case 'rejected':
      return t('{0} — {1}, {2}', wording.correctedWords({ what, correction }), by, when);
    case 'apart':
      return t('{0} — {1}, {2}', wording.correctionSays(correction), by, when);
    case 'speaker':
      return t('Speaker corrected by {0}, {1}: {2}', by, when, wording.correctionSays(correction));
    case 'bounds':
      return t('Bounds corrected by {0}, {1}', by, when);
    case 'kind':
      return t('Kind corrected by {0}, {1}: {2}', by, when, wording.correctionSays(correction));
    case 'value':
      return t('Number corrected by {0}, {1}: {2}', by, when, wording.correctionSays(correction));
    case 'sameAs':
      return t('Name corrected by {0}, {1}: {2}', by, when, wording.correctionSays(correction));
  }
}
