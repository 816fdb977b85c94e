/** What the board's charts draw, as plain data: points, labels, ranks, risks, steps, dots. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Item, Voice } from '../../../../src/core/scoring/item.ts';
import { rankingOf } from '../../../../src/core/scoring/ranking.ts';
import { simulated } from '../../../../src/core/scoring/simulation.ts';
import { spreadOf } from '../../../../src/core/scoring/spread.ts';
import { dotsOf, initials, lanesOf, lineOf } from '../../../../src/webviews/scoring/ui/charts/dots.ts';
import { fitted, placeLabels, widthOf } from '../../../../src/webviews/scoring/ui/charts/labels.ts';
import { axisOf, percent, ticksOf } from '../../../../src/webviews/scoring/ui/charts/numbers.ts';
import { riskMatrix } from '../../../../src/webviews/scoring/ui/charts/riskCells.ts';
import { rankRows, stepRows } from '../../../../src/webviews/scoring/ui/charts/rows.ts';
import { valuePoints } from '../../../../src/webviews/scoring/ui/charts/valuePoints.ts';
import { inSlices } from '../../../../src/webviews/scoring/ui/model/inSlices.ts';
import { boardOf } from '../../../support/boardData.ts';

const { board } = boardOf(60, 5);
const { items, scales } = board;
const [plain] = items;
assert.ok(plain);

/** An item like any other, with some of it changed. */
const itemWith = (changes: Partial<Item>): Item => ({ ...plain, voices: [], bridge: undefined, ...changes });

const agreed = { reach: 400, impact: 2, confidence: 50, effort: 4 };

const pointOf = (item: Item) => valuePoints(rankingOf([item], scales).ranked)[0];

describe('points of value against effort', () => {
  it('are reach × impact × confidence, against effort', () => {
    const point = pointOf(itemWith({ kind: 'feature', agreed }));
    assert.equal(point?.value, 400);
    assert.equal(point?.effort, 4);
  });

  it('reach from the lowest to the highest guess', () => {
    const voices: Voice[] = [
      { by: 'ada', guesses: { reach: 200, effort: { low: 2, likely: 4, high: 12 } } },
      { by: 'grace', guesses: { reach: 800, effort: '?' } },
    ];
    const point = pointOf(itemWith({ kind: 'feature', agreed, voices }));
    assert.deepEqual(point?.values, { low: 200, high: 800 });
    assert.deepEqual(point?.efforts, { low: 2, high: 12 });
  });

  it('lie within their range, also where the team agreed on a number beyond all guesses', () => {
    for (const { value, values, effort, efforts } of valuePoints(rankingOf(items, scales).ranked)) {
      assert.ok(values.low <= value && value <= values.high);
      assert.ok(efforts.low <= effort && effort <= efforts.high);
    }
  });
});

describe('axes of charts', () => {
  const numbers = fc.array(fc.double({ min: 0, max: 1e11, noNaN: true }), { minLength: 1, maxLength: 30 });

  it('hold every value but the very smallest, and are never empty', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const { type, domain } = axisOf(values);
        assert.ok(domain.every(Number.isFinite) && domain[0] < domain[1]);
        assert.ok(domain[1] >= Math.max(...values));
        if (type === 'log') assert.ok(domain[0] > 0);
        else assert.equal(domain[0], 0);
      }),
    );
  });

  it('are marked inside, at no more places than asked for', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 2, max: 12 }), (values, most) => {
        const axis = axisOf(values);
        const ticks = ticksOf(axis, most);
        if (typeof ticks === 'number') return;
        assert.ok(ticks.length <= most);
        assert.ok(ticks.every((tick) => tick >= axis.domain[0] && tick <= axis.domain[1]));
      }),
    );
  });

  it('say chances in few letters', () => {
    assert.deepEqual([0, 0.004, 0.34, 0.996, 1].map(percent), ['0%', '<1%', '34%', '>99%', '100%']);
  });
});

describe('labels of points', () => {
  const frame = { left: 0, top: 0, right: 600, bottom: 400 };
  const points = fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: 600 }),
      y: fc.integer({ min: 0, max: 400 }),
      texts: fc.constant(['PAY-142 Urgent updates', 'PAY-142']),
    }),
    { maxLength: 200 },
  );

  it('never lie over each other, and stay inside', () => {
    fc.assert(
      fc.property(points, (named) => {
        const boxes = placeLabels(named, frame).map(({ text, x, y, anchor }) => {
          const left = anchor === 'start' ? x : x - widthOf(text);
          return { left, right: left + widthOf(text), top: y - 6.5, bottom: y + 6.5 };
        });
        for (const [at, a] of boxes.entries()) {
          assert.ok(a.left >= 0 && a.right <= 600 && a.top >= 0 && a.bottom <= 400);
          for (const b of boxes.slice(at + 1)) {
            assert.ok(a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom);
          }
        }
      }),
    );
  });

  it('go to the best first, and are as many as asked for at most', () => {
    const same = Array.from({ length: 5 }, () => ({ x: 300, y: 200, texts: ['PAY-1'] }));
    assert.equal(placeLabels(same.slice(0, 1), frame)[0]?.index, 0);
    const apart = same.map((point, index) => ({ ...point, y: 40 * (index + 1) }));
    assert.deepEqual(
      placeLabels(apart, frame, 2).map(({ index }) => index),
      [0, 1],
    );
  });

  it('are cut where they would be too long, and left out where nothing could be read', () => {
    assert.equal(fitted('Urgent updates reach people', 80), 'Urgent updat…');
    assert.equal(fitted('Urgent', 100), 'Urgent');
    assert.equal(fitted('Urgent', 15), '');
  });
});

describe('rows of the chance of each rank', () => {
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  const simulation = simulated(items, scales, { confidence: 'ignored', draws: 500 });

  it('show the best, add up to certainty, and count the rest', () => {
    const { rows, ranks, rest, restFirst } = rankRows(simulation, titles);
    assert.deepEqual(
      rows.map(({ id }) => id),
      simulation.order.slice(0, 20),
    );
    assert.equal(ranks, 20);
    assert.equal(rest, simulation.order.length - 20);
    for (const { chances, later } of rows) {
      assert.ok(Math.abs(chances.reduce((sum, chance) => sum + chance, later) - 1) < 1e-9);
    }
    const all = simulation.order.reduce((sum, id) => sum + (simulation.of(id)?.first ?? 0), 0);
    assert.ok(Math.abs(rows.reduce((sum, { first }) => sum + first, restFirst) - all) < 1e-9);
  });

  it('say how likely each stays above the next', () => {
    const { rows } = rankRows(simulation, titles);
    assert.equal(rows[0]?.aboveNext, simulation.above(rows[0]?.id ?? '', rows[1]?.id ?? ''));
    assert.equal(rows.at(-1)?.aboveNext, undefined);
  });

  it('leave out what is not on the board any more', () => {
    const [gone = ''] = simulation.order;
    const left = new Map([...titles].filter(([id]) => id !== gone));
    assert.ok(rankRows(simulation, left).rows.every(({ id }) => id !== gone));
  });
});

describe('the matrix of risks', () => {
  const risk = { id: 'rk-1', title: 'It fills up', open: true, answered: false };

  it('puts each open risk into one cell, once, and tells whose it is', () => {
    const rated = { ...risk, likelihood: 4, impact: 5 };
    const { cells, unrated, closed } = riskMatrix([
      itemWith({ id: 'A', risks: [rated, { ...risk, id: 'rk-2' }] }),
      itemWith({ id: 'B', risks: [rated, { ...rated, id: 'rk-3', open: false }] }),
    ]);
    const filled = cells.filter(({ risks }) => risks.length > 0);
    assert.deepEqual(
      filled.map(({ likelihood, impact, severity }) => [likelihood, impact, severity]),
      [[4, 5, 'critical']],
    );
    assert.deepEqual(filled[0]?.risks[0]?.of, ['A', 'B']);
    assert.deepEqual([cells.length, unrated.length, closed], [25, 1, 1]);
  });

  it('takes any number a file may hold', () => {
    const odd = [
      [0, 9],
      [2.4, 5.9],
      [-1, 1e9],
    ].map(([likelihood, impact], at) => ({ ...risk, id: `${at}`, likelihood, impact }));
    const { cells } = riskMatrix([itemWith({ risks: odd })]);
    assert.equal(
      cells.reduce((sum, { risks }) => sum + risks.length, 0),
      3,
    );
  });
});

describe('rows of what one step would change', () => {
  const { ranked } = rankingOf(items, scales);

  it('show only steps that pass somebody, and count everything once', () => {
    const { rows, rest, steady } = stepRows(ranked);
    assert.equal(rows.length + rest + steady, ranked.length);
    assert.ok(rows.every(({ steps }) => steps.length > 0 && steps.every(({ passes }) => passes.length > 0)));
  });

  it('say how many ranks a step wins or loses, and in which direction the number goes', () => {
    const { rows } = stepRows(ranked);
    for (const { factor, direction, gained } of rows.flatMap(({ steps }) => steps)) {
      assert.ok((direction === 'up') === (factor !== 'effort') ? gained >= 0 : gained <= 0);
    }
  });
});

describe('dots of a factor', () => {
  const voices: Voice[] = [
    { by: 'ada', guesses: { effort: 6 } },
    { by: 'grace', guesses: { effort: { low: 1, likely: 2, high: 4 } } },
    { by: 'alan', guesses: { effort: '?' } },
    { by: 'mary', guesses: { reach: 3 } },
  ];

  it('are one for each who gave a number, lowest first, without who does not know', () => {
    assert.deepEqual(
      dotsOf('effort', voices).map(({ by }) => by),
      ['grace', 'ada'],
    );
    assert.equal(spreadOf('effort', voices).unsure, 1);
  });

  it('stand on a line that holds them, their ranges, the agreed number and the whole scale', () => {
    assert.ok(lineOf('effort', dotsOf('effort', voices), 9).domain[1] >= 9);
    const { domain } = lineOf('impact', dotsOf('impact', []), undefined);
    assert.ok(domain[0] < 0.25 && domain[1] > 3);
    assert.deepEqual(lineOf('confidence', dotsOf('confidence', []), 70).domain, [0, 100]);
  });

  it('never touch in one lane', () => {
    const stretch = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 80 }));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 20 }), (given) => {
        const stretches = given.map(([from, wide]) => ({ from, to: from + wide })).sort((a, b) => a.from - b.from);
        const lanes = lanesOf(stretches);
        for (const [at, { to }] of stretches.entries()) {
          const next = stretches.find((_, index) => index > at && lanes[index] === lanes[at]);
          if (next) assert.ok(next.from >= to + 2);
        }
      }),
    );
  });

  it('carry a person’s initials', () => {
    assert.deepEqual(['Ada Lovelace', 'grace', 'm-1', ''].map(initials), ['AL', 'Gr', 'M1', '?']);
  });
});

describe('long work in slices', () => {
  function* counting(steps: number): Generator<void, string> {
    for (let step = 0; step < steps; step++) yield;
    return 'done';
  }

  /** A page whose idle moments come when they are called for, and whose clock goes on by one with every look. */
  function world() {
    let [time, waiting]: [number, (() => void) | undefined] = [0, undefined];
    const soon = (work: () => void) => {
      waiting = work;
      return () => {
        waiting = undefined;
      };
    };
    const idle = (): boolean => {
      const work = waiting;
      waiting = undefined;
      work?.();
      return work !== undefined;
    };
    return { soon, idle, now: () => time++ };
  }

  it('pauses after each slice, and tells the result once', () => {
    const { soon, idle, now } = world();
    const told: string[] = [];
    inSlices(counting(20), { slice: 4, soon, now, onDone: (result) => told.push(result) });
    let slices = 0;
    while (idle()) slices++;
    assert.ok(slices > 3, `${slices} slices`);
    assert.deepEqual(told, ['done']);
  });

  it('tells nothing once it was stopped', () => {
    const { soon, idle, now } = world();
    const told: string[] = [];
    const stop = inSlices(counting(20), { slice: 4, soon, now, onDone: (result) => told.push(result) });
    idle();
    stop();
    while (idle());
    assert.deepEqual(told, []);
  });
});
