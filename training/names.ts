// Learns names from annotated text. src/analysis/names has the features: nameTagger.ts those of a passage,
// documentNames.ts those of the whole document. The second tagger learns from what the first says of documents that it
// was not trained on.
import { findDates } from '../src/analysis/dates/dates.ts';
import { featuresInDocument, OWN_SHARE } from '../src/analysis/names/documentNames.ts';
import { fold } from '../src/analysis/names/gazetteer/fold.ts';
import { knownKind } from '../src/analysis/names/gazetteer/lookup.ts';
import { ruledSentences } from '../src/analysis/names/names.ts';
import {
  NAME_KINDS,
  NAME_LABELS,
  type NameKind,
  type NameSentence,
  type NameStretch,
  nameFeatures,
  nameSentence,
  reachesOf,
  tagNames,
} from '../src/analysis/names/nameTagger.ts';
import { smallWords } from '../src/analysis/names/smallWords.ts';
import { passageSpans, readPassage } from '../src/analysis/passage.ts';
import { FIELD_STEPS, type Field, fieldOf } from '../src/model/field.ts';
import type { Models } from '../src/model/models.ts';
import { readTagger } from '../src/model/weights.ts';
import { featureOf } from '../src/model/words.ts';
import { readHead } from '../src/seed/head.ts';
import { overlaps } from '../src/text/span.ts';
import { finish } from '../src/text/steps.ts';
import type { CorpusDocument, CorpusSpan } from './corpora.ts';
import { type FieldExample, trainField } from './field.ts';
import { withInventedPlaces } from './invented.ts';
import { byteWriter, packTagger, type Trained } from './pack.ts';
import { randomFrom } from './random.ts';
import { exampleOf } from './sequence.ts';

const KIND_OF: Readonly<Record<string, NameKind>> = {
  PER: 'person',
  ORG: 'organisation',
  LOC: 'place',
  FAC: 'place',
  NORP: 'nationality',
  MISC: 'other',
  PRODUCT: 'other',
};

interface GoldSentence {
  /** Of the passage in the document. */
  readonly at: number;
  readonly sentence: NameSentence;
  /** For each word its label, as an index into NAME_LABELS. */
  readonly gold: Uint8Array;
}

interface GoldDocument {
  /** A corpus that marks names in ways of its own: 0 is the one whose ways we follow. */
  readonly manner: number;
  /** Documents of one family are the same but for invented names. */
  readonly family: number;
  readonly invented?: true;
  readonly sentences: readonly GoldSentence[];
  readonly smallWords: readonly (readonly string[])[];
}

/** A name as annotated, without its article and possessive ending. */
function nameOf(text: string, { start, end, type }: CorpusSpan): { start: number; end: number; kind: NameKind }[] {
  const kind = KIND_OF[type];
  if (kind === undefined) return [];
  const words = text.slice(start, end);
  const article = /^the\s+/i.exec(words)?.[0].length ?? 0;
  const ending = /(?:['’]s|['’])$/.exec(words)?.[0].length ?? 0;
  return [{ start: start + article, end: end - ending, kind }];
}

/** A document as the name taggers see it, with its gold labels. */
function goldDocument({ text, spans }: CorpusDocument, models: Models): Pick<GoldDocument, 'sentences' | 'smallWords'> {
  const names = spans.flatMap((span) => nameOf(text, span)).sort((a, b) => a.start - b.start);
  const sentences: GoldSentence[] = [];
  const small: string[][] = [];
  let next = 0;
  for (const { start: at, end } of passageSpans(text, readHead(text))) {
    const passage = readPassage(text.slice(at, end), models);
    small.push(smallWords(passage));
    for (const ruled of ruledSentences(passage, findDates(passage))) {
      const gold = new Uint8Array(ruled.words.length);
      ruled.words.forEach((word, i) => {
        while (next < names.length && names[next]!.end <= at + word.start) next++;
        const name = names[next];
        if (name === undefined || name.start >= at + word.end) return;
        const begin = 1 + 2 * NAME_KINDS.indexOf(name.kind);
        const before = ruled.words[i - 1];
        gold[i] = before !== undefined && at + before.end > name.start ? begin + 1 : begin;
      });
      sentences.push({ at, sentence: nameSentence(passage, ruled), gold });
    }
  }
  return { sentences, smallWords: small };
}

/** The gold labels of some of a sentence's words: a name that begins before them begins with them. */
function labelsOf(gold: Uint8Array, from: number, to: number): Uint8Array {
  const labels = gold.slice(from, to);
  if (labels[0]! > 0 && labels[0]! % 2 === 0) labels[0]!--;
  return labels;
}

/**
 * Features that a corpus has twice, once for itself: what is peculiar to it is learned there and left behind (after
 * Daumé 2007).
 */
function inManner(count: number, manner: number, peculiar: Set<number>, features: Int32Array): number {
  if (manner === 0) return count;
  for (let f = 0; f < count; f++) {
    const key = featureOf(PECULIAR, features[f]!, manner);
    features[count + f] = key;
    peculiar.add(key);
  }
  return 2 * count;
}

const PECULIAR = 200;

function without(trained: Trained, peculiar: ReadonlySet<number>): Trained {
  const width = trained.labels.length;
  const kept = [...trained.keys.keys()].filter((row) => !peculiar.has(trained.keys[row]!));
  const rows = new Float64Array(kept.length * width);
  kept.forEach((row, i) => {
    rows.set(trained.rows.subarray(row * width, (row + 1) * width), i * width);
  });
  return { ...trained, keys: Int32Array.from(kept, (row) => trained.keys[row]!), rows };
}

const ownExamples = (documents: readonly GoldDocument[], peculiar: Set<number>): FieldExample[] =>
  documents.flatMap(({ sentences, manner }) =>
    sentences.flatMap(({ sentence, gold }) =>
      reachesOf(sentence.words).map(({ from, to }) =>
        exampleOf(labelsOf(gold, from, to), (at, out) =>
          inManner(nameFeatures(sentence, from + at, out), manner, peculiar, out),
        ),
      ),
    ),
  );

const follows = (before: number, label: number): boolean =>
  label <= 0 || label % 2 === 1 || before === label || before === label - 1;

interface NameSettings {
  readonly models: Models;
  readonly seed: number;
  readonly log?: (line: string) => void;
}

/** Weights of fewer steps than this are left out. */
const PRUNE = 4;

const packed = (trained: Trained): Uint8Array => packTagger(trained, FIELD_STEPS, PRUNE);
const unpacked = (trained: Trained): Field => fieldOf(finish(readTagger(packed(trained))));

function trainOwn(documents: readonly GoldDocument[], { seed, log }: NameSettings): Trained {
  const peculiar = new Set<number>();
  const trained = trainField(ownExamples(documents, peculiar), {
    labels: NAME_LABELS,
    follows,
    epochs: 6,
    seed,
    rarest: 2,
    rate: 0.07,
    dropout: 0.3,
    ...(log === undefined ? {} : { log }),
  });
  return without(trained, peculiar);
}

/** What the first tagger says of a document. */
const stretchesIn = ({ sentences }: GoldDocument, field: Field): NameStretch[] =>
  sentences.flatMap(({ sentence, at }) => tagNames(field, sentence).map((stretch) => ({ ...stretch, at })));

function documentExamples(document: GoldDocument, field: Field): FieldExample[] {
  const stretches = stretchesIn(document, field);
  const labels = document.sentences.flatMap(({ sentence, gold }) =>
    reachesOf(sentence.words).map(({ from, to }) => labelsOf(gold, from, to)),
  );
  const featuresAt = finish(featuresInDocument(stretches, document.smallWords));
  return stretches.map(({ scores }, index) => ({
    ...exampleOf(labels[index]!, (at, out) => featuresAt(index, at, out)),
    given: Float64Array.from(scores, (score) => (OWN_SHARE * score) / FIELD_STEPS),
  }));
}

/** The parts that the training documents are cut into; each is read by a tagger trained on the others. */
const FOLDS = 5;

/** One in so many documents is read a second time, with invented places and peoples. */
const INVENTED = 3;

/**
 * Trains both taggers and packs the section "names".
 * @param corpora of which the first is annotated in the way that we follow
 */
export function trainNames(corpora: readonly (readonly CorpusDocument[])[], settings: NameSettings): Uint8Array {
  const random = randomFrom(settings.seed);
  const documents = corpora.flatMap((corpus, manner) =>
    corpus.flatMap((document, family): GoldDocument[] => {
      const whole = withPeoples(document);
      const own = { ...goldDocument(whole, settings.models), manner, family };
      if (manner > 0 || family % INVENTED > 0) return [own];
      const invented = goldDocument(withInventedPlaces(whole, random), settings.models);
      return [own, { ...invented, manner: corpora.length, family, invented: true }];
    }),
  );
  return trainGold(documents, settings);
}

/** Nationalities, which some corpora count among other names and some leave out, by the lists. */
function withPeoples(document: CorpusDocument): CorpusDocument {
  const { text, spans } = document;
  const types = new Set(spans.map(({ type }) => type));
  if (types.has('NORP')) return document;
  const isPeople = (words: string): boolean => knownKind(words, fold(words)) === 'nationality';
  const known = spans.map((span) => (span.type === 'MISC' && isPeople(span.text) ? { ...span, type: 'NORP' } : span));
  if (types.has('MISC')) return { ...document, spans: known };
  const found = [...text.matchAll(/\p{Lu}[\p{L}-]+/gu)].flatMap(({ 0: word, index }): CorpusSpan[] => {
    const span = { id: `people${index}`, start: index, end: index + word.length, type: 'NORP', text: word };
    return isPeople(word) && !spans.some((other) => overlaps(other, span)) ? [span] : [];
  });
  return { ...document, spans: [...known, ...found] };
}

function trainGold(documents: readonly GoldDocument[], settings: NameSettings): Uint8Array {
  const folded: FieldExample[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = documents.filter(({ family }) => family % FOLDS !== fold);
    const field = unpacked(trainOwn(others, { models: settings.models, seed: settings.seed }));
    for (const document of documents) {
      if (document.family % FOLDS !== fold || (document.manner > 0 && document.invented === undefined)) continue;
      for (const one of documentExamples(document, field)) folded.push(one);
    }
    settings.log?.(`names: part ${fold + 1} of ${FOLDS} read by what the others taught`);
  }
  const own = trainOwn(documents, settings);
  const whole = trainField(folded, {
    labels: NAME_LABELS,
    follows,
    epochs: 4,
    seed: settings.seed,
    rarest: 5,
    rate: 0.03,
    dropout: 0,
    transitions: own.transitions.map((weight) => weight * OWN_SHARE),
    ...(settings.log === undefined ? {} : { log: settings.log }),
  });
  const writer = byteWriter();
  for (const trained of [own, whole]) writer.section(packed(trained));
  return writer.bytes();
}
