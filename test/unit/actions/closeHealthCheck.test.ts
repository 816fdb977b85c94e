/** A health check is written down as totals, and not at all where they would tell of single people. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { perform } from '../../../src/actions/action.ts';
import { closeHealthCheck } from '../../../src/actions/closeHealthCheck.ts';
import { eachItem } from '../../../src/core/survey/totals.ts';
import { isError, productOf } from '../../support/product.ts';
import { record } from '../../support/sources.ts';

const given = (participants = 5) => ({
  opened: '2026-11-20',
  participants,
  answers: { ...eachItem(() => [0, 0, 0, 0, participants]), credit: [1, 0, 0, 0, participants - 1] },
});

describe('Closing a health check', () => {
  it('writes what all answers add up to, and comments in an order that tells nothing', async () => {
    const { files, because } = productOf();
    const { id, path } = await perform(closeHealthCheck, because, {
      ...given(),
      comments: ['Zeal', 'Ask: more', 'Be'],
    });
    assert.equal(
      files.texts.get(path),
      record([
        `id: ${id}`,
        'opened: 2026-11-20',
        'closed: 2026-11-23',
        'participants: 5',
        'answers:',
        '  problem: [0, 0, 0, 0, 5]',
        '  customer: [0, 0, 0, 0, 5]',
        '  estimates: [0, 0, 0, 0, 5]',
        '  priorities: [0, 0, 0, 0, 5]',
        '  answers: [0, 0, 0, 0, 5]',
        '  scope: [0, 0, 0, 0, 5]',
        '  promises: [0, 0, 0, 0, 5]',
        '  credit: [1, 0, 0, 0, 4]',
        '  results: [0, 0, 0, 0, 5]',
        'comments: ["Ask: more", Be, Zeal]',
        'by: ada',
        'created: 2026-11-23T14:30Z',
      ]),
    );
    assert.deepEqual(because.library.findings(because.library.files.get(path) ?? assert.fail()), []);
  });

  it('writes the same whatever order the comments came in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.stringMatching(/^\w{1,9}$/), { minLength: 1, maxLength: 6 }),
        async (comments) => {
          const writtenWith = async (all: readonly string[]) => {
            const { files, because } = productOf();
            const { id, path } = await perform(closeHealthCheck, because, { ...given(), comments: all });
            return files.texts.get(path)?.replaceAll(id, '');
          };
          assert.equal(await writtenWith(comments.toReversed()), await writtenWith(comments));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('writes nothing under the least number of answers, which a team may raise', async () => {
    const texts = { 'because.yml': 'health: {least: 7}\n' };
    const fewer = { 'because.yml': 'health: {least: 3}\n' };
    for (const [files, count] of [
      [{}, 4],
      [fewer, 4],
      [texts, 6],
    ] as const) {
      const product = productOf(files);
      const before = [...product.files.texts.keys()];
      await assert.rejects(perform(closeHealthCheck, product.because, given(count)), isError('bad-input', /Only \d/));
      assert.deepEqual([...product.files.texts.keys()], before);
    }
    const { because } = productOf(texts);
    assert.ok((await perform(closeHealthCheck, because, given(7))).id);
  });

  it('refuses counts that those people cannot have given', async () => {
    const { because } = productOf();
    await assert.rejects(
      perform(closeHealthCheck, because, { ...given(), participants: 6 }),
      isError('bad-input', /I know the problem.*6 people/),
    );
  });
});
