import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import { findClaims } from '../../src/analysis/claims.ts';
import type { Analysis, Claim, Figure, Quote } from '../../src/analysis/types.ts';
import { finish } from '../../src/text/steps.ts';

const spanOf = (text: string, words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

interface Told {
  readonly quotes?: readonly { readonly content: string; readonly cue?: string; readonly speaker?: string }[];
  readonly figures?: readonly string[];
  readonly dates?: readonly string[];
  readonly names?: readonly string[];
}

/** The claims of a text whose quotes, figures, dates and names are told beforehand; a sentence a line. */
function claimsOf(text: string, told: Told): Claim[] {
  let from = 0;
  const sentences = text.split('\n').map((line) => {
    const start = from;
    from += line.length + 1;
    return { start, end: start + line.length };
  });
  const read: Omit<Analysis, 'claims'> = {
    text,
    head: { start: 0, end: 0 },
    sentences,
    entities: (told.names ?? []).map((name) => ({
      kind: 'place',
      name,
      mentions: [{ ...spanOf(text, name), form: 'name' }],
    })),
    dates: (told.dates ?? []).map((date) => spanOf(text, date)),
    figures: (told.figures ?? []).map(
      (words): Figure => ({
        ...spanOf(text, words),
        kind: 'count',
        number: spanOf(text, words),
        amount: { type: 'vague' },
      }),
    ),
    quotes: (told.quotes ?? []).map(
      ({ content, cue, speaker }): Quote => ({
        type: 'indirect',
        content: spanOf(text, content),
        parts: [spanOf(text, content)],
        ...(cue === undefined ? {} : { cue: spanOf(text, cue) }),
        ...(speaker === undefined ? {} : { speaker: { name: speaker, mention: spanOf(text, speaker) } }),
      }),
    ),
  };
  return finish(findClaims(read, { start: 0, end: text.length }));
}

const words = (text: string, { parts }: Claim) => parts.map(({ start, end }) => text.slice(start, end)).join(' … ');

test('an attributed statement is a claim of its speaker, with the figures and names in it', () => {
  const text = 'Lund said 40 homes in Orvel were lost.';
  const claims = claimsOf(text, {
    quotes: [{ content: '40 homes in Orvel were lost', cue: 'said', speaker: 'Lund' }],
    figures: ['40 homes'],
    names: ['Orvel'],
  });
  expect(claims.map((claim) => words(text, claim))).toEqual(['40 homes in Orvel were lost']);
  expect(claims[0]).toMatchObject({
    source: { type: 'quote', quote: 0 },
    certainty: 'asserted',
    figures: [0],
    entities: [0],
  });
});

test('the document’s own statements of fact are claims, whole, without the final stop', () => {
  const text = 'Rain fell.\nThe dam at Orvel broke on May 3.\nWho knew of it on May 3?\nOrvel on May 3';
  const claims = claimsOf(text, { dates: ['May 3'], names: ['Orvel'] });
  expect(claims.map((claim) => [claim.source.type, words(text, claim)])).toEqual([
    ['document', 'The dam at Orvel broke on May 3'],
  ]);
});

test('a sentence’s own part beside a quote is a claim of its own, without the attribution', () => {
  const text = 'The dam that had stood for 60 years broke, and Lund said it was old.';
  const claims = claimsOf(text, {
    quotes: [{ content: 'it was old', cue: 'said', speaker: 'Lund' }],
    figures: ['60 years'],
  });
  expect(claims.map((claim) => words(text, claim))).toEqual([
    'The dam that had stood for 60 years broke',
    'it was old',
  ]);
});

test.each([
  ['an appositive of the speaker', 'Mira Lund, a nurse who swam for two hours, said the dam broke.'],
  ['an appositive behind the speaker', '“It broke,” said Mira Lund, a nurse who swam for two hours.'],
  ['a thought', 'She believes that leaks cost 40 percent of the water.'],
  ['a quotation nobody was found for', 'Tempers rose in Orvel, with 40 cries of “open the lower gates at once”.'],
  ['a cue nobody was found for', 'Only 12 of them, Lund and her aides said to nobody, had ever come.'],
])('%s is no statement of the document', (_case, text) => {
  expect(analyze(text).claims.filter(({ source }) => source.type === 'document')).toEqual([]);
});

test.each([
  ['Passengers described scenes of panic.'],
  ['The Lake Party called on Mayor Tomas Abel to resign.'],
  ['Auditors question a fifth of the costs.'],
])('reported speech that states nothing is no claim of its speaker: %s', (text) => {
  expect(analyze(text).claims.filter(({ source }) => source.type === 'quote')).toEqual([]);
});

test('a question is no claim of who asks it', () => {
  expect(analyze('“Who shut the gate?” Mira Lund asked. “Is it old? It was shut,” she said.').claims).toHaveLength(1);
});

test('a number of a list is no part of a claim', () => {
  const text = 'The board decided:\n\n1. A fund of 25 million marks has been set up.\n\n2. All 14 boats were sold.';
  expect(analyze(text).claims.map((claim) => words(text, claim))).toEqual([
    'A fund of 25 million marks has been set up',
    'All 14 boats were sold',
  ]);
});

test('front matter and labels state nothing', () => {
  const matter =
    '---\ntitle: "Orvel’s dam broke on May 3 and 40 left"\nauthor: Mira Lund\n---\n\nRain fell on 12 towns in May.';
  const { quotes, claims } = analyze(matter);
  expect(quotes).toEqual([]);
  expect(claims.map((claim) => words(matter, claim))).toEqual(['Rain fell on 12 towns in May']);
  const labelled = 'Transcript: The nurse who swam\n\nLUND: It rained.\n\nABEL: Where?\n\nLUND: In Orvel, for days.';
  expect(analyze(labelled).quotes.map(({ speaker }) => speaker?.name)).toEqual(['LUND', 'ABEL', 'LUND']);
});

test.each([
  ['denied', 'he had known', 'denied'],
  ['rejected', 'the charge', 'denied'],
  ['alleged', 'the wall was weak', 'alleged'],
  ['claimed', 'the wall was weak', 'alleged'],
  ['accused', 'the board of neglect', 'alleged'],
  ['pledged', 'to rebuild the wall', 'planned'],
  ['said', 'the wall will be rebuilt by May', 'planned'],
  ['said', 'the wall was allegedly weak', 'alleged'],
  ['said', 'the wall had broken and will be rebuilt', 'asserted'],
  ['said', 'the wall, which had broken, will be rebuilt', 'planned'],
  ['said', 'he would repair the wall', 'planned'],
  ['said', 'it would be wrong', 'asserted'],
  ['said', 'the wall would normally hold', 'asserted'],
  ['promised', 'it was safe', 'asserted'],
  ['rejected', 'the plan for a wall of 40 metres', undefined],
  ['rejected', 'Orvel’s claims', 'denied'],
  ['denied', 'bail to 40 men', undefined],
  ['said', 'the claims against the board were entirely baseless', 'denied'],
  ['said', 'there is no truth in it', 'denied'],
  ['said', 'he would resign if the wall broke', 'conditional'],
  ['said', 'if the wall breaks, 40 homes could be lost', 'conditional'],
  ['said', 'the gate, unless it is repaired, will stay shut', 'conditional'],
  ['said', 'the board would pay provided that the town agreed', 'conditional'],
  ['said', 'nobody could tell if the wall was weak', 'asserted'],
  ['said', 'it had helped, even if the wall could not be saved', 'asserted'],
  ['said', 'the wall was weak, as he would know if he had looked', 'asserted'],
  ['said', 'the wall was weak', 'asserted'],
] as const)('%s: %s is %s', (cue, content, certainty) => {
  const text = `Lund ${cue} ${content}.`;
  expect(claimsOf(text, { quotes: [{ content, cue, speaker: 'Lund' }] })[0]?.certainty).toBe(certainty);
});

test.each([
  ['The board reportedly spent 40 million in Orvel.', 'alleged'],
  ['The board plans to spend 40 million in Orvel.', 'planned'],
  ['The dam is expected to reopen on May 3 with 40 gates.', 'planned'],
  ['Three men are suspected of theft of 40 pumps.', 'alleged'],
  ['Three alleged thieves ran off with 40 pumps.', 'asserted'],
  ['The board denied any part in the loss of 40 pumps.', 'denied'],
  ['If the dam breaks, it would flood 40 farms.', 'conditional'],
  ['The dam broke, and 40 pumps will be bought.', 'asserted'],
  ['Will the dam hold if 40 gates are shut?', undefined],
  ['The board spent 40 million in Orvel.', 'asserted'],
] as const)('own statement: %s', (text, certainty) => {
  expect(claimsOf(text, { figures: ['40'] })[0]?.certainty).toBe(certainty);
});

test('whatever the text, claims are in order and made of its words; the document’s own never lie in a quote', () => {
  const pieces = fc.constantFrom(
    ...'“ ” Lund said that | the dam broke on May 3 . | 40 people were hurt . | , police said . | Orvel | \n\n | He denied it . | ? | will | allegedly'.split(
      ' | ',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join(' ')),
      (text) => {
        const { claims, quotes, figures } = analyze(text);
        let from = 0;
        for (const { span, parts, source, figures: inside } of claims) {
          expect(span.start).toBeGreaterThanOrEqual(from);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect([span.start, span.end]).toEqual([parts[0]?.start, parts.at(-1)?.end]);
          for (const index of inside) expect(figures[index]!.start).toBeGreaterThanOrEqual(span.start);
          if (source.type === 'document') {
            expect(
              quotes.every(({ parts: taken }) =>
                taken.every((part) => part.end <= span.start || part.start >= span.end),
              ),
            ).toBe(true);
          }
          from = span.start;
        }
      },
    ),
    { numRuns: 200 },
  );
});
