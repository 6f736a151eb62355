import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { readPassage } from '../../../src/analysis/passage.ts';
import { findQuotes, type QuoteFound } from '../../../src/analysis/quotes/quotes.ts';
import { resolveSpeakers } from '../../../src/analysis/quotes/speakers.ts';
import type { Entity, EntityKind } from '../../../src/analysis/types.ts';
import { splitParagraphs } from '../../../src/text/paragraphs.ts';
import { finish } from '../../../src/text/steps.ts';

function moved(quote: QuoteFound, by: number): QuoteFound {
  const at = ({ start, end }: { start: number; end: number }) => ({ start: start + by, end: end + by });
  return {
    ...quote,
    content: at(quote.content),
    parts: quote.parts.map(at),
    ...(quote.cue ? { cue: at(quote.cue) } : {}),
    ...(quote.speaker ? { speaker: at(quote.speaker) } : {}),
  };
}

/** Resolves a text whose names are told beforehand: each entity by its kind and the names it goes by, fullest first. */
function resolve(text: string, cast: readonly [EntityKind, ...string[]][] = []) {
  const entities = cast.map(([kind, ...names]): Entity => {
    const mentions = names
      .flatMap((name) =>
        [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].map(({ index }) => ({
          start: index,
          end: index + name.length,
          form: 'name' as const,
        })),
      )
      .filter(
        (one, _, all) =>
          !all.some(
            (other) =>
              other.start <= one.start && one.end <= other.end && other.end - other.start > one.end - one.start,
          ),
      )
      .sort((a, b) => a.start - b.start);
    return { kind, name: names[0] ?? '', mentions };
  });
  const paragraphs = splitParagraphs(text);
  const passages = paragraphs.map(({ start, end }) => ({ start, passage: readPassage(text.slice(start, end)) }));
  const found = passages.flatMap(({ start, passage }) => findQuotes(passage, []).map((quote) => moved(quote, start)));
  const sentences = passages.flatMap(({ start, passage }) =>
    passage.sentences.map((span) => ({ start: span.start + start, end: span.end + start })),
  );
  return finish(resolveSpeakers(text, found, entities, sentences));
}

const namesIn = (text: string, cast: readonly [EntityKind, ...string[]][] = []) =>
  resolve(text, cast).quotes.map(({ speaker }) => speaker?.name);

const LUND: [EntityKind, ...string[]] = ['person', 'Mira Lund', 'Lund'];
const ABEL: [EntityKind, ...string[]] = ['person', 'Tomas Abel', 'Abel'];

test.each<[string, string, [EntityKind, ...string[]][], string[]]>([
  ['a surname', 'Mira Lund spoke on Monday. Lund said the dam was old.', [LUND], ['Mira Lund']],
  ['a title and a name', 'Mayor Mira Lund said the dam was old.', [LUND], ['Mira Lund']],
  ['she', 'Mira Lund said the dam was old. She added that it leaked.', [LUND], ['Mira Lund', 'Mira Lund']],
  [
    'the gender that a title gives',
    'Mr Tomas Abel met Mrs Mira Lund. He said the dam was old. She said it was not.',
    [ABEL, LUND],
    ['Tomas Abel', 'Mira Lund'],
  ],
  [
    'the gender that a given name suggests',
    'Mira Lund met Thomas Abel. She said the dam was old. He said it was not.',
    [
      ['person', 'Mira Lund', 'Lund'],
      ['person', 'Thomas Abel', 'Abel'],
    ],
    ['Mira Lund', 'Thomas Abel'],
  ],
  [
    'the one whom the story follows, not one whom it names in passing',
    'Tomas Abel came in May. He rebuilt the mill with Karol Juhn. He said it was old.',
    [ABEL, ['person', 'Karol Juhn', 'Juhn']],
    ['Tomas Abel'],
  ],
  [
    'the subject of the sentence before, not its object',
    'In Orvel, Tomas Abel met Karol Juhn. He said the dam was old.',
    [ABEL, ['person', 'Karol Juhn', 'Juhn']],
    ['Tomas Abel'],
  ],
  [
    'the one who spoke last, not the one he names',
    'Tomas Abel said Mira Lund had been warned. "She knew," he said.',
    [ABEL, LUND],
    ['Tomas Abel', 'Tomas Abel'],
  ],
  [
    'a body spoken of as it',
    'The Orvel Water Board closed the dam. It said the wall leaked.',
    [['organisation', 'Orvel Water Board']],
    ['Orvel Water Board'],
  ],
  [
    'a body by its noun',
    'The Ministry of Rivers sent boats. The ministry said 40 people were safe.',
    [['organisation', 'Ministry of Rivers']],
    ['Ministry of Rivers'],
  ],
  [
    'a country spoken of as it',
    'Norda said the wall leaked. It added that boats were sent.',
    [['place', 'Norda']],
    ['Norda', 'Norda'],
  ],
  [
    'an office spoken of as it',
    'In May, the Orvel Fund paid. The prosecutor said the wall leaked, it added later. It said 40 people were safe.',
    [],
    ['the prosecutor', 'the prosecutor', 'the prosecutor'],
  ],
  [
    'the one whom the paragraph begins with, not the one who spoke in the last',
    'Tomas Abel said the dam was old. He said it leaked.\n\nKarol Juhn prayed that Ilmar Sorv will help. He urged the town to leave.',
    [ABEL, ['person', 'Karol Juhn', 'Juhn'], ['person', 'Ilmar Sorv', 'Sorv']],
    ['Tomas Abel', 'Tomas Abel', 'Karol Juhn'],
  ],
  [
    'a union by its noun',
    'Orvel Fone has spoken with the Line Workers union. The union said the offer was low.',
    [
      ['organisation', 'Orvel Fone'],
      ['organisation', 'Line Workers'],
    ],
    ['Line Workers'],
  ],
  [
    'a study as the report',
    'The Orvel Water Study came out in May. The report said the dam was old.',
    [['organisation', 'Orvel Water Study']],
    ['Orvel Water Study'],
  ],
  [
    'somebody’s office',
    'Tomas Abel came first. The Abel administration said the dam was old.',
    [ABEL],
    ['the Abel administration'],
  ],
  [
    'somebody without a name',
    'Tomas Abel said the dam was old. One of the farmers waited in the rain. He said it was loud.',
    [ABEL],
    ['Tomas Abel', 'One of the farmers'],
  ],
  [
    'several without names',
    'The Orvel Fund paid. The divers used a small boat, and they said the wall leaked.',
    [['organisation', 'Orvel Fund']],
    ['the divers'],
  ],
  [
    'an office by its other names',
    'Prime Minister Tomas Abel came. President Mira Lund left. The PM said the dam was old. The head of state said it leaked.',
    [ABEL, LUND],
    ['Tomas Abel', 'Mira Lund'],
  ],
  [
    'an office by its name',
    'Premier Tomas Abel came. Minister Mira Lund left. The premier said the dam was old.',
    [ABEL, LUND],
    ['Tomas Abel'],
  ],
  [
    'the report, and not its authors',
    'The report’s authors said the dam was old. The report said it leaked.',
    [],
    ['the report’s authors', 'the report'],
  ],
  ['what somebody was', 'Tomas Abel came first. The former striker said the dam was old.', [ABEL], ['Tomas Abel']],
  [
    'somebody of a group with a name like a person’s',
    'In Orvel, Tomas Abel of the aid group Karol Juhn said the dam was old.',
    [ABEL, ['person', 'Karol Juhn']],
    ['Tomas Abel'],
  ],
  ['his words', 'Tomas Abel came first. In his words, the dam was a relic.', [ABEL], ['Tomas Abel']],
  ['adding', 'Mira Lund said the dam was old, adding that it leaked.', [LUND], ['Mira Lund', 'Mira Lund']],
  ['an unnamed source', 'The dam broke at dawn, police said.', [], ['police']],
  [
    'an unnamed source again',
    'Local residents said the dam broke. They said it was loud.',
    [],
    ['Local residents', 'Local residents'],
  ],
  [
    'a body’s statement',
    'An Orvel Energy statement said the dam was safe.',
    [['organisation', 'Orvel Energy']],
    ['Orvel Energy'],
  ],
  [
    'a spokesman keeps his phrase',
    'A spokesman for Orvel Energy said the dam was safe.',
    [['organisation', 'Orvel Energy']],
    ['A spokesman for Orvel Energy'],
  ],
])('%s', (_what, text, cast, names) => {
  expect(namesIn(text, cast)).toEqual(names);
});

test.each([
  ['According to a source close to the inquiry, the dam leaked.', 'a source close to the inquiry'],
  ['The dam leaked, according to officials briefed on the plan.', 'officials briefed on the plan'],
  ['The dam leaked, said people with direct knowledge of the plan.', 'people with direct knowledge of the plan'],
  ['According to the mayor, close to the dam nobody lives.', 'the mayor'],
])('what binds a source without a name to a matter belongs to it: %s', (text, name) => {
  expect(analyze(text).quotes.map(({ speaker }) => speaker?.name)).toEqual([name]);
});

test('a quotation without attribution is by the one quoted just before', () => {
  const { quotes } = resolve('“The dam was old,” Mira Lund said.\n\n“We had asked for money for years.”', [LUND]);
  expect(quotes[1]).toMatchObject({ type: 'direct', speaker: { name: 'Mira Lund' } });
  expect(quotes[1]?.cue).toBeUndefined();
  expect(quotes[1]?.speaker?.mention).toBeUndefined();
});

test('a quotation without attribution is by the one whom the sentence before it is about', () => {
  const { quotes } = resolve('Mira Lund said the dam was old. Tomas Abel disagreed. “It was built in May.”', [
    LUND,
    ABEL,
  ]);
  expect(quotes.at(-1)).toMatchObject({ type: 'direct', speaker: { name: 'Tomas Abel' } });
});

test('a surname that is all but spelt as another is the same person’s', () => {
  const cast: [EntityKind, ...string[]][] = [['person', 'Mira Lundgren', 'Lundgren']];
  expect(namesIn('Mira Lundgren came in May. Lundgen said the dam was old.', cast)).toEqual(['Mira Lundgren']);
});

test('a quotation that runs over paragraphs is one, with a part for each', () => {
  const text = '“The dam was old,” Mira Lund said. “It leaked.\n\n“Nobody came.\n\n“And then it broke.”\n\nRain fell.';
  const { quotes } = resolve(text, [LUND]);
  expect(quotes).toHaveLength(1);
  expect(quotes[0]?.parts.map(({ start, end }) => text.slice(start, end))).toEqual([
    '“The dam was old,”',
    '“It leaked.',
    '“Nobody came.',
    '“And then it broke.”',
  ]);
});

test('an attribution that ends a paragraph with a colon takes the quotation of the next', () => {
  const { quotes } = resolve('Mira Lund wrote on Monday:\n\n“The dam is gone.”', [LUND]);
  expect(quotes).toMatchObject([{ type: 'direct', speaker: { name: 'Mira Lund' } }]);
});

test('a transcript gives each labelled paragraph to its label', () => {
  const text =
    'LUND: The dam was old.\n\nQ: Who knew about the leaks?\n\nLUND: Everyone in Orvel knew.\n\nI knew too.\n\nQ: And you?';
  const { quotes } = resolve(text);
  expect(quotes.map(({ speaker, content }) => [speaker?.name, text.slice(content.start, content.end)])).toEqual([
    ['LUND', 'The dam was old.'],
    ['Q', 'Who knew about the leaks?'],
    ['LUND', 'Everyone in Orvel knew.\n\nI knew too.'],
    ['Q', 'And you?'],
  ]);
});

test.each([
  ['a name beside the phrase', 'The Lake Party left. Its leader, Mira Lund, said no one knew.', 'Mira Lund'],
  [
    'a place within a body’s name',
    'Orvel burned. No one knew, according to the harbour authority of Orvel.',
    'the harbour authority of Orvel',
  ],
  [
    'a body within a source’s phrase',
    'The Lake Board met. A source within the Lake Board said no one knew.',
    'A source within the Lake Board',
  ],
  [
    'another of the same office',
    'President Tomas Abel left. The vice president said no one knew.',
    'the vice president',
  ],
  [
    'a government of another country',
    'The government of Norda met. The Orvel government said no one knew.',
    'the Orvel government',
  ],
  [
    'the plural a sentence is about',
    'ORVEL, May 2 (Meridian) - It rained. The auditors dispute that. They say no one knew.',
    'the auditors',
  ],
  ['a short form', 'The Ministry of Ports met. The Ministry said no one knew.', 'Ministry of Ports'],
  ['a verb beside its subject', 'The board disputes that figure, saying losses fell.', 'the board'],
  [
    'a clause opened by "that"',
    'Mira Lund said that Abel’s ministry had told her that no one knew.',
    'Abel’s ministry',
  ],
])('the speaker of the last quote, not %s', (_case, text, name) => {
  expect(analyze(text).quotes.at(-1)?.speaker?.name).toBe(name);
});

test('a few quoted words above a paragraph are a heading', () => {
  expect(resolve('Rain fell.\n\n‘NOT A SINGLE WORD MORE’\n\nMira Lund left.', [LUND]).quotes).toEqual([]);
});

test('a list of totals is no transcript', () => {
  expect(resolve('Orvel: 40\n\nNorda: 12\n\nOrvel: 7').quotes).toEqual([]);
});

test('pronouns and phrases that speak become mentions of their entity, in text order', () => {
  const text = 'Mira Lund came. She said the dam was old. Lund left.';
  const { entities } = resolve(text, [LUND]);
  expect(entities[0]?.mentions.map(({ start, end, form }) => [text.slice(start, end), form])).toEqual([
    ['Mira Lund', 'name'],
    ['She', 'pronoun'],
    ['Lund', 'name'],
  ]);
});

test('a speaker points to its entity', () => {
  expect(
    resolve('Tomas Abel left. Lund said no one knew.', [ABEL, ['person', 'Mira Lund', 'Lund']]).quotes[0]?.speaker
      ?.entity,
  ).toBe(1);
});

test('whatever the text, each quote’s speaker mention and entity exist', () => {
  const pieces = fc.constantFrom(
    ...'“ ” " Mira Lund | Lund | he | she | it | they | said | told | adding that | According to | police | the ministry | , | . | : | NAME: | \n\n | the dam was old'.split(
      ' | ',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 50 }).map((all) => all.join(' ')),
      (text) => {
        const { quotes, entities } = analyze(text);
        for (const { speaker } of quotes) {
          if (speaker?.mention !== undefined) expect(speaker.mention.end).toBeLessThanOrEqual(text.length);
          if (speaker?.entity !== undefined) expect(entities[speaker.entity]).toBeDefined();
        }
        for (const { mentions } of entities) {
          for (let i = 1; i < mentions.length; i++)
            expect(mentions[i]!.start).toBeGreaterThanOrEqual(mentions[i - 1]!.end);
        }
      },
    ),
    { numRuns: 200 },
  );
});
