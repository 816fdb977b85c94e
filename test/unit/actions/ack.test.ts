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

  it('takes along the question it was, while nobody has answered', async () => {
    const { files, because } = productOf(texts);
    const say = (state: string, text?: string) => perform(ack, because, { initiative: 'PAY-1', state, text });
    const open = (kind: 'question' | 'objection') =>
      because.library.ofKind(kind).map(({ values, body }) => [values.state, body.trim()]);
    await say('question', 'Which shops?');
    await say('question', 'Which shops, and where?');
    assert.deepEqual(open('question'), [['open', 'Which shops, and where?']]);
    await say('objection', 'Nobody asked.');
    assert.deepEqual(open('question'), [['withdrawn', 'Which shops, and where?']]);
    assert.deepEqual(open('objection'), [['open', 'Nobody asked.']]);
    await say('can-explain');
    assert.deepEqual(open('objection'), [['withdrawn', 'Nobody asked.']]);
    await say('question', 'How many?');
    const asked = because.library.ofKind('question').find(({ values }) => values.state === 'open') ?? assert.fail();
    files.put('replies/r.md', record([`on: ${asked.id}`, 'by: grace', 'answer: true'], 'Nine.\n'));
    await because.refresh(['replies/r.md']);
    await say('can-explain');
    assert.equal(because.library.findOf('question', asked.id)?.values.state, 'open', 'what was answered stays');
  });

  it('is as sensitive as what it is about', async () => {
    const { files, because } = productOf({ 'initiatives/PAY-1.md': record(['sensitive: true'], 'Secret.\n') });
    await perform(ack, because, { initiative: 'PAY-1', state: 'question', text: 'Why so?' });
    const told = because.library.records.filter(({ kind }) => kind === 'ack' || kind === 'question');
    assert.deepEqual(
      told.map(({ withheld }) => withheld),
      [true, true],
    );
    await perform(ack, because, { initiative: 'PAY-1', state: 'question', text: 'Why now?' });
    assert.equal(because.library.ofKind('question').length, 1);
    assert.match(files.texts.get('acks/PAY-1/ada.md') ?? '', /Why now/);
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
