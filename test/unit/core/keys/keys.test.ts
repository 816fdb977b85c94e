/** Issue keys in text: the boundaries by example, and all of them against a slow, plain reference. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isColorOrFragment } from '../../../../src/core/keys/colorsAndFragments.ts';
import { keyMatcher } from '../../../../src/core/keys/keys.ts';

const KNOWN = [
  'PAY-142',
  'PAY-0',
  'kubernetes/enhancements#1287',
  'acme/PAY-7#12',
  'acme/team/relay#12',
  'my_group.x/a/b/c/d/relay.js#7',
  'relay#8',
  'AB#12345',
  '#4021',
  '#123456',
  'missed-updates',
  'old-9',
];
const matcher = keyMatcher(KNOWN, ['PAY', 'OPS', 'MY_X', '#', 'BC#', 'ours/relay#']);
const withoutHash = keyMatcher(KNOWN, ['PAY', 'OPS']);
const keysIn = (text: string) => matcher.find(text).map((match) => match.key);

function yields(table: Record<string, string[]>) {
  for (const [text, keys] of Object.entries(table)) {
    assert.deepEqual(keysIn(text), keys, text);
    for (const match of matcher.find(text)) assert.equal(text.slice(match.start, match.end), match.key);
  }
}

describe('issue keys', () => {
  it('are found wherever people put them', () => {
    yields({
      'PAY-7': ['PAY-7'],
      'TODO:PAY-7': ['PAY-7'],
      '"PAY-7"': ['PAY-7'],
      "'PAY-7'": ['PAY-7'],
      '`PAY-7`': ['PAY-7'],
      '(PAY-7)': ['PAY-7'],
      '[PAY-7]': ['PAY-7'],
      '**PAY-7**': ['PAY-7'],
      'feature/PAY-7-short-slug': ['PAY-7'],
      'PAY-7,OPS-7': ['PAY-7', 'OPS-7'],
      'PAY-7…PAY-9': ['PAY-7', 'PAY-9'],
      'PAY-7...PAY-9': ['PAY-7', 'PAY-9'],
      'PAY-7–PAY-9': ['PAY-7', 'PAY-9'],
      'PAY-7: fix': ['PAY-7'],
      "PAY-7's": ['PAY-7'],
      'See PAY-7.': ['PAY-7'],
      'initiatives/PAY-7.md': ['PAY-7'],
      'https://x.atlassian.net/browse/PAY-7': ['PAY-7'],
      'https://x.atlassian.net/browse/PAY-7?x=1': ['PAY-7'],
      'done--PAY-7': ['PAY-7'],
      '-PAY-7': ['PAY-7'],
      'PAY-7-2': ['PAY-7'],
      'MY_X-3': ['MY_X-3'],
      '⚠️PAY-7': ['PAY-7'],
      '🚀PAY-7🚀': ['PAY-7'],
    });
  });

  it('do not light up inside longer words and numbers', () => {
    yields({
      'UTF-8 SHA-256 x86-64 ISO-8601 COVID-19': [],
      'REPAY-142': [],
      'PAY-1420 PAY-142': ['PAY-1420', 'PAY-142'],
      'MY_PAY-7 _PAY-7 7PAY-7': [],
      'PAY-7a PAY-7_x PAY-7.5': [],
      'PRE-PAY-7 é-PAY-7': [],
      'PAY--7 PAY- 7 PAY-': [],
      'pay-7 Pay-7': [],
      'éPAY-7 PAY-7é ПPAY-7 e\u0301PAY-7 𝐀PAY-7': [],
      'PAY-007 PAY-07': [],
      'PAY-7²': [],
    });
  });

  it('end where a script without spaces begins', () => {
    yields({ '看PAY-7的': ['PAY-7'], 'PAY-7을 봐': ['PAY-7'], '𠀀PAY-7': ['PAY-7'], '見て-PAY-7': ['PAY-7'] });
  });

  it('light up by name without a prefix, but readable ids never do', () => {
    yields({ 'missed-updates': [], 'PAY-0': ['PAY-0'], 'old-9 old-8': ['old-9'] });
    assert.deepEqual(keyMatcher(['SHA-256'], []).find('SHA-256').length, 1);
  });

  it('of the form #123 keep clear of entities, fragments and colors', () => {
    yields({
      'Fixes #12, #13.': ['#12', '#13'],
      '(#12)': ['#12'],
      '[#12](https://x.example)': ['#12'],
      '&#123; foo#12 ##12 a/#12 ${#12} x-#12': [],
      '[intro](#1-intro) [one](#1)': [],
      '#1-intro': [],
      '#123abc #0 #007': [],
      'color: #333;': [],
      'a { color: #4021; }': [],
      "color: '#333', n: '#12', '#4021'": ['#12', '#4021'],
      '#123456 #654321 #12345': ['#123456', '#12345'],
      '#12.5 #12. #12,5': ['#12', '#12'],
    });
    assert.deepEqual(
      withoutHash.find('#12 #4021').map((match) => match.key),
      ['#4021'],
    );
  });

  it('of the form owner/repo#123 light up only when known', () => {
    yields({
      'see kubernetes/enhancements#1287.': ['kubernetes/enhancements#1287'],
      'kubernetes/enhancements#1288 xkubernetes/enhancements#1287': [],
      'https://github.com/kubernetes/enhancements#1287': [],
      'kubernetes/enhancements#12871 kubernetes/enhancements#1287-x': [],
      'acme/PAY-7#12': ['acme/PAY-7#12'],
      'acme/PAY-7#13': ['PAY-7'],
      'fixes acme/team/relay#12, relay#8 (my_group.x/a/b/c/d/relay.js#7)': [
        'acme/team/relay#12',
        'relay#8',
        'my_group.x/a/b/c/d/relay.js#7',
      ],
      'team/relay#12 x/acme/team/relay#12 acme/team/relay#123 /relay#8 @relay#8 xrelay#8': [],
      'https://gitlab.com/acme/team/relay#12': [],
      'ours/relay#1 ours/relay#0 yours/relay#1': ['ours/relay#1'],
    });
  });

  it('of the form AB#123 light up when known, or with their prefix', () => {
    yields({
      'Fixed AB#12345.': ['AB#12345'],
      '[AB#12345] (AB#12345) AB#12345: pager': ['AB#12345', 'AB#12345', 'AB#12345'],
      'AB#12346 ab#12345 CAB#12345 x/AB#12345 AB#12345a AB#12345.5 AB#1-intro &AB#12345;': ['AB#12345'],
      'BC#7 BC#07 https://x.example/BC#7 ABC#7': ['BC#7'],
    });
  });

  it('light up in no colors', () => {
    for (const number of ['#333', '#4021', '#123456', '#12345678']) {
      const dark = [
        `a{color:${number}}`,
        `a { background: ${number} url(x) }`,
        `background: url(x.png) no-repeat ${number}`,
        `border: 1px solid ${number}`,
        `  box-shadow: 0 0 4px ${number}, inset 0 1px rgba(0, 0, 0, .5)`,
        `linear-gradient(${number}, #45f)`,
        `linear-gradient(to right, #45f 0%, ${number} 50%)`,
        `darken(${number}, 10%)`,
        `color-mix(in srgb, ${number} 50%, #45f)`,
        `${number} !important`,
        `$red: ${number} !default`,
        `$red: ${number}`,
        `@red: ${number}`,
        `--red: ${number}`,
        `fill="${number}"`,
        `<font color=${number}>`,
        `<p style="color: ${number}">`,
        `android:textColor="${number}"`,
        `<color name="red">${number}</color>`,
        `"color": "${number}"`,
        `backgroundColor: '${number}',`,
        `const colors = ['#111', '${number}']`,
        `border: '1px solid ${number}',`,
        `class="bg-[${number}]"`,
        `Color: ${number}`,
        `  ${number} url(x.png)`,
        `bg=${number}`,
        `hi Normal guifg=${number}`,
        `setColor("${number}")`,
        `filter: drop-shadow(0 0 2px ${number})`,
        `${number};`,
      ];
      for (const text of dark) assert.deepEqual(keysIn(text), [], text);
    }
  });

  it('light up in no places of a page', () => {
    for (const number of ['#12', '#333', '#4021']) {
      const dark = [
        `href="${number}"`,
        `<a href=${number}>`,
        `<a href='${number}'>`,
        `href={"${number}"}`,
        `href: '${number}'`,
        `xlink:href="${number}"`,
        `data-bs-target="${number}"`,
        `fill="url(${number})"`,
        `url('${number}')`,
        `$("${number}")`,
        `document.querySelector('${number}')`,
        `location.hash = "${number}"`,
        `scrollTo('${number}')`,
        `[one](${number})`,
        `[one](<${number}>)`,
        `[one](${number} "title")`,
        `[one]: ${number}`,
        `[one]: ${number} 'title'`,
        `[[${number}]]`,
        `https://x.example/?a=${number}`,
        `https://x.example/?${number}`,
        `url(page${number})`,
        `foo.html${number}`,
        `&${number};`,
        `&amp;${number};`,
      ];
      for (const text of dark) assert.deepEqual(keysIn(text), [], text);
    }
  });

  it('of the form #123 light up in prose and commit messages all the same', () => {
    for (const number of ['#12', '#333', '#4021']) {
      const lit = [
        ...[number, ` ${number}`, `(${number})`, `fixes ${number}`, `${number}: pager`, `Fix the color (${number})`],
        ...[
          `fix(${number}): pager`,
          `Closes: ${number}`,
          `See:${number}`,
          `**${number}**`,
          `[${number}]`,
          `> ${number}`,
        ],
        ...[`TODO(ada): ${number} is late`, `Background: ${number} broke the pager`, `Border cases, as ${number} says`],
        ...[`- [ ] ${number}`, `| ${number} |`, `[pager]: ${number} is late`, `color: as in ${number}`, `// ${number}`],
        ...[`the color of ${number}`, `Merge pull request ${number} from acme/tidy`, `/* ${number} */`, `# ${number}`],
        ...[
          `[^1]: ${number}`,
          `https://x.example, ${number}`,
          `${number}'s`,
          `Make ${number} 50% faster`,
          `link: ${number}`,
        ],
      ];
      for (const text of lit) assert.deepEqual(keysIn(text), [number], text);
    }
  });

  it('pass the test only as a whole', () => {
    for (const key of ['PAY-7', '#12', 'kubernetes/enhancements#1287', 'PAY-142']) assert.ok(matcher.test(key), key);
    for (const key of ['', 'PAY', 'PAY-7 ', 'x PAY-7', 'missed-updates', 'UTF-8', 'a/b#1', '#123abc'])
      assert.ok(!matcher.test(key), key);
  });

  it('are found under a character, at the same cost on a line of 100,000', () => {
    const line = `${'x PAY-8 '.repeat(12_500)}PAY-7,OPS-9`;
    assert.equal(matcher.at(line, 100_000)?.key, 'PAY-7');
    assert.equal(matcher.at(line, 100_005)?.key, 'PAY-7');
    assert.equal(matcher.at(line, 100_006)?.key, 'OPS-9');
    assert.equal(matcher.at(line, line.length)?.key, 'OPS-9');
    assert.equal(matcher.at(line, 0), undefined);
    assert.equal(matcher.at('', 5), undefined);
  });

  it('ignore prefixes that are none', () => {
    assert.deepEqual(
      keyMatcher([], ['', '-', '7', 'a b', '.*', 'OK-'])
        .find('-7 7-7 .*-1 OK-1')
        .map((m) => m.key),
      ['OK-1'],
    );
  });
});

describe('branch names', () => {
  it('give their keys in any case, as the project writes them', () => {
    const table: Record<string, string[]> = {
      'feature/pay-142-slug': ['PAY-142'],
      'feature/PAY-7': ['PAY-7'],
      'ada-pay-7-fix': ['PAY-7'],
      'fix_pay-7_login': ['PAY-7'],
      'my_x-3': ['MY_X-3'],
      'fix_my_x-3': ['MY_X-3'],
      'pay-7-ops-8-pay-7': ['PAY-7', 'OPS-8'],
      'OLD-9-x': ['old-9'],
      'pay-0': ['PAY-0'],
      'feature/#12-x': ['#12'],
      'issue-12': ['#12'],
      'gh-12-x': ['#12'],
      'issues/12': ['#12'],
      '4021-my-fix': ['#4021'],
      'ada/4021-my-fix': ['#4021'],
      '3-way-merge': [],
      'repay-142': [],
      'pay-142nd': [],
      'pay-7.5': [],
      'release-1.37': [],
      'utf-8': [],
      'épay-7': [],
      'feature/AB#12345-pager': ['AB#12345'],
      'ab#12345': ['AB#12345'],
      'feature/ab-12345-pager': ['AB#12345'],
      'fix-AB#12345': ['AB#12345'],
      'users/ada/12345-pager': ['AB#12345'],
      'bc-7': ['BC#7'],
      'feature/acme/team/relay#12-slug': ['acme/team/relay#12'],
      'acme/Team/relay#12': ['acme/team/relay#12'],
      'ada/relay#8': ['relay#8'],
      'cab-12345': [],
      'relay#9': [],
      main: [],
      '': [],
    };
    for (const [name, keys] of Object.entries(table)) assert.deepEqual(matcher.branchKeys(name), keys, name);
  });
});

/** The same rules once more, without any thought of speed: try every start and every end. */
function plainFind(text: string, known: readonly string[], prefixes: readonly string[]) {
  const word = (char: string) =>
    /[A-Za-z0-9_]/.test(char) ||
    (/[\p{L}\p{N}\p{Mn}\p{Mc}]/u.test(char) &&
      !/[\uFE00-\uFE0F]/.test(char) &&
      !/\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Hang}|\p{sc=Thai}|\p{sc=Laoo}|\p{sc=Khmr}|\p{sc=Mymr}/u.test(char));
  const isKey = (start: number, end: number) => {
    const key = text.slice(start, end);
    const before = [...text.slice(0, start)];
    const after = [...text.slice(end)];
    const [last = '', last2 = ''] = [before.at(-1), before.at(-2)];
    if (word(last) || word(after[0] ?? '') || (after[0] === '.' && /\d/.test(after[1] ?? ''))) return false;
    const isKnown = known.includes(key);
    if (/^[A-Za-z][A-Za-z0-9_]*-\d+$/.test(key)) {
      const [head = '', digits = ''] = key.split('-');
      return (isKnown || (prefixes.includes(head) && !digits.startsWith('0'))) && !(last === '-' && word(last2));
    }
    if (after[0] === '-' && /[A-Za-z0-9_-]/.test(after[1] ?? '')) return false;
    if (/^\w[\w.-]*(?:\/\w[\w.-]*)*#\d+$/.test(key)) {
      const isCarried = prefixes.includes(key.replace(/\d+$/, '')) && !key.includes('#0');
      return (isKnown || isCarried) && !/[/.@#-]/.test(last);
    }
    if (!/^#\d+$/.test(key) || !(isKnown || (prefixes.includes('#') && !key.startsWith('#0')))) return false;
    if (/[&#/${.?-]/.test(last) || isColorOrFragment(text, start, end)) return false;
    if (![4, 5, 7, 9].includes(key.length)) return true;
    const quoted = /["']/.test(last) && last === after[0];
    return after[0] !== ';' && (isKnown || (key.length < 7 && !quoted));
  };
  const all: { key: string; start: number; end: number }[] = [];
  for (let start = 0; start < text.length; start++)
    for (let end = start + 2; end <= text.length; end++)
      if (isKey(start, end)) all.push({ key: text.slice(start, end), start, end });
  return all.filter((one) => !all.some((other) => other !== one && other.start <= one.start && one.end <= other.end));
}

describe('issue keys, whatever the text', () => {
  const atoms = [
    ...[
      'PAY-7',
      'PAY-142',
      'OPS-12',
      'REPAY-142',
      'UTF-8',
      'MY_X-3',
      'old-9',
      'PAY-0',
      'PAY-07',
      '#12',
      '#333',
      '#4021',
    ],
    ...[
      '#123456',
      'kubernetes/enhancements#1287',
      'acme/PAY-7#12',
      'acme/team/relay#12',
      'AB#12345',
      'BC#7',
      'relay#8',
      'acme/',
      'PAY',
      '-',
      '7',
      '#',
      '/',
      '.',
      ',',
      ' ',
      '_',
      '"',
    ],
    ...[
      "'",
      ';',
      '&',
      '](',
      '(',
      '\n',
      'a',
      'é',
      '\u0301',
      '看',
      '을',
      '🚀',
      '\ufe0f',
      '𝐀',
      '\ud83d',
      '\udc00',
      '`',
      '$',
      '{',
      '@',
      ':',
    ],
  ];
  const text = fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...atoms) }, fc.string({ maxLength: 2 })), { maxLength: 9 })
    .map((parts) => parts.join(''));

  it('agree with the plain reference', () => {
    void fc.assert(
      fc.property(text, fc.boolean(), (sample, hash) => {
        const prefixes = ['PAY', 'OPS', 'MY_X', ...(hash ? ['#', 'BC#', 'ours/relay#'] : [])];
        assert.deepEqual((hash ? matcher : withMyX).find(sample), plainFind(sample, KNOWN, prefixes));
      }),
      { numRuns: 3000 },
    );
  });
  const withMyX = keyMatcher(KNOWN, ['PAY', 'OPS', 'MY_X']);

  it('are the same in a slice as in the whole', () => {
    void fc.assert(
      fc.property(text, fc.nat(40), fc.nat(40), (sample, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const whole = matcher.find(sample).filter((match) => match.start >= from && match.end <= to);
        assert.deepEqual(matcher.find(sample, from, to), whole);
      }),
      { numRuns: 1000 },
    );
  });

  it('come in order and never overlap, and at() agrees with find()', () => {
    void fc.assert(
      fc.property(text, (sample) => {
        const found = matcher.find(sample);
        found.forEach((match, index) => {
          assert.ok(match.start >= (found[index - 1]?.end ?? 0));
          for (let i = match.start; i < match.end; i++) assert.deepEqual(matcher.at(sample, i), match);
        });
      }),
      { numRuns: 1000 },
    );
  });
});
