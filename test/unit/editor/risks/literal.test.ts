/** Records' text in a thread is shown, never obeyed. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { literal } from '../../../../src/editor/risks/literal.ts';

const markdown = new MarkdownIt({ html: true, linkify: true });

/** What a reader sees of it, and the elements that are neither paragraphs nor line breaks. */
function shown(text: string): { words: string; elements: string[] } {
  const html = markdown.render(literal(text));
  const elements = [...html.matchAll(/<(?!\/?p>|br>)[^>]*>/g)].map(([tag]) => tag);
  const words = html
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(lt|gt|amp|quot);/g,
      (_, name: 'lt' | 'gt' | 'amp' | 'quot') => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name],
    );
  return { words, elements };
}

describe('Foreign text in a thread', () => {
  it('holds no link, command, image, tag, heading, list or code', () => {
    for (const text of [
      '[run](command:workbench.action.quit)',
      '![x](https://example.com/pixel.png)',
      '<img src=x onerror=alert(1)>',
      '# heading',
      '1. one\n2. two',
      '> quote\n- item',
      '`code` **bold** _it_ ~~no~~',
      '    indented',
      '---',
      'a\n===',
      '| a | b |\n|---|---|',
      '&lt;b&gt;',
    ]) {
      assert.deepEqual(shown(text).elements, [], text);
    }
  });

  it('shows every word as it was written', () => {
    void fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        const { words, elements } = shown(text);
        assert.equal(words.replace(/\s+/g, ' ').trim(), text.replace(/\s+/g, ' ').trim());
        assert.deepEqual(elements, []);
      }),
    );
  });

  it('keeps paragraphs, and lines that start like a list', () => {
    assert.equal(markdown.render(literal('one\n\ntwo')).match(/<p>/g)?.length, 2);
    assert.match(markdown.render(literal('why:\n- one\n- two')), /<br>/);
  });
});
