// npm run trace: what the extension host's one thread is busy with while a seed of 1 MB is opened, typed in and scrolled.
// On a busy machine other programs take their turns: a time counts as far as the thread itself was at work, where Node tells.
import assert from 'node:assert/strict';
import inspector from 'node:inspector';
import * as vscode from 'vscode';
import { seedmark, show, until } from './workspace.ts';

const longestTaskMs = 50;
const keystrokeMs = 2;
const highlightsMs = 50;
const activationMs = 10;

/** Shorter ones are the beating itself. */
const shortestTaskMs = 0.1;

/** What the system counts a thread's time in. */
const tickMs = 4;

type WithThreadUsage = { threadCpuUsage?: () => { readonly user: number; readonly system: number } };

function busyMs(): number {
  const usage = (process as WithThreadUsage).threadCpuUsage?.();
  return usage ? (usage.user + usage.system) / 1000 : Number.POSITIVE_INFINITY;
}

/** Listens to the event loop: what passes between two turns of it is what the thread did in between. */
function listen(): { readonly tasks: () => readonly number[]; readonly stop: () => void } {
  let tasks: number[] = [];
  let isOver = false;
  let last = performance.now();
  let busy = busyMs();
  const beat = () => {
    const passed = performance.now() - last;
    const worked = busyMs();
    if (passed >= shortestTaskMs) tasks.push(Math.min(passed, worked - busy + tickMs || passed));
    busy = worked;
    last = performance.now();
    if (!isOver) setImmediate(beat);
  };
  setImmediate(beat);
  return {
    tasks: () => {
      const heard = tasks;
      tasks = [];
      return heard;
    },
    stop: () => {
      isOver = true;
    },
  };
}

/** What of the extension's own code ran between each two of `marks`, in milliseconds, as the profiler sees it. */
async function ownTimes(work: (mark: () => void) => Promise<void>): Promise<readonly number[]> {
  const session = new inspector.Session();
  session.connect();
  const post = (method: string, options?: object) =>
    new Promise<unknown>((resolve, reject) =>
      session.post(method, options, (error, result) => (error ? reject(error) : resolve(result))),
    );
  await post('Profiler.enable');
  await post('Profiler.setSamplingInterval', { interval: 100 });
  await post('Profiler.start');
  const marks: number[] = [];
  await work(() => marks.push(Number(process.hrtime.bigint() / 1000n)));
  const { profile } = (await post('Profiler.stop')) as { readonly profile: inspector.Profiler.Profile };
  session.disconnect();
  const own = new Set<number>();
  const gather = (id: number, isOwn: boolean): void => {
    const { callFrame, children = [] } = nodes.get(id)!;
    const isOurs = isOwn || callFrame.url.endsWith('dist/extension.js');
    if (isOurs) own.add(id);
    for (const child of children) gather(child, isOurs);
  };
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  gather(profile.nodes[0]!.id, false);
  const times = marks.map(() => 0);
  let at = profile.startTime;
  for (const [index, id] of (profile.samples ?? []).entries()) {
    at += profile.timeDeltas?.[index] ?? 0;
    const mark = marks.findLastIndex((time) => time <= at);
    if (mark >= 0 && own.has(id)) times[mark]! += (profile.timeDeltas?.[index + 1] ?? 0) / 1000;
  }
  return times.slice(0, -1);
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

const syllables = [
  'ka',
  'ro',
  'ven',
  'ti',
  'mol',
  'sa',
  'ber',
  'li',
  'dun',
  'ge',
  'ha',
  'sti',
  'pol',
  'ne',
  'war',
  'u',
];
const nameOf = (n: number, length: number): string => {
  let name = '';
  for (let i = 0, rest = n * 7919 + 13; i < length; i++, rest = Math.floor(rest / 3) + n)
    name += syllables[rest % syllables.length];
  return name[0]!.toUpperCase() + name.slice(1);
};

/** A story of about so many characters, with a new person in every other paragraph. */
function longStory(length: number): string {
  const paragraphs = [
    'date 2031-03-04 KELVANE, March 4. /NORDA/. The harbour of Kelvane stays closed, its office said on Tuesday.',
  ];
  for (let made = 0, n = 0; made < length; n++) {
    const who = `${nameOf(n, 2)} ${nameOf(n + 5, 3)}`;
    const paragraph = [
      `As many as ${(n + 1) * 3} dock workers were sent home on Monday, ${who} of the ${nameOf(n >> 3, 3)} port office said.`,
      `"We looked into ${n + 2} complaints," she added. "The pier of ${nameOf(n >> 2, 2)}land is open."`,
      `According to the ${nameOf(n >> 4, 3)} Ministry of Transport, between ${n % 40} and ${(n % 40) + 5} per cent of the berths stay closed.`,
    ].join(' ');
    paragraphs.push(paragraph);
    made += paragraph.length + 2;
  }
  return `${paragraphs.join('\n\n')}\n`;
}

suite('speed', () => {
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  suiteTeardown(() => {
    for (const line of said) console.log(`[test] ${line}`);
  });

  function judge(what: string, tasks: readonly number[], more = ''): void {
    const longest = Math.max(0, ...tasks);
    const worst = [...tasks].sort((a, b) => b - a).slice(0, 5);
    say(
      `${what.padEnd(34)} longest task ${longest.toFixed(1).padStart(6)} ms  (${worst.map((ms) => ms.toFixed(1)).join(', ')}) ${more}`,
    );
    if (process.env.SEEDMARK_TRACE !== 'look')
      assert.ok(longest <= longestTaskMs, `${what}: a task of ${longest.toFixed(1)} ms`);
  }

  test('activation is short', async () => {
    await seedmark();
    const [{ duration }] = performance.getEntriesByName('seedmark: activate') as [PerformanceEntry];
    say(`activate took ${duration.toFixed(1)} ms`);
    if (process.env.SEEDMARK_TRACE !== 'look') assert.ok(duration <= activationMs);
  });

  test('a seed of 10 KB has its highlights at once', async () => {
    const api = await seedmark();
    const warm = await show('first.txt', longStory(5_000));
    await until(warm.document.uri, (document) => document !== undefined);
    const read: number[] = [];
    const told: number[] = [];
    const sent: number[] = [];
    for (let n = 0; n < 15; n++) {
      const name = `ten-${n}.txt`;
      const isIt = ({ path }: vscode.Uri) => path.endsWith(name);
      let opened = 0;
      let visible = 0;
      const opening = vscode.workspace.onDidOpenTextDocument((document) => {
        if (isIt(document.uri)) opened ||= performance.now();
      });
      // Whoever listens last hears last: by then the highlights have been sent.
      const showing = vscode.window.onDidChangeVisibleTextEditors((editors) => {
        if (editors.some(({ document }) => isIt(document.uri))) visible ||= performance.now();
      });
      const reading = new Promise<number>((resolve) => {
        const listening = api.onDidChange((uri) => {
          if (!isIt(uri)) return;
          listening.dispose();
          resolve(performance.now());
        });
      });
      await show(name, `${longStory(10_000)}\nThis is the ${n}th.\n`);
      const done = await reading;
      read.push(done - opened);
      told.push(visible - opened);
      sent.push(Math.max(done, visible) - opened);
      opening.dispose();
      showing.dispose();
    }
    for (const [what, times] of Object.entries({ read, 'editor told of': told, highlights: sent }))
      say(
        `10 KB: ${what.padEnd(27)} after ${median(times).toFixed(1)} ms (${times.map((ms) => ms.toFixed(0)).join(', ')})`,
      );
    if (process.env.SEEDMARK_TRACE !== 'look') assert.ok(median(read) <= highlightsMs);
  });

  for (const withPanel of [false, true]) {
    test(`a seed of 1 MB stays smooth ${withPanel ? 'with' : 'without'} the panel`, async () => {
      const name = withPanel ? 'panel' : 'alone';
      if (withPanel) await vscode.commands.executeCommand('seedmark.showClaims');
      const small = await show(`small-${name}.txt`, longStory(5_000));
      await until(small.document.uri, (document) => document !== undefined);
      const host = listen();
      try {
        await wait(200);
        host.tasks();
        const began = performance.now();
        const editor = await show(`large-${name}.txt`, longStory(1_000_000));
        const { uri } = editor.document;
        await until(uri, (document) => document !== undefined);
        await wait(500);
        judge(`${name}: opened and read`, host.tasks(), `in ${(performance.now() - began).toFixed(0)} ms`);

        const middle = new vscode.Position(editor.document.lineCount >> 1, 30);
        editor.selection = new vscode.Selection(middle, middle);
        editor.revealRange(editor.selection);
        await wait(300);
        host.tasks();
        let typed: readonly number[] = [];
        const strokes = await ownTimes(async (mark) => {
          await wait(300);
          host.tasks(); // the profiler's beginning
          for (let n = 0; n < 100; n++) {
            mark();
            await vscode.commands.executeCommand('type', { text: 'abc def '[n % 8] });
            await wait(60);
          }
          mark();
          typed = host.tasks();
        });
        judge(
          `${name}: 100 keystrokes`,
          typed,
          `a keystroke: median ${median(strokes).toFixed(2)} ms, most ${Math.max(...strokes).toFixed(2)} ms`,
        );
        if (process.env.SEEDMARK_TRACE !== 'look') assert.ok(median(strokes) < keystrokeMs);

        await until(uri, () => true);
        await wait(500);
        judge(`${name}: read anew`, host.tasks());
        for (let n = 0; n < 15; n++) {
          await vscode.commands.executeCommand('type', { text: 'abc def '[n % 8] });
          await wait(220);
        }
        judge(`${name}: typed slowly, read between`, host.tasks());
        await until(uri, () => true);
        await wait(500);
        host.tasks();
        for (let n = 0; n < 60; n++) {
          await vscode.commands.executeCommand('editorScroll', { to: 'down', by: 'halfPage' });
          await wait(20);
        }
        await wait(200);
        judge(`${name}: scrolled`, host.tasks());
        for (let n = 0; n < 5; n++) {
          await vscode.window.showTextDocument(small.document.uri);
          await wait(100);
          await vscode.window.showTextDocument(uri);
          await wait(100);
        }
        judge(`${name}: ten tab switches`, host.tasks());
      } finally {
        host.stop();
      }
    }).timeout(120_000);
  }
});
