/** The records on lines of a file, whatever it was called when somebody anchored them. */
import * as assert from 'node:assert/strict';
import { anchoredByFile, RenamedFiles } from '../../../../src/core/library/anchored.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const anchored = (path: string) => record(['anchor:', `  path: ${path}`, '  line: 1']);
const library = libraryOf({
  'risks/one.md': anchored('src/a.ts'),
  'risks/two.md': anchored('./src\\a.ts'),
  'risks/deep.md': anchored('src/in/b.ts'),
  'risks/none.md': record(['title: No file']),
});

describe('Records anchored in files', () => {
  const idsIn = (files: RenamedFiles, path: string) => files.recordsIn(library, path).map(({ id }) => id);

  it('are known by the file, however its path is written', () => {
    assert.deepEqual([...anchoredByFile(library).keys()], ['src/in/b.ts', 'src/a.ts']);
    assert.deepEqual(idsIn(new RenamedFiles(), 'src/a.ts'), ['one', 'two']);
  });

  it('go with a file that is renamed, and come back with it', () => {
    const files = new RenamedFiles();
    assert.equal(files.rename(library, 'src/a.ts', 'src/c.ts'), true);
    assert.deepEqual([idsIn(files, 'src/a.ts'), idsIn(files, 'src/c.ts')], [[], ['one', 'two']]);
    files.rename(library, 'src/c.ts', 'd.ts');
    assert.deepEqual([idsIn(files, 'src/c.ts'), idsIn(files, 'd.ts')], [[], ['one', 'two']]);
    files.rename(library, 'd.ts', 'src/a.ts');
    assert.deepEqual(idsIn(files, 'src/a.ts'), ['one', 'two']);
  });

  it('go with the folder they lie in', () => {
    const files = new RenamedFiles();
    assert.equal(files.rename(library, 'src', 'lib'), true);
    assert.deepEqual([idsIn(files, 'lib/a.ts'), idsIn(files, 'lib/in/b.ts')], [['one', 'two'], ['deep']]);
    assert.equal(files.rename(library, 'lib/i', 'elsewhere'), false);
    assert.deepEqual(idsIn(files, 'lib/in/b.ts'), ['deep']);
  });

  it('stay where they are while what is renamed is another file', () => {
    const files = new RenamedFiles();
    assert.equal(files.rename(library, 'other.ts', 'src/a.ts'), false);
    assert.deepEqual(idsIn(files, 'src/a.ts'), ['one', 'two']);
  });
});
