// seedmark tag: exact words of a file are tagged, one quote or many.
import type { Readable } from 'node:stream';
import type { AnnotatedClaim, TagGiven } from '../ledger/annotated.ts';
import { claimOf, giveEvidence, noteClaim, type ReadDocument, reviewClaim, tagClaim } from '../ledger/decide.ts';
import type { Evidence, LedgerEvent } from '../ledger/events.ts';
import { isTag } from '../ledger/tags.ts';
import { keepVersion } from '../ledger/versions.ts';
import type { Models } from '../model/models.ts';
import { complain, type Decided, messageOf, readDecided } from './decided.ts';
import { gitUserName, isEditorName } from './editorName.ts';
import { findQuote, namedWords, notOnePlace, type Sought } from './findQuote.ts';
import { linesOf } from './lines.ts';
import { printable } from './printable.ts';

/** What is to be tagged, with what, by whom. */
export interface Order extends Sought {
  readonly tag: string;
  readonly editor?: string;
  readonly note?: string;
  readonly evidence?: Evidence;
}

interface Tagging {
  readonly root: string | undefined;
  readonly models: Models;
  /** Who decides where an order does not say. */
  readonly editor: string | undefined;
}

const noEditor =
  'Nobody is named as the editor: say --editor NAME, or give git a user name that is no e-mail address (git config user.name).';

/** A file at which one run decides. */
interface Desk {
  readonly decided: Decided;
  /** Claims that the run has decided about, as they stand since, by their words' place. */
  readonly since: Map<string, AnnotatedClaim>;
}

type Answer = { readonly type: 'tagged' } | { readonly type: 'done' | 'refused'; readonly message: string };

const keyOf = ({ claim: { span } }: AnnotatedClaim): string => `${span.start}-${span.end}`;

/** A claim after a deed of this run: the text is the same, so that what was changed before is settled by a tag. */
function after(claim: AnnotatedClaim, events: readonly LedgerEvent[]): AnnotatedClaim {
  let { tags, reviews } = claim;
  let isTagged = false;
  for (const event of events) {
    const given = { event: event.id, by: event.by, at: event.at };
    if (event.type === 'reviewed') reviews = [...reviews, { ...given, tags: event.tags }];
    if (event.type !== 'tagged') continue;
    isTagged = true;
    const stays = ({ event: id }: TagGiven) => !event.replaces?.includes(id);
    tags = [...tags.filter(stays), { ...given, tag: event.tag }];
  }
  const { change, ...rest } = claim;
  return { ...rest, ...(change && !isTagged ? { change } : {}), tags, reviews };
}

/** Decides what an order asks for, or says why it cannot be done, or that it is done already. */
function carryOut({ decided, since }: Desk, order: Order, editor: string): Answer {
  const { wording, annotated, document, version, ledger } = decided;
  const { analysis, claims } = annotated;
  const refused = (message: string) => ({ type: 'refused', message }) as const;
  const places = findQuote(wording, order);
  const words = namedWords(order.quote);
  const [place, ...others] = places;
  if (!place || others.length > 0) return refused(notOnePlace(wording, order, places));
  const found = claimOf(analysis, claims, place);
  const known = since.get(keyOf(found)) ?? found;
  // The very words that were named, not the claim's with the quotation marks and the comma round them.
  const claim = { ...known, claim: { ...known.claim, span: place } };
  const read: ReadDocument = { document, version, wording, editor };
  const isReview = order.tag === 'reviewed';
  const tagged = isReview ? reviewClaim(read, analysis, claim) : tagClaim(read, analysis, claim, order.tag);
  if (isReview && !tagged && !claim.reviews.some(({ by }) => by === editor))
    return refused(`${words} is not verified by another editor: there is nothing to review.`);
  const drafts = [
    tagged,
    order.note ? noteClaim(read, analysis, claim, order.note) : undefined,
    order.evidence ? giveEvidence(read, analysis, claim, order.evidence) : undefined,
  ].filter((draft) => draft !== undefined);
  if (drafts.length === 0) return { type: 'done', message: `${words} is ${order.tag} by ${editor} already.` };
  try {
    since.set(keyOf(found), after(known, ledger.addFor(editor, ...drafts)));
  } catch (error) {
    return refused(`${words.slice(0, 200)} cannot be kept: ${messageOf(error)}.`);
  }
  return { type: 'tagged' };
}

/** The desk of a file; a file that was renamed since it was decided about is told to the ledger. */
async function openDesk(file: string, editor: string, { root, models }: Tagging): Promise<Desk | undefined> {
  const decided = await readDecided(file, { root, models, editor });
  if (!decided) return undefined;
  const { ledger, movedFrom, document } = decided;
  if (movedFrom !== undefined) ledger.addFor(editor, { type: 'moved', document: movedFrom, to: document });
  return { decided, since: new Map() };
}

/** @returns whether what was decided is kept; where it is not, that is told. */
async function save({ decided: { file, files, wording, ledger } }: Desk): Promise<boolean> {
  try {
    await keepVersion(files, wording.raw);
    await ledger.save();
    return true;
  } catch (error) {
    complain(`${file}: nothing was tagged, the decisions cannot be written: ${messageOf(error)}`);
    return false;
  }
}

/** Tags one quote. @returns the exit status. */
export async function tagQuote(file: string, order: Order, tagging: Tagging): Promise<number> {
  const editor = tagging.editor ?? (await gitUserName(file));
  if (editor === undefined) {
    complain(noEditor);
    return 2;
  }
  const desk = await openDesk(file, editor, tagging);
  if (!desk) return 1;
  const answer = carryOut(desk, order, editor);
  if (answer.type === 'refused') {
    complain(`${file}: ${answer.message}`);
    return 1;
  }
  if (answer.type === 'tagged' && !(await save(desk))) return 1;
  const told = answer.type === 'done' ? answer.message : `“${order.quote}” is tagged ${order.tag} by ${editor}.`;
  process.stdout.write(`${printable(told.replace(/\s+/g, ' '))}\n`);
  return 0;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

function evidenceOf(value: unknown, locator: unknown): Evidence | string | undefined {
  if (value === undefined || value === null) return undefined;
  const fields: Record<string, unknown> = isText(value) ? { source: value } : (value as Record<string, unknown>);
  if (typeof fields !== 'object' || Array.isArray(fields) || !isText(fields.source))
    return '"evidence" is neither a source nor an object with one';
  const where = fields.locator ?? locator;
  const { source, passage, hash } = fields;
  if ([where, passage].some((part) => part !== undefined && typeof part !== 'string'))
    return '"locator" and "passage" must be texts';
  if (hash !== undefined && !(typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)))
    return '"hash" must be a SHA-256 in 64 hexadecimal digits';
  return {
    source,
    ...(typeof where === 'string' && where !== '' ? { locator: where } : {}),
    ...(typeof passage === 'string' ? { passage } : {}),
    ...(typeof hash === 'string' ? { hash } : {}),
  };
}

/** One line of what is to be tagged, or what is wrong with it. */
function readOrder(line: string): Order | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not a JSON object';
  const { quote, prefix, suffix, tag, editor, note, evidence, locator } = value as Record<string, unknown>;
  if (!isText(quote)) return '"quote" is missing or not a text';
  if (!isTag(tag)) return '"tag" is missing or no text of 1 to 60 characters';
  for (const [name, text] of Object.entries({ prefix, suffix, editor, note }))
    if (text !== undefined && text !== null && typeof text !== 'string') return `"${name}" is not a text`;
  if (typeof editor === 'string' && !isEditorName(editor)) return '"editor" is empty or longer than 200 characters';
  const proof = evidenceOf(evidence, locator);
  if (typeof proof === 'string') return proof;
  return {
    quote,
    tag,
    ...(typeof prefix === 'string' ? { prefix } : {}),
    ...(typeof suffix === 'string' ? { suffix } : {}),
    ...(typeof editor === 'string' ? { editor } : {}),
    ...(isText(note) ? { note } : {}),
    ...(proof ? { evidence: proof } : {}),
  };
}

/** Tags many quotes, one a line. Good lines are written, bad ones told with their numbers. @returns the exit status. */
export async function tagLines(file: string, input: Readable, tagging: Tagging): Promise<number> {
  const fallback = tagging.editor ?? (await gitUserName(file));
  let desk: Desk | undefined;
  let [number, tagged, done, refused] = [0, 0, 0, 0];
  const refuse = (message: string) => {
    complain(`line ${number}: ${message}`);
    refused++;
  };
  for await (const line of linesOf(input)) {
    number++;
    if (line.type === 'whole' && line.text.trim() === '') continue;
    const order = line.type === 'whole' ? readOrder(line.text) : 'the line is too long';
    if (typeof order === 'string') {
      refuse(order);
      continue;
    }
    const editor = order.editor ?? fallback;
    if (editor === undefined) {
      refuse(noEditor);
      continue;
    }
    desk ??= await openDesk(file, editor, tagging);
    if (!desk) return 1;
    const answer = carryOut(desk, order, editor);
    if (answer.type === 'refused') refuse(answer.message);
    else if (answer.type === 'done') done++;
    else tagged++;
  }
  if (desk && tagged > 0 && !(await save(desk))) return 1;
  const told = [
    `${tagged} tagged`,
    ...(done ? [`${done} already were`] : []),
    ...(refused ? [`${refused} refused`] : []),
  ];
  process.stdout.write(`${told.join(', ')}.\n`);
  return refused > 0 ? 1 : 0;
}
