/** Branches started and work linked, in the real editor with its own git extension. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { WhyStep } from '../../../src/core/why/step.ts';
import { eventually } from '../../support/editor.ts';
import { call, checkedOut, openWork, repositoryOf, startOn } from './setting.ts';

interface Linked {
  readonly id: string;
  readonly path: string;
}

describe('starting a branch', () => {
  it('creates it from the base, checks it out, and needs no record where its name carries the key', async () => {
    const folder = await openWork();
    const started = await call('startBranch', {
      initiative: 'PAY-142',
      name: 'feature/PAY-142-urgent',
      base: 'main',
    });
    assert.deepEqual(started, { branch: 'feature/PAY-142-urgent', initiative: 'PAY-142' });
    assert.equal(await folder.git('branch', '--show-current'), 'feature/PAY-142-urgent');
    await checkedOut(folder, 'feature/PAY-142-urgent');
    assert.deepEqual(
      await vscode.workspace.fs.readDirectory(folder.at('.because/links')).then(undefined, () => []),
      [],
    );
  });

  it('links it by a record where its name says nothing', async () => {
    const folder = await openWork();
    await call('startBranch', { initiative: 'PAY-777', name: 'quieter-mornings', base: 'HEAD' });
    const [[name = ''] = []] = await vscode.workspace.fs.readDirectory(folder.at('.because/links'));
    const text = await folder.read(`.because/links/${name}`);
    assert.match(text, /\nbranch: quieter-mornings\nrepo: github\.com\/relay\/app\ninitiative: PAY-777\n/);
  });

  it('carries uncommitted changes along', async () => {
    const folder = await openWork();
    await folder.write('src/send.ts', 'export const one = 11;\n');
    await call('startBranch', { initiative: 'PAY-142', name: 'PAY-142-x', base: 'main' });
    assert.equal(await folder.read('src/send.ts'), 'export const one = 11;\n');
    assert.match(await folder.git('status', '--porcelain'), /M src\/send\.ts/);
  });

  it('refuses names that are taken, that git refuses, and initiatives nobody knows', async () => {
    await openWork();
    const start = (input: object) => call('startBranch', { initiative: 'PAY-142', base: 'main', ...input });
    await assert.rejects(start({ name: 'main' }), /already-exists/);
    await assert.rejects(start({ name: 'a..b' }), /bad-input/);
    await assert.rejects(start({ name: '--orphan' }), /bad-input/);
    await assert.rejects(start({ initiative: 'PAY-999', name: 'x' }), /not-found/);
    await assert.rejects(start({ name: 'x', base: 'nowhere' }), /not-found/);
  });
});

describe('linking work', () => {
  it('keeps what a commit changes, and the last commit of a pull request that was fetched', async () => {
    const folder = await openWork();
    const commit = await folder.git('rev-parse', 'HEAD');
    await folder.git('update-ref', 'refs/pull/418/head', commit);
    const linked = await call<Linked>('linkCommit', { initiative: 'PAY-142', commit: commit.slice(0, 10) });
    assert.match(await folder.read(`.because/${linked.path}`), /\npatch: "?[0-9a-f]{40}"?\n/);
    const pr = 'https://github.com/relay/app/pull/418';
    const request = await call<Linked>('linkPullRequest', { initiative: 'PAY-142', pr });
    assert.match(await folder.read(`.because/${request.path}`), new RegExp(`\\nnumber: 418\\nheads: "?${commit}"?\\n`));
    // The same change in another commit is found by it.
    await folder.git('commit', '--quiet', '--amend', '-m', 'Begin again');
    const amended = await folder.git('rev-parse', 'HEAD');
    assert.notEqual(amended, commit);
    const steps = await call<readonly WhyStep[]>('explainCommit', { commit: amended, show: false });
    assert.deepEqual(steps.flatMap(({ id }) => id ?? []).slice(0, 1), ['PAY-142']);
  });

  it('goes without them for a commit that is not here', async () => {
    const folder = await openWork();
    const linked = await call<Linked>('linkCommit', { initiative: 'PAY-142', commit: 'c'.repeat(40) });
    assert.doesNotMatch(await folder.read(`.because/${linked.path}`), /patch/);
  });

  it('writes one record each for a branch, a commit, a pull request and a file', async () => {
    const folder = await openWork();
    const commit = await folder.git('rev-parse', 'HEAD');
    const given = { initiative: ['PAY-142'], evidence: ['said'] };
    const linked = [
      await call<Linked>('linkBranch', { ...given, branch: 'spike' }),
      await call<Linked>('linkCommit', { ...given, commit }),
      await call<Linked>('linkPullRequest', { ...given, pr: 'https://github.com/relay/app/pull/418/files' }),
      await call<Linked>('linkFile', { ...given, path: 'src/send.ts' }),
    ];
    const texts = await Promise.all(linked.map(({ path }) => folder.read(`.because/${path}`)));
    assert.match(texts[0] ?? '', /\nbranch: spike\n/);
    assert.match(texts[1] ?? '', new RegExp(`\\ncommit: ${commit}\\n`));
    assert.match(texts[2] ?? '', /\npr: https:\/\/github\.com\/relay\/app\/pull\/418\n/);
    assert.match(texts[3] ?? '', /\npath: src\/send\.ts\n/);
    for (const text of texts) assert.match(text, /\ninitiative: PAY-142\nevidence: said\n/);
  });

  it('is taken back by hiding the record', async () => {
    const folder = await openWork();
    const { id, path } = await call<Linked>('linkBranch', { branch: 'spike', initiative: 'PAY-777' });
    await call('unlink', { link: id });
    assert.match(await folder.read(`.because/${path}`), /\narchived: true\n/);
  });

  it('says what is wrong, with a code for programs', async () => {
    await openWork();
    await assert.rejects(call('linkBranch', { branch: 'x', initiative: 'PAY-999' }), /^Error: not-found/);
    await assert.rejects(call('linkCommit', { commit: 'HEAD; rm', initiative: 'PAY-777' }), /bad-input/);
    await assert.rejects(call('linkFile', { path: '../x', initiative: 'PAY-777' }), /bad-input/);
  });
});

describe('the commit box', () => {
  const set = (value: string | undefined) =>
    vscode.workspace.getConfiguration('because').update('commitMessage', value, vscode.ConfigurationTarget.Global);

  afterEach(() => set(undefined));

  it('holds the trailers of the branch, on wish, and follows the branch', async () => {
    const folder = await openWork();
    const box = () => repositoryOf(folder)?.inputBox.value;
    await startOn(folder, 'PAY-142-urgent');
    assert.equal(box(), '');
    await set('trailers');
    const trailers = 'Initiative: PAY-142\nBecause: missed\nEvidence: said';
    await eventually(() => box()?.trim() === trailers, 'The trailers in the box');
    await startOn(folder, 'PAY-777-x');
    await eventually(() => box()?.trim() === 'Initiative: PAY-777', 'The trailers of the other branch');
    await set('prefix');
    await eventually(() => box() === 'PAY-777: ', 'The key as prefix');
    await set('off');
    await eventually(() => box() === '', 'The empty box');
  });

  it('keeps what a person typed, to the letter', async () => {
    const folder = await openWork();
    const repository = repositoryOf(folder);
    assert.ok(repository);
    repository.inputBox.value = 'My own words';
    await set('trailers');
    await startOn(folder, 'PAY-142-urgent');
    // The same event that would fill it has been told to everybody by now.
    await call('fillCommitMessage');
    assert.equal(
      repositoryOf(folder)?.inputBox.value.trim(),
      'My own words\n\nInitiative: PAY-142\nBecause: missed\nEvidence: said',
    );
  });
});
