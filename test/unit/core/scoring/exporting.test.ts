/** The ranking as Markdown, CSV and JSON. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { rankingCsv, rankingJson, rankingMarkdown } from '../../../../src/core/scoring/exporting.ts';
import type { Item } from '../../../../src/core/scoring/item.ts';
import { rankingOf } from '../../../../src/core/scoring/ranking.ts';
import { agreedItem, anyItems, itemOf, scales, voicesFor } from '../../../support/items.ts';

const titled = (title: string): Item => ({ ...agreedItem('PAY-1', 450, 3, 100, 2), title });
const items = [
  titled('Push messages'),
  { ...agreedItem('PAY-2', 2000, 1, 80, 4), title: 'Audit log' },
  itemOf('PAY-3', { title: 'Search', voices: voicesFor('effort', 3) }),
  itemOf('OPS-1', { title: 'Old queue', kind: 'debt', agreed: { impact: 1, confidence: 50, effort: 2 } }),
];
const ranking = rankingOf(items, scales);

/** The rows of a CSV file, as a spreadsheet reads them (RFC 4180). */
function parsed(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\r\n') rows.push([]);
  }
  assert.deepEqual(rows.pop(), []);
  return rows;
}

describe('The ranking as CSV', () => {
  it('has a row for every item, unknown numbers empty', () => {
    const [head, ...rows] = parsed(rankingCsv(ranking, scales));
    assert.deepEqual(head?.join(), 'rank,tier,id,title,kind,status,score,reach,impact,confidence,effort,note');
    assert.deepEqual(rows[0], [
      '1',
      '1',
      'PAY-1',
      'Push messages',
      'feature',
      'candidate',
      '675',
      '450',
      '3',
      '100',
      '2',
      '',
    ]);
    assert.deepEqual(rows[2]?.slice(6), ['', '', '', '', '3', 'Not scored yet: reach, impact, confidence missing.']);
    assert.match(rows[3]?.at(-1) ?? '', /who this debt affects/);
  });

  it('parses back whatever a title holds', () => {
    const title = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'",\r\n\t=+-@\'ab ') }));
    fc.assert(
      fc.property(title, (text) => {
        const cell = parsed(rankingCsv(rankingOf([titled(text)], scales), scales))[1]?.[3] ?? '';
        assert.ok(cell === text || cell === `'${text}`);
        assert.ok(!/^[=+\-@\t\r\n]/.test(cell));
      }),
    );
  });

  it('lets no title become a formula', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', "=cmd|' /C calc'!A0"]) {
      assert.equal(parsed(rankingCsv(rankingOf([titled(text)], scales), scales))[1]?.[3], `'${text}`);
    }
    assert.equal(parsed(rankingCsv(rankingOf([titled('a=b')], scales), scales))[1]?.[3], 'a=b');
  });

  it('has no number that is none', () => {
    fc.assert(
      fc.property(anyItems, (all) => {
        const csv = rankingCsv(rankingOf(all, scales), scales);
        assert.ok(!/NaN|Infinity|undefined|null/.test(csv));
        assert.equal(parsed(csv).length, all.length + 1);
      }),
    );
  });
});

describe('The ranking as JSON', () => {
  it('has a stable shape', () => {
    const { version, ranked, unscored, beside, scales: units } = JSON.parse(rankingJson(ranking, scales));
    assert.equal(version, 1);
    assert.deepEqual(units, scales);
    assert.deepEqual(ranked[0], {
      id: 'PAY-1',
      title: 'Push messages',
      kind: 'feature',
      status: 'candidate',
      rank: 1,
      tier: 1,
      score: 675,
      reach: 450,
      impact: 3,
      confidence: 100,
      effort: 2,
      note: null,
    });
    assert.deepEqual([unscored[0].score, unscored[0].missing], [null, ['reach', 'impact', 'confidence']]);
    assert.equal(beside[0].rank, null);
  });
});

describe('The ranking as a Markdown table', () => {
  it('reads well as it is', () => {
    assert.deepEqual(rankingMarkdown(rankingOf(items.slice(0, 2), scales), scales).split('\n'), [
      '| Tier | Rank | Initiative | Score | Reach (customers) | Impact | Confidence | Effort (person-weeks) |',
      '| --: | --: | :-- | --: | --: | --: | --: | --: |',
      '| 1 | 1 | PAY-1 Push messages | 675 | 450 | 3 | 100% | 2 |',
      '| 2 | 2 | PAY-2 Audit log | 400 | 2,000 | 1 | 80% | 4 |',
      '',
    ]);
  });

  it('says in a note why something is not ranked', () => {
    const [, , , , third, fourth] = rankingMarkdown(ranking, scales).split('\n');
    assert.match(
      third ?? '',
      /^\| – \| – \| PAY-3 Search \| – \| \? .* \| Not scored yet: reach, impact, confidence missing\. \|$/,
    );
    assert.match(fourth ?? '', /who this debt affects/);
  });

  const markdown = new MarkdownIt({ html: true, linkify: true });
  const hostile = [
    ...[
      'a | b',
      'a\nb',
      '`code`',
      '**bold**',
      '_it_',
      '[x](https://x.example)',
      '![x](y)',
      '<b>x</b>',
      '&lt;',
      'a \\| b',
      '\\',
    ],
    ...[
      'https://x.example',
      '~~x~~',
      '# x',
      '- x',
      '1. x',
      '@ada',
      '\\@ada',
      '\\\\\\@org/team',
      'fixes acme/relay#1, GH-2, !3',
      'www.x.example, me@x.example',
      'PAY|`|`',
      '$x$',
      '<!-- x -->',
      '<https://x.example>',
    ],
  ];
  for (const title of hostile) {
    it(`shows the title “${title.replace('\n', '⏎')}” as it is`, () => {
      const html = markdown.render(rankingMarkdown(rankingOf([titled(title)], scales), scales));
      const cells = [...html.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => cell);
      assert.equal(cells.length, 8);
      const shown = (cells[2] ?? '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&');
      assert.equal(shown.replaceAll('\u200B', ''), `PAY-1 ${title.replace('\n', ' ')}`);
    });
  }

  it('mentions nobody and refers to nothing, with backslashes or without', () => {
    const alive = fc.constantFrom(
      '@ada',
      '@org/team',
      '#12',
      'acme/relay#1',
      '!3',
      'GH-2',
      'PAY-9',
      '\\',
      ' ',
      'fixes ',
      '`',
    );
    fc.assert(
      fc.property(fc.array(alive), (parts) => {
        const html = markdown.render(rankingMarkdown(rankingOf([titled(parts.join(''))], scales), scales));
        const cell = [...html.matchAll(/<td[^>]*>(.*?)<\/td>/g)][2]?.[1] ?? '';
        assert.doesNotMatch(cell.replace(/^PAY-1/, ''), /@\w|[#!]\d|[A-Z]-\d/);
      }),
    );
  });

  it('has one row for each item and the same columns in all, whatever a title holds', () => {
    const title = fc.string({ unit: fc.constantFrom(...'|\\`*_[]()<>!#&~\n\r\t ab:/') });
    fc.assert(
      fc.property(title, (text) => {
        const html = markdown.render(rankingMarkdown(rankingOf([titled(text)], scales), scales));
        assert.equal([...html.matchAll(/<tr>/g)].length, 2);
        assert.equal([...html.matchAll(/<td/g)].length, 8);
        assert.ok(!/<(a|b|em|strong|code|img|h\d|s)[ >]/.test(html));
      }),
    );
  });
});
