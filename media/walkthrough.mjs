// @ts-check
// npm run walkthrough: draws the walkthrough's pictures into media/walkthrough, in each language of the interface.
// They take their colours from the theme, those of the marks among them. VS Code lets no style into them, only attributes.
import fs from 'node:fs';
import path from 'node:path';

const width = 600;
const height = 340;
const text = 15;
/** A character of the editor's font, whatever font that is: every run of words is fitted to it. */
const cell = 9;
const line = 34;

const theme = (/** @type {string[]} */ ...names) =>
  names.reduceRight((other, name) => `var(--vscode-${name}${other ? `, ${other}` : ''})`, '');
const ink = theme('editor-foreground');
const faint = theme('descriptionForeground');
const paper = theme('editor-background');
const rim = theme('contrastBorder', 'widget-border', 'editorIndentGuide-background1');
const mark = (/** @type {string} */ name) => theme(`seedmark-${name}`);

const safe = (/** @type {string} */ words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * Words in the editor's font.
 * @param {number} x @param {number} y of the base line @param {string} words
 * @param {{ fill?: string, bold?: boolean, italic?: boolean, struck?: boolean }} [look]
 */
const run = (x, y, words, { fill = ink, bold, italic, struck } = {}) =>
  `<text x="${x}" y="${y}" textLength="${words.length * cell}" lengthAdjust="spacingAndGlyphs" xml:space="preserve" font-size="${text}" font-family="${theme('editor-font-family')}, monospace" fill="${fill}"${bold ? ' font-weight="bold"' : ''}${italic ? ' font-style="italic"' : ''}${struck ? ' text-decoration="line-through"' : ''}>${safe(words)}</text>`;

/** Words of the window, in its own font. @param {number} x @param {number} y @param {string} words */
const label = (x, y, words, { fill = ink, size = 14, bold = false, middle = false } = {}) =>
  `<text x="${x}" y="${y}" font-size="${size}" font-family="${theme('font-family')}, sans-serif" fill="${fill}"${bold ? ' font-weight="600"' : ''}${middle ? ' text-anchor="middle"' : ''}>${safe(words)}</text>`;

/** @param {number} x @param {number} y @param {number} w @param {number} h */
const card = (x, y, w, h, { fill = paper, stroke = rim, radius = 6, dash = '' } = {}) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${radius}" fill="${fill}" stroke="${stroke}"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`;

/** @param {number} x @param {number} y @param {number} w @param {string} stroke */
const rule = (x, y, w, stroke, { thick = 1, dash = '' } = {}) =>
  `<line x1="${x}" y1="${y}" x2="${x + w}" y2="${y}" stroke="${stroke}" stroke-width="${thick}"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`;

/** How each kind stands in the text. @type {Record<string, (x: number, y: number, words: string) => string>} */
const kinds = {
  plain: (x, y, words) => run(x, y, words),
  direct: (x, y, words) =>
    card(x - 2, y - 17, words.length * cell + 4, 24, {
      fill: mark('directQuoteBackground'),
      stroke: mark('directQuoteBorder'),
      radius: 2,
    }) + run(x, y, words),
  indirect: (x, y, words) =>
    rule(x, y + 7, words.length * cell, mark('indirectQuoteBorder'), { thick: 2, dash: '2 3' }) + run(x, y, words),
  figure: (x, y, words) =>
    rule(x, y + 5, words.length * cell, mark('figureUnderline'), { thick: 2 }) + run(x, y, words, { bold: true }),
  person: (x, y, words) => rule(x, y + 5, words.length * cell, mark('personUnderline')) + run(x, y, words),
  organisation: (x, y, words) =>
    rule(x, y + 4, words.length * cell, mark('organisationUnderline')) +
    rule(x, y + 7, words.length * cell, mark('organisationUnderline')) +
    run(x, y, words),
  place: (x, y, words) =>
    rule(x, y + 5, words.length * cell, mark('placeUnderline'), { dash: '5 3' }) + run(x, y, words),
  event: (x, y, words) =>
    card(x - 2, y - 15, words.length * cell + 4, 21, {
      fill: 'none',
      stroke: mark('eventBorder'),
      radius: 2,
      dash: '2 2',
    }) + run(x, y, words),
  date: (x, y, words) => run(x, y, words, { fill: mark('dateForeground'), italic: true }),
};

/** A line of the story. @param {number} x @param {number} y @param {readonly (readonly [string, string])[]} pieces */
function story(x, y, pieces) {
  let at = x;
  return pieces
    .map(([kind, words]) => {
      const drawn = kinds[kind]?.(at, y, words);
      at += words.length * cell;
      return drawn;
    })
    .join('');
}

/** Text that need not be read. @param {number} x @param {number} y @param {number} w */
const bar = (x, y, w) => `<rect x="${x}" y="${y - 9}" width="${w}" height="8" rx="4" fill="${faint}" opacity="0.3"/>`;

/** @param {number} x @param {number} y @param {string} key */
const keycap = (x, y, key) =>
  card(x, y, 12 + key.length * 11, 26, { fill: theme('keybindingLabel-background'), stroke: faint, radius: 4 }) +
  label(x + 6 + (key.length * 11) / 2, y + 18, key, { middle: true, bold: true });

/** A claim in the panel. @param {number} y @param {string} sign @param {string} fill @param {string} words @param {string} state */
const claim = (y, sign, fill, words, state, isSelected = false) =>
  (isSelected
    ? card(40, y - 24, 520, 50, {
        fill: theme('list-inactiveSelectionBackground'),
        stroke: theme('focusBorder'),
        radius: 3,
      })
    : '') +
  label(58, y + 6, sign, { fill, size: 18, bold: true }) +
  label(86, y - 3, words) +
  label(86, y + 17, state, { fill: faint, size: 12 });

/** @typedef {typeof english} Words */
const english = {
  saidBy: 'Said by Temir Askenov',
  day: '“Saturday” is 8 February 2031',
  elsewhere: 'Elsewhere in this document:',
  verified: 'Verified — Ina Verholt',
  needsSource: 'Needs source — Ina Verholt',
  unchecked: 'Not checked',
  proof: 'Proof',
  page: 'duty officer’s list, p. 4',
  changed: 'Changed since verified',
};

/** @type {Record<string, Words>} */
const languages = {
  '': english,
  '-ru': {
    saidBy: 'Говорит Temir Askenov',
    day: '«Saturday» — это 8 февраля 2031 г.',
    elsewhere: 'В других местах этого документа:',
    verified: 'Проверено — Ina Verholt',
    needsSource: 'Нужен источник — Ina Verholt',
    unchecked: 'Не проверено',
    proof: 'Доказательство',
    page: 'список дежурного, с. 4',
    changed: 'Изменилось после проверки',
  },
};

/** @type {Record<string, (words: Words) => string>} */
const pictures = {
  open: () =>
    card(40, 30, 520, 280) +
    card(56, 50, 52 * cell + 8, 30, { fill: 'none', stroke: theme('focusBorder'), radius: 3 }) +
    story(60, 70, [
      ['date', 'date 2031-02-09'],
      ['plain', ' '],
      ['place', 'NOR-TALYSK'],
      ['plain', ', '],
      ['date', 'February 9'],
      ['plain', '. '],
      ['organisation', '/NORDA/'],
      ['plain', '.'],
    ]) +
    [480, 440, 465, 300, 0, 470, 455, 380].map((w, row) => (w ? bar(60, 112 + row * 25, w) : '')).join(''),
  marks: () =>
    card(40, 30, 520, 280) +
    [
      [['direct', '“We treat this as an act of sabotage,”']],
      [
        ['person', 'Temir Askenov'],
        ['plain', ' said. In his words,'],
      ],
      [
        ['figure', '27 people'],
        ['indirect', ' were detained by Saturday.'],
      ],
      [
        ['plain', 'The '],
        ['organisation', 'Interior Ministry'],
        ['plain', ' gave '],
        ['figure', '19'],
        ['plain', '.'],
      ],
      [
        ['plain', 'The '],
        ['event', 'explosion'],
        ['plain', ' on '],
        ['date', 'January 24'],
        ['plain', ' closed'],
      ],
      [
        ['plain', 'the line to '],
        ['place', 'Bakhran'],
        ['plain', '.'],
      ],
    ]
      .map((pieces, row) => story(66, 78 + row * 41, /** @type {[string, string][]} */ (pieces)))
      .join(''),
  figure: ({ saidBy, day, elsewhere }) =>
    card(40, 24, 520, 292) +
    story(66, 62, [
      ['plain', 'In his words, '],
      ['figure', '27 people'],
      ['plain', ' were detained in three'],
    ]) +
    story(66, 62 + line, [['plain', 'regions by Saturday.']]) +
    card(126, 82, 416, 152, {
      fill: theme('editorHoverWidget-background'),
      stroke: theme('editorHoverWidget-border'),
    }) +
    label(142, 110, '27 people, detained, Saturday', { bold: true }) +
    label(142, 134, saidBy) +
    label(142, 158, day) +
    rule(127, 174, 414, theme('editorHoverWidget-border')) +
    label(142, 196, elsewhere) +
    label(154, 218, '• 19 people, detained — Interior Ministry') +
    `<path d="M236 66 l0 17 4 -4 3.5 7.5 3 -1.5 -3.5 -7 5.5 -0.5 z" fill="${ink}" stroke="${paper}"/>` +
    [470, 440, 300].map((w, row) => bar(66, 262 + row * 20, w)).join(''),
  check: ({ verified, needsSource, unchecked }) =>
    card(30, 24, 540, 292, { fill: theme('sideBar-background', 'editor-background') }) +
    claim(66, '✓', mark('verifiedForeground'), '27 people were detained in three regions', verified, true) +
    claim(124, '?', mark('needsSourceForeground'), 'the guards left their posts 40 minutes before', needsSource) +
    claim(182, '○', faint, 'four criminal cases had been opened', unchecked) +
    ['↑', '↓', 'V', 'D', 'S', 'U']
      .map((key, place) => keycap(58 + place * 44 + (place > 1 ? 24 : 0), 256, key))
      .join(''),
  evidence: ({ proof, page, verified }) =>
    card(40, 24, 520, 292) +
    story(66, 68, [
      ['figure', '27 people'],
      ['indirect', ' were detained in three regions'],
    ]) +
    run(66 + 41 * cell, 68, '✓', { fill: mark('verifiedForeground'), bold: true }) +
    `<path d="M84 90 v70 h30" fill="none" stroke="${faint}" stroke-width="1.5"/>` +
    card(116, 108, 400, 176, {
      fill: theme('editorHoverWidget-background'),
      stroke: theme('editorHoverWidget-border'),
    }) +
    label(136, 138, proof, { fill: faint, size: 13 }) +
    `<path d="M136 154 h14 l6 6 v20 h-20 z m14 0 v6 h6" fill="none" stroke="${theme('textLink-foreground')}" stroke-width="1.4"/>` +
    label(166, 173, page, { fill: theme('textLink-foreground'), size: 15 }) +
    rule(136, 200, 3, faint) +
    `<rect x="136" y="200" width="3" height="40" fill="${faint}" opacity="0.6"/>` +
    label(150, 217, '“By 6 p.m. on the 8th we held 27:') +
    label(150, 236, 'nine, eleven and seven.”') +
    label(136, 268, `✓ ${verified}`, { fill: mark('verifiedForeground'), size: 13 }),
  change: ({ changed }) =>
    card(40, 24, 520, 292) +
    story(66, 72, [
      ['figure', '27 people'],
      ['indirect', ' were detained in three regions'],
    ]) +
    run(66 + 41 * cell, 72, '✓', { fill: mark('verifiedForeground'), bold: true }) +
    `<path d="M250 96 v44 m-7 -8 l7 8 7 -8" fill="none" stroke="${faint}" stroke-width="2"/>` +
    story(66, 180, [
      ['figure', '29 people'],
      ['indirect', ' were detained in three regions'],
    ]) +
    run(66 + 41 * cell, 180, 'Δ', { fill: mark('changedForeground'), bold: true }) +
    card(66, 208, 400, 76, { fill: theme('editorHoverWidget-background'), stroke: theme('editorHoverWidget-border') }) +
    label(84, 238, `Δ ${changed}`, { fill: mark('changedForeground'), bold: true, size: 15 }) +
    run(84, 266, '27', { struck: true, fill: faint }) +
    run(84 + 3 * cell, 266, '→ 29'),
  share: () =>
    card(40, 24, 520, 292) +
    label(66, 62, '▾ wire', { bold: true }) +
    label(86, 92, 'bridge-inquiry.txt') +
    label(530, 92, '12', { fill: faint, size: 13 }) +
    label(86, 120, 'ferry-fire.txt') +
    label(530, 120, '✓', { fill: faint, size: 13 }) +
    label(86, 150, '▾ .seedmark', { bold: true }) +
    label(106, 178, 'Ina Verholt', { fill: mark('verifiedForeground') }) +
    label(106, 206, 'Bo Ek', { fill: mark('organisationUnderline') }) +
    rule(41, 226, 518, rim) +
    `<path d="M70 254 H530" stroke="${mark('verifiedForeground')}" stroke-width="2" fill="none"/>` +
    `<path d="M150 254 C190 254 180 290 220 290 H380 C420 290 410 254 450 254" stroke="${mark('organisationUnderline')}" stroke-width="2" stroke-dasharray="6 3" fill="none"/>` +
    [
      ...[90, 150, 300, 450, 510].map((x) => [x, 254, 'verifiedForeground']),
      ...[250, 350].map((x) => [x, 290, 'organisationUnderline']),
    ]
      .map(
        ([x, y, name]) =>
          `<circle cx="${x}" cy="${y}" r="6" fill="${paper}" stroke="${mark(String(name))}" stroke-width="2"/>`,
      )
      .join(''),
};

const folder = path.join(import.meta.dirname, 'walkthrough');
fs.mkdirSync(folder, { recursive: true });
for (const [language, words] of Object.entries(languages)) {
  const manifestWords = path.join(import.meta.dirname, '..', `package.nls${language.replace('-', '.')}.json`);
  const told = JSON.parse(fs.readFileSync(manifestWords, 'utf8'));
  for (const [name, draw] of Object.entries(pictures)) {
    const title = `<title>${safe(told[`walkthrough.${name}.alt`])}</title>`;
    const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${title}${draw(words)}</svg>\n`;
    fs.writeFileSync(path.join(folder, `${name}${language}.svg`), svg);
  }
}
