import { expect, test } from 'vitest';
import { detectSeed, type SeedPlace } from '../../src/seed/detect.ts';

const STORY =
  'The port of Linden was closed after a fire on a ferry, the harbour master said on Monday.\n\n' +
  '"We had no choice, and we would do it again," Marta Orel told reporters, adding that 14 people were hurt.\n\n' +
  'The ferry had left for the islands at six in the morning with 212 people on board.\n';
const PROSE =
  'The house stood at the end of the lane, and nobody had lived in it for years.\n\n' +
  'In the evening the wind came up from the river and moved the curtains of the upper floor.\n\n' +
  'She closed the gate behind her and walked back to the village without looking round.\n';
const TALK =
  'Q: When did you see the smoke?\n\nA: It was about ten to one, and I thought of the moon.\n\n' +
  'Q: What did you do then?\n\nA: We turned the boat round and went back as fast as we could.\n';
const times = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** Its name, its text, and where it lies: in a plain text file unless told. */
type Case = readonly [string, string, SeedPlace?];

const named = ([name, text, place = { path: 'in/text.txt', languageId: 'plaintext' }]: Case) => ({ name, text, place });

const SEEDS: readonly Case[] = [
  ['date head and TASS-like dateline', `date 2031-02-07 KORSA, February 7. /NORDA/. ${STORY}`],
  ['date head with a space before it', ` date 2031-02-07 KORSA, February 7. /NORDA/. ${STORY}`],
  ['date head alone', `date 2031-02-07\n\n${STORY}`],
  ['TASS', `KORSA, February 7. /TASS/. ${STORY}`],
  ['Reuters', `LINDEN, Feb 7 (Reuters) - ${STORY}`],
  ['AP', `LINDEN (AP) — ${STORY}`],
  ['AFP', `Linden, Feb 7, 2031 (AFP) - ${STORY}`],
  ['Xinhua', `LINDEN, Feb. 7 (Xinhua) -- ${STORY}`],
  ['dpa', `Linden (dpa) - ${STORY}`],
  ['Interfax', `LINDEN. Feb 7 (Interfax) - ${STORY}`],
  ['RIA', `LINDEN, February 7 (RIA Novosti) – ${STORY}`],
  ['Anadolu', `LINDEN, Feb 7 (AA) - ${STORY}`],
  ['Kyodo', `LINDEN, Feb. 7 (Kyodo) - ${STORY}`],
  ['PTI', `East Linden, Feb 7 (PTI) ${STORY}`],
  ['EFE', `Linden, 7 Feb (EFE).- ${STORY}`],
  ['ANSA', `(ANSA) - LINDEN, FEB 7 - ${STORY}`],
  ['Yonhap', `LINDEN, Feb. 7 (Yonhap) -- ${STORY}`],
  ['Bloomberg', `(Bloomberg) -- ${STORY}`],
  ['UPI', `Feb. 7 (UPI) -- ${STORY}`],
  ['an agency nobody knows', `LINDEN, Feb 7 (Meridian) - ${STORY}`],
  ['a place and a dash', `LINDEN — ${STORY}`],
  ['title, byline, dateline', `Port closed\n\nBy Marta Orel\n\nLINDEN, Feb 7 (MP) - ${STORY}`],
  ['front matter', `---\ntitle: Port closed\ndate: 2031-02-07\nagency: Meridian\n---\n\n${STORY}`],
  [
    'a day and a study that reported',
    'Friday, February 7, 2031\n\nBiologists in Linden reported a new kind of moss on Monday.\n\nIt grows where no other will, under the old quay.\n',
  ],
  ['title and day', `Port closed\n\nFriday, February 7, 2031\n\n${STORY}`],
  ['press statement', `FOR IMMEDIATE RELEASE\nMinistry of Ports\nLinden, 7 February 2031\n\n${STORY}`],
  ['interview with a head', `Transcript: The pilot\n\n7 February 2031\n\n${TALK}`],
  ['interview in the folder', TALK, { path: 'seeds/pilot.txt' }],
  ['prose in the folder', PROSE, { path: 'work/seeds/house.txt' }],
  ['one sentence in the folder', 'The port of Linden was closed on Monday.', { path: 'seeds/a.txt' }],
  ['prose under a glob', PROSE, { path: 'in/house.txt', matchesGlob: true }],
  [
    'code under a glob',
    'const a = 1;\nconst b = 2;\n',
    { path: 'in/a.ts', languageId: 'typescript', matchesGlob: true },
  ],
  ['a story named like a page', PROSE, { path: 'seeds/security-council-statement.txt' }],
  ['a story in Markdown', `LINDEN (AP) — ${STORY}`, { path: 'in/story.md', languageId: 'markdown' }],
];

test.each(SEEDS.map(named))('seed: $name', ({ text, place }) => {
  expect(detectSeed(text, place)).toMatchObject({ isSeed: true });
});

const TYPESCRIPT = "import { a } from './a.ts';\n\nexport function b(c: string): string {\n  return a(c);\n}\n";
const CHANGELOG = `# Versions\n\n## 1.2.0 (2031-02-07)\n\n- Fixed a crash that users reported.\n\n## 1.1.0 (2031-01-03)\n\n- Added a port.\n`;
const README = `# Ferry\n\nA small library that reads timetables.\n\n## Install\n\n\`\`\`sh\nnpm install ferry\n\`\`\`\n\nIt said so.\n`;
const NGINX = times(
  8,
  (i) => `10.0.0.${i} - - [07/Feb/2031:06:30:0${i} +0000] "GET /port/${i} HTTP/1.1" 200 ${512 + i}`,
);

const OTHERS: readonly Case[] = [
  ['TypeScript', TYPESCRIPT, { path: 'src/b.ts', languageId: 'typescript' }],
  ['TypeScript in the folder, by its look', TYPESCRIPT, { path: 'seeds/b.txt' }],
  ['JavaScript', 'const port = 80;\nmodule.exports = { port };\n', { path: 'seeds/port.js' }],
  ['Python', 'import os\n\ndef port(name):\n    return os.environ[name]\n', { path: 'seeds/port.txt' }],
  ['C', '#include <stdio.h>\n\nint main(void) {\n  puts("port");\n  return 0;\n}\n', { path: 'seeds/main.txt' }],
  ['Rust', 'fn main() {\n    let port = 80;\n    println!("{port}");\n}\n', { path: 'seeds/main.txt' }],
  ['a shell script', '#!/bin/sh\nset -eu\nPORT=80\nexport PORT\nferry --port "$PORT"\n', { path: 'seeds/start.txt' }],
  ['JSON', '{\n  "port": "Linden",\n  "dead": 11\n}\n', { path: 'seeds/port.txt' }],
  ['JSON lines', times(5, (i) => `{"id": ${i}, "text": "The port was closed."}`), { path: 'seeds/a.txt' }],
  ['YAML', 'port: Linden\nferries:\n  - Halden\n  - Morrow\nopen: true\n', { path: 'seeds/port.txt' }],
  ['YAML by its name', `text: ${PROSE}`, { path: 'seeds/port.yaml' }],
  ['INI', '[port]\nname = Linden\nopen = true\n', { path: 'seeds/port.txt' }],
  ['a dotfile', 'name=Linden\n', { path: '.env' }],
  ['CSV', `name,dead,hurt\n${times(6, (i) => `Linden ${i},${i},${i * 3}`)}`, { path: 'seeds/tolls.txt' }],
  ['TSV', times(6, (i) => `Linden ${i}\t${i}\t${i * 3}`), { path: 'seeds/tolls.txt' }],
  ['CSV by its name', PROSE, { path: 'seeds/tolls.csv' }],
  ['nginx log', NGINX, { path: 'seeds/access.txt' }],
  [
    'syslog',
    times(6, (i) => `Feb  7 06:30:0${i} linden sshd[41${i}]: Accepted key for orel`),
    { path: 'seeds/sys.txt' },
  ],
  [
    'application log',
    times(6, (i) => `2031-02-07 06:30:0${i} INFO ferry said hello to port ${i}.`),
    { path: 'seeds/a.txt' },
  ],
  ['a log by its name', STORY, { path: 'seeds/server.log' }],
  ['a rotated log', STORY, { path: 'seeds/server.log.1' }],
  [
    'stack trace',
    `TypeError: port is not open\n${times(5, (i) => `    at open${i} (/srv/ferry/port.js:${i}:7)`)}`,
    { path: 'seeds/trace.txt' },
  ],
  [
    'Python traceback',
    `Traceback (most recent call last):\n${times(4, (i) => `  File "port.py", line ${i}, in open\n    raise Closed(${i})`)}`,
    { path: 'seeds/trace.txt' },
  ],
  ['CHANGELOG.md', STORY, { path: 'seeds/CHANGELOG.md' }],
  ['a changelog by its look', CHANGELOG, { path: 'seeds/versions.md' }],
  ['release notes', STORY, { path: 'docs/release-notes.md' }],
  ['README.md', STORY, { path: 'seeds/README.md', languageId: 'markdown' }],
  ['README.txt with a dateline', `LINDEN (AP) — ${STORY}`, { path: 'README.txt' }],
  ['a readme by its look', README, { path: 'seeds/ferry.md' }],
  ['LICENSE', `Copyright 2031 Marta Orel\n\n${PROSE}`, { path: 'seeds/LICENSE' }],
  ['CONTRIBUTING.md', STORY, { path: 'CONTRIBUTING.md' }],
  [
    'git diff',
    'diff --git a/port.ts b/port.ts\nindex 0a1b2c3..4d5e6f7 100644\n--- a/port.ts\n+++ b/port.ts\n@@ -1 +1 @@\n-open\n+closed\n',
    { path: 'seeds/port.txt' },
  ],
  [
    'Makefile',
    'all: port\n\nport: port.o\n\tcc -o port port.o\n\nclean:\n\trm -f port\n',
    { path: 'seeds/Makefile.txt' },
  ],
  ['Makefile by its language', 'all:\n\tcc port.c\n', { path: 'seeds/Makefile', languageId: 'makefile' }],
  ['SQL', 'SELECT name, dead\nFROM ferries\nWHERE dead > 10;\nDROP TABLE ferries;\n', { path: 'seeds/q.txt' }],
  ['HTML', '<!doctype html>\n<html>\n<body>\n<p>The port was closed.</p>\n</body>\n</html>\n', { path: 'seeds/p.txt' }],
  [
    'LaTeX',
    '\\documentclass{article}\n\\begin{document}\n\\section{Port}\nThe port was closed.\n\\end{document}\n',
    { path: 'seeds/p.txt' },
  ],
  ['CSS', 'body {\n  color: red;\n}\n.port {\n  margin: 0;\n}\n', { path: 'seeds/p.txt' }],
  ['Dockerfile', 'FROM node:20\nCOPY . .\nRUN npm ci\n', { path: 'seeds/Dockerfile', languageId: 'dockerfile' }],
  ['to-do list', '- [ ] call the port\n- [x] buy milk\n- [ ] write to Marta\n'],
  ['poem', 'The sea is grey\nthe gulls are white\nand all the day\nis half a night\n'],
  ['e-mail', `From: Marta Orel\nTo: Joren Haake\nSubject: Friday\n\nDear Joren,\n\n${PROSE}\nYours,\nMarta\n`],
  ['e-mail with talk of what was said', `Hi Joren,\n\n${STORY}\nBest,\nMarta\n`],
  [
    'lorem ipsum',
    'Lorem ipsum dolor sit amet, consectetur adipiscing elit. Sed do eiusmod tempor incididunt ut labore.',
  ],
  ['a chapter of a novel', `Chapter One\n\n${PROSE}`],
  ['a chapter with dialogue', `Chapter One\n\n"Nobody has lived here for years," she said.\n\n${PROSE}`],
  ['notes', 'ask harbour master about the doors\nnumbers?? 11 or 16\nring Petra on Tuesday\n'],
  ['shopping list', 'milk\nbread\n3 eggs\n'],
  ['ordinary prose', PROSE],
  ['a story without a head', STORY],
  ['a blog page', `---\ntitle: The house\nlayout: post\n---\n\n${PROSE}`],
  ['documentation', `# Ports\n\nA port has a name. It can be opened with a key.\n\n## Opening a port\n\n${PROSE}`],
  ['empty', ''],
  ['white space', ' \n\t\n', { path: 'seeds/empty.txt' }],
  ['a dependency’s text', `LINDEN (AP) — ${STORY}`, { path: 'node_modules/ferry/story.txt' }],
];

test.each(OTHERS.map(named))('no seed: $name', ({ text, place }) => {
  expect(detectSeed(text, place)).toMatchObject({ isSeed: false });
});

test('the verdict tells its reasons, where they stand, and their sum', () => {
  const text = `date 2031-02-07 KORSA, February 7. /NORDA/. ${STORY}`;
  const { cues, score } = detectSeed(text, { path: 'seeds/a.txt' });
  const types = cues.map((cue) => cue.type);
  expect(types).toEqual(['seeds-folder', 'date-head', 'dateline', 'agency', 'prose', 'reported-speech']);
  expect(score).toBe(cues.reduce((sum, cue) => sum + cue.weight, 0));
  const words = cues.map((cue) => cue.span && text.slice(cue.span.start, cue.span.end));
  expect(words).toEqual([undefined, 'date 2031-02-07', 'KORSA', 'NORDA', undefined, 'said']);
});

test('a reason against is told too', () => {
  expect(detectSeed(TYPESCRIPT, { path: 'src/b.ts' }).cues).toContainEqual(
    expect.objectContaining({ type: 'source-code', weight: expect.toSatisfy((weight: number) => weight < 0) }),
  );
});

test('only the beginning is read', () => {
  const long = PROSE.repeat(120);
  const at = { path: 'in/a.txt' };
  expect(detectSeed(`${long}LINDEN (AP) — ${STORY}`, at)).toEqual(detectSeed(long.slice(0, 20_000), at));
});
