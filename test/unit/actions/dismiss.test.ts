/** Turning down advice: kept with its reason in the record, beside what was turned down before, and not told any more. */
import * as assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import { dismiss } from '../../../src/actions/dismiss.ts';
import { dismissedIn } from '../../../src/core/library/findings.ts';
import { isError, productOf } from '../../support/product.ts';
import { libraryOf, record } from '../../support/sources.ts';

const path = 'problems/slow.md';
const body = 'Many users wait.\n';

async function dismissed(lines: readonly string[], reason = 'It is in the survey: #4') {
  const { files, because } = productOf({ [path]: record(lines, body) });
  await perform(dismiss, because, { id: 'slow', check: 'vague', reason });
  const now = because.library.findOf('problem', 'slow') ?? assert.fail();
  return {
    text: files.texts.get(path),
    told: because.library.findings(now).map(({ code }) => code),
    dismissed: dismissedIn(now, because.library).map(({ code, reason: why }) => [code, why]),
  };
}

describe('Dismissing advice', () => {
  it('writes its name and the reason into the record, and tells it no more', async () => {
    const { text, told, dismissed: kept } = await dismissed(['title: Slow']);
    assert.equal(text, record(['title: Slow', 'dismissed: {vague: "It is in the survey: #4"}'], body));
    assert.deepEqual(told, ['no-open-question']);
    assert.deepEqual(kept, [['vague', 'It is in the survey: #4']]);
  });

  it('leaves what was dismissed before as it is written', async () => {
    const cases = [
      ['dismissed: no-open-question', 'dismissed:\n  - no-open-question\n  - {vague: So it is}'],
      ['dismissed: [no-open-question] # asked', 'dismissed: [no-open-question, {vague: So it is}] # asked'],
      ['dismissed: {no-open-question: Asked}', 'dismissed: {no-open-question: Asked, vague: So it is}'],
      ['dismissed:\n- no-open-question: Asked # so', 'dismissed:\n- no-open-question: Asked # so\n- {vague: So it is}'],
    ] as const;
    for (const [before, after] of cases) {
      const { text, told } = await dismissed(['title: Slow', before], 'So it is');
      assert.equal(text, record(['title: Slow', after], body));
      assert.deepEqual(told, []);
    }
  });

  it('needs a reason, and advice that is told', async () => {
    const { files, because } = productOf({ [path]: record(['title: Slow'], body) });
    const refused = (change: object, words: RegExp) =>
      assert.rejects(
        perform(dismiss, because, { id: 'slow', check: 'vague', reason: 'So', ...change }),
        isError('bad-input', words),
      );
    await refused({ reason: ' ' }, /why/);
    await refused({ check: 'blame' }, /no advice/);
    await refused({ check: 'bad-id' }, /no advice/);
    assert.equal(files.texts.get(path), record(['title: Slow'], body));
  });

  it('says nothing elsewhere of what a sensitive record dismissed', () => {
    const library = libraryOf({ [path]: record(['sensitive: true', 'dismissed: {vague: The secret}'], body) });
    const hidden = library.findOf('problem', 'slow') ?? assert.fail();
    assert.deepEqual(dismissedIn(hidden, library), []);
    assert.equal(hidden.values.dismissed, undefined);
    assert.deepEqual(
      library.findings(hidden).map(({ code }) => code),
      ['no-open-question'],
    );
  });
});
