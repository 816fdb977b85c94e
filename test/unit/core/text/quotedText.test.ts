/** Copied text becomes a quote with its source and speaker, and keeps every word. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { quotes } from '../../../../src/core/text/markdownText.ts';
import { blockQuote, readQuotedText } from '../../../../src/core/text/quotedText.ts';
import { growth, LINEAR } from '../../../support/growth.ts';

const words = 'We found out from a shop owner.';

describe('a copied text', () => {
  const cases: readonly [what: string, copied: string, expected: ReturnType<typeof readQuotedText>][] = [
    ['words alone', words, { quote: words }],
    ['an address below', `${words}\n\nhttps://a.example/1\n`, { quote: words, source: 'https://a.example/1' }],
    ['an address above', `https://a.example/1\r\n\r\n${words}`, { quote: words, source: 'https://a.example/1' }],
    ['a labelled address', `${words}\nSource: <https://a.example/1>.`, { quote: words, source: 'https://a.example/1' }],
    ['an address after the words', `${words} https://a.example/1`, { quote: words, source: 'https://a.example/1' }],
    ['an address in brackets', `${words} (https://a.example/1)`, { quote: words, source: 'https://a.example/1' }],
    [
      'a speaker and an address',
      `${words}\n— Olivia Reyes, Acme Payments\nhttps://a.example/1`,
      { quote: words, source: 'https://a.example/1', name: 'Olivia Reyes', customer: 'Acme Payments' },
    ],
    [
      'a speaker below an address',
      `${words}\nhttps://a.example/1\n-- Olivia (Acme)`,
      { quote: words, source: 'https://a.example/1', name: 'Olivia', customer: 'Acme' },
    ],
    ['a speaker at a company', `${words}\n- Olivia at Acme`, { quote: words, name: 'Olivia', customer: 'Acme' }],
    ['a speaker alone', `${words}\n— Olivia`, { quote: words, name: 'Olivia' }],
    ['an address alone', 'https://a.example/1', { quote: 'https://a.example/1' }],
    [
      'an address inside the words',
      `See https://a.example/1 for\n${words}`,
      { quote: `See https://a.example/1 for\n${words}` },
    ],
    ['a list', '- one\n- two', { quote: '- one\n- two' }],
    ['a last sentence after a dash', `${words}\n- Never again.`, { quote: `${words}\n- Never again.` }],
    ['quotation marks', `“${words}”`, { quote: words }],
    ['plain quotation marks', `"${words}"`, { quote: words }],
    ['low and high quotation marks', `„${words}“`, { quote: words }],
    ['angle quotation marks', `« ${words} »`, { quote: words }],
    ['quotation marks over several lines', '"One.\n\nTwo."', { quote: 'One.\n\nTwo.' }],
    ['a speaker behind a quotation', `"${words}" — Lena`, { quote: words, name: 'Lena' }],
    [
      'a speaker with a company behind a quotation',
      `“${words}” - Lena, Acme`,
      { quote: words, name: 'Lena', customer: 'Acme' },
    ],
    ['a speaker behind a quotation over lines', `"One.\nTwo." — Lena`, { quote: 'One.\nTwo.', name: 'Lena' }],
    ['two quotations', '"One." and "two."', { quote: '"One." and "two."' }],
    ['a word in quotation marks', '"Urgent" was not urgent', { quote: '"Urgent" was not urgent' }],
    ['a dash in a quotation', '"One - two."', { quote: 'One - two.' }],
    ['one mark', '"', { quote: '"' }],
    ['a quotation of a mail', `> ${words}\n>\n> Twice.`, { quote: `${words}\n\nTwice.` }],
    [
      'a block quote with its speaker in it',
      `> “${words}”\n> — Lena, Acme\n\nhttps://a.example/1`,
      { quote: words, source: 'https://a.example/1', name: 'Lena', customer: 'Acme' },
    ],
    ['a block quote with its speaker below', `> ${words}\n\n— Lena`, { quote: words, name: 'Lena' }],
    ['a quotation in a quotation', `>> ${words}`, { quote: words }],
    ['a line quoted among others', `I asked\n> ${words}`, { quote: `I asked\n> ${words}` }],
    ['several paragraphs', 'One.\n\n  Two  \nThree.', { quote: 'One.\n\n  Two  \nThree.' }],
  ];
  for (const [what, copied, expected] of cases) {
    it(`is read: ${what}`, () => assert.deepEqual(readQuotedText(copied), expected));
  }

  it('keeps every word, in the quote or in what was taken out of it', () => {
    const line = fc.constantFrom(
      'One two.',
      'three',
      '',
      '  four ',
      '— Ada, Acme',
      'https://a.example/x',
      '- item',
      '"five"',
      '> six',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const { quote, source = '', name = '', customer = '' } = readQuotedText(lines.join('\n'));
        const count = (text: string) => text.match(/[a-z]+/gi)?.length ?? 0;
        assert.equal(count(quote) + count(source) + count(name) + count(customer), count(lines.join('\n')));
      }),
    );
  });

  it('is the same text again when its block quote is read', () => {
    const text = 'One <b>bold</b> two.\n\n  # Not a heading\n---\nthree';
    assert.equal(quotes(blockQuote(text))[0]?.text, text);
    assert.equal(blockQuote('a\r\n\r\nb'), '> a\n>\n> b');
  });

  it('is read in time that grows with its length', () => {
    assert.ok(growth((size) => readQuotedText('— '.repeat(size)), 20_000) < LINEAR);
    assert.ok(growth((size) => readQuotedText(`${' > '.repeat(size)}x`), 20_000) < LINEAR);
    assert.ok(growth((size) => readQuotedText(` ${'\t'.repeat(size)}x\nhttps`), 20_000) < LINEAR);
  });
});
