/** Which files' findings a change can change. */
import * as assert from 'node:assert/strict';
import { affectedBy, changesIds } from '../../../../src/core/editing/affected.ts';
import { Library } from '../../../../src/core/library/library.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const files = {
  'because.yml': 'keys: [A]\n',
  'problems/p.md': record(['title: P']),
  'initiatives/A-1.md': record(['status: building', 'problem: p']),
  'initiatives/A-2.md': record(['problem: q']),
  'evidence/e.md': record(['kind: quote', 'problem: p']),
  'risks/r.md': record(['id: r', 'initiative: A-2']),
};

/** The files touched when `path` gets another text, or goes. */
function touched(path: string, text: string | undefined): string[] | undefined {
  const { [path]: _, ...others } = files as Readonly<Record<string, string>>;
  const after = libraryOf(text === undefined ? others : { ...others, [path]: text });
  const affected = affectedBy(libraryOf(files), after, [path]);
  return affected && [...affected].sort();
}

describe('a change of a record', () => {
  it('reaches the initiatives of the problem that evidence spoke to', () => {
    const expected = ['evidence/e.md', 'initiatives/A-1.md', 'problems/p.md'];
    assert.deepEqual(touched('evidence/e.md', undefined), expected);
    assert.deepEqual(touched('evidence/e.md', record(['kind: quote'])), expected);
  });

  it('reaches what waited for a new id, and what has the same', () => {
    assert.deepEqual(touched('problems/q.md', record([])), ['initiatives/A-2.md', 'problems/q.md']);
    assert.deepEqual(touched('risks/other.md', record(['id: r'])), ['risks/other.md', 'risks/r.md']);
  });

  it('reaches nothing else', () => assert.deepEqual(touched('problems/z.md', record([])), ['problems/z.md']));

  it('says whether an id came or went', () => {
    const before = libraryOf(files);
    const changes = (path: string, text: string) => changesIds(before, libraryOf({ ...files, [path]: text }), [path]);
    assert.equal(changes('problems/p.md', record(['title: Another'])), false);
    assert.equal(changes('problems/p.md', record(['id: another'])), true);
    assert.equal(changes('problems/new.md', record([])), true);
  });

  it('reaches everything when it is the team’s, or the first reading', () => {
    assert.equal(touched('because.yml', 'keys: [B]\n'), undefined);
    assert.equal(affectedBy(Library.empty, libraryOf(files), ['problems/p.md']), undefined);
  });

  it('tells the truth: what it leaves out keeps its findings, guesses at unknown ids aside', () => {
    const before = libraryOf(files);
    for (const path of Object.keys(files)) {
      const { [path]: _, ...others } = files as Readonly<Record<string, string>>;
      const after = libraryOf(others);
      const affected = affectedBy(before, after, [path]);
      for (const one of after.files.values()) {
        const guesses = after.findings(one).some(({ code }) => code === 'unknown-id');
        if (!affected || affected.has(one.path) || (guesses && changesIds(before, after, [path]))) continue;
        assert.deepEqual(after.findings(one), before.findings(before.files.get(one.path) ?? assert.fail()), one.path);
      }
    }
  });
});
