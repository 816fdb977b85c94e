/** The plans that were committed by hand, as git's history tells them: noticed changes, recorded once, and git asked once. */
import * as assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import { commitToSprint } from '../../../src/actions/commitToSprint.ts';
import { recordScopeChange } from '../../../src/actions/recordScopeChange.ts';
import type { Because } from '../../../src/because.ts';
import { scopeHistory, unsaidWords } from '../../../src/core/scopeChanges/scopeHistory.ts';
import { needsYou } from '../../../src/questions/needsYou.ts';
import { plansInGit } from '../../../src/questions/plansInGit.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { gitPortIn, openedBy, productOf } from '../../support/product.ts';
import { ownRepository, type Repository } from '../../support/repository.ts';
import { record } from '../../support/sources.ts';

const PATH = 'initiatives/PAY-1.md';
const TEAM = 'team:\n  members:\n    - {id: ada}\n';

const PUSH = '{title: Push, effort: 10}';
const CALL = '{title: Call, effort: 3}';

const initiative = (status: string, slices: readonly string[], ...more: readonly string[]) =>
  record([`status: ${status}`, `slices: [${slices.join(', ')}]`, 'due: 2026-12-11', ...more], 'Receipts.\n');

describe('Plans in git', () => {
  let repository: Repository;
  let programs: number;
  ownRepository((made) => {
    repository = made.repository;
    programs = 0;
  });

  /** The product over the last of these versions of the record, each of them committed to git. */
  function product(...versions: readonly string[]) {
    for (const text of versions) repository.commit('Change it', { [`.because/${PATH}`]: text });
    const files = new MemoryFiles({ 'because.yml': TEAM, [PATH]: versions.at(-1) ?? '' });
    const port = gitPortIn(repository.folder, {
      program: () => {
        programs++;
        return 'git';
      },
      checkedOut: () => ({
        root: repository.folder,
        branch: 'main',
        head: repository.git('rev-parse', 'HEAD'),
        remotes: [],
      }),
    });
    return { files, because: openedBy(files, 'ada', port) };
  }

  const learn = async (because: Because) => because.keepPlansInGit(await because.ask(plansInGit, {}));

  const unsaid = ({ library }: Because) => unsaidWords(library, library.findOf('initiative', 'PAY-1') ?? assert.fail());

  const grown = () =>
    product(
      initiative('candidate', []),
      initiative('committed', [PUSH]),
      initiative('building', [PUSH]),
      initiative('building', [PUSH, CALL]),
    );

  it('let a change be noticed where somebody committed by hand, and be recorded with why', async () => {
    const { because } = grown();
    await because.ready();
    assert.equal(unsaid(because), undefined);
    const told: string[] = [];
    because.onDidChange(({ paths }) => told.push(...paths));
    await learn(because);
    assert.deepEqual(told, [PATH]);
    assert.equal(unsaid(because), '+3 person-weeks · + Call');
    assert.deepEqual(
      (await because.ask(needsYou, {})).flatMap(({ verb, id }) => (verb === 'recordScopeChange' ? id : [])),
      ['PAY-1'],
    );
    const { id } = await perform(recordScopeChange, because, { initiative: 'PAY-1', reason: 'Acme asked for calls.' });
    const { values } = because.library.findOf('scopeChange', id) ?? assert.fail();
    assert.deepEqual(
      [values.added, values.unit, values.plan?.slices?.length, values.planBefore?.slices?.length, values.committed],
      [3, 'person-weeks', 2, 1, '2026-10-01T08:02Z'],
    );
    assert.equal(unsaid(because), undefined);
  });

  it('tell the share of what was added, also to who has no git', async () => {
    const { files, because } = grown();
    await learn(because);
    await perform(recordScopeChange, because, { initiative: 'PAY-1', reason: 'Acme asked for calls.' });
    const other = openedBy(files, 'ada');
    await other.ready();
    const { library } = other;
    const history = scopeHistory(library, library.findOf('initiative', 'PAY-1') ?? assert.fail(), '2026-12-20');
    assert.equal(history?.words.replaceAll('\u00A0', ' '), 'Late after +30% scope, agreed on 23 Nov');
  });

  it('are asked for once: not again by another edit, and again when something else is checked out', async () => {
    const { files, because } = grown();
    await learn(because);
    const first = programs;
    assert.ok(first > 0);
    files.put(PATH, initiative('building', [PUSH, CALL, '{title: Fax, effort: 1}']));
    await because.refresh();
    await learn(because);
    assert.equal(programs, first);
    assert.equal(unsaid(because), '+4 person-weeks · + Call, + Fax');
    repository.commit('Begin anew', { [`.because/${PATH}`]: initiative('candidate', [PUSH]) });
    await learn(because);
    assert.ok(programs > first);
    assert.equal(unsaid(because), undefined);
  });

  it('start no program where every plan is kept, or nobody has committed', async () => {
    const { because } = product(initiative('candidate', [PUSH]), initiative('candidate', [PUSH, CALL]));
    await learn(because);
    assert.equal(programs, 0);
  });

  it('are those of the last time it became committed, under the name it had then', async () => {
    const { because } = product(
      initiative('committed', [PUSH]),
      initiative('candidate', [PUSH, CALL]),
      initiative('committed', [PUSH, CALL]),
    );
    await learn(because);
    assert.equal(unsaid(because), undefined);
    repository.git('mv', `.because/${PATH}`, '.because/initiatives/PAY-1-receipts.md');
    repository.commit('Rename it');
    const text = initiative('committed', [PUSH], 'id: PAY-1');
    const renamed = openedBy(
      new MemoryFiles({ 'because.yml': TEAM, 'initiatives/PAY-1-receipts.md': text }),
      'ada',
      gitPortIn(repository.folder),
    );
    await learn(renamed);
    assert.equal(unsaid(renamed), '−3 person-weeks · − Call');
  });

  it('are nothing without git, before the commitment, without a plan, and where an earlier version was sensitive', async () => {
    const texts = { 'because.yml': TEAM, [PATH]: initiative('building', [PUSH]) };
    const plansOf = async (because: Because) => {
      await learn(because);
      return because.library.planInGit('PAY-1');
    };
    assert.equal(await plansOf(productOf(texts).because), undefined);
    const idea = product(initiative('committed', [PUSH]), initiative('candidate', [PUSH, CALL]));
    assert.equal(await plansOf(idea.because), undefined);
    const bare = product(record(['status: committed']), record(['status: committed', 'issues: [PAY-2]']));
    assert.equal(await plansOf(bare.because), undefined);
    const sensitive = product(initiative('committed', [PUSH], 'sensitive: true'), initiative('building', [PUSH, CALL]));
    assert.equal(await plansOf(sensitive.because), undefined);
  });

  it('stay what changes are compared with when it is committed once more', async () => {
    const { files, because } = grown();
    await learn(because);
    files.put('sprints/25.md', record(['starts: 2026-11-30', 'ends: 2026-12-13']));
    await because.refresh();
    await perform(commitToSprint, because, { initiatives: ['PAY-1'], sprint: '25', reason: 'It goes on.' });
    assert.equal(unsaid(because), '+3 person-weeks · + Call');
  });
});
