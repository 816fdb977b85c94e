/** Objections from the first word to the answer: smaller slices, a planned validation, or words. */
import * as assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import { cutSlices } from '../../../src/actions/cutSlices.ts';
import { answerObjection, object } from '../../../src/actions/object.ts';
import { planValidation } from '../../../src/actions/planValidation.ts';
import { isError, openedBy, productOf } from '../../support/product.ts';
import { record } from '../../support/sources.ts';

const PAY = 'initiatives/PAY-142.md';
const LATE = 'problems/late.md';
const OB = 'objections/ob-1.md';
const SLICES =
  '---\r\ntitle: Urgent\r\nrice: {reach: 240, effort: 9}\r\nslices: # smallest first\r\n  - {title: Push, effort: 2}\r\n  - title: "SMS" # one sender\r\n    must: true\r\n    effort: 3\r\n  - {title: Call, must: true}\r\n---\r\nX\r\n';
const OBJECTION = record(['initiative: PAY-142', 'kind: too-complex # for me', 'by: grace'], 'Three products.\n');
const PROBLEM = record(['segment: ops # all', 'validation: {n: 5, owner: grace, place: Oslo}'], 'It hurts.\n');
const texts = { [PAY]: SLICES, [LATE]: PROBLEM, [OB]: OBJECTION };
const unchanged = ['because.yml', ...Object.keys(texts)];

describe('Objecting', () => {
  it('writes what is objected in the person’s words', async () => {
    const { files, because } = productOf(texts);
    const given = { initiative: 'PAY-142', kind: 'no-need', text: ' Who asked?\n\nNobody. ' };
    const { id, path } = await perform(object, because, given);
    assert.equal(path, `objections/who-asked-nobody.${id}.md`);
    const lines = [
      `id: ${id}`,
      'initiative: PAY-142',
      'kind: no-need',
      'state: open',
      'by: ada',
      'created: 2026-11-23T14:30Z',
    ];
    assert.equal(files.texts.get(path), record(lines, 'Who asked?\n\nNobody.\n'));
    assert.equal(files.texts.get(PAY), SLICES);
  });

  it('says what is wrong with an input', async () => {
    const { files, because } = productOf(texts);
    const given = { initiative: 'PAY-142', kind: 'no-need', text: 'Why?' };
    const refused = (change: object, words: RegExp, code: Parameters<typeof isError>[0] = 'bad-input') =>
      assert.rejects(perform(object, because, { ...given, ...change }), isError(code, words));
    await refused({ kind: 'boring' }, /kind/);
    await refused({ text: ' ' }, /text/);
    await refused({ initiative: 'PAY-141' }, /Did you mean PAY-142/, 'not-found');
    await assert.rejects(perform(object, openedBy(files, undefined), given), isError('no-member'));
    assert.deepEqual([...files.texts.keys()], unchanged);
  });
});

describe('Answering an objection', () => {
  it('says what became of it and which records answered it, those of before too', async () => {
    const { files, because } = productOf(texts);
    const answer = (given: object) => perform(answerObjection, because, { id: 'ob-1', ...given });
    await answer({ state: 'upheld' });
    const upheld = OBJECTION.replace('by: grace\n', 'by: grace\nstate: upheld\n');
    assert.equal(files.texts.get(OB), upheld);
    await answer({ state: 'evidence-shown', outcome: ['late'], reason: ' See Acme. ' });
    const shown = upheld.replace('upheld\n', 'evidence-shown\noutcome: late\n');
    assert.equal(files.texts.get(OB), shown);
    await answer({ state: 'evidence-shown', outcome: ['late', 'PAY-142'], reason: 'See Acme.' });
    assert.equal(files.texts.get(OB), shown.replace('outcome: late', 'outcome: [late, PAY-142]'));
    assert.deepEqual(
      because.library.children('ob-1', 'reply').map(({ body, values }) => [body, values.answer]),
      [['See Acme.\n', true]],
    );
  });

  it('refuses what is no answer', async () => {
    const { files, because } = productOf(texts);
    const refused = (given: object, words: RegExp, code: Parameters<typeof isError>[0] = 'bad-input') =>
      assert.rejects(
        perform(answerObjection, because, { id: 'ob-1', state: 'upheld', ...given }),
        isError(code, words),
      );
    await refused({ state: 'gone' }, /state/);
    await refused({ outcome: ['lat'] }, /Did you mean late/, 'not-found');
    await refused({ id: 'late' }, /“problem”, not “objection”/);
    await refused({ id: 'ob-2' }, /ob-1/, 'not-found');
    assert.deepEqual([...files.texts.values()].slice(1), Object.values(texts));
  });
});

describe('Debt as the answer to an objection', () => {
  const debt = 'initiatives/OPS-1.md';
  const given = { id: 'ob-1', state: 'debt-scored', outcome: ['OPS-1'] };

  it('leaves it open while the debt has no score', async () => {
    const { files, because } = productOf({ ...texts, [debt]: record(['kind: debt', 'bridge: {customers: 40}']) });
    await assert.rejects(
      perform(answerObjection, because, given),
      isError('bad-input', /OPS-1 has no score yet.*Estimate it first; the objection stays open/),
    );
    assert.equal(files.texts.get(OB), OBJECTION);
  });

  it('answers it once there is one', async () => {
    const rice = 'rice: {reach: 40, impact: 2, confidence: 80, effort: 3}';
    const { files, because } = productOf({ ...texts, [debt]: record(['kind: debt', 'bridge: {customers: 40}', rice]) });
    await perform(answerObjection, because, given);
    assert.match(files.texts.get(OB) ?? '', /state: debt-scored\noutcome: OPS-1\n/);
  });
});

describe('Cutting to slices', () => {
  it('marks what the outcome needs, and changes no other byte', async () => {
    const { files, because } = productOf(texts);
    await perform(cutSlices, because, { initiative: 'PAY-142', keep: ['Push', ' SMS '] });
    const after = SLICES.replace('Push, effort: 2', 'Push, effort: 2, must: true').replace(
      'Call, must: true',
      'Call, must: false',
    );
    assert.equal(files.texts.get(PAY), after);
    assert.equal(files.texts.get(OB), OBJECTION);
  });

  it('writes the numbers of what is kept, and answers the objection', async () => {
    const { files, because } = productOf(texts);
    const given = { initiative: 'PAY-142', keep: ['SMS', 'Call'], effort: 5, objection: 'ob-1' };
    assert.deepEqual(await perform(cutSlices, because, given), { id: 'PAY-142', path: PAY });
    const rice = 'effort: 5, agreed: 2026-11-23, agreedBy: ada}';
    assert.equal(files.texts.get(PAY), SLICES.replace('effort: 9}', rice));
    assert.equal(files.texts.get(OB), OBJECTION.replace('grace\n', 'grace\nstate: scoped-down\noutcome: PAY-142\n'));
  });

  it('refuses slices that are not there, and leaves both files', async () => {
    const bare = 'initiatives/OPS-1.md';
    const all = { ...texts, [bare]: '', 'objections/ob-2.md': OBJECTION.replace('PAY-142', 'OPS-1') };
    const { files, because } = productOf(all);
    const refused = (given: object, words: RegExp, code: Parameters<typeof isError>[0] = 'bad-input') =>
      assert.rejects(
        perform(cutSlices, because, { initiative: 'PAY-142', keep: ['Push'], ...given }),
        isError(code, words),
      );
    await refused({ keep: ['Pus'] }, /no slice “Pus”.*Did you mean Push/);
    await refused({ keep: ['Fax machine'] }, /Its slices are: Push, SMS, Call/);
    await refused({ keep: [] }, /keep/);
    await refused({ initiative: 'OPS-1' }, /Add its slices/);
    await refused({ objection: 'ob-2' }, /ob-2 is not an objection to PAY-142/);
    await refused({ objection: 'ob-9' }, /ob-/, 'not-found');
    await refused({ effort: 0 }, /effort: Effort must be/);
    const nobody = perform(cutSlices, openedBy(files, undefined), { initiative: 'PAY-142', keep: ['Push'], effort: 1 });
    await assert.rejects(nobody, isError('no-member'));
    assert.deepEqual([...files.texts.values()].slice(1), Object.values(all));
  });
});

describe('Planning a validation', () => {
  const plan = { problem: 'late', method: 'interviews', n: 8, due: '2026-12-11' };

  it('writes it down on the problem, and changes no other byte', async () => {
    const { files, because } = productOf(texts);
    await perform(planValidation, because, { ...plan, objection: 'ob-1' });
    const validation = '{n: 8, owner: grace, place: Oslo, method: interviews, due: 2026-12-11}\nstatus: validating';
    assert.equal(files.texts.get(LATE), PROBLEM.replace('{n: 5, owner: grace, place: Oslo}', validation));
    assert.equal(files.texts.get(OB), OBJECTION.replace('grace\n', 'grace\nstate: validating\noutcome: late\n'));
  });

  it('leaves a status that says more', async () => {
    const solved = record(['status: solved']);
    const { files, because } = productOf({ ...texts, [LATE]: solved });
    await perform(planValidation, because, { ...plan, owner: 'ada' });
    const line = 'validation: {method: interviews, "n": 8, due: 2026-12-11, owner: ada}';
    assert.equal(files.texts.get(LATE), record(['status: solved', line]));
  });

  it('says what is wrong with an input', async () => {
    const { files, because } = productOf(texts);
    const refused = (given: object, words: RegExp, code: Parameters<typeof isError>[0] = 'bad-input') =>
      assert.rejects(perform(planValidation, because, { ...plan, ...given }), isError(code, words));
    await refused({ n: 0 }, /n:/);
    await refused({ n: 1.5 }, /n:/);
    await refused({ due: 'soon' }, /due: must be a day/);
    await refused({ method: '' }, /method/);
    await refused({ owner: 'grase' }, /grase is not a member.*Did you mean grace/);
    await refused({ problem: 'PAY-142' }, /“initiative”, not “problem”/);
    await refused({ problem: 'lat' }, /Did you mean late/, 'not-found');
    await refused({ objection: 'late' }, /“problem”, not “objection”/);
    assert.deepEqual([...files.texts.values()].slice(1), Object.values(texts));
  });
});
