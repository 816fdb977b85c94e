/** The scores on a card: one line of a hover. */
import assert from 'node:assert/strict';
import { cardOf } from '../../../../src/core/card/card.ts';
import { cardMarkdown, cardText } from '../../../../src/core/card/cardMarkdown.ts';
import { cardHtml } from '../../../../src/core/card/previewKeys.ts';
import { libraryOf, record } from '../../../support/sources.ts';
import { type Files, guess, PLAN } from '../board/plan.ts';

const now = new Date('2026-11-23T12:00:00Z');

const cardIn = (files: Files, me?: string, key = 'PAY-1') =>
  cardOf(libraryOf({ ...PLAN, ...files }), key, now, me) ?? assert.fail();

const scores = (files: Files, me?: string): string | undefined => {
  const line = cardIn(files, me).lines.find(({ role }) => role === 'scores');
  return line?.segments.map(({ text }) => text).join('');
};

const whole = (by: string, effort: string, impact = '2') =>
  guess(by, ['reach: 2000', `impact: ${impact}`, 'confidence: 80', `effort: ${effort}`], 'Because.');

const three = {
  'estimates/PAY-1/ada.md': whole('ada', '2'),
  'estimates/PAY-1/bob.md': whole('bob', '6'),
  'estimates/PAY-1/cleo.md': whole('cleo', '5'),
};

describe('The scores on a card', () => {
  it('say score, disagreement, open challenges and objections in one line, the last', () => {
    const files = {
      ...three,
      'challenges/c.md': record(['initiative: PAY-1', 'factor: effort', 'to: 9']),
      'objections/o.md': record(['initiative: PAY-1', 'kind: other']),
    };
    const said = 'RICE 640 · effort 2–6 person-weeks, estimates disagree · 1 open challenge · 1 open objection';
    assert.equal(scores(files, 'ada'), said);
    assert.equal(cardText(cardIn(files, 'ada')).split('\n').at(-1), said);
    assert.match(cardMarkdown(cardIn(files, 'ada')), /RICE 640 · effort 2–6 person-weeks, \*\*estimates disagree\*\*/);
    assert.match(cardHtml(cardIn(files, 'ada'), undefined), /<p class="because-line because-scores">RICE 640 · /);
  });

  it('keep the numbers from whoever has not estimated, and from nobody in particular', () => {
    for (const me of ['dan', undefined]) {
      assert.equal(scores(three, me), '3 have estimated; hidden until you estimate');
    }
    const agreed = { 'initiatives/PAY-1.md': record(['rice: {reach: 450, impact: 3, confidence: 100, effort: 2}']) };
    assert.equal(scores({ ...three, ...agreed }), 'RICE 675 · 3 have estimated; hidden until you estimate');
  });

  it('are another card for each person, and no other for the same', () => {
    const library = libraryOf({ ...PLAN, ...three });
    assert.equal(cardOf(library, 'PAY-1', now, 'ada'), cardOf(library, 'PAY-1', now, 'ada'));
    assert.notDeepEqual(cardOf(library, 'PAY-1', now, 'ada'), cardOf(library, 'PAY-1', now, 'dan'));
    assert.notDeepEqual(cardOf(library, 'PAY-1', now, 'ada'), cardOf(library, 'PAY-1', now));
  });

  it('name two disputed factors, or else the effort', () => {
    const both = { ...three, 'estimates/PAY-1/bob.md': whole('bob', '6', '0.5') };
    assert.equal(scores(both, 'ada'), 'RICE 640 · effort 2–6 person-weeks, impact 0.5–2, estimates disagree');
    assert.equal(scores({ 'estimates/PAY-1/ada.md': whole('ada', '1') }, 'ada'), 'RICE 3,200 · effort 1 person-week');
  });

  it('say what is missing, and what does not rank', () => {
    const some = { 'estimates/PAY-1/ada.md': guess('ada', ['effort: 1', 'reach: "?"']) };
    assert.equal(scores(some, 'ada'), 'not scored: reach, impact, confidence · effort 1 person-week');
    const debt = record(['kind: debt', 'rice: {reach: 4, impact: 3, confidence: 100, effort: 2}']);
    assert.equal(scores({ 'initiatives/PAY-1.md': debt }), 'not ranked');
  });

  it('are no line where nobody gave a number', () => {
    assert.equal(scores({}, 'ada'), undefined);
    assert.equal(scores({ 'initiatives/PAY-1.md': record(['rice: {reach: "?"}']) }), undefined);
  });

  it('hide the reasons of an estimate on its own card', () => {
    const text = (me?: string) => cardText(cardIn(three, me, 'PAY-1.bob'));
    assert.match(text('dan'), /Hidden until you give/);
    assert.doesNotMatch(text(), /Because\./);
    assert.match(text('ada'), /Because\./);
  });
});
