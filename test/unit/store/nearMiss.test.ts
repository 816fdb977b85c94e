/** Fields that somebody wrote in a place where they are not read: said, and never written over. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BecauseError } from '../../../src/core/base/errors.ts';
import { parseRecord, parseYaml, setBody, setField, setYamlField } from '../../../src/store/frontMatter.ts';

const FIELDS = '---\nid: late\nstatus: open\n---\nPages are late.\n';

/** The finding on a text, which no edit may touch: its message, and the text it stands on. */
function refused(text: string): { readonly message: string; readonly on: string } {
  const { problems, values, body } = parseRecord(text);
  const [problem] = problems;
  assert.ok(problem, JSON.stringify(text));
  assert.equal(problem.code, 'front-matter');
  assert.match(problem.message, /^\p{Lu}.*\.$/u);
  assert.deepEqual(Object.keys(values), []);
  assert.ok(text.endsWith(body) && text.length - body.length <= 1, 'no text is lost');
  const edits = [
    () => setField(text, ['status'], 'solved'),
    () => setField(text, ['due'], '2026-11-23'),
    () => setField(text, ['outcome', 'by'], undefined),
    () => setBody(text, 'Other words.\n'),
  ];
  for (const edit of edits) {
    assert.throws(edit, (error) => error instanceof BecauseError && error.code === 'not-editable');
  }
  return { message: problem.message, on: text.slice(problem.span.start, problem.span.end) };
}

function plain(text: string): void {
  const { problems, body } = parseRecord(text);
  assert.deepEqual(problems, [], JSON.stringify(text));
  assert.equal(body, text);
  const edited = setField(text, ['status'], 'solved');
  assert.equal(edited.slice(edited.length - text.length), text);
}

describe('front matter that is not first', () => {
  it('is told on its line, whatever blanks stand before it', () => {
    for (const before of ['\n', '\r\n', ' ', '\t', '   ', '\n\n \n', '\u00a0', '\f', '\n\t']) {
      const { message, on } = refused(before + FIELDS);
      assert.match(message, /first line|invisible/);
      assert.equal(on.trim(), '---');
    }
  });

  it('is told by the name of what nobody sees before it', () => {
    const hidden = { '\u200b': '200B', '\u2060': '2060', '\u200e': '200E', '\u061c': '061C', '\u00ad': '00AD' };
    for (const [before, name] of Object.entries({
      ...hidden,
      '\u{e0020}': 'E0020',
      '\u0000': '0000',
      '\ufe0f': 'FE0F',
    })) {
      assert.match(refused(before + FIELDS).message, new RegExp(`U\\+${name}\\b`));
      assert.match(refused(`\n${before}\n${FIELDS}`).message, new RegExp(`U\\+${name}\\b`));
    }
    assert.match(refused(`\ufeff\ufeff${FIELDS}`).message, /U\+FEFF/);
  });

  it('is told below comments and below words', () => {
    const comments = [
      '<!-- Licence: MIT -->\n',
      '<!--\nTwo\nlines\n-->\n\n',
      '/* c */\n',
      '// c\n',
      '%% c %%\n',
      '[//]: # (c)\n',
    ];
    for (const before of [
      ...comments,
      '<!-- on the same line --> ',
      '# Copyright ours\n\n',
      '# Late pages\n',
      'Words.\n\n',
    ]) {
      assert.equal(
        refused(before + FIELDS)
          .on.replace(/^.*> /, '')
          .trim(),
        '---',
        before,
      );
    }
    refused('<!-- c -->\n---\nours: 1\nmine: [a, b]\n---\nFields of a kind that nobody knows.\n');
    refused('\n---\n{id: late}\n---\n');
    refused('\n---\n# a comment\nid: late\n');
  });

  it('is told where its fences are not quite fences', () => {
    for (const fence of [
      '----',
      '--- # fields',
      '---yaml',
      '---\u200b',
      '\u2014-',
      '\u2014\u2014\u2014',
      '\u2013\u2013\u2013',
    ]) {
      assert.match(refused(FIELDS.replace('---', fence)).message, /nothing else/);
    }
    assert.match(refused('+++\ntitle = "Late"\n+++\nWords.\n').message, /\+\+\+/);
  });

  it('is told where a line was meant to end it, and the text below would be swallowed', () => {
    const rule = '\n---\n\nMore.\n';
    for (const fence of [' ---', '\t---', '---\u200b', '----', '--- # end', ' ...', '\u2026', '\u2014-', '...\u00a0']) {
      const text = `---\nid: late\nstatus: open\n${fence}\n# Late\n`;
      assert.equal(refused(text).on.trim(), fence.trim(), fence);
      assert.equal(refused(text + rule).on.trim(), fence.trim(), fence);
    }
  });

  it('is told where lines end in CR alone', () => {
    const returned = FIELDS.replaceAll('\n', '\r');
    for (const text of [
      returned,
      `\ufeff${returned}`,
      returned.replace('late.\r', 'late.\n'),
      FIELDS.replace('\n', '\r'),
    ]) {
      assert.match(refused(text).message, /CR/);
    }
    const [first = '', ...others] = FIELDS.split('\n');
    for (let at = 0; at < 3; at++) {
      const mixed = [first, ...others].map((line, index) => line + (index === at ? '\r' : '\r\n')).join('');
      const { message, on } = refused(mixed);
      assert.match(message, /CR/);
      assert.equal(on, [first, ...others][at]);
    }
    refused('---\r\nid: late\r\n---\rText.\r\n\r\n---\r\n\r\nMore.');
    refused(`\n${returned}`);
    refused('---\u2028id: late\u2028---\u2028Words.');
  });

  it('is told of a file that is YAML alone', () => {
    for (const text of [
      'version: 1\rkeys: [PAY]\r',
      'version: 1\r\nkeys:\r- PAY\n',
      '\ufeff\ufeffversion: 1\n',
      '\u200bkeys: []',
    ]) {
      const { problems, values } = parseYaml(text);
      assert.deepEqual([problems.map(({ code }) => code), Object.keys(values)], [['front-matter'], []]);
      assert.throws(() => setYamlField(text, ['version'], 2), BecauseError);
    }
    assert.deepEqual(parseYaml('\ufeff\r\n  # ours\r\nkeys: [PAY]\r\n').problems, []);
  });

  it('is no matter of texts that have none', () => {
    const texts = [
      '',
      'Words.\n',
      'Words.\rMore words.\r',
      '\n\nWords.\n',
      '# Late\n\nWords.\n\n---\n\nMore words.\n\n---\n\nThe end.\n',
      '\n---\n\nWords: these.\n\n---\n',
      'Words.\n\n---\nNote: the pages are late.\n---\n',
      '<!-- c -->\n# Late\n\n---\n\nWords\nstatus: open\n',
      'An example:\n\n```md\n---\nid: late\n---\n```\n',
      'Words.\n\n<!--\n---\nid: late\n---\n-->\n',
      '| a | b |\n|---|---|\n| id: | x |\n',
      'id: late\n---\n',
      '- - -\n',
      '***\n\nid: late\n',
      'Heading\n---\n\ntitle: x\n',
      '\u2014 a dash, and words\nid: late\n---\n',
    ];
    for (const text of texts) plain(text);
  });

  it('costs no time that grows faster than the text', () => {
    for (const piece of [
      '\n',
      '<!--',
      '{/*',
      '%%',
      '---\n',
      ' ',
      '\u200b',
      '--- a\n',
      'id: x\n',
      '\r',
      '\u2014',
      '# a\n',
    ]) {
      const text = piece.repeat(100_000);
      parseRecord(text);
      parseRecord(`---\n${text}`);
      parseRecord(`---\n${text}\n---\n`);
    }
  });
});

describe('front matter that ends in three dots', () => {
  const dotted = '---\nid: late\nstatus: open # now\n...\nPages are late.\n\n---\n\nMore.\n';

  it('is read, and a rule further down swallows nothing', () => {
    const { values, body, problems } = parseRecord(dotted);
    assert.deepEqual({ ...values }, { id: 'late', status: 'open' });
    assert.equal(body, 'Pages are late.\n\n---\n\nMore.\n');
    assert.deepEqual(problems, []);
    assert.equal(parseRecord('\ufeff---\r\nid: a\r\n... \t\r\nB').body, 'B');
    assert.equal(parseRecord('---\nid: a\n...').values.id, 'a');
    assert.equal(parseRecord('---\n...\nB').body, 'B');
    assert.equal(parseRecord('---\nid: a\nx: |\n  ...\n  more\n---\nB').values.x, '...\nmore\n');
  });

  it('keeps every other byte of an edit', () => {
    assert.equal(setField(dotted, ['status'], 'solved'), dotted.replace('open', 'solved'));
    assert.equal(setField(dotted, ['due'], '2026-11-23'), dotted.replace('...', 'due: 2026-11-23\n...'));
    assert.equal(setBody(dotted, 'New.\n'), '---\nid: late\nstatus: open # now\n...\nNew.\n');
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    '---',
    '...',
    '\n',
    '\r',
    '\r\n',
    ' ',
    '\u200b',
    '\ufeff',
    'id: late',
    'status: open',
    'Words',
    '# x',
    ':',
    '-',
    '<!-- c -->',
    '+++',
  );

  it('never gets a second front matter on top of fields, and never loses a byte', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        let edited: string;
        try {
          edited = setField(text, ['due'], 'x');
        } catch (error) {
          assert.ok(error instanceof BecauseError && error.code === 'not-editable');
          return;
        }
        // A field is as far in as those above it.
        const added = parseRecord(text).hasFrontMatter ? /^ *due: x\r?\n/m : /---\r?\ndue: x\r?\n---\r?\n/;
        assert.equal(edited.replace(added, ''), text);
        if (!parseRecord(text).hasFrontMatter) {
          assert.doesNotMatch(
            text,
            /^[\s\u200b]*---[\s\u200b]*[\r\n][\s\u200b]*(?:id: late|status: open)[\r\n\s\u200b]*---/,
          );
        }
      }),
      { numRuns: 5000 },
    );
  });
});
