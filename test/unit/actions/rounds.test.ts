/** Rounds of estimates: revealed, begun anew, agreed, each as the fewest bytes of the initiative. */
import * as assert from 'node:assert/strict';
import type { Action } from '../../../src/actions/action.ts';
import { perform } from '../../../src/actions/action.ts';
import { estimate } from '../../../src/actions/estimate.ts';
import { agreeScore, revealRound, startRound } from '../../../src/actions/rounds.ts';
import { roundsOf } from '../../../src/core/board/rounds.ts';
import { isError, openedBy, productOf } from '../../support/product.ts';
import { record } from '../../support/sources.ts';

const PAY = 'initiatives/PAY-142.md';
const MINE = 'estimates/PAY-142/ada.md';

/** Written by hand: comments, odd spaces, a field nobody knows, Windows lines. */
const HAND =
  '\uFEFF---\r\ntitle:   Urgent # now\r\nodd: 007\r\nrice: {reach: 240, impact: "?", source: "the CRM"} # agreed by hand\r\n---\r\n\r\nBody.  \r\n';

const given = { [MINE]: record(['initiative: PAY-142', 'by: ada', 'reach: 9']) };
const about = { initiative: 'PAY-142' };

describe('Revealing a round', () => {
  it('says which, when and who, and changes no other byte', async () => {
    const { files, because } = productOf({ [PAY]: HAND, ...given });
    await perform(revealRound, because, about);
    const line = 'round: {number: 1, revealed: 2026-11-23, by: ada}\r\n';
    assert.equal(files.texts.get(PAY), HAND.replace('hand\r\n', `hand\r\n${line}`));
    assert.equal(files.texts.get(MINE), given[MINE]);
  });

  it('twice is once: the day and the name of the first stay', async () => {
    const text = record(['round: {number: 1, revealed: 2026-11-02, by: grace}']);
    const { files, because } = productOf({ [PAY]: text, ...given });
    assert.deepEqual(await perform(revealRound, because, about), { id: 'PAY-142', path: PAY });
    assert.equal(files.texts.get(PAY), text);
  });

  it('is refused while nobody has given an estimate', async () => {
    const { files, because } = productOf({ [PAY]: HAND });
    await assert.rejects(perform(revealRound, because, about), isError('bad-input', /Nobody has estimated.*round 1/));
    assert.equal(files.texts.get(PAY), HAND);
  });
});

describe('Starting a round', () => {
  it('opens the next number and hides it again; every estimate stays', async () => {
    const text = record(['round: {number: 1, revealed: 2026-11-02, by: grace, why: late} # by hand']);
    const { files, because } = productOf({ [PAY]: text, ...given });
    await perform(startRound, because, about);
    const next = 'round: {number: 2, by: ada, why: late, opened: 2026-11-23} # by hand';
    assert.equal(files.texts.get(PAY), record([next]));
    assert.equal(files.texts.get(MINE), given[MINE]);
    const pay = because.library.findOf('initiative', 'PAY-142') ?? assert.fail();
    assert.equal(roundsOf(because.library, pay).revealed, false);
  });

  it('goes on from the highest round anybody estimated in', async () => {
    const later = record(['initiative: PAY-142', 'by: grace', 'round: 4', 'reach: 9']);
    const { because } = productOf({ [PAY]: HAND, ...given, 'estimates/x.md': later });
    await perform(startRound, because, about);
    assert.equal(because.library.findOf('initiative', 'PAY-142')?.values.round?.number, 5);
  });

  it('by two people at once is one new round', async () => {
    const { files, because } = productOf({ [PAY]: HAND, ...given });
    const other = openedBy(files, 'grace');
    await other.ready();
    await perform(startRound, because, about);
    await perform(startRound, other, about);
    assert.match(files.texts.get(PAY) ?? '', /round: \{number: 2, opened: 2026-11-23, by: ada\}/);
  });

  it('with a write in between fails with a way on, and loses nothing', async () => {
    const { files, because } = productOf({ [PAY]: HAND, ...given });
    const theirs = HAND.replace('now', 'soon');
    files.meanwhile = () => files.put(PAY, theirs);
    await assert.rejects(perform(startRound, because, about), isError('changed-underneath'));
    assert.equal(files.texts.get(PAY), theirs);
  });
});

describe('Agreeing on numbers', () => {
  it('writes them with the day and who wrote them down, and no other byte', async () => {
    const { files, because } = productOf({ [PAY]: HAND });
    await perform(agreeScore, because, { ...about, impact: 2, effort: 6.5 });
    const after = HAND.replace('"?"', '2').replace('CRM"}', 'CRM", effort: 6.5, agreed: 2026-11-23, agreedBy: ada}');
    assert.equal(files.texts.get(PAY), after);
  });

  it('writes a map where there is none', async () => {
    const { files, because } = productOf({ [PAY]: 'Only words.\n' });
    await perform(agreeScore, because, { ...about, reach: 0 });
    const line = 'rice: {reach: 0, agreed: 2026-11-23, agreedBy: ada}';
    assert.equal(files.texts.get(PAY), record([line], 'Only words.\n'));
  });

  it('takes one back with null, and with the last one the day and the name', async () => {
    const text = record(['rice: {reach: 1, effort: 2, agreed: 2026-11-01, agreedBy: grace, source: CRM}']);
    const { files, because } = productOf({ [PAY]: text });
    await perform(agreeScore, because, { ...about, reach: null });
    const one = 'rice: {effort: 2, agreed: 2026-11-23, agreedBy: ada, source: CRM}';
    assert.equal(files.texts.get(PAY), record([one]));
    await perform(agreeScore, because, { ...about, effort: null });
    assert.equal(files.texts.get(PAY), record(['rice: {source: CRM}']));
  });

  it('says what is wrong with a number', async () => {
    const { files, because } = productOf({ [PAY]: HAND });
    const refused = (numbers: object, words: RegExp) =>
      assert.rejects(perform(agreeScore, because, { ...about, ...numbers }), isError('bad-input', words));
    await refused({}, /reach, impact, confidence or effort is needed/);
    await refused({ effort: 0 }, /effort: Effort must be/);
    await refused({ confidence: 300 }, /confidence: Confidence must be/);
    await refused({ reach: '5' }, /reach/);
    await refused({ reach: Number.POSITIVE_INFINITY }, /reach/);
    await refused({ effort: { low: 1, likely: 2, high: 3 } }, /effort/);
    await refused({ effort: '?' }, /effort/);
    assert.equal(files.texts.get(PAY), HAND);
  });
});

describe('Everything about rounds', () => {
  const verbs: readonly [Action<never>, object][] = [
    [revealRound as Action<never>, {}],
    [startRound as Action<never>, {}],
    [agreeScore as Action<never>, { reach: 1 }],
  ];
  for (const [verb, more] of verbs) {
    it(`is refused where it cannot be done: ${verb.name}`, async () => {
      const refused = async (
        text: string,
        code: Parameters<typeof isError>[0],
        words = /./,
        me = 'ada',
        key = 'PAY-142',
      ) => {
        const { files } = productOf({ [PAY]: text, ...given });
        const because = openedBy(files, me);
        await assert.rejects(perform(verb, because, { initiative: key, ...more }), isError(code, words));
        assert.equal(files.texts.get(PAY), text);
      };
      await refused(HAND, 'not-found', /Did you mean PAY-142/, 'ada', 'PAY-141');
      await refused(HAND, 'no-member', /mallory is not a member.*Set My Identity/, 'mallory');
      await refused(record(['schema: 2']), 'newer-schema', /Update Because/);
      await refused('---\nrice: [1\nround: [2\n---\n', 'not-editable');
      await refused(record(['rice: much', 'round: last']), 'not-editable');
      const { because } = productOf({ [PAY]: HAND, 'initiatives/b.md': record(['id: PAY-142']), ...given });
      await assert.rejects(perform(verb, because, { ...about, ...more }), isError('ambiguous', /initiatives\/b\.md/));
    });
  }

  it('leaves what somebody estimates meanwhile', async () => {
    const { files, because } = productOf({ [PAY]: HAND, ...given });
    const other = openedBy(files, 'grace');
    await other.ready();
    await Promise.all([perform(startRound, because, about), perform(estimate, other, { ...about, effort: 3 })]);
    assert.equal([...files.texts.keys()].filter((path) => path.startsWith('estimates/PAY-142/grace')).length, 1);
    assert.equal(files.texts.get(MINE), given[MINE]);
  });
});
