/** A scope's choice as it comes back from where it was kept, and what stands above the rows of the Sprint view. */
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { choiceIn, sprintDescription, sprintMessage } from '../../../../src/core/outline/scope.ts';
import { sprintOutline } from '../../../../src/core/outline/sprint.ts';
import { libraryOf, record } from '../../../support/sources.ts';

describe('A choice that was kept', () => {
  it('comes back as it was, without what else is there', () => {
    for (const choice of [
      { kind: 'current' },
      { kind: 'all' },
      { kind: 'sprint', id: 's1' },
      { kind: 'quarter', quarter: '2026-Q4' },
    ]) {
      assert.deepEqual(choiceIn({ ...choice, more: 1 }), choice);
    }
  });

  it('is none where it makes no sense', () => {
    for (const kept of [undefined, null, 'all', 7, [], {}, { kind: 'sprint' }, { kind: 'quarter', quarter: 4 }]) {
      assert.equal(choiceIn(kept), undefined);
    }
    const every = fc.property(fc.anything(), (kept) => {
      const choice = choiceIn(kept);
      assert.ok(choice === undefined || ['current', 'all', 'sprint', 'quarter'].includes(choice.kind));
    });
    void fc.assert(every);
  });
});

const files = {
  'sprints/s14.md': record(['title: Sprint 14', 'goal: Updates  arrive', 'starts: 2026-11-16', 'ends: 2026-11-29']),
  'sprints/s15.md': record(['title: Sprint 15', 'starts: 2026-11-30', 'ends: 2026-12-13']),
  'initiatives/PAY-1.md': record(['title: Urgent updates', 'sprint: s14']),
  'initiatives/PAY-2.md': record(['title: Receipts', 'sprint: s14']),
};

const now = new Date('2026-11-20T12:00:00Z');

/** The description, then the message. */
function head(texts: Readonly<Record<string, string>>, sprint: string | undefined, filter = '', name?: string) {
  const library = libraryOf(texts);
  const scope = sprint === undefined ? ({ kind: 'all' } as const) : ({ kind: 'sprint', id: sprint } as const);
  const query = { scope, filter, grouping: 'none' } as const;
  const outline = sprintOutline(library, query);
  return [sprintDescription(library, query, outline, { now, name }), sprintMessage(library, query, outline)];
}

describe('The head of the Sprint view', () => {
  it('says which initiatives there are, how many, and what the sprint is for', () => {
    assert.deepEqual(head(files, 's14'), ['Sprint 14 · 2', 'Updates arrive']);
    assert.deepEqual(head(files, 's14', '  ', 'app'), ['app · Sprint 14 · 2', 'Updates arrive']);
    assert.deepEqual(head(files, undefined), ['All · 2', '']);
  });

  it('leaves room for rows, however long a goal is', () => {
    const long = { ...files, 'sprints/s14.md': record([`goal: ${'Updates arrive in time. '.repeat(40)}`]) };
    const [, goal = ''] = head(long, 's14');
    assert.ok(goal.length <= 201 && goal.endsWith('…'), goal);
  });

  it('calls a sprint by its title, else by its id, and says when one that does not run ended or starts', () => {
    const sprint = (...lines: string[]) => head({ ...files, 'sprints/s9.md': record(lines, 'What we said.') }, 's9')[0];
    assert.equal(
      sprint('title: The sample', 'starts: 2026-08-13', 'ends: 2026-08-26'),
      'The sample · ended 26\u00A0Aug · 0',
    );
    assert.equal(
      sprint('title: The sample', 'starts: 2025-08-13', 'ends: 2025-08-26'),
      'The sample · ended 26\u00A0Aug\u00A02025 · 0',
    );
    assert.equal(sprint('starts: 2026-11-30', 'ends: 2026-12-13'), 's9 · starts 30\u00A0Nov · 0');
    assert.equal(sprint('starts: 2026-11-20', 'ends: 2026-11-20'), 's9 · 0');
    assert.equal(sprint('title: No days'), 'No days · 0');
  });

  it('says how many a filter leaves, and which one it is', () => {
    assert.deepEqual(head(files, 's14', ' receipts '), ['Sprint 14 · 1 of 2', 'Updates arrive — Filter: receipts']);
    assert.deepEqual(head(files, 's14', 'nobody'), [
      'Sprint 14 · 0 of 2',
      'Updates arrive — No initiative matches “nobody”.',
    ]);
  });

  it('says where nothing is planned', () => {
    const nothing = 'No initiative is planned for this sprint.';
    assert.deepEqual(head(files, 's15'), ['Sprint 15 · starts 30\u00A0Nov · 0', nothing]);
    const planned = { ...files, 'sprints/s15.md': record(['title: Sprint 15', 'goal: Rest']) };
    assert.deepEqual(head(planned, 's15')[1], `Rest — ${nothing}`);
  });

  it('is silent without an initiative, and names the folder alone without a record', () => {
    assert.deepEqual(head({ 'problems/p.md': record(['title: P']) }, undefined, 'x', 'app'), [
      'app · All · 0 of 0',
      undefined,
    ]);
    assert.deepEqual(head({}, undefined, '', 'app'), ['app', undefined]);
    assert.deepEqual(head({}, undefined), ['', undefined]);
  });
});
