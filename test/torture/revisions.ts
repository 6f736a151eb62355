// Sample stories with every claim verified, revised at random: what reads as verified afterwards, and where.
import { readdirSync, readFileSync } from 'node:fs';
import { analyze } from '../../src/analysis/analyze.ts';
import type { Analysis, Claim } from '../../src/analysis/types.ts';
import { annotate } from '../../src/ledger/annotate.ts';
import { type ReadDocument, tagClaim } from '../../src/ledger/decide.ts';
import type { Decision } from '../../src/ledger/fold.ts';
import { textVersion } from '../../src/ledger/versions.ts';
import { type Wording, wordingOf } from '../../src/ledger/wording.ts';
import { type Models, readModels } from '../../src/model/models.ts';
import { oneText } from '../../src/text/one.ts';
import { type Covered, chance, edits, fateOf, lettersOf, textOf } from './revision.ts';

const models: Models = readModels(readFileSync(new URL('../../src/model/weights.bin', import.meta.url)));

interface Story {
  readonly text: string;
  readonly covered: readonly Covered[];
  readonly decisions: readonly Decision[];
  readonly kept: ReadonlyMap<string, Wording>;
}

function coveredBy(analysis: Analysis, claim: Claim): Covered {
  const quote = claim.source.type === 'quote' ? analysis.quotes[claim.source.quote] : undefined;
  const beside = [quote?.cue, quote?.speaker?.mention].filter((span) => span !== undefined);
  return { words: claim.span, beside };
}

/** A story with every claim verified, under ids that are its claims' indices. */
export function storyOf(text: string): Story {
  const analysis = analyze(text, { models });
  const wording = wordingOf(text);
  const version = textVersion(text);
  const read: ReadDocument = { document: 'story.txt', version, wording, editor: 'Ann Moor' };
  const claims = annotate(analysis, { decisions: [], hasSeen: () => false }).claims;
  const signed = { v: 2, at: '2031-03-03T10:00:00Z', by: 'Ann Moor', seen: [] };
  return {
    text,
    covered: claims.map(({ claim }) => coveredBy(analysis, claim)),
    decisions: claims.map(
      (claim, index) => ({ ...tagClaim(read, analysis, claim, 'verified'), ...signed, id: String(index) }) as Decision,
    ),
    kept: new Map([[version, wording]]),
  };
}

const seeds = new URL('../../seeds/', import.meta.url);

export const sampleStories = (): readonly Story[] =>
  readdirSync(seeds)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => storyOf(oneText(readFileSync(new URL(name, seeds), 'utf8')).text));

export interface Tally {
  /** Verified, in the right place. */
  kept: number;
  /** In the right place as changed, because another speaker, day or place stands behind the words. */
  behind: number;
  /** Anything else that is not verified. */
  weaker: number;
  /** Verified in another place. */
  misplaced: number;
}

const emptyTally = (): Tally => ({ kept: 0, behind: 0, weaker: 0, misplaced: 0 });

export interface Outcome {
  readonly tallies: Readonly<Record<'intact' | 'doubled' | 'changed' | 'near', Tally>>;
  /** Verified though the words are others or gone, and intact claims that are not kept: what to look at. */
  readonly wrong: readonly string[];
}

/** Revises a story once; the same seed gives the same revision. */
export function revise(story: Story, seed: number, names: readonly string[], outcome: Outcome): void {
  const random = chance(seed);
  let letters = lettersOf(story.text);
  const done: string[] = [];
  for (let left = 1 + random.below(4); left > 0; left--) {
    const name = random.of(names);
    done.push(name);
    letters = edits[name]!(letters, random, story.covered);
  }
  const text = textOf(letters);
  const analysis = analyze(text, { models });
  const { claims, lost } = annotate(
    analysis,
    { decisions: story.decisions, hasSeen: () => false },
    { wording: wordingOf(text), version: () => textVersion(text), kept: story.kept },
  );
  const byTag = new Map(claims.flatMap((claim) => claim.tags.map(({ event }) => [event, claim] as const)));
  for (const [index, covered] of story.covered.entries()) {
    const fate = fateOf(letters, covered, story.text);
    const shown = byTag.get(String(index));
    const { span } = shown?.claim ?? { span: { start: 0, end: 0 } };
    const { start, end } = covered.words;
    const isInPlace = letters.slice(span.start, span.end).some(({ at }) => at >= start && at < end);
    const tally = outcome.tallies[fate];
    const isVerified = shown?.state === 'verified';
    const kind = isVerified
      ? isInPlace
        ? 'kept'
        : 'misplaced'
      : isInPlace && shown?.change?.behind.length && shown.change.pieces.every(({ type }) => type === 'same')
        ? 'behind'
        : 'weaker';
    tally[kind]++;
    const isWrong = fate === 'changed' ? isVerified : fate === 'intact' && kind !== 'kept';
    if (isWrong)
      (outcome.wrong as string[]).push(
        `${fate}, ${kind}, after ${done.join(', ')} (seed ${seed}): “${story.text.slice(start, end)}” is ${shown?.state ?? (lost.some(({ event }) => event === String(index)) ? 'lost' : 'gone')}${shown?.change ? `: “${text.slice(span.start, span.end)}” ${JSON.stringify(shown.change.behind)}` : ''}`,
      );
  }
}

export const emptyOutcome = (): Outcome => ({
  tallies: { intact: emptyTally(), doubled: emptyTally(), changed: emptyTally(), near: emptyTally() },
  wrong: [],
});

/** As many revisions as asked for, the stories in turn. */
export function reviseMany(count: number, stories: readonly Story[], names = Object.keys(edits)): Outcome {
  const outcome = emptyOutcome();
  for (let seed = 0; seed < count; seed++) revise(stories[seed % stories.length]!, seed, names, outcome);
  return outcome;
}

/** The tallies as a table, a line for each fate. */
export const tableOf = (tallies: Outcome['tallies']): string =>
  Object.entries(tallies)
    .map(([fate, { kept, behind, weaker, misplaced }]) => {
      const all = kept + behind + weaker + misplaced;
      return `${fate.padEnd(8)} ${all}: verified in place ${kept}, in place as changed ${behind}, weaker ${weaker}, verified elsewhere ${misplaced}`;
    })
    .join('\n');
