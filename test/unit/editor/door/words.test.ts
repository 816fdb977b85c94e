/** Foreign words on their way to the editor: nothing in them is a link, an icon or a mark to whatever draws them. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { bold, lines, plain, plainLines, tip, unlinked, words } from '../../../../src/editor/door/words.ts';

/** How the editor finds links in messages, prompts and views, and icons in labels. */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
const ICON = /(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/;

const HOSTILE = [
  '[run](command:workbench.action.quit)',
  'Details \\\\](command:workbench.action.quit) [x',
  'Details \\](command:workbench.action.quit) [x',
  '[a]\u200B(command:evil) [b]\u00AD(https://evil.example "t")',
  '[a]\n(command:evil)',
  '$(trash) \\$(trash) \\\\$(trash) $\u200B(trash~spin)',
  '![x](https://evil.example/pixel.png)',
  '<img src=x onerror=alert(1)> <https://evil.example>',
  '<command:workbench.action.quit?x> <me@evil.example> \\<command:workbench.action.quit?x>',
  'https://evil.example www.evil.example me@evil.example',
  '`code` **bold** _it_ ~~no~~ &lt;b&gt; &#91;',
  '| a | b |',
];

const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc
    .array(
      fc.constantFrom(
        '[',
        ']',
        '(',
        ')',
        '\\',
        '$',
        'x',
        ' ',
        '\u200B',
        '\n',
        'command:x',
        'https://e.example',
        '!',
        '<',
        '>',
        '"',
        '`',
      ),
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

const markdown = new MarkdownIt({ html: true, linkify: true });

/** What a reader sees of it, and the elements that are neither paragraphs nor line breaks. */
function shown(text: string): { words: string; elements: string[] } {
  const html = markdown.render(text);
  const elements = [...html.matchAll(/<(?!\/?p>|br>)[^>]*>/g)].map(([tag]) => tag);
  const read = html
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(lt|gt|amp|quot);/g,
      (_, name: 'lt' | 'gt' | 'amp' | 'quot') => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name],
    );
  return { words: read, elements };
}

describe('Foreign words as plain text', () => {
  it('hold no link and no icon', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const given of [plain(text), plainLines(text), plainLines(text).replace(/\n/g, ' ')]) {
          assert.doesNotMatch(given, LINK);
          assert.doesNotMatch(given, ICON);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('read as they were written, but for a space that keeps apart what would mean something', () => {
    assert.equal(
      plain('[customers](command:x) at $(5 €) of $(trash)'),
      '[customers] (command:x) at $(5 €) of $ (trash)',
    );
    assert.equal(plain('Late pages: PAY-7, 30% (of 12)'), 'Late pages: PAY-7, 30% (of 12)');
    assert.equal(plainLines('a\r\nb'), 'a\nb');
    assert.equal(plain(undefined), undefined);
  });
});

describe('Foreign words as Markdown', () => {
  it('hold no link, command, image, tag, heading, list or code', () => {
    const blocks = ['# heading', '1. one\n2. two', '> quote\n- item', '    indented', '---', 'a\n===', '| a |\n|---|'];
    for (const text of [...HOSTILE, ...blocks]) {
      assert.deepEqual(shown(lines(text)).elements, [], text);
      assert.deepEqual(shown(words(text)).elements, [], text);
      assert.deepEqual(shown(bold(text)).elements, ['<strong>', '</strong>'], text);
    }
  });

  it('show every word as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        for (const { words: read, elements } of [shown(lines(text)), shown(words(text))]) {
          assert.equal(read.replace(/\s+/g, ' ').trim(), text.replace(/\s+/g, ' ').trim());
          assert.deepEqual(elements, []);
        }
      }),
    );
  });

  it('keep paragraphs, and lines that start like a list', () => {
    assert.equal(markdown.render(lines('one\n\ntwo')).match(/<p>/g)?.length, 2);
    assert.match(markdown.render(lines('why:\n- one\n- two')), /<br>/);
  });
});

describe('Foreign words beside the label of a row', () => {
  /** As the editor makes the tooltip of them: Markdown, in which no tag is one. */
  const tooltipOf = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

  it('hold no link, and no address that would become one', () => {
    for (const text of HOSTILE) assert.doesNotMatch(markdown.render(tooltipOf(unlinked(text))), /<a\b/, text);
    fc.assert(fc.property(hostile, (text) => assert.doesNotMatch(markdown.render(tooltipOf(unlinked(text))), /<a\b/)));
  });

  it('read as they were written', () => {
    const text = 'Grace <grace@relay.example>, see https://relay.example/7 and WWW.relay.example';
    assert.equal(unlinked(text).replaceAll('\u2060', ''), text);
  });
});

describe('Foreign words in a terminal', () => {
  /** As the editor writes the tooltip of a link there: a link of its own, with a backslash before all marks but one. */
  const linkOf = (text: string): string =>
    `[${text.replace(/[\\`*_{}[\]()#+\-!~>]/g, '\\$&').replace(/[ \t]+/g, '\u00A0')}](PAY-7)`;

  it('hold no link but that of the editor', () => {
    const own = ['<a href="PAY-7">', '</a>'];
    for (const text of HOSTILE) assert.deepEqual(shown(linkOf(tip(text))).elements, own, text);
    fc.assert(fc.property(hostile, (text) => assert.doesNotMatch(tip(text), /<\S/)));
  });

  it('read as they were written, but for a space', () => {
    assert.equal(tip('p95 <200 ms, see <https://x.example>'), 'p95 < 200 ms, see < https://x.example>');
  });
});
