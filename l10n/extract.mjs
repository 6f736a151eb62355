// @ts-check
// npm run l10n: the words that the extension and the panel's page show, out of their code into bundle.l10n.json.
// They stand in calls of t(…) and plural(…): see src/editor/plural.ts for how a number's forms are kept.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { SyntaxKind } from 'typescript/unstable/ast';
import { isCallExpression, isIdentifier, isPropertyAccessExpression } from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';

/** @typedef {import('typescript/unstable/ast').Node} Node */

const root = path.resolve(import.meta.dirname, '..');
const rooms = ['editor', 'panel'];
/** Here t(…) and plural(…) are made, for any text. */
const makers = ['src/editor/plural.ts', 'src/panel/l10n.ts'];

/** Every text, in the code's order, as VS Code keeps them in a bundle. @returns {Record<string, string>} */
export function extract() {
  const configs = rooms.map((room) => path.join(root, 'src', room, 'tsconfig.json'));
  const api = new API();
  try {
    /** @type {Record<string, string>} */
    const found = {};
    const snapshot = api.updateSnapshot({ openProjects: configs });
    for (const config of configs) {
      const program = snapshot.getProject(config)?.program;
      for (const file of ownFiles(program?.getSourceFileNames() ?? [])) {
        const source = program?.getSourceFile(file);
        if (source) collect(source, source.text, path.relative(root, file), found);
      }
    }
    return found;
  } finally {
    api.close();
  }
}

/** @param {readonly string[]} files */
const ownFiles = (files) =>
  files
    .filter((file) => [...rooms.map((room) => `src/${room}/`), 'src/extension.ts'].some((own) => file.includes(own)))
    .filter((file) => !makers.some((maker) => file.endsWith(maker)))
    .sort();

/** @param {Node} node @param {string} code @param {string} file @param {Record<string, string>} found */
function collect(node, code, file, found) {
  if (isCallExpression(node)) {
    const [first, second] = node.arguments;
    const name = calledName(node.expression);
    if (name === 't' && first) for (const text of textsOf(first, file)) found[text] = text;
    if (name === 'plural' && second && node.arguments[2]) {
      const [one = ''] = textsOf(second, file);
      const [many = ''] = textsOf(node.arguments[2], file);
      Object.assign(found, { [`${many}/one`]: one, [`${many}/other`]: many });
    }
  }
  node.forEachChild((child) => collect(child, code, file, found));
}

/** `t` of `t(…)` and of `vscode.l10n.t(…)`. @param {Node} called */
function calledName(called) {
  if (isIdentifier(called)) return called.text;
  return isPropertyAccessExpression(called) ? called.name.text : undefined;
}

/** The text, or both of `here ? 'a' : 'b'`. @param {Node} node @param {string} file @returns {readonly string[]} */
function textsOf(node, file) {
  if (node.kind === SyntaxKind.StringLiteral || node.kind === SyntaxKind.NoSubstitutionTemplateLiteral) {
    return [/** @type {import('typescript/unstable/ast').StringLiteral} */ (node).text];
  }
  if (node.kind === SyntaxKind.ConditionalExpression) {
    const { whenTrue, whenFalse } = /** @type {import('typescript/unstable/ast').ConditionalExpression} */ (node);
    return [...textsOf(whenTrue, file), ...textsOf(whenFalse, file)];
  }
  throw new Error(`${file}: what t(…) is called with must be a text that stands there: ${node.getText()}`);
}

/** The keys that a language's bundle must have: for words with a number one for each form that the language has. */
export function keysFor(/** @type {string} */ language, /** @type {Record<string, string>} */ english) {
  const rules = new Intl.PluralRules(language);
  const forms = [...new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)))].sort();
  return Object.keys(english).flatMap((key) => {
    if (key.endsWith('/one')) return [];
    return key.endsWith('/other') ? forms.map((form) => key.replace(/other$/, form)) : [key];
  });
}

const write = (/** @type {string} */ file, /** @type {Record<string, string>} */ bundle) =>
  fs.writeFileSync(path.join(root, 'l10n', file), `${JSON.stringify(bundle, undefined, 2)}\n`);

/** Writes the English bundle, and the others in its order, without what nobody asks for any more; tells what they lack. */
function writeBundles() {
  const english = extract();
  write('bundle.l10n.json', english);
  for (const file of fs.readdirSync(path.join(root, 'l10n'))) {
    const language = /^bundle\.l10n\.(.+)\.json$/.exec(file)?.[1];
    if (language === undefined) continue;
    /** @type {Record<string, string>} */
    const said = JSON.parse(fs.readFileSync(path.join(root, 'l10n', file), 'utf8'));
    const keys = keysFor(language, english);
    write(file, Object.fromEntries(keys.flatMap((key) => (said[key] === undefined ? [] : [[key, said[key]]]))));
    for (const key of keys) if (said[key] === undefined) console.log(`${language}: ${key}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeBundles();
