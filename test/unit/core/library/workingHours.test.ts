/** What because.yml says of working hours. */
import * as assert from 'node:assert/strict';
import { answerWithin, workingHours } from '../../../../src/core/library/workingHours.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const libraryWith = (...lines: readonly string[]) => libraryOf({ 'because.yml': `${lines.join('\n')}\n` });

const minutes = (library: ReturnType<typeof libraryOf>, from: string, to: string) =>
  workingHours(library).between(Date.parse(from), Date.parse(to));

describe('The team’s clock', () => {
  it('goes by the hours of because.yml, quoted or not', () => {
    const library = libraryWith(
      'hours: {zone: Asia/Tokyo, from: 9:30, to: "17:30", days: [sat], holidays: 2026-11-28, byDay: {sun: {to: "10:00"}}}',
    );
    assert.deepEqual(library.findings(library.teamFile ?? assert.fail()), []);
    assert.equal(minutes(library, '2026-11-20T00:00Z', '2026-11-30T00:00Z'), 8 * 60 + 2 * 30);
  });

  it('goes by the usual hours where what is said cannot be, and because.yml says so', () => {
    const library = libraryWith('hours: {from: nine, to: "25:00", holidays: [soon], byDay: {fri: {to: late}}}');
    const findings = library.findings(library.teamFile ?? assert.fail());
    assert.deepEqual(
      findings.map(({ code, field }) => [code, field?.join('.')]),
      [
        ['bad-value', 'hours.from'],
        ['bad-value', 'hours.to'],
        ['bad-value', 'hours.holidays'],
        ['bad-value', 'hours.byDay.fri.to'],
      ],
    );
    assert.equal(minutes(library, '2026-11-21T00:00Z', '2026-11-28T00:00Z'), 5 * 9 * 60);
  });

  it('is made once for as long as because.yml does not change', () => {
    const library = libraryWith('hours: {zone: Asia/Tokyo}');
    const draft = library.draft();
    draft.set('risks/a.md', libraryOf({ 'risks/a.md': record([]) }).files.get('risks/a.md'));
    assert.equal(workingHours(draft.finish()), workingHours(library));
  });
});

describe('How soon a question is answered', () => {
  it('is an hour of work, or what because.yml says: a day has 8 hours of it', () => {
    const said = (duration: string) => answerWithin(libraryWith(`answerWithin: ${duration}`));
    assert.equal(answerWithin(libraryOf({})), 60);
    assert.deepEqual(
      ['60 minutes', '90 minutes', '2 hours', '1 day', '1 week', 'soon'].map(said),
      [60, 90, 120, 480, 2400, 60],
    );
  });
});
