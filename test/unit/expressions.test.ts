/** No regular expression of the sources takes more than in proportion to its text: records and repositories hold any text. */
import * as assert from 'node:assert/strict';
import { expressions, expressionsIn } from '../support/expressions.ts';
import { type Pump, pumped, pumpsOf } from '../support/pumps.ts';
import { stepsOf } from '../support/steps.ts';

const SHORT = 48;

/** The text on which an expression is slower than in proportion; undefined where there is none. */
function slowOn(source: string, flags: string): Pump | undefined {
  // What repeats nothing without a bound takes no more than its own length for each character.
  if (!/[*+]|,\}/.test(source)) return undefined;
  const { pattern, count } = stepsOf(source, flags);
  return pumpsOf(pattern, flags).find((pump) => {
    const most = 5.5 * count(pumped(pump, SHORT), 100_000) + 500;
    return count(pumped(pump, 4 * SHORT), most) >= most;
  });
}

describe('regular expressions', () => {
  it('take time in proportion to the text, whatever it holds', function () {
    this.timeout(180_000);
    const slow = expressions().flatMap(({ file, source, flags }) => {
      const pump = slowOn(source, flags);
      return pump ? [`${file}: /${source}/${flags} on ${JSON.stringify(pump)}`] : [];
    });
    assert.deepEqual(slow, []);
  });

  for (const { source, flags } of [
    / +$/,
    /^-+|-+$/g,
    /^(.*?) ?<(.*)> (\d+)/,
    /^\[ *([\w ]*?) *\]$/,
    /(?:\.lock)+$/i,
    /file .* has only (\d+) lines/,
    /(?<![\w.])\d[\d.,]*%/g,
    /\bfrom\b.*\bto\b/,
    /`{3,}(?!.*`)/,
    /^([^\t\n]+)\t(.*) \(fetch\)/gm,
    /(?<=(?:a|aa)+)b/,
  ])
    it(`are found out where they take more: /${source}/${flags}`, () => {
      assert.ok(slowOn(source, flags));
    });

  for (const { source, flags } of [
    /^ +/,
    /(?<! ) +$/,
    /^\[ *\w*\]/,
    /“[^“”\n]{1,300}”/g,
    /(["']).*?\1/y,
    /(?<=\p{L}) (?=\p{L})/gu,
  ])
    it(`are left alone where they do not: /${source}/${flags}`, () => {
      assert.equal(slowOn(source, flags), undefined);
    });

  it('are found in code wherever they stand, and where they are put together too late to be tried', () => {
    const found = expressionsIn(
      "const a = /x+/g; const b = new RegExp('y'); const c = () => RegExp(`z${a.source}`, 'u');",
    );
    assert.deepEqual(found, { written: [{ source: 'x+', flags: 'g' }], made: 1, late: 1 });
  });
});
