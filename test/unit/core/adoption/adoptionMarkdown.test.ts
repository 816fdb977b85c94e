/** An adoption as a document: each number with what is likely, nothing that cannot be, and what was left out. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type AdoptionNumbers,
  adoptionMarkdown,
  adoptionOf,
  adoptionSentence,
  rowsText,
} from '../../../../src/core/adoption/adoptionMarkdown.ts';

const published = {
  population: 10_000,
  eligible: 1000,
  used: 600,
  usedAgain: 300,
  satisfied: 240,
  daily: 1500,
  monthly: 5000,
};

describe('An adoption, told', () => {
  it('has the published numbers of TARS and stickiness, and the quadrant they fall into', () => {
    const told = adoptionMarkdown(published);
    for (const words of [
      '**Adoption: 600 of 1,000 used it, 60% (56.9 to 63).**',
      '| Target, of everybody | 10% (9.4 to 10.6) |',
      '| Adoption, of the target | 60% (56.9 to 63) |',
      '| Retention, of those who adopted it | 50% (46 to 54) |',
      '| Satisfaction, of those who came back | 80% (75.1 to 84.1) |',
      '| Satisfied, of the target | 24% (21.5 to 26.7) |',
      'Stickiness: 30% of a month’s users',
      '| Half or more are satisfied | Overperforming feature | **● Core feature** |',
      'An interval crosses a border',
    ]) {
      assert.ok(told.includes(words), words);
    }
  });

  it('falls into each quadrant by who comes back and who is satisfied', () => {
    const quadrant = (retained: number, satisfied: number) =>
      adoptionOf({ adopted: 100, retained, satisfied }).quadrant;
    assert.deepEqual(quadrant(80, 70), { quadrant: 'core', sure: true });
    assert.deepEqual(quadrant(80, 10), { quadrant: 'liability', sure: true });
    assert.deepEqual(quadrant(30, 28), { quadrant: 'overperforming', sure: true });
    assert.deepEqual(quadrant(30, 2), { quadrant: 'project', sure: true });
    assert.equal(quadrant(0, 0), undefined);
  });

  it('counts those who still wait', () => {
    const people = [
      { days: 2, adopted: true, people: 3 },
      { days: 9, adopted: false, people: 2 },
    ];
    assert.match(
      adoptionMarkdown({ people }),
      /Half adopt it within 2 days\. 2 people have not yet, and count as waiting\./,
    );
    const few = people.map((each) => ({ ...each, adopted: !each.adopted }));
    assert.match(adoptionMarkdown({ people: few.slice(0, 1) }), /fewer than half have adopted it/);
  });

  it('says that there is no data yet, and where more used it than saw it', () => {
    assert.match(adoptionSentence(adoptionOf({})), /^No data yet/);
    assert.match(adoptionMarkdown({ eligible: 0, used: 0 }), /No data yet/);
    const grown = adoptionMarkdown({ exposed: 10, used: 30 });
    assert.match(grown, /\| Used it \| 30 \| – \| – \|/);
    assert.match(grown, /more people than the one before/);
    assert.match(adoptionMarkdown({ retained: 3, satisfied: 4 }), /more people than the one before/);
    assert.match(adoptionMarkdown({ daily: 3, monthly: 2 }), /More people on a day than in a month is impossible/);
    assert.doesNotMatch(adoptionMarkdown(published), /more people than/);
  });

  it('never shows a number that is none, whatever was counted', () => {
    const count = fc.option(fc.nat(30), { nil: undefined });
    const numbers = fc.record<AdoptionNumbers>({
      eligible: count,
      exposed: count,
      activated: count,
      used: count,
      usedAgain: count,
      satisfied: count,
      daily: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }), { nil: undefined }),
      monthly: count,
      population: count,
      people: fc.array(fc.record({ days: fc.nat(9), adopted: fc.boolean(), people: fc.nat(4) })),
    });
    fc.assert(
      fc.property(numbers, (given) => {
        assert.doesNotMatch(adoptionMarkdown(given), /NaN|Infinity|undefined|null/);
      }),
    );
  });

  it('says where it was counted and which rows were left out, with nothing of the file’s name alive', () => {
    const told = adoptionMarkdown({
      file: {
        name: '[x](command:y).csv',
        sha256: 'ab'.repeat(32),
        events: 2,
        people: 1,
        unread: [{ trouble: 'time', count: 3, rows: 'rows 3, 5–6' }],
      },
    });
    assert.match(told, /3 rows were left out:\n\n- no readable time: 3 · rows 3, 5–6/);
    assert.doesNotMatch(told, /(?<!\\)\[x/);
  });

  it('names rows by stretches, and counts what are too many', () => {
    assert.equal(rowsText([4]), 'row 4');
    assert.equal(rowsText([3, 5, 6, 7]), 'rows 3, 5–7');
    const odd = Array.from({ length: 30 }, (_, at) => 2 * at + 1);
    assert.match(rowsText(odd), /^rows 1, 3, .*, 39 and 10 more$/);
  });
});
