// Reads the corpora that taggers are trained on. None of them is part of this project.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CorpusSpan {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly text: string;
  readonly parts?: readonly (readonly [number, number])[];
}

export interface CorpusRelation {
  readonly type: string;
  readonly args: Readonly<Record<string, readonly string[] | undefined>>;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

export interface CorpusDocument {
  readonly id: string;
  readonly text: string;
  readonly meta?: Readonly<Record<string, unknown>>;
  readonly spans: readonly CorpusSpan[];
  readonly relations: readonly CorpusRelation[];
}

/** The documents of one file of the corpora's folder, in the file's order. */
export function readCorpus(folder: string, file: string): CorpusDocument[] {
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as CorpusDocument);
}

/** One word of a syntax tree; `head` counts from 1 within the sentence, 0 is the root. */
export interface TreeWord {
  readonly start: number;
  readonly end: number;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly relation: string;
}

export interface Tree {
  readonly text: string;
  readonly words: readonly TreeWord[];
}

/** The trees of a CoNLL-U file, each word placed in its sentence's text. Sentences whose words are not in their text are left out. */
export function readTrees(folder: string, file: string): Tree[] {
  const trees: Tree[] = [];
  for (const block of readFileSync(join(folder, file), 'utf8').split('\n\n')) {
    const lines = block.split('\n');
    const text = lines.find((line) => line.startsWith('# text = '))?.slice(9);
    if (text === undefined) continue;
    const words: TreeWord[] = [];
    let at = 0;
    let joined: { readonly last: number; readonly start: number; readonly end: number } | undefined;
    for (const line of lines) {
      const [id = '', form = '', , upos = '', xpos = '', , head = '', relation = ''] = line.split('\t');
      if (!/^\d/.test(id) || id.includes('.')) continue;
      const place = (): { start: number; end: number } => {
        const start = text.indexOf(form, at);
        return { start, end: start + form.length };
      };
      if (id.includes('-')) {
        const { start, end } = place();
        joined = { last: Number(id.split('-')[1]), start, end };
        continue;
      }
      const inside = joined !== undefined && Number(id) <= joined.last ? joined : undefined;
      let { start, end } = place();
      if (inside !== undefined && (start < 0 || end > inside.end)) ({ start, end } = inside);
      words.push({ start, end, upos, xpos, head: Number(head), relation });
      at = end;
    }
    if (words.every(({ start }) => start >= 0)) trees.push({ text, words });
  }
  return trees;
}
