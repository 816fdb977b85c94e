/** The moment of what was shipped: one row, in its time, until somebody says thanks or puts it away. */
import * as assert from 'node:assert/strict';
import { shippedRows } from '../../../../src/core/outline/shipped.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const TEXTS = {
  'sprints/s1.md': record(['starts: 2026-11-16', 'ends: 2026-11-29']),
  'sprints/s2.md': record(['starts: 2026-11-30', 'ends: 2026-12-13']),
  'initiatives/PAY-10.md': record(['title: Ten', 'sprint: s1', 'status: measured']),
  'initiatives/PAY-9.md': record(['title: Nine', 'sprint: s1', 'status: shipped']),
  'initiatives/PAY-8.md': record(['title: Eight', 'sprint: s1', 'status: building']),
  'initiatives/PAY-7.md': record(['title: Seven', 'sprint: s1', 'status: shipped', 'archived: true']),
};

const NOW = new Date('2026-11-28T12:00Z');

const rows = (now = NOW, hushed: readonly string[] = [], more: Readonly<Record<string, string>> = {}, id = 's1') =>
  shippedRows(libraryOf({ ...TEXTS, ...more }), { scope: { kind: 'sprint', id }, now, hushed }).map(
    ({ label, description, verb }) => [label, description, verb],
  );

describe('The moment of what was shipped', () => {
  it('is one row, and the next one’s when the first was thanked for or put away', () => {
    assert.deepEqual(rows(), [['PAY-9 is shipped', 'Nine', 'thank']]);
    const ten = [['PAY-10 is shipped', 'Ten', 'thank']];
    assert.deepEqual(rows(NOW, ['PAY-9']), ten);
    assert.deepEqual(rows(NOW, [], { 'credits/c.md': record(['to: ada', 'initiative: PAY-9']) }), ten);
    assert.deepEqual(rows(NOW, ['PAY-9', 'PAY-10']), []);
  });

  it('lasts while its sprint runs, and a week longer, in the next sprint too', () => {
    const on = (day: string, id: string) => rows(new Date(`${day}T12:00Z`), [], {}, id).length;
    assert.deepEqual(
      ['2026-11-15', '2026-11-16', '2026-12-06', '2026-12-07'].map((day) => on(day, 's1')),
      [0, 1, 1, 0],
    );
    assert.deepEqual(
      ['2026-11-29', '2026-11-30', '2026-12-06', '2026-12-07'].map((day) => on(day, 's2')),
      [0, 1, 1, 0],
    );
    assert.deepEqual(shippedRows(libraryOf(TEXTS), { scope: { kind: 'all' }, now: NOW, hushed: [] }), []);
  });
});
