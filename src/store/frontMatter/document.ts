/** Reads YAML into plain values, with what is wrong and the tree that knows where everything stands. */

import { t } from '../../core/base/l10n.ts';
import type { Span } from '../../core/text/positions.ts';
import {
  Composer,
  type CST,
  type Document,
  isMap as isMapNode,
  type ParsedNode,
  Parser,
} from '../../core/text/yaml.ts';
import { PlainValues, Refusal } from './plain.ts';
import { quickRead } from './reading/quick.ts';
import { MOST_PROBLEMS, needsQuotes, newValues, type Problem, type Values } from './reading/shape.ts';

/** One reading of a YAML text; offsets in it are those of the YAML text alone. */
export interface Reading {
  readonly source: string;
  readonly tree: ParsedNode | null;
  readonly values: Values;
  readonly problems: readonly Problem[];
  /** The top-level keys under which, or as which, a key is given twice. */
  readonly doubled: ReadonlySet<string>;
}

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  stringKeys: true,
  resolveKnownTags: false,
  // Comparing each key with each other takes minutes for a large file; PlainValues finds doubled keys by name.
  uniqueKeys: false,
  keepSourceTokens: true,
  prettyErrors: false,
  logLevel: 'error',
} as const;

/** Reads YAML. Never throws; what cannot be read is a problem. */
export function readYaml(source: string): Reading {
  const whole = { start: 0, end: source.length };
  const nothing = { source, tree: null, values: newValues(), doubled: new Set<string>() };
  if (isTooLong(source)) return { ...nothing, problems: [tooLong(whole)] };
  let document: Document.Parsed;
  try {
    document = withoutStacks(() => compose(source));
  } catch (error) {
    return { ...nothing, problems: [unreadable(error, whole)] };
  }
  const problems = problemsOf(document, source);
  const tree = document.contents;
  if (tree === null || (!isMapNode(tree) && isEmpty(tree))) return { ...nothing, problems };
  if (!isMapNode(tree)) {
    const message = t('Fields are expected here, one per line, as in "title: A title".');
    problems.push({ code: 'not-a-map', message, span: { start: tree.range[0], end: tree.range[1] } });
    return { ...nothing, tree, problems };
  }
  const plain = new PlainValues(source);
  try {
    const values = plain.ofRoot(tree);
    return { source, tree, values, problems: [...problems, ...plain.problems], doubled: plain.doubled };
  } catch (error) {
    const problem = error instanceof Refusal ? error.problem : unreadable(error, whole);
    return { ...nothing, tree, problems: [...problems, problem] };
  }
}

/** Characters. Broken YAML takes the library up to 4 µs for each, and nobody writes so much that way. */
const LONGEST = 64 * 1024;

/** Whether a text is longer than the library may be trusted with: what the quick reader reads well takes it little time. */
const isTooLong = (source: string): boolean => source.length > LONGEST && quickRead(source)?.problems.length !== 0;

function tooLong(span: Span): Problem {
  const message = t(
    'The fields are not read: they are longer than {0} KiB, and something in them is wrong, or is an anchor, alias or tag.',
    LONGEST / 1024,
  );
  return { code: 'too-large', message, span };
}

/** Broken YAML makes an error for every few characters; their stacks would take most of the time, and nobody sees them. */
function withoutStacks<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

const DEEPEST = 200;

/** The composed YAML. Throws when it is nested too deep to be walked, or is more than one document. */
function compose(source: string): Document.Parsed {
  const tokens = [...new Parser().parse(source)];
  if (isDeeper(tokens, DEEPEST)) throw new Error(t('they are nested too deep'));
  const [document, second] = new Composer(OPTIONS).compose(tokens, true, source.length);
  if (!document || second) throw new Error(t('they are more than one document'));
  return document as Document.Parsed;
}

/** Level by level, since a text made to be deep would exhaust the stack of anything that calls itself. */
function isDeeper(tokens: readonly CST.Token[], most: number): boolean {
  let level: readonly CST.Token[] = tokens;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((token) => [...inside(token)]);
  }
  return false;
}

function* inside(token: CST.Token): Iterable<CST.Token> {
  if (token.type === 'document' && token.value) yield token.value;
  if (!('items' in token)) return;
  for (const { key, value } of token.items) {
    if (key) yield key;
    if (value) yield value;
  }
}

const isEmpty = (node: ParsedNode): boolean => node.range[0] === node.range[1];

function unreadable(error: unknown, span: Problem['span']): Problem {
  const cause = error instanceof Error ? error.message : String(error);
  return { code: 'yaml', message: t('The fields cannot be read: {0}.', cause), span };
}

function problemsOf(document: Document.Parsed, source: string): Problem[] {
  return document.errors
    .filter(({ code }) => code !== 'NON_STRING_KEY')
    .slice(0, MOST_PROBLEMS)
    .map(({ code, message, pos: [start, end] }) => {
      const span = { start, end: Math.max(start, end) };
      if (code === 'TAB_AS_INDENT') {
        return { code: 'tabs', message: t('YAML does not allow tabs as indentation; use spaces.'), span };
      }
      if (code === 'BAD_SCALAR_START' && source[start] !== '\t') return needsQuotes(source.charAt(start), start);
      return unreadable(new Error(message.replace(/\.$/, '')), span);
    });
}
