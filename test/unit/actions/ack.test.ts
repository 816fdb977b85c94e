/** Saying whether one can explain why: a file for each person, and a question or objection that somebody has to answer. */
import * as assert from 'node:assert/strict';
import { ack } from '../../../src/actions/ack.ts';
import { perform } from '../../../src/actions/action.ts';
import { isError, openedBy, productOf } from '../../support/product.ts';
import { record } from '../../support/sources.ts';

const texts = { 'initiatives/PAY-1.md': record(['owner: grace'], 'Receipts.\n') };

describe('Saying whether one can explain why', () => {
  it('is a file of one’s own, and one’s last word counts', async () => {
    const { files, because } = productOf(texts);
    const { id, path } = await perform(ack, because, {
      initiative: 'PAY-1',
      state: 'can-explain',
      text: 'Shops wait.',
    });
    assert.deepEqual([id, path], ['PAY-1.ada.ack', 'acks/PAY-1/ada.md']);
    const lines = [
      'id: PAY-1.ada.ack',
      'initiative: PAY-1',
      'state: can-explain',
      'by: ada',
      'created: 2026-11-23T14:30Z',
    ];
    assert.equal(files.texts.get(path), record(lines, 'Shops wait.\n'));
    await perform(ack, because, { initiative: 'PAY-1', state: 'question', text: 'Which shops?' });
    assert.equal(files.texts.get(path), record(lines, 'Which shops?\n').replace('can-explain', 'question'));
    const [question, ...more] = because.library.ofKind('question');
    assert.deepEqual(
      [question?.values.initiative, question?.values.by, question?.body],
      ['PAY-1', 'ada', 'Which shops?\n'],
    );
    assert.deepEqual(more, []);
  });

  it('becomes an objection that somebody has to answer', async () => {
    const { because } = productOf(texts);
    await perform(ack, because, {
      initiative: 'PAY-1',
      state: 'objection',
      text: 'Nobody asked.',
      objection: 'no-need',
    });
    const [objected] = because.library.ofKind('objection');
    assert.deepEqual(
      [objected?.values.kind, objected?.values.state, objected?.body],
      ['no-need', 'open', 'Nobody asked.\n'],
    );
    assert.equal(because.library.findOf('ack', 'PAY-1.ada.ack')?.values.state, 'objection');
  });

  it('can be written by one person for several, each with their own name', async () => {
    const { files, because } = productOf(texts);
    await perform(ack, because, { initiative: 'PAY-1', state: 'can-explain' });
    const { path } = await perform(ack, because, { initiative: 'PAY-1', state: 'question', text: 'Why?', by: 'grace' });
    assert.equal(path, 'acks/PAY-1/grace.md');
    assert.match(files.texts.get(path) ?? '', /\nby: grace\n/);
    assert.deepEqual(
      because.library.ofKind('question').map(({ values }) => values.by),
      ['grace'],
    );
    assert.match(files.texts.get('acks/PAY-1/ada.md') ?? '', /state: can-explain/);
  });

  it('needs words where somebody has to answer, and a member', async () => {
    const { files, because } = productOf(texts);
    const before = files.texts.size;
    const refused = (change: object, words: RegExp) =>
      assert.rejects(
        perform(ack, because, { initiative: 'PAY-1', state: 'question', ...change }),
        isError('bad-input', words),
      );
    await refused({ text: ' ' }, /need to know/);
    await refused({ state: 'objection' }, /object/);
    await refused({ state: 'maybe' }, /state/);
    await refused({ state: 'can-explain', by: 'gracy' }, /Did you mean grace/);
    const nobody = perform(ack, openedBy(files, undefined), { initiative: 'PAY-1', state: 'can-explain' });
    await assert.rejects(nobody, isError('no-member'));
    assert.equal(files.texts.size, before);
  });
});
