import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPassage } from '../../../src/analysis/passage.ts';
import { findQuotes } from '../../../src/analysis/quotes/quotes.ts';

/** A quote as "type | parts | cue | speaker". */
function read(text: string): string[] {
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return findQuotes(readPassage(text), [])
    .filter((quote) => quote.labelled !== true)
    .map((quote) =>
      [
        quote.type,
        quote.parts.map(words).join(' … '),
        quote.cue === undefined ? '-' : words(quote.cue),
        quote.speaker === undefined ? '-' : words(quote.speaker),
      ].join(' | '),
    );
}

test.each<[pattern: string, text: string, ...quotes: string[]]>([
  [
    'C, S V',
    'The dam at Orvel broke at dawn, police said.',
    'indirect | The dam at Orvel broke at dawn | said | police',
  ],
  [
    'C, V S',
    '“The dam broke at dawn,” said Mira Lund, the mayor of Orvel.',
    'direct | “The dam broke at dawn,” | said | Mira Lund',
  ],
  [
    'S V that C',
    'Mayor Mira Lund said on Tuesday that 40 homes were lost.',
    'indirect | 40 homes were lost | said | Mayor Mira Lund',
  ],
  ['S V C', 'She said the road was closed.', 'indirect | the road was closed | said | She'],
  ['S V: C', 'Lund said: "We had no warning."', 'direct | "We had no warning." | said | Lund'],
  ['S V that V', 'Lund said that was not her view.', 'indirect | that was not her view | said | Lund'],
  [
    'S V that, A, C',
    'The Norda Times reported that, in a call on Monday, Lund had asked for help.',
    'indirect | in a call on Monday, Lund had asked for help | reported | The Norda Times',
  ],
  [
    'X; according to S, C',
    'The dam is old; according to engineers, it was built in 1931.',
    'indirect | it was built in 1931 | according to | engineers',
  ],
  [
    'adding that',
    'He said the road was closed, adding that buses would run on Friday.',
    'indirect | the road was closed | said | He',
    'indirect | buses would run on Friday | adding | He',
  ],
  ['As S V, C', 'As Lund noted, the dam was sixty years old.', 'indirect | the dam was sixty years old | noted | Lund'],
  [
    'interrupted',
    '"We saw the water," Lund said, "and then we ran."',
    'direct | "We saw the water," … "and then we ran." | said | Lund',
  ],
  [
    'interrupted without marks',
    'The dam, Lund said, would be rebuilt.',
    'indirect | The dam … would be rebuilt | said | Lund',
  ],
  [
    'goes on after a stop',
    '"We saw the water," Lund said. "It was as high as the church."',
    'direct | "We saw the water," … "It was as high as the church." | said | Lund',
  ],
  [
    'coordinated verbs',
    'Lund said the dam was old, and added that repairs had begun.',
    'indirect | the dam was old | said | Lund',
    'indirect | repairs had begun | added | Lund',
  ],
  [
    'two speakers',
    'Lund said the dam was safe, but engineers warned that it leaked.',
    'indirect | the dam was safe | said | Lund',
    'indirect | it leaked | warned | engineers',
  ],
  [
    'according to, in front',
    'According to the ministry, 12 villages were flooded.',
    'indirect | 12 villages were flooded | According to | the ministry',
  ],
  [
    'according to, behind',
    'Twelve villages were flooded, according to the Orvel River Authority.',
    'indirect | Twelve villages were flooded | according to | the Orvel River Authority',
  ],
  [
    'according to someone described',
    'According to Mira Lund, who heads the board, the dam was a relic.',
    'indirect | the dam was a relic | According to | Mira Lund',
  ],
  ['in other words', 'In other words, the dam was a relic.'],
  [
    'an appositive behind a conjunction',
    'But Tomas Abel, head of the board, said the dam was old.',
    'indirect | the dam was old | said | Tomas Abel',
  ],
  [
    'on a weekday evening',
    'Abel on Thursday evening said the dam was old.',
    'indirect | the dam was old | said | Abel',
  ],
  ['in his words', 'In his words, the dam was a relic.', 'indirect | the dam was a relic | In his words | his'],
  [
    'in a name’s words',
    'In Lund’s words, the dam was a relic.',
    'indirect | the dam was a relic | In Lund’s words | Lund',
  ],
  [
    'told someone',
    'Lund told reporters in Orvel that the search was over.',
    'indirect | the search was over | told | Lund',
  ],
  ['told someone, bare', 'Lund told the council they had to leave.', 'indirect | they had to leave | told | Lund'],
  [
    'quoted as saying',
    'Lund was quoted as saying that the search was over.',
    'indirect | the search was over | saying | Lund',
  ],
  ['passive', 'It was announced that the dam would be rebuilt.', 'indirect | the dam would be rebuilt | announced | -'],
  [
    'appositive before the verb',
    'Mira Lund, the mayor of Orvel, said the dam was old.',
    'indirect | the dam was old | said | Mira Lund',
  ],
  [
    'spokesman for a body',
    'A spokesman for the ministry said the dam was old.',
    'indirect | the dam was old | said | A spokesman for the ministry',
  ],
  [
    'mixed',
    'Lund said the dam was “a relic of another age”.',
    'mixed | the dam was “a relic of another age” | said | Lund',
  ],
  [
    'a text speaks',
    'The statement read: “Nobody was hurt in Orvel.”',
    'direct | “Nobody was hurt in Orvel.” | read | The statement',
  ],
  [
    'in front of its subject',
    'Warning that the river was rising, Lund said the town must be left.',
    'indirect | the river was rising | Warning | Lund',
    'indirect | the town must be left | said | Lund',
  ],
  [
    'single marks beside apostrophes',
    'Lund said the town’s dam was ‘not what it’s meant to be’ in 2019.',
    'mixed | the town’s dam was ‘not what it’s meant to be’ in 2019 | said | Lund',
  ],
  ['signed with a dash', '“It was loud and dark.” — Mira Lund', 'direct | “It was loud and dark.” | — | Mira Lund'],
  [
    'a colon behind a verb that does not report',
    'Mira Lund, the mayor, hit back on Friday: “Nobody asked the town.”',
    'direct | “Nobody asked the town.” | hit | Mira Lund',
  ],
  [
    'a comma behind a verb that does not report',
    'As the Orvel Choir roared in May, “The river takes us all in the end.”',
    'direct | “The river takes us all in the end.” | roared | the Orvel Choir',
  ],
  [
    'in front of a verb that does not report',
    '“Go home and stay there,” Abel spat at the crowd.',
    'direct | “Go home and stay there,” | - | -',
  ],
  [
    'goes on behind an aside',
    '“The dam was old,” Lund said of the wall that burst, “but nobody listened to us.”',
    'direct | “The dam was old,” … “but nobody listened to us.” | said | Lund',
  ],
  [
    'an opening mark with a space behind it',
    'Lund said," [The dam] leaked, and nobody looked".',
    'direct | " [The dam] leaked, and nobody looked" | said | Lund',
  ],
  [
    'one of many',
    '“The dam was old and weak,” one senior engineer said.',
    'direct | “The dam was old and weak,” | said | one senior engineer',
  ],
  [
    'words of a verb that does not report',
    'Abel branded the dam “a monument to greed and haste”.',
    'mixed | the dam “a monument to greed and haste” | branded | Abel',
  ],
  [
    'a setting in front',
    'In a radio interview on Monday, Lund said the dam was old.',
    'indirect | the dam was old | said | Lund',
  ],
  [
    'an occasion beside the verb',
    'Lund at a meeting on Monday said the dam was old.',
    'indirect | the dam was old | said | Lund',
  ],
  [
    'within another’s statement',
    'Lund told police that she ran, the court said.',
    'indirect | Lund told police that she ran | said | the court',
    'indirect | she ran | told | Lund',
  ],
  ['guillemets', 'Lund said: « We had no warning at all. »', 'direct | « We had no warning at all. » | said | Lund'],
  ['low marks', 'Lund said: „We had no warning.“', 'direct | „We had no warning.“ | said | Lund'],
  [
    'nested marks',
    'Lund said: "My father told me \'never trust a dam\' and he was right."',
    'direct | "My father told me \'never trust a dam\' and he was right." | said | Lund',
  ],
  [
    'reports that are denied',
    'The Harbour Board denies reports that the dam leaked.',
    'indirect | the dam leaked | denies | The Harbour Board',
  ],
  [
    'claims rejected as something',
    'Lund rejected claims that the dam leaked as baseless.',
    'indirect | the dam leaked | rejected | Lund',
  ],
  [
    'suggestions of something',
    'Lund dismissed suggestions of a leak at Orvel.',
    'indirect | a leak at Orvel | dismissed | Lund',
  ],
  ['ruled out', 'Police ruled out sabotage at the dam.', 'indirect | sabotage at the dam | ruled out | Police'],
  ['a deed denied', 'Lund denied knowing of the leak.', 'indirect | knowing of the leak | denied | Lund'],
  [
    'how a source asked to speak',
    'A guide, who asked not to be named because he feared the board, said the dam leaked.',
    'indirect | the dam leaked | said | A guide',
  ],
  [
    'how a source asked to speak, as a deed beside it',
    'A guide said the dam leaked, asking for her name to be left out.',
    'indirect | the dam leaked | said | A guide',
  ],
  [
    'a second verb of the same subject',
    'They put the cost at 18 marks and say that 112 homes were lost.',
    'indirect | the cost at 18 marks | put | They',
    'indirect | 112 homes were lost | say | They',
  ],
  [
    'told in a report that others speak of',
    'The dam leaked for years, auditors said on Friday, in a report that the board called “one-sided and late”.',
    'indirect | The dam leaked for years | said | auditors',
    'direct | “one-sided and late” | called | the board',
  ],
  [
    'what happened meanwhile',
    'Two people died on Friday, police said, as others accused the board of neglect.',
    'indirect | Two people died on Friday | said | police',
    'indirect | the board of neglect | accused | others',
  ],
  [
    'an appositive with a clause of its own',
    'Josef Abel, a 71-year-old farmer who lost 26 cows and most of his hay, said he had filled in forms.',
    'indirect | he had filled in forms | said | Josef Abel',
  ],
  [
    'in a relative clause',
    'The board and the Lake Party, who said they would support it, hold nine seats.',
    'indirect | they would support it | said | the Lake Party',
  ],
  [
    'an object ends at a semicolon',
    'Lund spoke of 2,000 marchers; police put the crowd at 800.',
    'indirect | 2,000 marchers | spoke of | Lund',
    'indirect | the crowd at 800 | put | police',
  ],
  [
    'reports as a noun',
    'Some reports suggest that the wall was weak.',
    'indirect | the wall was weak | suggest | Some reports',
  ],
  ['told by', 'Abel was told by Mira Lund that the dam was safe.', 'indirect | the dam was safe | told | Mira Lund'],
  [
    'described by',
    'Abel was described by Mira Lund as “a builder of weak walls”.',
    'direct | “a builder of weak walls” | described | Mira Lund',
  ],
  [
    'interrupted before its verb is complete',
    'One child was, according to the fire service, among the dead.',
    'indirect | One child was … among the dead | according to | the fire service',
  ],
  [
    'an inquiry’s findings',
    'The dam had leaked for years, the inquiry found.',
    'indirect | The dam had leaked for years | found | the inquiry',
  ],
  [
    'a relative clause without its comma',
    'Mira Lund who backed the bill said the dam was old.',
    'indirect | the dam was old | said | Mira Lund',
  ],
  [
    'interrupted behind a preposition',
    'The march was led by, according to police, two men from Orvel.',
    'indirect | The march was led by … two men from Orvel | according to | police',
  ],
  ['one of several', 'One of them said that she could not swim.', 'indirect | she could not swim | said | One of them'],
  [
    'a day’s decision',
    'Mira Lund called Friday’s decision a “gift to the few”.',
    'mixed | Friday’s decision a “gift to the few” | called | Mira Lund',
  ],
  [
    'interrupted, with the speaker behind the verb',
    'The owners, said Lund, are required to mend it.',
    'indirect | The owners … are required to mend it | said | Lund',
  ],
  [
    'a name that ends like a verb',
    '“It was loud,” Khaled Abel, editor at large at the Orvel Post, said.',
    'direct | “It was loud,” | said | Khaled Abel',
  ],
  ['citing a source', 'Lund said, citing police, that two died.', 'indirect | two died | said | Lund'],
  ['citing a source, behind', 'Two people died, Lund said, citing police.', 'indirect | Two people died | said | Lund'],
  ['quoted by another', 'Police, quoted by the ministry, said two died.', 'indirect | two died | said | Police'],
  [
    'a source within a statement',
    'Lund said that, according to police, two people died.',
    'indirect | according to police, two people died | said | Lund',
    'indirect | two people died | according to | police',
  ],
  [
    'what a figure is put at, and others put it at',
    'Police put the number at 800, organisers at more than 2,000 and the city at between 900 and 1,000.',
    'indirect | the number at 800 | put | Police',
    'indirect | more than 2,000 | put | organisers',
    'indirect | between 900 and 1,000 | put | the city',
  ],
  [
    'a cost with its noun phrase',
    'The ministry puts the cost of the repair at 4 million marks.',
    'indirect | the cost of the repair at 4 million marks | puts | The ministry',
  ],
  [
    'what somebody expects of something',
    'She expects the railway to Tessin to reopen in July, nine months after the flood.',
    'indirect | the railway to Tessin to reopen in July | expects | She',
  ],
  [
    'what experts expect',
    'Economists expect the bank to cut its rate by half a point.',
    'indirect | the bank to cut its rate by half a point | expect | Economists',
  ],
  ['a promise', 'Lund vowed to rebuild 12 homes.', 'indirect | to rebuild 12 homes | vowed | Lund'],
  [
    'people at a body',
    'Economists at Orvel University estimate that growth was halved.',
    'indirect | growth was halved | estimate | Economists at Orvel University',
  ],
])('%s', (_pattern, text, ...quotes) => {
  expect(read(text)).toEqual(quotes);
});

test.each([
  ['That being said, the dam is old.'],
  ['The dam is said to be old.'],
  ['The mayor put the vase at the door.'],
  ['The cold puts the harvest at risk, and 40 farms with it.'],
  ['The number was put at 800.'],
  ['The council will put the price at 4 marks.'],
  ['We expect the boat to be late.'],
  ['The boat expects the wind to rise.'],
  ['Lund is expected to answer.'],
  ['Lund expects a visitor.'],
  ['Lund said no.'],
  ['The film “The Last Dam of Orvel” opens on Friday.'],
  ['The "Green Line" bus stops at the dam.'],
  ['Reports and claims are kept for ten years.'],
  ['Who would say that?'],
  ['Lund did not say that the dam leaked.'],
  ['Lund never said that the dam leaked.'],
  ['Lund did not say whether the dam leaked.'],
  ['Lund refused to confirm that the dam leaked.'],
  ['The board could not confirm that the dam leaked.'],
  ['Lund declined to comment on reports that the dam leaked.'],
  ['Lund disputed that figure.'],
  ['Lund rejected the claim.'],
  ['She is out on licence, also called parole at the time.'],
  ['In Orvel, key accused Mira Lund and three of her masons fled.'],
  ['The town fears rumours called the “second flood effect”.'],
  ['The council denied funding for the dam.'],
  ['Lund kept a list of the accused masons.'],
  ['She recorded a song called “Rain on the old wall”.'],
  ['Dam safety advocate Mira Lund left Orvel at dawn.'],
  ['Abel asked for anonymity.'],
  ['A fish called the blind eel moved in.'],
  ['This announced her plan for Orvel.'],
  ['The wall was mended by masons “and there is hope for it”.'],
])('no reported speech: %s', (text) => {
  expect(read(text)).toEqual([]);
});

test('a quotation that its paragraph does not close is open to the next', () => {
  const [quote] = findQuotes(readPassage('“We saw the water come over the wall.'), []);
  expect(quote).toMatchObject({ type: 'direct', open: true });
});

test('an attribution that ends in a colon waits for the next paragraph', () => {
  const [quote] = findQuotes(readPassage('Lund continued:'), []);
  expect(quote?.lead).toBe(true);
});

const pieces = fc.constantFrom(
  ...'“ ” " ‘ ’ \' „ « » , . : ; ? ( ) — said told adding that according to in his words who Lund police the dam was he 40 \n'.split(
    ' ',
  ),
);

test('whatever the text, quotes lie within it, their parts in order within their content', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(pieces, { maxLength: 60 }).map((all) => all.join(' ')),
      ),
      (text) => {
        for (const { content, parts, cue, speaker } of findQuotes(readPassage(text), [])) {
          for (const span of [content, ...parts, ...(cue ? [cue] : []), ...(speaker ? [speaker] : [])]) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeLessThanOrEqual(text.length);
            expect(span.start).toBeLessThanOrEqual(span.end);
          }
          let from = content.start;
          for (const part of parts) {
            expect(part.start).toBeGreaterThanOrEqual(from);
            from = part.end;
          }
          expect(from).toBeLessThanOrEqual(content.end);
        }
      },
    ),
    { numRuns: 400 },
  );
});
