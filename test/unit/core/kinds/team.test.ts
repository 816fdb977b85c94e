/** Which files of a context folder count. */
import * as assert from 'node:assert/strict';
import { isHidden, isRecordPath } from '../../../../src/core/kinds/team.ts';

describe('A file of the context folder', () => {
  it('is a record’s where it is Markdown, and the team’s where it is because.yml at the top', () => {
    const paths = ['because.yml', 'risks/a.md', 'a.md', 'risks/because.yml', 'a.txt', 'README.md', 'risks/README.md'];
    assert.deepEqual(paths.filter(isRecordPath), ['because.yml', 'risks/a.md', 'a.md']);
  });

  it('is none where it is hidden, itself or by a folder', () => {
    const paths = ['.a.md', '.trash/a.md', 'risks/.a.md', 'risks/.old/a.md', 'risks/a..md'];
    assert.deepEqual(paths.filter(isHidden), paths.slice(0, 4));
    assert.deepEqual(paths.filter(isRecordPath), ['risks/a..md']);
  });
});
