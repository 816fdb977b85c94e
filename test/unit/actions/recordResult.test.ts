/** Recording a result: the record, and the initiative's status in the same batch. */
import * as assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import { recordResult } from '../../../src/actions/recordResult.ts';
import { isError, productOf } from '../../support/product.ts';
import { record } from '../../support/sources.ts';

const shipped = (by: string) =>
  `---\r\nstatus:  shipped # on Monday\r\noutcome: {unit: minutes, baseline: 20, target: 3, by: ${by}}\r\n---\r\nX\r\n`;
const texts = { 'initiatives/PAY-1.md': shipped('2026-11-20'), 'initiatives/PAY-2.md': record(['status: candidate']) };
const given = {
  initiative: 'PAY-1',
  method: 'before-after',
  baseline: { value: 20 },
  after: { value: 4, from: '2026-11-01', to: '2026-11-20' },
  verdict: 'partial',
};

describe('Recording a result', () => {
  it('writes what was measured, and that the initiative is measured, changing no other byte', async () => {
    const { files, because } = productOf(texts);
    const { id, path } = await perform(recordResult, because, {
      ...given,
      impact: 0.5,
      effort: 5,
      body: ' Faster. ',
      next: 'Cut it.',
    });
    assert.equal(files.texts.get('initiatives/PAY-1.md'), shipped('2026-11-20').replace('shipped', 'measured'));
    const written = because.library.findOf('result', id) ?? assert.fail();
    assert.match(path, /^results\/.*rs-[0-9a-z]{8}\.md$/);
    assert.equal(
      files.texts.get(path),
      record(
        [
          `id: ${id}`,
          'initiative: PAY-1',
          'method: before-after',
          'baseline: {value: 20}',
          'after: {value: 4, from: 2026-11-01, to: 2026-11-20}',
          'measured: {impact: 0.5, effort: 5}',
          'verdict: partial',
          'next: Cut it.',
          'by: ada',
          'created: 2026-11-23T14:30Z',
        ],
        'Faster.\n',
      ),
    );
    assert.deepEqual(because.library.findings(written), []);
  });

  it('leaves an initiative shipped where nobody can tell yet, and there is time left', async () => {
    const text = shipped('2026-12-31');
    const { files, because } = productOf({ 'initiatives/PAY-1.md': text });
    await perform(recordResult, because, { ...given, verdict: 'inconclusive' });
    assert.equal(files.texts.get('initiatives/PAY-1.md'), text);
    await perform(recordResult, because, { ...given, verdict: 'worse' });
    assert.equal(files.texts.get('initiatives/PAY-1.md'), text.replace('shipped', 'measured'));
  });

  it('keeps how many people were counted, and the file they were counted in', async () => {
    const { files, because } = productOf(texts);
    const source = { file: 'events.csv', sha256: 'ab'.repeat(32) };
    const { id, path } = await perform(recordResult, because, {
      ...given,
      adoption: { eligible: 80, used: 30 },
      source,
    });
    const written = files.texts.get(path) ?? assert.fail();
    assert.ok(written.includes('\nadoption: {eligible: 80, used: 30}\n'), written);
    assert.ok(written.includes(`\nsource: {file: events.csv, sha256: ${source.sha256}}\n`), written);
    assert.deepEqual(because.library.findings(because.library.findOf('result', id) ?? assert.fail()), []);
  });

  it('keeps no funnel where nobody was counted', async () => {
    const { files, because } = productOf(texts);
    const { path } = await perform(recordResult, because, { ...given, adoption: {} });
    assert.doesNotMatch(files.texts.get(path) ?? assert.fail(), /adoption/);
  });

  it('refuses what nobody has yet, and numbers that cannot be, and writes nothing', async () => {
    const { files, because } = productOf(texts);
    const before = new Map(files.texts);
    const refused = (more: object) =>
      assert.rejects(perform(recordResult, because, { ...given, ...more }), isError('bad-input'));
    await refused({ initiative: 'PAY-2' });
    await refused({ after: { hits: 5, of: 4 } });
    await refused({ after: { hits: 0, of: 0 } });
    await refused({ after: { hits: 3 } });
    await refused({ after: {} });
    await refused({ after: { value: 3, hits: 1, of: 2 } });
    await refused({ after: { value: 3, from: '2026-11-03', to: '2026-11-02' } });
    await refused({ verdict: 'great' });
    await refused({ source: { file: 'events.csv', sha256: 'ab' } });
    assert.deepEqual(files.texts, before);
  });
});
