/** What changes something in git and on hosts, done in plain node: branches started and pushed, pull requests created. */
import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { perform } from '../../../src/actions/action.ts';
import { createPullRequest, pushBranch } from '../../../src/actions/createPullRequest.ts';
import { linkCommit, linkPullRequest } from '../../../src/actions/linkWork.ts';
import { startBranch } from '../../../src/actions/startBranch.ts';
import type { Because } from '../../../src/because.ts';
import type { GitPort } from '../../../src/git/port.ts';
import { examplePullRequest, type GitHubServer, json, openGitHub } from '../../support/githubServer.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { gitPortIn, openedBy } from '../../support/product.ts';
import { ownRepository, Repository } from '../../support/repository.ts';
import { record } from '../../support/sources.ts';

let home: string;
let repository: Repository;
let files: MemoryFiles;
let because: Because;

function opened(more?: Partial<GitPort>): Because {
  because.dispose();
  because = openedBy(files, 'ada', gitPortIn(repository.folder, more));
  return because;
}

function own(): void {
  ownRepository((made) => {
    ({ home, repository } = made);
    repository.commit('Begin', { 'a.ts': 'one\n' });
    files = new MemoryFiles({
      'because.yml': 'keys: [PAY]\nteam:\n  members:\n    - {id: ada}\n',
      'initiatives/PAY-7.md': record(['title: Seven']),
    });
    because = openedBy(files, 'ada', gitPortIn(repository.folder));
  });
  afterEach(() => because.dispose());
}

const links = (): string[] => [...files.texts].flatMap(([name, text]) => (name.startsWith('links/') ? text : []));

describe('Starting a branch for an initiative', () => {
  own();

  it('checks it out, tells who asked, and links it where its name says nothing', async () => {
    const told: string[] = [];
    opened({ changed: async (file) => void told.push(file) });
    const named = await perform(startBranch, because, { initiative: 'PAY-7', name: 'PAY-7-x' });
    assert.deepEqual(named, { branch: 'PAY-7-x', initiative: 'PAY-7' });
    assert.deepEqual(links(), []);
    await perform(startBranch, because, { initiative: 'PAY-7', name: 'quieter', base: 'main' });
    assert.equal(repository.git('branch', '--show-current'), 'quieter');
    assert.match(links().join(), /\nbranch: quieter\ninitiative: PAY-7\n/);
    assert.deepEqual(told, [repository.folder, repository.folder]);
  });

  it('does nothing where changes would be lost, and puts them aside where that is wanted', async () => {
    repository.git('branch', 'old');
    repository.commit('Two', { 'a.ts': 'two\n' });
    repository.write('a.ts', 'mine\n');
    const input = { initiative: 'PAY-7', name: 'PAY-7-x', base: 'old' };
    assert.deepEqual(await perform(startBranch, because, input), { wouldOverwrite: ['a.ts'] });
    assert.equal(repository.git('branch', '--show-current'), 'main');
    const started = await perform(startBranch, because, { ...input, uncommitted: 'stash' });
    assert.equal('branch' in started && started.branch, 'PAY-7-x');
    assert.match('notice' in started ? (started.notice ?? '') : '', /Nothing is lost/);
  });

  it('starts nothing for an initiative nobody knows', async () => {
    await assert.rejects(perform(startBranch, because, { initiative: 'PAY-8', name: 'x' }), { code: 'not-found' });
    assert.equal(repository.git('branch', '--list', 'x'), '');
  });
});

describe('Pushing a branch', () => {
  own();

  it('takes it to the remote under its name there, and lets it be tracked where it is new', async () => {
    const there = new Repository(path.join(home, 'there'));
    there.git('config', 'receive.denyCurrentBranch', 'ignore');
    repository.git('remote', 'add', 'origin', there.folder);
    repository.git('checkout', '--quiet', '-b', 'urgent');
    const push = { remote: 'origin', branch: 'urgent', source: 'urgent', isNew: true };
    await perform(pushBranch, because, push);
    assert.equal(there.git('rev-parse', 'urgent'), repository.head);
    assert.equal(repository.git('rev-parse', '--abbrev-ref', 'urgent@{upstream}'), 'origin/urgent');
    await perform(pushBranch, because, { ...push, source: 'theirs', isNew: false });
    assert.equal(there.git('rev-parse', 'theirs'), repository.head);
  });

  it('goes the way of who asks, where there is one, and says what to do where it fails', async () => {
    const asked: unknown[] = [];
    opened({ push: async (...what) => void asked.push(what) });
    const push = { remote: 'origin', branch: 'urgent', source: 'theirs', isNew: false };
    await perform(pushBranch, because, push);
    assert.deepEqual(asked, [[repository.folder, 'origin', 'urgent:theirs', false]]);
    opened();
    await assert.rejects(perform(pushBranch, because, push), {
      code: 'git-failed',
      message: 'urgent could not be pushed to origin.',
    });
  });
});

describe('Creating a pull request', () => {
  own();
  let github: GitHubServer;

  beforeEach(async () => {
    github = await openGitHub();
    repository.git('remote', 'add', 'origin', 'git@github.com:relay/app.git');
    repository.git('checkout', '--quiet', '-b', 'urgent');
    repository.commit('Wake people', { 'a.ts': 'two\n' });
  });
  afterEach(() => github.close());

  const create = (more = {}) =>
    perform(createPullRequest, because, {
      ...{ initiative: 'PAY-7', title: 'Wake people', body: 'Why', source: 'urgent', target: 'main' },
      ...{ token: 'gho_S3cret', api: github.api },
      ...more,
    });

  it('links it to its initiative, with what its commits are found by again', async () => {
    const url = 'https://github.com/relay/app/pull/12';
    github.answer(json(201, examplePullRequest({ html_url: url, number: 12 })));
    assert.deepEqual(await create({ forkOwner: 'ada' }), { url, number: 12 });
    assert.deepEqual(github.received[0]?.body, { title: 'Wake people', body: 'Why', head: 'ada:urgent', base: 'main' });
    const [text = ''] = links();
    assert.match(text, /\npr: https:\/\/github\.com\/relay\/app\/pull\/12\n/);
    assert.match(text, new RegExp(`\\nheads: "?${repository.head}"?\\n`));
    assert.match(text, /\npatch: "?[0-9a-f]{40}/);
  });

  it('is told also where it could not be linked', async () => {
    github.answer(json(201, examplePullRequest({ html_url: 'https://github.com/relay/app/pull/12', number: 12 })));
    const created = await create({ initiative: 'PAY-8' });
    assert.match(String(created?.notLinked), /PAY-8/);
  });

  it('needs a remote on a host, and links nothing where the host refuses', async () => {
    github.answer(json(401, { message: 'Bad credentials' }));
    await assert.rejects(create(), { code: 'not-signed-in' });
    repository.git('remote', 'remove', 'origin');
    await assert.rejects(create(), { code: 'not-found' });
    assert.deepEqual(links(), []);
  });
});

describe('Linking work that git knows', () => {
  own();

  it('keeps what a commit changes and the last commit of a pull request that was fetched', async () => {
    const hash = repository.commit('Two', { 'a.ts': 'two\n' });
    repository.git('update-ref', 'refs/pull/12/head', hash);
    await perform(linkCommit, because, { commit: hash, initiative: 'PAY-7' });
    await perform(linkPullRequest, because, { pr: 'https://github.com/relay/app/pull/12', initiative: 'PAY-7' });
    const [commit = '', request = ''] = links();
    assert.match(commit, /\npatch: "?[0-9a-f]{40}/);
    assert.match(request, new RegExp(`\\nheads: "?${hash}"?\\n`));
  });

  it('goes without where git does not know it', async () => {
    await perform(linkCommit, because, { commit: 'f'.repeat(40), initiative: 'PAY-7' });
    assert.doesNotMatch(links().join(), /patch/);
  });
});
