/** The rename action: all files or none, and an exact account where that fails. */
import assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import { renameRecord } from '../../../src/actions/renameRecord.ts';
import { open } from '../../../src/because.ts';
import { BecauseError } from '../../../src/core/base/errors.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { record } from '../../support/sources.ts';

const texts = {
  'because.yml': 'keys: [PAY]\n',
  'initiatives/PAY-1.md': record(['id: PAY-1'], 'PAY-1 it is.\r\n'),
  'risks/a.md': record(['initiative: PAY-1', 'archived: true']),
  'risks/b.md': record(['initiative: "PAY-1"']),
};

function product(more: Readonly<Record<string, string>> = {}) {
  const files = new MemoryFiles({ ...texts, ...more });
  const because = open({
    files,
    now: () => new Date('2026-11-23T14:30:45Z'),
    email: () => Promise.resolve(undefined),
    chosenMember: () => undefined,
    onError: (error) => {
      throw error;
    },
  });
  return { files, because, rename: (id: string, newId: string) => perform(renameRecord, because, { id, newId }) };
}

const isError = (code: string, words: RegExp) => (error: unknown) =>
  error instanceof BecauseError && error.code === code && words.test(error.message);

describe('The rename action', () => {
  it('renames over all records, archived ones too, and moves the file', async () => {
    const { files, because, rename } = product();
    const outcome = await rename('PAY-1', 'PAY-2');
    assert.deepEqual(outcome, { id: 'PAY-2', files: ['initiatives/PAY-2.md', 'risks/a.md', 'risks/b.md'] });
    assert.equal(files.texts.has('initiatives/PAY-1.md'), false);
    assert.equal(files.texts.get('initiatives/PAY-2.md'), record(['id: PAY-2'], 'PAY-2 it is.\r\n'));
    assert.equal(files.texts.get('risks/b.md'), record(['initiative: "PAY-2"']));
    assert.equal(because.library.referrers('PAY-2').length, 2);
    assert.equal(because.library.named('PAY-1').length, 0);
  });

  it('sees what another program wrote since the last reading', async () => {
    const { files, because, rename } = product();
    await because.ready();
    files.put('risks/c.md', record(['initiative: PAY-1']));
    await rename('PAY-1', 'PAY-2');
    assert.equal(files.texts.get('risks/c.md'), record(['initiative: PAY-2']));
  });

  it('writes nothing when the first file cannot be written', async () => {
    const { files, rename } = product();
    files.fault = 'EACCES';
    await assert.rejects(rename('PAY-1', 'PAY-2'), isError('not-writable', /PAY-1\.md/));
    assert.deepEqual(Object.fromEntries(files.texts), texts);
  });

  it('puts back what it wrote when a later file cannot be written', async () => {
    const { files, rename } = product();
    files.meanwhile = () => {
      files.fault = 'ENOSPC';
    };
    await assert.rejects(rename('PAY-1', 'PAY-2'), isError('disk-full', /Every file is as it was/));
    assert.deepEqual(Object.fromEntries(files.texts), texts);
  });

  it('says what was written and what was not where a file changed underneath and the rest cannot be put back', async () => {
    const { files, rename } = product();
    const write = files.write.bind(files);
    let writes = 0;
    files.write = (path, text, expected) => {
      writes++;
      if (writes === 2) files.put('risks/a.md', 'somebody else');
      if (writes === 3) files.fault = 'EACCES';
      return write(path, text, expected);
    };
    await assert.rejects(
      rename('PAY-1', 'PAY-2'),
      isError(
        'changed-underneath',
        /in part.*Written: initiatives\/PAY-1\.md\. Not written: risks\/a\.md, risks\/b\.md/,
      ),
    );
    assert.equal(files.texts.get('risks/a.md'), 'somebody else');
    assert.equal(files.texts.get('risks/b.md'), texts['risks/b.md']);
  });

  it('names no file and no id of what is sensitive', async () => {
    const secret = record(['id: globex', 'initiative: PAY-1', 'sensitive: true']);
    const inPart = product({ 'risks/0.globex.md': secret });
    const write = inPart.files.write.bind(inPart.files);
    let writes = 0;
    inPart.files.write = (path, text, expected) => {
      writes++;
      if (writes === 3) inPart.files.put('risks/a.md', 'somebody else');
      if (writes > 3) inPart.files.fault = 'EACCES';
      return write(path, text, expected);
    };
    await assert.rejects(
      inPart.rename('PAY-1', 'PAY-2'),
      isError('changed-underneath', /Written: initiatives\/PAY-1\.md, Sensitive risk\. Not written: risks\/a\.md/),
    );

    const whole = product({ 'risks/0.globex.md': secret });
    whole.files.fault = 'EACCES';
    await assert.rejects(whole.rename('globex', 'ri-1'), (error: unknown) => {
      assert.ok(error instanceof BecauseError);
      assert.match(error.message, /^Sensitive risk/);
      assert.doesNotMatch(error.message, /globex/);
      return true;
    });
  });

  it('refuses an id that is taken, and an input that is none', async () => {
    const { because, rename } = product();
    await assert.rejects(rename('PAY-1', 'a'), isError('already-exists', /a/));
    await assert.rejects(perform(renameRecord, because, { id: 'PAY-1' }), isError('bad-input', /newId/));
  });
});
