/** Where lines come from: renames, moves, merges, and repositories of every shape. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { LineOrigin } from '../../../src/core/work/facts.ts';
import { introductions } from '../../../src/git/ancestry.ts';
import { commit as commitNamed, commitsOf, fileHistory, recentCommits } from '../../../src/git/commits.ts';
import { lineOrigin, mergesOf, Origins } from '../../../src/git/lineOrigin.ts';
import { type GitFolder, gitIn } from '../../../src/git/program.ts';
import { ownRepository, Repository } from '../../support/repository.ts';

const FUNCTION = [
  'export function waitingTime(message: Message, now: number): number {',
  '  const since = message.createdAt ?? message.receivedAt;',
  '  return Math.max(0, now - since);',
  '}',
].join('\n');

describe('The origin of a line', () => {
  let home: string;
  let repository: Repository;
  let git: GitFolder;

  ownRepository((made) => {
    ({ home, repository, git } = made);
  });

  type Committed = Extract<LineOrigin, { kind: 'commit' }>;

  async function origin(name: string, line: number, from = git, contents?: string | Uint8Array): Promise<Committed> {
    const found = await lineOrigin(from, { path: name, line, contents });
    assert.equal(found.kind, 'commit');
    return found as Committed;
  }

  it('is a commit, with its whole message, its author and its time', async () => {
    const hash = repository.commit('Begin\n\nBecause of the night shift.\n\nInitiative: PAY-142', {
      'a.ts': 'one\ntwo\n',
    });
    repository.commit('Go on', { 'a.ts': 'one\n2\n' });
    const { commit, path: name, line, merges, isCutOff } = await origin('a.ts', 1);
    assert.deepEqual(commit, {
      hash,
      parents: [],
      author: 'Ada Lovelace',
      email: 'ada@relay.example',
      authored: Date.UTC(2026, 9, 1, 8, 1),
      message: 'Begin\n\nBecause of the night shift.\n\nInitiative: PAY-142\n',
    });
    assert.deepEqual({ name, line, merges, isCutOff }, { name: 'a.ts', line: 1, merges: [], isCutOff: false });
  });

  it('is nothing yet for a line that is not committed, on the disk or in the editor', async () => {
    repository.commit('Begin', { 'a.ts': 'one\ntwo\n' });
    repository.write('a.ts', 'one\nnew\ntwo\n');
    assert.deepEqual(await lineOrigin(git, { path: 'a.ts', line: 2 }), { kind: 'uncommitted' });
    const contents = 'zero\none\ntwo\n';
    assert.deepEqual(await lineOrigin(git, { path: 'a.ts', line: 1, contents }), { kind: 'uncommitted' });
    assert.equal((await origin('a.ts', 3, git, contents)).line, 2);
    assert.equal((await origin('a.ts', 3)).line, 2);
  });

  it('is nothing yet in a file that is only added', async () => {
    repository.commit('Begin', { 'a.ts': 'one\n' });
    repository.write('new.ts', 'new\n');
    repository.git('add', 'new.ts');
    assert.deepEqual(await lineOrigin(git, { path: 'new.ts', line: 1 }), { kind: 'uncommitted' });
  });

  it('is nothing yet in a file that git does not know, also where it was moved outside git', async () => {
    repository.commit('Begin', { 'old.ts': `${FUNCTION}\n` });
    repository.write('new.ts', 'new\n');
    assert.deepEqual(await lineOrigin(git, { path: 'new.ts', line: 1 }), { kind: 'uncommitted' });
    fs.renameSync(repository.path('old.ts'), repository.path('moved.ts'));
    assert.deepEqual(await lineOrigin(git, { path: 'moved.ts', line: 2 }), { kind: 'uncommitted' });
    const contents = 'in the editor\n';
    assert.deepEqual(await lineOrigin(git, { path: 'fresh.ts', line: 1, contents }), { kind: 'uncommitted' });
  });

  it('is found where a filter of the repository is required', async () => {
    const hash = repository.commit('Begin', { 'a.ts': 'one\n', '.gitattributes': '*.ts filter=own\n' });
    repository.git('config', 'filter.own.clean', 'false');
    repository.git('config', 'filter.own.required', 'true');
    assert.equal((await origin('a.ts', 1)).commit.hash, hash);
    assert.equal((await origin('a.ts', 1, git, 'one\n')).commit.hash, hash);
  });

  it('tells people by the names of .mailmap, wherever it is', async () => {
    const hash = repository.commit('Begin', { 'a.ts': 'one\n' });
    repository.git('checkout', '--quiet', '-b', 'work');
    const work = repository.commit('Work', { 'b.ts': 'b\n' });
    repository.git('checkout', '--quiet', 'main');
    const merge = repository.merge('Merge', 'work');
    const names = 'Ada King <king@relay.example> <ada@relay.example>\n';
    const everybody = async () => {
      const { commit } = await origin('b.ts', 1);
      const lists = [await recentCommits(git, 9), [await commitNamed(git, hash)], await commitsOf(git, [work, merge])];
      const changed = (await fileHistory(git, 'a.ts')).map((change) => change.commit);
      const brought = [...(await introductions(git, [work])).values()];
      const all = [commit, ...lists.flat(), ...changed, ...brought, ...(await mergesOf(git, work))];
      return [...new Set(all.map(({ author, email }) => `${author} <${email}>`))];
    };
    assert.deepEqual(await everybody(), ['Ada Lovelace <ada@relay.example>']);
    repository.write('.mailmap', names);
    assert.deepEqual(await everybody(), ['Ada King <king@relay.example>']);
    fs.renameSync(repository.path('.mailmap'), path.join(home, 'names'));
    repository.git('config', 'mailmap.file', path.join(home, 'names'));
    assert.deepEqual(await everybody(), ['Ada King <king@relay.example>']);
  });

  it('is found where a clock was absurd', async () => {
    for (const date of ['99999999999999 +0000', '0 +0000']) {
      const tree = repository.git('write-tree');
      const raw = `tree ${tree}\nauthor A <a@b.example> ${date}\ncommitter A <a@b.example> ${date}\n\nAbsurd\n`;
      const file = path.join(home, 'raw');
      fs.writeFileSync(file, raw);
      const hash = repository.git('hash-object', '-t', 'commit', '-w', '--literally', file);
      const { authored } = await commitNamed(git, hash);
      assert.equal(new Date(authored).toISOString(), '1970-01-01T00:00:00.000Z');
    }
  });

  it('is found through a renamed file', async () => {
    const hash = repository.commit('Begin', { 'old name.ts': `${FUNCTION}\n` });
    repository.git('mv', 'old name.ts', 'new.ts');
    repository.commit('Rename');
    const { commit, path: name } = await origin('new.ts', 2);
    assert.deepEqual([commit.hash, name], [hash, 'old name.ts']);
  });

  it('is found for a function that was moved to another file, short lines included', async () => {
    const hash = repository.commit('Begin', { 'a.ts': `// a\n${FUNCTION}\n`, 'b.ts': '// b\n' });
    repository.commit('Move', { 'a.ts': '// a\n', 'b.ts': `// b\n\n${FUNCTION}\n` });
    for (const line of [3, 5]) {
      const { commit, path: name } = await origin('b.ts', line);
      assert.deepEqual([commit.hash, name], [hash, 'a.ts']);
    }
  });

  it('is found for lines that changed places in one file', async () => {
    const other = Array.from({ length: 12 }, (_, n) => `const value${n} = compute(${n}, 'of the other part');`).join(
      '\n',
    );
    const hash = repository.commit('Begin', { 'a.ts': `${FUNCTION}\n${other}\n` });
    repository.commit('Turn around', { 'a.ts': `${other}\n${FUNCTION}\n` });
    assert.equal((await origin('a.ts', 14)).commit.hash, hash);
    assert.equal((await origin('a.ts', 3)).commit.hash, hash);
  });

  it('looks through ignored revisions, as far as their lists can be read', async () => {
    const hash = repository.commit('Begin', { 'deep/a.ts': 'if (x) {\n y()\n}\n' });
    const format = repository.commit('Format', { 'deep/a.ts': 'if (x) {\n  y();\n}\n' });
    const again = repository.commit('Format again', { 'deep/a.ts': 'if (x) {\n    y();\n}\n' });
    const found = async () => (await origin('a.ts', 2, gitIn('git', repository.path('deep')))).commit.hash;
    assert.equal(await found(), again);
    repository.git('config', 'blame.ignoreRevsFile', '.ignored');
    assert.equal(await found(), again);
    repository.write('.ignored', 'this is no hash\n');
    assert.equal(await found(), again);
    repository.write('.ignored', `# formatting\n${format}\n${again} # once more\n`);
    assert.equal(await found(), hash);
    repository.write('.ignored', `${format}\n${again.slice(0, 8)}\nnone\n${again}\n`);
    assert.equal(await found(), hash, 'one bad line');
    repository.write('.ignored', `${format}\n`);
    repository.write('.more', `${again}\n`);
    repository.git('config', '--add', 'blame.ignoreRevsFile', '.gone');
    repository.git('config', '--add', 'blame.ignoreRevsFile', '.more');
    assert.equal(await found(), hash, 'one missing list');
    repository.git('config', '--add', 'blame.ignoreRevsFile', '');
    repository.git('config', '--add', 'blame.ignoreRevsFile', '.gone');
    repository.git('config', '--add', 'blame.ignoreRevsFile', '.more');
    assert.equal(await found(), format, 'an empty name takes back what was before');
  });

  it('names the merge of a branch, and none for what was committed on the main line', async () => {
    const first = repository.commit('Begin', { 'a.ts': 'one\n' });
    repository.git('checkout', '--quiet', '-b', 'feature');
    const work = repository.commit('Work', { 'b.ts': 'work\n' });
    repository.git('checkout', '--quiet', 'main');
    repository.commit('Meanwhile', { 'c.ts': 'c\n' });
    const merge = repository.merge('Merge pull request #12 from relay/feature', 'feature');
    repository.commit('Later', { 'c.ts': 'c\nd\n' });
    const found = await origin('b.ts', 1);
    assert.equal(found.commit.hash, work);
    assert.deepEqual(
      found.merges.map(({ hash, message }) => [hash, message]),
      [[merge, 'Merge pull request #12 from relay/feature\n']],
    );
    assert.deepEqual((await origin('a.ts', 1)).merges, []);
    assert.deepEqual(await mergesOf(git, first), []);
    assert.deepEqual(
      (await mergesOf(git, work)).map(({ hash }) => hash),
      [merge],
    );
    repository.git('checkout', '--quiet', 'main~2');
    assert.deepEqual(await mergesOf(git, work), []);
  });

  it('names every merge on the way, the nearest first: also where main was merged into what is checked out', async () => {
    repository.commit('Begin', { 'a.ts': 'one\n' });
    repository.git('branch', 'mine');
    repository.git('checkout', '--quiet', '-b', 'feature');
    repository.commit('Work', { 'b.ts': 'work\n' });
    repository.git('checkout', '--quiet', 'main');
    const inner = repository.merge('Merge pull request #12', 'feature');
    repository.git('checkout', '--quiet', 'mine');
    repository.commit('My own', { 'm.ts': 'm\n' });
    const outer = repository.merge('Merge main', 'main');
    assert.deepEqual(
      (await origin('b.ts', 1)).merges.map(({ hash }) => hash),
      [inner, outer],
    );
  });

  it('names an octopus merge, whichever arm the commit came by, and whatever the clocks said', async () => {
    repository.commit('Begin', { 'a.ts': 'one\n' });
    for (const arm of ['x', 'y', 'z']) {
      repository.git('checkout', '--quiet', '-b', arm, 'main');
      repository.commit(`On ${arm}`, { [`${arm}.ts`]: `${arm}\n` });
    }
    repository.git('checkout', '--quiet', 'main');
    const merge = repository.merge('Merge three', 'x', 'y', 'z');
    for (const arm of ['x', 'y', 'z']) {
      assert.deepEqual(
        (await origin(`${arm}.ts`, 1)).merges.map(({ hash }) => hash),
        [merge],
      );
    }
  });

  it('says where a shallow clone is cut off', async () => {
    repository.commit('Begin', { 'a.ts': 'one\n' });
    repository.commit('Second', { 'b.ts': 'b\n' });
    const last = repository.commit('Third', { 'c.ts': 'c\n' });
    const clone = path.join(home, 'shallow');
    repository.git('clone', '--quiet', '--depth=1', `file://${repository.folder}`, clone);
    const found = await origin('a.ts', 1, gitIn('git', clone));
    assert.deepEqual([found.commit.hash, found.isCutOff], [last, true]);
    assert.equal((await origin('a.ts', 1)).isCutOff, false);
  });

  it('is found in linked worktrees, submodules and detached, each from its own folder', async () => {
    const hash = repository.commit('Begin', { 'deep/er/a.ts': 'one\n' });
    const worktree = path.join(home, 'linked');
    repository.git('worktree', 'add', '--quiet', '--detach', worktree);
    const outer = new Repository(path.join(home, 'outer'));
    outer.commit('Outer', { 'o.ts': 'o\n' });
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repository.folder, 'inner');
    outer.commit('Add inner');
    for (const folder of [worktree, outer.path('inner')]) {
      const found = await origin('a.ts', 1, gitIn('git', path.join(folder, 'deep', 'er')));
      assert.deepEqual([found.commit.hash, found.path], [hash, 'deep/er/a.ts']);
    }
  });

  it('is found in files of any name', async () => {
    const names = [
      'with space.ts',
      '-dash.ts',
      'größe.ts',
      ':(top)x.ts',
      'quote"\\.ts',
      'new\nline.ts',
      '*.ts',
      'ta\tb.ts',
    ];
    const files = Object.fromEntries(names.map((name) => [name, `${name.length}\n${FUNCTION}\n`]));
    const hash = repository.commit('Begin', files);
    for (const name of names) {
      const found = await origin(name, 1);
      assert.deepEqual([found.commit.hash, found.path], [hash, name]);
    }
  });

  it('is found beside names and contents that are not UTF-8, and with CRLF', async () => {
    fs.writeFileSync(Buffer.from(`${repository.folder}/caf\xe9.ts`, 'latin1'), `${FUNCTION}\n`);
    const hash = repository.commit('Begin', {
      'latin.txt': Buffer.from('caf\xe9\nna\xefve\n', 'latin1'),
      'crlf.ts': 'one\r\ntwo\r\n',
    });
    assert.equal((await origin('latin.txt', 2)).commit.hash, hash);
    assert.equal((await origin('latin.txt', 2, git, Buffer.from('caf\xe9\nna\xefve\n', 'latin1'))).commit.hash, hash);
    assert.equal((await origin('crlf.ts', 2, git, 'one\r\ntwo\r\n')).commit.hash, hash);
    fs.renameSync(Buffer.from(`${repository.folder}/caf\xe9.ts`, 'latin1'), repository.path('cafe.ts'));
    repository.commit('Rename');
    assert.equal((await origin('cafe.ts', 2)).commit.hash, hash);
  });

  it('reads messages in the encoding they were written in', async () => {
    repository.git('config', 'i18n.commitEncoding', 'ISO-8859-1');
    repository.write('a.ts', 'one\n');
    repository.write('../message', Buffer.from('Caf\xe9', 'latin1'));
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--file', path.join(home, 'message'));
    assert.equal((await origin('a.ts', 1)).commit.message, 'Café\n');
  });

  it('is asked of git once, until the commit or the content is another', async () => {
    repository.commit('Begin', { 'a.ts': 'one\ntwo\n' });
    const origins = new Origins();
    const ask = { path: 'a.ts', line: 1, head: repository.head, version: 1 };
    const first = await origins.of(git, ask);
    const broken = gitIn(path.join(home, 'no-git'), repository.folder);
    assert.equal(await origins.of(broken, ask), first);
    for (const other of [{ line: 2 }, { version: 2 }, { head: 'another' }, { path: 'b.ts' }]) {
      await assert.rejects(origins.of(broken, { ...ask, ...other }));
    }
    // What failed is asked again.
    assert.equal((await origins.of(git, { ...ask, line: 2 })).kind, 'commit');
    await assert.rejects(new Origins().of(broken, ask));
  });

  it('is asked again when somebody called the first ask off', async () => {
    repository.commit('Begin', { 'a.ts': 'one\n' });
    const origins = new Origins();
    const ask = { path: 'a.ts', line: 1, head: repository.head };
    const controller = new AbortController();
    const first = origins.of(gitIn('git', repository.folder, controller.signal), ask);
    controller.abort();
    const second = origins.of(git, ask);
    await assert.rejects(first, /abort/i);
    assert.equal((await second).kind, 'commit');
  });
});
