/** The day of an event, as the clocks of the team show it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayReader } from '../../../../src/core/adoption/eventDays.ts';
import { dayIn } from '../../../../src/core/base/time.ts';

/** Clocks that are ahead by parts of an hour, are set at midnight or by half an hour, and one that nobody knows. */
const zones = [
  'Europe/Paris',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Nowhere/Else',
  undefined,
];

const told = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

describe('The day of an event', () => {
  it('is that of the zone, in whatever order events come', () => {
    const start = Date.parse('2026-03-20T00:00Z');
    const moment = fc.integer({ min: 0, max: 260 * 24 * 60 }).map((minute) => new Date(start + minute * 60_000));
    const written = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.replace('T', ' '),
      (text: string) => ` ${text.replace('.000', '')}`,
      (text: string) => text.replace('T', ' ').replace('.000Z', ' UTC'),
      (text: string) => text.replace('.000Z', '+00:00'),
      (text: string) => `${Date.parse(text)}`,
      (text: string) => `${Date.parse(text) / 1000}.5`,
      (text: string) => `${Date.parse(text)}000`,
    );
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.array(fc.tuple(moment, written)), (zone, events) => {
        const dayOf = dayReader(zone);
        for (const [at, write] of events) {
          const text = write(at.toISOString());
          assert.equal(told(dayOf(text)), dayIn(zone, at), text);
        }
      }),
    );
  });

  it('is none of what is no time', () => {
    const dayOf = dayReader('Europe/Paris');
    for (const text of [
      '',
      'soon',
      '2026-02-30',
      '2026-02-30T10:00:00Z',
      '2026-11-01T25:00:00Z',
      '2026-11-01T10:61Z',
      '2026-13-01 10:00 UTC',
      'UTC',
      '12345',
      '20261101233000',
    ]) {
      assert.equal(dayOf(text), Number.NaN, text);
    }
  });
});
