/** The keys that commits and branches name before anything is written down, and what a welcome says of them. */
import * as assert from 'node:assert/strict';
import { keysInWork, namedKeys, namedKeysText } from '../../../../src/core/setUp/namedKeys.ts';
import { growth, LINEAR } from '../../../support/growth.ts';

const commits = (...subjects: readonly string[]) => subjects.map((subject, index) => ({ subject, at: 100 - index }));

describe('The keys that commits name', () => {
  it('are each there once, as last named, with the newest title', () => {
    const { keys } = namedKeys(
      commits(
        'SHOP-2 test',
        'SHOP-1: Pay by transfer',
        'Fix it (SHOP-2)',
        'SHOP-2, SHOP-2: Say when it comes',
        'SHOP-10',
      ),
      [],
      ['SHOP'],
    );
    assert.deepEqual(
      keys.map(({ key, title, commits: count, at }) => [key, title, count, at]),
      [
        ['SHOP-2', 'Fix it', 3, 100],
        ['SHOP-1', 'Pay by transfer', 1, 99],
        ['SHOP-10', undefined, 1, 96],
      ],
    );
  });

  it('stand behind those of branches nobody committed to', () => {
    const { keys, branches } = namedKeys(commits('SHOP-1'), ['shop-1-x', 'feature/shop-7-x', 'origin/main'], ['SHOP']);
    assert.deepEqual([keys.map(({ key }) => key), branches], [['SHOP-7', 'SHOP-1'], 2]);
  });

  const texts: readonly (readonly [name: string, text: string | undefined, subjects: string[], branches?: string[]])[] =
    [
      ['none', undefined, ['Nothing', 'UTF-8']],
      ['one', '1 commit names 1 SHOP key.', ['SHOP-1: One']],
      ['several', '3 commits name 2 SHOP keys.', ['SHOP-1: One', 'SHOP-2', 'SHOP-1 again', 'Nothing']],
      ['two prefixes', '2 commits name 2 SHOP and 1 OPS keys.', ['SHOP-1 SHOP-2', 'OPS-1']],
      ['three', '3 commits name 2 SHOP, 1 OPS and 1 WEB keys.', ['SHOP-1 SHOP-2', 'OPS-1', 'WEB-1']],
      ['branches alone', '2 branches name 2 SHOP keys.', ['Nothing'], ['shop-1', 'x/shop-2-b']],
    ];
  for (const [name, text, subjects, branches = []] of texts) {
    it(`are told in a sentence where there are: ${name}`, () => {
      const named = namedKeys(commits(...subjects), branches, ['SHOP', 'OPS', 'WEB']);
      assert.equal(namedKeysText(named), text);
    });
  }

  it('are likely worked on where the branch or a commit of the last two weeks names them, and few are', () => {
    const day = 24 * 60 * 60 * 1000;
    const now = new Date('2026-11-25T12:00Z');
    const on = (...days: readonly number[]) =>
      namedKeys(
        days.map((ago, index) => ({ subject: `SHOP-${index + 1}`, at: now.getTime() - ago * day })),
        ['shop-50-new', 'shop-51-other'],
        ['SHOP'],
      );
    assert.deepEqual(keysInWork(on(1, 13, 15), 'ada/shop-50-new', now), ['SHOP-50', 'SHOP-1', 'SHOP-2']);
    assert.deepEqual(keysInWork(on(20, 30), 'shop-2-again', now), ['SHOP-2']);
    assert.deepEqual(keysInWork(on(1, 1, 1, 1, 1, 1, 1), 'main', now).length, 5);
    assert.deepEqual(keysInWork(on(20), undefined, now), []);
  });

  it('are found in time that grows with the text', () => {
    for (const unit of ['SHOP-1', 'S', 'SHOP-1 ']) {
      const make = (size: number) => namedKeys(commits(unit.repeat(size)), [unit.repeat(size)], ['SHOP']);
      assert.ok(growth(make, 20_000) < LINEAR, unit);
    }
  });
});
