// The list of claims by speaker: a tree whose rows keep their elements, and with them focus and drafts, from snapshot to snapshot.
import { type ClaimView, createClaim } from './claimView.ts';
import { element, icon, reconcile } from './dom.ts';
import { passes, searchWords } from './filters.ts';
import { plural, t } from './l10n.ts';
import type { Memory } from './memory.ts';
import type { PanelLost, PanelSpeaker, PanelState } from './protocol.ts';
import { createSpeaker, type SpeakerView } from './speakerView.ts';

type Document = Extract<PanelState, { type: 'document' }>;

interface Group {
  readonly key: string;
  readonly view: SpeakerView;
  readonly claims: readonly ClaimView[];
}

export interface ListView {
  /** The part that scrolls. */
  readonly element: HTMLElement;
  readonly tree: HTMLElement;
  readonly update: (document: Document) => void;
  /** Hides what search, filter and folding leave out, never a claim with a draft; answers with the claims that pass. */
  readonly layout: (memory: Memory, folded: ReadonlySet<string>) => number;
  /** The tree items that can be reached, from top to bottom. */
  readonly rows: () => readonly HTMLElement[];
  readonly claim: (id: string | undefined) => ClaimView | undefined;
  /** The claims that are to be seen under a speaker's row. */
  readonly claimsOf: (row: HTMLElement) => readonly ClaimView[];
}

export function createList(): ListView {
  const tree = element('div', { class: 'tree', role: 'tree', 'aria-label': t('Claims by speaker') });
  const lost = element('details', { class: 'lost', open: '' });
  const scroll = element('main', { class: 'list' }, tree, lost);
  const claims = new Map<string, ClaimView>();
  const speakers = new Map<string, SpeakerView>();
  let groups: readonly Group[] = [];
  let rows: readonly HTMLElement[] = [];

  return {
    element: scroll,
    tree,
    update(document) {
      const keys = speakerKeys(document.speakers);
      groups = document.speakers.map((speaker, place) => groupOf(speaker, keys[place]!, document, claims, speakers));
      forget(claims, new Set(groups.flatMap((group) => group.claims.map((view) => view.claim().id))));
      forget(speakers, new Set(keys));
      reconcile(
        tree,
        groups.map((group) => group.view.element),
      );
      lost.hidden = document.lost.length === 0;
      lost.replaceChildren(...lostOf(document.lost));
    },
    layout(memory, folded) {
      const words = searchWords(memory.search);
      let passed = 0;
      const reached: HTMLElement[] = [];
      for (const group of groups) {
        const shown = group.claims.filter((view) => {
          const kept = passes(view.claim(), memory.filter) && words.every((word) => view.searchable().includes(word));
          view.element.hidden = !kept && !memory.drafts.has(view.claim().id);
          return !view.element.hidden;
        });
        const open = !folded.has(group.key);
        group.view.setShown(shown.length, open);
        passed += shown.length;
        if (shown.length > 0) reached.push(group.view.element);
        if (open) reached.push(...shown.map((view) => view.element));
      }
      rows = reached;
      tree.hidden = passed === 0;
      return passed;
    },
    rows: () => rows,
    claim: (id) => (id === undefined ? undefined : claims.get(id)),
    claimsOf: (row) =>
      groups.find(({ view }) => view.element === row)?.claims.filter(({ element: shown }) => !shown.hidden) ?? [],
  };
}

/** Two speakers may bear one name: the later ones are told apart by their place. */
function speakerKeys(speakers: readonly PanelSpeaker[]): readonly string[] {
  const seen = new Set<string>();
  return speakers.map(({ name, description = '' }, place) => {
    const key = `${name}\n${description}`;
    const unique = seen.has(key) ? `${key}\n${place}` : key;
    seen.add(unique);
    return unique;
  });
}

function groupOf(
  speaker: PanelSpeaker,
  key: string,
  document: Document,
  claims: Map<string, ClaimView>,
  speakers: Map<string, SpeakerView>,
): Group {
  const view = kept(speakers, key, createSpeaker);
  const shown = speaker.claims.map((claim) => {
    const claimView = kept(claims, claim.id, createClaim);
    claimView.update(claim, speaker, document.tags);
    return claimView;
  });
  view.update(
    speaker,
    shown.map((claimView) => claimView.element),
  );
  return { key, view, claims: shown };
}

function kept<T>(views: Map<string, T>, key: string, create: (key: string) => T): T {
  const view = views.get(key) ?? create(key);
  views.set(key, view);
  return view;
}

function forget<T>(views: Map<string, T>, keep: ReadonlySet<string>): void {
  for (const key of [...views.keys()]) if (!keep.has(key)) views.delete(key);
}

function lostOf(lost: readonly PanelLost[]): readonly HTMLElement[] {
  const items = lost.map(({ what, words, by }) =>
    element(
      'li',
      {},
      element('span', { class: 'word' }, what),
      ' ',
      element('span', { class: 'by' }, by),
      element('p', { class: 'lost-words' }, words),
    ),
  );
  const title = element('span', { class: 'name' }, t('No longer in the text'));
  const summary = element(
    'summary',
    { class: 'row' },
    icon('twistie'),
    title,
    element('span', { class: 'count' }, String(lost.length)),
  );
  summary.title = plural(
    lost.length,
    '1 decision about words that are no longer in the text',
    '{0} decisions about words that are no longer in the text',
  );
  return [summary, element('ul', {}, ...items)];
}
