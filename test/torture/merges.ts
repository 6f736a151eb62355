// Random histories of editors on branches of one git repository, merged by git itself: what every reader has afterwards
// against a model that knows everything that was done.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskFiles } from '../../src/cli/ledgerFiles.ts';
import { annotate } from '../../src/ledger/annotate.ts';
import type { AnnotatedDocument } from '../../src/ledger/annotated.ts';
import { noteClaim, type ReadDocument, tagClaim, takeBack, untagClaim } from '../../src/ledger/decide.ts';
import type { EventDraft } from '../../src/ledger/events.ts';
import { decisionsAbout, foldEvents } from '../../src/ledger/fold.ts';
import { keepVersion, textVersion } from '../../src/ledger/versions.ts';
import { wordingOf } from '../../src/ledger/wording.ts';
import { type Ledger, openLedger } from '../../src/ledger/writer.ts';
import { analysisOf } from '../ledger/samples.ts';
import { type Chance, chance } from './revision.ts';

const sentences = [
  'The northern pier was closed at dawn',
  'Twelve boats were lost in the night',
  'The mayor promised a new bridge',
  'Nobody was hurt in the yard',
];
const text = `${sentences.join('. ')}.\n`;
const analysis = analysisOf(
  text,
  sentences.map((words) => ({ words })),
);
const wording = wordingOf(text);
const version = textVersion(text);

const environment = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.org',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.org',
};

export const gitIn =
  (folder: string) =>
  (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: folder, env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** What the model knows of one event: what its writer had before them. */
interface Known {
  readonly by: string;
  readonly seen: ReadonlySet<string>;
  readonly verdict?: { readonly claim: number; readonly tag: string };
}

/** A window on a branch: it stays open, as windows do; the command line opens a ledger for each deed. */
interface Seat {
  readonly editor: string;
  readonly branch: string;
  readonly isWindow: boolean;
}

let made = 0;
const newId = (): string => `id${(made++).toString(36).padStart(6, '0')}`;
const open = (folder: string, editor: string): Promise<Ledger> =>
  openLedger(diskFiles(folder), { editor, writerId: newId(), newId, now: () => '2031-03-04T10:00:00Z' });

const documentOf = (ledger: Ledger): AnnotatedDocument =>
  annotate(analysis, decisionsAbout('story.txt', foldEvents(ledger.events)));

const verdicts = ['verified', 'disputed', 'needs-source'];

function deedOf(
  random: Chance,
  editor: string,
  document: AnnotatedDocument,
): { drafts: (EventDraft | undefined)[]; claim: number; tag?: string } {
  const read: ReadDocument = { document: 'story.txt', version, wording, editor };
  const claim = random.below(sentences.length);
  const at = document.claims[claim]!;
  const kind = random.below(10);
  if (kind < 6) {
    const tag = random.of(verdicts);
    return { drafts: [tagClaim(read, analysis, at, tag)], claim, tag };
  }
  if (kind === 6) return { drafts: [noteClaim(read, analysis, at, `note ${random.below(1000)}`)], claim };
  if (kind === 7 && at.tags.length > 0) {
    const { tag } = random.of(at.tags);
    return { drafts: [untagClaim(at, (given) => given.tag === tag)], claim };
  }
  if (kind === 8 && at.tags.length > 0) return { drafts: [takeBack([random.of(at.tags).event])], claim };
  // A deed on all claims at once.
  return { drafts: document.claims.map((each) => tagClaim(read, analysis, each, 'legal')), claim };
}

export interface Merged {
  readonly conflicts: number;
  /** Events that are not there, or are there and nobody wrote them. */
  readonly wrong: readonly string[];
  /** Claims on which verdicts clash by the model, and by what a reader sees. */
  readonly clashes: readonly number[];
  readonly shown: readonly number[];
  readonly events: number;
}

/** Plays one history in a folder of its own and merges all branches. */
export async function playHistory(seed: number, under: string): Promise<Merged> {
  const random = chance(seed);
  mkdirSync(under, { recursive: true });
  const folder = mkdtempSync(join(under, 'merge-'));
  try {
    return await play(random, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function play(random: Chance, folder: string): Promise<Merged> {
  const git = gitIn(folder);
  git('init', '-q', '-b', 'main');
  writeFileSync(join(folder, 'story.txt'), text);
  await keepVersion(diskFiles(folder), text);
  git('add', '-A');
  git('commit', '-q', '-m', 'story');
  const model = new Map<string, Known>();
  const editors = random.below(2) ? ['Ann', 'Bo'] : ['Ann', 'Bo', 'Cy'];
  const seats: Seat[] = editors.map((editor) => ({
    editor,
    branch: editor.toLowerCase(),
    isWindow: random.below(2) > 0,
  }));
  // One editor on two branches, and at the window and the command line at once.
  if (random.below(2)) seats.push({ editor: 'Ann', branch: 'ann-too', isWindow: false });
  if (random.below(2)) seats.push({ editor: 'Bo', branch: 'bo', isWindow: false });
  const branches = [...new Set(seats.map(({ branch }) => branch))];
  for (const branch of branches) git('branch', branch);
  const conflicts: string[] = [];
  const merge = (branch: string) => {
    try {
      git('merge', '-q', '--no-edit', branch);
    } catch (error) {
      conflicts.push(String(error));
      git('merge', '--abort');
    }
  };

  async function act(ledger: Ledger, editor: string): Promise<void> {
    const before = new Set(ledger.events.map(({ id }) => id));
    const { drafts, claim, tag } = deedOf(random, editor, documentOf(ledger));
    const real = drafts.filter((draft) => draft !== undefined);
    if (real.length === 0) return;
    for (const { id } of ledger.add(...real)) {
      model.set(id, { by: editor, seen: new Set(before), ...(tag ? { verdict: { claim, tag } } : {}) });
      before.add(id);
    }
    await ledger.save();
  }

  for (let round = 1 + random.below(3); round > 0; round--) {
    for (const branch of branches) {
      git('checkout', '-q', branch);
      if (random.below(3) === 0) merge(random.of(branches));
      const here = seats.filter((seat) => seat.branch === branch);
      const windows = new Map<Seat, Ledger>();
      for (const seat of here) if (seat.isWindow) windows.set(seat, await open(folder, seat.editor));
      for (let deeds = 1 + random.below(4); deeds > 0; deeds--) {
        const seat = random.of(here);
        const window = windows.get(seat);
        // A window that has not looked again does not know what the command line wrote meanwhile.
        if (window && random.below(2)) await window.refresh();
        await act(window ?? (await open(folder, seat.editor)), seat.editor);
      }
      git('add', '-A');
      git('commit', '-q', '--allow-empty', '-m', 'decided');
    }
  }
  git('checkout', '-q', 'main');
  for (const branch of branches) merge(branch);

  const reader = await open(folder, 'Reader');
  const read = new Set(reader.events.map(({ id }) => id));
  const lost = [...model.keys()].filter((id) => !read.has(id)).map((id) => `lost ${id}`);
  const extra = [...read].filter((id) => !model.has(id)).map((id) => `nobody's ${id}`);
  const problems = reader.problems.map(({ file, cause }) => `${file}: ${cause.type}`);
  const document = documentOf(reader);
  const shown = document.claims.flatMap(({ disagreements }, index) => (disagreements.length > 0 ? [index] : []));
  return {
    conflicts: conflicts.length,
    wrong: [...lost, ...extra, ...problems],
    clashes: clashesOf(model, document),
    shown,
    events: read.size,
  };
}

/** Claims with two verdicts that stand, are not the same, and neither of whose writers had the other before them. */
function clashesOf(model: ReadonlyMap<string, Known>, document: AnnotatedDocument): number[] {
  return document.claims.flatMap(({ tags }, index) => {
    const given = tags.flatMap(({ event }) => {
      const known = model.get(event);
      return known?.verdict ? [{ event, ...known, verdict: known.verdict }] : [];
    });
    const isClash = given.some((one) =>
      given.some((two) => one.verdict.tag !== two.verdict.tag && !one.seen.has(two.event) && !two.seen.has(one.event)),
    );
    return isClash ? [index] : [];
  });
}
