// Claims as a W3C Web Annotation page in JSON-LD (https://www.w3.org/TR/annotation-model/).

import { makeAnchor, type Selected } from '../ledger/anchor.ts';
import type { AnnotatedClaim, AnnotatedDocument } from '../ledger/annotated.ts';
import type { Evidence } from '../ledger/events.ts';
import { type Wording, wordingOf } from '../ledger/wording.ts';
import { type ClaimRow, claimRows } from './claimRows.ts';

const textual = (purpose: string, value: string) => ({ type: 'TextualBody', purpose, format: 'text/plain', value });

const selectorsOf = ({ quote, position }: Selected) => [quote, position];

/** Evidence is text here: whether its source may be opened is for the reader to say. */
const evidenceBody = ({ source, locator, passage }: Evidence) =>
  textual('linking', [source, locator, passage].filter((part) => part !== undefined).join('\n'));

function annotation(
  text: Wording,
  source: string,
  { id, claim, tags, notes, evidence, reviews }: AnnotatedClaim,
  row: ClaimRow,
) {
  const by = (given: { readonly by: string; readonly at: string }) => ({
    creator: { type: 'Person', name: given.by },
    created: given.at,
  });
  return {
    id: `${source}#claim-${id}`,
    type: 'Annotation',
    motivation: 'assessing',
    body: [
      ...tags.map((given) => ({ ...textual('tagging', given.tag), ...by(given) })),
      ...notes.map((note) => ({ ...textual('commenting', note.text), ...by(note) })),
      ...evidence.map((given) => ({ ...evidenceBody(given.evidence), ...by(given) })),
      ...reviews.map((review) => ({ ...textual('moderating', 'reviewed'), ...by(review) })),
      textual('classifying', `state: ${row.state}`),
      ...row.disagreements.map((disagreement) => textual('describing', `disagreement: ${disagreement}`)),
      textual('identifying', `speaker: ${row.speaker}`),
      textual('classifying', `kind: ${row.kind}`),
      textual('classifying', `certainty: ${row.certainty}`),
      ...(row.isUnnamed ? [textual('classifying', 'source: unnamed')] : []),
      ...(row.chain.length > 0 ? [textual('describing', `from: ${row.chain.join('; ')}`)] : []),
      ...(claim.references === undefined ? [] : [textual('describing', `statement: ${row.statement}`)]),
      ...(row.why === '' ? [] : [textual('describing', `found by: ${row.why}`)]),
      ...row.figures.map((figure) => textual('describing', `figure: ${figure}`)),
      ...(row.before === '' ? [] : [textual('describing', `words before the change: ${row.before}`)]),
    ],
    target: { source, selector: selectorsOf(makeAnchor(text, claim.span)) },
  };
}

/**
 * The claims as an AnnotationPage. Positions are code points in the one text (see text/one.ts).
 * @param path the document's path relative to the page, with "/".
 */
export function claimsJson(document: AnnotatedDocument, path: string): string {
  const text = wordingOf(document.analysis.text);
  const iri = path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  const rows = claimRows(document);
  const page = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${iri}#claims`,
    type: 'AnnotationPage',
    items: document.claims.map((claim, index) => annotation(text, iri, claim, rows[index]!)),
  };
  return `${JSON.stringify(page, null, 2)}\n`;
}
