// Tagging, and how it stands afterwards, as a desk or a build server does it.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
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

const rewrite = (path: string, from: string | RegExp, to: string | ((words: string) => string)) =>
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, typeof to === 'string' ? () => to : to));

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

test('words that have changed have their history under what they were, each part of a claim under its own', () => {
  const path = story();
  verify(path, 'As many as 112 dock workers were sent home');
  seedmark(['tag', path, '--quote', '112 dock workers were sent home', '--tag', 'disputed', '--editor', 'Bo Ek']);
  rewrite(path, '112', '121');
  expect(seedmark(['history', path, '--quote', 'As many as 112 dock workers were sent home']).stdout).toContain(
    'Ann Moor',
  );
  expect(seedmark(['history', path, '--quote', '112 dock workers were sent home']).stdout).toContain('Bo Ek');
  expect(statusOf(path).map(({ exact, state }) => [exact, state])).toContainEqual([
    '112 dock workers were sent home',
    'changed',
  ]);
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

test('a tag on more or less than a claim is told where its own words stand, each under its own words', () => {
  const path = story(`${STORY}A relief fund of 25 million crowns has been set up.\n`);
  const quotes = [
    'A relief fund of 25 million crowns has been set up.',
    'The north pier is closed',
    'Nobody was hurt."',
  ];
  for (const [index, quote] of quotes.entries())
    seedmark(['tag', path, '--quote', quote, '--tag', 'verified', '--editor', `Editor ${index}`]);
  verify(path, '"The north pier is closed,"');
  const stand = () => {
    const text = readFileSync(path, 'utf8')
      .replace(/^\ufeff/, '')
      .replaceAll('\r\n', '\n');
    const entries = statusOf(path);
    for (const { start, end, now } of entries) expect(text.slice(start ?? 0, end ?? 0)).toBe(now);
    return entries.map(({ state, exact, now }) => [state, exact, now?.replace(/\s/g, ' ')]);
  };
  const expected = ['The north pier is closed', '"The north pier is closed,"', 'Nobody was hurt."', quotes[0]];
  const sorted = (entries: readonly (readonly unknown[])[]) => entries.map((entry) => entry.join('|')).sort();
  expect(sorted(stand())).toEqual(sorted(expected.map((words) => ['verified', words, words])));
  const wrapped = `${STORY.replace(/(\S.{30,50}) /g, '$1\n')}A relief fund of 25 million\ncrowns has been set up.\n`;
  writeFileSync(path, `\ufeff${wrapped.replace('It rained.', '😀 It rained.').replaceAll('\n', '\r\n')}`);
  expect(sorted(stand())).toEqual(sorted(expected.map((words) => ['verified', words, words])));
});

test('an entry keeps its id when its words are lost, whatever else was decided about them', () => {
  const path = story();
  const ids = new Set<string | undefined>();
  for (const editor of ['Ann Moor', 'Bo Ek', 'Ulla Brenn']) {
    seedmark([
      'tag',
      path,
      '--quote',
      'The north pier is closed',
      '--tag',
      'verified',
      '--editor',
      editor,
      '--note',
      'x',
    ]);
    ids.add(statusOf(path)[0]?.id);
  }
  rewrite(path, /"The north.*hurt\."\n\n/, '');
  ids.add(statusOf(path).find(({ tags }) => tags.length > 0)?.id);
  expect(ids.size).toBe(1);
});

test('words cut out of a number are not those words; where the context does not fit the places are listed', () => {
  const path = story('VENN, May 4. /NORDA/. At least 1,400 left, Anika Brel of the port office said. 1,400 stayed.\n');
  for (const quote of ['At least 1', '400 stayed', '1,4'])
    expect(verify(path, quote).stderr).toContain('does not stand');
  expect(verify(path, 'At least 1,400').status).toBe(0);
  const elsewhere = verify(path, '1,400 stayed', '--prefix', 'At least ');
  expect(elsewhere).toMatchObject({ status: 1, stderr: expect.stringMatching(/elsewhere:\n {2}line 1, column 80/) });
});

test('words of writing without spaces are found inside a line', () => {
  const path = story('群馬県で12人が死亡した。警察が発表した。\n');
  expect(verify(path, '12人が死亡した').status).toBe(0);
  expect(statusOf(path)).toMatchObject([{ state: 'verified', start: 4, end: 12 }]);
  rewrite(path, '12人', '13人');
  expect(statusOf(path)[0]?.state).not.toBe('verified');
});

test('what cannot be kept is said plainly, and costs no other', () => {
  const path = story();
  const [long, good] = ['40 firefighters', '112 dock workers'].map((quote) => ({
    ...{ quote, tag: 'verified', editor: 'Bo Ek' },
    ...(quote.startsWith('40') ? { note: 'x'.repeat(1_100_000) } : {}),
  }));
  const { status, stdout, stderr } = seedmark(
    ['tag', path, '--jsonl'],
    `${JSON.stringify(long)}\n${JSON.stringify(good)}`,
  );
  expect([status, stdout]).toEqual([1, '1 tagged, 1 refused.\n']);
  expect(stderr).toBe('seedmark: line 1: “40 firefighters” cannot be kept: longer than a million characters.\n');
  expect(statusOf(path)).toHaveLength(1);

  const ledger = join(dirname(path), '.seedmark');
  rmSync(ledger, { recursive: true });
  writeFileSync(ledger, 'no folder');
  const unwritable = verify(path, '40 firefighters', '--root', dirname(path));
  expect(unwritable.status).toBe(1);
  expect(unwritable.stderr).toContain('nothing was tagged');
  expect(unwritable.stderr).not.toMatch(/^ +at /m);

  expect(verify(path, '40 firefighters', '--root', path)).toMatchObject({ status: 2 });
  expect(seedmark(['status', path, '--root', join(dirname(path), 'none')])).toMatchObject({ status: 2 });
  expect(seedmark(['tag', path, '--jsonl', '--note', 'x'], '')).toMatchObject({ status: 2 });
  expect(verify(dirname(path), 'x').stderr).toContain('it is a folder');
});

test('a folder tells each file once, those too that are no source documents any more', () => {
  const path = story();
  verify(path, '112 dock workers');
  expect(statusOf(dirname(path), path)).toHaveLength(1);
  writeFileSync(path, '');
  expect(statusOf(dirname(path))).toMatchObject([{ state: 'lost', exact: '112 dock workers' }]);
});

test('what was decided about a file that is gone is lost, in its folder and by its name; a check says so', () => {
  const path = story();
  verify(path, '40 firefighters');
  rmSync(path);
  const [entry, ...others] = statusOf(dirname(path));
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ file: path, state: 'lost', exact: '40 firefighters', now: null, start: null });
  expect(seedmark(['check', dirname(path), '--require', 'no-changed'])).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('40 firefighters'),
  });
  const named = seedmark(['status', '--json', path]);
  expect(named.stderr).toContain('there is no such file');
  expect(JSON.parse(named.stdout)).toEqual([entry]);
});

test('a document outside the folder of the ledger that is still there was not renamed', () => {
  const root = dirname(story());
  const [one, other] = [story(), story(`${STORY}It rained.\n`)];
  verify(one, '112 dock workers', '--root', root);
  expect(statusOf(other, '--root', root)).toEqual([]);
  expect(statusOf(one, '--root', root)).toHaveLength(1);
});

test('a folder may be named by a link to it', () => {
  const path = story();
  const link = `${dirname(path)}-link`;
  symlinkSync(resolve(dirname(path)), link, 'junction');
  verify(path, '112 dock workers', '--root', link);
  expect(statusOf(path)).toHaveLength(1);
});

test('a name in git with an e-mail address in it is not written', () => {
  const path = story();
  execFileSync('git', ['init', '--quiet', dirname(path)]);
  execFileSync('git', ['-C', dirname(path), 'config', 'user.name', 'Ann Moor <ann@port.example>']);
  expect(seedmark(['tag', path, '--quote', '112 dock workers', '--tag', 'verified'])).toMatchObject({ status: 2 });
});
