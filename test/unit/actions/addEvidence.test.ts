/** Evidence out of a quote: verbatim, linked, and refused where it would speak to nothing. */
import * as assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import { addEvidence } from '../../../src/actions/addEvidence.ts';
import { open } from '../../../src/because.ts';
import { quotes } from '../../../src/core/text/markdownText.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { record } from '../../support/sources.ts';

function opened() {
  const files = new MemoryFiles({
    'problems/missed-updates.md': record(['title: Missed']),
    'initiatives/PAY-1.md': record(['issues: [PAY-2]']),
  });
  const because = open({
    files,
    now: () => new Date('2026-11-23T12:00:00Z'),
    email: () => Promise.resolve(undefined),
    chosenMember: () => 'ada',
    onError: (error) => assert.fail(String(error)),
  });
  return { files, because };
}

describe('adding evidence', () => {
  it('writes the words as they were said, with who said them and where', async () => {
    const { files, because } = opened();
    const quote = 'Two <b>lines</b>:\n\n- command:[x](y)  \n---\nend';
    const { id, path } = await perform(addEvidence, because, {
      quote,
      source: 'https://a.example/1',
      problem: 'missed-updates',
      name: 'Olivia',
      customer: 'Acme',
      date: '2026-11-20',
    });
    assert.match(path, new RegExp(`^evidence/two-b-lines-b-command-x-y-end\\.${id}\\.md$`));
    const written = because.library.findOf('evidence', id);
    assert.deepEqual(quotes(written?.body ?? '')[0]?.text, quote.replace('  \n', '  \n'));
    assert.ok(files.texts.get(path)?.includes('\n> - command:[x](y)  \n'));
    assert.ok(written?.body.endsWith('\n\n— Olivia\n'));
    const { kind, problem, customer, source, date, by } = written?.values ?? assert.fail();
    assert.deepEqual(
      { kind, problem, customer, source, date, by },
      {
        kind: 'quote',
        problem: ['missed-updates'],
        customer: 'Acme',
        source: 'https://a.example/1',
        date: '2026-11-20',
        by: 'ada',
      },
    );
  });

  it('takes an issue key for its initiative', async () => {
    const { because } = opened();
    const { id } = await perform(addEvidence, because, { quote: 'x', initiative: 'PAY-2', kind: 'ticket' });
    assert.equal(because.library.findOf('evidence', id)?.values.initiative, 'PAY-1');
  });

  for (const [what, input, code] of [
    ['no words', { quote: ' \n', problem: 'missed-updates' }, 'bad-input'],
    ['nothing it speaks to', { quote: 'x' }, 'bad-input'],
    ['a problem nobody knows', { quote: 'x', problem: 'missed-update' }, 'not-found'],
    ['an initiative for a problem', { quote: 'x', problem: 'PAY-1' }, 'bad-input'],
    ['an address that is none', { quote: 'x', problem: 'missed-updates', source: 'javascript:alert(1)' }, 'bad-input'],
    ['a day that is none', { quote: 'x', problem: 'missed-updates', date: '2026-02-30' }, 'bad-input'],
    ['a kind nobody knows', { quote: 'x', problem: 'missed-updates', kind: 'rumour' }, 'bad-input'],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const { files, because } = opened();
      await assert.rejects(perform(addEvidence, because, input), { code });
      assert.equal(files.texts.size, 2);
    });
  }
});
