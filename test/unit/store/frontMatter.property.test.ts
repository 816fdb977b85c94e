/** Proves on random records that reading never throws and that an edit changes its own field's bytes and no other. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lexer, parse } from 'yaml';
import type { FieldPath } from '../../../src/core/records/record.ts';
import { valueAt } from '../../../src/core/records/written.ts';
import { same, withValue } from '../../../src/store/frontMatter/sameness.ts';
import { newRecord, parseRecord, parseYaml, setBody, setField, setYamlField } from '../../../src/store/frontMatter.ts';
import {
  anyText,
  attempt,
  body,
  comment,
  names,
  path,
  type Sample,
  sample,
  simpleSource,
  step,
  strange,
  textOf,
  value,
  yamlIn,
} from './frontMatterSamples.ts';

/** The data of a YAML text as the library reads it by itself. */
function otherReading(yaml: string): Record<string, unknown> {
  return (parse(yaml, {
    version: '1.2',
    schema: 'core',
    stringKeys: true,
    resolveKnownTags: false,
    logLevel: 'error',
  }) ?? {}) as Record<string, unknown>;
}

/** The comments in a piece of YAML: what the library's lexer gives that begins with `#`, and is no text. */
function commentsOf(yaml: string): string[] {
  const tokens = [...new Lexer().lex(yaml)];
  return tokens.filter((token, at) => token.startsWith('#') && tokens[at - 1] !== '\x1f');
}

/** Values that every reader takes for the same. */
const meant = fc.oneof(
  strange,
  fc.constantFrom('word', 'two words', 'one\ntwo\n', 'a # b', 5, true),
  fc.array(fc.oneof(strange, fc.constantFrom('a', 'b', 'new')), { maxLength: 4 }),
  fc.array(fc.constantFrom('a long item of a list', 'another long item of a list'), { minLength: 3, maxLength: 5 }),
  fc.dictionary(fc.constantFrom('a', 'b', 'target'), strange, { minKeys: 1, noNullPrototype: true }),
);

/** An edit may change its own field's piece, or add one after the last; every other byte stays. */
function assertOnlyOwnBytesChange(made: Sample, key: string, after: string): void {
  const at = made.pieces.findIndex((piece) => piece.key === key);
  const join = (pieces: Sample['pieces']) => pieces.map((piece) => piece.text).join('');
  const before = made.head + join(at === -1 ? made.pieces : made.pieces.slice(0, at));
  const behind = (at === -1 ? '' : join(made.pieces.slice(at + 1))) + made.tail;
  assert.equal(after.slice(0, before.length), before);
  assert.equal(after.slice(Math.max(before.length, after.length - behind.length)), behind);
}

const runs = (numRuns: number) => ({ numRuns });

describe('front matter, on random text', () => {
  it('never throws when reading, and gives spans inside the text', () => {
    fc.assert(
      fc.property(anyText, path, (text, where) => {
        for (const read of [parseRecord(text), parseYaml(text)]) {
          for (const part of ['key', 'value', 'pair'] as const) {
            for (const asked of [[], where, ...Object.keys(read.values).map((key) => [key])]) {
              const span = read.spanOf(asked, part);
              assert.ok(!span || (span.start >= 0 && span.start <= span.end && span.end <= text.length));
            }
          }
          for (const { span } of read.problems) assert.ok(span.start <= span.end && span.start >= 0);
        }
      }),
      runs(1000),
    );
  });

  it('either sets the value asked for, keeping every other one, or refuses', () => {
    fc.assert(
      fc.property(anyText, path, fc.option(value, { nil: undefined }), (text, where, wanted) => {
        for (const [read, set] of [[parseRecord, setField] as const, [parseYaml, setYamlField] as const]) {
          const after = attempt(() => set(text, where, wanted));
          if (after === undefined) continue;
          assert.ok(same(read(after).values, withValue(read(text).values, where, wanted)));
          assert.equal(read(after).body, read(text).body);
        }
      }),
      runs(1000),
    );
  });

  it('replaces a body exactly, or refuses', () => {
    fc.assert(
      fc.property(fc.oneof(sample('record').map(textOf), anyText), body, (text, words) => {
        const after = attempt(() => setBody(text, words));
        if (after === undefined) return;
        assert.equal(parseRecord(after).body, words);
        assert.deepEqual(parseRecord(after).values, parseRecord(text).values);
      }),
      runs(1000),
    );
  });
});

describe('front matter, on random records', () => {
  it('reads every field of a well-formed record', () => {
    fc.assert(
      fc.property(sample('record'), (made) => {
        const { values, problems, hasFrontMatter } = parseRecord(textOf(made));
        assert.deepEqual(problems, []);
        assert.ok(hasFrontMatter);
        assert.deepEqual(Object.keys(values).sort(), made.pieces.flatMap(({ key }) => key ?? []).sort());
      }),
      runs(1000),
    );
  });

  for (const [edge, read, set] of [
    ['record', parseRecord, setField],
    ['yaml', parseYaml, setYamlField],
  ] as const) {
    it(`sets and removes any field of a ${edge}, changing no byte of another`, () => {
      fc.assert(
        fc.property(sample(edge), path, fc.option(value, { nil: undefined }), (made, where, wanted) => {
          const text = textOf(made);
          const before = read(text).values;
          const after = attempt(() => set(text, where, wanted));
          if (after === undefined) {
            // Taken out from between a block and an indented comment, it would make the comment a line of the block.
            const between = wanted === undefined && /[|>][-+]?(?: *#.*)?$/m.test(text);
            assert.ok(where.length > 1 || between, 'a whole field can always be set');
            return;
          }
          assert.ok(same(read(after).values, withValue(before, where, wanted)));
          assert.deepEqual(read(after).problems, []);
          assertOnlyOwnBytesChange(made, String(where[0]), after);
        }),
        runs(1000),
      );
    });

    it(`gives back the very same ${edge} when a field is set to what it holds`, () => {
      fc.assert(
        fc.property(sample(edge), path, (made, where) => {
          const text = textOf(made);
          assert.equal(set(text, where, valueAt(read(text).values, where)), text);
        }),
        runs(1000),
      );
    });

    it(`gives back the very same ${edge} when a new field is removed again`, () => {
      fc.assert(
        fc.property(
          sample(edge),
          value,
          fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
          (made, wanted, more) => {
            const text = textOf(made);
            const where = ['fresh', ...more];
            assert.equal(set(set(text, where, wanted), where, undefined), text);
          },
        ),
        runs(1000),
      );
    });
  }

  it('keeps every comment and every other value, as another reader of YAML sees them', () => {
    fc.assert(
      fc.property(
        sample('record'),
        fc.constantFrom(...names, 'due'),
        fc.option(meant, { nil: undefined }),
        (made, key, wanted) => {
          const after = attempt(() => setField(textOf(made), [key], wanted));
          if (after === undefined) return;
          const [before, now] = [yamlIn(made, textOf(made)), yamlIn(made, after)];
          const { [key]: _, ...others } = otherReading(before);
          assert.deepEqual(otherReading(now), wanted === undefined ? others : { ...others, [key]: wanted });
          if (wanted === undefined) return;
          // What stands beside a value stays with the field, whatever the value becomes.
          const piece = made.pieces.find((one) => one.key === key)?.text ?? '';
          const beside = commentsOf(piece.slice(0, piece.indexOf('\n') + 1));
          const elsewhere = made.pieces.filter((one) => one.key !== key).flatMap(({ text }) => commentsOf(text));
          const left = commentsOf(now);
          for (const comment of [...beside, ...elsewhere]) assert.ok(left.includes(comment), comment);
        },
      ),
      runs(2000),
    );
  });

  it('keeps every comment where a part of a map or list is set', () => {
    const noted = fc.array(fc.tuple(simpleSource, comment), { minLength: 3, maxLength: 3 });
    const where = fc.constantFrom<FieldPath>(
      ['map', 'k1'],
      ['map', 'k2', 'deep'],
      ['list', 1],
      ['flow', 0],
      ['flow', 2],
      ['maps', 0, 'k'],
    );
    fc.assert(
      fc.property(noted, noted, noted, where, meant, (one, two, three, path, wanted) => {
        const lines = [
          'map: # of a map',
          ...one.map(([item, note], at) => `  k${at}: ${item}${note}`),
          'list:',
          ...two.map(([item, note]) => `  - ${item}${note}`),
          'flow: [',
          ...three.map(([item, note], at) => `  ${item}${at < 2 ? ',' : ''}${note}`),
          ']',
          `maps:${one[0]?.[1]}`,
          `- k: ${one[0]?.[0]}${two[1]?.[1]}`,
          '  # below',
          '  o: 1',
        ];
        const text = ['---', ...lines, '---', ''].join('\n');
        const after = attempt(() => setField(text, path, wanted));
        if (after !== undefined) assert.deepEqual(commentsOf(after), commentsOf(text));
      }),
      runs(2000),
    );
  });

  it('changes one list item and no other item’s line', () => {
    const items = fc.array(fc.tuple(simpleSource, comment), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(items, fc.nat(), fc.constantFrom('add', 'remove', 'replace'), (all, pick, verb) => {
        const lines = all.map(([item, note]) => `  - ${item}${note}`);
        const text = ['---', 'list: # note', ...lines, '---', ''].join('\n');
        const before = parseRecord(text).values.list as unknown[];
        const at = pick % all.length;
        const wanted =
          verb === 'add'
            ? [...before, 'new one']
            : verb === 'remove'
              ? before.toSpliced(at, 1)
              : before.with(at, 'new one');
        const after = setField(text, ['list'], wanted);
        assert.deepEqual(parseRecord(after).values.list, wanted);
        const left = after.split('\n').filter((line) => line.startsWith('  - '));
        const kept = left.filter((line) => lines.includes(line)).length;
        assert.ok(kept >= all.length - (verb === 'add' ? 0 : 1), after);
      }),
      runs(500),
    );
  });

  it('refuses conflict markers, half a front matter, broken YAML and doubled keys', () => {
    const damage = fc.constantFrom(
      (made: Sample) =>
        `${made.head}<<<<<<< ours\na: 1\n=======\na: 2\n>>>>>>> theirs\n${textOf(made).slice(made.head.length)}`,
      (made: Sample) => textOf({ ...made, tail: '' }),
      (made: Sample) => textOf({ ...made, head: `${made.head}"broken: [\n` }),
      (made: Sample) => textOf({ ...made, head: `${made.head}due: 1\ndue: 2\n` }),
    );
    fc.assert(
      fc.property(sample('record'), damage, value, (made, harm, wanted) => {
        const text = harm(made);
        assert.ok(parseRecord(text).problems.length > 0);
        assert.equal(
          attempt(() => setField(text, ['due'], wanted)),
          undefined,
        );
      }),
      runs(500),
    );
  });

  it('adds a front matter to a text that has none, keeping every byte of it', () => {
    fc.assert(
      fc.property(body, fc.constantFrom('', '\uFEFF'), value, (words, mark, wanted) => {
        fc.pre(!/^\uFEFF|^---[ \t]*(?:\r?\n|$)|^<{7}/.test(words));
        const after = setField(mark + words, ['due'], wanted);
        assert.ok(after.startsWith(`${mark}---`) && after.endsWith(words));
        assert.equal(parseRecord(after).body, words);
        assert.ok(same(parseRecord(after).values, withValue({}, ['due'], wanted)));
      }),
      runs(500),
    );
  });

  it('writes new records that read back as they were given', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), body, (given, words) => {
        const read = parseRecord(newRecord(given, words));
        assert.ok(same(read.values, given));
        assert.equal(read.body, words);
        assert.deepEqual(read.problems, []);
      }),
      runs(1000),
    );
  });

  it('never changes another field through an alias', () => {
    const text = ['---', 'base: &b {a: 1, list: &l [x, y]}', 'copy: *b', 'more: *l', 'own: 1', '---', ''].join('\n');
    const keys = fc.constantFrom('base', 'copy', 'more', 'own', 'fresh');
    fc.assert(
      fc.property(keys, fc.array(step, { maxLength: 1 }), fc.option(value, { nil: undefined }), (key, more, wanted) => {
        const where = [key, ...more];
        const after = attempt(() => setField(text, where, wanted));
        if (after === undefined) return;
        assert.ok(same(parseRecord(after).values, withValue(parseRecord(text).values, where, wanted)));
      }),
      runs(500),
    );
  });
});
