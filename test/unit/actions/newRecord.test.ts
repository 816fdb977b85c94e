/** New records of every kind, checked before anything is written. */
import * as assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import { actions } from '../../../src/actions/all.ts';
import { neededFields, newRecord } from '../../../src/actions/newRecord.ts';
import { fieldsOf, type KindName, kindNames, kindOf } from '../../../src/core/kinds/all.ts';
import type { Field } from '../../../src/core/records/field.ts';
import { isError, productOf } from '../../support/product.ts';
import { record } from '../../support/sources.ts';

const personal = kindNames.filter((name) => kindOf(name)?.personal);

/** One record of every kind that others point to. */
const texts = {
  'problems/problem.md': 'It hurts.',
  'initiatives/initiative.md': '',
  'sprints/sprint.md': '---\nstarts: 2026-11-23\nends: 2026-12-04\n---\n',
};

/** Something right in every field the kind cannot be without. */
function needed(kind: KindName): Record<string, unknown> {
  return Object.fromEntries(neededFields(kind).map((name) => [name, rightFor(fieldsOf(kind)[name])]));
}

function rightFor(field: Field | undefined): unknown {
  if (field?.type === 'reference') return field.refers?.[0] ?? 'problem';
  if (field?.type === 'member') return 'ada';
  return field?.type === 'day' || field?.type === 'time' ? '2026-11-23' : field?.values?.[0];
}

describe('A new record', () => {
  for (const kind of kindNames.filter((name) => !personal.includes(name))) {
    it(`of the kind ${kind} is written, read again, and has no error`, async () => {
      const { because } = productOf(texts);
      const { id, path } = await perform(newRecord, because, { kind, title: 'A title', fields: needed(kind) });
      const made = because.library.find(id);
      assert.equal(made?.kind, kind);
      assert.equal(made?.path, path);
      const wrong = made && because.library.findings(made).filter(({ severity }) => severity === 'error');
      assert.deepEqual(wrong, []);
    });
  }

  for (const kind of personal) {
    it(`of the kind ${kind} is left to the action that knows whose it is and whether it is there`, async () => {
      const { files, because } = productOf(texts);
      const given = { kind, fields: needed(kind) };
      await assert.rejects(
        perform(newRecord, because, given),
        isError('bad-input', /is created by a command of its own/),
      );
      assert.deepEqual([...files.texts.keys()], ['because.yml', ...Object.keys(texts)]);
    });
  }

  it('of a problem is named by the initiative it is made for, in one batch', async () => {
    const { files, because } = productOf({ ...texts, 'initiatives/SHOP-1.md': record(['problem: problem']) });
    const said = 'Refunds take nine days.';
    const { id } = await perform(newRecord, because, { kind: 'problem', title: said, for: 'SHOP-1' });
    assert.deepEqual(because.library.initiativeOf('SHOP-1')?.values.problem, ['problem', id]);
    assert.match(files.texts.get('initiatives/SHOP-1.md') ?? '', /^---\nproblem: /);
    const evidence = { kind: 'evidence', fields: { kind: 'quote' }, title: 'Nine days', for: 'SHOP-1' };
    const piece = await perform(newRecord, because, evidence);
    assert.equal(because.library.findOf('evidence', piece.id)?.values.initiative, 'SHOP-1');
    const before = new Map(files.texts);
    for (const wrong of [
      { kind: 'problem', title: 'Slow', for: 'SHOP-9' },
      { kind: 'persona', title: 'Samira', for: 'SHOP-1' },
    ])
      await assert.rejects(
        perform(newRecord, because, wrong),
        isError(wrong.kind === 'persona' ? 'bad-input' : 'not-found'),
      );
    assert.deepEqual(files.texts, before);
  });

  it('of an initiative brings the problem that was said with it', async () => {
    const { because } = productOf();
    const said = 'Refunds take nine days, and 240 people a month write to ask where their money is. Nobody tells them.';
    await perform(newRecord, because, { kind: 'initiative', id: 'SHOP-1', title: 'Tell them', newProblem: said });
    const [id = ''] = because.library.initiativeOf('SHOP-1')?.values.problem ?? [];
    const problem = because.library.findOf('problem', id);
    assert.equal(id, 'refunds-take-nine-days-and-240-people-a');
    assert.equal(problem?.title, 'Refunds take nine days, and 240 people a month write to ask where their money…');
    assert.equal(problem?.body.trim(), said);
    await perform(newRecord, because, { kind: 'initiative', id: 'SHOP-2', newProblem: 'It is slow.' });
    const short = because.library.findOf('problem', because.library.initiativeOf('SHOP-2')?.values.problem?.[0] ?? '');
    assert.deepEqual([short?.title, short?.body], ['It is slow', '']);
    await perform(newRecord, because, { kind: 'initiative', id: 'SHOP-3', newProblem: 'It is slow.' });
    assert.notEqual(because.library.initiativeOf('SHOP-3')?.values.problem?.[0], short?.id);
    await assert.rejects(
      perform(newRecord, because, { kind: 'persona', newProblem: 'It is slow.' }),
      isError('bad-input', /newProblem/),
    );
  });

  it('holds what it was given, in the order given', async () => {
    const { files, because } = productOf();
    const fields = { status: 'open', segment: 'ops', size: { affected: 3, of: 10 } };
    await perform(newRecord, because, { kind: 'problem', id: 'late', title: 'Too late', fields, body: 'It hurts.\n' });
    assert.equal(
      files.texts.get('problems/late.md'),
      record(
        [
          'id: late',
          'title: Too late',
          'status: open',
          'segment: ops',
          'size: {affected: 3, of: 10}',
          'by: ada',
          'created: 2026-11-23T14:30Z',
        ],
        'It hurts.\n',
      ),
    );
  });

  it('is refused with what is wrong about it', async () => {
    const { files, because } = productOf();
    const refused = (given: object, words: RegExp) =>
      assert.rejects(perform(newRecord, because, given), isError('bad-input', words));
    await refused({}, /kind/);
    await refused({ kind: 'wish' }, /kind/);
    await refused({ kind: 'sprint' }, /starts is missing.*ends is missing/);
    await refused({ kind: 'problem', fields: { statsu: 'open' } }, /Did you mean status/);
    await refused({ kind: 'problem', fields: { status: 'bad' } }, /status must be one of open/);
    await refused({ kind: 'problem', fields: { id: 'x' } }, /id cannot be given/);
    await refused({ kind: 'problem', id: '../x' }, /cannot be an id/);
    assert.deepEqual([...files.texts.keys()], ['because.yml']);
  });
});

describe('The actions', () => {
  it('have names of their own, and a title', () => {
    assert.equal(new Set(actions.map(({ name }) => name)).size, actions.length);
    assert.ok(actions.length > 0 && actions.every(({ name, title }) => /^[a-z][A-Za-z]+$/.test(name) && title()));
  });
});
