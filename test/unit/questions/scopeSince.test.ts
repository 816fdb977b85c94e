/** What changed since the commitment: by the plan a record keeps, and by git where the status was edited by hand. */
import * as assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import { recordScopeChange } from '../../../src/actions/recordScopeChange.ts';
import { scopeSince } from '../../../src/questions/scopeSince.ts';
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

describe('The scope since the commitment', () => {
  let repository: Repository;
  ownRepository((made) => {
    repository = made.repository;
  });

  /** The product over the last of these versions of the record, each of them committed to git. */
  function product(...versions: readonly string[]) {
    for (const text of versions) repository.commit('Change it', { [`.because/${PATH}`]: text });
    const files = new MemoryFiles({ 'because.yml': TEAM, [PATH]: versions.at(-1) ?? '' });
    return openedBy(files, 'ada', gitPortIn(repository.folder));
  }

  it('is told by git where somebody committed to it by hand, and recorded with why', async () => {
    const because = product(
      initiative('candidate', []),
      initiative('committed', [PUSH]),
      initiative('building', [PUSH]),
      initiative('building', [PUSH, CALL]),
    );
    const since = await because.ask(scopeSince, { id: 'PAY-1' });
    assert.equal(since?.words, '+3 person-weeks · + Call');
    const { id } = await perform(recordScopeChange, because, {
      initiative: 'PAY-1',
      reason: 'Acme asked for calls.',
      ...since?.fields,
    });
    const { values } = because.library.findOf('scopeChange', id) ?? assert.fail();
    assert.deepEqual([values.added, values.unit, values.plan?.slices?.length], [3, 'person-weeks', 2]);
    assert.equal(await because.ask(scopeSince, { id: 'PAY-1' }), undefined);
  });

  it('counts from the last time it became committed', async () => {
    const because = product(
      initiative('committed', [PUSH]),
      initiative('candidate', [PUSH, CALL]),
      initiative('committed', [PUSH, CALL]),
    );
    assert.equal(await because.ask(scopeSince, { id: 'PAY-1' }), undefined);
  });

  it('is nothing without git, before the commitment, and where an earlier version was sensitive', async () => {
    const texts = { 'because.yml': TEAM, [PATH]: initiative('building', [PUSH]) };
    assert.equal(await productOf(texts).because.ask(scopeSince, { id: 'PAY-1' }), undefined);
    const idea = product(initiative('committed', [PUSH]), initiative('candidate', [PUSH, CALL]));
    assert.equal(await idea.ask(scopeSince, { id: 'PAY-1' }), undefined);
    const sensitive = product(initiative('committed', [PUSH], 'sensitive: true'), initiative('building', [PUSH, CALL]));
    assert.equal(await sensitive.ask(scopeSince, { id: 'PAY-1' }), undefined);
  });

  it('is told by the plan that a record keeps, wherever there is one', async () => {
    const { because } = productOf({
      [PATH]: initiative('building', [PUSH, CALL]),
      'decisions/d.md': record([
        'initiative: PAY-1',
        'sprint: s',
        'created: 2026-11-02',
        `plan: {slices: [${PUSH}], due: 2026-12-11}`,
      ]),
    });
    assert.equal((await because.ask(scopeSince, { id: 'PAY-1' }))?.words, '+3 person-weeks · + Call');
  });
});
