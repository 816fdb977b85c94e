/** What git knows that people choose from or begin with, asked of real git without an editor. */
import * as assert from 'node:assert/strict';
import type { Because } from '../../../src/because.ts';
import type { GitPort } from '../../../src/git/port.ts';
import { branches } from '../../../src/questions/branches.ts';
import { commit, commits } from '../../../src/questions/commits.ts';
import { commitTrailers } from '../../../src/questions/commitTrailers.ts';
import { earlierNames } from '../../../src/questions/earlierNames.ts';
import { fileInCommit } from '../../../src/questions/fileInCommit.ts';
import { folderHistory } from '../../../src/questions/folderHistory.ts';
import { keyTitle } from '../../../src/questions/keyTitle.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { gitPortIn, isError, openedBy } from '../../support/product.ts';
import { ownRepository, type Repository } from '../../support/repository.ts';
import { record } from '../../support/sources.ts';

const files = new MemoryFiles({
  'because.yml': 'keys: [PAY]\n',
  'initiatives/PAY-7.md': record(['title: Seven', 'problem: late']),
  'problems/late.md': record(['title: Late updates']),
});

describe('What git knows', () => {
  let repository: Repository;
  let because: Because;

  const opened = (port?: Partial<GitPort>): Because => openedBy(files, undefined, gitPortIn(repository.folder, port));
  const withoutGit = () =>
    opened({
      program: () => {
        throw new Error('There is no git.');
      },
    });

  ownRepository((made) => {
    ({ repository } = made);
    because = opened();
  });
  afterEach(() => because.dispose());

  describe('of branches', () => {
    it('is the one checked out, then the others, newest first, and of a name one', async () => {
      repository.commit('Begin', { 'a.ts': '1\n' });
      repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
      repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
      repository.git('update-ref', 'refs/remotes/origin/theirs', 'HEAD');
      repository.git('checkout', '--quiet', '-b', 'mine');
      repository.commit('More', { 'a.ts': '2\n' });
      repository.git('branch', 'newer');
      const { checkedOut, others } = await because.ask(branches, {});
      assert.deepEqual(
        [checkedOut, others].map((some) => some.map(({ name }) => name)),
        [['mine'], ['newer', 'main', 'origin/theirs']],
      );
      repository.git('checkout', '--quiet', '--detach');
      assert.deepEqual((await because.ask(branches, {})).checkedOut, []);
    });
  });

  describe('of commits', () => {
    it('is the newest of what is checked out, or of a file where any hold it', async () => {
      repository.commit('One', { 'a.ts': '1\n' });
      repository.commit('Two', { 'b.ts': '2\n' });
      repository.write('new.ts', '3\n');
      const subjects = async (input: { file?: string; ofFile?: boolean }) =>
        (await because.ask(commits, input)).map(({ message }) => message.trim());
      assert.deepEqual(await subjects({}), ['Two', 'One']);
      assert.deepEqual(await subjects({ file: 'a.ts', ofFile: true }), ['One']);
      assert.deepEqual(await subjects({ file: 'a.ts' }), ['Two', 'One']);
      assert.deepEqual(await subjects({ file: 'new.ts', ofFile: true }), ['Two', 'One']);
    });

    it('is nothing before the first', async () => {
      assert.deepEqual(await because.ask(commits, {}), []);
    });

    it('is one of them by its hash, a branch or a tag', async () => {
      const hash = repository.commit('One', { 'a.ts': '1\n' });
      repository.git('tag', 'v1');
      for (const name of [hash, hash.slice(0, 8), 'main', 'v1']) {
        const found = await because.ask(commit, { commit: name });
        assert.deepEqual([found.hash, found.message.trim()], [hash, 'One'], name);
      }
      await assert.rejects(because.ask(commit, { commit: 'nowhere' }), isError('not-found', /nowhere/));
    });
  });

  describe('of a commit message', () => {
    it('is the trailers of the branch’s initiative, or of one that is named, and which lines it takes out', async () => {
      repository.commit('Begin', { 'a.ts': '1\n' });
      assert.equal(await because.ask(commitTrailers, {}), undefined);
      repository.git('checkout', '--quiet', '-b', 'PAY-7-climb');
      const told = {
        initiative: 'PAY-7',
        trailers: [
          { key: 'Initiative', value: 'PAY-7' },
          { key: 'Because', value: 'late' },
        ],
        comment: '',
      };
      assert.deepEqual(await because.ask(commitTrailers, {}), told);
      repository.git('checkout', '--quiet', 'main');
      repository.git('config', 'commit.cleanup', 'strip');
      assert.deepEqual(await because.ask(commitTrailers, { initiative: 'PAY-7' }), { ...told, comment: '#' });
      await assert.rejects(because.ask(commitTrailers, { initiative: 'PAY-9' }), isError('not-found', /PAY-9/));
    });
  });

  describe('of a file', () => {
    it('is the names it had before, in commits and in what is staged', async () => {
      const text = 'one\ntwo\nthree\nfour\n';
      repository.commit('Begin', { 'in/a.ts': text });
      repository.git('mv', 'in/a.ts', 'b.ts');
      repository.git('commit', '--quiet', '-m', 'Move');
      repository.git('mv', 'b.ts', 'c.ts');
      assert.deepEqual(await because.ask(earlierNames, { file: 'c.ts' }), ['b.ts']);
      repository.git('commit', '--quiet', '-m', 'Move again');
      assert.deepEqual(await because.ask(earlierNames, { file: 'c.ts' }), ['b.ts', 'in/a.ts']);
      const inside = openedBy(files, undefined, gitPortIn(repository.path('in')));
      repository.write('in/x.ts', '');
      assert.deepEqual(await inside.ask(earlierNames, { file: '../c.ts' }), ['a.ts']);
      inside.dispose();
    });

    it('is its text in a commit, by its path from the folder of the workspace', async () => {
      const hash = repository.commit('Begin', { 'in/a.ts': 'one\n' });
      repository.commit('Change', { 'in/a.ts': 'two\n' });
      assert.equal(await because.ask(fileInCommit, { file: 'in/a.ts', commit: hash.slice(0, 12) }), 'one\n');
      const inside = openedBy(files, undefined, gitPortIn(repository.path('in')));
      assert.equal(await inside.ask(fileInCommit, { file: 'a.ts', commit: hash }), 'one\n');
      inside.dispose();
    });

    it('is nothing where git does not have it, or it lies elsewhere', async () => {
      const commit = repository.commit('Begin', { 'a.ts': 'one\n' });
      for (const file of ['gone.ts', '../outside.ts', '/etc/passwd']) {
        assert.equal(await because.ask(fileInCommit, { file, commit }), undefined, file);
        assert.deepEqual(await because.ask(earlierNames, { file }), [], file);
      }
      assert.equal(await because.ask(fileInCommit, { file: 'a.ts', commit: 'f'.repeat(40) }), undefined);
      await assert.rejects(because.ask(fileInCommit, { file: 'a.ts', commit: '--all' }), isError('bad-input'));
    });
  });

  describe('of an issue', () => {
    it('is what the newest commit that names its key says beside it', async () => {
      repository.commit('PAY-8: Old words', { 'a.ts': '1\n' });
      repository.commit('PAY-8: Send receipts', { 'a.ts': '2\n' });
      repository.commit('PAY-80: Other', { 'a.ts': '3\n' });
      assert.equal(await because.ask(keyTitle, { key: 'PAY-8' }), 'Send receipts');
      assert.equal(await because.ask(keyTitle, { key: 'PAY-9' }), undefined);
    });
  });

  describe('of a folder', () => {
    it('is who works here and which keys they use, each as far as git tells it', async () => {
      repository.commit('PAY-1: One', { 'a.ts': '1\n' });
      repository.commit('PAY-2: Two', { 'a.ts': '2\n' });
      const { authors, prefixes } = await because.ask(folderHistory, {});
      assert.deepEqual(
        authors.map(({ commits: count }) => count),
        [2],
      );
      assert.deepEqual(
        prefixes.map(({ prefix }) => prefix),
        ['PAY'],
      );
    });

    it('is who wrote in the last weeks, and which keys with which titles, the newest first', async () => {
      repository.git('config', 'user.email', 'zoe@relay.example');
      repository.commit('PAY-1: One thing', { 'a.ts': '1\n' }, '--author=Grace Hopper <grace@relay.example>');
      repository.commit('PAY-2: Another thing', { 'a.ts': '2\n' });
      repository.commit('PAY-2: test', { 'a.ts': '3\n' });
      repository.commit('OPS-1, OPS-2, OPS-3: not in because.yml');
      repository.git('branch', 'feature/pay-3-more');
      const told = async (now: string) => {
        const asking = openedBy(files, undefined, gitPortIn(repository.folder), new Date(now));
        const { lately, named } = await asking.ask(folderHistory, {});
        asking.dispose();
        return { lately: lately.map(({ id }) => id), named };
      };
      const soon = await told('2026-10-20T08:00Z');
      assert.deepEqual(soon.lately.sort(), ['ada', 'grace']);
      assert.deepEqual(
        soon.named.keys.map(({ key, title, commits: count }) => [key, title, count]),
        [
          ['PAY-3', undefined, 0],
          ['PAY-2', 'Another thing', 2],
          ['PAY-1', 'One thing', 1],
        ],
      );
      assert.deepEqual([soon.named.commits, soon.named.branches], [3, 1]);
      assert.deepEqual((await told('2027-10-20T08:00Z')).lately, []);
    });

    it('is nobody before the first commit, and outside of a repository', async () => {
      const named = { keys: [], commits: 0, branches: 0 };
      const nothing = { authors: [], me: undefined, lately: [], prefixes: [], named };
      assert.deepEqual(await because.ask(folderHistory, {}), nothing);
      const elsewhere = openedBy(files, undefined);
      assert.deepEqual(await elsewhere.ask(folderHistory, {}), nothing);
      assert.equal(await elsewhere.ask(keyTitle, { key: 'PAY-8' }).catch(() => 'thrown'), undefined);
      elsewhere.dispose();
    });

    it('fails as a bug does where something else fails than git', async () => {
      const broken = withoutGit();
      await assert.rejects(broken.ask(folderHistory, {}), /There is no git\./);
      broken.dispose();
    });
  });
});
