// npm run train -- --corpora DIR [--only parts,names,quotes] [--seed N] [--open-only] [--out FILE]
//
// Trains the taggers and packs their weights into src/model/weights.bin. With --only the other sections stay as they
// are. The same corpora and seed give the same file, bit for bit.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readSections } from '../src/model/weights.ts';
import { readTrees } from './corpora.ts';
import { packSections } from './pack.ts';
import { taggedSentence, trainParts } from './partsOfSpeech.ts';

const { values } = parseArgs({
  options: {
    corpora: { type: 'string' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    'open-only': { type: 'boolean', default: false },
    out: { type: 'string', default: 'src/model/weights.bin' },
  },
});

export interface TrainOptions {
  /** The folder of the corpora. */
  readonly corpora: string;
  readonly seed: number;
  /** Openly licensed corpora alone. */
  readonly openOnly: boolean;
  readonly log: (line: string) => void;
}

const SECTIONS: Readonly<Record<string, (options: TrainOptions) => Uint8Array>> = {
  parts: ({ corpora, seed, log }) => {
    const trees = ['ud/ewt.train.conllu', 'ud/gum.train.conllu'].flatMap((file) => readTrees(corpora, file));
    return trainParts(trees.map(taggedSentence), { epochs: 8, seed, log });
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
  log: (line) => console.log(line),
};
const wanted = values.only?.split(',') ?? Object.keys(SECTIONS);
const kept = existsSync(values.out) ? readSections(readFileSync(values.out)) : new Map<string, Uint8Array>();
const sections = new Map(
  Object.entries(SECTIONS).flatMap(([name, train]): [string, Uint8Array][] => {
    const old = kept.get(name);
    if (wanted.includes(name)) return [[name, train(options)]];
    return old === undefined ? [] : [[name, old]];
  }),
);
const packed = packSections(sections);
writeFileSync(values.out, packed);
for (const [name, content] of sections) console.log(`${name}: ${content.length.toLocaleString('en')} bytes`);
console.log(`${values.out}: ${packed.length.toLocaleString('en')} bytes`);
