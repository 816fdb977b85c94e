/** Foreign text as one line and as several: what draws nothing goes, and what languages need stays. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { oneLine, severalLines } from '../../../../src/core/text/foreignText.ts';

const LINE_ENDS = ['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'];

/** By what it is, each with an example; none may be found in a text made fit. */
const HIDDEN: readonly [what: string, characters: string][] = [
  ['controls', '\u0000\u0007\u0008\u001B\u007F\u009B\u009D'],
  ['spaces of no width', '\u200B\u2060\u180E\uFEFF'],
  ['marks of direction', '\u200E\u200F\u061C'],
  ['overrides and isolates of direction', '\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069'],
  ['old format characters', '\u206A\u206B\u206C\u206D\u206E\u206F'],
  ['soft hyphens', '\u00AD'],
  ['joiners between letters that do not join', '\u200C\u200D\u034F'],
  ['variants of what has none', '\uFE00\uFE0E\uFE0F\u{E0100}\u{E01EF}'],
  ['tags', '\u{E0000}\u{E0001}\u{E0020}\u{E0041}\u{E007F}'],
  ['fillers', '\u115F\u1160\u3164\uFFA0'],
  ['annotations', '\uFFF9\uFFFA\uFFFB'],
  ['halves of characters', '\uDFFF\uD800'],
  ['what is no character', '\uFFFE\uFFFF\uFDD0'],
  ['invisible signs of other scripts', '\u2061\u2062\u2063\u2064\u17B4\u17B5\u{1D173}\u{1BCA0}'],
];

const NEEDED = [
  'می‌خواهم',
  'क्‍ष',
  'শ্রী‌',
  '👨‍👩‍👧‍👦',
  '👩🏽‍💻',
  '🏳️‍🌈',
  '❤️',
  '☎︎',
  '1️⃣ #️⃣',
  '葛󠄀城',
  '🇺🇦 🇩🇪',
  'Renée Øystein Дмитрий',
  'e\u0301 ñ 한국어 日本語 ไทย',
  'שלום עולם، مرحبا',
];

describe('foreign text', () => {
  it('loses, on one line and on several, what draws nothing', () => {
    for (const [what, characters] of HIDDEN) {
      for (const hidden of characters) {
        assert.equal(oneLine(`a${hidden}b`), 'ab', what);
        assert.equal(severalLines(`a${hidden}b`), 'ab', what);
        assert.equal(oneLine(`a${hidden}${hidden}`), 'a', what);
      }
    }
  });

  it('becomes one line, whatever ends its lines and however wide its spaces are', () => {
    for (const end of [...LINE_ENDS, '\t', '  \n\n  ', '\u00A0\u3000'])
      assert.equal(oneLine(`${end}a${end}b${end}`), 'a b');
  });

  it('keeps its lines as several, each ended alike', () => {
    for (const end of LINE_ENDS) assert.equal(severalLines(`a${end}\tb  c${end}`), 'a\n\tb  c\n');
  });

  it('keeps what languages and emoji need', () => {
    for (const text of NEEDED) {
      assert.equal(oneLine(text), text);
      assert.equal(severalLines(text), text);
    }
  });

  it('hides nothing behind what is needed: one unseen character to what it belongs to', () => {
    assert.equal(oneLine('❤\uFE0F\uFE0F\u{E0141}\u{E0142}'), '❤\uFE0F');
    assert.equal(oneLine('葛\u{E0100}\u{E0101}'), '葛\u{E0100}');
    assert.equal(oneLine('م\u200C\u200C\u200Dخ'), 'م\u200Cخ');
    assert.equal(oneLine('👩\u200D\u200B💻 👩\u200Dx'), '👩💻 👩x');
    assert.equal(oneLine('🏴\u{E0067}\u{E0062}\u{E007F}'), '🏴');
  });

  it('comes out of any text the same when it is made fit again', () => {
    const hostile = fc.constantFrom(...LINE_ENDS, ...HIDDEN.flatMap(([, all]) => [...all]), ...NEEDED, 'a', ' ', '\t');
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(hostile).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const line = oneLine(text);
        assert.equal(oneLine(line), line);
        assert.doesNotMatch(line, /\p{Cc}|\p{Zl}|\p{Zp}|\p{Cs}|\s\s|^\s|\s$|\p{Bidi_Control}/u);
        const lines = severalLines(text);
        assert.equal(severalLines(lines), lines);
        assert.doesNotMatch(lines, /(?![\n\t])\p{Cc}|\p{Zl}|\p{Zp}|\p{Cs}|\p{Bidi_Control}/u);
        assert.equal(oneLine(lines), line);
      }),
      { numRuns: 2_000 },
    );
  });
});
