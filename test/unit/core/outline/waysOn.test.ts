/** The Sprint view where there is no initiative to show: the ways on. */
import * as assert from 'node:assert/strict';
import type { Scope } from '../../../../src/core/library/query.ts';
import { sprintOutline } from '../../../../src/core/outline/sprint.ts';
import { waysOn } from '../../../../src/core/outline/waysOn.ts';
import { libraryOf, record } from '../../../support/sources.ts';
import { sketch } from './sketch.ts';

const files = {
  'sprints/s14.md': record(['title: Sprint 14', 'starts: 2026-11-16', 'ends: 2026-11-29']),
  'sprints/s15.md': record(['title: Sprint 15', 'starts: 2026-11-30', 'ends: 2026-12-13']),
  'initiatives/PAY-1.md': record(['title: Urgent updates', 'sprint: s14', 'status: building']),
  'initiatives/PAY-2.md': record(['title: Receipts', 'status: shipped', 'quarter: 2026-Q4']),
};

const open = { ...files, 'initiatives/PAY-3.md': record(['title: Later', 'status: candidate']) };

function ways(texts: Readonly<Record<string, string>>, scope: Scope, filter = '') {
  const library = libraryOf(texts);
  const query = { scope, filter, grouping: 'none' } as const;
  return waysOn(library, query, sprintOutline(library, query));
}

const s14 = { kind: 'sprint', id: 's14' } as const;
const s15 = { kind: 'sprint', id: 's15' } as const;

describe('The ways on from nothing to show', () => {
  it('plan for a sprint that has no initiative, and show all', () => {
    assert.deepEqual(sketch(ways(files, s15)), ['Plan a new initiative', 'Show all | 2']);
    const [plan] = ways(files, s15);
    assert.deepEqual(plan?.given, { fields: { sprint: ['s15'] } });
  });

  it('offer what is open and could be committed to the sprint', () => {
    assert.deepEqual(sketch(ways(open, s15)), ['Plan a new initiative', 'Commit to an existing one', 'Show all | 3']);
    assert.deepEqual(ways(open, s15)[1]?.given, { sprint: 's15' });
  });

  it('plan for a quarter', () => {
    const planned = { ...files, 'initiatives/PAY-2.md': record(['title: Receipts']) };
    const [plan, ...others] = ways(planned, { kind: 'quarter', quarter: '2027-Q1' });
    assert.deepEqual(plan?.given, { fields: { quarter: '2027-Q1' } });
    assert.deepEqual(sketch(others), ['Show all | 2']);
  });

  it('go past a filter that hides everything, to all where that finds something', () => {
    assert.deepEqual(sketch(ways(files, s14, 'receipts')), ['Clear the filter', 'Show all | 1']);
    assert.deepEqual(sketch(ways(files, s14, 'nobody')), ['Clear the filter']);
    assert.deepEqual(sketch(ways(files, { kind: 'all' }, 'nobody')), ['Clear the filter']);
  });

  it('are none where initiatives are shown, and where there is none', () => {
    assert.deepEqual(ways(files, s14), []);
    assert.deepEqual(ways(files, s14, 'urgent'), []);
    const { 'sprints/s15.md': sprint } = files;
    assert.deepEqual(ways({ 'sprints/s15.md': sprint }, s15, 'x'), []);
  });

  it('differ from sprint to sprint, so that a click is meant for the one that is shown', () => {
    const other = { ...open, 'sprints/s16.md': record(['title: Sprint 16']) };
    const ids = (id: string) => ways(other, { kind: 'sprint', id }).map((row) => row.id);
    const [plan, commit] = ids('s15');
    assert.ok(!ids('s16').some((id) => id === plan || id === commit));
  });
});
