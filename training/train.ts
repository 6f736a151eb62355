// npm run train -- --corpora DIR [--only parts,names,quotes] [--seed N] [--open-only] [--hold-out N] [--out FILE]
//
// Trains the taggers and packs their weights into src/model/weights.bin. With --only the other sections stay as they
// are. The same corpora and seed give the same file, bit for bit. --hold-out 10 leaves out every tenth document of each
// corpus, to measure on.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Models, readModels } from '../src/model/models.ts';
import { readSections } from '../src/model/weights.ts';
import { readCorpus, readTrees } from './corpora.ts';
import { trainNames } from './names.ts';
import { packSections } from './pack.ts';
import { taggedSentence, trainParts } from './partsOfSpeech.ts';
import { trainQuotes } from './quotes.ts';

const { values } = parseArgs({
  options: {
    corpora: { type: 'string' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    'open-only': { type: 'boolean', default: false },
    'hold-out': { type: 'string' },
    out: { type: 'string', default: 'src/model/weights.bin' },
  },
});

export interface TrainOptions {
  /** The folder of the corpora. */
  readonly corpora: string;
  readonly seed: number;
  /** Openly licensed corpora alone. */
  readonly openOnly: boolean;
  /** Every so many documents one is left out. */
  readonly holdOut: number | undefined;
  readonly log: (line: string) => void;
}

const trainedOn = <T>(documents: readonly T[], { holdOut }: TrainOptions): T[] =>
  holdOut === undefined ? [...documents] : documents.filter((_, i) => i % holdOut !== holdOut - 1);

type Train = (options: TrainOptions, models: Models) => Uint8Array;

/** In this order: each may use the taggers before it. */
const SECTIONS: Readonly<Record<string, Train>> = {
  parts: ({ corpora, seed, log }) => {
    const trees = ['ud/ewt.train.conllu', 'ud/gum.train.conllu'].flatMap((file) => readTrees(corpora, file));
    return trainParts(trees.map(taggedSentence), { epochs: 8, seed, log });
  },
  names: (options, models) => {
    const read = (...files: readonly string[]) =>
      trainedOn(
        files.flatMap((file) => readCorpus(options.corpora, `train/${file}.jsonl`)),
        options,
      );
    const web = read('uner_ewt.dev', 'uner_ewt.test');
    const encyclopaedia = read('wikigold.all');
    // Of the open corpora none is news: together they are what we have.
    const corpora = options.openOnly ? [[...web, ...encyclopaedia]] : [read('wwn.train'), web, encyclopaedia];
    return trainNames(corpora, { models, seed: options.seed, log: options.log });
  },
  quotes: (options, models) => {
    const { corpora, seed, openOnly, log } = options;
    const marked = readCorpus(corpora, openOnly ? 'train/gum_other.jsonl' : 'train/polnear.train.jsonl');
    const unmarked = readCorpus(corpora, openOnly ? 'bulk/bulk_wikinews.jsonl' : 'train/wwn.train.jsonl');
    const half = unmarked.filter((_, i) => i % 2 === 0);
    return trainQuotes(trainedOn(marked, options), half, { models, seed, log });
  },
};

if (values.corpora === undefined) {
  console.error('Say where the corpora are: npm run train -- --corpora DIR');
  process.exit(2);
}
const options: TrainOptions = {
  corpora: values.corpora,
  seed: Number(values.seed),
  openOnly: values['open-only'],
  holdOut: values['hold-out'] === undefined ? undefined : Number(values['hold-out']),
  log: (line) => console.log(line),
};
const wanted = values.only?.split(',') ?? Object.keys(SECTIONS);
const kept = existsSync(values.out) ? readSections(readFileSync(values.out)) : new Map<string, Uint8Array>();
const sections = new Map<string, Uint8Array>();
for (const [name, train] of Object.entries(SECTIONS)) {
  const old = kept.get(name);
  if (wanted.includes(name)) sections.set(name, train(options, readModels(packSections(sections))));
  else if (old !== undefined) sections.set(name, old);
}
const packed = packSections(sections);
writeFileSync(values.out, packed);
for (const [name, content] of sections) console.log(`${name}: ${content.length.toLocaleString('en')} bytes`);
console.log(`${values.out}: ${packed.length.toLocaleString('en')} bytes`);
