/** What `because.ask` answers in plain node: asked of real git, without an editor. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Because } from '../../../src/because.ts';
import type { Checkout, GitPort } from '../../../src/git/port.ts';
import { questions } from '../../../src/questions/all.ts';
import { card } from '../../../src/questions/card.ts';
import { currentWork } from '../../../src/questions/currentWork.ts';
import { explainCommit } from '../../../src/questions/explainCommit.ts';
import { explainLine } from '../../../src/questions/explainLine.ts';
import { findings } from '../../../src/questions/findings.ts';
import { ranking } from '../../../src/questions/ranking.ts';
import { unlinkedWork } from '../../../src/questions/unlinkedWork.ts';
import { whyFile } from '../../../src/questions/whyFile.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { gitPortIn, openedBy } from '../../support/product.ts';
import { ownRepository, Repository } from '../../support/repository.ts';
import { record } from '../../support/sources.ts';

const files = new MemoryFiles({
  'because.yml': 'keys: [PAY]\n',
  'initiatives/PAY-7.md': record(['title: Seven', 'problem: late']),
  'problems/late.md': record(['title: Late updates'], 'Updates come late.\n'),
  'links/real.md': record(['path: src/real.ts', 'initiative: PAY-7']),
  'links/named.md': record(['path: src/other.ts', 'initiative: PAY-7']),
});

describe('The product, asked without an editor', () => {
  let home: string;
  let repository: Repository;
  let because: Because;

  const opened = (port?: Partial<GitPort>): Because => openedBy(files, undefined, gitPortIn(repository.folder, port));

  ownRepository((made) => {
    ({ home, repository } = made);
    because = opened();
  });
  afterEach(() => because.dispose());

  it('tells the way from a line to the customer as plain data, with the pages of the host', async () => {
    repository.git('remote', 'add', 'origin', 'git@github.com:relay/app.git');
    const hash = repository.commit('Merge pull request #418 from relay/x\n\nPAY-7 Climb', { 'src/a.ts': 'one\n' });
    const told = await because.ask(explainLine, { file: 'src/a.ts', line: 1 });
    assert.deepEqual(structuredClone(told), told);
    assert.deepEqual(
      told.steps.map(({ lines: _, name, ...step }) => step),
      [
        { sort: 'commit', headline: 'Merge pull request #418 from relay/x', commit: hash },
        {
          sort: 'pull-request',
          headline: 'https://github.com/relay/app/pull/418',
          url: 'https://github.com/relay/app/pull/418',
        },
        { sort: 'initiative', headline: 'PAY-7 Seven', id: 'PAY-7' },
        { sort: 'problem', headline: 'Updates come late.', id: 'late' },
      ],
    );
    assert.equal(told.unexplained, undefined);
    assert.deepEqual((await because.ask(explainCommit, { commit: 'HEAD' })).steps, told.steps);
  });

  it('tells a line in stages to whoever wants them, and the last one to who does not', async () => {
    repository.commit('PAY-7: one', { 'a.ts': 'const limit = 1;\n' });
    repository.commit('Raise', { 'a.ts': 'const limit = 2;\n' });
    const counts: number[] = [];
    for await (const { steps } of because.stages(explainLine, { file: 'a.ts', line: 1 })) counts.push(steps.length);
    assert.deepEqual(counts, [1, 4]);
    assert.equal((await because.ask(explainLine, { file: 'a.ts', line: 1 })).steps.length, 4);
  });

  it('says what a link would explain, where nothing tells why', async () => {
    const commit = repository.commit('Begin', { 'a.ts': '1\n' });
    const of = async (file: string) => (await because.ask(explainLine, { file, line: 1 })).unexplained;
    const committed = await of('a.ts');
    assert.equal(committed?.commit, commit);
    assert.match(committed?.words ?? '', /^No reason found\. .* names no initiative\./);
    repository.write('new.ts', '1\n');
    const words = 'This line is not committed yet, and main is not linked to an initiative.';
    assert.deepEqual(await of('new.ts'), { words, branch: 'main' });
    repository.git('checkout', '--quiet', '--detach');
    assert.match((await of('new.ts'))?.words ?? '', /no branch is checked out/);
  });

  it('asks nothing of git before the first commit, and says what a branch is for that is being rebased', async () => {
    repository.git('checkout', '--quiet', '-b', 'PAY-7-x');
    repository.write('a.ts', '1\n');
    const branchs = await because.ask(explainLine, { file: 'a.ts', line: 1 });
    assert.deepEqual([branchs.steps[0]?.headline, branchs.steps[1]?.id], ['Work on PAY-7-x', 'PAY-7']);
    repository.commit('Begin', { 'a.ts': '1\n' });
    repository.git('branch', 'other');
    repository.commit('Mine', { 'a.ts': '2\n' });
    repository.git('checkout', '--quiet', 'other');
    repository.commit('Theirs', { 'a.ts': '3\n' });
    repository.git('checkout', '--quiet', 'PAY-7-x');
    assert.throws(() => repository.git('rebase', 'other'));
    repository.write('new.ts', '1\n');
    assert.equal((await because.ask(explainLine, { file: 'new.ts', line: 1 })).steps[0]?.headline, 'Work on PAY-7-x');
  });

  it('takes the quicker answer of whoever asks: what is checked out, and a text that is not saved', async () => {
    repository.commit('PAY-7: one', { 'a.ts': 'one\n' });
    const head = repository.head;
    const known: Checkout = { root: repository.folder, head, branch: 'PAY-7-known', remotes: [] };
    const quick = opened({
      checkedOut: (file) => (file === repository.path('a.ts') ? known : undefined),
      unsaved: async () => Buffer.from('typed\none\n'),
    });
    const line = async (n: number) => (await quick.ask(explainLine, { file: 'a.ts', line: n })).steps[0]?.headline;
    assert.deepEqual([await line(1), await line(2)], ['Work on PAY-7-known', 'PAY-7: one']);
    quick.dispose();
  });

  it('tells what the checked-out branch is for, and whether everything is merged into it', async () => {
    repository.commit('Begin', { 'a.ts': '1\n' });
    const main = await because.ask(currentWork, {});
    assert.deepEqual(main, {
      branch: 'main',
      isMain: true,
      without: 'shared',
      message: 'main is shared, so it has no single reason. Start a branch for an initiative to see its reason.',
    });
    repository.git('checkout', '--quiet', '-b', 'PAY-7-climb');
    const { told, ...work } = await because.ask(currentWork, {});
    const nothing = { without: undefined, message: undefined };
    assert.deepEqual(work, { branch: 'PAY-7-climb', isMain: false, initiative: 'PAY-7', ...nothing });
    assert.deepEqual([told?.brief, told?.lines], ['PAY-7 Late updates', ['Updates come late.']]);
    repository.git('checkout', '--quiet', '-b', 'other');
    assert.equal((await because.ask(currentWork, {})).without, 'unlinked');
    repository.git('checkout', '--quiet', '--detach');
    const detached = await because.ask(currentWork, { file: 'a.ts' });
    assert.deepEqual([detached.branch, detached.isMain], [undefined, false]);
    assert.match(detached.message ?? '', /HEAD is detached/);
  });

  it('knows a file by where it really lies, a file elsewhere by its own repository, and one that is gone not at all', async () => {
    repository.commit('Begin', { 'src/real.ts': '1\n' });
    fs.symlinkSync(repository.path('src/real.ts'), repository.path('linked.ts'));
    const ids = async (file: string) => (await because.ask(whyFile, { file })).map(({ initiative }) => initiative);
    assert.deepEqual(await ids('linked.ts'), ['PAY-7']);
    const other = new Repository(path.join(home, 'other'));
    other.commit('PAY-7: there', { 'a.ts': '1\n' });
    const there = await because.ask(explainLine, { file: other.path('a.ts'), line: 1 });
    assert.equal(there.steps[0]?.commit, other.head);
    await assert.rejects(because.ask(explainLine, { file: 'gone.ts', line: 1 }), { code: 'not-found' });
  });

  it('tells what shaped a file and which work says no why, as plain data', async () => {
    const first = repository.commit('Begin', { 'a.ts': 'zero\n' });
    repository.commit('PAY-7: one', { 'a.ts': 'zero\none\n' });
    const shares = await because.ask(whyFile, { file: 'a.ts' });
    assert.deepEqual(structuredClone(shares), shares);
    assert.deepEqual(
      shares.map(({ initiative, name, statement, share }) => [initiative, name, statement, share]),
      [
        ['PAY-7', 'PAY-7 Seven', 'Updates come late.', 0.5],
        [undefined, undefined, undefined, 0.5],
      ],
    );
    const { commits } = await because.ask(unlinkedWork, {});
    assert.deepEqual(
      commits.map(({ hash }) => hash),
      [first],
    );
  });

  it('refuses a wrong input, a folder without git, and goes no further when it is called off', async () => {
    repository.commit('Begin', { 'a.ts': '1\n' });
    await assert.rejects(because.ask(explainLine, { file: 'a.ts', line: 0 }), { code: 'bad-input' });
    await assert.rejects(because.ask(explainLine, { file: home, line: 1 }), { code: 'no-git' });
    const without = openedBy(files, undefined);
    await assert.rejects(without.ask(unlinkedWork, {}), { code: 'no-git' });
    without.dispose();
    const signal = AbortSignal.abort(new Error('called off'));
    await assert.rejects(because.ask(explainLine, { file: 'a.ts', line: 1 }, { signal }), /called off/);
  });
});

describe('Questions about records alone', () => {
  const because = openedBy(files, undefined);

  it('tell a card, what is wrong, and the ranking, as plain data and without git', async () => {
    const known = await because.ask(card, { key: 'PAY-7' });
    assert.match(known?.text ?? '', /^PAY-7 · Seven/);
    assert.equal(await because.ask(card, { key: 'nothing' }), undefined);
    const wrong = openedBy(new MemoryFiles({ 'problems/late.md': record(['title: Late', 'status: soon']) }), undefined);
    const [first] = await wrong.ask(findings, {});
    assert.deepEqual([first?.path, first?.range.start.line, first?.severity], ['problems/late.md', 2, 'warning']);
    wrong.dispose();
    const { ranked, unscored } = await because.ask(ranking, {});
    assert.deepEqual([ranked.length, unscored.map(({ item }) => item.id)], [0, ['PAY-7']]);
    assert.deepEqual(structuredClone(unscored), unscored);
  });

  it('have names, titles and a sentence of help, all of them and no two the same', () => {
    assert.equal(new Set(questions.map(({ name }) => name)).size, questions.length);
    for (const { title, help } of questions) assert.match(help(), new RegExp(`^(?!${title()}$)[A-Z].*\\.$`));
  });
});
