/** Days and times as people say them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../../../src/core/base/time.ts';
import { saidDay } from '../../../../src/core/hours/calendarWords.ts';

/** A Tuesday. */
const TUESDAY = { day: '2026-11-24', clock: '14:30', sprintEnds: ['2026-11-29', '2026-12-13'] };

const said = (words: string, today: Parameters<typeof saidDay>[1] = TUESDAY) => {
  const meant = saidDay(words, today);
  return meant && [meant.day, meant.time].filter(Boolean).join(' ');
};

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const someDay = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 86_400_000, max: Date.UTC(2099, 0, 1) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

describe('A day in words', () => {
  const meanings = {
    Thursday: '2026-11-26',
    'by thu': '2026-11-26',
    Monday: '2026-11-30',
    'this Friday': '2026-11-27',
    'next Thursday': '2026-12-03',
    'next Monday': '2026-11-30',
    'last Thursday': '2026-11-19',
    'last Monday': '2026-11-23',
    Tuesday: '2026-11-24',
    'Tuesday 16:00': '2026-11-24 16:00',
    'Tuesday 14:00': '2026-12-01 14:00',
    'Thursday 14:00': '2026-11-26 14:00',
    'Thursday, 9:05': '2026-11-26 09:05',
    'Thursday at 2 pm': '2026-11-26 14:00',
    'Thursday 12am': '2026-11-26 00:00',
    'Friday noon': '2026-11-27 12:00',
    today: '2026-11-24',
    'tomorrow at 17:00': '2026-11-25 17:00',
    yesterday: '2026-11-23',
    'in 2 days': '2026-11-26',
    'within a week': '2026-12-01',
    'in three weeks': '2026-12-15',
    'in a month': '2026-12-24',
    '3 days ago': '2026-11-21',
    'in 2 hours': '2026-11-24 16:30',
    'in 12 hours': '2026-11-25 02:30',
    'end of sprint': '2026-11-29',
    'the end of the sprint': '2026-11-29',
    'end of next sprint': '2026-12-13',
    'end of week': '2026-11-27',
    'end of next week': '2026-12-04',
    'end of month': '2026-11-30',
    'end of the quarter': '2026-12-31',
    'end of next year': '2027-12-31',
    '4 December': '2026-12-04',
    'Dec 4th': '2026-12-04',
    '4th of December, 2027': '2027-12-04',
    '1 Nov': '2027-11-01',
    '29 February': '2028-02-29',
    '2026-12-04': '2026-12-04',
    '2026-12-04T14:00': '2026-12-04 14:00',
    ' By  2026-12-04 09:00 ': '2026-12-04 09:00',
  };

  for (const [words, meant] of Object.entries(meanings)) {
    it(`“${words}” is ${meant}`, () => assert.equal(said(words), meant));
  }

  const none = [
    ...['', 'soon', 'Thursdayish', '31 February', '2026-02-30', '2026-13-01', 'Thursday 25:00', '2026-12-04T24:00'],
    ...['in many days', 'next sprint', '4/12', '04.12.2026', 'by', 'th', 'in 5 minuts', 'Friday '.repeat(20)],
  ];

  for (const words of none) it(`“${words.slice(0, 20)}” is none`, () => assert.equal(said(words), undefined));

  it('ends no sprint where none is known', () =>
    assert.equal(said('end of sprint', { day: '2026-11-24', clock: '09:00' }), undefined));

  it('ends a week with the last day on which the team works', () => {
    assert.equal(said('end of week', { ...TUESDAY, workdays: ['sun', 'mon', 'tue', 'wed', 'thu'] }), '2026-11-29');
    assert.equal(said('end of week', { ...TUESDAY, workdays: ['mon', 'tue', 'thu'] }), '2026-11-26');
  });

  it('that is of the week lies within the seven days that begin or end with today, in both directions', () => {
    fc.assert(
      fc.property(someDay, fc.constantFrom(...NAMES.keys()), (day, index) => {
        const name = NAMES[index] ?? '';
        const away = (words: string) => daysBetween(day, said(words, { day, clock: '12:00' })?.slice(0, 10) ?? 'none');
        const [bare, last, next] = [away(name), away(`last ${name}`), away(`next ${name}`)];
        assert.ok(bare >= 0 && bare <= 6, `${name}: ${bare}`);
        assert.ok(last >= -7 && last <= -1, `last ${name}: ${last}`);
        assert.ok(next >= 1 && next <= 13, `next ${name}: ${next}`);
        for (const each of [bare, last, next]) {
          assert.equal((new Date(addDays(day, each)).getUTCDay() + 6) % 7, index);
        }
      }),
    );
  });

  it('is the day that is written, whatever the day it is said on', () => {
    fc.assert(
      fc.property(someDay, someDay, (day, meant) => {
        const today = { day, clock: '12:00' };
        const [year = '', month = '', date = ''] = meant.split('-');
        const name = new Date(meant).toLocaleDateString('en-GB', { timeZone: 'UTC', month: 'long' });
        assert.equal(said(meant, today), meant);
        assert.equal(said(`${Number(date)} ${name} ${year}`, today), meant);
        assert.ok(month !== '' && (said(`${Number(date)} ${name}`, today) ?? '') >= day);
      }),
    );
  });

  it('is as many days away as are said', () => {
    fc.assert(
      fc.property(someDay, fc.nat(365), (day, count) => {
        assert.equal(said(`in ${count} days`, { day, clock: '12:00' }), addDays(day, count));
        assert.equal(said(`${count} days ago`, { day, clock: '12:00' }), addDays(day, -count));
      }),
    );
  });

  it('never fails, whatever is said', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const meant = saidDay(words, TUESDAY);
        assert.ok(meant === undefined || /^\d{4}-\d\d-\d\d$/.test(meant.day));
      }),
    );
  });
});
