/** Our block in other people's text: put there, found again, updated any number of times, and nothing else touched. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blockIn, marked, withBlock } from '../../../../src/core/work/markedBlock.ts';
import { growth, LINEAR } from '../../../support/growth.ts';

const OPEN = '<!-- because:why -->';
const CLOSE = '<!-- /because:why -->';

const pieces = [
  OPEN,
  CLOSE,
  '[//]: # (because:why)',
  '[//]: # (/because:why)',
  `  ${OPEN}`,
  `> ${OPEN}`,
  `${CLOSE}  `,
  `text ${OPEN}`,
  `${OPEN} text`,
  '<!-- because:why',
  '-->',
  '<!--',
  '<!-- because -->',
  '```',
  '````',
  '```md',
  '~~~',
  '- ```',
  '    ```',
  '# Heading',
  'What the author wrote.',
  '- item',
  '| a | b |',
  '',
  '',
  '   ',
  '\t',
  '\u2028',
] as const;

const feeds = fc.constantFrom('\n', '\r\n', '\r');

/** Any text made of what could be mistaken for the block or hide it. */
const bodies = fc
  .tuple(
    fc.constantFrom('', '\uFEFF'),
    fc.array(
      fc.tuple(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...pieces) }, fc.string({ maxLength: 8 })), feeds),
      {
        maxLength: 14,
      },
    ),
    fc.constantFrom('', 'The end', 'The end\r', '\r', OPEN, CLOSE, '```'),
  )
  .map(([mark, lines, last]) => mark + lines.map((parts) => parts.join('')).join('') + last);

const contents = fc.constantFrom('**Why**', 'One\n\nTwo', '- a\n- b', '### Why\n\nBecause.', 'a\r\n\rb\r');

const styles = fc.constantFrom('comment' as const, 'definition' as const);

/** What stands before and after the block. */
function around(text: string): [string, string] {
  const block = blockIn(text);
  assert.ok(block, text);
  return [text.slice(0, block.start), text.slice(block.end)];
}

describe('A marked block in any text', () => {
  it('is put there once and found again; what stood there before still stands there, byte for byte', () => {
    fc.assert(
      fc.property(bodies, contents, styles, (body, content, style) => {
        const once = withBlock(body, content, style);
        const old = blockIn(body);
        const [before, after] = around(once);
        if (old) {
          assert.equal(before, body.slice(0, old.start));
          assert.equal(after, body.slice(old.end));
        } else {
          // Only line breaks were added, and the template's own mark taken out.
          const place = ['', '<!-- because -->'].some((mark) => {
            const rest = body.length - mark.length;
            for (let head = 0; head <= rest; head++) {
              if (body.slice(head, head + mark.length) !== mark) continue;
              const [top, bottom] = [body.slice(0, head), body.slice(head + mark.length)];
              if (before.startsWith(top) && after.endsWith(bottom)) {
                const added = before.slice(top.length) + after.slice(0, after.length - bottom.length);
                if (/^[\r\n]*$/.test(added)) return true;
              }
            }
            return false;
          });
          assert.ok(place, JSON.stringify([body, once]));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is updated any number of times without a byte around it changing', () => {
    fc.assert(
      fc.property(bodies, fc.array(contents, { minLength: 2, maxLength: 6 }), styles, (body, updates, style) => {
        let text = withBlock(body, updates[0] ?? '', style);
        const kept = around(text);
        for (const update of updates) {
          text = withBlock(text, update, style);
          assert.deepEqual(around(text), kept);
          assert.equal(withBlock(text, update, style), text);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('never takes in a line that is not between a marker and the very next one', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const block = blockIn(body);
        if (!block) return;
        const lines = body.slice(block.start, block.end).split(/\r\n|\r|\n/);
        const [open, close] =
          block.style === 'comment' ? [OPEN, CLOSE] : ['[//]: # (because:why)', '[//]: # (/because:why)'];
        assert.equal(lines[0]?.trimEnd(), open);
        assert.equal(lines.at(-1), close);
        const fenced = /^\s*(?:- )?(?:```|~~~)/;
        const inner = lines.slice(1, -1);
        if (inner.some((line) => fenced.test(line))) return;
        assert.ok(!inner.some((line) => line.trimEnd() === open || line.trimEnd() === close), body);
      }),
      { numRuns: 3000 },
    );
  });

  it('uses the line breaks of the text', () => {
    const text = withBlock('One\r\n\r\nTwo\r\n', 'a\nb');
    assert.doesNotMatch(text, /(?<!\r)\n/);
    assert.ok(text.endsWith(`${CLOSE}\r\n`));
  });

  it('stands alone in an empty text, and after a blank line in another', () => {
    assert.equal(withBlock('', 'why'), `${OPEN}\nwhy\n${CLOSE}`);
    assert.equal(withBlock('\uFEFF', 'why'), `\uFEFF${OPEN}\nwhy\n${CLOSE}`);
    assert.equal(withBlock('Text', 'why'), `Text\n\n${OPEN}\nwhy\n${CLOSE}`);
    assert.equal(withBlock('Text\n', 'why'), `Text\n\n${OPEN}\nwhy\n${CLOSE}\n`);
    assert.equal(withBlock('Text\n\n', 'why'), `Text\n\n${OPEN}\nwhy\n${CLOSE}\n`);
    assert.equal(withBlock('Text\r', 'why'), `Text\r\r${OPEN}\rwhy\r${CLOSE}\r`);
    assert.equal(withBlock('One\nTwo\r', 'why'), `One\nTwo\r\n\n${OPEN}\nwhy\n${CLOSE}\r`);
  });

  it('stands where the template wants it', () => {
    assert.equal(
      withBlock('# What\n\n<!-- because -->\n\n# Tests\n', 'why'),
      `# What\n\n${OPEN}\nwhy\n${CLOSE}\n\n# Tests\n`,
    );
    assert.equal(withBlock('# What\n<!-- because -->\nx', 'why'), `# What\n\n${OPEN}\nwhy\n${CLOSE}\n\nx`);
    assert.equal(
      withBlock('```\n<!-- because -->\n```\n', 'why'),
      `\`\`\`\n<!-- because -->\n\`\`\`\n\n${OPEN}\nwhy\n${CLOSE}\n`,
    );
  });

  it('leaves alone what an opening marker without an end is followed by', () => {
    const body = `${OPEN}\nMine, all mine.\n\nMore.\n`;
    const text = withBlock(body, 'why');
    assert.ok(text.startsWith(body));
    assert.equal(withBlock(text, 'new'), `${body}\n${marked('new')}\n`);
  });

  it('updates the first of two, and leaves the other as it is', () => {
    const body = `${marked('a')}\n\n${marked('b')}\n`;
    assert.equal(withBlock(body, 'c'), `${marked('c')}\n\n${marked('b')}\n`);
  });

  it('is no block where it is shown as code', () => {
    const shown = `\`\`\`md\n${marked('a')}\n\`\`\`\n`;
    assert.equal(blockIn(shown), undefined);
    assert.ok(withBlock(shown, 'why').startsWith(shown));
  });

  it('is found below a fence that nobody closes, so that there are never two', () => {
    const text = withBlock('```js\nlet x;\n', 'one');
    assert.equal(withBlock(text, 'two').split(OPEN).length, 2);
  });

  it('is read in one pass, however many fences are left open', () => {
    assert.ok(growth((size) => withBlock('```a\n'.repeat(size), 'why'), 40_000) < LINEAR);
  });
});
