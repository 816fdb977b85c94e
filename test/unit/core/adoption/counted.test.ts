/** What a file of events counts, of people and not of events. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countedIn } from '../../../../src/core/adoption/counted.ts';
import type { Events } from '../../../../src/core/adoption/events.ts';
import { medianDays } from '../../../../src/core/measure/adoption.ts';

type Happened = readonly [person: number, event: string, day: number];

function eventsOf(all: readonly Happened[]): Events {
  const names = [...new Set(all.map(([, event]) => event))];
  return {
    file: 'events.csv',
    sha256: '',
    people: Math.max(-1, ...all.map(([person]) => person)) + 1,
    names,
    who: Int32Array.from(all, ([person]) => person),
    what: Uint16Array.from(all, ([, event]) => names.indexOf(event)),
    day: Int32Array.from(all, ([, , day]) => day),
    unread: new Map(),
  };
}

const meanings = { exposed: ['seen'], activated: ['opened'], used: ['used', 'exported'] };

describe('Events, counted', () => {
  it('are people at each step: whoever used it has seen it, and a second day is again', () => {
    const { funnel, adopters } = countedIn(
      eventsOf([
        [0, 'seen', 1],
        [0, 'used', 3],
        [0, 'exported', 3],
        [1, 'seen', 1],
        [2, 'used', 5],
        [2, 'used', 9],
        [3, 'other', 2],
        [4, 'seen', 2],
        [4, 'opened', 2],
      ]),
      meanings,
    );
    assert.deepEqual(funnel, { exposed: 4, activated: 3, used: 2, usedAgain: 1 });
    assert.deepEqual(
      adopters.toSorted((a, b) => a.days - b.days),
      [
        { days: 0, adopted: true, people: 1 },
        { days: 2, adopted: true, people: 1 },
        { days: 7, adopted: false, people: 1 },
        { days: 8, adopted: false, people: 1 },
      ],
    );
    assert.equal(medianDays(adopters), 2);
  });

  it('stick as much as an average day has of the last 30', () => {
    const daily: Happened[] = Array.from({ length: 60 }, (_, day) => [0, 'used', day]);
    const {
      daily: average,
      monthly,
      days,
    } = countedIn(eventsOf([...daily, [1, 'used', 45], [2, 'used', 3]]), meanings);
    assert.deepEqual([average, monthly, days], [31 / 30, 2, 30]);
  });

  it('are nobody where nothing happened', () => {
    const none = countedIn(eventsOf([]), meanings);
    assert.deepEqual([none.funnel.used, none.daily, none.monthly, none.adopters], [0, undefined, undefined, []]);
  });

  it('never grow from a step to the next, and keep everybody who had it', () => {
    const happened = fc.tuple(
      fc.nat(9),
      fc.constantFrom('seen', 'opened', 'used', 'exported', 'other'),
      fc.integer({ min: -20, max: 80 }),
    );
    fc.assert(
      fc.property(fc.array(happened, { maxLength: 60 }), (all) => {
        const { funnel, daily = 0, monthly = 0, adopters } = countedIn(eventsOf(all), meanings);
        const { exposed = 0, activated = 0, used = 0, usedAgain = 0 } = funnel;
        assert.ok(
          exposed >= activated && activated >= used && used >= usedAgain && used >= monthly && monthly >= daily,
        );
        const people = (some: typeof adopters) => some.reduce((sum, each) => sum + (each.people ?? 1), 0);
        assert.equal(people(adopters), exposed);
        assert.equal(people(adopters.filter(({ adopted }) => adopted)), used);
        assert.ok(adopters.every(({ days }) => days >= 0));
      }),
    );
  });
});
