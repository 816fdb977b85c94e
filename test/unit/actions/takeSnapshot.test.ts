/** Snapshots: the ranking of the day in a file that reads well, without what a blind round hides. */
import * as assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import { takeSnapshot } from '../../../src/actions/takeSnapshot.ts';
import { isError, productOf } from '../../support/product.ts';
import { record } from '../../support/sources.ts';

const texts = {
  'sprints/24.md': record(['title: Sprint 24', 'starts: 2026-11-23', 'ends: 2026-12-04']),
  'initiatives/A.md': record([
    'quarter: 2026-Q4',
    'sprint: "24"',
    'rice: {reach: 450, impact: 3, confidence: 100, effort: 2}',
  ]),
  'initiatives/B.md': record(['quarter: 2026-Q4', 'rice: {reach: 2000, impact: 1, confidence: 80, effort: 3}']),
  'initiatives/C.md': record(['quarter: 2026-Q4', 'rice: {reach: 10}']),
  'estimates/C/grace.md': record(['initiative: C', 'by: grace', 'impact: 1', 'confidence: 80', 'effort: 1']),
  'initiatives/D.md': record(['kind: debt', 'rice: {reach: 10, impact: 1, confidence: 100, effort: 1}']),
};

describe('A snapshot', () => {
  it('holds what every initiative of a quarter scored, and no number a blind round hides', async () => {
    const { files, because } = productOf(texts);
    const { id, path } = await perform(takeSnapshot, because, { quarter: '2026-Q4', body: 'Before the talk.' });
    assert.equal(path, `snapshots/2026-q4-on-2026-11-23.${id}.md`);
    assert.equal(
      files.texts.get(path),
      record(
        [
          `id: ${id}`,
          'title: 2026-Q4 on 2026-11-23',
          'quarter: 2026-Q4',
          'taken: 2026-11-23',
          'scores:',
          '  - {initiative: A, rank: 1, score: 675, reach: 450, impact: 3, confidence: 100, effort: 2}',
          '  - {initiative: B, rank: 2, score: 533.33, reach: 2000, impact: 1, confidence: 80, effort: 3}',
          '  - {initiative: C, reach: 10}',
          'by: ada',
          'created: 2026-11-23T14:30Z',
        ],
        'Before the talk.\n',
      ),
    );
    assert.deepEqual(because.library.findings(because.library.files.get(path) ?? assert.fail()), []);
  });

  it('is taken of a sprint, or of everything', async () => {
    const { because } = productOf(texts);
    const taken = async (given: object) => {
      const { id } = await perform(takeSnapshot, because, given);
      const { title, values } = because.library.findOf('snapshot', id) ?? assert.fail();
      return [title, values.sprint, values.scores?.map(({ initiative }) => initiative).join(' ')];
    };
    assert.deepEqual(await taken({ sprint: '24' }), ['Sprint 24 on 2026-11-23', '24', 'A']);
    assert.deepEqual(await taken({ title: 'First plan' }), ['First plan', undefined, 'A B D C']);
  });

  it('says why there is none to take', async () => {
    const { files, because } = productOf(texts);
    const refused = (given: object, code: Parameters<typeof isError>[0], words: RegExp) =>
      assert.rejects(perform(takeSnapshot, because, given), isError(code, words));
    await refused({ quarter: '2027-Q1' }, 'bad-input', /no initiative in 2027-Q1.*another quarter/);
    await refused({ sprint: '25' }, 'not-found', /25/);
    await refused({ sprint: 'A' }, 'bad-input', /“initiative”, not “sprint”/);
    await refused({ sprint: '24', quarter: '2026-Q4' }, 'bad-input', /not both/);
    assert.deepEqual([...files.texts.keys()], ['because.yml', ...Object.keys(texts)]);
  });
});
