/** Why a line exists, asked of real git: what is known at once, and what the line's earlier commits add. */
import * as assert from 'node:assert/strict';
import { hasWhy, whySteps } from '../../../src/core/why/steps.ts';
import { lineOrigin } from '../../../src/git/lineOrigin.ts';
import type { GitFolder } from '../../../src/git/program.ts';
import { whyOfLine } from '../../../src/questions/explainLine.ts';
import type { Answer } from '../../../src/questions/told.ts';
import { ownRepository, type Repository } from '../../support/repository.ts';
import { libraryOf, record } from '../../support/sources.ts';

const library = libraryOf({
  'because.yml': 'keys: [PAY]\n',
  'initiatives/PAY-7.md': record(['title: Seven', 'problem: late']),
  'problems/late.md': record(['title: Late updates'], 'Updates come late.\n'),
  'evidence/secret.md': record(['kind: quote', 'problem: late', 'sensitive: true'], '> Secret words.\n'),
  'initiatives/PAY-9.md': record(['title: Nine']),
  'links/file.md': record(['path: linked.ts', 'initiative: PAY-9']),
});

describe('Why a line exists', () => {
  let repository: Repository;
  let git: GitFolder;

  ownRepository((made) => {
    ({ repository, git } = made);
  });

  async function answers(path: string, line: number, most?: number): Promise<Answer[]> {
    const origin = await lineOrigin(git, { path, line });
    const all: Answer[] = [];
    const asked = { library, git, repos: [], branch: 'main' };
    for await (const answer of whyOfLine(asked, origin, path, { most })) all.push(answer);
    return all;
  }

  const steps = ({ beginning, why }: Answer) =>
    whySteps(library, beginning, why).map(({ sort, headline, lines }) => [
      sort,
      headline,
      // The author and the day come last.
      ...(sort === 'commit' ? lines.slice(0, -1) : []),
    ]);

  it('is told at once by a commit that names a reason', async () => {
    repository.commit('Begin', { 'a.ts': 'const limit = 1;\n' });
    repository.commit('PAY-7: two', { 'a.ts': 'const limit = 2;\n' });
    const [only, ...more] = await answers('a.ts', 1);
    assert.ok(only && hasWhy(only.beginning, only.why));
    assert.deepEqual(more, []);
  });

  it('is what the nearest earlier commit says that names a reason, after what is known at once', async () => {
    repository.commit('PAY-7: one', { 'a.ts': 'head\nconst limit = 1;\n' });
    const hash = repository.commit('Reformat', { 'a.ts': 'head\n  const limit = 1;\n' });
    const [first, last, ...more] = await answers('a.ts', 2);
    assert.ok(first && last && more.length === 0);
    assert.ok(!hasWhy(first.beginning, first.why) && hasWhy(last.beginning, last.why));
    assert.deepEqual(steps(first), [['commit', 'Reformat', 'Looking at earlier commits of the line…']]);
    assert.deepEqual(steps(last), [
      ['commit', 'Reformat', `Reformatted in ${hash.slice(0, 8)}; before that: PAY-7`],
      ['commit', 'PAY-7: one', 'The commit’s subject names PAY-7.'],
      ['initiative', 'PAY-7 Seven'],
      ['problem', 'Updates come late.'],
    ]);
  });

  it('says of a change that is no reformat that it names no reason', async () => {
    repository.commit('PAY-7: one', { 'a.ts': 'const limit = 1;\n' });
    repository.commit('Raise', { 'a.ts': 'const limit = 2;\n' });
    const hash = repository.commit('Reformat', { 'a.ts': 'const limit  =  2;\n' });
    const last = (await answers('a.ts', 1)).at(-1);
    assert.ok(last);
    const words = `Changed in ${hash.slice(0, 8)}, which names no reason; before that: PAY-7`;
    assert.deepEqual(steps(last)[0], ['commit', 'Reformat', words]);
  });

  it('says how many earlier commits were looked at, where none names a reason', async () => {
    repository.commit('PAY-7: begin', { 'a.ts': 'const limit = 0;\n' });
    for (let n = 1; n <= 4; n++) repository.commit(`${n}`, { 'a.ts': `const limit = ${n};\n` });
    const said = async (most: number) => {
      const last = (await answers('a.ts', 1, most)).at(-1);
      assert.ok(last && !hasWhy(last.beginning, last.why));
      return steps(last).at(-1)?.at(-1);
    };
    assert.equal(await said(3), 'Looked at 3 earlier commits of the line: none names a reason.');
    assert.equal(await said(1), 'Looked at 1 earlier commit of the line: it names no reason.');
  });

  it('says so where earlier commits could not be looked at', async () => {
    repository.commit('PAY-7: begin', { 'a.ts': 'const limit = 0;\n' });
    repository.commit('Raise', { 'a.ts': 'const limit = 1;\n' });
    const origin = await lineOrigin(git, { path: 'a.ts', line: 1 });
    const asked = { library, git, repos: [], branch: 'main' };
    let last: Answer | undefined;
    for await (const answer of whyOfLine(asked, origin, 'a.ts', { time: 0 })) last = answer;
    assert.ok(last && !hasWhy(last.beginning, last.why));
    assert.equal(steps(last)[0]?.at(-1), 'Git could not read the earlier commits of the line.');
  });

  it('names no sensitive evidence where that is all an earlier commit names', async () => {
    repository.commit('Begin', { 'b.ts': 'b\n' });
    const hash = repository.commit('Send\n\nEvidence: secret', { 'a.ts': 'const limit = 0;\n' });
    repository.commit('Raise', { 'a.ts': 'const limit = 1;\n' });
    const last = (await answers('a.ts', 1)).at(-1);
    assert.ok(last && hasWhy(last.beginning, last.why));
    assert.match(String(steps(last)[0]?.at(-1)), /; before that: sensitive evidence$/);
    assert.deepEqual([steps(last).length, hash.length], [2, 40]);
  });

  it('is what an earlier commit says, before what a link of the file says', async () => {
    repository.commit('PAY-7: one', { 'linked.ts': 'const one = 1;\n' });
    repository.commit('Two', { 'linked.ts': 'const one = 2;\nconst added = 1;\n' });
    const [first, last] = await answers('linked.ts', 1);
    assert.deepEqual(first?.why.via?.kind, 'file');
    assert.ok(last && 'commit' in last.beginning && last.beginning.earlier !== 'pending');
    assert.deepEqual(
      steps(last)
        .map(([, headline]) => headline)
        .slice(0, 3),
      ['Two', 'PAY-7: one', 'PAY-7 Seven'],
    );
    const added = (await answers('linked.ts', 2)).at(-1);
    assert.equal(added?.why.via?.kind, 'file');
  });
});
