/** Makes random records the way people write them, random edits, and text that is no record at all. */

import fc from 'fast-check';
import { BecauseError } from '../../../src/core/base/errors.ts';
import type { FieldPath } from '../../../src/core/records/record.ts';

/** One field as the lines a person might have written for it; line endings come later. */
interface Field {
  readonly key: string;
  readonly lines: readonly string[];
}

/** A record in pieces, so that the test itself knows which bytes belong to which field. */
export interface Sample {
  readonly head: string;
  readonly pieces: readonly { readonly key: string | undefined; readonly text: string }[];
  readonly tail: string;
}

/** The YAML of a text that was made of a sample, edited or not. */
export const yamlIn = ({ head, tail }: Sample, text: string): string =>
  text.slice(head.length, text.length - tail.length);

/** The edited text, or undefined when the edit is refused the one way it may be. */
export function attempt(edit: () => string): string | undefined {
  try {
    return edit();
  } catch (error) {
    if (error instanceof BecauseError && error.code === 'not-editable') return undefined;
    throw error;
  }
}

/** What others take for the end of a line, for a space, for a mark of their own or for nothing, and what YAML itself reads. */
const ODD = [
  ...[
    '\t',
    '\u0085',
    '\u00a0',
    '\u00ad',
    '\u061c',
    '\u1680',
    '\u180e',
    '\u200b',
    '\u200d',
    '\u200e',
    '\u200f',
    '\u2028',
  ],
  ...['\u2029', '\u202e', '\u2060', '\u2066', '\u3000', '\ud7ff', '\ue000', '\ufdd0', '\ufeff', '\ufff9', '\ufffd'],
  ...[
    '😀',
    '\u{1fffe}',
    '\u{e0041}',
    '\u{10ffff}',
    'é',
    'ß',
    '١',
    'a',
    ' ',
    ' #',
    ' : ',
    '\\',
    '---',
    '...',
    '<<',
    '=',
    '~',
  ],
  ...['-', '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', "'", '"', '%', '@', '`'],
];

/** All that YAML 1.2 allows in a line: its c-printable without the two ends of a line. */
const printable = fc
  .oneof(
    { weight: 2, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
    { weight: 2, arbitrary: fc.integer({ min: 0xa0, max: 0xd7ff }) },
    { weight: 1, arbitrary: fc.integer({ min: 0xe000, max: 0xfffd }) },
    { weight: 1, arbitrary: fc.integer({ min: 0x10000, max: 0x10ffff }) },
  )
  .map((code) => String.fromCodePoint(code));

/** A few characters of one line, most of them odd. */
export const strange = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ODD) }, { weight: 1, arbitrary: printable }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((all) => all.join(''));

/** Text as it is written without quotes, also in a list on one line: what would end it there is left out. */
const unquoted = (text: string): string =>
  `w${text
    .replace(/[,[\]{}]/g, '')
    .replace(/:+(?=[ \t])/g, '')
    .replace(/(?<=[ \t])#+/g, '')}w`;
const singleQuoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const doubleQuoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
export const strangeSource = fc
  .tuple(strange, fc.constantFrom(unquoted, singleQuoted, doubleQuoted))
  .map(([text, written]) => written(text));

const usualSource = fc.constantFrom(
  ...['007', '1.10', '12345e6', 'yes', 'no', '~', '', 'null', '2026-11-01', '2026-11-01T10:00:00Z', '09:00', '0x1F'],
  ...["'it''s'", '"a \\"b\\" \\u00e9"', 'plain words', 'http://a.example/#x', 'a: b'.replace(': ', ':'), "''", '-1'],
  ...['!!str 12', 'true', '.inf', '`code`'.slice(1, 5), 'é😀', 'tab\tinside', '[a, b]', '{a: 1}', '[]', '{}'],
);
const scalarSource = fc.oneof({ weight: 4, arbitrary: usualSource }, strangeSource);
const usualItem = fc.constantFrom('a', 'b', '1', "'q'", '"d"', '007', 'two words', '~', 'x-1');
export const simpleSource = fc.oneof({ weight: 8, arbitrary: usualItem }, strangeSource);
export const comment = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('', '', '', ' # note', '   # spaced', '  ', '\t# tab') },
  strange.map((text) => ` # ${text}`),
);
const between = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('# a comment', '', '   ', '#', '# key: value', '  # indented', '# trailing  '),
  },
  strange.map((text) => `#${text}`),
);

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
    fc
      .tuple(fc.constantFrom('|', '>', '|-', '>+'), comment, fc.array(strange, { minLength: 1, maxLength: 3 }))
      .map(([style, note, lines]) => [`${key}: ${style}${note}`, ...lines.map((line) => `  w${line}`)]),
  );

export const names = ['id', 'title', 'outcome', 'x-unknown', 'yes', '1', '__proto__', 'constructor'];
const fields: fc.Arbitrary<Field[]> = fc
  .uniqueArray(fc.constantFrom(...names), { maxLength: 6 })
  .chain((keys) => fc.tuple(...keys.map((key) => fieldLines(key).map((lines) => ({ key, lines })))));

export const body = fc.oneof(
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
export const sample = (edge: 'record' | 'yaml'): fc.Arbitrary<Sample> =>
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

export const textOf = ({ head, pieces, tail }: Sample) => head + pieces.map((piece) => piece.text).join('') + tail;

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
export const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 6 }),
  fc.dictionary(fc.constantFrom('a', 'b', 'target', 'q', 'yes'), scalar, { maxKeys: 4 }),
  fc.array(fc.dictionary(fc.constantFrom('title', 'must', 'effort'), scalar), { maxLength: 3 }),
  fc.dictionary(fc.string(), fc.array(scalar)),
  fc.array(fc.constantFrom('a', 'b', 'q', 'two words', 1, null, 'x-1', 'c'), { maxLength: 7 }),
);
export const step = fc.constantFrom<string | number>('a', 'b', 'target', 'deep', 'title', 'effort', 0, 1, 2);
export const path = fc
  .tuple(fc.constantFrom(...names, 'fresh', 'due'), fc.array(step, { maxLength: 2 }))
  .map(([key, more]): FieldPath => [key, ...more]);

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
/** Any text at all, and text that is nearly YAML, fenced or not. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fragments.map((all) => all.join('')),
  fragments.map((all) => `---\n${all.join('')}\n---\n`),
);
