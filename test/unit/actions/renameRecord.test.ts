/** The rename action: all files or none. */
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

  it('writes nothing when a later file cannot be written, or its own cannot be moved', async () => {
    const { files, rename } = product();
    for (const faultAt of [0, 1, 2]) {
      files.fault = 'ENOSPC';
      files.faultAt = faultAt;
      await assert.rejects(rename('PAY-1', 'PAY-2'), isError('disk-full', /no room/));
      assert.deepEqual(Object.fromEntries(files.texts), texts);
    }
    files.meanwhile = () => files.put('initiatives/PAY-2.md', 'theirs');
    await assert.rejects(rename('PAY-1', 'PAY-2'), isError('already-exists', /PAY-2\.md/));
    assert.deepEqual(Object.fromEntries(files.texts), { ...texts, 'initiatives/PAY-2.md': 'theirs' });
  });

  it('writes nothing, and says which file it is, where one changed underneath', async () => {
    const { files, rename } = product();
    files.meanwhile = () => files.put('risks/a.md', 'somebody else');
    await assert.rejects(rename('PAY-1', 'PAY-2'), isError('changed-underneath', /^risks\/a\.md/));
    assert.deepEqual(Object.fromEntries(files.texts), { ...texts, 'risks/a.md': 'somebody else' });
  });

  it('names no file and no id of what is sensitive', async () => {
    const secret = record(['id: globex', 'initiative: PAY-1', 'sensitive: true']);
    const referring = product({ 'risks/0.globex.md': secret });
    referring.files.meanwhile = () => referring.files.put('risks/0.globex.md', 'somebody else');
    await assert.rejects(referring.rename('PAY-1', 'PAY-2'), isError('changed-underneath', /^Sensitive risk changed/));

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
