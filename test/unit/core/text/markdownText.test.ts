/** Plain words out of Markdown bodies, hostile ones included. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesWithKinds } from '../../../../src/core/text/markdownBlocks.ts';
import {
  codeSpans,
  firstHeading,
  firstParagraph,
  firstSentences,
  openQuestion,
  plainWords,
  quotes,
} from '../../../../src/core/text/markdownText.ts';
import { growth, LINEAR } from '../../../support/growth.ts';

const STATEMENT =
  '30% of users miss time-sensitive updates, and it costs us $200K in annual churn. How should we solve this?';

describe('the first heading', () => {
  it('is found in both ways of writing one, outside fences and comments', () => {
    assert.equal(firstHeading('text\n\n## Late *updates* ##\n'), 'Late updates');
    assert.equal(firstHeading('Late updates\n===\n\ntext'), 'Late updates');
    assert.equal(firstHeading('```sh\n# not this\n```\n<!--\n# nor this\n-->\n# This'), 'This');
    assert.equal(firstHeading('#\n# \n# Words\r\n'), 'Words');
  });

  it('is nothing where there is none', () => {
    for (const body of ['', 'text #1', '#hashtag', '    # code', '> # quoted', 'a paragraph\nof two lines\n---\nmore'])
      assert.equal(firstHeading(body), undefined, body);
  });
});

describe('the first paragraph', () => {
  it('is one line of plain words', () => {
    assert.equal(firstParagraph(`# Title\n\n${STATEMENT.replace(', ', ',\r\n')}\r\n\r\nMore.`), STATEMENT);
    assert.equal(firstParagraph('**Bold** and [a link](https://x.example "t"), `code`.'), 'Bold and a link, code.');
  });

  it('skips headings, comments, tables, images, quotes, code and definitions', () => {
    const body = [
      ...['# Title', '<!-- note', 'to self -->', '![chart](a.png)', '', '| a | b |', '|---|---|', '| 1 | 2 |', ''],
      ...['a | b', '--|--', '1 | 2', '', '> quoted', 'and lazily on', '', '```', 'code', '```', '~~~', '```', '~~~'],
      ...['', '    indented code', '', '[ref]: https://x.example', '', '---', '', 'This one.', 'Really.'],
    ].join('\n');
    assert.equal(firstParagraph(body), 'This one. Really.');
  });

  it('takes the first item of a list, and that item after words that only announce it', () => {
    assert.equal(firstParagraph('- [ ] one\n  goes on\n- two'), 'one goes on');
    assert.equal(firstParagraph('The reasons are:\n\n1. Cost\n2. Time'), 'The reasons are: Cost');
    assert.equal(firstParagraph('See:'), 'See:');
  });

  it('is nothing in an empty body, and an unclosed fence hides the rest', () => {
    for (const body of ['', ' \n\t\n', '# Only', '```\ntext', '<!-- open\ntext', '![a](b)'])
      assert.equal(firstParagraph(body), undefined, body);
  });
});

describe('the open question', () => {
  it('is the last paragraph that ends in a question mark', () => {
    assert.equal(openQuestion('Fact.\n\nWhy? Because.\n\nHow, by *when*?\n\n## Notes\n\nText.'), 'How, by when?');
    assert.equal(openQuestion('Fact.\n\nWe could wait. Or should we?'), 'We could wait. Or should we?');
  });

  it('is only the end of the statement where both are one paragraph', () => {
    assert.equal(openQuestion(STATEMENT), 'How should we solve this?');
    assert.equal(openQuestion('Who? Why?'), 'Who? Why?');
  });

  it('is never quoted, coded or half a link', () => {
    for (const body of ['Fact.\n\n> Why?', 'Fact.\n\n```\nwhy?\n```', 'Fact [x](https://x.example/?).', ''])
      assert.equal(openQuestion(body), undefined, body);
  });
});

describe('quotes', () => {
  it('are given as written, with their place', () => {
    const body = 'Text\n\n> first *line*\n> second\n\nbetween\n\n  > other\nlazy\n\n>\n';
    assert.deepEqual(
      quotes(body).map(({ text }) => text),
      ['first *line*\nsecond', 'other\nlazy'],
    );
    const [first] = quotes(body);
    assert.equal(body.slice(first?.start, first?.end), '> first *line*\n> second');
  });

  it('are none inside fences', () => {
    // Whoever shows them puts marks of their own around them.
    const [marked, two] = quotes('> "I had to wait."\n\n> “No” and “yes”');
    assert.deepEqual([marked?.text, two?.text], ['I had to wait.', '“No” and “yes”']);
    assert.deepEqual(quotes('```\n> no\n```\n`> no`\n    > no\n\na > b'), []);
  });
});

describe('alerts', () => {
  const real = '> It is *late*,\n> every day.';
  const said = (body: string) => quotes(body).map(({ text }) => text);
  const words = ['It is *late*,\nevery day.'];

  it('are no quotes in any of their forms, and the quote above and below them is', () => {
    const names = [
      'WARNING',
      'NOTE',
      'TIP',
      'IMPORTANT',
      'CAUTION',
      'warning',
      'Note',
      'info',
      'danger',
      'todo',
      'example',
    ];
    const alerts = [
      ...names.map((name) => `> [!${name}]\n> Do not share outside the team.\n>\n> Never.`),
      ...['+', '-', ' A title', '- A title', '+ **A title**', 'Title'].map((end) => `> [!note]${end}\n> Do not share.`),
      ...['>[!NOTE]\n>Do not share.', '  > [!NOTE]\n  > Do not share.', '>\n> [!NOTE]\n> Do not share.'],
      ...[
        '> [!NOTE]\nDo not share,\nas lazily as it is written.',
        '> \\[!NOTE\\]\n> Do not share.',
        '> [!note|right] T\n> x',
      ],
      ...['> > [!NOTE]\n> > Do not share.', '> [!NOTE]\n> > Deeper.\n>\n> - a list', '> [!NOTE]'],
      ...['> **Note**\n> Do not share.', '> **Warning:** Do not share.', '> **Important**: not to be shared.'],
      ...['>>> [!note]\nDo not share.\n\n> Never.\n>>>', '>>> [!WARNING] Title\nDo not.\n>>>'],
      ...[':::note', '::: warning Title', ':::{tip}', '::: {.callout-note title="x"}', '::::caution[Title]'].map(
        (open) => `${open}\n\n> Do not share.\n\nWords.\n\n${/^:+/.exec(open)?.[0]}`,
      ),
      ...[
        '::::note\n:::tip\n> a\n:::\n> b\n::::',
        '!!! note "Title"\n    > Do not share.\n\n    Never.',
        '???+ tip\n\t> x',
      ],
    ];
    for (const alert of alerts) {
      assert.deepEqual(said(alert), [], alert);
      assert.deepEqual(said(`${alert}\n\n${real}`), words, alert);
      assert.deepEqual(said(`${real}\n\n${alert}`), words, alert);
      assert.deepEqual(said(`Words.\n\n${alert}\n\nMore.\n\n${real}\n`.replaceAll('\n', '\r\n')).length, 1, alert);
      assert.equal(firstParagraph(`${alert}\n\nThe statement.`), 'The statement.', alert);
    }
  });

  it('inside a quote leave the words around them', () => {
    assert.deepEqual(said('> It is late.\n> > [!NOTE]\n> > Ours, not theirs.\n>\n> Every day.'), [
      'It is late.',
      'Every day.',
    ]);
    assert.deepEqual(said('> It is late.\n>\n> [!NOTE]\n> Ours, not theirs.'), ['It is late.']);
  });

  it('that are a quote by their name keep their words', () => {
    assert.deepEqual(said('> [!quote] Acme\n> It is late.'), ['It is late.']);
    assert.deepEqual(said('>>>\nIt is late.\n\nEvery day.\n>>>\n\nWords.'), ['It is late.\n\nEvery day.']);
  });

  it('take nothing from quotes that only look like them', () => {
    for (const words of [
      '[!',
      '[x] done',
      '!note',
      '**Note** that it is late',
      '[![badge](x)](y)',
      ':::',
      'see [!NOTE]',
    ]) {
      assert.deepEqual(said(`> ${words}`), [words]);
    }
    for (const open of [':::note', '>>> [!note]', ':::']) {
      assert.deepEqual(said(`${open}\n\nNever closed.\n\n${real}`), words, open);
    }
    assert.deepEqual(said('```\n> [!NOTE]\n```\n> It is late.'), ['It is late.']);
  });
});

describe('first sentences', () => {
  it('end where a sentence ends, not at abbreviations, decimals or versions', () => {
    const table: [string, string][] = [
      [STATEMENT, '30% of users miss time-sensitive updates, and it costs us $200K in annual churn.'],
      [
        'Tools, e.g. Slack, i.e. chat vs. mail, lose 2.5 hours since v1.2. Next.',
        'Tools, e.g. Slack, i.e. chat vs. mail, lose 2.5 hours since v1.2.',
      ],
      ['Dr. Who met J. Doe in the U.S. Army. Next.', 'Dr. Who met J. Doe in the U.S. Army.'],
      ['It costs approx. 5 EUR. Next.', 'It costs approx. 5 EUR.'],
      ['She asked "Why?" and left. Next.', 'She asked "Why?" and left.'],
      ['Well... maybe. Next.', 'Well... maybe.'],
      ['(All of it.) Next.', '(All of it.)'],
      ['看这个。下一个。', '看这个。'],
      ['No end', 'No end'],
      ['', ''],
    ];
    for (const [text, sentence] of table) assert.equal(firstSentences(text, 1), sentence);
    assert.equal(firstSentences(STATEMENT, 2), STATEMENT);
    assert.equal(firstSentences('One. Two.', 5), 'One. Two.');
  });

  it('are fewer, or cut at a word, where they are long', () => {
    const long = `W${'word '.repeat(80).trim()}.`;
    assert.equal(firstSentences(`Short. ${long} ${long}`, 2), 'Short.');
    const cut = firstSentences(long, 1);
    assert.ok(cut.length <= 201 && cut.endsWith('word…'), cut);
    assert.equal(firstSentences('x'.repeat(500), 1), `${'x'.repeat(200)}…`);
    assert.doesNotMatch(firstSentences(`${'x'.repeat(199)}🚀${'x'.repeat(300)}`, 1), /[\uD800-\uDBFF]…/);
  });
});

describe('plain words', () => {
  const yields = (table: [string, string][]) => {
    for (const [markdown, words] of table) assert.equal(plainWords(markdown), words, markdown);
  };

  it('lose their marks', () => {
    yields([
      ['**b** __b__ *i* _i_ ***bi*** ~~s~~', 'b b i i bi s'],
      ['[text](https://x.example/a_(b) "title") [ref][1] [^1]<https://y.example>', 'text ref https://y.example'],
      ['[![alt](a.png)](https://x.example) end', 'end'],
      ['``a ` b`` and `*not*` and `[x](y)` and [`code`](z)', 'a ` b and *not* and [x](y) and code'],
      ['\\*kept\\* &lt;b&gt; &amp;', '*kept* <b> &'],
      ['a<br>b <b>c</b>d', 'a b cd'],
    ]);
  });

  it('keep what only looks like a mark', () => {
    yields([
      ['snake_case_name 2 * 3 * 4 *.go a < b', 'snake_case_name 2 * 3 * 4 *.go a < b'],
      ['[x] array[0](1)', '[x] array0'],
      ['open ` tick', 'open ` tick'],
    ]);
  });

  it('hold nothing hidden, reordered or active', () => {
    yields([
      ['a\u202Eb\u2066c\u0000d\u001Be\u200Bf\uFEFFg\u{E0041}h', 'abcdefgh'],
      ['<script>alert(1)</script><img src=x onerror=y>x', 'alert(1)x'],
      ['<!-- hidden -->seen<!-- never closed', 'seen'],
      ['![pixel](https://evil.example/p.png)[run](command:evil)', 'run'],
      ['\uE0000\uE001`x`', '0x'],
      ['two\n  lines\t\there', 'two lines here'],
    ]);
  });

  it('come from any text without marks of their own, on one line', () => {
    void fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        assert.doesNotMatch(plainWords(text), /\p{Cc}|[\u202A-\u202E\u2066-\u2069\uE000\uE001]/u);
        assert.equal(plainWords(text), plainWords(text).trim());
      }),
    );
  });
});

describe('reading Markdown', () => {
  it('covers every character once, whatever the text', () => {
    const part = fc.constantFrom(
      '```',
      '~~~',
      '> ',
      '- ',
      '# ',
      '|',
      '---',
      '\n',
      '\r\n',
      '<!--',
      '-->',
      'text',
      '    ',
      '`',
      '?',
    );
    void fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const body = parts.join('');
        const lines = [...linesWithKinds(body)];
        assert.equal(lines.map((line) => body.slice(line.start, line.end)).join('\n'), body.replaceAll('\r\n', '\n'));
        for (const read of [firstHeading, firstParagraph, openQuestion, quotes]) read(body);
        for (const { start, end } of codeSpans(body)) assert.match(body.slice(start, end), /^`[\s\S]*`$/);
      }),
    );
  });

  it('stays quick on text made to be slow', () => {
    for (const unit of [
      '`',
      '``` ` ',
      '[',
      '![',
      '[a](',
      '<!--',
      '<a ',
      '*a ',
      '_a_b ',
      '**a',
      '> ',
      '- ',
      '|',
      '\n',
      '(',
      '&',
      '\\',
      'a. ',
      '[^',
      '<a@',
    ]) {
      const all = (size: number): void => {
        const text = unit.repeat(size / unit.length);
        for (const read of [plainWords, firstHeading, firstParagraph, openQuestion, quotes]) read(text);
        firstSentences(text, 2);
      };
      assert.ok(growth(all, 25_000) < LINEAR, JSON.stringify(unit));
    }
  });
});
