/** What commits change, as ids that a rewritten history keeps. */
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { patchIdSince, patchIds } from '../../../src/git/marks.ts';
import { type GitFolder, until } from '../../../src/git/program.ts';
import { ownRepository, type Repository } from '../../support/repository.ts';

describe('Patch ids', () => {
  let home: string;
  let repository: Repository;
  let git: GitFolder;

  ownRepository((made) => {
    ({ home, repository, git } = made);
  });

  const idOf = async (hash: string): Promise<string | undefined> => (await patchIds(git, [hash])).get(hash);

  it('are what git itself tells, of a first commit too', async () => {
    const first = repository.commit('Begin', { 'a.ts': 'one\n' });
    const second = repository.commit('Go on', { 'a.ts': 'one\ntwo\n', 'b.ts': 'b\n' });
    const shown = execFileSync('git', ['show', second], { cwd: repository.folder });
    const told = execFileSync('git', ['patch-id', '--stable'], { cwd: repository.folder, input: shown });
    assert.equal(await idOf(second), told.toString('latin1').split(' ')[0]);
    assert.match((await idOf(first)) ?? '', /^[0-9a-f]{40}$/);
  });

  it('are the same after a rebase, and of a branch as of its squash', async () => {
    repository.commit('Begin', { 'a.ts': 'one\n' });
    repository.git('checkout', '--quiet', '-b', 'late');
    repository.commit('One', { 'b.ts': 'b\n' });
    const second = repository.commit('Two', { 'b.ts': 'b\nc\n' });
    repository.git('checkout', '--quiet', 'main');
    repository.commit('Meanwhile', { 'a.ts': 'one\ntwo\n' });
    const whole = await patchIdSince(git, 'main', 'late');
    repository.git('merge', '--quiet', '--squash', 'late');
    const squashed = repository.commit('Squash');
    assert.ok(whole);
    assert.equal(await idOf(squashed), whole);
    repository.git('rebase', '--quiet', 'main~1', 'late');
    assert.notEqual(repository.head, second);
    assert.equal(await idOf(repository.head), await idOf(second));
  });

  it('are none for a merge, for a commit without a change, and for one that is not here', async () => {
    repository.commit('Begin', { 'a.ts': 'one\n' });
    repository.git('checkout', '--quiet', '-b', 'late');
    const work = repository.commit('Work', { 'b.ts': 'b\n' });
    repository.git('checkout', '--quiet', 'main');
    const merge = repository.merge('Merge', 'late');
    const empty = repository.commit('Nothing');
    const found = await patchIds(git, [merge, 'f'.repeat(40), empty, work]);
    assert.deepEqual([...found.keys()], [work]);
    assert.equal(await patchIdSince(git, 'main', 'main'), undefined);
  });

  it('come without any program of the repository’s own, whatever form its settings want', async () => {
    const hash = repository.commit('Begin', { 'a.ts': 'one\n', '.gitattributes': '* diff=own\n' });
    const mark = path.join(home, 'ran');
    for (const name of ['diff.external', 'diff.own.textconv', 'diff.own.command']) {
      repository.git('config', name, `sh -c 'touch ${mark}; cat'`);
    }
    repository.git('config', 'color.ui', 'always');
    repository.git('config', 'diff.noprefix', 'true');
    assert.ok(await idOf(hash));
    assert.ok(!fs.existsSync(mark));
  });

  it('end with the time there is, and when called off', async () => {
    // A hash that no other test asked for.
    const hash = repository.commit('Begin in no time', { 'a.ts': 'one\n' });
    assert.equal((await patchIds(git, [hash], 0)).size, 0);
    await assert.rejects(patchIds(until(git, AbortSignal.abort()), [hash]), { name: 'AbortError' });
    assert.ok(await idOf(hash));
  });
});
