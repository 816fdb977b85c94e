/** Whatever a folder, a repository or a person could hold, wished for or not: small worlds of it, for trying every surface. */
import fc from 'fast-check';
import { fieldsOf, kindNames, kinds } from '../../src/core/kinds/all.ts';
import type { Field } from '../../src/core/records/field.ts';
import type { Branch, Commit } from '../../src/core/work/facts.ts';

/** One of everything a surface may be given. */
export interface World {
  /** Records' texts by path, because.yml included. */
  readonly files: Readonly<Record<string, string>>;
  /** Newest first. */
  readonly commits: readonly Commit[];
  readonly branches: readonly Branch[];
  readonly remotes: readonly string[];
  /** Bodies, templates, lines of code, things typed and pasted. */
  readonly texts: readonly string[];
}

/** Names that mean something to objects, to git, to YAML, or nothing at all. */
const NAMES = [
  ...['PAY-1', 'PAY-2', 'pay-1', '#1', 'relay/api#1', 'missed-updates', 'ev-1', 'ada', 's1', '2026-Q4'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'length', 'prototype', '__defineGetter__'],
  ...['', ' ', '.', '..', '../../etc/passwd', 'a/b', '-rf', '--help', 'HEAD', 'null', 'true', '007', '1e999', 'NaN'],
];

/** Characters that break a line, turn its direction, hide in it, or are half of one. */
const CHARACTERS = [
  ...[
    '\n',
    '\r',
    '\r\n',
    '\v',
    '\f',
    '\u0085',
    '\u2028',
    '\u2029',
    '\0',
    '\t',
    '\x1b[31m',
    '\x1b]8;;x\x07',
    '\x7f',
    '\x9b',
  ],
  ...['\u202E', '\u202A', '\u2066', '\u2069', '\u200E', '\u200F', '\u061C', '\u200B', '\u200D', '\u00AD', '\uFEFF'],
  ...[
    '\uD800',
    '\uDC00',
    '\uDE00\uD83D',
    '\u{E0041}',
    '\u{E007F}',
    '\uFFFE',
    '\uFFFF',
    '\uFFF9',
    '\uE000',
    '\uE001',
    '\uF8FF',
  ],
];

const WORDS = [
  ...[
    'from 1 to 2',
    '80% of users',
    'We need a button.',
    'Why?',
    '> said',
    '# Title',
    '- [ ] item',
    '| a | b |',
    '---',
    '...',
  ],
  ...[
    '<!-- because:why -->',
    '<!-- /because:why -->',
    '<!-- because -->',
    '[//]: # (because:why)',
    '```',
    '~~~',
    '``` because',
  ],
  ...[
    '[x](command:y)',
    '$(trash)',
    '<b>',
    '&amp;',
    '@ada',
    '\\@x',
    'https://relay.example/pull/1?a#b',
    'C:\\x\\y',
    '//x/y',
  ],
  ...[
    'Initiative: PAY-1',
    'Because: missed-updates',
    'Evidence: ev-1, ev-2',
    'Signed-off-by: x <x@y>',
    '(#1)',
    'Merge pull request #1 from a/b',
  ],
  ...[
    "Merge branch 'PAY-1' into main",
    'Revert "PAY-1: x"',
    'This reverts commit 0123456789abcdef0123456789abcdef01234567.',
  ],
  ...[
    '{a: [b, {c: d}]}',
    '&a',
    '*a',
    '!!js/function',
    '? x',
    ': y',
    '- - - a',
    '"',
    "'",
    '|',
    '>-',
    '%',
    '🙂',
    '漢字',
    'مرحبا',
    'é',
  ],
];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...CHARACTERS) },
  { weight: 2, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.array(fc.nat(0xffff), { maxLength: 12 }).map((codes) => String.fromCharCode(...codes)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('x', ' ', '.', '`', '/', '9', '"', '\n', 'a '), fc.nat(3000))
      .map(([sign, many]) => sign.repeat(many)),
  },
);

const name = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...NAMES) }, { weight: 1, arbitrary: piece });

const text = fc
  .tuple(fc.array(piece, { maxLength: 8 }), fc.constantFrom('', ' ', '\n', '\n\n', '\r\n', '\r'))
  .map(([pieces, between]) => pieces.join(between));

const number = fc.constantFrom(0, -0, -1, 1, 3, 0.5, 1e21, 1e308, -1e308, 5e-324, 2 ** 53, 99_999_999);

const date = fc.constantFrom(
  ...[
    '2026-11-23',
    '2026-11-23T14:30:00Z',
    '0000-00-00',
    '9999-12-31',
    '275760-09-14',
    '2026-02-30',
    '-1',
    'now',
    '1e99',
  ],
  ...['2026-11-23T25:00:00+99:99', '0001-01-01T00:00:00-23:59', '2026-13-01'],
);

/** Anything YAML can say. */
const anything: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: text },
  name,
  number,
  date,
  fc.constantFrom(true, false, null, [], {}, [[]], [null], [{}], '?'),
  fc.array(fc.oneof(text, name, number, fc.constant(null)), { maxLength: 4 }),
  fc.array(fc.tuple(name, fc.oneof(text, name, number)), { maxLength: 3 }).map((pairs) => Object.fromEntries(pairs)),
  fc.array(fc.dictionary(name, fc.oneof(text, number)), { maxLength: 2 }),
);

/** What a field is meant to hold, most of the time as its kind wants it, with hostile words wherever words are wanted. */
function meant(field: Field, depth: number): fc.Arbitrary<unknown> {
  const { type, values = [], fields, many } = field;
  const single: fc.Arbitrary<unknown> = fields
    ? depth > 2
      ? anything
      : fieldValues(fields, depth + 1)
    : values.length > 0
      ? fc.constantFrom(...values)
      : type === 'number'
        ? fc.oneof(fc.integer({ min: 0, max: 5 }), number)
        : type === 'day' || type === 'time'
          ? date
          : type === 'reference' || type === 'member'
            ? name
            : type === 'duration'
              ? fc.constantFrom('2 weeks', '45 minutes', '99999999999999999999 weeks', '0 days')
              : type === 'url'
                ? text.map((words) => `https://relay.example/${words.replaceAll(/\s/g, '')}`)
                : fc.oneof(text, name);
  const one = many ? fc.oneof(single, fc.array(single, { maxLength: 4 })) : single;
  return fc.oneof({ weight: 6, arbitrary: one }, { weight: 1, arbitrary: anything });
}

function fieldValues(fields: { readonly [name: string]: Field }, depth = 0): fc.Arbitrary<Record<string, unknown>> {
  const known = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, meant(field, depth)]));
  return fc
    .tuple(fc.record(known, { requiredKeys: [] }), fc.array(fc.tuple(name, anything), { maxLength: 1 }))
    .map(([values, more]) => ({ ...values, ...Object.fromEntries(more) }));
}

/** YAML takes JSON, but for halves of characters, which nothing can write. */
const yaml = (values: Record<string, unknown>): string =>
  Object.entries(values)
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join('\n');

const front = (kind: string) =>
  fc.oneof(
    { weight: 12, arbitrary: fieldValues(fieldsOf(kind)).map(yaml) },
    { weight: 1, arbitrary: text },
    { weight: 1, arbitrary: fc.tuple(name, text).map(([key, value]) => `${key}: ${value}`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'a: &a [*a]',
        'a: &a {b: *a}',
        'title: &x y\nproblem: *x',
        'id: PAY-1\nid: PAY-2',
        '[]',
        'x',
      ),
    },
  );

const file = fc
  .constantFrom(...kindNames, 'initiative' as const, 'evidence' as const, 'problem' as const)
  .chain((kind) =>
    fc.record({
      name: fc.oneof(
        {
          weight: 4,
          arbitrary: fc.constantFrom(
            'PAY-1',
            'PAY-2',
            'ev-1',
            'missed-updates',
            's1',
            'ada',
            '__proto__',
            'constructor',
          ),
        },
        { weight: 1, arbitrary: piece.map((words) => words.replaceAll(/[/\0]/g, '')) },
      ),
      folder: fc.constant(kinds[kind].folder),
      front: front(kind),
      body: text,
    }),
  );

const commit: fc.Arbitrary<Commit> = fc.record({
  hash: fc.constantFrom('0123456789abcdef0123456789abcdef01234567', 'f'.repeat(40), 'a'.repeat(64)),
  parents: fc.constantFrom<readonly string[]>([], ['f'.repeat(40)], ['f'.repeat(40), 'a'.repeat(40)]),
  author: text,
  email: name,
  authored: fc.constantFrom(0, 1_764_000_000_000, -1, 9_999_999_999_999_000, -9e15, Number.MAX_SAFE_INTEGER, 1e300),
  message: text,
});

const branch: fc.Arbitrary<Branch> = fc.record({
  name: fc.oneof(name, text, fc.constantFrom('feature/PAY-1-x', 'origin/PAY-2')),
  remote: fc.constantFrom(undefined, 'origin', '__proto__'),
  hash: fc.constant('f'.repeat(40)),
  committed: fc.constantFrom(0, 9e15, 1e300),
  subject: text,
});

const remote = fc.oneof(
  fc.constantFrom(
    'git@github.com:relay/api.git',
    'https://gitlab.com/a/b/c.git',
    'ssh://git@bitbucket.org/x/y',
    '/srv/x.git',
  ),
  fc.constantFrom('https://dev.azure.com/o/p/_git/r', 'https://codeberg.org/a/b', 'file:///x', 'a:b', '::', 'https://'),
  fc
    .tuple(fc.constantFrom('https://', 'ssh://', 'git@', ''), piece, fc.constantFrom('/', ':', ''), piece)
    .map((parts) => parts.join('')),
);

/** Small worlds. */
export const worlds: fc.Arbitrary<World> = fc
  .record({
    files: fc.array(file, { minLength: 1, maxLength: 9 }),
    team: front('team'),
    commits: fc.uniqueArray(commit, { minLength: 1, maxLength: 2, selector: ({ hash }) => hash }),
    branches: fc.uniqueArray(branch, { minLength: 1, maxLength: 2, selector: (one) => one.name }),
    remotes: fc.array(remote, { minLength: 1, maxLength: 2 }),
    texts: fc.array(text, { minLength: 2, maxLength: 3 }),
  })
  .map(({ files, team, ...rest }) => ({
    ...rest,
    files: Object.fromEntries([
      ['because.yml', team],
      ...files.map((one, index) => [
        `${one.folder}/${one.name}${index % 3 === 0 ? '' : `.${index}`}.md`,
        `---\n${one.front}\n---\n${one.body}`,
      ]),
    ]),
  }));
