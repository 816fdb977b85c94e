import * as assert from 'node:assert/strict';
import { plural, setTranslations, t } from '../../../../src/core/base/l10n.ts';

describe('texts in the person’s language', () => {
  afterEach(() => setTranslations(undefined, 'en'));

  const quotes = (count: number) => plural(count, '{0} quote', '{0} quotes');
  const told = () => [0, 1, 2, 5, 21].map(quotes);

  it('are the English ones where there is no bundle, whatever the language', () => {
    for (const language of ['en', 'ja', 'fr']) {
      setTranslations(undefined, language);
      assert.deepEqual(told(), ['0 quotes', '1 quote', '2 quotes', '5 quotes', '21 quotes']);
    }
    assert.equal(t('{0} of {1}', 1, 2), '1 of 2');
  });

  it('take the form that the language has for a number, of as many as it has', () => {
    const czech = { '{0} quote': '{0} citát', '{0} quotes/few': '{0} citáty', '{0} quotes': '{0} citátů' };
    setTranslations(czech, 'cs');
    assert.deepEqual(told(), ['0 citátů', '1 citát', '2 citáty', '5 citátů', '21 citátů']);
    setTranslations({ '{0} quote': '{0} citation', '{0} quotes': '{0} citations' }, 'fr');
    assert.deepEqual(told(), ['0 citation', '1 citation', '2 citations', '5 citations', '21 citations']);
    setTranslations({ '{0} quotes': '引用{0}件' }, 'ja');
    assert.deepEqual(told(), ['引用0件', '引用1件', '引用2件', '引用5件', '引用21件']);
  });

  it('are the forms a bundle has, where it lacks one', () => {
    setTranslations({ '{0} quote': '{0} цитата', '{0} quotes': '{0} цитат' }, 'ru');
    assert.deepEqual(told(), ['0 цитат', '1 цитата', '2 цитат', '5 цитат', '21 цитата']);
    setTranslations({}, 'ru');
    assert.deepEqual(told(), ['0 quotes', '1 quote', '2 quotes', '5 quotes', '21 quotes']);
  });

  it('hold what else is put into them', () => {
    assert.equal(plural(2, '{0} is new: {1}', '{0} are new: {1}', 'A, B'), '2 are new: A, B');
  });
});
