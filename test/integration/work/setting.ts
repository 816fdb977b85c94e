/** A folder in a real git repository, with a remote on GitHub that nobody asks, for the tests of what links work to its why. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, type OpenFolder, openFolder } from '../../support/editor.ts';
import type { Files } from '../../support/folder.ts';
import { record } from '../../support/sources.ts';

export const files: Files = {
  '.because/because.yml': 'team:\n  members:\n    - {id: ada, name: Ada Lovelace, role: engineer}\nkeys: [PAY]\n',
  '.because/initiatives/PAY-142.md': record([
    'title: Urgent updates reach drivers',
    'status: building',
    'problem: missed',
    'outcome: {metric: Drivers informed in time, unit: "%", baseline: 70, target: 95, by: 2027-01-31}',
  ]),
  '.because/initiatives/PAY-777.md': record(['title: Receipts', 'kind: debt']),
  '.because/problems/missed.md': record(['title: Missed updates'], '30% of users miss urgent updates.\n'),
  '.because/evidence/said.md': record(
    ['kind: quote', 'problem: missed', 'customer: Acme', 'date: 2026-11-17'],
    '> I found out from a shop owner.\n',
  ),
  'src/send.ts': 'export const one = 1;\nexport const two = 2;\n',
};

interface Repository {
  readonly state: {
    readonly HEAD?: { readonly name?: string; readonly commit?: string };
    readonly indexChanges: readonly unknown[];
    readonly mergeChanges: readonly unknown[];
  };
  readonly inputBox: { value: string };
  /** Looks at the working tree again. */
  status(): Promise<void>;
}

interface GitApi {
  getRepository(uri: vscode.Uri): Repository | null;
}

/** The repository of a folder, as the editor's git extension has it. */
export function repositoryOf(folder: OpenFolder): Repository | undefined {
  const git = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  return git?.exports.getAPI(1).getRepository(folder.uri) ?? undefined;
}

/** Opens such a folder where Ada works, on `main` with one commit, once the editor knows the repository. */
export async function openWork(more: Files = {}): Promise<OpenFolder> {
  const folder = await openFolder({ ...files, '.vscode/settings.json': '{"because.me": "ada"}\n', ...more });
  await folder.git('init', '--quiet');
  await folder.git('config', 'user.name', 'Ada Lovelace');
  await folder.git('config', 'user.email', 'ada@relay.example');
  await folder.git('remote', 'add', 'origin', 'git@github.com:relay/app.git');
  await folder.git('add', '--all');
  await folder.git('commit', '--quiet', '-m', 'Begin');
  await vscode.extensions.getExtension('because.because')?.activate();
  await vscode.commands.executeCommand('git.openRepository', folder.path);
  await eventually(() => repositoryOf(folder)?.state.HEAD?.commit !== undefined, 'Git knowing the repository');
  return folder;
}

/**
 * Resolves when the editor knows that another branch is checked out, or a commit without one. It may not have watched yet, so
 * it is told to look.
 */
export const checkedOut = (folder: OpenFolder, branch: string | undefined): Promise<unknown> =>
  eventually(
    async () => {
      const repository = repositoryOf(folder);
      if (repository?.state.HEAD?.name === branch) return true;
      await repository?.status();
      return false;
    },
    `Git knowing that ${branch ?? 'no branch'} is checked out`,
  );

/** Starts a branch there, and waits until the editor knows. */
export async function startOn(folder: OpenFolder, branch: string): Promise<void> {
  await folder.git('checkout', '--quiet', '-b', branch);
  await checkedOut(folder, branch);
}

/** Calls a command as other programs do. */
export const call = <T>(command: string, input: object = {}): Promise<T> =>
  Promise.resolve(vscode.commands.executeCommand<T>(`because.${command}`, input));

/** What explains a line, as the names of the steps. */
export const explain = (folder: OpenFolder, line: number, path = 'src/send.ts') =>
  call<readonly string[] | undefined>('explainLine', { uri: folder.at(path).toString(), line });

/** Resolves when the editor's git extension, asked to look again, holds what is said. */
export const refreshed = async (folder: OpenFolder, holds: () => boolean, what: string) =>
  eventually(async () => {
    await vscode.commands.executeCommand('git.refresh', folder.uri);
    return holds();
  }, what);

/** On a branch for PAY-142 whose rebase stopped at a conflict. */
export async function openStopped(): Promise<OpenFolder> {
  const folder = await openWork();
  await folder.git('checkout', '--quiet', '-b', 'feature/PAY-142-x');
  await folder.write('src/send.ts', 'export const one = 11;\nexport const two = 2;\n');
  await folder.git('commit', '--quiet', '-am', 'Mine');
  await folder.git('checkout', '--quiet', 'main');
  await folder.write('src/send.ts', 'export const one = 1111;\nexport const two = 2;\n');
  await folder.git('commit', '--quiet', '-am', 'Theirs');
  await folder.git('checkout', '--quiet', 'feature/PAY-142-x');
  await checkedOut(folder, 'feature/PAY-142-x');
  await assert.rejects(folder.git('rebase', 'main'));
  await refreshed(folder, () => repositoryOf(folder)?.state.HEAD?.name === undefined, 'Git knowing of the rebase');
  return folder;
}

/** Merges a branch that changes the first line as a pull request does, which is linked to PAY-142. */
export async function mergeLinked(folder: OpenFolder): Promise<void> {
  await folder.git('checkout', '--quiet', '-b', 'ladder');
  await folder.write('src/send.ts', 'export const one = 11;\nexport const two = 2;\n');
  await folder.git('commit', '--quiet', '-am', 'Climb');
  await folder.git('checkout', '--quiet', 'main');
  await folder.git('merge', '--quiet', '--no-ff', '-m', 'Merge pull request #418 from relay/ladder', 'ladder');
  await call('linkPullRequest', { pr: 'https://github.com/relay/app/pull/418', initiative: 'PAY-142' });
}
