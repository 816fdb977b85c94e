/** How long somebody has waited, and how long the team still has. */
import * as assert from 'node:assert/strict';
import type { Waited } from '../../../../src/core/records/waited.ts';
import { timingOf } from '../../../../src/core/waiting/timing.ts';
import { libraryOf } from '../../../support/sources.ts';

const library = libraryOf({ 'because.yml': 'hours: {zone: UTC, from: "09:00", to: "17:00"}\n' });

const MONDAY = '2026-11-23T';
const [stretch, none] = [(from?: string, to?: string) => ({ from, to }), [] as const];

function timing(waited: Waited, now: string) {
  const { due, ...rest } = timingOf(library, waited, Date.parse(now));
  return { ...rest, due: due === undefined ? undefined : new Date(due).toISOString().slice(0, 16) };
}

describe('The time for an answer', () => {
  it('runs in working hours, until the answer is due, and beyond', () => {
    const since = `${MONDAY}16:30Z`;
    const at = (now: string) => timing({ before: none, since }, now);
    const due = '2026-11-24T09:30';
    assert.deepEqual(at(`${MONDAY}16:45Z`), { waited: 15, left: 45, due, isLate: false });
    assert.deepEqual(at('2026-11-24T03:00Z'), { waited: 30, left: 30, due, isLate: false });
    assert.deepEqual(at('2026-11-24T09:30Z'), { waited: 60, left: 0, due, isLate: false });
    assert.deepEqual(at('2026-11-24T10:00Z'), { waited: 90, left: -30, due, isLate: true });
  });

  it('begins at the next opening where it is asked outside, and not before it is asked', () => {
    const asked = { before: none, since: '2026-11-21T12:00Z' };
    assert.deepEqual(timing(asked, '2026-11-22T12:00Z'), {
      waited: 0,
      left: 60,
      due: '2026-11-23T10:00',
      isLate: false,
    });
    assert.equal(timing({ before: none, since: '2027-01-01T12:00Z' }, '2026-11-23T12:00Z').waited, 0);
  });

  it('stands while the question is answered, and runs on where it is opened again', () => {
    const answered = { before: [stretch(`${MONDAY}10:00Z`, `${MONDAY}10:40Z`)], since: undefined };
    assert.deepEqual(timing(answered, '2026-12-24T12:00Z'), {
      waited: 40,
      left: undefined,
      due: undefined,
      isLate: false,
    });
    const reopened = { ...answered, since: `${MONDAY}12:00Z` };
    assert.deepEqual(timing(reopened, `${MONDAY}12:05Z`), {
      waited: 45,
      left: 15,
      due: `${MONDAY}12:20`,
      isLate: false,
    });
    const late = { before: [stretch(`${MONDAY}10:00Z`, `${MONDAY}11:01Z`)], since: undefined };
    assert.equal(timing(late, `${MONDAY}12:00Z`).isLate, true);
  });

  it('is not known where nobody wrote down when, and none where the answer is dated before the question', () => {
    for (const waited of [
      { before: [stretch(`${MONDAY}10:00Z`)], since: undefined },
      { before: [stretch(undefined, `${MONDAY}10:00Z`)], since: undefined },
      { before: [stretch(`${MONDAY}10:00Z`)], since: `${MONDAY}12:00Z` },
    ]) {
      assert.deepEqual(timing(waited, `${MONDAY}13:00Z`), {
        waited: undefined,
        left: undefined,
        due: undefined,
        isLate: false,
      });
    }
    const backwards = { before: [stretch(`${MONDAY}10:00Z`, `${MONDAY}09:00Z`)], since: undefined };
    assert.equal(timing(backwards, `${MONDAY}13:00Z`).waited, 0);
  });

  it('has no end where the team never works', () => {
    const never = libraryOf({ 'because.yml': 'hours: {days: []}\n' });
    const { waited, left, due, isLate } = timingOf(never, { before: none, since: `${MONDAY}10:00Z` }, Date.now());
    assert.deepEqual([waited, left, due, isLate], [0, 60, undefined, false]);
  });
});
