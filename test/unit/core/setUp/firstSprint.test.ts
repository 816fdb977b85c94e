/** The suggested first sprint. */
import * as assert from 'node:assert/strict';
import { lastDay, mondayOf, sprintNamed, weekOf } from '../../../../src/core/setUp/firstSprint.ts';

describe('A first sprint', () => {
  it('starts on the Monday of the week', () => {
    assert.deepEqual(['2026-11-23', '2026-11-25', '2026-11-29', '2026-11-30'].map(mondayOf), [
      '2026-11-23',
      '2026-11-23',
      '2026-11-23',
      '2026-11-30',
    ]);
  });

  it('is called by the ISO week, also where the year turns', () => {
    const weeks = {
      '2026-11-23': '2026-48',
      '2026-01-01': '2026-01',
      '2027-01-01': '2026-53',
      '2027-01-04': '2027-01',
      '2024-12-30': '2025-01',
      '2023-01-01': '2022-52',
    };
    for (const [day, week] of Object.entries(weeks)) assert.equal(weekOf(day), week);
  });

  it('ends on a Sunday', () => {
    assert.equal(lastDay('2026-11-23', 2), '2026-12-06');
    assert.equal(lastDay('2026-11-23', 1), '2026-11-29');
  });

  it('has an id out of its name', () => {
    assert.deepEqual(sprintNamed(' 2026-48 '), { id: '2026-48' });
    assert.deepEqual(sprintNamed('Sprint 48: the tide'), { id: 'sprint-48-the-tide', title: 'Sprint 48: the tide' });
    assert.deepEqual(sprintNamed('春'), { id: '', title: '春' });
  });
});
