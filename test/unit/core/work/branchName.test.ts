/** Names of new branches: from the template, and always such that git takes them and finds the key again. */
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { branchName, branchSafe } from '../../../../src/core/work/branchName.ts';
import { initiativeOfBranch } from '../../../../src/core/work/links.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const library = libraryOf({
  'because.yml': 'keys: [PAY]\n',
  'initiatives/PAY-142.md': record(['title: Urgent updates reach drivers at once', 'kind: feature']),
  'initiatives/PAY-7.md': record(['title: Über Zürich – naïve “quotes”', 'kind: debt']),
  'initiatives/123.md': record(['id: "#123"', 'title: A number']),
  'initiatives/PAY-9.md': record([]),
  'initiatives/PAY-10.md': record(['title: "One customer’s burst doesn\'t halt l\'eau"']),
});

const of = (id: string) => library.findOf('initiative', id) ?? assert.fail(id);

/** Whether git itself takes the name. */
function gitTakes(name: string): boolean {
  try {
    execFileSync('git', ['check-ref-format', '--branch', name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('The name of a new branch', () => {
  it('has type, key and words of the title', () => {
    assert.equal(branchName(of('PAY-142')), 'feature/PAY-142-urgent-updates-reach-drivers-at-once');
    assert.equal(branchName(of('PAY-7')), 'refactor/PAY-7-uber-zurich-naive-quotes');
  });

  it('takes a word with an apostrophe for one word', () => {
    assert.equal(branchName(of('PAY-10')), 'feature/PAY-10-one-customers-burst-doesnt-halt-l-eau');
  });

  it('ends with the key where there is no title', () => assert.equal(branchName(of('PAY-9')), 'feature/PAY-9'));

  it('follows the template, with the person in it', () => {
    const template = '{user}/{key}_{slug}';
    assert.equal(branchName(of('PAY-142'), { template, user: 'Ada L.', most: 30 }), 'ada-l/PAY-142_urgent-updates');
  });

  it('keeps to its length at a word, and never cuts the key', () => {
    assert.equal(branchName(of('PAY-142'), { most: 32 }), 'feature/PAY-142-urgent-updates');
    assert.equal(branchName(of('PAY-142'), { most: 12 }), 'feature/PAY-142');
  });

  it('carries a number without its hash', () => assert.equal(branchName(of('#123')), 'feature/123-a-number'));

  it('is linked to its initiative by itself', () => {
    for (const id of ['PAY-142', 'PAY-7', 'PAY-9', '#123']) {
      assert.equal(initiativeOfBranch(library, branchName(of(id)))?.id, id);
    }
  });

  it('is taken by git whatever the template, the person and the title hold', () => {
    const marks = [
      '..',
      '@{',
      '.lock',
      '~',
      '^',
      ':',
      '\\',
      ' ',
      '//',
      '-',
      '.',
      '\u0007',
      '\u200b',
      '{key}',
      '{slug}',
    ];
    const odd = fc.string({ unit: fc.oneof(fc.constantFrom(...marks), fc.string({ maxLength: 3 })), maxLength: 8 });
    fc.assert(
      fc.property(odd, odd, fc.integer({ min: 0, max: 300 }), (template, user, most) => {
        const name = branchName(of('PAY-142'), { template: `x${template}/{key}-{slug}`, user, most });
        return name.length <= 400 && gitTakes(name);
      }),
      { numRuns: 60 },
    );
  });
});

describe('A text as a branch name', () => {
  it('loses what git forbids and what shells trip over', () => {
    assert.equal(branchSafe(' a b~c^d:e?f*g[h\\i..j@{k}.lock/ '), 'a-b-c-d-e-f-g-h-i.j-k');
    assert.equal(branchSafe('-rf/.hidden/x.lock.lock/$(rm)'), 'rf/hidden/x/rm');
    assert.equal(branchSafe('x.lock-.LOCK.'), 'x');
    assert.equal(branchSafe('HEAD'), 'HEAD-branch');
    assert.equal(branchSafe('///'), '');
  });

  it('stays as it is when it is one already', () => {
    for (const name of ['feature/PAY-142-x', 'ünïcode/名前', 'a_b.c']) assert.equal(branchSafe(name), name);
  });
});
