// Tagging, and how it stands afterwards, as a desk or a build server does it.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { openCommand } from './command.ts';

const { seedmark, file, remove } = openCommand();
afterAll(remove);
// Each step is a process of its own.
vi.setConfig({ testTimeout: 60_000 });

const STORY = [
  'HARVANE, March 3. /NORDA/. As many as 112 dock workers were sent home, Anika Brel of the port office said on Tuesday.',
  '"The north pier is closed," she said. "Nobody was hurt."',
  'The mayor, Tomas Irel, said that 40 firefighters had worked through the night. It rained. It rained.',
  '',
].join('\n\n');

let folders = 0;
/** A story in a folder of its own, under a `.seedmark` of its own. */
function story(text: string | Uint8Array = STORY): string {
  const path = file(`desk${folders++}/story.txt`, text);
  mkdirSync(join(dirname(path), '.seedmark'));
  return path;
}

const verify = (path: string, quote: string, ...more: readonly string[]) =>
  seedmark(['tag', path, '--quote', quote, '--tag', 'verified', '--editor', 'Ann Moor', ...more]);

interface Entry {
  readonly file: string;
  readonly id: string;
  readonly tags: readonly { readonly tag: string; readonly editor: string; readonly at: string }[];
  readonly state: string;
  readonly exact: string;
  readonly now: string | null;
  readonly start: number | null;
  readonly end: number | null;
}

const statusOf = (...paths: readonly string[]): readonly Entry[] =>
  JSON.parse(seedmark(['status', '--json', ...paths]).stdout);

const rewrite = (path: string, from: string | RegExp, to: string) =>
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));

test('a tag on exact words is told with who, when and where', () => {
  const path = story();
  expect(
    verify(path, '112 dock workers', '--evidence', 'https://port.example/roster', '--locator', 'p. 4').status,
  ).toBe(0);
  const [entry, ...others] = statusOf(path);
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ file: path, state: 'verified', exact: '112 dock workers', now: '112 dock workers' });
  expect(entry?.tags).toEqual([{ tag: 'verified', editor: 'Ann Moor', at: expect.stringMatching(/^\d{4}-.*Z$/) }]);
  expect(STORY.slice(entry?.start ?? 0, entry?.end ?? 0)).toBe('112 dock workers');
  expect(seedmark(['status', path]).stdout).toContain('evidence: https://port.example/roster, p. 4');
});

test('changed words are told with what they were, under the same id; words that are gone too', () => {
  const path = story();
  verify(path, 'As many as 112 dock workers were sent home');
  verify(path, 'The north pier is closed');
  const ids = statusOf(path).map(({ id }) => id);
  rewrite(path, '112', '121');
  rewrite(path, /"The north.*hurt\."\n\n/, '');
  const [changed, lost] = statusOf(path);
  expect([changed?.id, lost?.id]).toEqual(ids);
  expect(changed).toMatchObject({ state: 'changed', now: 'As many as 121 dock workers were sent home' });
  expect(lost).toMatchObject({ state: 'lost', exact: 'The north pier is closed', now: null, start: null, end: null });
  expect(seedmark(['status', path]).stdout).toContain('112 → 121');
});

test('what was read and what is read may be wrapped, marked and composed otherwise', () => {
  const path = story(
    '\ufeffVENN, May 4. /NORDA/. 😀 “Le cafe\u0301 est fermé,” she said.\r\n\r\nA crowd of 30\r\npeople left.\r\n',
  );
  expect(verify(path, '"Le café est fermé,"').status).toBe(0);
  expect(verify(path, 'A crowd of 30 people left').status).toBe(0);
  writeFileSync(path, 'VENN, May 4. /NORDA/. 😀 "Le café est fermé," she said.\n\nA crowd\nof 30 people left.\n');
  const text = readFileSync(path, 'utf8');
  for (const entry of statusOf(path)) {
    expect(entry.state).toBe('verified');
    expect(text.slice(entry.start ?? 0, entry.end ?? 0)).toBe(entry.now);
  }
});

test('words that stand in several places, or in none, are not guessed at', () => {
  const path = story();
  const several = verify(path, 'It rained');
  expect(several.status).toBe(1);
  expect(several.stderr).toContain('stands in 2 places');
  expect(several.stderr.match(/line 5, column/g)).toHaveLength(2);
  const none = verify(path, 'It snowed');
  expect(none.status).toBe(1);
  expect(none.stderr).toContain('does not stand');
  expect(statusOf(path)).toEqual([]);
  expect(verify(path, 'It rained', '--prefix', 'It rained. ').status).toBe(0);
  expect(statusOf(path)).toHaveLength(1);
});

test('many are tagged from lines; a bad line is told with its number and costs no other', () => {
  const path = story();
  const lines = [
    { quote: '40 firefighters', tag: 'verified', editor: 'Bo Ek', note: 'Called the brigade.', evidence: 'roster.pdf' },
    { quote: 'It rained', tag: 'verified', editor: 'Bo Ek' },
    { quote: 'It rained', prefix: 'It rained.', tag: 'disputed', editor: 'Bo Ek' },
  ];
  const input = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{broken\n{"quote": 7, "tag": "x"}\n`;
  const { status, stdout, stderr } = seedmark(['tag', path, '--jsonl'], input);
  expect(status).toBe(1);
  expect(stdout).toContain('2 tagged, 3 refused');
  expect(stderr).toMatch(/line 2: .*stands in 2 places/);
  expect(stderr).toMatch(/line 4: not JSON/);
  expect(stderr).toMatch(/line 5: "quote"/);
  expect(statusOf(path).map(({ state }) => state)).toEqual(['verified', 'disputed']);
});

test('a check fails with a list of what is not as required', () => {
  const path = story();
  const check = (requirement: string) => seedmark(['check', path, '--require', requirement]);
  verify(path, '112 dock workers');
  expect(check('no-changed').status).toBe(0);
  expect(check('verified').status).toBe(1);
  rewrite(path, '112', '121');
  expect(check('no-changed')).toMatchObject({ status: 1, stdout: expect.stringContaining('story.txt:1: ') });
  expect(check('no-disputed').status).toBe(0);
  seedmark(['tag', path, '--quote', '40 firefighters', '--tag', 'disputed', '--editor', 'Bo Ek']);
  expect(check('no-disputed').stdout).toContain('40 firefighters');
  expect(seedmark(['check', path, '--require', 'truth']).status).toBe(2);
});

test('every claim verified is what a check asks for', () => {
  const path = story();
  const all: readonly Entry[] = JSON.parse(seedmark(['status', '--json', '--all', path]).stdout);
  expect(all.length).toBeGreaterThan(2);
  const text = readFileSync(path, 'utf8');
  const lines = all.map(({ exact, start, end }) =>
    JSON.stringify({
      quote: exact,
      prefix: text.slice(Math.max(0, (start ?? 0) - 30), start ?? 0),
      suffix: text.slice(end ?? 0, (end ?? 0) + 30),
      tag: 'verified',
      editor: 'Ann Moor',
    }),
  );
  expect(seedmark(['tag', path, '--jsonl'], lines.join('\n'))).toMatchObject({ status: 0, stderr: '' });
  expect(seedmark(['check', path, '--require', 'verified'])).toMatchObject({ status: 0 });
});

test('the history of words tells who did what when, in which version, and what became of it', () => {
  const path = story();
  verify(path, '112 dock workers', '--note', 'Called the port.');
  rewrite(path, '112', '121');
  seedmark(['tag', path, '--quote', '121 dock workers', '--tag', 'disputed', '--editor', 'Bo Ek']);
  const { stdout } = seedmark(['history', path, '--quote', '121 dock workers']);
  expect(stdout.match(/in version [0-9a-f]{8}/g)).toHaveLength(3);
  expect(stdout).toMatch(/Ann Moor {2}tagged verified.*replaced by Bo Ek/);
  expect(stdout).toContain('of “112 dock workers”');
  expect(stdout).toContain('noted: Called the port.');
});

test('two who did not see what the other decided disagree; whoever decides again has seen both', () => {
  const path = story();
  const folder = dirname(path);
  const other = file(`desk${folders++}/story.txt`, STORY);
  mkdirSync(join(dirname(other), '.seedmark'));
  verify(path, '112 dock workers');
  seedmark(['tag', other, '--quote', '112 dock workers', '--tag', 'disputed', '--editor', 'Bo Ek']);
  cpSync(join(dirname(other), '.seedmark'), join(folder, '.seedmark'), { recursive: true });
  expect(statusOf(path)).toMatchObject([{ state: 'disagreement', tags: [{}, {}] }]);
  expect(seedmark(['status', path]).stdout).toContain('editors disagree');
  expect(seedmark(['check', path, '--require', 'no-disputed']).status).toBe(1);
  seedmark(['tag', path, '--quote', '112 dock workers', '--tag', 'disputed', '--editor', 'Ann Moor']);
  expect(statusOf(path)).toMatchObject([{ state: 'disputed' }]);
});

test('a second editor confirms what another verified, and nobody their own', () => {
  const path = story();
  const review = (editor: string) =>
    seedmark(['tag', path, '--quote', '112 dock workers', '--tag', 'reviewed', '--editor', editor]);
  expect(review('Bo Ek').status).toBe(1);
  verify(path, '112 dock workers');
  expect(review('Ann Moor')).toMatchObject({ status: 1, stderr: expect.stringContaining('not verified by another') });
  expect(review('Bo Ek').status).toBe(0);
  expect(statusOf(path)).toMatchObject([{ state: 'reviewed' }]);
});

test('a file that was renamed, and changed a little, is recognised', () => {
  const path = story();
  verify(path, '112 dock workers');
  const moved = join(dirname(path), 'archive', 'port.txt');
  mkdirSync(dirname(moved));
  renameSync(path, moved);
  rewrite(moved, 'It rained. It rained.', 'It rained.');
  expect(statusOf(moved)).toMatchObject([{ state: 'verified', exact: '112 dock workers' }]);
  verify(moved, '40 firefighters');
  writeFileSync(path, 'VENN, May 4. /NORDA/. Something else altogether happened, the mayor said.\n');
  expect(statusOf(path)).toEqual([]);
  expect(statusOf(moved)).toHaveLength(2);
});

test('decisions lie in the nearest .seedmark above, else at git’s root, else beside the file; --root overrides', () => {
  const kept = (folder: string) => readdirSync(join(folder, '.seedmark')).length > 0;
  const inner = file(`place${folders}/a/b/story.txt`, STORY);
  const outer = join(dirname(inner), '..', '..');
  verify(inner, '112 dock workers', '--root', outer);
  expect(kept(outer)).toBe(true);
  expect(statusOf(inner)).toHaveLength(1);
  mkdirSync(join(outer, 'a', '.seedmark'));
  expect(statusOf(inner)).toEqual([]);
  verify(inner, '40 firefighters');
  expect(kept(join(outer, 'a'))).toBe(true);

  const versioned = file(`git${folders}/a/story.txt`, STORY);
  const root = join(dirname(versioned), '..');
  execFileSync('git', ['init', '--quiet', root]);
  execFileSync('git', ['-C', root, 'config', 'user.name', 'Ulla Brenn']);
  expect(seedmark(['tag', versioned, '--quote', '112 dock workers', '--tag', 'for Monday']).status).toBe(0);
  expect(kept(root)).toBe(true);
  expect(statusOf(versioned)[0]?.tags[0]?.editor).toBe('Ulla Brenn');
});

test('a ledger with conflict markers and garbage is told of by file and line, and the rest is used', () => {
  const path = story();
  verify(path, '112 dock workers');
  const ledger = join(dirname(path), '.seedmark');
  mkdirSync(join(ledger, 'somebody-00000000'));
  writeFileSync(join(ledger, 'somebody-00000000', 'x-1.jsonl'), '<<<<<<< HEAD\n{"v":1}\nnot json\n');
  const { status, stdout, stderr } = seedmark(['status', '--json', path]);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toHaveLength(1);
  expect(stderr).toMatch(/somebody-00000000\/x-1\.jsonl, line 1: .*conflict marker/);
  expect(stderr).toMatch(/line 2/);
  expect(stderr).toMatch(/line 3/);
});

test('what cannot be read or was not understood is said plainly', () => {
  const path = story();
  expect(seedmark(['tag', path, '--quote', 'x'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('--tag'),
  });
  expect(seedmark(['tag', path, '--tag', 'x'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('--quote'),
  });
  expect(verify(join(dirname(path), 'none.txt'), 'x').status).toBe(1);
  expect(seedmark(['status', join(dirname(path), 'none.txt')]).status).toBe(1);
  expect(seedmark(['history', path, '--quote', 'It snowed']).status).toBe(1);
  rmSync(path);
  expect(seedmark(['check', path, '--require', 'no-changed']).status).toBe(1);
});
