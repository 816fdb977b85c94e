/** Committing: the sprint, the status, and a decision that says what was missing, for all initiatives or for none. */
import * as assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import { commitToSprint } from '../../../src/actions/commitToSprint.ts';
import { isError, openedBy, productOf } from '../../support/product.ts';
import { record } from '../../support/sources.ts';

const sprint = { 'sprints/24.md': record(['starts: 2026-11-23', 'ends: 2026-12-04']) };
const A = '---\r\ntitle: A # first\r\nstatus:  candidate\r\nsprint: 23 # late\r\nissues: [OPS-1]\r\n---\r\nX\r\n';
const texts = { ...sprint, 'initiatives/A.md': A, 'initiatives/B.md': record(['status: building', 'sprint: [x, y]']) };
const GAPS = ['estimates', 'problem', 'outcome', 'evidence', 'score'];

describe('Committing to a sprint', () => {
  it('adds the sprint, says it is committed, and writes a decision with what is missing', async () => {
    const { files, because } = productOf(texts);
    const given = { initiatives: ['OPS-1', 'B', 'A'], sprint: '24', reason: ' Acme waits. ' };
    const { ids, missing } = await perform(commitToSprint, because, given);
    assert.deepEqual(missing, { A: GAPS, B: GAPS });
    assert.equal(ids.length, 2);
    assert.equal(files.texts.get('initiatives/A.md'), A.replace('candidate', 'committed').replace('23', '[23, "24"]'));
    assert.equal(files.texts.get('initiatives/B.md'), record(['status: building', 'sprint: [x, y, "24"]']));
    const [id = ''] = ids;
    const decision = because.library.findOf('decision', id) ?? assert.fail();
    assert.equal(
      files.texts.get(decision.path),
      record(
        [
          `id: ${id}`,
          'initiative: A',
          'sprint: "24"',
          `missing: [${GAPS.join(', ')}]`,
          'plan:',
          '  issues: [OPS-1]',
          'by: ada',
          'created: 2026-11-23T14:30Z',
        ],
        'Acme waits.\n',
      ),
    );
    assert.deepEqual(because.library.findings(decision), []);
  });

  it('keeps the outcome that was promised, as it was the first time', async () => {
    const text = record(['status: candidate', 'outcome: {metric: Setup, unit: minutes, baseline: 20, target: 3}']);
    const { files, because } = productOf({
      ...sprint,
      'sprints/25.md': sprint['sprints/24.md'],
      'initiatives/C.md': text,
    });
    const outcomeIn = async (to: string) => {
      const { ids } = await perform(commitToSprint, because, { initiatives: ['C'], sprint: to });
      return because.library.findOf('decision', ids[0] ?? '')?.values.outcome;
    };
    assert.deepEqual(await outcomeIn('24'), { unit: 'minutes', baseline: 20, target: 3 });
    files.put('initiatives/C.md', (files.texts.get('initiatives/C.md') ?? '').replace('target: 3', 'target: 9'));
    await because.refresh(['initiatives/C.md']);
    assert.equal(await outcomeIn('25'), undefined);
  });

  it('again changes nothing and decides nothing twice', async () => {
    const { files, because } = productOf(texts);
    const other = openedBy(files, 'grace');
    await perform(commitToSprint, because, { initiatives: ['A'], sprint: '24' });
    const after = new Map(files.texts);
    const again = await perform(commitToSprint, other, { initiatives: ['A'], sprint: '24' });
    assert.deepEqual(again, { ids: [], missing: { A: GAPS } });
    assert.deepEqual(files.texts, after);
  });

  it('writes the decision for an initiative that stood in the sprint before', async () => {
    const text = record(['status: building', 'sprint: "24"']);
    const { files, because } = productOf({ ...sprint, 'initiatives/C.md': text });
    const { ids } = await perform(commitToSprint, because, { initiatives: ['C'], sprint: '24' });
    assert.equal(ids.length, 1);
    assert.equal(files.texts.get('initiatives/C.md'), text);
  });

  it('commits all of them or none', async () => {
    const { files, because } = productOf(texts);
    const before = new Map(files.texts);
    const given = { initiatives: ['A', 'B'], sprint: '24' };
    for (const faultAt of [0, 1, 2, 3]) {
      files.fault = 'ENOSPC';
      files.faultAt = faultAt;
      await assert.rejects(perform(commitToSprint, because, given), isError('disk-full'));
      assert.deepEqual(files.texts, before);
    }
    assert.equal((await perform(commitToSprint, because, given)).ids.length, 2);
    assert.equal(because.library.ofKind('decision').length, 2);
  });

  it('says nothing of what is missing where nothing is', async () => {
    const whole = record([
      'problem: late',
      'outcome: {metric: Setup, baseline: 20, target: 3}',
      'rice: {reach: 1, impact: 1, confidence: 80, effort: 1}',
    ]);
    const all = {
      ...sprint,
      'initiatives/W.md': whole,
      'problems/late.md': record(['validation: {method: interviews}'], 'It hurts.\n'),
      'estimates/W/ada.md': record(['initiative: W', 'by: ada', 'effort: 1']),
      'estimates/W/grace.md': record(['initiative: W', 'by: grace', 'effort: 1']),
    };
    const { because } = productOf(all);
    const { ids, missing } = await perform(commitToSprint, because, { initiatives: ['W'], sprint: '24' });
    assert.deepEqual(missing, { W: [] });
    assert.equal(because.library.findOf('decision', ids[0] ?? '')?.values.missing, undefined);
    assert.equal(because.library.findOf('initiative', 'W')?.values.status, 'committed');
  });

  it('is refused for all where it is refused for one, with a way on', async () => {
    const all = {
      ...texts,
      'initiatives/dropped.md': record(['status: dropped']),
      'initiatives/shipped.md': record(['status: shipped']),
      'initiatives/measured.md': record(['status: measured']),
      'initiatives/gone.md': record(['archived: true']),
      'initiatives/newer.md': record(['schema: 2']),
      'initiatives/broken.md': '---\nstatus: [idea\n---\n',
    };
    const { files, because } = productOf(all);
    const refused = (given: object, code: Parameters<typeof isError>[0], words = /./) =>
      assert.rejects(
        perform(commitToSprint, because, { initiatives: ['A'], sprint: '24', ...given }),
        isError(code, words),
      );
    const beside = (id: string) => ({ initiatives: ['A', id] });
    await refused(beside('dropped'), 'bad-input', /dropped was dropped.*candidate first/);
    await refused(beside('shipped'), 'bad-input', /already shipped.*new initiative/);
    await refused(beside('measured'), 'bad-input', /already shipped/);
    await refused(beside('gone'), 'bad-input', /archived/);
    await refused(beside('newer'), 'newer-schema');
    await refused(beside('broken'), 'not-editable');
    await refused(beside('droped'), 'not-found', /Did you mean dropped/);
    await refused({ sprint: '25' }, 'not-found', /24/);
    await refused({ sprint: 'A' }, 'bad-input', /not “sprint”/);
    await refused({ initiatives: [] }, 'bad-input', /initiatives/);
    const nobody = perform(commitToSprint, openedBy(files, undefined), { initiatives: ['A'], sprint: '24' });
    await assert.rejects(nobody, isError('no-member'));
    assert.deepEqual([...files.texts.values()].slice(1), Object.values(all));
  });
});
