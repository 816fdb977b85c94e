/** Promises: made in words, kept, renegotiated or not kept by who made them, and seen by both sides. */
import * as assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import {
  acknowledgePromise,
  breakPromise,
  keepPromise,
  promise,
  renegotiatePromise,
} from '../../../src/actions/promise.ts';
import type { Because } from '../../../src/because.ts';
import { followThrough } from '../../../src/questions/followThrough.ts';
import { needsYou } from '../../../src/questions/needsYou.ts';
import { isError, openedBy, productOf } from '../../support/product.ts';
import { record } from '../../support/sources.ts';

const texts = {
  'because.yml':
    'hours: {zone: Europe/Paris}\nteam:\n  members:\n    - {id: ada, role: engineer}\n    - {id: grace, role: pm}\n',
  'initiatives/PAY-1.md': record(['owner: grace'], 'Receipts.\n'),
  'sprints/24.md': record(['starts: 2026-11-16', 'ends: 2026-11-29']),
};

/** Ada has promised something to Grace for Thursday. */
async function promised(more: Readonly<Record<string, string>> = {}) {
  const { files, because } = productOf({ ...texts, ...more });
  const { id, path } = await perform(promise, because, { text: 'Customer feedback by Thursday', to: 'grace' });
  const text = () => files.texts.get(path) ?? '';
  return { files, because, id, text, grace: openedBy(files, 'grace') };
}

const on = (day: string) => new Date(`${day}T12:00Z`);

describe('Promising', () => {
  it('writes what, to whom, and the day that is meant', async () => {
    const { text } = await promised();
    assert.match(
      text(),
      /^to: grace\ndue: 2026-11-26\nby: ada\ncreated: 2026-11-23T14:30Z\n---\nCustomer feedback\n$/m,
    );
  });

  it('takes when from its own field first, as a time of the team, and names the initiative', async () => {
    const { because } = productOf(texts);
    const input = { text: 'Feedback by Thursday', due: 'Friday 14:00', initiative: 'PAY-1' };
    const { id } = await perform(promise, because, input);
    const { values, body } = because.library.findOf('commitment', id) ?? assert.fail();
    assert.deepEqual(
      [values.due, values.to, values.initiative, body],
      ['2026-11-27T14:00', undefined, 'PAY-1', 'Feedback\n'],
    );
  });

  it('refuses what says no day, a day that is over, oneself and strangers, and writes nothing then', async () => {
    const { files, because } = productOf(texts);
    const refused = (input: object, words: RegExp) =>
      assert.rejects(perform(promise, because, { text: 'Feedback', ...input }), isError('bad-input', words));
    await refused({}, /by when.*“Thursday”/);
    await refused({ due: 'soon' }, /cannot tell/);
    await refused({ due: 'last Friday' }, /is over/);
    await refused({ due: 'Friday', to: 'ada' }, /yourself/);
    await refused({ due: 'Friday', to: 'gracie' }, /Did you mean grace/);
    await assert.rejects(
      perform(promise, openedBy(files, undefined), { text: 'F', due: 'Friday' }),
      isError('no-member'),
    );
    assert.deepEqual([...files.texts.keys()].sort(), Object.keys(texts).sort());
  });

  it('is seen by who owes it and who waits for it, until it is settled', async () => {
    const { because, grace, id } = await promised();
    const seen = async (who: Because) => {
      const needs = await who.ask(needsYou, {});
      return needs.filter((need) => need.id === id).map(({ isYours, verb, of }) => [isYours, verb, ...of]);
    };
    assert.deepEqual(await seen(because), [[true, 'answer', 'ada']]);
    assert.deepEqual(await seen(grace), [
      [true, 'acknowledgePromise', 'grace'],
      [false, 'answer', 'ada'],
    ]);
    await perform(keepPromise, because, { id });
    await grace.refresh();
    assert.deepEqual([await seen(because), await seen(grace)], [[], []]);
  });
});

describe('A promise', () => {
  it('is kept, on time or late, by the moment it is done', async () => {
    const { because, text, id, files } = await promised();
    const before = text();
    await perform(keepPromise, because, { id });
    assert.equal(text(), before.replace('\n---\nCustomer', '\nstate: kept\ndone: 2026-11-23T14:30Z\n---\nCustomer'));
    const late = await promised();
    await perform(keepPromise, openedBy(late.files, 'ada', undefined, on('2026-11-30')), { id: late.id });
    assert.match(late.text(), /^state: late\ndone: 2026-11-30T12:00Z$/m);
    const said = await promised();
    await perform(keepPromise, openedBy(said.files, 'ada', undefined, on('2026-11-30')), {
      id: said.id,
      done: 'last Thursday',
    });
    assert.match(said.text(), /^state: kept\ndone: 2026-11-26$/m);
    await assert.rejects(perform(keepPromise, because, { id }), isError('bad-input', /kept already/));
    const open = await promised();
    await assert.rejects(
      perform(keepPromise, open.because, { id: open.id, done: 'Friday' }),
      isError('bad-input', /to come/),
    );
    assert.ok(files.texts.size > 0);
  });

  it('is renegotiated, and its earlier dates stay, with when they were moved', async () => {
    const { because, text, id, files } = await promised();
    await perform(renegotiatePromise, because, { id, due: 'end of sprint', reason: 'Two shops answer on Friday.' });
    assert.match(text(), /^due: 2026-11-29$/m);
    assert.match(text(), /^state: renegotiated$/m);
    await perform(renegotiatePromise, openedBy(files, 'ada', undefined, on('2026-11-30')), { id, due: 'tomorrow' });
    await because.refresh();
    const { values } = because.library.findOf('commitment', id) ?? assert.fail();
    assert.deepEqual(values.was, [
      { due: '2026-11-26', moved: '2026-11-23T14:30Z' },
      { due: '2026-11-29', moved: '2026-11-30T12:00Z' },
    ]);
    assert.equal(because.library.children(id, 'reply').length, 1);
    const { kept, due, renegotiated } = await because.ask(followThrough, {});
    assert.deepEqual([kept, due, renegotiated], [0, 1, 0], 'moved after it was due');
    await assert.rejects(
      perform(renegotiatePromise, because, { id, due: '2026-12-01' }),
      isError('bad-input', /already/),
    );
  });

  it('that cannot be kept is told with words, in a file of their own', async () => {
    const { because, text, id } = await promised();
    await assert.rejects(perform(breakPromise, because, { id, reason: ' ' }), isError('bad-input'));
    await perform(breakPromise, because, { id, reason: 'The shops do not answer.' });
    assert.match(text(), /^state: broken$/m);
    const [reply] = because.library.children(id, 'reply');
    assert.equal(reply?.body, 'The shops do not answer.\n');
  });

  it('is acknowledged once by whoever waits for it, and again when its date is moved', async () => {
    const { files, because, grace, id } = await promised();
    const asked = async (at?: Date) => {
      const needs = await openedBy(files, 'grace', undefined, at).ask(needsYou, {});
      return needs
        .filter(({ verb }) => verb === 'acknowledgePromise')
        .map(({ words }) => words.replaceAll('\u00A0', ' '));
    };
    assert.deepEqual(await asked(), ['Acknowledge: due 26 Nov 2026']);
    await assert.rejects(perform(acknowledgePromise, because, { id }), isError('bad-input', /yourself/));
    await perform(acknowledgePromise, grace, { id, text: 'Thursday is early enough.' });
    assert.deepEqual(await asked(), []);
    const later = on('2026-11-25');
    await perform(renegotiatePromise, openedBy(files, 'ada', undefined, later), { id, due: '2026-12-01' });
    assert.deepEqual(await asked(later), ['Acknowledge: now due 1 Dec 2026']);
    const last = openedBy(files, 'grace', undefined, later);
    await perform(acknowledgePromise, last, { id });
    assert.deepEqual(await asked(later), []);
    const said = last.library.children(id, 'reply').map(({ values, body }) => [values.by, body.trim()]);
    assert.deepEqual(said.sort(), [
      ['grace', 'I know about this.'],
      ['grace', 'Thursday is early enough.'],
    ]);
    await because.refresh();
    await perform(keepPromise, because, { id });
    await grace.refresh();
    await assert.rejects(perform(acknowledgePromise, grace, { id }), isError('bad-input', /kept/));
  });

  it('is settled by nobody but who made it', async () => {
    const { grace, id } = await promised();
    const own = isError('bad-input', /Only ada/);
    await assert.rejects(perform(keepPromise, grace, { id }), own);
    await assert.rejects(perform(renegotiatePromise, grace, { id, due: 'Friday' }), own);
    await assert.rejects(perform(breakPromise, grace, { id, reason: 'No.' }), own);
  });
});

describe('Follow-through', () => {
  it('is asked of all promises, or of those due in a sprint', async () => {
    const { because, id } = await promised({ 'commitments/old.md': record(['by: grace', 'due: 2026-10-01']) });
    await perform(keepPromise, because, { id });
    const words = async (input: { sprint?: string }) => (await because.ask(followThrough, input)).words;
    assert.equal(await words({}), '1 of 2 kept on time');
    assert.equal(await words({ sprint: '24' }), '1 of 1 kept on time');
    await assert.rejects(words({ sprint: 'none' }), isError('not-found'));
  });
});
