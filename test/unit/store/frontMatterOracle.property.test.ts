/** Asks a reader of YAML that is none of ours whether every value and comment stays what it was, whatever its characters. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CORE_SCHEMA, load } from 'js-yaml';
import { parseRecord, setField } from '../../../src/store/frontMatter.ts';
import { attempt, names, sample, strange, strangeSource, textOf, yamlIn } from './frontMatterSamples.ts';

const RUNS = Number(process.env.BECAUSE_YAML_RUNS ?? 1000);

/** Plain data, whatever its prototypes and the order of its keys. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return byKey(Object.entries(value).map(([key, item]) => [key, plain(item)] as const));
}

const byKey = (entries: Iterable<readonly [string, unknown]>) =>
  new Map([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));

/** The values of a YAML text as js-yaml reads them. */
const otherReading = (yaml: string) => plain(load(yaml, { schema: CORE_SCHEMA }) ?? {}) as Map<string, unknown>;

/** What a person or another program may want a field to hold: several lines too. */
const line = fc.oneof(strange, fc.constantFrom('word', '', 'a # b', 'yes', '1.10', '2026-11-01'));
const words = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '\r\n', '\r', '\n\n'))
  .map(([lines, end]) => lines.join(end));
const wantedValue = fc.oneof(
  words,
  fc.constantFrom(5, 0.5, true, null),
  fc.array(words, { maxLength: 4 }),
  fc.dictionary(line, words, { minKeys: 1, maxKeys: 3 }),
);

describe('front matter, as another reader of YAML sees it', function () {
  this.timeout(0);

  it('reads the values that stand there', () => {
    fc.assert(
      fc.property(sample('record'), (made) => {
        const text = textOf(made);
        assert.deepEqual(plain(parseRecord(text).values), otherReading(yamlIn(made, text)));
      }),
      { numRuns: RUNS },
    );
  });

  it('holds what was set, and every other value as it was', () => {
    fc.assert(
      fc.property(
        sample('record'),
        fc.constantFrom(...names, 'due'),
        fc.option(wantedValue, { nil: undefined }),
        (made, key, wanted) => {
          const text = textOf(made);
          const after = attempt(() => setField(text, [key], wanted));
          if (after === undefined) return;
          const expected = otherReading(yamlIn(made, text));
          expected.delete(key);
          if (wanted !== undefined) expected.set(key, plain(wanted));
          assert.deepEqual(otherReading(yamlIn(made, after)), byKey(expected));
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('keeps a comment beside a value, which the test wrote there itself', () => {
    const beside = fc.tuple(
      strangeSource,
      strange.map((text) => ` # n${text}`),
    );
    const all = fc.tuple(beside, beside, beside, beside, beside);
    const paths = [['one'], ['map', 'in'], ['list', 0], ['flow', 0], ['last']] as const;
    fc.assert(
      fc.property(all, fc.nat(4), fc.oneof(words, fc.array(words, { maxLength: 3 })), (parts, at, wanted) => {
        const written = parts.map(([source, note]) => source + note) as [string, string, string, string, string];
        const [one, inMap, inList, inFlow, last] = written;
        const yaml = [`one: ${one}`, 'map:', `  in: ${inMap}`, 'list:', `- ${inList}`, `flow: [`, `  ${inFlow}`, ']'];
        const text = ['---', ...yaml, `last: ${last}`, '---', ''].join('\n');
        const path = paths[at] ?? ['one'];
        const after = attempt(() => setField(text, path, wanted));
        if (after === undefined) return;
        const lines = after.split('\n');
        for (const [, note] of parts)
          assert.ok(
            lines.some((each) => each.endsWith(note)),
            note,
          );
        const bare = parts.reduce((left, [, note]) => left.replace(`${note}\n`, () => '\n'), after);
        const read = otherReading(after.slice(4, -4));
        assert.deepEqual(otherReading(bare.slice(4, -4)), read);
        const held = path.reduce<unknown>(
          (value, step) => (value instanceof Map ? value.get(step) : (value as unknown[])[Number(step)]),
          read,
        );
        assert.deepEqual(held, plain(wanted));
      }),
      { numRuns: RUNS },
    );
  });
});
