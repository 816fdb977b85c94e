/** Setting up by its command, and what git history offers, in the real editor. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readHistory, whyUnknown } from '../../../src/editor/ask/history.ts';
import { sampleInput } from '../../../src/editor/setUp/input.ts';
import { Workspace } from '../../../src/editor/workspace/workspace.ts';
import { eventually, type OpenFolder, openFolder } from '../../support/editor.ts';
import type { Files } from '../../support/folder.ts';

const sprint = { id: '2026-48', starts: '2026-11-23', ends: '2026-12-06' };

interface Written {
  readonly id: string;
  readonly path: string;
}

const setUp = (input: object) => Promise.resolve(vscode.commands.executeCommand<Written>('because.setUp', input));

const files = async (folder: OpenFolder): Promise<string[]> => {
  const found = await vscode.workspace.findFiles(new vscode.RelativePattern(folder.uri, '.because/**'));
  return found.map((uri) => uri.path.slice(folder.uri.path.length + '/.because/'.length)).sort();
};

async function running(name?: string, more: Files = {}): Promise<OpenFolder> {
  const folder = await openFolder({ 'a.ts': '', ...more }, name);
  await vscode.extensions.getExtension('because.because')?.activate();
  return folder;
}

describe('setting up by its command', () => {
  it('asks nothing, and writes because.yml and the sprint', async () => {
    const folder = await running();
    const written = await setUp({ team: { name: 'Relay', members: [{ id: 'ada' }] }, keys: ['PAY'], sprint });
    assert.deepEqual(written, { id: '2026-48', path: 'sprints/2026-48.md' });
    assert.deepEqual(await files(folder), ['because.yml', 'sprints/2026-48.md']);
    assert.match(await folder.read('.because/because.yml'), /name: Relay[\s\S]*- \{id: ada\}[\s\S]*\nkeys: \[PAY\]\n/);
  });

  it('writes the sample', async () => {
    const folder = await running();
    assert.equal((await setUp({ sample: true })).id, 'sample-sprint');
    assert.equal((await files(folder)).length, 8);
  });

  it('is refused where it was done, and changes nothing', async () => {
    const folder = await running();
    await setUp({ keys: ['PAY'], sprint });
    const before = await folder.read('.because/because.yml');
    await assert.rejects(setUp({ keys: ['OPS'], sprint }), /^Error: already-exists: .*already set up here/);
    await assert.rejects(setUp({ sprint: 'none', keys: ['P A'] }), /^Error: bad-input: /);
    assert.equal(await folder.read('.because/because.yml'), before);
  });

  it('sets up the folder that is named', async () => {
    const one = await running('one');
    const two = await openFolder({}, 'two');
    await setUp({ sprint, folder: two.uri.toString() });
    assert.deepEqual(await files(one), []);
    assert.deepEqual(await files(two), ['because.yml', 'sprints/2026-48.md']);
    await assert.rejects(setUp({ sprint, folder: 'file:///nowhere' }), /^Error: no-folder: /);
  });

  it('says so where nothing can be written', async () => {
    const folder = await running();
    await folder.write('.because', 'a file where the folder belongs');
    await assert.rejects(setUp({ sprint }), /^Error: not-writable: .*because\.yml cannot be written/);
  });
});

describe('git history', () => {
  /** What the product would offer for the folder; the workspace is one of the test's own. */
  async function historyOf(folder: OpenFolder, signal = new AbortController().signal) {
    const storage = { workspaceState: { get: () => undefined }, globalStorageUri: folder.at('storage') };
    const workspace = new Workspace(storage as unknown as vscode.ExtensionContext);
    try {
      const opened = workspace.folderOf(folder.uri);
      assert.ok(opened);
      await eventually(() => workspace.git.settled, 'git being ready');
      if (await folder.git('rev-parse', '--git-dir').catch(() => '')) {
        // The editor looks for repositories when a folder is opened; this one was made afterwards.
        await vscode.commands.executeCommand('git.openRepository', folder.path);
        await eventually(() => workspace.git.rootOf(folder.uri), 'the repository being open');
      }
      const history = await readHistory(workspace, opened, signal);
      return { ...history, why: whyUnknown(workspace, opened), sample: sampleInput(opened, history) };
    } finally {
      workspace.dispose();
    }
  }

  it('gives the sample the keys of the folder’s own commits', async () => {
    const folder = await running();
    await folder.git('init', '--quiet');
    await folder.git('config', 'user.email', 'grace@relay.example');
    for (const subject of ['SHOP-12: receipts in UTF-8', 'SHOP-14: more of them', 'SHOP-15: the last of them'])
      await folder.git('commit', '--quiet', '--allow-empty', '-m', subject);
    const { sample } = await historyOf(folder);
    assert.deepEqual(sample.keys, ['SHOP']);
    await setUp(sample);
    const written = await folder.read('.because/because.yml');
    assert.match(written, /\nkeys: \[SHOP, SAMPLE\]\n/);
  });

  it('offers who wrote, the person first, and the keys in commits and branches', async () => {
    const folder = await running();
    await folder.git('init', '--quiet');
    await folder.git('config', 'user.email', 'grace@relay.example');
    await folder.git('config', 'user.name', 'Grace Hopper');
    const commit = (message: string, author = 'Ada Lovelace <ada@relay.example>') =>
      folder.git('commit', '--quiet', '--allow-empty', `--author=${author}`, '-m', message);
    await commit('PAY-1: receipts in UTF-8');
    await commit('PAY-2: more of them');
    await commit('Bump (#3)', 'dependabot[bot] <1+dependabot[bot]@users.noreply.github.com>');
    await commit('Night shift', '李小龙 <li@relay.example>');
    await folder.git('branch', 'feature/ops-31-disk');
    await folder.git('branch', 'feature/ops-32-disk');
    const { authors, me, prefixes, why } = await historyOf(folder);
    assert.deepEqual(
      authors.map(({ id, name, commits }) => `${id} ${name} ${commits}`),
      ['grace Grace Hopper 0', 'ada Ada Lovelace 2', 'li 李小龙 1'],
    );
    assert.equal(me, authors[0]);
    assert.deepEqual(
      prefixes.map(({ prefix }) => prefix),
      ['PAY', 'OPS'],
    );
    assert.equal(why, undefined);
  });

  it('offers nobody but the person in a repository without commits', async () => {
    const folder = await running();
    await folder.git('init', '--quiet');
    await folder.git('config', 'user.email', 'ada@relay.example');
    const { authors, prefixes } = await historyOf(folder);
    assert.deepEqual([authors.map(({ emails }) => emails), prefixes], [[['ada@relay.example']], []]);
  });

  it('offers nothing without a repository, and says why', async () => {
    const { authors, me, prefixes, why } = await historyOf(await running());
    assert.deepEqual([authors, me, prefixes], [[], undefined, []]);
    assert.match(why ?? '', /not in a git repository/);
  });

  it('is called off', async () => {
    const folder = await running();
    await folder.git('init', '--quiet');
    await folder.git('commit', '--quiet', '--allow-empty', '-m', 'PAY-1');
    const { authors } = await historyOf(folder, AbortSignal.abort());
    assert.deepEqual(
      authors.filter(({ commits }) => commits > 0),
      [],
    );
  });
});

describe('who I am', () => {
  const choose = (input: object) => Promise.resolve(vscode.commands.executeCommand('because.chooseMe', input));

  it('is chosen once and signs what is written from then on', async () => {
    const folder = await running();
    await setUp({ team: { members: [{ id: 'ada' }, { id: 'grace' }] }, sprint });
    await assert.rejects(choose({ member: 'alan' }), /^Error: not-found: alan is not a member/);
    assert.deepEqual(await choose({ member: 'grace' }), { id: 'grace' });
    const input = { kind: 'problem', id: 'late', body: 'It is late.' };
    const { path } = await vscode.commands.executeCommand<Written>('because.newRecord', input);
    assert.match(await folder.read(`.because/${path}`), /\nby: grace\n/);
  });

  it('is asked about the folder that is given', async () => {
    const team = (id: string) => ({ '.because/because.yml': `team: {members: [{id: ${id}}]}\n` });
    await running('first', team('ada'));
    const second = await running('second', team('zoe'));
    let chosen: unknown;
    const asked = choose({ folder: second.uri.toString() }).then((answer) => {
      chosen = answer;
    });
    const answer = await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return chosen;
    }, 'The choice');
    await asked;
    assert.deepEqual(answer, { id: 'zoe' });
  });

  it('is not to be chosen where git tells', async () => {
    const folder = await running();
    await folder.git('init', '--quiet');
    await folder.git('config', 'user.email', 'ada@relay.example');
    await setUp({ team: { members: [{ id: 'ada', emails: ['Ada@relay.example'] }, { id: 'grace' }] }, sprint });
    // The editor looks for repositories when a folder is opened; this one was made afterwards.
    await vscode.commands.executeCommand('git.openRepository', folder.path);
    await eventually(
      () =>
        choose({ member: 'grace' }).then(
          () => false,
          (error: Error) => /already-exists: .*ada@relay\.example, says that you are ada/.test(error.message),
        ),
      'git telling who works here',
    );
  });
});
