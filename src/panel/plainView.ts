// What stands in the list's place while there is none, and what can be done about that.
import { button, element } from './dom.ts';
import { t } from './l10n.ts';
import type { Offer, PanelState } from './protocol.ts';

export function plainOf(state: Exclude<PanelState, { type: 'document' }>): readonly HTMLElement[] {
  if (state.type === 'loading') {
    const bar = element('vscode-progress-bar', { 'aria-label': t('Reading') });
    bar.indeterminate = true;
    return [title(), element('p', { role: 'status' }, t('Reading the text…')), bar];
  }
  const message = element('p', {}, state.message);
  if (state.offer === undefined) return [title(), message];
  const words = offerWords(state.offer);
  const offer = button('offer', state.offer, words, words);
  offer.removeAttribute('secondary');
  return [title(), message, offer];
}

const title = () => element('h1', { class: 'unseen' }, t('Claims'));

function offerWords(offer: Offer): string {
  switch (offer) {
    case 'treatAsSeed':
      return t('Treat as seed');
    case 'openDocument':
      return t('Open a document…');
    case 'showLog':
      return t('Show the log');
  }
}

/** What the list says, and offers, when no claim is to be seen in it. */
export function emptyOf(claims: number): readonly HTMLElement[] {
  if (claims > 0)
    return [
      element('p', {}, t('No claim matches.')),
      button('clearFilters', '', t('Show all claims'), t('Show all claims')),
    ];
  return [
    element('p', {}, t('No claims found here. Select words in the text and mark them as a claim.')),
    button('markClaim', '', t('Mark as claim'), t('Mark as claim')),
  ];
}
