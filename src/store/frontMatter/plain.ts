/** Turns a YAML tree into plain values, refusing aliases that expand without end. */

import { t } from '../../core/base/l10n.ts';
import { keepForm, needsForm } from '../../core/records/written.ts';
import type { Span } from '../../core/text/positions.ts';
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq,
} from '../../core/text/yaml.ts';
import { MOST_PROBLEMS, newValues, type Problem, type ProblemCode, type Values } from './reading/shape.ts';

const MOST_ALIASED = 10_000;
const DEEPEST = 200;

/** Carries the problem for which a whole document is refused. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, message: string, span: Span) {
    super(message);
    this.problem = { code, message, span };
  }
}

/** One walk over one tree. */
export class PlainValues {
  readonly problems: Problem[] = [];
  readonly doubled = new Set<string>();
  readonly #source: string;
  readonly #anchors = new Map<string, ParsedNode>();
  /** What each alias stood for when first met: an anchor's name may be given anew further down. */
  readonly #targets = new Map<Alias.Parsed, ParsedNode>();
  #aliased = 0;
  #insideAlias = 0;
  #topKey = '';

  constructor(source: string) {
    this.#source = source;
  }

  /** The values of the whole. Throws a Refusal. */
  ofRoot(root: YAMLMap.Parsed): Values {
    if (root.anchor) this.#anchors.set(root.anchor, root);
    return this.#ofMap(root, 0);
  }

  #of(node: ParsedNode | null, depth: number): unknown {
    if (!node) return null;
    if (depth > DEEPEST) this.#refuse('yaml', t('The fields are nested too deep.'), node);
    if (this.#insideAlias > 0) {
      this.#aliased += 1;
      if (this.#aliased > MOST_ALIASED) {
        this.#refuse('alias-bomb', t('Aliases here stand for more than {0} values.', MOST_ALIASED), node);
      }
    } else if (!isAlias(node) && node.anchor) {
      this.#anchors.set(node.anchor, node);
    }
    if (isAlias(node)) return this.#ofAlias(node, depth);
    if (isMap(node)) return this.#ofMap(node, depth);
    if (isSeq(node)) return this.#ofList(node, depth);
    return scalarValue(node.value, node.source);
  }

  #ofList(list: YAMLSeq.Parsed, depth: number): unknown[] {
    const values: unknown[] = [];
    for (const item of list.items) {
      const node = 'range' in item ? item : null;
      values.push(this.#of(node, depth + 1));
      this.#keepForm(values, values.length - 1, node);
    }
    return values;
  }

  #ofMap(map: YAMLMap.Parsed, depth: number): Values {
    const values = newValues();
    for (const { key, value } of map.items) {
      const name = this.#nameOf(key, depth);
      if (depth === 0 && this.#insideAlias === 0) this.#topKey = name;
      const plain = this.#of(value, depth + 1);
      if (!Object.hasOwn(values, name)) {
        values[name] = plain;
        this.#keepForm(values, name, value);
      } else if (this.#insideAlias === 0) this.#reportDouble(name, key);
    }
    return values;
  }

  #keepForm(container: Values | unknown[], step: string | number, node: ParsedNode | null): void {
    const target = isAlias(node) ? this.#targets.get(node) : node;
    if (isScalar(target) && needsForm(target.value, target.source)) keepForm(container, step, target.source);
  }

  /** Keys that are not text are named by their source. */
  #nameOf(key: ParsedNode, depth: number): string {
    this.#of(key, depth + 1);
    if (isScalar(key) && typeof key.value === 'string') return key.value;
    if (isScalar(key)) return key.source;
    return this.#source.slice(key.range[0], key.range[1]);
  }

  #ofAlias(alias: Alias.Parsed, depth: number): unknown {
    const target = this.#targets.get(alias) ?? this.#anchors.get(alias.source);
    if (!target) this.#refuse('yaml', t('There is no anchor "&{0}" before this alias.', alias.source), alias);
    this.#targets.set(alias, target);
    if (target.range[0] < alias.range[0] && alias.range[0] < target.range[1]) {
      this.#refuse('alias-bomb', t('The alias "*{0}" stands for something that contains itself.', alias.source), alias);
    }
    this.#insideAlias += 1;
    const value = this.#of(target, depth + 1);
    this.#insideAlias -= 1;
    return value;
  }

  #reportDouble(name: string, key: ParsedNode): void {
    this.doubled.add(this.#topKey);
    if (this.problems.length >= MOST_PROBLEMS) return;
    const message = t('"{0}" is given twice; the first one counts.', name);
    this.problems.push({ code: 'duplicate-key', message, span: { start: key.range[0], end: key.range[1] } });
  }

  #refuse(code: ProblemCode, message: string, node: ParsedNode): never {
    throw new Refusal(code, message, { start: node.range[0], end: node.range[1] });
  }
}

function scalarValue(value: unknown, source: string): unknown {
  const plain = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  return plain ? value : source;
}
