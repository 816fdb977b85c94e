/** Where text is meant, a scalar keeps the form it is written in, by whichever reader it is read, and from the cache. */

import assert from 'node:assert/strict';
import { addedTo } from '../../../src/actions/changes.ts';
import { planRename, replaced } from '../../../src/core/library/rename.ts';
import { FolderStore } from '../../../src/store/folderStore.ts';
import { quickRead } from '../../../src/store/frontMatter/reading/quick.ts';
import { parseRecord, setField } from '../../../src/store/frontMatter.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { libraryOf, record } from '../../support/sources.ts';

/** What YAML takes for a number, a truth value or nothing. */
const forms =
  '9509425349e4 21E08 0123456789 0007 2026.10 1_000 0x1F 0o17 .5 1. 1e3 +5 -0 1.10 99999999999999999999 .inf -.INF .NaN yes no on True FALSE Null NULL 2026-11-01 18:30'.split(
    ' ',
  );

const fail = (error: unknown) => assert.fail(String(error));

/** The folder as its store gives it: read by either reader, and once more from the cache. */
async function everyWay(texts: Readonly<Record<string, string>>) {
  // An anchor leaves a text to the full reader.
  const slow = Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [path, text.replace('---\n', '---\nx: &x 1\n')]),
  );
  const libraries = [];
  for (const each of [texts, slow]) {
    let kept: Uint8Array | undefined;
    const cache = {
      read: () => Promise.resolve(kept),
      write: (bytes: Uint8Array) => {
        kept = bytes;
        return Promise.resolve();
      },
    };
    for (let time = 0; time < 2; time++) {
      const store = new FolderStore(new MemoryFiles(each), { cache, onError: fail });
      await store.load();
      libraries.push(store.library);
    }
  }
  return libraries;
}

describe('A scalar where text is meant', () => {
  it('is the text that stands there', async () => {
    const texts = Object.fromEntries(
      forms.flatMap((form, n) => [
        [`links/l${n}.md`, record([`commit: ${form}`, `title: ${form}`, 'initiative: PAY-7'])],
        [
          `evidence/e${n}.md`,
          record(['kind: quote', `customer: ${form}`, `segment:`, `  ${form}`, `session: [${form}]`]),
        ],
        [`problems/p${n}.md`, record([`personas: [${form}, 'x']`, `size: {unit: ${form}, per: ${form}}`])],
        [
          `initiatives/i${n}.md`,
          record([
            `team:`,
            `- ada`,
            `- ${form} # who`,
            `slices:`,
            `  - title: ${form}`,
            `outcome: {baseline: ${form}}`,
          ]),
        ],
      ]),
    );
    for (const library of await everyWay(texts)) {
      for (const [n, form] of forms.entries()) {
        const link = library.findOf('link', `l${n}`);
        assert.deepEqual([link?.values.commit, link?.title], [form, form]);
        const evidence = library.findOf('evidence', `e${n}`)?.values;
        assert.deepEqual([evidence?.customer, evidence?.segment], [form, form]);
        const problem = library.findOf('problem', `p${n}`)?.values;
        assert.deepEqual([problem?.personas, { ...problem?.size }], [[form, 'x'], { unit: form, per: form }]);
        const initiative = library.findOf('initiative', `i${n}`);
        assert.deepEqual([initiative?.values.team, initiative?.values.slices?.[0]?.title], [['ada', form], form]);
        assert.equal(String(initiative?.values.outcome?.baseline), form);
      }
    }
  });

  it('stays so beside words that nobody has written over yet', () => {
    const library = libraryOf({
      'initiatives/i.md': record(['quarter: 2026.10', 'outcome: {metric: "What changes, and for whom", unit: 007}']),
    });
    const { quarter, outcome } = library.findOf('initiative', 'i')?.values ?? assert.fail();
    assert.deepEqual([quarter, { ...outcome }], ['2026.10', { unit: '007' }]);
  });

  it('is nothing where it is a word for nothing', async () => {
    for (const form of ['', '~', 'null']) {
      for (const library of await everyWay({ 'evidence/e.md': record(['kind: quote', `customer: ${form}`]) })) {
        assert.equal(library.findOf('evidence', 'e')?.values.customer, undefined);
      }
    }
  });

  it('names a record by its id or file, written the same way', async () => {
    const texts = {
      'problems/0007.md': record(['segment: a']),
      'problems/other.md': record(['id: 1e3']),
      'initiatives/PAY-7.md': record(['problem: 0007']),
      'initiatives/PAY-8.md': record(['problem: [0007, 1e3]']),
      'because.yml': 'team: {members: [{id: 007}]}\nkeys: [1_000]\n',
      'risks/r.md': record(['initiative: PAY-7', 'owner: 007']),
    };
    for (const library of await everyWay(texts)) {
      assert.deepEqual(library.findOf('initiative', 'PAY-7')?.values.problem, ['0007']);
      assert.deepEqual(
        library.children('0007', 'initiative').map(({ id }) => id),
        ['PAY-7', 'PAY-8'],
      );
      assert.equal(library.find('1e3')?.path, 'problems/other.md');
      assert.deepEqual([...library.memberIds], ['007']);
      for (const path of ['initiatives/PAY-7.md', 'initiatives/PAY-8.md', 'risks/r.md']) {
        const codes = library.findings(library.files.get(path) ?? assert.fail()).map(({ code }) => code);
        assert.deepEqual(
          codes.filter((code) => code === 'unknown-id' || code === 'unknown-member'),
          [],
        );
      }
    }
  });

  it('is a number, or true and false, where that is meant', async () => {
    const lines = ['kind: quote', 'count: 007', 'sample: {hits: 0x1F, of: 1e3}', 'importance: 1.0', 'archived: True'];
    for (const library of await everyWay({ 'evidence/e.md': record(lines) })) {
      const evidence = library.files.get('evidence/e.md') ?? assert.fail();
      const { count, sample, importance, archived } = evidence.values as { readonly [name: string]: unknown };
      assert.deepEqual([count, { ...(sample as object) }, importance, archived], [7, { hits: 31, of: 1000 }, 1, true]);
      assert.ok(evidence.archived);
    }
  });

  it('is read the same by both readers', () => {
    for (const form of forms) {
      assert.ok(quickRead(`a: ${form}`), form);
      for (const written of [`a: ${form}`, `a: [${form}]`, `a: {b: ${form}}`, `a:\n  - ${form}\n  - b: ${form}`]) {
        const [quick, full] = [record([written]), record([written, 'x: &x 1'])].map(
          (text) => parseRecord(text).values.a,
        );
        assert.deepEqual(quick, full);
      }
    }
  });
});

describe('A key', () => {
  it('is the text that stands there, and is found by it', () => {
    for (const form of forms) {
      for (const lines of [[`a: {${form}: 1}`], ['a:', `  ${form}: 1`], ['a:', `- ${form}: 1`]]) {
        for (const text of [record(lines), record([...lines, 'x: &x 1'])]) {
          const { values, problems, spanOf } = parseRecord(text);
          assert.deepEqual(problems, []);
          const [map] = [values.a].flat() as [object];
          assert.deepEqual(Object.keys(map), [form]);
          const span = spanOf(Array.isArray(values.a) ? ['a', 0, form] : ['a', form], 'key');
          assert.equal(text.slice(span?.start, span?.end), form);
        }
      }
      assert.equal(setField(record([`a: {${form}: 1}`]), ['a', form], 2), record([`a: {${form}: 2}`]));
    }
  });
});

describe('An edit of such a text', () => {
  it('leaves its neighbours in a list or map as they are written', () => {
    for (const form of forms) {
      const list = record([`a: [${form}, x]`, 'b: 1']);
      assert.equal(setField(list, ['a'], [form, 'x', 'z']), record([`a: [${form}, x, z]`, 'b: 1']));
      assert.equal(setField(list, ['a'], [form]), record([`a: [${form}]`, 'b: 1']));
      const map = record(['a:', `  b: ${form} # note`, '  c: 1']);
      assert.equal(setField(map, ['a'], { b: form, c: 2 }), record(['a:', `  b: ${form} # note`, '  c: 2']));
    }
  });

  it('quotes what others would take for something else', () => {
    for (const form of forms.filter((one) => one !== '2026-11-01')) {
      assert.equal(setField(record(['a: x']), ['a'], form), record([`a: "${form}"`]));
      assert.equal(parseRecord(setField(record(['a: x']), ['a'], form)).values.a, form);
    }
  });

  it('adds an id beside one without losing its zeros', () => {
    for (const [written, after] of [
      ['problem: 0007', 'problem: ["0007", late]'],
      ['problem: [0007]', 'problem: [0007, late]'],
    ] as const) {
      const one = libraryOf({ 'initiatives/PAY-7.md': record([written]) }).find('PAY-7') ?? assert.fail();
      assert.deepEqual(addedTo(one, 'problem', ['0007']), []);
      const [[path, value] = assert.fail()] = addedTo(one, 'problem', ['late']);
      assert.equal(setField(one.source.text, path, value), record([after]));
    }
  });

  it('renames the record it names', () => {
    const library = libraryOf({
      'problems/0007.md': record(['segment: a']),
      'initiatives/PAY-7.md': record(['problem: [0007, 7]', 'issues: [0007]']),
    });
    const { changes, move } = planRename(library, '0007', 'late');
    assert.equal(move?.to, 'problems/late.md');
    assert.deepEqual(
      changes.map(({ record: { source }, replacements }) => replaced(source.text, replacements)),
      [record(['problem: [late, 7]', 'issues: [late]'])],
    );
  });
});
