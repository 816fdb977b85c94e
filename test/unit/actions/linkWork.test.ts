/** Linking work to its reasons: one file per link, nothing twice, and nothing lost when it is taken back. */
import * as assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import { linkBranch, linkCommit, linkFile, linkPullRequest, unlink } from '../../../src/actions/linkWork.ts';
import { initiativeOfBranch } from '../../../src/core/work/links.ts';
import { isError, openedBy, productOf } from '../../support/product.ts';
import { record } from '../../support/sources.ts';

const texts = {
  'initiatives/PAY-142.md': record(['title: Urgent', 'issues: [OPS-31]']),
  'initiatives/PAY-7.md': record(['title: Seven']),
  'problems/missed.md': record(['title: Missed']),
  'evidence/said.md': record(['kind: quote', 'problem: missed']),
};
const hash = '4f8c1d2b7a9e60351c8d9f0a2b4c6e8d1f3a5b7c';

describe('Linking work', () => {
  it('writes a file that reads well, named after what is linked', async () => {
    const { files, because } = productOf(texts);
    const repo = 'git.relay.example/relay/app';
    const input = { branch: 'quieter/mornings', repo, initiative: 'OPS-31', problem: ['missed'], evidence: ['said'] };
    const { id, path, isNew } = await perform(linkBranch, because, input);
    assert.equal(path, `links/quieter-mornings.${id}.md`);
    assert.equal(isNew, true);
    assert.equal(
      files.texts.get(path),
      record([
        `id: ${id}`,
        'branch: quieter/mornings',
        'repo: git.relay.example/relay/app',
        'initiative: PAY-142',
        'problem: missed',
        'evidence: said',
        'by: ada',
        'created: 2026-11-23T14:30Z',
      ]),
    );
    assert.equal(initiativeOfBranch(because.library, 'quieter/mornings')?.id, 'PAY-142');
  });

  it('keeps addresses, hashes and paths as they are compared', async () => {
    const { because } = productOf(texts);
    const pr = 'https://Git.relay.example/relay/app/pull/418/files';
    const linked = [
      await perform(linkPullRequest, because, { pr, initiative: 'PAY-7' }),
      await perform(linkCommit, because, { commit: hash.toUpperCase(), initiative: 'PAY-7' }),
      await perform(linkFile, because, { path: './src\\send/', initiative: 'PAY-7' }),
    ];
    const values = linked.map(({ id }) => because.library.findOf('link', id)?.values);
    assert.equal(values[0]?.pr, 'https://git.relay.example/relay/app/pull/418');
    assert.equal(values[1]?.commit, hash);
    assert.equal(values[2]?.path, 'src/send');
    assert.deepEqual(
      linked.map(({ id, path }) => path.replace(`.${id}.md`, '')),
      ['links/pr-418', `links/commit-${hash.slice(0, 12)}`, 'links/src-send'],
    );
  });

  it('keeps by what the work is found again: a patch id, a number, the last commits', async () => {
    const { files, because } = productOf(texts);
    const initiative = 'PAY-7';
    const [patch, head, later] = ['9'.repeat(40), 'e'.repeat(40), 'f'.repeat(40)];
    const commit = await perform(linkCommit, because, { commit: hash, patch, initiative });
    const value = (id: string) => because.library.findOf('link', id)?.values;
    assert.deepEqual([value(commit.id)?.commit, value(commit.id)?.patch], [hash, patch]);
    const pr = 'https://git.relay.example/relay/app/pull/418';
    const request = await perform(linkPullRequest, because, { pr, heads: [head], patch, initiative });
    assert.match(files.texts.get(request.path) ?? '', /\nnumber: 418\nheads: e+\npatch: "?9+"?\n/);
    await perform(linkPullRequest, because, { pr, heads: [head, later], problem: 'missed' });
    assert.deepEqual(value(request.id)?.heads, [head, later]);
    await assert.rejects(perform(linkCommit, because, { commit: hash, patch: 'x', initiative }), isError('bad-input'));
    await assert.rejects(perform(linkPullRequest, because, { pr, heads: ['main'], initiative }), isError('bad-input'));
  });

  it('writes nothing a second time', async () => {
    const { files, because } = productOf(texts);
    const first = await perform(linkBranch, because, { branch: 'spike', initiative: ['PAY-7', 'PAY-142'] });
    const again = await perform(linkBranch, because, { branch: 'spike', initiative: 'OPS-31' });
    assert.deepEqual([again.id, again.isNew], [first.id, false]);
    assert.equal([...files.texts.keys()].filter((path) => path.startsWith('links/')).length, 1);
  });

  it('adds to the link the same person made, and leaves another person’s file alone', async () => {
    const { files, because } = productOf(texts);
    const mine = await perform(linkBranch, because, { branch: 'spike', initiative: 'PAY-7' });
    await perform(linkBranch, because, { branch: 'spike', problem: 'missed' });
    assert.match(files.texts.get(mine.path) ?? '', /\ninitiative: PAY-7\n(?:.*\n)*problem: missed\n/);
    const grace = openedBy(files, 'grace');
    const before = files.texts.get(mine.path);
    const hers = await perform(linkBranch, grace, { branch: 'spike', initiative: 'PAY-142' });
    assert.notEqual(hers.path, mine.path);
    assert.equal(files.texts.get(mine.path), before);
  });

  it('is for something, and for what is there', async () => {
    const { because } = productOf(texts);
    await assert.rejects(perform(linkBranch, because, { branch: 'x' }), isError('bad-input', /needs an initiative/));
    await assert.rejects(perform(linkBranch, because, { branch: 'x', initiative: [] }), isError('bad-input'));
    await assert.rejects(perform(linkBranch, because, { branch: 'x', initiative: 'PAY-1' }), isError('not-found'));
    await assert.rejects(perform(linkBranch, because, { branch: 'x', problem: 'PAY-7' }), isError('bad-input'));
  });

  it('refuses what is no hash, no address, and no path in the folder', async () => {
    const { because } = productOf(texts);
    const initiative = 'PAY-7';
    await assert.rejects(perform(linkCommit, because, { commit: 'HEAD', initiative }), isError('bad-input'));
    await assert.rejects(perform(linkCommit, because, { commit: '--all', initiative }), isError('bad-input'));
    await assert.rejects(perform(linkPullRequest, because, { pr: 'javascript:x', initiative }), isError('bad-input'));
    await assert.rejects(perform(linkFile, because, { path: '../secret', initiative }), isError('bad-input'));
  });
});

describe('Taking a link back', () => {
  it('hides the record and keeps it', async () => {
    const { files, because } = productOf(texts);
    const { id, path } = await perform(linkBranch, because, { branch: 'spike', initiative: 'PAY-7' });
    const before = files.texts.get(path) ?? '';
    await perform(unlink, because, { link: id });
    assert.equal(initiativeOfBranch(because.library, 'spike'), undefined);
    assert.equal(files.texts.get(path), before.replace(/---\n$/, 'archived: true\n---\n'));
  });

  it('lets the branch be linked again', async () => {
    const { because } = productOf(texts);
    const { id } = await perform(linkBranch, because, { branch: 'spike', initiative: 'PAY-7' });
    await perform(unlink, because, { link: id });
    const again = await perform(linkBranch, because, { branch: 'spike', initiative: 'PAY-7' });
    assert.notEqual(again.id, id);
    assert.equal(initiativeOfBranch(because.library, 'spike')?.id, 'PAY-7');
  });

  it('refuses what is no link', async () => {
    const { because } = productOf(texts);
    await assert.rejects(perform(unlink, because, { link: 'PAY-7' }), isError('bad-input'));
    await assert.rejects(perform(unlink, because, { link: 'li-nothere' }), isError('not-found'));
  });
});
