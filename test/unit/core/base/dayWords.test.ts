/** Days in words. */
import * as assert from 'node:assert/strict';
import { daySpan, dayWords } from '../../../../src/core/base/dayWords.ts';
import { setTranslations } from '../../../../src/core/base/l10n.ts';

describe('two days in words', () => {
  it('tell a year they have in common once', () => {
    assert.equal(daySpan('2026-11-16', '2026-11-29'), '16\u00A0Nov – 29\u00A0Nov\u00A02026');
    assert.equal(daySpan('2026-12-21', '2027-01-03'), '21\u00A0Dec\u00A02026 – 3\u00A0Jan\u00A02027');
  });

  it('are one where they are the same, or only one is known', () => {
    assert.equal(daySpan('2026-11-16', '2026-11-16'), '16\u00A0Nov\u00A02026');
    assert.equal(daySpan('', '2026-11-16'), '16\u00A0Nov\u00A02026');
  });
});

describe('a day in words', () => {
  afterEach(() => setTranslations(undefined, 'en'));

  it('is short, has its year where that is another one, and never breaks', () => {
    assert.equal(dayWords('2026-08-26', '2026-11-29'), '26\u00A0Aug');
    assert.equal(dayWords('2025-08-26', '2026-01-02'), '26\u00A0Aug\u00A02025');
    assert.equal(dayWords('2026-01-01', '2026-12-31'), '1\u00A0Jan');
  });

  it('has its year where nobody says which one it is now', () => {
    assert.equal(dayWords('2026-08-26'), '26\u00A0Aug\u00A02026');
  });

  it('is the day of a moment', () => assert.equal(dayWords('2026-08-26T23:30Z', '2026-11-29'), '26\u00A0Aug'));

  it('is written as the language does', () => {
    setTranslations({}, 'de');
    assert.equal(dayWords('2026-08-26', '2026-11-29'), '26.\u00A0Aug.');
  });

  it('stays as it is written where it is none', () => {
    for (const text of ['', 'soon', '2026-02-30']) assert.equal(dayWords(text, '2026-11-29'), text);
  });
});
