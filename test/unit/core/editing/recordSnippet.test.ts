/** The snippets that new records are filled with. */
import * as assert from 'node:assert/strict';
import { fillingOf } from '../../../../src/core/editing/recordSnippet.ts';
import { kinds } from '../../../../src/core/kinds/all.ts';
import { libraryOf, record } from '../../../support/sources.ts';

/** Where the filling begins, as the text behind it, and the snippet. */
function filling(path: string, text: string) {
  const found = libraryOf({ [path]: text }).files.get(path);
  const filled = found && fillingOf(found);
  return filled && { rest: text.slice(filled.start), snippet: filled.snippet };
}

describe('What a new record lacks', () => {
  const rest = 'by: ada\ncreated: 2026-11-23T14:30Z\n---\n';

  it('is put before who wrote it and when: the fields of its kind that are not there, then the body', () => {
    const text = `---\nid: late\ntitle: Late\nstatus: open\n${rest}`;
    assert.deepEqual(filling('problems/late.md', text), {
      rest,
      snippet: `personas: \${2}\n${rest}${kinds.problem.snippetBody}`,
    });
  });

  it('stands behind no member where nobody is known', () => {
    const text = '---\nid: late\ncreated: 2026-11-23T14:30Z\n---\n';
    assert.equal(filling('problems/late.md', text)?.rest, 'created: 2026-11-23T14:30Z\n---\n');
  });

  it('keeps what is there from being read as a snippet', () => {
    const text = '---\nid: late\nby: ada\nmore: "$1 ${2}"\n---\n';
    assert.match(filling('problems/late.md', text)?.snippet ?? '', /\nmore: "\\\$1 \\\$\{2\\\}"\n---\n/);
  });

  it('is nothing once somebody wrote a body, for a kind nobody knows, and without a day', () => {
    assert.equal(filling('problems/late.md', record(['id: late', 'by: ada'], 'Late.\n')), undefined);
    assert.equal(filling('oddities/late.md', record(['id: late', 'by: ada'])), undefined);
    assert.equal(filling('problems/late.md', record(['id: late'])), undefined);
  });
});
