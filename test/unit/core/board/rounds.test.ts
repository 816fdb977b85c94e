/** Rounds of estimates: which one goes on, whose numbers count, and who may see them. */
import assert from 'node:assert/strict';
import { estimateBy, isHidden, maySee, roundFor, roundsOf, voicesFor } from '../../../../src/core/board/rounds.ts';
import { libraryOf, record } from '../../../support/sources.ts';
import { type Files, guess, PLAN } from './plan.ts';

const roundsIn = (files: Files) => {
  const library = libraryOf({ ...PLAN, ...files });
  const initiative = library.findOf('initiative', 'PAY-1') ?? assert.fail();
  return { library, initiative, rounds: roundsOf(library, initiative) };
};

const two = {
  'estimates/PAY-1/ada.md': guess('ada', ['effort: 2']),
  'estimates/PAY-1/bob.md': guess(
    'bob',
    ['effort: {low: 4, likely: 6, high: 9}', 'reach: "?"'],
    'Because of the sender.',
  ),
};

const revealed = (...lines: string[]) => ({ 'initiatives/PAY-1.md': record(['title: One', ...lines]) });

describe('A round of estimates', () => {
  it('is the first, with nobody in it, where nobody said anything', () => {
    const { rounds } = roundsIn({});
    assert.deepEqual(roundFor(rounds, 'ada'), { number: 1, revealed: false, given: 0, mine: false });
    assert.deepEqual(voicesFor(rounds, 'ada'), []);
  });

  it('keeps the others’ numbers from whoever has not given theirs, and from nobody in particular', () => {
    const { rounds } = roundsIn(two);
    for (const me of ['cleo', undefined]) {
      assert.deepEqual(voicesFor(rounds, me), []);
      assert.deepEqual(roundFor(rounds, me), { number: 1, revealed: false, given: 2, mine: false });
    }
  });

  it('shows all numbers to whoever gave theirs', () => {
    const { rounds } = roundsIn(two);
    assert.deepEqual(voicesFor(rounds, 'ada'), [
      { by: 'ada', guesses: { effort: 2 } },
      { by: 'bob', guesses: { reach: '?', effort: { low: 4, likely: 6, high: 9 } } },
    ]);
    assert.equal(roundFor(rounds, 'ada').mine, true);
  });

  it('shows all numbers to everybody once the initiative says that this round is revealed', () => {
    for (const round of ['round: {number: 1, revealed: 2026-11-20}', 'round: {revealed: 2026-11-20}']) {
      const { rounds } = roundsIn({ ...two, ...revealed(round) });
      assert.equal(roundFor(rounds, undefined).revealed, true);
      assert.equal(voicesFor(rounds, undefined).length, 2);
    }
  });

  it('begins again when the initiative or an estimate names a higher number: earlier ones are open, this one is not', () => {
    const next = { 'estimates/PAY-1/ada.round-2.md': guess('ada', ['round: 2', 'effort: 3']) };
    for (const files of [
      { ...two, ...next },
      { ...two, ...next, ...revealed('round: {number: 1, revealed: 2026-11-20}') },
    ]) {
      const { rounds } = roundsIn(files);
      assert.deepEqual(roundFor(rounds, 'bob'), { number: 2, revealed: false, given: 1, mine: false });
      assert.deepEqual(voicesFor(rounds, 'bob'), []);
      const seen = rounds.all.filter((given) => maySee(rounds, 'bob', given));
      assert.deepEqual(
        seen.map(({ by, round }) => `${by} ${round}`),
        ['ada 1', 'bob 1'],
      );
    }
    assert.equal(roundsIn({ ...two, ...revealed('round: {number: 3}') }).rounds.current, 3);
  });

  it('counts the later file by path where one person wrote two, and keeps both', () => {
    const { rounds } = roundsIn({ ...two, 'estimates/PAY-1/ada-again.md': guess('ada', ['effort: 9']) });
    assert.deepEqual(voicesFor(rounds, 'ada')[0], { by: 'ada', guesses: { effort: 2 } });
    assert.deepEqual(
      rounds.all.map(({ idle }) => idle),
      ['replaced', undefined, undefined],
    );
  });

  it('does not count a file that says nothing, so that it opens nobody’s numbers', () => {
    const { rounds } = roundsIn({ ...two, 'estimates/PAY-1/cleo.md': guess('cleo', []) });
    assert.equal(roundFor(rounds, 'cleo').mine, false);
    assert.deepEqual(voicesFor(rounds, 'cleo'), []);
  });

  it('keeps a broken file in sight without counting it', () => {
    const { rounds } = roundsIn({ ...two, 'estimates/PAY-1/cleo.md': '---\ninitiative: [PAY-1\neffort: 5\n---\n' });
    assert.deepEqual(
      rounds.all.map(({ by, idle }) => [by, idle]),
      [
        ['ada', undefined],
        ['bob', undefined],
        ['cleo', 'broken'],
      ],
    );
    assert.equal(rounds.counted.length, 2);
    assert.equal(estimateBy(rounds, 'cleo')?.path, 'estimates/PAY-1/cleo.md');
  });

  it('leaves out numbers in another unit than the others count in', () => {
    const odd = guess('ada', ['reach: 40', 'reachUnit: tickets', 'effort: 2', 'effortUnit: Person-Weeks']);
    const { rounds } = roundsIn({ 'estimates/PAY-1/ada.md': odd });
    assert.deepEqual(voicesFor(rounds, 'ada'), [{ by: 'ada', guesses: { effort: 2 } }]);
    assert.deepEqual(rounds.all[0]?.unlike, ['reach']);
  });

  it('leaves out values that are none, and archived files', () => {
    const { rounds } = roundsIn({
      'estimates/PAY-1/ada.md': guess('ada', ['effort: lots', 'impact: 1e308', 'confidence: .nan', 'reach: -1']),
      'estimates/PAY-1/bob.md': guess('bob', ['effort: 2', 'archived: true']),
    });
    assert.deepEqual(rounds.counted, []);
  });

  it('tells who wrote a file that does not say so by its name', () => {
    const { rounds } = roundsIn({
      'estimates/PAY-1/ada.round-2.md': record(['initiative: PAY-1', 'round: 2', 'effort: 2']),
    });
    assert.equal(rounds.counted[0]?.by, 'ada');
  });

  it('hides an estimate wherever its file is met', () => {
    const { library } = roundsIn(two);
    const bobs = library.findOf('estimate', 'PAY-1.bob') ?? assert.fail();
    assert.deepEqual(
      [undefined, 'cleo', 'ada', 'bob'].map((me) => isHidden(library, bobs, me)),
      [true, true, false, false],
    );
  });
});
