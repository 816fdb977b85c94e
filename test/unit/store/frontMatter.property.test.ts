/** Proves on random records that reading never throws and that an edit changes its own field's bytes and no other. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BecauseError } from '../../../src/core/errors.ts';
import { same, valueAt, withValue } from '../../../src/store/frontMatter/sameness.ts';
import {
  newRecord,
  type Path,
  parseRecord,
  parseYaml,
  setBody,
  setField,
  setYamlField,
} from '../../../src/store/frontMatter.ts';

/** One field as the lines a person might have written for it; line endings come later. */
interface Field {
  readonly key: string;
  readonly lines: readonly string[];
}

/** A record in pieces, so that the test itself knows which bytes belong to which field. */
interface Sample {
  readonly head: string;
  readonly pieces: readonly { readonly key: string | undefined; readonly text: string }[];
  readonly tail: string;
}

const scalarSource = fc.constantFrom(
  ...['007', '1.10', '12345e6', 'yes', 'no', '~', '', 'null', '2026-11-01', '2026-11-01T10:00:00Z', '09:00', '0x1F'],
  ...["'it''s'", '"a \\"b\\" \\u00e9"', 'plain words', 'http://a.example/#x', 'a: b'.replace(': ', ':'), "''", '-1'],
  ...['!!str 12', 'true', '.inf', '`code`'.slice(1, 5), 'é😀', 'tab\tinside', '[a, b]', '{a: 1}', '[]', '{}'],
);
const simpleSource = fc.constantFrom('a', 'b', '1', "'q'", '"d"', '007', 'two words', '~', 'x-1');
const comment = fc.constantFrom('', '', '', ' # note', '   # spaced', '  ', '\t# tab');
const between = fc.constantFrom('# a comment', '', '   ', '#', '# key: value', '  # indented comment', '# trailing  ');

const fieldLines = (key: string): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    fc.tuple(scalarSource, comment).map(([value, note]) => [`${key}: ${value}${note}`]),
    fc.tuple(scalarSource, comment).map(([value, note]) => [`"${key}" :   ${value}${note}`]),
    fc
      .tuple(
        fc.array(fc.tuple(simpleSource, comment), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('', '  ', '    '),
        comment,
      )
      .map(([items, indent, note]) => [
        `${key}:${note}`,
        ...items.map(([item, beside]) => `${indent}- ${item}${beside}`),
      ]),
    fc
      .tuple(fc.array(simpleSource, { minLength: 1, maxLength: 5 }), comment, fc.constantFrom(', ', ',  ', ' , '))
      .map(([items, note, comma]) => [`${key}: [${items.join(comma)}]${note}`]),
    fc
      .tuple(fc.array(fc.tuple(simpleSource, comment), { minLength: 1, maxLength: 4 }), fc.boolean())
      .map(([items, trailing]) => [
        `${key}: [`,
        ...items.map(([item, beside], at) => `  ${item}${trailing || at < items.length - 1 ? ',' : ''}${beside}`),
        ' ]',
      ]),
    fc
      .tuple(fc.uniqueArray(fc.constantFrom('a', 'b', 'target', "'q'"), { minLength: 1 }), simpleSource, comment)
      .map(([keys, value, note]) => [`${key}: {${keys.map((name) => `${name}: ${value}`).join(', ')}}${note}`]),
    fc
      .tuple(fc.uniqueArray(fc.constantFrom('a', 'b', 'target', '"q"'), { minLength: 1 }), scalarSource, comment)
      .map(([keys, value, note]) => [`${key}:${note}`, ...keys.map((name) => `  ${name}: ${value}${note}`)]),
    fc.constantFrom(
      [`${key}: |`, '  first', '', '  # not a comment', '    indented'],
      [`${key}: >- # folded`, '  one', '  two'],
      [`${key}: |+`, '  kept', '', ''],
      [`${key}: words that`, '  go on', '  below'],
      [`${key}: "quoted \\`, '  on two lines"'],
      [
        `${key}:`,
        '  - title: x # first',
        '    must: true',
        '',
        '    # inner',
        '    effort: 3',
        '  - title: y',
        '  - {title: z}',
      ],
      [`${key}:`, '- - 1', '  - 2', '- - 3'],
      [`${key}:`, '', '  # only a comment above', '  deep:', '    deeper: 1', '  other: 2 # note'],
      [`? ${key}`, ': explicit'],
      [`${key}: {`, '  a: 1, # one', '  target: 2 # two', '}'],
      [`${key}: &mine_${key} {a: 1}`],
    ),
  );

const names = ['id', 'title', 'outcome', 'x-unknown', 'yes', '1', '__proto__', 'constructor'];
const fields: fc.Arbitrary<Field[]> = fc
  .uniqueArray(fc.constantFrom(...names), { maxLength: 6 })
  .chain((keys) => fc.tuple(...keys.map((key) => fieldLines(key).map((lines) => ({ key, lines })))));

const body = fc.oneof(
  fc.constantFrom('', 'Words.\n', '# Heading\r\n\r\ntext  \n', '\n\n---\nnot a fence any more\n---\n', 'no end'),
  fc.string({ unit: 'binary' }),
);

/** What stands between two fields, without what YAML would take for the end of the block scalar above. */
function outside(above: Field | undefined, fillers: readonly string[]): string[] {
  const header = above?.lines[0] ?? '';
  return fillers.filter(
    (line) => !(/[|>]/.test(header) && line.startsWith(' ')) && !(header.includes('|+') && line === ''),
  );
}

/** Joins fields, comments and blank lines with LF, CRLF, or both at random. */
const sample = (edge: 'record' | 'yaml'): fc.Arbitrary<Sample> =>
  fc
    .record({
      fields,
      fillers: fc.array(fc.array(between, { maxLength: 2 }), { minLength: 7, maxLength: 7 }),
      endings: fc.oneof(
        fc.constant(['\n']),
        fc.constant(['\r\n']),
        fc.array(fc.constantFrom('\n', '\r\n'), { minLength: 3, maxLength: 9 }),
      ),
      mark: fc.constantFrom('', '\uFEFF'),
      fenceSpaces: fc.constantFrom('', ' ', '\t '),
      body,
    })
    .map(({ fields: all, fillers, endings, mark, fenceSpaces, body: words }) => {
      let count = 0;
      const ended = (lines: readonly string[]) =>
        lines.map((line) => line + endings[count++ % endings.length]).join('');
      const record = edge === 'record';
      const head = mark + (record ? ended([`---${fenceSpaces}`]) : '');
      const pieces = all.flatMap(({ key, lines }, at) => [
        { key: undefined, text: ended(outside(all[at - 1], fillers[at] ?? [])) },
        { key, text: ended(lines) },
      ]);
      const last = { key: undefined, text: ended(outside(all.at(-1), fillers[6] ?? [])) };
      return { head, pieces: [...pieces, last], tail: record ? ended([`---${fenceSpaces}`]) + words : '' };
    });

const textOf = ({ head, pieces, tail }: Sample) => head + pieces.map((piece) => piece.text).join('') + tail;

const scalar = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'yes',
    '007',
    '1.10',
    '2026-11-01',
    'null',
    '#a',
    '@b',
    'c: d',
    '',
    ' x',
    'a\nb',
    'a\n\nb\n',
    '- x',
    '1:30',
  ),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 6 }),
  fc.dictionary(fc.constantFrom('a', 'b', 'target', 'q', 'yes'), scalar, { maxKeys: 4 }),
  fc.array(fc.dictionary(fc.constantFrom('title', 'must', 'effort'), scalar), { maxLength: 3 }),
  fc.dictionary(fc.string(), fc.array(scalar)),
  fc.array(fc.constantFrom('a', 'b', 'q', 'two words', 1, null, 'x-1', 'c'), { maxLength: 7 }),
);
const step = fc.constantFrom<string | number>('a', 'b', 'target', 'deep', 'title', 'effort', 0, 1, 2);
const path = fc
  .tuple(fc.constantFrom(...names, 'fresh', 'due'), fc.array(step, { maxLength: 2 }))
  .map(([key, more]): Path => [key, ...more]);

/** The edited text, or undefined when the edit is refused the one way it may be. */
function attempt(edit: () => string): string | undefined {
  try {
    return edit();
  } catch (error) {
    if (error instanceof BecauseError && error.code === 'not-editable') return undefined;
    throw error;
  }
}

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
  const fragments = fc.array(
    fc.oneof(
      fc.constantFrom(
        '---\n',
        '---',
        '\r\n',
        '\n',
        '\uFEFF',
        '- ',
        ': ',
        '? ',
        '  ',
        '\t',
        '[',
        ']',
        '{',
        '}',
        ',',
        '#',
        '|',
        '>',
      ),
      fc.constantFrom(
        '&a ',
        '*a',
        '!!str ',
        '"',
        "'",
        '%YAML 1.1\n',
        '...\n',
        '<<<<<<< x\n',
        '=======\n',
        'key',
        '1',
        '\\',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 30 },
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fragments.map((all) => all.join('')),
    fragments.map((all) => `---\n${all.join('')}\n---\n`),
  );

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
      runs(3000),
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
      runs(2000),
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
      let refused = 0;
      let done = 0;
      fc.assert(
        fc.property(sample(edge), path, fc.option(value, { nil: undefined }), (made, where, wanted) => {
          const text = textOf(made);
          const before = read(text).values;
          const after = attempt(() => set(text, where, wanted));
          done += 1;
          if (after === undefined) {
            refused += where.length === 1 ? 1 : 0;
            return;
          }
          assert.ok(same(read(after).values, withValue(before, where, wanted)));
          assert.deepEqual(read(after).problems, []);
          assertOnlyOwnBytesChange(made, String(where[0]), after);
        }),
        runs(3000),
      );
      assert.ok(refused < done / 50, `${refused} of ${done} edits of a whole field were refused`);
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
