/** The title of an initiative nobody has written down yet, out of what stands beside its key. */
import * as assert from 'node:assert/strict';
import { titleBeside, titleInSubject } from '../../../../src/core/keys/keyTitle.ts';

describe('what stands beside a key, as a title', () => {
  const cases: readonly [text: string, title: string | undefined][] = [
    ['SHOP-115: Say when the parcel comes', 'Say when the parcel comes'],
    ['SHOP-115 say when the parcel comes', 'Say when the parcel comes'],
    ['fix(mail): SHOP-115 send it once', 'Send it once'],
    ['SHOP-115 fix(mail): send it once', 'Send it once'],
    ['[SHOP-115] Send it once', 'Send it once'],
    ['Send it once (SHOP-115)', 'Send it once'],
    ['// TODO SHOP-115: drop the second mail */', 'Drop the second mail'],
    ['  # TODO: drop the second mail, SHOP-115', 'Drop the second mail'],
    ['<!-- SHOP-115 drop the second mail -->', 'Drop the second mail'],
    ['const key = "SHOP-115";', undefined],
    ['SHOP-115', undefined],
    ['See SHOP-115.', undefined],
    ['SHOP-115 a\u202Eb c', 'Ab c'],
    [
      `SHOP-115 ${'very long words '.repeat(20)}`,
      'Very long words very long words very long words very long words very long words',
    ],
  ];
  for (const [text, title] of cases) {
    it(`is ${title === undefined ? 'nothing' : `“${title.slice(0, 30)}”`} in ${JSON.stringify(text.slice(0, 40))}`, () => {
      const start = text.indexOf('SHOP-115');
      assert.equal(titleBeside(text, { start, end: start + 8 }), title);
    });
  }

  it('is no merge, and nothing that takes back', () => {
    const titles = [
      'Merge pull request #3 from shop/SHOP-115-say-when',
      "Merge branch 'SHOP-115-say-when' into main",
      'Revert "SHOP-115: Say when"',
      'SHOP-115: Say when',
    ].map((subject) => {
      const start = subject.indexOf('SHOP-115');
      return titleInSubject(subject, { start, end: start + 8 });
    });
    assert.deepEqual(titles, [undefined, undefined, undefined, 'Say when']);
  });

  it('is looked for in the neighbourhood alone', () => {
    const text = `${'x '.repeat(200_000)}SHOP-115${' '.repeat(200_000)}`;
    const start = text.indexOf('SHOP-115');
    assert.equal(titleBeside(text, { start, end: start + 8 })?.length, undefined);
  });
});
