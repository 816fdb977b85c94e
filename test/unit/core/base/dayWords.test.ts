/** Days in words. */
import * as assert from 'node:assert/strict';
import { dayWords } from '../../../../src/core/base/dayWords.ts';
import { setTranslations } from '../../../../src/core/base/l10n.ts';

describe('a day in words', () => {
  afterEach(() => setTranslations(undefined, 'en'));

  it('is short, and has its year where that is another one', () => {
    assert.equal(dayWords('2026-08-26', '2026-11-29'), '26 Aug');
    assert.equal(dayWords('2025-08-26', '2026-01-02'), '26 Aug 2025');
    assert.equal(dayWords('2026-01-01', '2026-12-31'), '1 Jan');
  });

  it('is written as the language does', () => {
    setTranslations({}, 'de');
    assert.equal(dayWords('2026-08-26', '2026-11-29'), '26. Aug.');
  });

  it('stays as it is written where it is none', () => {
    for (const text of ['', 'soon', '2026-02-30']) assert.equal(dayWords(text, '2026-11-29'), text);
  });
});
