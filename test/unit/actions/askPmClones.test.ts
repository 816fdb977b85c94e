/** Two clones of a real repository: what is asked, answered, acknowledged and promised in both at once merges without a conflict. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ack } from '../../../src/actions/ack.ts';
import { perform } from '../../../src/actions/action.ts';
import {
  acknowledgeQuestion,
  answerQuestion,
  askPm,
  reopenQuestion,
  withdrawQuestion,
} from '../../../src/actions/askPm.ts';
import { promise, renegotiatePromise } from '../../../src/actions/promise.ts';
import { replyTo } from '../../../src/actions/replyTo.ts';
import { type Because, open } from '../../../src/because.ts';
import { courseOf } from '../../../src/core/kinds/question.ts';
import { NodeFiles } from '../../../src/store/nodeFiles.ts';
import { Repository, temporaryFolder } from '../../support/repository.ts';
import { record } from '../../support/sources.ts';

const files = {
  '.because/because.yml':
    'hours: {zone: UTC}\nteam:\n  members:\n    - {id: ada, role: engineer}\n    - {id: grace, role: pm}\n    - {id: alan, role: lead}\n',
  '.because/initiatives/PAY-1.md': record(['owner: grace'], 'Receipts.\n'),
};

describe('Two clones of a repository', () => {
  let place: string;

  before(() => {
    place = temporaryFolder();
  });

  after(() => fs.rmSync(place, { recursive: true, force: true }));

  /** The product in a clone, where somebody works at a minute. */
  function product({ folder }: Repository, me: string, minute: number): Because {
    return open({
      files: new NodeFiles(path.join(folder, '.because')),
      now: () => new Date(Date.UTC(2026, 10, 23, 14, minute)),
      email: () => Promise.resolve(undefined),
      chosenMember: () => me,
      git: undefined,
      onError: (error) => {
        throw error;
      },
    });
  }

  const clone = (origin: Repository, name: string): Repository => {
    origin.git('clone', '--quiet', '.', path.join(place, name));
    return new Repository(path.join(place, name), { init: false });
  };

  it('merge what both wrote about the same questions', async () => {
    const origin = new Repository(path.join(place, 'origin'));
    origin.commit('Begin', files);
    const input = { initiative: 'PAY-1', text: 'One endpoint or two?', blocking: false };
    const asked = await perform(askPm, product(origin, 'ada', 0), input);
    const promised = await perform(promise, product(origin, 'ada', 1), { text: 'Numbers by Friday', to: 'grace' });
    const other = await perform(askPm, product(origin, 'ada', 1), { ...input, text: 'Who pays?' });
    origin.commit('Ask');
    const [one, two] = [clone(origin, 'one'), clone(origin, 'two')];

    await perform(answerQuestion, product(one, 'grace', 10), { id: asked.id, text: 'Two.' });
    await perform(reopenQuestion, product(one, 'ada', 20), { id: asked.id, reason: 'And for refunds?' });
    await perform(withdrawQuestion, product(one, 'ada', 21), { id: other.id });
    await perform(ack, product(one, 'ada', 22), { initiative: 'PAY-1', state: 'can-explain' });
    await perform(renegotiatePromise, product(one, 'ada', 23), { id: promised.id, due: 'in 10 days', reason: 'Ill.' });
    one.commit('One');

    await perform(acknowledgeQuestion, product(two, 'grace', 11), { id: asked.id, text: 'At four.' });
    await perform(answerQuestion, product(two, 'alan', 12), { id: asked.id, text: 'One is enough.' });
    await perform(answerQuestion, product(two, 'grace', 13), { id: other.id, text: 'The sender.' });
    const third = await perform(askPm, product(two, 'alan', 14), input);
    await perform(ack, product(two, 'alan', 15), { initiative: 'PAY-1', state: 'can-explain' });
    await perform(promise, product(two, 'grace', 16), { text: 'An answer by Friday', to: 'ada' });
    await perform(replyTo, product(two, 'grace', 17), { on: promised.id, text: 'By which channel?' });
    two.commit('Two');

    two.git('pull', '--quiet', '--no-rebase', '--no-edit', path.join(place, 'one'), 'main');
    assert.equal(two.git('status', '--porcelain'), '');

    const merged = product(two, 'grace', 30);
    await merged.ready();
    const { library } = merged;
    const stateOf = (id: string) => courseOf(library.findOf('question', id) ?? assert.fail(), library).state;
    assert.deepEqual([asked.id, other.id, third.id].map(stateOf), ['reopened', 'withdrawn', 'open']);
    assert.equal(library.findOf('commitment', promised.id)?.values.state, 'renegotiated');
    assert.equal(library.ofKind('commitment').length, 2);
    assert.equal(library.children(promised.id, 'reply').length, 2);
    const replies = library.ofKind('reply').filter(({ values }) => values.on === asked.id);
    assert.deepEqual(replies.map(({ body }) => body.trim()).sort(), [
      'And for refunds?',
      'At four.',
      'One is enough.',
      'Two.',
    ]);
    assert.equal(library.ofKind('ack').length, 2);
    assert.deepEqual(
      library.records.flatMap((one) => library.findings(one)).filter(({ severity }) => severity === 'error'),
      [],
    );
  });
});
