/** Issue keys a project uses, told from what only looks like one. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { isPrefix } from '../../../../src/core/keys/keys.ts';
import { keyPrefixesFrom, prefixesNamed } from '../../../../src/core/setUp/keyPrefixes.ts';
import { growth, LINEAR } from '../../../support/growth.ts';

const prefixes = (branches: readonly string[], subjects: readonly string[]) =>
  keyPrefixesFrom(branches, subjects).map(({ prefix, count }) => `${prefix} ${count}`);

describe('Prefixes of issue keys', () => {
  it('are found in commit subjects and branch names, most named first', () => {
    assert.deepEqual(
      prefixes(
        ['feature/PAY-142-urgent', 'ops-31-disk', 'origin/pay-143', 'ada/ops-32'],
        ['PAY-7: receipts', 'Fix PAY-8 and PAY-9 (#12)', '[PAY-10] more', 'Merge (#13)'],
      ),
      ['PAY 5', 'OPS 2', '# 2'],
    );
  });

  it('show an example as it was written', () => {
    assert.deepEqual(keyPrefixesFrom(['x/pay-1', 'x/pay-2'], []), [{ prefix: 'PAY', count: 2, example: 'pay-1' }]);
  });

  it('need two different numbers', () => {
    assert.deepEqual(prefixes(['PAY-1', 'feature/PAY-1-again'], ['PAY-1', 'K-2', 'OPS-7']), []);
  });

  it('are no standards, versions, or words of branch names', () => {
    assert.deepEqual(
      prefixes(
        ['release-1', 'release-2', 'fix-3', 'fix-4', 'node-18', 'node-20', '3-way-merge', 'feature-1', 'feature-2'],
        [
          'UTF-8 and UTF-16',
          'SHA-1 to SHA-256',
          'ISO-8601, ISO-3166',
          'CVE-2024-1234 and CVE-2025-1',
          'RFC-2119 RFC-822',
          'REPAY_-1 PAY-7a PAY-8x',
          'v1-PAY-7 v1-PAY-8',
          'PAY-1.5 PAY-2.5',
          'x86-64 x86-32',
          'H-1 H-2',
        ],
      ),
      [],
    );
  });

  it('are numbers with a hash last, and no colors, anchors, or other repositories', () => {
    assert.deepEqual(prefixes([], ['#1 #2', 'PAY-1', 'PAY-2']), ['PAY 2', '# 1']);
    assert.deepEqual(prefixes([], ['a/b#1 a/b#2', 'color #123abc', 'page#1', '&#39; &#40;', '#1-intro #2-more']), []);
  });

  it('are words with a hash, as Azure DevOps writes them', () => {
    assert.deepEqual(prefixes([], ['Fix AB#12', 'AB#13: pager', 'C#7 C#8', 'PR#1 PR#2']), ['AB# 2']);
    assert.deepEqual(prefixesNamed('AB# bc#12, acme/relay#'), ['AB#', 'bc#', 'acme/relay#']);
  });

  it('are found in any text, in time that grows with it', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (a, b) => keyPrefixesFrom(a, b).every(Boolean)),
    );
    for (const unit of ['PAY-1', 'A', '#1', 'A-']) {
      assert.ok(growth((size) => keyPrefixesFrom([unit.repeat(size)], [unit.repeat(size)]), 20_000) < LINEAR, unit);
    }
  });

  it('are read as people type them', () => {
    assert.deepEqual(prefixesNamed('PAY, OPS-  web-12;# PAY é 1X'), ['PAY', 'OPS', 'web', '#']);
    assert.deepEqual(['PAY', 'a_1', '#', 'P-', '', '1A', '##'].map(isPrefix), [
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
