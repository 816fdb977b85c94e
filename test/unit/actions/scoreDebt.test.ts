/** Technical debt: as a new initiative with its place in the code, or an initiative that is debt from now on. */
import * as assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import { scoreDebt } from '../../../src/actions/scoreDebt.ts';
import { isError, productOf } from '../../support/product.ts';
import { record } from '../../support/sources.ts';

const texts = { 'problems/late.md': 'It hurts.', 'problems/lost.md': 'It hurts too.' };
const anchor = { path: 'src/retry.ts', line: 21, text: 'const TRIES = 3;', commit: 'c0ffee1' };

describe('Scoring technical debt', () => {
  it('makes an initiative with the code it sits in and what it costs people', async () => {
    const { files, because } = productOf(texts);
    const bridge = { customers: 40, because: 'Tickets in October' };
    const given = { title: 'Retries give up', body: 'On a restart.', problem: 'late', anchor, ...bridge };
    const { id, path } = await perform(scoreDebt, because, given);
    assert.equal(path, `initiatives/retries-give-up.${id}.md`);
    assert.equal(
      files.texts.get(path),
      record(
        [
          `id: ${id}`,
          'title: Retries give up',
          'kind: debt',
          'status: idea',
          'problem: late',
          'bridge: {customers: 40, because: Tickets in October}',
          'anchor: {path: src/retry.ts, line: 21, text: const TRIES = 3;, commit: c0ffee1}',
          'by: ada',
          'created: 2026-11-23T14:30Z',
        ],
        'On a restart.\n',
      ),
    );
  });

  it('takes debt nobody has measured yet', async () => {
    const { files, because } = productOf(texts);
    const { id, path } = await perform(scoreDebt, because, { title: 'Old queue' });
    const lines = [
      `id: ${id}`,
      'title: Old queue',
      'kind: debt',
      'status: idea',
      'by: ada',
      'created: 2026-11-23T14:30Z',
    ];
    assert.equal(files.texts.get(path), record(lines));
  });

  it('gives an initiative its bridge, and changes no other byte', async () => {
    const text =
      '---\r\ntitle: Queue # old\r\nkind: enabler\r\nproblem: late\r\nbridge: {customers: 7, seen: true}\r\n---\r\nX\r\n';
    const { files, because } = productOf({ ...texts, 'initiatives/Q.md': text });
    const now = () => files.texts.get('initiatives/Q.md');
    assert.deepEqual(await perform(scoreDebt, because, { initiative: 'Q', saved: 2 }), {
      id: 'Q',
      path: 'initiatives/Q.md',
    });
    const once = text.replace('enabler', 'debt').replace('seen: true', 'seen: true, saved: 2');
    assert.equal(now(), once);
    await perform(scoreDebt, because, { initiative: 'Q', customers: 9, problem: 'lost', anchor });
    const place = 'anchor: {path: src/retry.ts, line: 21, text: const TRIES = 3;, commit: c0ffee1}\r\n';
    const twice = once
      .replace('customers: 7', 'customers: 9')
      .replace('late', '[late, lost]')
      .replace('---\r\nX', `${place}---\r\nX`);
    assert.equal(now(), twice);
    await perform(scoreDebt, because, { initiative: 'Q', problem: 'late', anchor: { path: 'a.ts', line: 2 } });
    assert.equal(now(), twice.replace(/anchor: .*\r\n/, 'anchor: {path: a.ts, line: 2}\r\n'));
  });

  it('says what is wrong with an input', async () => {
    const { files, because } = productOf({ ...texts, 'initiatives/Q.md': '' });
    const refused = (given: object, words: RegExp, code: Parameters<typeof isError>[0] = 'bad-input') =>
      assert.rejects(perform(scoreDebt, because, given), isError(code, words));
    await refused({}, /title or initiative is needed/);
    await refused({ title: ' ' }, /title/);
    await refused({ title: 'X', initiative: 'Q' }, /keeps its title/);
    await refused({ body: 'X', initiative: 'Q' }, /keeps its title/);
    await refused({ title: 'X', customers: -1 }, /customers/);
    await refused({ title: 'X', saved: 1e308 }, /saved/);
    await refused({ title: 'X', saved: Number.NaN }, /saved/);
    await refused({ title: 'X', anchor: { path: '../up.ts', line: 1 } }, /up\.ts/);
    await refused({ title: 'X', problem: 'lat' }, /Did you mean late/, 'not-found');
    await refused({ initiative: 'R', saved: 1 }, /Did you mean Q/, 'not-found');
    assert.deepEqual([...files.texts.keys()], ['because.yml', ...Object.keys(texts), 'initiatives/Q.md']);
  });
});
