/** Why, in histories as people have them: files git does not know, links, stopped rebases, remotes by other names, what git cannot read. */
import * as assert from 'node:assert/strict';
import { rm, symlink } from 'node:fs/promises';
import * as vscode from 'vscode';
import { eventually } from '../../support/editor.ts';
import { replace } from './screen.ts';
import { call, explain, mergeLinked, openStopped, openWork, refreshed, repositoryOf, startOn } from './setting.ts';

const set = (value: string | undefined) =>
  vscode.workspace.getConfiguration('because').update('commitMessage', value, vscode.ConfigurationTarget.Global);

describe('why, in histories as people have them', () => {
  afterEach(async () => {
    await set(undefined);
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  it('is what the branch is for, in a file that is not added yet', async () => {
    const folder = await openWork();
    await startOn(folder, 'PAY-142-x');
    await folder.write('src/new.ts', 'export const fresh = 1;\n');
    assert.deepEqual((await explain(folder, 1, 'src/new.ts'))?.slice(0, 2), ['Not committed yet', 'Initiative']);
    const shares = await call<readonly { readonly initiative?: string; readonly share: number }[]>('explainFile', {
      uri: folder.at('src/new.ts').toString(),
      show: false,
    });
    assert.deepEqual(
      shares.map(({ initiative, share }) => [initiative, share]),
      [['PAY-142', 1]],
    );
  });

  it('is what the branch is for that is being rebased, for lines and for the commit box', async () => {
    const folder = await openStopped();
    await eventually(async () => (await explain(folder, 1))?.[1] === 'Initiative', 'The line in conflict and its why');
    assert.equal((await explain(folder, 1))?.[0], 'Not committed yet');
    const repository = repositoryOf(folder);
    assert.ok(repository);
    repository.inputBox.value = '';
    await set('prefix');
    await eventually(() => repository.inputBox.value === 'PAY-142: ', 'The key in the box');
  });

  it('starts no pull request while a rebase is not finished', async () => {
    await openStopped();
    const told: string[] = [];
    const restore = replace(vscode.window, 'showInformationMessage', async (words: string) => void told.push(words));
    try {
      await eventually(async () => {
        await vscode.commands.executeCommand('because.createPullRequest');
        return told.some((words) => /not finished/.test(words));
      }, 'What is to be done first');
    } finally {
      restore();
    }
  });

  it('is found through symbolic links, of the file or of a folder above it', async () => {
    const folder = await openWork();
    await folder.write('src/send.ts', 'export const one = 1;\nexport const two = 22;\n');
    await folder.git('commit', '--quiet', '-am', 'PAY-142: send twice');
    await symlink('src/send.ts', folder.at('alias.ts').fsPath);
    await symlink('src', folder.at('lib').fsPath);
    await folder.git('add', '--all');
    await folder.git('commit', '--quiet', '-m', 'Links');
    for (const path of ['alias.ts', 'lib/send.ts']) {
      assert.equal((await explain(folder, 2, path))?.[1], 'Initiative', path);
    }
    const shares = await call<readonly { readonly share?: number }[]>('explainFile', {
      uri: folder.at('alias.ts').toString(),
      show: false,
    });
    assert.deepEqual(
      shares.map(({ share }) => share),
      [0.5, 0.5],
    );
  });

  it('keeps a subject that starts with # in the commit box', async () => {
    const folder = await openWork();
    await startOn(folder, 'PAY-142-x');
    const repository = repositoryOf(folder);
    assert.ok(repository);
    repository.inputBox.value = '#12 Fix the pager';
    await call('fillCommitMessage');
    assert.match(repository.inputBox.value.replaceAll('\r\n', '\n'), /^#12 Fix the pager\n\nInitiative: PAY-142\n/);
    await folder.write('src/send.ts', 'export const one = 3;\n');
    await folder.git('add', '--all');
    await refreshed(folder, () => repository.state.indexChanges.length > 0, 'The change staged');
    await vscode.commands.executeCommand('git.commitStaged', folder.uri);
    assert.equal(await folder.git('log', '-1', '--format=%s'), '#12 Fix the pager');
    assert.equal((await explain(folder, 1))?.[1], 'Initiative');
  });

  it('is found by the links of a repository whose remote has another name here', async () => {
    const folder = await openWork();
    await folder.git('config', 'url.https://github.com/.insteadOf', 'gh:');
    await mergeLinked(folder);
    for (const address of ['gh:relay/app', 'git@github-work:relay/app.git']) {
      await folder.git('remote', 'set-url', 'origin', address);
      await eventually(async () => {
        await vscode.commands.executeCommand('git.refresh', folder.uri);
        return (await explain(folder, 1))?.[2] === 'Initiative';
      }, `The why at ${address}`);
    }
  });

  it('keeps the list of what shaped a file where git cannot tell of its lines', async () => {
    const folder = await openWork();
    const first = await folder.git('rev-parse', 'HEAD:src/send.ts');
    await folder.write('src/send.ts', 'export const one = 1;\nexport const two = 22;\n');
    await folder.git('commit', '--quiet', '-am', 'PAY-142: send twice');
    await rm(folder.at(`.git/objects/${first.slice(0, 2)}/${first.slice(2)}`).fsPath);
    const made: vscode.QuickPick<vscode.QuickPickItem>[] = [];
    const { createQuickPick } = vscode.window;
    const restore = replace(vscode.window, 'createQuickPick', () => {
      const pick = createQuickPick.call(vscode.window);
      made.push(pick);
      return pick;
    });
    try {
      const asked = vscode.commands.executeCommand('because.explainFile', folder.at('src/send.ts'));
      await eventually(() => made[0]?.busy === false, 'Git done');
      assert.equal(made[0]?.items.length, 2);
      assert.match(made[0]?.placeholder ?? '', /Git does not say/);
      made[0]?.hide();
      await asked;
    } finally {
      restore();
    }
  });
});
