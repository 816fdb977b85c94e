/** What stands behind a line: which of what is known counts, and how it reads. */
import * as assert from 'node:assert/strict';
import { asLines } from '../../../../src/core/records/anchor.ts';
import { type InlayFile, inlayText } from '../../../../src/core/why/inlay.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const library = libraryOf({
  'because.yml': 'keys: [PAY, OPS]\n',
  'problems/missed.md': record(['title: 30% of users miss urgent updates']),
  'problems/noise.md': record(['title: 61 notifications a week'], 'Text.'),
  'initiatives/PAY-142.md': record(['title: Urgent updates', 'problem: missed', 'issues: PAY-143']),
  'initiatives/OPS-31.md': record(['title: One digest', 'problem: noise']),
  'initiatives/PAY-7.md': record(['title: A queue']),
  'initiatives/PAY-8.md': record([]),
  'risks/r.md': record(['initiative: OPS-31', 'anchor: {path: src/send.ts, line: 9, text: "send(all);"}']),
});

const MISSED = '∵ 30% of users miss urgent updates · PAY-142';
const NOISE = '∵ 61 notifications a week · OPS-31';

/** Of the line with the mark `|`, which is no part of it. */
function behind(marked: string, file: InlayFile = {}): string | undefined {
  const line = marked.slice(0, marked.indexOf('|')).split('\n').length - 1;
  return inlayText(library, asLines(marked.replace('|', '')), line, file);
}

describe('What stands behind a line', () => {
  it('is the problem and the key of the initiative it names, or the title where there is no problem', () => {
    assert.equal(behind('x\nsend(); // PAY-142|\ny'), MISSED);
    assert.equal(behind('send(); // PAY-7|'), '∵ A queue · PAY-7');
    assert.equal(behind('send(); // PAY-143|'), MISSED);
  });

  it('is nothing where nothing is known, or the line has no words', () => {
    for (const text of ['send();|', 'send(); // PAY-999|', 'send(); // PAY-8|', '// PAY-142\n|', '|']) {
      assert.equal(behind(text), undefined, text);
    }
  });

  it('is told by the comment the line is in, or that stands right above it', () => {
    assert.equal(behind('/**\n * PAY-142: at once.\n * More|\n */\nsend();'), MISSED);
    assert.equal(behind('/**\n * More|\n * PAY-142: at once.\n */\nsend();'), MISSED);
    assert.equal(behind('// PAY-142\n// More.\nsend();|'), MISSED);
    assert.equal(behind('# PAY-142\nsend()|'), MISSED);
    assert.equal(behind('<!-- PAY-142 -->\n<p>|'), MISSED);
  });

  it('is not told by the comment of another line', () => {
    assert.equal(behind('// PAY-142\nsend();\nwait();|'), undefined);
    assert.equal(behind('wait();|\n// PAY-142\nsend();'), undefined);
    assert.equal(behind('// PAY-142\n\nwait();|'), undefined);
    assert.equal(behind('x // PAY-142\ny|'), undefined);
  });

  it('is what its own key says before what its comment says', () => {
    assert.equal(behind('// PAY-142\nsend(); // OPS-31|'), NOISE);
  });

  it('is told by a risk that is anchored on the line, wherever that stands now', () => {
    const path = 'src/send.ts';
    assert.equal(behind('wait();\n  send(all);|', { path }), NOISE);
    assert.equal(behind('wait();|\n  send(all);', { path }), undefined);
    assert.equal(behind('send(all);|', { path: 'src/other.ts' }), undefined);
    assert.equal(behind('send(all);|\nsend(all);', { path }), undefined);
  });

  it('is told by its commit last', () => {
    const committed = [
      { line: 1, count: 2, initiative: 'OPS-31' },
      { line: 4, count: 1, initiative: 'PAY-999' },
    ];
    assert.equal(behind('a\nb|\nc\nd', { committed }), NOISE);
    assert.equal(behind('a\nb\nc|\nd', { committed }), undefined);
    assert.equal(behind('a\nb\nc\nd|', { committed }), undefined);
    assert.equal(behind('a\nb // PAY-142|\nc\nd', { committed }), MISSED);
  });

  it('is short, however long the problem is', () => {
    const long = libraryOf({
      'because.yml': 'keys: [PAY]\n',
      'problems/p.md': record([`title: ${'word '.repeat(100)}`]),
      'initiatives/PAY-1.md': record(['problem: p']),
    });
    assert.ok((inlayText(long, asLines('PAY-1'), 0, {}) ?? '').length < 75);
  });

  it('names nothing of what is sensitive', () => {
    const secret = libraryOf({
      'because.yml': 'keys: [PAY]\n',
      'problems/p.md': record(['title: Do not tell', 'sensitive: true']),
      'initiatives/PAY-1.md': record(['title: Open', 'problem: p']),
    });
    assert.doesNotMatch(inlayText(secret, asLines('PAY-1'), 0, {}) ?? '', /tell/);
  });
});
