/** Trailers: read as git reads them, written without disturbing anything, completed from the records. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { commitMessage, nextMessage, trailersFor } from '../../../../src/core/work/commitMessage.ts';
import { trailerSuggestions } from '../../../../src/core/work/trailerSuggestions.ts';
import { readTrailers, trailersIn, withTrailers } from '../../../../src/core/work/trailers.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const ours = [
  { key: 'Initiative', value: 'PAY-142' },
  { key: 'Evidence', value: 'ev-1, ev-2' },
];

/** Git as it is out of the box: a person's own settings may add trailers. */
const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

const SCISSORS = '# ------------------------ >8 ------------------------';

describe('Trailers of a commit message', () => {
  it('name ids, in any case, on several lines, with commas', () => {
    const message = [
      'Wake people',
      '',
      'Body: this is prose.',
      'More.',
      '',
      'initiative: PAY-142',
      'Because: missed-updates,',
      '  noise',
      'EVIDENCE :ev-1 , ev-2',
      'Evidence: ev-2',
      'Because: half of them mute us, says PAY-9',
      'Signed-off-by: Ada <ada@relay.example>',
      '',
    ].join('\r\n');
    assert.deepEqual(readTrailers(message), {
      initiative: ['PAY-142'],
      because: ['missed-updates', 'noise'],
      evidence: ['ev-1', 'ev-2'],
    });
  });

  it('are none in a subject, in prose, in comments, or below the scissors', () => {
    const nothing = { initiative: [], because: [], evidence: [] };
    assert.deepEqual(readTrailers('Initiative: PAY-142'), nothing);
    assert.deepEqual(readTrailers('Subject\nInitiative: PAY-142'), nothing);
    assert.deepEqual(readTrailers('Subject\n\nProse.\nInitiative: PAY-142'), nothing);
    assert.deepEqual(readTrailers('Subject\n\nInitiative: PAY-1\n\nThe end.'), nothing);
    assert.deepEqual(readTrailers('Subject\n\n# Initiative: PAY-142'), nothing);
    assert.deepEqual(readTrailers(`Subject\n\n${SCISSORS}\n\nInitiative: PAY-142`), nothing);
    assert.deepEqual(readTrailers(''), nothing);
    const draft = `Subject\n\nInitiative: PAY-142\n# Please write\n#\n${SCISSORS}\ndiff --git a/x b/x\n+Evidence: ev-1\n`;
    assert.deepEqual(readTrailers(draft), { ...nothing, initiative: ['PAY-142'] });
  });

  it('are those of squashed commits too, above the list of people', () => {
    const all = { initiative: ['PAY-7'], because: ['late'], evidence: ['ev-1'] };
    const why = 'Initiative: PAY-7\nBecause: late\nEvidence: ev-1';
    const people = 'Co-authored-by: Grace <grace@relay.example>';
    assert.deepEqual(readTrailers(`Tidy (#3)\n\n${why}\n\n---------\n\n${people}\n${people}`), all);
    assert.deepEqual(readTrailers(`Tidy (#3)\n\n${why}\n---------\n${people}`), all);
    assert.deepEqual(readTrailers(`Tidy\r\n\r\n${why}\r\n\r\n---------\r\n\r\n${people}\r\n`), all);
    assert.deepEqual(readTrailers(`Tidy (#3)\n\n${why}\n\n${people}`), all);
    assert.deepEqual(readTrailers(`Tidy (#3)\n\n---\n\n${why}`), all);
    assert.deepEqual(
      readTrailers(
        `Tidy (#3)\n\n* One\n\nInitiative: PAY-7\nBecause: late\n\n* Two\n\nSome prose.\n\nEvidence: ev-1\n\n* Three\n\n---------\n\n${people}`,
      ),
      all,
    );
    const indented = why.replace(/^/gm, '    ');
    assert.deepEqual(
      readTrailers(
        `Squashed commit of the following:\n\ncommit ${'a'.repeat(40)}\nAuthor: Ada <a@b.example>\nDate:   Thu Oct 1 2026\n\n    Tidy\n    \n${indented}\n\ncommit ${'b'.repeat(40)}\nAuthor: Ada <a@b.example>\nDate:   Thu Oct 1 2026\n\n    More\n`,
      ),
      all,
    );
  });

  it('are none where an example is indented, or prose goes on below', () => {
    const nothing = { initiative: [], because: [], evidence: [] };
    assert.deepEqual(readTrailers('Explain\n\n    Initiative: PAY-7\n\nSigned-off-by: Ada <a@b.example>'), nothing);
    assert.deepEqual(readTrailers('Explain\n\nBecause: late\n\nAnd so on.\n\nReviewed-by: Ada'), nothing);
  });

  const lines = fc.constantFrom(
    'Subject',
    'Prose it is.',
    'Initiative: PAY-142',
    'because : x',
    'Two words: no',
    'Evidence:ev-1',
    '  going on',
    '\tgoing on',
    ' Key: indented',
    'Signed-off-by: Ada <a@b.c>',
    '(cherry picked from commit 0123abc)',
    '# comment',
    '#',
    '-: x',
    ': x',
    'é: x',
    'Conflicts:',
    '\tsrc/a.ts',
    SCISSORS,
    '',
    '',
    ' ',
  );
  const messages = fc.array(lines, { maxLength: 14 }).map((each) => each.join('\n'));

  it('are those that git finds', () => {
    fc.assert(
      fc.property(messages, (message) => {
        // Git adds the last line break itself where it writes a message.
        const input = `${message}\n`;
        const out = execFileSync('git', ['interpret-trailers', '--parse', '--no-divider'], {
          input,
          env,
          encoding: 'utf8',
        });
        const git = out.split('\n').filter((line) => /^[^(]/.test(line));
        const read = trailersIn(input).map(({ key, value }) => `${key}: ${value}`);
        assert.deepEqual(
          read.map((line) => line.trim()),
          git.map((line) => line.trim()),
          JSON.stringify(message),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('are added below all others, or in a paragraph of their own', () => {
    assert.equal(withTrailers('', ours), '\n\nInitiative: PAY-142\nEvidence: ev-1, ev-2');
    assert.equal(withTrailers('Subject', ours), 'Subject\n\nInitiative: PAY-142\nEvidence: ev-1, ev-2');
    assert.equal(
      withTrailers('Subject\r\n\r\nReviewed-by: Grace\r\n', ours),
      'Subject\r\n\r\nReviewed-by: Grace\r\nInitiative: PAY-142\r\nEvidence: ev-1, ev-2\r\n',
    );
    assert.equal(
      withTrailers('Subject\n\n# Please write\n', ours.slice(0, 1)),
      'Subject\n\nInitiative: PAY-142\n\n# Please write\n',
    );
    assert.equal(
      withTrailers('#12 Fix the pager', ours.slice(0, 1), ''),
      '#12 Fix the pager\n\nInitiative: PAY-142',
      'where git strips nothing',
    );
    assert.equal(
      withTrailers('#12 Fix the pager\n\n; Please write\n', ours.slice(0, 1), ';'),
      '#12 Fix the pager\n\nInitiative: PAY-142\n\n; Please write\n',
    );
    assert.equal(
      withTrailers(`#12 Fix\n// ${SCISSORS.slice(2)}\ndiff`, ours.slice(0, 1), '//'),
      `#12 Fix\n\nInitiative: PAY-142\n// ${SCISSORS.slice(2)}\ndiff`,
    );
    assert.equal(withTrailers('# Please\n', ours.slice(0, 1)), '\n\nInitiative: PAY-142\n\n# Please\n');
    assert.equal(
      withTrailers('Subject\n\ninitiative: PAY-142\n', ours),
      'Subject\n\ninitiative: PAY-142\nEvidence: ev-1, ev-2\n',
    );
  });

  it('are read back from any message they were added to, once, and nothing else changes', () => {
    fc.assert(
      fc.property(messages, fc.constantFrom('\n', '\r\n'), (text, feed) => {
        const message = text.replaceAll('\n', feed);
        const once = withTrailers(message, ours);
        const read = readTrailers(once);
        assert.ok(read.initiative.includes('PAY-142') && read.evidence.includes('ev-2'), JSON.stringify(once));
        assert.equal(withTrailers(once, ours), once);
        let head = 0;
        while (head < message.length && message[head] === once[head]) head++;
        let tail = 0;
        while (tail < message.length && message.at(-1 - tail) === once.at(-1 - tail)) tail++;
        assert.ok(head + tail >= message.length, JSON.stringify([message, once]));
      }),
      { numRuns: 2000 },
    );
  });
});

const library = libraryOf({
  'initiatives/PAY-142.md': record([
    'title: Quiet hours',
    'status: building',
    'problem: [missed-updates, gone]',
    'issues: [OPS-31]',
  ]),
  'initiatives/PAY-150.md': record(['title: Receipts', 'status: shipped']),
  'initiatives/PAY-160.md': record(['title: Idea of urgency']),
  'problems/missed-updates.md': record([], '30% of users miss urgent updates. More.'),
  'problems/noise.md': record(['title: Noise']),
  'evidence/acme.md': record(
    ['kind: quote', 'problem: missed-updates', 'customer: Acme', 'date: 2026-10-02'],
    '> Nobody told us.\n',
  ),
  'evidence/secret.md': record([
    'kind: quote',
    'problem: missed-updates',
    'sensitive: true',
    'importance: 3',
    'title: Secret',
  ]),
  'evidence/other.md': record(['kind: ticket', 'problem: noise', 'title: Other']),
});

const initiative = library.findOf('initiative', 'PAY-142');
assert.ok(initiative);

describe('The box of the commit message', () => {
  it('gets the key, or trailers below an empty subject', () => {
    assert.equal(commitMessage(library, initiative, 'prefix'), 'PAY-142: ');
    assert.equal(commitMessage(library, initiative, 'prefix', 'OPS-31'), 'OPS-31: ');
    assert.equal(commitMessage(library, initiative, 'prefix', '#12'), '');
    assert.equal(
      commitMessage(library, initiative, 'trailers'),
      '\n\nInitiative: PAY-142\nBecause: missed-updates\nEvidence: acme',
    );
  });

  it('gets no id that git would read as something else', () => {
    const odd = libraryOf({ 'initiatives/x.md': record(['id: "a\\nSigned-off-by: x"']) });
    const [first] = odd.ofKind('initiative');
    assert.ok(first);
    assert.deepEqual(trailersFor(odd, first), []);
    assert.equal(commitMessage(odd, first, 'prefix'), '');
  });

  it('is filled only when it is empty or holds what we wrote', () => {
    assert.equal(nextMessage('', undefined, 'PAY-142: '), 'PAY-142: ');
    assert.equal(nextMessage('PAY-142: ', 'PAY-142: ', 'PAY-150: '), 'PAY-150: ');
    assert.equal(nextMessage('PAY-142: ', 'PAY-142: ', ''), '');
    assert.equal(nextMessage('PAY-142: ', 'PAY-142: ', 'PAY-142: '), undefined);
    assert.equal(nextMessage('', 'PAY-142: ', ''), undefined);
    assert.equal(nextMessage('PAY-142: x', 'PAY-142: ', 'PAY-150: '), undefined);
    assert.equal(nextMessage(' ', undefined, 'PAY-142: '), undefined);
    assert.equal(nextMessage('PAY-142: ', undefined, 'PAY-150: '), undefined);
  });

  it('never loses a word that a person wrote', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string(), { nil: undefined }), fc.string(), (current, last, wanted) => {
        if (nextMessage(current, last, wanted) !== undefined) assert.ok(current === '' || current === last);
      }),
    );
  });
});

describe('Completion of trailers', () => {
  const labels = (before: string, current = initiative) =>
    trailerSuggestions(library, before, current).map(({ label }) => label);

  it('gives whole trailers of the branch, then the keys, where a trailer may begin', () => {
    assert.deepEqual(labels('Subject\n\n'), [
      'Initiative: PAY-142',
      'Because: missed-updates',
      'Evidence: acme',
      'Initiative:',
      'Because:',
      'Evidence:',
    ]);
    assert.deepEqual(labels('Subject\n\nInitiative: PAY-142\nev'), ['Evidence: acme', 'Evidence:']);
    const [first] = trailerSuggestions(library, 'Subject\n\nIni', initiative);
    assert.deepEqual(first, {
      label: 'Initiative: PAY-142',
      insert: 'Initiative: PAY-142',
      from: 9,
      to: 12,
      detail: 'Quiet hours',
    });
  });

  it('gives nothing in a subject, in prose or in a comment', () => {
    for (const before of [
      '',
      'Ini',
      'Subject\nIni',
      'Subject\n\nProse goes on\nIni',
      'Subject\n\n# Ini',
      'S\n\nIni tiative',
    ]) {
      assert.deepEqual(labels(before), [], JSON.stringify(before));
    }
  });

  it('gives ids by key and by words, what the branch is for first', () => {
    assert.deepEqual(labels('S\n\nInitiative: '), ['PAY-142', 'PAY-160', 'PAY-150']);
    assert.deepEqual(labels('S\n\nInitiative: urgency'), ['PAY-160']);
    assert.deepEqual(labels('S\n\nbecause: '), ['missed-updates', 'noise']);
    const [only] = trailerSuggestions(library, 'S\r\n\r\nEvidence: oth', initiative);
    assert.deepEqual([only?.insert, only?.from, only?.to], ['other', 15, 18]);
  });

  it('gives a space after a colon, skips what is listed, and never offers what is sensitive', () => {
    assert.equal(trailerSuggestions(library, 'S\n\nInitiative:', initiative)[0]?.insert, ' PAY-142');
    assert.deepEqual(labels('S\n\nEvidence: '), ['acme', 'other']);
    assert.deepEqual(labels('S\n\nEvidence: acme, '), ['other']);
  });
});
