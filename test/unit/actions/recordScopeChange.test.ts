/** A change of scope: noticed after the commitment, asked once, recorded with why and who asked. */
import * as assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import { commitToSprint } from '../../../src/actions/commitToSprint.ts';
import { recordScopeChange } from '../../../src/actions/recordScopeChange.ts';
import { needsYou } from '../../../src/questions/needsYou.ts';
import { story } from '../../../src/questions/story.ts';
import { isError, openedBy, productOf } from '../../support/product.ts';
import { record } from '../../support/sources.ts';

const PATH = 'initiatives/PAY-1.md';

const texts = {
  'sprints/24.md': record(['starts: 2026-11-16', 'ends: 2026-11-29']),
  [PATH]: record(
    [
      'status: candidate',
      'owner: ada',
      'slices:',
      '  - {title: Push, effort: 10}',
      '  - {title: SMS, effort: 5}',
      'due: 2026-12-11',
    ],
    'Receipts.\n',
  ),
};

/** An initiative that was committed, and then got another slice and a later date. */
async function changed() {
  const { files, because } = productOf(texts);
  await perform(commitToSprint, because, { initiatives: ['PAY-1'], sprint: '24', reason: 'Acme waits.' });
  const text = files.texts.get(PATH) ?? '';
  files.put(PATH, text.replace('effort: 5}\n', 'effort: 5}\n  - {title: Call, effort: 3}\n').replace('12-11', '12-18'));
  await because.refresh();
  const asked = async () => (await because.ask(needsYou, {})).filter(({ verb }) => verb === 'recordScopeChange');
  return { files, because, asked };
}

describe('A change of scope', () => {
  it('is asked for once, of who owns the initiative, and stands in its story', async () => {
    const { because, asked } = await changed();
    assert.deepEqual(
      (await asked()).map(({ id, isYours }) => [id, isYours]),
      [['PAY-1', true]],
    );
    const before = await because.ask(story, { id: 'PAY-1' });
    assert.equal(before.scope?.gaps[0]?.offer.command, 'recordScopeChange');
    await perform(recordScopeChange, because, {
      initiative: 'PAY-1',
      reason: 'Acme asked for calls.',
      requestedBy: 'Acme',
    });
    assert.deepEqual(await asked(), []);
    const { scope } = await because.ask(story, { id: 'PAY-1' });
    assert.deepEqual(scope?.gaps, []);
    assert.match(scope?.words ?? '', /^\+3 person-weeks since the commitment \(\+20%\)/);
  });

  it('is written with what changed, who asked, who acknowledged it, and the plan from here on', async () => {
    const { files, because } = await changed();
    const { path } = await perform(recordScopeChange, because, {
      initiative: 'PAY-1',
      reason: 'Acme asked for calls.',
    });
    const text = files.texts.get(path) ?? '';
    assert.match(path, /^scope-changes\/acme-asked-for-calls\.sc-/);
    assert.match(text, /^added: 3\nunit: person-weeks\ndueFrom: 2026-12-11\ndueTo: 2026-12-18\nacknowledgedBy:/m);
    assert.match(text, /\nAcme asked for calls\.\n$/);
    const { values } = because.library.ofKind('scopeChange')[0] ?? assert.fail();
    assert.deepEqual(
      [values.acknowledgedBy, values.plan?.slices?.length, values.plan?.due],
      [['ada'], 3, '2026-12-18'],
    );
    assert.deepEqual(
      because.library.records.flatMap((one) => because.library.findings(one)).map(({ code }) => code),
      [
        ...because.library
          .findings(because.library.findOf('initiative', 'PAY-1') ?? assert.fail())
          .map(({ code }) => code),
      ],
    );
  });

  it('that nobody made is none; what code knows better counts', async () => {
    const { because } = productOf(texts);
    await perform(commitToSprint, because, { initiatives: ['PAY-1'], sprint: '24', reason: 'Acme waits.' });
    const input = { initiative: 'PAY-1', reason: 'Two issues more.' };
    await assert.rejects(perform(recordScopeChange, because, input), isError('bad-input', /has not changed/));
    const { id } = await perform(recordScopeChange, because, { ...input, added: 2, unit: 'issues' });
    assert.deepEqual(because.library.findOf('scopeChange', id)?.values.added, 2);
    await assert.rejects(perform(recordScopeChange, because, { ...input, reason: ' ' }), isError('bad-input'));
  });

  it('needs a name, and is not swallowed by committing once more', async () => {
    const { files, because, asked } = await changed();
    const input = { initiative: 'PAY-1', reason: 'Why not.' };
    await assert.rejects(perform(recordScopeChange, openedBy(files, undefined), input), isError('no-member'));
    files.put('sprints/25.md', record(['starts: 2026-11-30', 'ends: 2026-12-13']));
    await because.refresh();
    await perform(commitToSprint, because, { initiatives: ['PAY-1'], sprint: '25', reason: 'It goes on.' });
    assert.equal((await asked()).length, 1);
  });

  it('is said where somebody is blamed for the date', async () => {
    const { files, because } = await changed();
    const { id } = await perform(recordScopeChange, because, { initiative: 'PAY-1', reason: 'Acme asked for calls.' });
    files.put('replies/r.md', record([`on: ${id}`, 'by: grace'], 'Engineering missed the deadline.\n'));
    files.put('results/r.md', record(['initiative: PAY-1', 'by: grace'], 'The team missed the deadline.\n'));
    files.put('commitments/r.md', record(['initiative: PAY-1', 'by: grace', 'due: 2026-12-01'], 'Devs slipped.\n'));
    files.put(PATH, `${files.texts.get(PATH) ?? ''}\nEngineering underestimated it.\n`);
    files.put('replies/other.md', record(['on: 24', 'by: grace'], 'Engineering missed the deadline.\n'));
    await because.refresh();
    const found = (path: string) => {
      const one = because.library.files.get(path) ?? assert.fail();
      const blames = because.library.findings(one).filter(({ code }) => code === 'blame');
      return blames.map(({ message }) => message.replaceAll('\u00A0', ' '));
    };
    for (const path of ['replies/r.md', 'results/r.md', 'commitments/r.md', PATH]) {
      const [message, ...more] = found(path);
      assert.match(message ?? '', /late after \+20% scope, agreed on 23 Nov 2026/, path);
      assert.deepEqual(more, []);
    }
    assert.deepEqual(found('replies/other.md'), []);
  });
});
