/** Guessing comments from one line of code. */
import assert from 'node:assert/strict';
import { isInComment } from '../../../../src/core/text/codeComment.ts';

const at = (line: string) => isInComment(line.replace('|', ''), line.indexOf('|'));

describe('A comment in a line of code', () => {
  for (const line of [
    '// see |',
    'const a = 1; // see |',
    'const url = "http://x"; // see |',
    ' * see |',
    '/* see | */',
    'x /* a */ + 1 /* see |',
    'x = 1 # see |',
    'select 1 -- see |',
    '-- see |',
    '<!-- see | -->',
    "it's 5 // see |",
    '# see |',
  ]) {
    it(`is seen in ${line}`, () => assert.equal(at(line), true));
  }

  for (const line of [
    'const a| = 1;',
    'const a| = 1; // see',
    'const url = "http://x|";',
    'x /* a */ + |',
    '#include <a|>',
    'a { color: #fff|',
    'i--; a|',
    '"# not |"',
    "'// not |'",
    'PAY-|',
    '*=|',
  ]) {
    it(`is not seen in ${line}`, () => assert.equal(at(line), false));
  }
});
