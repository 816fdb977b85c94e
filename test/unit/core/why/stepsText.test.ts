/** The way from code to customer as one text. */
import * as assert from 'node:assert/strict';
import type { WhyStep } from '../../../../src/core/why/step.ts';
import { stepsText } from '../../../../src/core/why/stepsText.ts';

const words = { record: 'Open the record', commit: 'Open the commit', url: 'Open the page' };
const commit = 'a'.repeat(40);

const steps: readonly WhyStep[] = [
  { sort: 'commit', name: 'Commit aaaaaaaa', headline: 'Send', lines: ['one\ntwo', 'Ada · 12\u00A0Nov'], commit },
  {
    sort: 'pull-request',
    name: 'Pull request #7',
    headline: 'A title of so many words that it does not fit on one line of the peek',
    lines: [],
    url: 'https://example.com/a-very-long-address-that-has-no-space-in-it-and-stays-whole-on-its-line/7',
    commit: 'b'.repeat(40),
  },
  { sort: 'initiative', name: 'Initiative', headline: 'PAY-7 Queue', lines: [], id: 'PAY-7' },
  { sort: 'problem', name: 'Problem', headline: 'People wait.', lines: [], id: 'waiting' },
  { sort: 'evidence', name: 'Acme', headline: '“We wait.” — 1\u00A0Nov\u00A02026', lines: [], id: 'ev-1' },
];

describe('The text of a way', () => {
  const { text, names, openings } = stepsText(steps, words);
  const lines = text.split('\n');
  const at = ({ line, start, end }: { line: number; start: number; end: number }) => lines[line]?.slice(start, end);

  it('starts with the customer and the problem and ends with what git knows, a line for each step, what else it says below', () => {
    assert.equal(
      text,
      [
        'Acme: “We wait.” — 1 Nov 2026',
        'Problem: People wait.',
        'Initiative: PAY-7 Queue',
        'Pull request #7: A title of so many words that',
        '  it does not fit on one line of the peek',
        '  Open the commit',
        'Commit aaaaaaaa: Send',
        '  one',
        '  two',
        '  Ada · 12 Nov',
        '',
      ].join('\n'),
    );
  });

  it('knows where names and openings stand', () => {
    assert.deepEqual(names.map(at), ['Acme', 'Problem', 'Initiative', 'Pull request #7', 'Commit aaaaaaaa']);
    assert.deepEqual(
      openings.map((opening) => [at(opening), opening.to, opening.step.name]),
      [
        ['Acme', 'record', 'Acme'],
        ['Problem', 'record', 'Problem'],
        ['Initiative', 'record', 'Initiative'],
        ['Pull request #7', 'url', 'Pull request #7'],
        ['Open the commit', 'commit', 'Pull request #7'],
        ['Commit aaaaaaaa', 'commit', 'Commit aaaaaaaa'],
      ],
    );
  });

  it('loses no word, and keeps a long one whole', () => {
    const long = stepsText([{ sort: 'problem', name: 'Problem', headline: 'x', lines: [steps[1]?.url ?? ''] }], words);
    assert.ok(long.text.includes(`\n  ${steps[1]?.url}\n`));
    assert.ok(text.replace(/\s+/g, ' ').includes(`: ${steps[1]?.headline} `));
  });
});
