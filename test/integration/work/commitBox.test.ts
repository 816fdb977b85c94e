/** The box of the commit message: filled on wish, never over anybody's words, through commits, merges and several repositories. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, type OpenFolder } from '../../support/editor.ts';
import { call, checkedOut, openWork, repositoryOf, startOn } from './setting.ts';

const set = (value: string | undefined) =>
  vscode.workspace.getConfiguration('because').update('commitMessage', value, vscode.ConfigurationTarget.Global);

const box = (folder: OpenFolder) => repositoryOf(folder)?.inputBox.value;

function type(folder: OpenFolder, words: string): void {
  const repository = repositoryOf(folder);
  assert.ok(repository);
  repository.inputBox.value = words;
}

/** On a branch for PAY-142, with the key in the box. */
async function openPrefixed(): Promise<OpenFolder> {
  const folder = await openWork();
  await startOn(folder, 'PAY-142-x');
  await set('prefix');
  await eventually(() => box(folder) === 'PAY-142: ', 'The key in the box');
  return folder;
}

describe('the box of the commit message', () => {
  afterEach(() => set(undefined));

  it('is filled again after each commit', async () => {
    const folder = await openPrefixed();
    for (const subject of ['one', 'two']) {
      await folder.write('src/send.ts', `export const ${subject} = 1;\n`);
      await folder.git('add', '--all');
      await eventually(async () => {
        await vscode.commands.executeCommand('git.refresh', folder.uri);
        return (repositoryOf(folder)?.state.indexChanges.length ?? 0) > 0;
      }, 'The change staged');
      type(folder, `PAY-142: ${subject}`);
      await vscode.commands.executeCommand('git.commitStaged', folder.uri);
      assert.equal(await folder.git('log', '-1', '--format=%s'), `PAY-142: ${subject}`);
      await eventually(() => box(folder) === 'PAY-142: ', `The key in the box after “${subject}”`);
    }
  });

  it('leaves what a person typed below or behind ours, whatever branch and setting come', async () => {
    const folder = await openPrefixed();
    type(folder, 'PAY-142: my words');
    await startOn(folder, 'PAY-777-x');
    await set('trailers');
    await call('fillCommitMessage');
    assert.equal(box(folder)?.trim(), 'PAY-142: my words\n\nInitiative: PAY-777');
    await set('off');
    await folder.git('checkout', '--quiet', 'main');
    await checkedOut(folder, 'main');
    assert.equal(box(folder)?.trim(), 'PAY-142: my words\n\nInitiative: PAY-777');
    type(folder, '');
  });

  it('gives way to git’s own message while a merge has conflicts', async () => {
    const folder = await openWork();
    await folder.git('checkout', '--quiet', '-b', 'other');
    await folder.write('src/send.ts', 'export const theirs = 1;\n');
    await folder.git('commit', '--quiet', '-am', 'Theirs');
    await folder.git('checkout', '--quiet', '-b', 'PAY-142-x', 'main');
    await folder.write('src/send.ts', 'export const mine = 1;\n');
    await folder.git('commit', '--quiet', '-am', 'Mine');
    await checkedOut(folder, 'PAY-142-x');
    await set('prefix');
    await eventually(() => box(folder) === 'PAY-142: ', 'The key in the box');
    await assert.rejects(folder.git('merge', '--quiet', 'other'));
    await eventually(async () => {
      await vscode.commands.executeCommand('git.refresh', folder.uri);
      return !box(folder)?.startsWith('PAY-142: ');
    }, 'The key gone');
    await folder.git('merge', '--abort');
    await eventually(async () => {
      await vscode.commands.executeCommand('git.refresh', folder.uri);
      return repositoryOf(folder)?.state.mergeChanges.length === 0;
    }, 'The merge called off');
    type(folder, '');
    await eventually(async () => {
      await vscode.commands.executeCommand('git.refresh', folder.uri);
      await folder.write('src/again.ts', `${Date.now()}`);
      return box(folder) === 'PAY-142: ';
    }, 'The key in the box again');
    type(folder, '');
  });

  it('has its own text in each of two repositories, and only ours goes with the setting', async () => {
    const one = await openPrefixed();
    const two = await openWork();
    await two.git('checkout', '--quiet', '-b', 'PAY-777-x');
    await checkedOut(two, 'PAY-777-x');
    await eventually(() => box(two) === 'PAY-777: ', 'The key of the other branch');
    assert.equal(box(one), 'PAY-142: ');
    type(two, 'PAY-777: typed');
    await set('off');
    await eventually(() => box(one) === '', 'The empty box');
    assert.equal(box(two), 'PAY-777: typed');
    type(two, '');
  });
});
