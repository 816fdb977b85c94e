/** Cards of hostile records: whatever people write, only our own marks come alive. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { cardOf } from '../../../../src/core/card/card.ts';
import { cardMarkdown, cardText, escapeMarkdown } from '../../../../src/core/card/cardMarkdown.ts';
import { cardHtml } from '../../../../src/core/card/previewKeys.ts';
import type { Card } from '../../../../src/core/face/cardLines.ts';
import { libraryOf } from '../../../support/sources.ts';

const now = new Date('2026-11-23T12:00:00Z');

const attacks = [
  '<img src=x onerror=alert(1)>',
  '</p></div><script>alert(1)</script>',
  '[run](command:workbench.action.terminal.new)',
  '[x]: command:evil',
  '![pixel](https://evil.example/p.png)',
  '<https://evil.example>',
  'https://evil.example www.evil.example me@evil.example',
  '$(flame) $(sync~spin)',
  '> quoted\n\n# Out of the quote\n\n[a](command:b)',
  '``` \n[a](command:b)\n```',
  '`a` **b** __c__ ~~d~~ *e*',
  '&lt;script&gt; &#91;x&#93;(command:y)',
  '\u202Egnp.exe\u202C \u2066x\u2069 \u200F',
  '| a | b |\n|---|---|\n| c | d |',
  '- [ ] task\n1. one\n+ two\n=== \n---',
  '\\[x\\](command:y) \\\\[x](command:y)',
  '[^1] :smile: {{x}} ${x} %{x}',
  "\"onmouseover=alert(1) 'x' `y`",
  '</textarea><svg/onload=alert(1)>',
  'vscode://evil.ext/run',
] as const;

/** What marks are taken for depends on what stands beside them. */
const neighbours = [
  ...[
    '.',
    ':',
    '/',
    '-',
    '_',
    '+',
    '=',
    '!',
    '(',
    ')',
    '&',
    '#',
    '|',
    '~',
    '$',
    '[',
    ']',
    '<',
    '>',
    '@',
    '*',
    '`',
    '\\',
  ],
  ...[' ', '  ', '\n', 'a', 'B', '1', '٣', 'é', '”', 'www', 'http', '//', '1.', '2)', 'x.y', '---', 'amp;', 'sync'],
] as const;

const hostile = fc.oneof(
  fc.array(fc.constantFrom(...neighbours), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.constantFrom(...attacks),
  fc
    .array(fc.constantFrom(...attacks, ' ', '\n', '\\', '*', '_', '`', '[', ']', '(', ')', '<', '>', '!', '#', '-'), {
      maxLength: 12,
    })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

const yaml = (text: string) => JSON.stringify(text);

/** Every text a card can hold, hostile. */
const records = fc.record({
  title: hostile,
  body: hostile,
  quote: hostile,
  customer: hostile,
  metric: hostile,
  unit: hostile,
});

type Words = typeof records extends fc.Arbitrary<infer T> ? T : never;

function filesOf({ title, body, quote, customer, metric, unit }: Words): Record<string, string> {
  const initiative = `---\ntitle: ${yaml(title)}\nproblem: p\nsprint: ${yaml(unit)}\nquarter: ${yaml(unit)}\nissues: [${yaml(customer)}, PAY-2]\noutcome: {metric: ${yaml(metric)}, unit: ${yaml(unit)}, baseline: ${yaml(unit)}, target: 3}\n---\n${body}\n`;
  return {
    'because.yml': 'keys: [PAY]\n',
    'initiatives/PAY-1.md': initiative,
    'initiatives/PAY-3.md': `---\n${body}`,
    'problems/p.md': `---\ntitle: ${yaml(title)}\n---\n${body}\n`,
    'evidence/a.md': `---\nkind: quote\nproblem: p\ncustomer: ${yaml(customer)}\n---\n> ${quote}\n`,
    'evidence/b.md': `---\nkind: ticket\ntitle: ${yaml(title)}\npersona: ${yaml(customer)}\nstance: contradicts\nproblem: p\n---\n${body}\n`,
    'risks/r.md': `---\ntitle: ${yaml(title)}\ninitiative: PAY-1\n---\n${body}\n`,
  };
}

const keys = ['PAY-1', 'PAY-2', 'PAY-3', 'PAY-999', 'p', 'a', 'b', 'r'];

/** What our own Markdown is made of. */
const ours = new Set([
  'paragraph_open',
  'paragraph_close',
  'bullet_list_open',
  'bullet_list_close',
  'list_item_open',
  'list_item_close',
  'inline',
  'text',
  'text_special',
  'hardbreak',
  'strong_open',
  'strong_close',
  'em_open',
  'em_close',
]);

function foreignTokens(markdown: string): string[] {
  return tokensOf(markdown).filter((type) => !ours.has(type));
}

const tokensOf = (markdown: string) =>
  new MarkdownIt({ html: true, linkify: true })
    .parse(markdown, {})
    .flatMap((token) => [token, ...(token.children ?? [])])
    .map(({ type }) => type);

/** Passages that are drawn with emphasis. */
const emphases = (markdown: string) => tokensOf(markdown).filter((type) => /^(?:em|strong)_open$/.test(type)).length;

/** Passages that we give emphasis to. */
const emphasized = ({ lines }: Card) =>
  lines
    .flatMap(({ segments }) => segments)
    .filter(({ look, text }) => text.trim() !== '' && /^(?:key|title|label|warning|quote)$/.test(look)).length;

function shownBy(markdown: string): string {
  const parser = new MarkdownIt({ html: true });
  return parser
    .parseInline(markdown, {})
    .flatMap(({ children }) => children ?? [])
    .map(({ content }) => content)
    .join('');
}

describe('Cards of hostile records', () => {
  it('hold no link, image, tag, code or list that is not ours', () => {
    return fc.assert(
      fc.property(records, (words) => {
        const library = libraryOf(filesOf(words));
        for (const key of keys) {
          const card = cardOf(library, key, now);
          if (!card) continue;
          const markdown = cardMarkdown(card);
          assert.deepEqual(foreignTokens(markdown), [], markdown);
          assert.equal(emphases(markdown), emphasized(card), markdown);
          assert.doesNotMatch(markdown, /(?<!\\)\$\(/);
          assert.equal(markdown.split('\n').filter(Boolean).length, card.lines.length, markdown);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('show in Markdown what the text shows, character by character', () => {
    return fc.assert(
      fc.property(hostile, (text) => {
        const words = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
        assert.equal(shownBy(`x ${escapeMarkdown(words)} y`), `x ${words} y`);
      }),
      { numRuns: 500 },
    );
  });

  it('keep nothing that hides or reorders text', () => {
    return fc.assert(
      fc.property(records, (words) => {
        const library = libraryOf(filesOf(words));
        for (const key of keys) {
          const card = cardOf(library, key, now);
          const text = card ? cardText(card) : '';
          assert.doesNotMatch(text, /[\u202A-\u202E\u2066\u2067\u200B\u200E\u200F]|(?!\n)\p{Cc}/u);
          // Isolates come in pairs, ours.
          assert.equal(text.split('\u2068').length, text.split('\u2069').length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are drawn as our own elements only', () => {
    return fc.assert(
      fc.property(records, (words) => {
        const library = libraryOf(filesOf(words));
        for (const key of keys) {
          const card = cardOf(library, key, now);
          if (!card) continue;
          const html = cardHtml(card, '../x.md');
          const rest = html.replace(
            /<\/?(?:div|p|span|a)(?: (?:class|role|aria-label|href|data-href)="[^"<>]*")*>/g,
            '',
          );
          assert.doesNotMatch(rest, /[<>"]/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are short, however long the records are', () => {
    const long = `${'word '.repeat(50_000)}`;
    const library = libraryOf(
      filesOf({ title: long, body: long, quote: long, customer: long, metric: long, unit: long }),
    );
    for (const key of keys) {
      const card = cardOf(library, key, now);
      assert.ok(!card || cardText(card).length < 2500, `${key}: ${card && cardText(card).length}`);
    }
  });

  it('keep separators in place beside text that runs from right to left', () => {
    const library = libraryOf(
      filesOf({ title: 'עדכונים', body: 'x', quote: 'x', customer: 'x', metric: 'x', unit: 'x' }),
    );
    const card = cardOf(library, 'PAY-1', now);
    assert.match(card ? cardText(card) : '', /^PAY-1 · \u2068עדכונים\u2069 · idea/);
  });
});
