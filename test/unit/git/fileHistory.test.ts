/** Whose the lines of a file are: all of them, also those that were moved from another file. */
import * as assert from 'node:assert/strict';
import { shapedBy } from '../../../src/core/work/shapedBy.ts';
import { lineShares } from '../../../src/git/blame.ts';
import { commitsOf, fileHistory } from '../../../src/git/commits.ts';
import type { GitFolder } from '../../../src/git/program.ts';
import { ownRepository, type Repository } from '../../support/repository.ts';
import { libraryOf, record } from '../../support/sources.ts';

const library = libraryOf({
  'because.yml': 'keys: [PAY, OPS]\n',
  'initiatives/PAY-7.md': record(['title: Pages']),
  'initiatives/OPS-9.md': record(['title: Pager']),
});

const lines = (word: string, count: number) =>
  Array.from({ length: count }, (_, n) => `export const ${word}${n} = compute('${word}', ${n});\n`).join('');

describe('Whose the lines of a file are', () => {
  let repository: Repository;
  let git: GitFolder;

  ownRepository((made) => {
    ({ repository, git } = made);
  });

  /** As the editor asks. */
  async function sharesOf(path: string) {
    const changes = await fileHistory(git, path);
    const shares = await lineShares(git, path);
    const own = new Set(changes.map(({ commit }) => commit.hash));
    const others = shares.flatMap(({ hash }) => (hash === undefined || own.has(hash) ? [] : hash));
    const moved = await commitsOf(git, others);
    return shapedBy(library, { changes, shares, moved, repos: [], merges: new Map() });
  }

  it('counts lines moved from another file for what brought them there, so that shares add up', async () => {
    repository.commit('PAY-7: pages', { 'a.ts': lines('page', 20) });
    repository.commit('OPS-9: pager', {
      'a.ts': '',
      'b.ts': lines('pager', 30) + lines('page', 20) + lines('more', 30),
    });
    const shapings = await sharesOf('b.ts');
    assert.deepEqual(
      shapings.map(({ initiative, share, commits }) => [initiative?.id, share, commits.length]),
      [
        ['OPS-9', 0.75, 1],
        ['PAY-7', 0.25, 1],
      ],
    );
  });

  it('adds up whatever was moved, said or left out', async () => {
    repository.commit('Begin', { 'a.ts': lines('one', 13), 'c.ts': lines('three', 7) });
    repository.commit('PAY-7, OPS-9: both', { 'a.ts': lines('one', 13) + lines('two', 11) });
    repository.commit('OPS-9: gather', { 'c.ts': '', 'b.ts': lines('two', 11) + lines('four', 3) + lines('three', 7) });
    repository.write('b.ts', lines('two', 11) + lines('four', 3) + lines('three', 7) + lines('new', 5));
    const shares = (await sharesOf('b.ts')).map(({ share }) => share ?? 0);
    assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9, shares.join());
  });
});
