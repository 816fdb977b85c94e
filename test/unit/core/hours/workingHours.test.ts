/** The team's clock: published cases, nights, days off, and the days on which clocks are changed. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import type { HoursSaid } from '../../../../src/core/hours/schedule.ts';
import { WorkingHours } from '../../../../src/core/hours/workingHours.ts';

const at = (text: string): number => Date.parse(text);
const iso = (moment: number | undefined) =>
  moment === undefined ? undefined : new Date(moment).toISOString().slice(0, 16);

/** What the clocks of a zone show, such as `Mon 15:15`. */
const shown = (moment: number | undefined, timeZone = 'UTC') =>
  new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' })
    .format(moment)
    .replace(',', '');

const office = (more: HoursSaid = {}) => new WorkingHours({ from: '09:00', to: '17:00', ...more });

const paris: HoursSaid = { zone: 'Europe/Paris' };
const night: HoursSaid = { ...paris, from: '22:00', to: '06:00' };

describe('Working hours', () => {
  it('give the moments that are published for them', () => {
    const eightToSix = { from: '08:00', to: '18:00', holidays: ['2026-12-25'] };
    const eightToFive = { from: '08:00', to: '17:00', holidays: ['2009-05-01'] };
    const cases: readonly (readonly [HoursSaid, string, number, string])[] = [
      [{}, '2026-03-23T09:15Z', 6, 'Mon 23 15:15'],
      [{ holidays: ['2026-03-23'] }, '2026-03-20T16:30Z', 4, 'Tue 24 12:30'],
      [eightToSix, '2026-12-24T15:00Z', 10, 'Mon 28 15:00'],
      [eightToFive, '2009-04-30T12:00Z', 1, 'Thu 30 13:00'],
      [eightToFive, '2009-04-30T12:00Z', 8, 'Mon 4 11:00'],
      [eightToFive, '2009-04-30T12:00Z', 12, 'Mon 4 15:00'],
      [eightToFive, '2009-04-30T12:00Z', 24, 'Wed 6 09:00'],
      [eightToFive, '2009-04-30T12:00Z', 48, 'Fri 8 15:00'],
    ];
    for (const [said, from, hours, expected] of cases) {
      const clock = office(said);
      const due = clock.add(at(from), hours * 60);
      assert.equal(shown(due), expected, `${from} + ${hours} h`);
      assert.equal(clock.between(at(from), due ?? 0), hours * 60);
    }
  });

  it('begin a question asked outside of them at the next opening', () => {
    const clock = office(paris);
    const saturday = at('2026-11-21T10:00Z');
    assert.equal(clock.isOpen(saturday), false);
    assert.equal(iso(clock.opening(saturday)), '2026-11-23T08:00');
    assert.equal(iso(clock.add(saturday, 60)), '2026-11-23T09:00');
    assert.equal(clock.between(saturday, at('2026-11-23T08:30Z')), 30);
    // Before work, in the noon of a day, and after it.
    assert.equal(iso(clock.add(at('2026-11-23T05:00Z'), 60)), '2026-11-23T09:00');
    assert.equal(iso(clock.opening(at('2026-11-23T11:11Z'))), '2026-11-23T11:11');
    assert.equal(iso(clock.add(at('2026-11-23T17:00Z'), 60)), '2026-11-24T09:00');
  });

  it('are open from the minute they begin until the one they end in', () => {
    const clock = office(paris);
    const open = ['07:59', '08:00', '15:59', '16:00'].map((time) => clock.isOpen(at(`2026-11-23T${time}Z`)));
    assert.deepEqual(open, [false, true, true, false]);
    // What is due when work ends is due then, and not the next morning.
    assert.equal(iso(clock.add(at('2026-11-20T15:00Z'), 60)), '2026-11-20T16:00');
    assert.equal(iso(clock.add(at('2026-11-20T16:00Z'), 0)), '2026-11-20T16:00');
    assert.equal(iso(clock.add(at('2026-11-23T09:00Z'), -60)), '2026-11-23T08:00');
    assert.equal(iso(clock.add(at('2026-11-23T09:00Z'), -61)), '2026-11-20T15:59');
  });

  it('neither win nor lose an hour where clocks change while nobody works', () => {
    const clock = office(paris);
    // Clocks went forward on Sunday 29 March 2026, and back on Sunday 25 October.
    for (const [friday, monday] of [
      ['2026-03-27', '2026-03-30'],
      ['2026-10-23', '2026-10-26'],
    ] as const) {
      const due = clock.add(at(`${friday}T15:00+0${friday < '2026-04' ? 1 : 2}:00`), 4 * 60);
      assert.equal(shown(due, 'Europe/Paris').slice(0, 3), 'Mon');
      assert.equal(shown(due, 'Europe/Paris').slice(-5), '11:00');
      assert.equal(clock.between(at(`${friday}T00:00Z`), at(`${monday}T23:00Z`)), 2 * 8 * 60);
    }
  });

  it('are as long as they really are where clocks change at night', () => {
    const nights = new WorkingHours({ ...night, days: ['fri', 'sat', 'sun'] });
    const lasts = (noon: string) => nights.between(at(`${noon}T12:00Z`), at(`${noon}T12:00Z`) + 86_400_000) / 60;
    assert.deepEqual(['2026-03-27', '2026-03-28', '2026-03-29'].map(lasts), [8, 7, 8]);
    assert.deepEqual(['2026-10-23', '2026-10-24', '2026-10-25'].map(lasts), [8, 9, 8]);
    // An hour from 01:30 is an hour, whatever the clocks on the wall do.
    assert.equal(shown(nights.add(at('2026-03-29T00:30Z'), 60), 'Europe/Paris'), 'Sun 29 03:30');
    assert.equal(shown(nights.add(at('2026-10-25T00:30Z'), 60), 'Europe/Paris'), 'Sun 25 02:30');
    // Work that begins at a time the clocks skip begins when they have skipped it; at one they show twice, the first time.
    const early = new WorkingHours({ ...paris, from: '02:30', to: '10:00', days: ['sun'] });
    assert.equal(iso(early.opening(at('2026-03-28T12:00Z'))), '2026-03-29T01:30');
    assert.equal(iso(early.opening(at('2026-10-24T12:00Z'))), '2026-10-25T00:30');
  });

  it('are the same all year in zones that never change their clocks', () => {
    for (const [zone, ahead] of [
      ['Asia/Kolkata', 5.5],
      ['Asia/Kathmandu', 5.75],
      ['America/Phoenix', -7],
      ['UTC', 0],
    ] as const) {
      const clock = office({ zone });
      const openings = Array.from({ length: 12 }, (_, month) => clock.opening(Date.UTC(2026, month, 2)));
      const hours = openings.map((open) => ((open ?? 0) / 3_600_000 + ahead) % 24);
      assert.deepEqual(
        hours,
        hours.map(() => 9),
        zone,
      );
    }
  });

  it('go on where clocks change at midnight, by half an hour, on a weekday, or leave a day out', () => {
    const lasts = (zone: string, from: string, to: string) => {
      const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
      return office({ zone, days }).between(at(`${from}T12:00Z`), at(`${to}T12:00Z`)) / 60;
    };
    // Santiago at midnight; Lord Howe by half an hour; Apia went from 29 to 31 December in 2011.
    assert.equal(lasts('America/Santiago', '2026-09-04', '2026-09-08'), 32);
    assert.equal(lasts('Australia/Lord_Howe', '2026-10-02', '2026-10-06'), 32);
    assert.equal(lasts('Pacific/Apia', '2011-12-29', '2012-01-01'), 24);
  });

  it('of a night belong to the day it begins on, with its day off and its year', () => {
    const clock = new WorkingHours({ ...night, holidays: ['2026-12-24'] });
    assert.equal(clock.between(at('2026-12-23T12:00Z'), at('2026-12-25T12:00Z')), 8 * 60);
    assert.equal(clock.isOpen(at('2026-12-25T01:00Z')), false);
    assert.equal(clock.isOpen(at('2027-01-01T01:00Z')), true);
    assert.equal(iso(clock.add(at('2026-12-31T21:00Z'), 8 * 60)), '2027-01-01T05:00');
    assert.equal(iso(clock.add(at('2027-01-01T05:00Z'), -8 * 60)), '2026-12-31T21:00');
  });

  it('are those of each day, around the clock too, and no minute counts twice', () => {
    const friday = office({ byDay: { fri: { to: '14:00' }, sat: { from: '10:00', to: '12:00' } } });
    assert.equal(friday.between(at('2026-11-27T00:00Z'), at('2026-11-28T23:00Z')), (5 + 2) * 60);
    const always = new WorkingHours({
      from: '00:00',
      to: '24:00',
      days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
    });
    assert.equal(always.between(at('2026-01-01T00:00Z'), at('2027-01-01T00:00Z')), 365 * 24 * 60);
    const overlapping = new WorkingHours({
      days: ['mon'],
      from: '22:00',
      to: '06:00',
      byDay: { tue: { from: '05:00', to: '07:00' } },
    });
    assert.equal(overlapping.between(at('2026-11-23T00:00Z'), at('2026-11-25T00:00Z')), 9 * 60);
  });

  it('take Monday for mon, and are an office’s in UTC where nothing is said', () => {
    const monday = new WorkingHours({ days: ['Monday '] });
    assert.equal(iso(monday.opening(at('2026-11-24T00:00Z'))), '2026-11-30T09:00');
    const usual = new WorkingHours();
    assert.equal(usual.between(at('2026-11-21T00:00Z'), at('2026-11-28T00:00Z')), 5 * 9 * 60);
  });

  it('tell the moment a text means where the team is', () => {
    const clock = office(paris);
    const moments = [
      '2026-11-23',
      '2026-11-23T14:30',
      '2026-07-01 14:30:10',
      '2026-11-23T14:30Z',
      '2026-11-23T14:30+05:30',
    ];
    assert.deepEqual(
      moments.map((text) => iso(clock.moment(text))),
      ['2026-11-22T23:00', '2026-11-23T13:30', '2026-07-01T12:30', '2026-11-23T14:30', '2026-11-23T09:00'],
    );
    assert.ok(Number.isNaN(clock.moment('soon')));
  });

  it('never come where there are none, and are not looked for behind the end of time', () => {
    const never = new WorkingHours({ days: [] });
    assert.equal(never.opening(at('2026-11-23T10:00Z')), undefined);
    assert.equal(never.add(at('2026-11-23T10:00Z'), 1), undefined);
    assert.equal(never.add(at('2026-11-23T10:00Z'), -1), undefined);
    assert.equal(never.between(at('2000-01-01'), at('2099-01-01')), 0);
    const clock = office();
    assert.equal(clock.add(at('2026-11-23T10:00Z'), 1e9), undefined);
    for (const moment of [at('0001-01-01'), at('9999-12-31'), Number.NaN]) assert.equal(clock.isOpen(moment), false);
    assert.deepEqual(
      [at('0001-01-01'), at('9999-12-31'), Number.NaN].map((moment) => clock.between(moment, moment + 1)),
      [0, 0, Number.NaN],
    );
    assert.equal(clock.opening(at('9999-12-31')), undefined);
  });
});

describe('Whatever the hours', () => {
  const day = fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun');
  // An hour a day at least: of less, years pass before a week of work is done.
  const span = fc.tuple(fc.nat(24 * 60 - 1), fc.integer({ min: 60, max: 24 * 60 })).map(([from, length]) => {
    const [begins, ends] = [from, (from + length) % (24 * 60)].map(
      (at) => `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`,
    );
    return { from: begins, to: ends } as { from: string; to: string };
  });
  const hours: fc.Arbitrary<HoursSaid> = fc
    .record({
      zone: fc.constantFrom(
        'UTC',
        'Europe/Paris',
        'America/New_York',
        'Asia/Kolkata',
        'Australia/Lord_Howe',
        'Africa/Casablanca',
      ),
      days: fc.uniqueArray(day, { minLength: 1 }),
      usual: span,
      holidays: fc.array(fc.nat(364).map((nth) => new Date(Date.UTC(2026, 0, 1 + nth)).toISOString().slice(0, 10))),
      byDay: fc.dictionary(day, span, { maxKeys: 2 }),
    })
    .map(({ usual, ...said }) => ({ ...said, ...usual }));
  const moment = fc.integer({ min: at('2025-12-25T00:00Z'), max: at('2027-01-07T00:00Z') });
  const minutes = fc.nat(2 * 24 * 60);
  const clocks = hours.map((said) => ({ said, clock: new WorkingHours(said) }));

  it('the clock runs inside of them only', () =>
    fc.assert(
      fc.property(clocks, moment, fc.integer({ min: -9999, max: 9999 }), ({ clock }, start, more) => {
        const end = clock.add(start, more) ?? assert.fail('These hours come.');
        // The end of work is still inside.
        assert.ok(clock.isOpen(end) || clock.isOpen(end - 1));
      }),
    ));

  it('what is added together is what is added one after the other', () =>
    fc.assert(
      fc.property(clocks, moment, minutes, minutes, ({ clock }, start, one, other) => {
        const first = clock.add(start, one) ?? assert.fail('These hours come.');
        assert.equal(clock.add(first, other), clock.add(start, one + other));
      }),
    ));

  it('what is added and taken away again is nothing', () =>
    fc.assert(
      fc.property(clocks, moment, minutes, ({ clock }, start, some) => {
        const end = clock.add(start, some) ?? assert.fail('These hours come.');
        assert.equal(clock.between(start, end), some);
        const back = clock.add(end, -some) ?? assert.fail('These hours came.');
        assert.equal(clock.between(back, start), 0);
        if (clock.isOpen(start) && clock.isOpen(start - 1)) assert.equal(back, start);
      }),
    ));

  it('the time between three moments adds up, and is never more than goes by', () =>
    fc.assert(
      fc.property(clocks, moment, moment, moment, ({ clock }, a, b, c) => {
        assert.ok(Math.abs(clock.between(a, b) + clock.between(b, c) - clock.between(a, c)) < 1e-6);
        assert.ok(Math.abs(clock.between(a, b)) <= Math.abs(b - a) / 60_000);
      }),
    ));

  it('it counts what is counted minute by minute', () =>
    fc.assert(
      fc.property(clocks, moment, fc.nat(3 * 24 * 60), ({ clock }, some, length) => {
        const start = some - (some % 60_000);
        const open = Array.from({ length }, (_, at) => clock.isOpen(start + at * 60_000)).filter(Boolean).length;
        assert.equal(clock.between(start, start + length * 60_000), open);
      }),
      { numRuns: 30 },
    ));
});
