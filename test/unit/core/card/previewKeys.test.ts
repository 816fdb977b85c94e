/** Keys in rendered Markdown: what becomes a link, what is drawn as a card, and what is left alone. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { previewKeys } from '../../../../src/core/card/previewKeys.ts';
import type { Library } from '../../../../src/core/library/library.ts';
import { growth, LINEAR } from '../../../support/growth.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const library = libraryOf({
  'because.yml': 'keys: [PAY, "#"]\n',
  'initiatives/PAY-142.md': record([
    'title: Urgent <b>updates</b> "now"',
    'status: building',
    'problem: p',
    'issues: [PAY-143, acme/api#7]',
  ]),
  'initiatives/OPS-31.md': record(['title: Quiet']),
  'problems/p.md': record([], '30% of users miss urgent updates.'),
});

function parserFor(current: () => Library | undefined, options: { html?: boolean; linkify?: boolean } = {}) {
  const parser = new MarkdownIt({ html: true, linkify: true, ...options });
  previewKeys(parser, () => {
    const now = current();
    return now && { library: now, now: new Date('2026-11-23T12:00:00Z'), hrefOf: (path) => `../.because/${path}` };
  });
  return parser;
}

const parser = parserFor(() => library);
const render = (markdown: string) => parser.render(markdown);

/** The texts of our links. */
const links = (markdown: string) =>
  [...render(markdown).matchAll(/<a class="because-link"[^>]*>([^<]*)<\/a>/g)].map(([, key]) => key);

describe('Keys in the preview', () => {
  it('are links to the record, with the first lines of its card as title', () => {
    assert.equal(
      render('See PAY-142.'),
      '<p>See <a class="because-link" href="../.because/initiatives/PAY-142.md" data-href="../.because/initiatives/PAY-142.md" title="PAY-142 · Urgent &lt;b&gt;updates&lt;/b&gt; &quot;now&quot; · building\nProblem: 30% of users miss urgent updates.\nNo evidence yet. Validate before building.">PAY-142</a>.</p>\n',
    );
  });

  it('are found in headings, lists, tables, emphasis, quotes, several in one text', () => {
    assert.deepEqual(links('# PAY-142\n\n- *PAY-142*, PAY-143/OPS-31\n\n> (acme/api#7)\n\n| a |\n|---|\n| PAY-142 |'), [
      'PAY-142',
      'PAY-142',
      'PAY-143',
      'OPS-31',
      'acme/api#7',
      'PAY-142',
    ]);
  });

  it('are not looked for in code, links, addresses and images', () => {
    const texts = [
      '`PAY-142`',
      '```\nPAY-142\n```',
      '    PAY-142',
      '[PAY-142](x)',
      '[see **PAY-142** there](x)',
      'https://x.example/PAY-142',
      '<a href="x">PAY-142</a>',
      '![PAY-142](x.png)',
      '<!-- PAY-142 -->',
    ];
    for (const text of texts) assert.deepEqual(links(text), [], text);
    assert.deepEqual(links('[x](y) PAY-142 <a href="x">y</a> OPS-31'), ['PAY-142', 'OPS-31']);
  });

  it('are judged in the words around them, across emphasis and code', () => {
    assert.deepEqual(links('RE**PAY-142** `RE`PAY-142 PAY-142**x** UTF-8 SHA-256 x86-64'), []);
    assert.deepEqual(links('**bold** PAY-142\nOPS-31'), ['PAY-142', 'OPS-31']);
  });

  it('are no links while no record stands behind them', () => {
    assert.deepEqual(links('PAY-999 and #5'), []);
    assert.equal(render('PAY-999 & #5'), '<p>PAY-999 &amp; #5</p>\n');
  });

  it('follow the records though the document was parsed before', () => {
    let current: Library | undefined;
    const later = parserFor(() => current);
    const tokens = later.parse('PAY-142\n\n```because\nPAY-142\n```', {});
    const draw = () => later.renderer.render(tokens, later.options, {});
    assert.match(draw(), /<p>PAY-142<\/p>[\s\S]*<code class="language-because">/);
    current = library;
    assert.match(draw(), /because-link[\s\S]*because-card/);
  });
});

describe('A block of the language because', () => {
  it('draws the cards of its keys, each once, in their order', () => {
    const html = render('```because\nOPS-31\nPAY-142, OPS-31\n```');
    assert.deepEqual(
      [...html.matchAll(/aria-label="(\S+)/g)].map(([, key]) => key),
      ['OPS-31', 'PAY-142'],
    );
    assert.match(html, /<a href="\.\.\/\.because\/initiatives\/PAY-142\.md"[^>]*><span class="because-key">PAY-142</);
  });

  it('says what is not known: a key of a known prefix, any other, none at all', () => {
    assert.match(render('```because\nPAY-999\n```'), /No record for PAY-999 yet\./);
    assert.match(render('```because\nFOO-1 <x>\n```'), /There is no record for FOO-1\./);
    assert.match(render('~~~Because x\nnothing\n~~~'), /This block contains no issue key\./);
  });

  it('leaves other languages alone', () => {
    for (const language of ['becauseful', 'because-js', 'ts']) {
      assert.doesNotMatch(render(`\`\`\`${language}\nPAY-142\n\`\`\``), /because-card/);
    }
  });

  it('stands at the line it was written on', () => {
    const tokens = parser.parse('x\n\n```because\nPAY-142\n```', {});
    tokens.find(({ type }) => type === 'fence')?.attrSet('data-line', '2');
    assert.match(
      parser.renderer.render(tokens, parser.options, {}),
      /class="because-card because-about-initiative code-line" data-line="2"/,
    );
  });
});

describe('The preview of any text', () => {
  const bits = [
    'PAY-142',
    'RE',
    '`',
    '*',
    '[',
    '](x)',
    '<a>',
    '</a>',
    '\n',
    '\n\n',
    '```because\n',
    '- ',
    '> ',
    ' ',
    '#5',
    'é',
  ];
  const markdown = fc
    .array(fc.constantFrom(...bits, 'word', '<script>'), { maxLength: 30 })
    .map((each) => each.join(''));

  it('says the same words as without us, outside our blocks', () => {
    const plain = new MarkdownIt({ html: true, linkify: true });
    return fc.assert(
      fc.property(markdown, (text) => {
        const words = text.replaceAll('because', 'text');
        const ours = render(words).replace(/<a class="because-link"[^>]*>([^<]*)<\/a>/g, '$1');
        assert.equal(ours, plain.render(words));
      }),
      { numRuns: 500 },
    );
  });

  it('costs time in proportion to its length', () => {
    assert.ok(growth((size) => render('*PAY-142* and **x** '.repeat(size)), 1_000) < LINEAR);
  });
});
