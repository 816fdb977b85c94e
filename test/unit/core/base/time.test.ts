/** Moments and zones as records write them. */
import * as assert from 'node:assert/strict';
import { isZone, latestMoment } from '../../../../src/core/base/time.ts';

const at = (text: string, now: string) => {
  const moment = latestMoment(text, new Date(now));
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString();
};

describe('The moment of what is written to the minute', () => {
  it('is now, within that minute', () => {
    assert.equal(at('2026-11-23T14:30Z', '2026-11-23T14:30:55.000Z'), '2026-11-23T14:30:55.000Z');
  });

  it('is the end of that minute later on, and its start before', () => {
    assert.equal(at('2026-11-23T14:30Z', '2026-11-23T14:31:00.000Z'), '2026-11-23T14:30:59.999Z');
    assert.equal(at('2026-11-23T14:30Z', '2026-11-23T14:00:00.000Z'), '2026-11-23T14:30:00.000Z');
  });

  it('is as it is written with seconds, and none where that is none', () => {
    assert.equal(at('2026-11-23T14:30:10Z', '2026-11-23T14:30:55.000Z'), '2026-11-23T14:30:10.000Z');
    assert.equal(at('soon', '2026-11-23T14:30:55.000Z'), undefined);
  });
});

describe('A time zone', () => {
  it('is any that dates can be told in, older names and other spellings too', () => {
    for (const zone of ['Europe/Paris', 'UTC', 'Asia/Calcutta', 'europe/paris']) assert.equal(isZone(zone), true, zone);
    for (const zone of ['Paris', 'Mars/Base', '']) assert.equal(isZone(zone), false, zone);
  });
});
