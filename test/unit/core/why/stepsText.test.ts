/** The way from code to customer as one text. */
import * as assert from 'node:assert/strict';
import type { WhyStep } from '../../../../src/core/why/step.ts';
import { stepsText } from '../../../../src/core/why/stepsText.ts';

const words = { record: 'Open the record', commit: 'Open the commit', url: 'Open the page' };
const commit = 'a'.repeat(40);

const steps: readonly WhyStep[] = [
  { sort: 'commit', name: 'Commit aaaaaaaa', headline: 'Send', lines: ['Ada · 2026-11-12', 'one\ntwo'], commit },
  {
    sort: 'pull-request',
    name: 'Pull request #7',
    headline: 'A title of so many words that it does not fit on one line of the peek',
    lines: [],
    url: 'https://example.com/a-very-long-address-that-has-no-space-in-it-and-stays-whole-on-its-line/7',
  },
];

describe('The text of a way', () => {
  const { text, names, openings } = stepsText(steps, words);
  const lines = text.split('\n');
  const at = ({ line, start, end }: { line: number; start: number; end: number }) => lines[line]?.slice(start, end);

  it('has a line for each step, what else it says below, and a blank line between', () => {
    assert.equal(
      text,
      [
        'Commit aaaaaaaa: Send',
        '  Ada · 2026-11-12',
        '  one',
        '  two',
        '  Open the commit',
        '',
        'Pull request #7: A title of so many words that it does not fit',
        '  on one line of the peek',
        '  Open the page',
        '',
      ].join('\n'),
    );
  });

  it('knows where names and openings stand', () => {
    assert.deepEqual(names.map(at), ['Commit aaaaaaaa', 'Pull request #7']);
    assert.deepEqual(
      openings.map((opening) => [at(opening), opening.to, opening.step.name]),
      [
        ['Open the commit', 'commit', 'Commit aaaaaaaa'],
        ['Open the page', 'url', 'Pull request #7'],
      ],
    );
  });

  it('loses no word, and keeps a long one whole', () => {
    const long = stepsText([{ sort: 'problem', name: 'Problem', headline: 'x', lines: [steps[1]?.url ?? ''] }], words);
    assert.ok(long.text.includes(`\n  ${steps[1]?.url}\n`));
    assert.ok(text.replace(/\s+/g, ' ').includes(`: ${steps[1]?.headline} `));
  });
});
