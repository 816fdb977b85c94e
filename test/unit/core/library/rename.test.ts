/** Renaming records: every reference follows, no other byte changes. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BecauseError } from '../../../../src/core/base/errors.ts';
import type { Library } from '../../../../src/core/library/library.ts';
import { planRename, replaced } from '../../../../src/core/library/rename.ts';
import { libraryOf, record } from '../../../support/sources.ts';

type Texts = Readonly<Record<string, string>>;

/** The files after the rename. */
function renamed(texts: Texts, id: string, newId: string): Texts {
  const { changes, move } = planRename(libraryOf(texts), id, newId);
  const next: Record<string, string> = { ...texts };
  for (const { record: file, replacements } of changes) next[file.path] = replaced(file.source.text, replacements);
  if (move) {
    next[move.to] = next[move.from] ?? '';
    delete next[move.from];
  }
  return next;
}

const isError = (code: string) => (error: unknown) => error instanceof BecauseError && error.code === code;

const TEAM = { 'because.yml': 'keys: [PAY]\n' };

describe('Renaming a record', () => {
  it('changes its own id, its file name and every reference, and nothing else', () => {
    const after = renamed(
      {
        ...TEAM,
        'initiatives/PAY-142.md': record(
          ['id: PAY-142 # ours', 'title: Urgent'],
          'PAY-142, not PAY-1421 or REPAY-142.\n',
        ),
        'initiatives/PAY-7.md': record(['dependsOn: [ PAY-142 , PAY-9]', 'issues:', '  - "PAY-142"', '  - PAY-1']),
        'risks/slow.ri-12345678.md': record(["initiative: 'PAY-142'   # quoted", 'archived: true'], 'See `PAY-142`.'),
        'replies/a.md': record(['on: ri-12345678']),
      },
      'PAY-142',
      'PAY-200',
    );
    assert.deepEqual(after, {
      ...TEAM,
      'initiatives/PAY-200.md': record(
        ['id: PAY-200 # ours', 'title: Urgent'],
        'PAY-200, not PAY-1421 or REPAY-142.\n',
      ),
      'initiatives/PAY-7.md': record(['dependsOn: [ PAY-200 , PAY-9]', 'issues:', '  - "PAY-200"', '  - PAY-1']),
      'risks/slow.ri-12345678.md': record(["initiative: 'PAY-200'   # quoted", 'archived: true'], 'See `PAY-200`.'),
      'replies/a.md': record(['on: ri-12345678']),
    });
  });

  it('renames the file alone where its name is the id, and the end of a tool-made name', () => {
    const texts = { 'problems/a.md': 'One.', 'risks/slow.ri-12345678.md': record(['id: ri-12345678', 'problem: a']) };
    assert.deepEqual(renamed(texts, 'a', 'b'), {
      'problems/b.md': 'One.',
      'risks/slow.ri-12345678.md': record(['id: ri-12345678', 'problem: b']),
    });
    assert.deepEqual(Object.keys(renamed(texts, 'ri-12345678', 'ri-x')), ['problems/a.md', 'risks/slow.ri-x.md']);
  });

  it('leaves the file its name where that says something else, or where the new one is taken', () => {
    assert.deepEqual(renamed({ 'problems/other.md': record(['id: a']) }, 'a', 'b'), {
      'problems/other.md': record(['id: b']),
    });
    const taken = { 'problems/a.md': record(['id: a']), 'problems/b.md': record(['id: c']) };
    assert.deepEqual(Object.keys(renamed(taken, 'a', 'b')), ['problems/a.md', 'problems/b.md']);
    const bare = { ...taken, 'problems/a.md': 'No id.' };
    assert.throws(() => renamed(bare, 'a', 'b'), isError('already-exists'));
    assert.throws(() => renamed({ 'problems/a.md': 'No id.' }, 'a', 'README'), isError('already-exists'));
  });

  it('follows relative links to the file, and leaves addresses on the web', () => {
    const body = (id: string) =>
      `[one](../problems/${id}.md) (problems/${id}.md) https://x.example/problems/missed.md\nmissed problems/missed.mdx`;
    const texts = { 'problems/missed.md': 'P', 'personas/p.md': body('missed') };
    assert.equal(renamed(texts, 'missed', 'seen')['personas/p.md'], body('seen').replace('seen.mdx', 'missed.mdx'));
    const keyed = { ...TEAM, 'initiatives/PAY-1.md': 'https://t.example/browse/PAY-1 and ../PAY-1.md' };
    assert.deepEqual(renamed(keyed, 'PAY-1', 'PAY-2'), {
      ...TEAM,
      'initiatives/PAY-2.md': 'https://t.example/browse/PAY-1 and ../PAY-2.md',
    });
  });

  it('follows every form of a relative link, from wherever it stands', () => {
    const texts = {
      'problems/late.md': 'P. [Myself](late.md#part), [[late]].',
      'problems/other.md': [
        '[x](late.md) [x](./late.md) [x](../problems/late.md#part) [x](late.md "late.md") ![x](<late.md>) [x](  late.md )',
        "[x](<./late.md> 't') [x](late.md?plain=1) [x](./../problems/./late.md) [x](late) [x](sub/../late.md)",
        '[y]: late.md',
        '[z]: <late.md> "t"',
        '<a href="late.md">x</a> <a href=\'./late.md\'> <a class="late" href=late.md#a> <img src="late.md"> <late.md>',
        '[x](/problems/late.md) [x](../../.because/problems/late.md) [x]([y](late.md)) [x](\n  late.md)',
      ].join('\n'),
      'risks/deep/one.md': '[x](../../problems/late.md) [x](../../problems/l%61te.md) problems/late.md',
    };
    const after = renamed(texts, 'late', 'slow');
    const expected = (text: string) => text.replaceAll(/late(?=\.md|\))/g, 'slow').replaceAll('"slow.md"', '"late.md"');
    assert.equal(after['problems/slow.md'], 'P. [Myself](slow.md#part), [[late]].');
    assert.equal(
      after['problems/other.md'],
      expected(texts['problems/other.md'])
        .replace('href="late.md"', 'href="slow.md"')
        .replace('src="late.md"', 'src="slow.md"'),
    );
    assert.equal(
      after['risks/deep/one.md'],
      '[x](../../problems/slow.md) [x](../../problems/slow.md) problems/slow.md',
    );
  });

  it('leaves links that lead to other files, and words that are no links', () => {
    const same = {
      'risks/one.md':
        '[x](late.md) [x](./late.md) [x](../late.md) [x](../problems/sub/late.md) [x](../docs/problems/late.md)',
      'problems/two.md':
        '[x](latelate.md) [x](late.mdx) [x](../late.md) [x](https://x.example/late.md) late.md is late. [late](x.md)',
      'problems/three.md':
        '[x](mailto:late.md) [x](//x.example/problems/late.md) <https://x.example/problems/late.md> [x](late.md.md)',
    };
    const { 'problems/slow.md': own, ...others } = renamed({ ...same, 'problems/late.md': 'P' }, 'late', 'slow');
    assert.equal(own, 'P');
    assert.deepEqual(others, same);
  });

  it('changes the id in a name that holds spaces, or holds the id twice', () => {
    const texts = {
      'evidence/our ev-1 talk.ev-1.md': record(['id: ev-1', 'kind: quote']),
      'evidence/other.md': '[x](our%20ev-1%20talk.ev-1.md) [x](<our ev-1 talk.ev-1.md>) [x](our ev-1 talk.ev-1.md)',
      'problems/d.md': 'P',
      'problems/f-1.md': '',
      'problems/g.md': '[x](f\\-1.md) [x](f%2D1.md)',
      'problems/e.md': '[x](d.md) [x](../problems/d.md) problems/d.md',
    };
    assert.equal(
      renamed(texts, 'ev-1', 'ev-2')['evidence/other.md'],
      '[x](our%20ev-1%20talk.ev-2.md) [x](<our ev-1 talk.ev-2.md>) [x](our ev-1 talk.ev-1.md)',
    );
    assert.equal(renamed(texts, 'f-1', 'f-2')['problems/g.md'], '[x](f-2.md) [x](f-2.md)');
    assert.equal(renamed(texts, 'd', 'x')['problems/e.md'], '[x](x.md) [x](../problems/x.md) problems/x.md');
  });

  it('takes maps and lists for no references, and finds the others', () => {
    const odd = [
      'issues: [{x: PAY-1}, [PAY-1], PAY-1, 7, null, [[PAY-1]]]',
      'dependsOn: {PAY-1: x}',
      'problem: [[PAY-1]]',
    ];
    const texts = {
      ...TEAM,
      'initiatives/PAY-1.md': record(['title: x']),
      'initiatives/PAY-2.md': record(odd),
      'initiatives/PAY-3.md': record(['issues: {x: PAY-1}', 'dependsOn: [PAY-1, {a: b}]']),
      'things/t.md': record(['problem: {id: PAY-1}', 'personas: [[PAY-1]]', 'id: {x: PAY-1}', 'issues: 3']),
    };
    const after = renamed(texts, 'PAY-1', 'PAY-9');
    assert.match(after['initiatives/PAY-2.md'] ?? '', /\[\{x: PAY-1\}, \[PAY-1\], PAY-9, 7/);
    assert.match(after['initiatives/PAY-3.md'] ?? '', /dependsOn: \[PAY-9, \{a: b\}\]/);
  });

  it('keeps what is written oddly meaning what it says', () => {
    const odd = record(
      ['sprint: &s 2026-23', 'dependsOn: [*s, "\\x32026-23"]', 'problem: >-', '  2026-23', 'status: idea # 2026-23'],
      '',
    );
    const after = renamed({ 'sprints/2026-23.md': 'S', 'initiatives/I-1.md': odd }, '2026-23', '007');
    const library = libraryOf(after);
    const initiative = library.findOf('initiative', 'I-1');
    assert.deepEqual(initiative?.values.sprint, ['007']);
    assert.deepEqual(initiative?.values.dependsOn, ['007', '007']);
    assert.deepEqual(initiative?.values.problem, ['007']);
    assert.match(after['initiatives/I-1.md'] ?? '', /^sprint: &s "007"$/m);
    assert.match(after['initiatives/I-1.md'] ?? '', /# 2026-23$/m);
  });

  it('reaches the reference fields of kinds this version does not know', () => {
    const texts = {
      'problems/a.md': 'P',
      'sessions/s.md': record(['problem: a', 'customer: a', 'personas: [b, a]']),
    };
    assert.equal(renamed(texts, 'a', 'z')['sessions/s.md'], record(['problem: z', 'customer: a', 'personas: [b, z]']));
  });

  it('refuses an id that is wrong, taken, unknown or ambiguous', () => {
    const texts = { 'problems/a.md': 'A', 'problems/b.md': 'B', 'personas/c.md': 'C', 'problems/c.md': 'C' };
    for (const id of ['', 'a b', '../x', '🙂', 'x'.repeat(101)]) {
      assert.throws(() => renamed(texts, 'a', id), isError('bad-input'), id);
    }
    assert.throws(() => renamed(texts, 'a', 'b'), isError('already-exists'));
    assert.throws(() => renamed(texts, 'zz', 'y'), isError('not-found'));
    assert.throws(() => renamed(texts, 'c', 'y'), isError('ambiguous'));
  });

  it('refuses while a file that speaks of it cannot be read or must not be written', () => {
    const base = { 'problems/a.md': 'A', 'problems/banana.md': '---\ntitle: "x\n---\nbanana' };
    assert.equal(renamed(base, 'a', 'z')['problems/z.md'], 'A');
    const broken = { ...base, 'risks/r.md': '---\nproblem: a\ntitle: "x\n---\n' };
    assert.throws(() => renamed(broken, 'a', 'z'), isError('not-editable'));
    const late = { ...base, 'risks/r.md': '<!-- c -->\n---\nproblem: a\n---\n' };
    assert.throws(() => renamed(late, 'a', 'z'), isError('not-editable'));
    const own = { 'problems/a.md': '\n---\ntitle: A\n---\n' };
    assert.throws(() => renamed(own, 'a', 'z'), isError('not-editable'));
    const newer = { ...base, 'risks/r.md': record(['problem: a', 'schema: 9']) };
    assert.throws(() => renamed(newer, 'a', 'z'), isError('newer-schema'));
  });

  it('leaves no reference behind, changes no other byte, and can be taken back', () => {
    fc.assert(
      fc.property(libraries, fc.nat(7), ([texts, ids], pick) => {
        const id = ids[pick % ids.length] ?? '';
        const newId = id.includes('PAY') ? 'PAY-9000' : 'fresh-id';
        const before = libraryOf(texts);
        const after = renamed(texts, id, newId);
        const library = libraryOf(after);
        assert.equal(library.named(id).length, 0);
        assert.equal(library.referrers(id).length, 0);
        assert.equal(library.referrers(newId).length, before.referrers(id).length);
        assert.deepEqual(keysIn(library, id), []);
        for (const [path, text] of Object.entries(after)) {
          const was = texts[path] ?? texts[path.replace(newId, id)] ?? '';
          assert.equal(text.replaceAll(newId, id), was);
        }
        assert.deepEqual(renamed(after, newId, id), texts);
      }),
      { numRuns: 150 },
    );
  });
});

function keysIn(library: Library, id: string): string[] {
  return [...library.files.values()].flatMap(({ source }) =>
    library.keys
      .find(source.text, source.bodyStart)
      .flatMap(({ key, start }) => (key === id && !source.text.slice(0, start).endsWith('/') ? key : [])),
  );
}

/** Random records that refer to each other in every style YAML has, with odd endings, comments and bodies. */
const libraries = fc
  .uniqueArray(fc.constantFrom('PAY-1', 'PAY-12', 'PAY-142', 'missed-updates', 'a.b', 'ri-7k3f9q2m', 'x_y'), {
    minLength: 2,
    maxLength: 6,
  })
  .chain((ids) => {
    const one = fc.constantFrom(...ids);
    const written = one.chain((id) => fc.constantFrom(id, `"${id}"`, `'${id}'`, `${id} # ${id}x`));
    const inList = one.chain((id) => fc.constantFrom(id, `"${id}"`, `'${id}'`));
    const list = fc.array(inList, { maxLength: 3 });
    const field = fc.oneof(
      written.map((id) => `problem: ${id}`),
      list.map((items) => `dependsOn: [${items.join(', ')}]`),
      list.map((items) => ['issues:', ...items.map((id) => `  - ${id}`)].join('\n')),
      fc.constantFrom('# a comment', 'odd: 007', 'title: "T: x"', ''),
    );
    const word = fc.oneof(one, fc.constantFrom('and', '\n', '`', '(', 'https://x.example/y', '看', 'RE', '-', '.'));
    const file = fc.record({
      fields: fc.uniqueArray(field, { maxLength: 4, selector: (line) => line.split(':')[0] }),
      named: fc.boolean(),
      body: fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
      eol: fc.constantFrom('\n', '\r\n'),
      mark: fc.constantFrom('', '\uFEFF'),
    });
    return fc.array(file, { minLength: ids.length, maxLength: ids.length }).map((files) => {
      const texts: Record<string, string> = { 'because.yml': 'keys: [PAY]\n' };
      files.forEach(({ fields, named, body, eol, mark }, index) => {
        const id = ids[index] ?? '';
        const lines = ['---', ...(named ? [`id: ${id}`] : []), ...fields, '---', body];
        texts[`initiatives/${named ? `slug.${id}` : id}.md`] = mark + lines.join('\n').replaceAll('\n', eol);
      });
      return [texts, ids] as const;
    });
  });
