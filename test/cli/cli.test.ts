import { spawn, spawnSync } from 'node:child_process';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openCommand } from './command.ts';

const STORY =
  'HARVANE, March 3. /NORDA/. As many as 3,120 dock workers were sent home, Anika Brel of the port office said on Tuesday.\n';

const { folder, cli, seedmark, file, remove } = openCommand();
afterAll(remove);

const linesOf = (output: string): Record<string, unknown>[] =>
  output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

test('help is asked for and given, on standard output', () => {
  const { status, stdout } = seedmark(['--help']);
  expect(status).toBe(0);
  expect(stdout).toContain('seedmark analyze');
});

test('without a command the help is shown and the exit status says it was not understood', () => {
  expect(seedmark([]).status).toBe(2);
});

test.each([
  [['frobnicate'], 'no command "frobnicate"'],
  [['analyze'], 'at least one file'],
  [['analyze', '--jsonl', 'x.txt'], 'takes no files'],
  [['analyze', '--date', 'tomorrow', 'x.txt'], 'YYYY-MM-DD'],
  [['analyze', '--colour'], "'--colour'"],
])('%j is refused in plain words', (args, words) => {
  const { status, stderr, stdout } = seedmark(args);
  expect(status).toBe(2);
  expect(stderr).toContain(words);
  expect(stderr).not.toContain('    at ');
  expect(stdout).toBe('');
});

test('the version is the one built in', () => {
  expect(seedmark(['--version']).stdout).toBe('9.8.7\n');
});

test('one analysis a line comes back for one document a line, offsets into the text as given', () => {
  const text = `\uFEFF${STORY.replace('. /NORDA/. ', '. /NORDA/. 🚢 ')}\r\nSecond paragraph with 45 per cent of it.\r\n`;
  const { status, stdout } = seedmark(
    ['analyze', '--jsonl'],
    `${JSON.stringify({ id: 'a', text, date: '2031-03-04' })}\n`,
  );
  expect(status).toBe(0);
  const [analysis] = linesOf(stdout);
  expect(analysis?.id).toBe('a');
  const figures = analysis?.figures as { start: number; end: number; value: number; kind: string }[];
  const words = figures.map(({ start, end }) => text.slice(start, end));
  expect(words).toContainEqual(expect.stringContaining('3,120'));
  expect(words).toContainEqual(expect.stringContaining('45 per cent'));
});

test('a broken line gets an error with its line number and does not stop the rest', () => {
  const input = ['{"id": 1, "text": "One."}', '{oops', '[]', '{"id": 4}', '', '{"id": 6, "text": "Six."}'].join('\n');
  const { status, stdout, stderr } = seedmark(['analyze', '--jsonl'], input);
  const lines = linesOf(stdout);
  expect(lines.map(({ id, line }) => id ?? `line ${line}`)).toEqual([1, 'line 2', 'line 3', 'line 4', 6]);
  expect(lines.filter(({ error }) => typeof error === 'string')).toHaveLength(3);
  expect(status).toBe(1);
  expect(stderr).toBe('');
});

test('answers come while the input is still open', async () => {
  const child = spawn(process.execPath, [cli, 'analyze', '--jsonl']);
  child.stdin.write('{"id": "first", "text": "One."}\n');
  const first = await new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data))));
  expect(JSON.parse(first).id).toBe('first');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.stdin.end();
  expect(await ended).toBe(0);
});

test('a reader that closes the pipe early is no error', () => {
  const line = JSON.stringify({ id: 1, text: STORY.repeat(50) });
  const input = file('many.jsonl', `${line}\n`.repeat(200));
  const { status, stderr } = spawnSync(
    'bash',
    ['-o', 'pipefail', '-c', `"${process.execPath}" ${cli} analyze --jsonl < ${input} | head -c 10`],
    {
      encoding: 'utf8',
    },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('the summary of a file names who speaks, in which words, with which figures', () => {
  const { status, stdout } = seedmark(['analyze', file('story.txt', STORY)]);
  expect(status).toBe(0);
  expect(stdout).toContain('Anika Brel');
  expect(stdout).toContain('3,120 dock workers');
});

test('a folder yields its source documents alone', () => {
  file('desk/story.txt', STORY);
  file('desk/deep/story.txt', STORY);
  file('desk/code.ts', 'export const answer = 42;\n');
  const { status, stdout } = seedmark(['analyze', '--json', join(folder, 'desk')]);
  expect(status).toBe(0);
  const files = (JSON.parse(stdout) as { file: string }[]).map(({ file: name }) => name.replaceAll('\\', '/'));
  expect(files.map((name) => name.slice(name.indexOf('desk/')))).toEqual(['desk/deep/story.txt', 'desk/story.txt']);
});

test('JSON of no document is still JSON', () => {
  const { stdout } = seedmark(['analyze', '--json', join(folder, 'nowhere')]);
  expect(JSON.parse(stdout)).toEqual([]);
});

test('what cannot be read is named with its cause, and the rest is read', () => {
  const bytes = new Uint8Array([0x41, 0xff, 0xfe, 0x80]);
  const { status, stdout, stderr } = seedmark([
    'analyze',
    join(folder, 'missing.txt'),
    file('latin.txt', bytes),
    file('story.txt', STORY),
  ]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/missing\.txt: there is no such file/);
  expect(stderr).toMatch(/latin\.txt: it is not text in UTF-8/);
  expect(stdout).toContain('Anika Brel');
});

test('a name or a text with control characters cannot command the terminal', () => {
  const path = file('odd\u001b[31m\nname.txt', STORY.replace('dock', 'do\u001b[2Jck'));
  const { stdout, status } = seedmark(['analyze', path]);
  expect(status).toBe(0);
  expect(stdout).toContain('odd\ufffd[31m\ufffdname.txt');
  expect(stdout).not.toContain('\u001b');
  expect(seedmark(['analyze', 'not\nthere\u001b.txt']).stderr).toBe(
    'seedmark: not\ufffdthere\ufffd.txt: there is no such file or folder.\n',
  );
});

test('a file too large to be a document is refused at once', () => {
  const path = file('large.txt', '');
  truncateSync(path, 64 * 1024 * 1024 + 1);
  const { stderr, status } = seedmark(['analyze', path]);
  expect(stderr).toContain('large.txt: it is larger than 64 MB');
  expect(status).toBe(1);
});

test('UTF-16 with its byte order mark is read as VS Code reads it', () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(STORY, 'utf16le')]);
  expect(seedmark(['analyze', file('utf16.txt', utf16)]).stdout).toContain('Anika Brel');
});
