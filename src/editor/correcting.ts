// Putting right what the reading got wrong: who speaks, where words begin and end, what kind they are, what a number is,
// who is meant, and what is nothing at all.
import * as vscode from 'vscode';
import type { EntityKind, FigureKind, Quote, Speaker } from '../analysis/types.ts';
import { boundItem, correctItem, type Item, type Reach, rejectItem } from '../ledger/decide.ts';
import type { Correction, ItemKind } from '../ledger/events.ts';
import { isSameSpan, type Span } from '../text/span.ts';
import { claimMeant, entityAt, figureAt, mentionAt, quoteAt } from './atCursor.ts';
import type { Documents, SeedReading } from './documents.ts';
import type { Ledgers } from './ledgerStore.ts';
import { pickOrWrite } from './pickOrWrite.ts';
import { settledSeedInEditor } from './seedInEditor.ts';
import { argument } from './tagging.ts';
import { decideAndTell } from './telling.ts';
import * as wording from './wording.ts';

const { t } = vscode.l10n;

/** What stands at the cursor, and what the user selected. */
export interface Place {
  readonly reading: SeedReading;
  readonly selected: Span;
  readonly items: readonly Item[];
}

type Deed = (ledgers: Ledgers, place: Place, args: unknown) => Promise<unknown>;

const deeds: Readonly<Record<string, Deed>> = {
  'seedmark.correctSpeaker': correctSpeaker,
  'seedmark.correctBounds': correctBounds,
  'seedmark.correctKind': correctKind,
  'seedmark.correctValue': correctValue,
  'seedmark.mergeNames': mergeNames,
  'seedmark.splitName': splitName,
  'seedmark.rejectHere': reject,
};

/** A key binding may say what is right: `"args": { "name": "Ilmar Vessen", "reach": "everywhere" }`. */
export function registerCorrecting(documents: Documents, ledgers: Ledgers): vscode.Disposable {
  const commands = Object.entries(deeds).map(([command, deed]) =>
    vscode.commands.registerCommand(command, async (args: unknown) => {
      const place = await placeAtCursor(documents);
      if (place) await deed(ledgers, place, args);
    }),
  );
  return vscode.Disposable.from(...commands);
}

async function placeAtCursor(documents: Documents): Promise<Place | undefined> {
  const found = await settledSeedInEditor(documents);
  if (!found) return undefined;
  const { reading, editor } = found;
  const { annotated, positions } = reading;
  const at = positions.offset(editor.selection.active);
  const selected = positions.span(editor.selection);
  const entity = entityAt(annotated, at);
  const spans: readonly (readonly [ItemKind, Span | undefined])[] = [
    ['figure', figureAt(annotated, at)],
    ['name', entity && mentionAt(entity, at)],
    ['quote', quoteAt(annotated, at)?.content],
    ['claim', claimMeant(annotated, selected, at)?.claim.span],
  ];
  const items = spans.flatMap(([what, span]) => (span ? [{ what, span: { start: span.start, end: span.end } }] : []));
  return { reading, selected, items };
}

const itemOf = ({ items }: Place, what: ItemKind): Item | undefined => items.find((item) => item.what === what);

const ask = (words: string) => void vscode.window.showInformationMessage(words);

function correct(
  ledgers: Ledgers,
  { reading }: Place,
  item: Item,
  correction: Correction,
  reach: Reach,
  words: string,
) {
  return decideAndTell(ledgers, reading, words, (read, now) => [correctItem(read, now, item, correction, reach)]);
}

async function pickReach(args: unknown, everywhere: string, here = t('Here')): Promise<Reach | undefined> {
  const named = argument(args, 'reach');
  if (named === 'here' || named === 'everywhere') return named;
  const picked = await vscode.window.showQuickPick(
    [
      { label: here, reach: 'here' as const },
      { label: wording.withoutIcons(everywhere), reach: 'everywhere' as const },
    ],
    { title: t('Where does this hold?') },
  );
  return picked?.reach;
}

/** A name of the document, or one that is written; the one that it has now is marked, the first group has its heading. */
function pickName(
  title: string,
  placeholder: string,
  names: readonly string[],
  others: readonly string[] = [],
  now?: string,
): Promise<string | undefined> {
  const choiceOf = (name: string) => ({
    value: name,
    label: name,
    ...(name === now ? { description: t('now') } : {}),
  });
  return pickOrWrite({
    title,
    placeholder,
    groups: [
      { heading: t('They speak in this document'), choices: names.map(choiceOf) },
      { heading: t('Others that it names'), choices: others.filter((name) => !names.includes(name)).map(choiceOf) },
    ],
  });
}

const namesIn = ({ reading }: Place, kinds: readonly EntityKind[]): readonly string[] => [
  ...new Set(reading.annotated.analysis.entities.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name)),
];

const wordsAt = ({ reading }: Place, { start, end }: Span): string =>
  wording.shortened(reading.annotated.analysis.text.slice(start, end));

/** Whoever speaks in the document, in the order in which they first do, also those without a name. */
const speakersIn = ({ reading }: Place): readonly string[] => [
  ...new Set(reading.annotated.analysis.quotes.flatMap(({ speaker }) => (speaker ? [speaker.name] : []))),
];

/** Who says what stands at the place. */
function speakerNow({ reading: { annotated } }: Place, { span }: Item): Speaker | undefined {
  return annotated.analysis.quotes.find(({ content }) => isSameSpan(content, span))?.speaker;
}

const isSameSpeaker = (one: Speaker, other: Speaker | undefined): boolean =>
  one.entity === undefined ? one.name === other?.name : one.entity === other?.entity;

/** Asks who says it, and, where that one says more, whether it holds for all of that. */
export async function correctSpeaker(ledgers: Ledgers, place: Place, args: unknown): Promise<unknown> {
  const item = itemOf(place, 'quote') ?? itemOf(place, 'claim');
  if (!item) return ask(t('Put the cursor in a quote or a claim first.'));
  const now = speakerNow(place, item);
  const others = namesIn(place, ['person', 'organisation']);
  const words = wordsAt(place, (itemOf(place, 'claim') ?? item).span);
  const name =
    argument(args, 'name') ??
    (await pickName(t('Who says it? Pick a name or write one'), words, speakersIn(place), others, now?.name));
  if (!name || name === now?.name) return undefined;
  const { quotes } = place.reading.annotated.analysis;
  const count = now ? quotes.filter(({ speaker }) => isSameSpeaker(now, speaker)).length : 0;
  const everything = now && count > 1 ? t('All {0} of {1}', wording.counted('quote', count), now.name) : undefined;
  const reach = everything ? await pickReach(args, everything, t('This statement only')) : 'here';
  return reach && correct(ledgers, place, item, { aspect: 'speaker', name }, reach, t('Speaker: {0}', name));
}

/** Asks whom else the speaker of a quote is; everything that they say becomes that one's. */
export async function mergeSpeaker(ledgers: Ledgers, place: Place): Promise<unknown> {
  const item = itemOf(place, 'quote');
  const was = item && speakerNow(place, item)?.name;
  if (!item || was === undefined) return undefined;
  const others = speakersIn(place).filter((name) => name !== was);
  const name = await pickName(t('Who is “{0}”?', was), wordsAt(place, item.span), others);
  return name && correct(ledgers, place, item, { aspect: 'speaker', name }, 'everywhere', t('{0} is {1}', was, name));
}

/** Gives a claim the words that are selected. */
export const boundClaim = (ledgers: Ledgers, place: Place, span: Span): Promise<boolean> =>
  boundTo(ledgers, place, { what: 'claim', span });

function boundTo(ledgers: Ledgers, place: Place, item: Item): Promise<boolean> {
  const { reading, selected } = place;
  const label = t('Bounds of a {0}: {1}', wording.markWords(item.what).toLowerCase(), wordsAt(place, selected));
  return decideAndTell(ledgers, reading, label, (read, now) => [boundItem(read, now, item, selected)]);
}

/** The item that shares most with the selection takes its bounds. */
async function correctBounds(ledgers: Ledgers, place: Place, args: unknown): Promise<unknown> {
  const { reading, selected } = place;
  if (selected.start === selected.end) return ask(t('Select the right words first.'));
  const named = argument(args, 'what');
  const { quotes, figures, entities } = reading.annotated.analysis;
  const spans: readonly (readonly [ItemKind, readonly Span[]])[] = [
    ['claim', reading.annotated.claims.map(({ claim }) => claim.span)],
    ['quote', quotes.map(({ content }) => content)],
    ['figure', figures],
    ['name', entities.flatMap(({ mentions }) => mentions)],
  ];
  const shared = ({ start, end }: Span) =>
    Math.max(0, Math.min(end, selected.end) - Math.max(start, selected.start)) /
    (Math.max(end, selected.end) - Math.min(start, selected.start));
  const best = spans
    .filter(([what]) => named === undefined || what === named)
    .flatMap(([what, all]) => all.map(({ start, end }) => ({ what, span: { start, end } })))
    .reduce<Item | undefined>((a, b) => (shared(b.span) > (a ? shared(a.span) : 0) ? b : a), undefined);
  if (!best) return ask(t('Nothing that the selection could be stands here: mark it instead.'));
  return boundTo(ledgers, place, best);
}

type Kind = EntityKind | FigureKind | Quote['type'];

const kindsOf: Readonly<Record<ItemKind, readonly (readonly [Kind, () => string])[]>> = {
  name: (['person', 'organisation', 'place', 'nationality', 'event'] as const).map((kind) => [
    kind,
    () => wording.entityKindWords(kind),
  ]),
  quote: (['direct', 'mixed', 'indirect'] as const).map((kind) => [kind, () => wording.quoteKindWords(kind)]),
  figure: (['count', 'money', 'percent', 'measure', 'duration', 'age'] as const).map((kind) => [
    kind,
    () => wording.figureKind(kind),
  ]),
  claim: [],
};

async function correctKind(ledgers: Ledgers, place: Place, args: unknown): Promise<unknown> {
  const item = place.items.find(({ what }) => what !== 'claim');
  if (!item) return ask(t('Put the cursor in a quote, a figure or a name first.'));
  const choices = kindsOf[item.what].map(([which, words]) => ({ label: words(), which }));
  const named = choices.find(({ which }) => which === argument(args, 'kind'));
  const picked = named ?? (await vscode.window.showQuickPick(choices, { title: t('What is it?') }));
  const reach = picked && (await pickReach(args, t('Wherever the same words stand')));
  return (
    reach && correct(ledgers, place, item, { aspect: 'kind', kind: picked.which }, reach, t('Kind: {0}', picked.label))
  );
}

async function correctValue(ledgers: Ledgers, place: Place, args: unknown): Promise<unknown> {
  const item = itemOf(place, 'figure');
  if (!item) return ask(t('Put the cursor in a figure first.'));
  const written =
    argument(args, 'value') ??
    (await vscode.window.showInputBox({
      title: t('What is the right number?'),
      prompt: t('A number in digits, “100 to 120” for a range, then the unit if there is one.'),
      validateInput: (value) => (readValue(value) ? undefined : t('Write a number, such as 112 or 100 to 120.')),
    }));
  const value = written === undefined ? undefined : readValue(written);
  return value && correct(ledgers, place, item, value, 'here', t('Value: {0}', wording.inOneLine(written ?? '')));
}

/** "112", "4.2 million dollars" is 4.2 of "million dollars": the number is meant in digits. */
function readValue(written: string): Extract<Correction, { aspect: 'value' }> | undefined {
  const number = String.raw`(-?\d{1,15}(?:\.\d{1,9})?)`;
  const match = new RegExp(`^\\s*${number}(?:\\s*(?:to|-|–)\\s*${number})?(?:\\s+(\\S.{0,60}))?\\s*$`).exec(
    written.slice(0, 200).replace(/(\d),(?=\d{3})/g, '$1'),
  );
  if (!match) return undefined;
  const [, low, high, unit] = match;
  return {
    aspect: 'value',
    low: Number(low),
    ...(high === undefined ? {} : { high: Number(high) }),
    ...(unit === undefined ? {} : { unit: unit.trim() }),
  };
}

async function mergeNames(ledgers: Ledgers, place: Place, args: unknown): Promise<unknown> {
  const item = itemOf(place, 'name');
  if (!item) return ask(t('Put the cursor in a name first.'));
  const all = namesIn(place, ['person', 'organisation', 'place', 'nationality', 'event']);
  const name =
    argument(args, 'name') ?? (await pickName(t('Who or what is it really?'), wordsAt(place, item.span), [], all));
  const reach = name && (await pickReach(args, t('Wherever the same words stand')));
  return reach && correct(ledgers, place, item, { aspect: 'sameAs', name }, reach, t('The same as {0}', name));
}

async function splitName(ledgers: Ledgers, place: Place, args: unknown): Promise<unknown> {
  const item = itemOf(place, 'name');
  if (!item) return ask(t('Put the cursor in a name first.'));
  const reach = await pickReach(args, t('Wherever the same words stand'));
  return reach && correct(ledgers, place, item, { aspect: 'apart' }, reach, t('Somebody or something else'));
}

async function reject(ledgers: Ledgers, place: Place, args: unknown): Promise<unknown> {
  const { items, reading } = place;
  if (!items.length) return ask(t('Seedmark has marked nothing here.'));
  const named = items.find(({ what }) => what === argument(args, 'what'));
  const text = reading.annotated.analysis.text;
  const choices = items.map((item) => ({
    label: t('Not a {0}', wording.markWords(item.what).toLowerCase()),
    description: wording.shortened(text.slice(item.span.start, item.span.end), 60),
    item,
  }));
  const item = named ?? (await vscode.window.showQuickPick(choices, { title: t('What is wrong here?') }))?.item;
  const reach = item && (await pickReach(args, t('Wherever the same words stand')));
  if (!reach) return undefined;
  const label = t('Not a {0}', wording.markWords(item.what).toLowerCase());
  return decideAndTell(ledgers, reading, label, (read) => [rejectItem(read, item, reach)]);
}
