/** Holds the quick reader against the full parser. */

import assert from 'node:assert/strict';
import type { FieldPath } from '../../../src/core/records/record.ts';
import { formsIn } from '../../../src/core/records/written.ts';
import { readYaml } from '../../../src/store/frontMatter/document.ts';
import { spanIn } from '../../../src/store/frontMatter/entries.ts';
import { quickPlaces, quickRead } from '../../../src/store/frontMatter/reading/quick.ts';

/** How many places of one text are compared: looking up one takes the full parser a walk over all of them. */
const MOST_PATHS = 20;

/**
 * Whether the quick reader reads a text. Where it does, the full parser must give the same data, with its keys in the
 * same order and its scalars in the same form, the same problems, and the same places of every key, value and pair.
 */
export function agrees(source: string): boolean {
  const quick = quickRead(source);
  agreesWithin(source, quick);
  if (!quick) return false;
  const full = readYaml(source);
  assert.deepEqual(quick.problems, full.problems);
  assert.deepEqual(quick.values, full.values);
  assert.deepEqual(formsIn(quick.values), formsIn(full.values));
  const spanOf = quickPlaces(source);
  const paths = pathsIn(full.values);
  for (const path of paths) assert.deepEqual(keysAt(quick.values, path), keysAt(full.values, path));
  const apart = Math.ceil(paths.length / MOST_PATHS);
  for (const path of [...paths.filter((_, at) => at % apart === 0), ['nowhere'], ['id', 'x'], ['team', 9]]) {
    for (const part of ['key', 'value', 'pair'] as const) {
      assert.deepEqual(spanOf?.(path, part), spanIn(full, path, part), `${part} of ${path.join('.')}`);
    }
  }
  return true;
}

/** As a part of another text, which ends with a line, a text is read as it is alone. */
function agreesWithin(source: string, alone: ReturnType<typeof quickRead>): void {
  const line = source.endsWith('\n') ? source : `${source}\n`;
  const before = '- other: [x\n';
  const part = { start: before.length, end: before.length + line.length };
  const text = `${before}${line}  more: "\u0000`;
  const [within, whole] = [quickRead(text, part), line === source ? alone : quickRead(line)];
  assert.deepEqual(within?.values, whole?.values);
  assert.deepEqual(within && formsIn(within.values), whole && formsIn(whole.values));
  const moved = whole?.problems.map((one) => ({
    ...one,
    span: { start: one.span.start + part.start, end: one.span.end + part.start },
  }));
  assert.deepEqual(within?.problems, moved);
  const [placeWithin, placeAlone] = [quickPlaces(text, part), quickPlaces(line)];
  for (const path of whole ? pathsIn(whole.values).slice(0, MOST_PATHS) : []) {
    const span = placeAlone?.(path, 'pair');
    assert.deepEqual(
      placeWithin?.(path, 'pair'),
      span && { start: span.start + part.start, end: span.end + part.start },
    );
  }
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

function keysAt(values: unknown, path: FieldPath): string[] {
  return Object.keys(valueAt(values, path) ?? {});
}

function pathsIn(value: unknown, path: FieldPath = []): FieldPath[] {
  if (!isContainer(value)) return [path];
  const steps = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [path, ...steps.flatMap((step) => pathsIn(valueAt(value, [step]), [...path, step]))];
}

function valueAt(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((at, step) => (at as { readonly [step: string | number]: unknown })[step], value);
}
