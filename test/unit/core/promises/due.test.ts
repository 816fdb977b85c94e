/** When promises are due: in the team's zone, told as an absolute day, and refused where that is over. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dueSaid, dueWords, isLate, lastMoment, sentenceOf, timeSaid } from '../../../../src/core/promises/due.ts';
import { isError } from '../../../support/product.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const inZone = (zone: string, more: Readonly<Record<string, string>> = {}) =>
  libraryOf({ 'because.yml': `hours: {zone: ${zone}}\n`, ...more });

const paris = inZone('Europe/Paris', {
  'sprints/24.md': record(['starts: 2026-11-16', 'ends: 2026-11-29']),
  'sprints/25.md': record(['starts: 2026-11-30', 'ends: 2026-12-13']),
});

const NOW = new Date('2026-11-24T13:30Z');

describe('A due date', () => {
  it('is of the team’s day, wherever the clock that tells the time stands', () => {
    const late = new Date('2026-11-24T23:30Z');
    assert.equal(dueSaid(paris, 'tomorrow', late), '2026-11-26');
    assert.equal(dueSaid(inZone('America/New_York'), 'tomorrow', late), '2026-11-25');
    assert.equal(dueSaid(inZone('Pacific/Kiritimati'), 'today', NOW), '2026-11-25');
    assert.equal(dueSaid(paris, 'in 2 hours', NOW), '2026-11-24T16:30');
  });

  it('knows where sprints end', () => {
    assert.equal(dueSaid(paris, 'end of sprint', NOW), '2026-11-29');
    assert.equal(dueSaid(paris, 'end of next sprint', NOW), '2026-12-13');
    assert.throws(() => dueSaid(inZone('UTC'), 'end of sprint', NOW), isError('bad-input'));
  });

  it('is told as an absolute day, with the zone where there is a time', () => {
    const told = (due: string) => dueWords(paris, due).replaceAll('\u00A0', ' ');
    assert.equal(told('2026-12-03'), 'Thu 3 Dec 2026');
    assert.equal(told('2026-12-03T14:00'), 'Thu 3 Dec 2026, 14:00 (Europe/Paris)');
  });

  it('is refused where it is over or cannot be read, with what would be understood', () => {
    assert.throws(() => dueSaid(paris, 'yesterday', NOW), isError('bad-input', /is over/));
    assert.throws(() => dueSaid(paris, 'today at 14:00', NOW), isError('bad-input', /is over/));
    assert.throws(() => dueSaid(paris, 'soon', NOW), isError('bad-input', /cannot tell.*“end of sprint”/));
    assert.equal(dueSaid(paris, 'today', NOW), '2026-11-24');
  });

  it('lasts until the day is over, as long as that day really is', () => {
    const hours = (day: string) => (lastMoment(paris, day) + 1 - Date.parse(`${day}T00:00Z`)) / 3_600_000;
    // Clocks are set back on 25 October, and forward on 29 March.
    assert.deepEqual(['2026-10-24', '2026-10-25', '2026-03-28', '2026-03-29'].map(hours), [22, 23, 23, 22]);
    assert.ok(!isLate(paris, '2026-10-25', '2026-10-25T22:59Z'));
    assert.ok(isLate(paris, '2026-10-25', '2026-10-25T23:00Z'));
    assert.ok(!isLate(paris, '2026-12-03T14:00', '2026-12-03T13:00Z'));
    assert.ok(isLate(paris, '2026-12-03T14:00', '2026-12-03T13:01Z'));
    assert.ok(isLate(paris, '2026-12-03', undefined));
  });

  it('a day is never late on itself, and always on the next, in any zone', () => {
    const zones = [
      'UTC',
      'Europe/Paris',
      'America/New_York',
      'Asia/Kathmandu',
      'Pacific/Kiritimati',
      'Australia/Lord_Howe',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: new Date('2021-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        (zone, moment) => {
          const library = inZone(zone);
          const at = moment.toISOString();
          const day = timeSaid(library, 'today', moment) ?? '';
          assert.ok(!isLate(library, day, at));
          assert.ok(isLate(library, timeSaid(library, 'yesterday', moment) ?? '', at));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('A promise in one sentence', () => {
  const parts = (text: string) => Object.values(sentenceOf(paris, text, NOW));

  it('ends in the words for when', () => {
    assert.deepEqual(parts('Customer feedback by Thursday'), ['Customer feedback', 'Thursday']);
    assert.deepEqual(parts('The report by team, by end of sprint'), ['The report by team', 'end of sprint']);
    assert.deepEqual(parts('Numbers in 2 days'), ['Numbers', 'in 2 days']);
    assert.deepEqual(parts('Numbers tomorrow 14:00'), ['Numbers', 'tomorrow 14:00']);
    assert.deepEqual(parts('Answer on 2026-12-04'), ['Answer', '2026-12-04']);
  });

  it('may say no day, and is never nothing but one', () => {
    assert.deepEqual(parts('Read what the team by the sea wrote'), ['Read what the team by the sea wrote', undefined]);
    assert.deepEqual(parts('by Thursday'), ['by Thursday', undefined]);
    assert.deepEqual(parts('Call them on'), ['Call them on', undefined]);
  });
});
