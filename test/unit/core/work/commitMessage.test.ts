/** The key in the title of a pull request. */
import * as assert from 'node:assert/strict';
import { withKey } from '../../../../src/core/work/commitMessage.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const library = libraryOf({
  'because.yml': 'keys: [PAY, "#"]\n',
  'initiatives/PAY-7.md': record(['title: Seven']),
  'initiatives/urgent.md': record(['title: Urgent', 'issues: ["#12", "PAY-9"]']),
});

const titled = (id: string, title: string): string => {
  const initiative = library.initiativeOf(id);
  assert.ok(initiative);
  return withKey(library, initiative, title);
};

describe('The title of a pull request', () => {
  it('names the initiative, before all or behind the sort of change', () => {
    assert.equal(titled('PAY-7', 'Climb the ladder'), 'PAY-7 Climb the ladder');
    assert.equal(titled('PAY-7', 'feat(send)!: climb'), 'feat(send)!: PAY-7 climb');
    assert.equal(titled('PAY-7', 'Note: three things'), 'Note: PAY-7 three things');
  });

  it('is left as it is where it names it, by any of its keys', () => {
    for (const title of ['Climb (PAY-7)', 'PAY-7: climb']) assert.equal(titled('PAY-7', title), title);
    assert.equal(titled('urgent', 'PAY-9 Climb'), 'PAY-9 Climb');
  });

  it('names another initiative beside its own', () => {
    assert.equal(titled('PAY-7', 'Follow PAY-9'), 'PAY-7 Follow PAY-9');
  });
});
