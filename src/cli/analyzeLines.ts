import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { analyze } from '../analysis/analyze.ts';
import type { Models } from '../model/models.ts';
import { oneText } from '../text/one.ts';
import { toContract } from './contract.ts';
import { type Line, linesOf } from './lines.ts';

interface Request {
  readonly id: unknown;
  readonly text: string;
  readonly date?: string;
}

function parseRequest(line: string): Request | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not a JSON object';
  const { id, text, date } = value as Record<string, unknown>;
  if (typeof text !== 'string') return '"text" is missing or not a string';
  if (date !== undefined && date !== null && typeof date !== 'string') return '"date" is not a string';
  return typeof date === 'string' && /^\d{4}-\d{2}-\d{2}/.test(date)
    ? { id, text, date: date.slice(0, 10) }
    : { id, text };
}

function answer(
  line: Line,
  number: number,
  date: string | undefined,
  models: Models,
): { readonly ok: boolean; readonly json: unknown } {
  if (line.type === 'too-long') return { ok: false, json: { line: number, error: 'the line is too long' } };
  const request = parseRequest(line.text);
  if (typeof request === 'string') return { ok: false, json: { line: number, error: request } };
  const { text, toRaw } = oneText(request.text);
  const day = request.date ?? date;
  return {
    ok: true,
    json: {
      id: request.id,
      ...toContract(analyze(text, { models, ...(day === undefined ? {} : { date: day }) }), toRaw),
    },
  };
}

/**
 * Reads one document a line and writes one analysis a line, offsets into the text as given.
 * A broken line yields {"line", "error"}, counted from 1, and the rest goes on.
 * @returns the exit status: 1 where a line was broken
 */
export async function analyzeLines(
  input: Readable,
  output: Writable,
  date: string | undefined,
  models: Models,
): Promise<number> {
  let number = 0;
  let status = 0;
  for await (const line of linesOf(input)) {
    number++;
    if (line.type === 'whole' && line.text.trim() === '') continue;
    const { ok, json } = answer(line, number, date, models);
    if (!ok) status = 1;
    if (!output.write(`${JSON.stringify(json)}\n`)) await once(output, 'drain');
  }
  return status;
}
