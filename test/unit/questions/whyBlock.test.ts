/** The why block and the pull request of the work at hand, asked of real git without an editor. */
import * as assert from 'node:assert/strict';
import type { Because } from '../../../src/because.ts';
import { branchStart } from '../../../src/questions/branchStart.ts';
import { pullRequestDraft } from '../../../src/questions/pullRequestDraft.ts';
import { whyBlock } from '../../../src/questions/whyBlock.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { gitPortIn, openedBy } from '../../support/product.ts';
import { ownRepository, type Repository } from '../../support/repository.ts';
import { record } from '../../support/sources.ts';

const files = new MemoryFiles({
  'because.yml': 'keys: [PAY]\nteam:\n  members:\n    - {id: ada}\n',
  'initiatives/PAY-7.md': record(['title: Seven', 'problem: late']),
  'initiatives/PAY-9.md': record(['title: Nine']),
  'problems/late.md': record(['title: Late updates'], 'Updates come late.\n'),
  'evidence/said.md': record(['kind: quote', 'problem: late'], '> We wait.\n'),
  'links/urgent.md': record(['branch: urgent', 'initiative: PAY-7', 'problem: late', 'evidence: said']),
});

let repository: Repository;
let because: Because;

function own(): void {
  ownRepository((made) => {
    ({ repository } = made);
    because = openedBy(files, 'ada', gitPortIn(repository.folder));
    repository.commit('Begin', { 'a.ts': '1\n', '.because/initiatives/PAY-7.md': 'there' });
  });
  afterEach(() => because.dispose());
}

describe('The why block, asked without an editor', () => {
  own();

  it('is what the branch is for, with what its links chose, and nothing where that is nothing', async () => {
    assert.equal(await because.ask(whyBlock, {}), undefined);
    repository.git('checkout', '--quiet', '-b', 'urgent');
    const block = await because.ask(whyBlock, {});
    assert.deepEqual(structuredClone(block), block);
    assert.deepEqual(
      [block?.initiative, block?.title, block?.problem, block?.evidence],
      ['PAY-7', 'Seven', ['late'], ['said']],
    );
    assert.match(block?.text ?? '', /Updates come late\.[\s\S]*We wait\./);
  });

  it('links the records that the default branch has on the host', async () => {
    repository.git('remote', 'add', 'origin', 'git@github.com:relay/app.git');
    const { text } = (await because.ask(whyBlock, { initiative: 'PAY-7' })) ?? assert.fail();
    assert.match(text, /https:\/\/github\.com\/relay\/app\/blob\/main\/\.because\/initiatives\/PAY-7\.md/);
    assert.doesNotMatch(text, /problems\/late\.md/);
  });

  it('goes into a text where that wants it, and needs no git', async () => {
    const without = openedBy(files, 'ada');
    const { text } =
      (await without.ask(whyBlock, { initiative: 'PAY-9', into: 'Above\n\n<!-- because -->\n\nBelow\n' })) ??
      assert.fail();
    assert.match(text, /^Above\n[\s\S]*Nine[\s\S]*\nBelow\n$/);
    await assert.rejects(without.ask(whyBlock, { initiative: 'PAY-8' }), { code: 'not-found' });
    without.dispose();
  });
});

describe('The pull request of a branch, asked without an editor', () => {
  own();

  const draft = (input = {}) => because.ask(pullRequestDraft, input);

  beforeEach(() => {
    repository.git('remote', 'add', 'origin', 'git@github.com:relay/app.git');
    repository.git('checkout', '--quiet', '-b', 'urgent');
  });

  it('says from where to where, what has to be pushed, and what it is called', async () => {
    repository.commit('Wake people', { 'a.ts': '2\n' });
    const one = await draft();
    assert.deepEqual(structuredClone(one), one);
    assert.deepEqual(
      [one?.source, one?.target, one?.title, one?.initiative, one?.push],
      [
        'urgent',
        'main',
        'PAY-7 Wake people',
        'PAY-7',
        { remote: 'origin', branch: 'urgent', source: 'urgent', isNew: true },
      ],
    );
    assert.equal((await draft({ key: false }))?.title, 'Wake people');
    repository.commit('And more', { 'a.ts': '3\n' });
    assert.equal((await draft({ key: false }))?.title, 'Seven');
  });

  it('has nothing to push where the host has it all, be it on a fork and under another name', async () => {
    repository.git('remote', 'add', 'ada', 'git@github.com:ada/app.git');
    repository.commit('Wake people', { 'a.ts': '2\n' });
    repository.git('update-ref', 'refs/remotes/ada/theirs', 'HEAD');
    repository.git('config', 'branch.urgent.remote', 'ada');
    repository.git('config', 'branch.urgent.merge', 'refs/heads/theirs');
    const there = await draft();
    assert.deepEqual([there?.source, there?.forkOwner, there?.push], ['theirs', 'ada', undefined]);
    repository.commit('And more', { 'a.ts': '3\n' });
    assert.deepEqual((await draft())?.push, { remote: 'ada', branch: 'urgent', source: 'theirs', isNew: false });
    repository.git('update-ref', 'refs/remotes/ada/main', 'HEAD');
    repository.git('config', 'branch.urgent.merge', 'refs/heads/main');
    assert.equal((await draft())?.push?.isNew, true);
  });

  it('has its why in each template of the repository', async () => {
    repository.write('.github/PULL_REQUEST_TEMPLATE/a.md', 'Form A\n');
    repository.write('.github/PULL_REQUEST_TEMPLATE/b.md', 'Form B\n');
    const { body, bodies } = (await draft()) ?? assert.fail();
    assert.deepEqual(
      bodies.map(({ template, body: text }) => [
        template,
        /^Form \w\n[\s\S]*Updates come late/.exec(text)?.[0].slice(0, 6),
      ]),
      [
        ['.github/PULL_REQUEST_TEMPLATE/a.md', 'Form A'],
        ['.github/PULL_REQUEST_TEMPLATE/b.md', 'Form B'],
      ],
    );
    assert.equal(body, bodies[0]?.body);
  });

  it('says why there can be none', async () => {
    repository.git('remote', 'remove', 'origin');
    await assert.rejects(draft(), { code: 'not-found', message: /no remote on a host/ });
    repository.git('remote', 'add', 'origin', 'git@github.com:relay/app.git');
    repository.git('checkout', '--quiet', 'main');
    await assert.rejects(draft(), { code: 'bad-input', message: /no branch to merge main into/ });
    repository.git('checkout', '--quiet', '--detach');
    await assert.rejects(draft(), { code: 'not-found', message: /detached/ });
    repository.git('checkout', '--quiet', '-b', 'mine', 'main');
    repository.commit('Mine', { 'a.ts': '2\n' });
    repository.git('checkout', '--quiet', 'main');
    repository.commit('Theirs', { 'a.ts': '3\n' });
    repository.git('checkout', '--quiet', 'mine');
    assert.throws(() => repository.git('rebase', 'main'));
    await assert.rejects(draft(), { code: 'bad-input', message: /A rebase or bisect of mine is not finished/ });
  });

  it('is none where the branch is for nothing and nothing is named', async () => {
    repository.git('checkout', '--quiet', '-b', 'other');
    assert.equal(await draft(), undefined);
    assert.equal((await draft({ initiative: 'PAY-9' }))?.initiative, 'PAY-9');
  });
});

describe('What a branch could start from, asked without an editor', () => {
  own();

  it('is the main branch first, here and on its remote, with a name from the template', async () => {
    repository.git('remote', 'add', 'origin', 'git@github.com:relay/app.git');
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    repository.git('branch', 'other');
    const start = await because.ask(branchStart, { initiative: 'PAY-7', template: '{user}/{key}-{slug}', most: 30 });
    const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name);
    assert.equal(start.name, 'ada/PAY-7-seven');
    assert.deepEqual([names(start.main), names(start.others)], [['main', 'origin/main'], ['other']]);
    assert.deepEqual([...start.taken].sort(), ['main', 'other']);
  });
});
