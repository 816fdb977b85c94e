/** Writing down a persona: a record that reads well, and nothing else changed of one that is there. */
import * as assert from 'node:assert/strict';
import { savePersona } from '../../../src/actions/savePersona.ts';
import { validatePersona } from '../../../src/actions/validatePersona.ts';
import { isError, productOf } from '../../support/product.ts';
import { record } from '../../support/sources.ts';

const files = {
  'problems/late.md': '---\ntitle: Read too late # for now\npersonas: mateo\n---\nThey read it late.\n',
  'evidence/acme.ev-1.md': record(['id: ev-1', 'kind: quote', 'problem: late', 'customer: Acme'], '> Late.\n'),
  'evidence/tern.ev-2.md': record(['id: ev-2', 'kind: quote', 'problem: late', 'customer: Tern'], '> Later.\n'),
};

const HAND = [
  '---',
  '# by hand',
  'name:   "Olivia"   # on call',
  'goals:',
  '  - Sleep # mostly',
  '  - Know at once',
  'basis: observed',
  'observed:',
  '  role: ev-1   # the night shift',
  '  goals: [ev-1, ev-2]',
  'own: 007',
  '---',
  '',
  'On call one week in five.   ',
  '',
  '> Quiet, please.',
  '',
].join('\r\n');

describe('Saving a persona', () => {
  it('makes a record with a readable id, what carries each field, and the problems that name it, in one batch', async () => {
    const { files: disk, because } = productOf(files);
    const { id, path } = await savePersona.run(because, {
      name: 'On-call Olivia',
      role: 'Engineer',
      segment: '',
      goals: ['Sleep', ''],
      frustrations: [],
      portrait: 'On call.\n\n> Late.\n\n— [Acme](../evidence/acme.ev-1.md)',
      observed: { role: ['ev-1', 'ev-2'], goals: [] },
      problems: ['late'],
    });
    assert.deepEqual([id, path], ['on-call-olivia', 'personas/on-call-olivia.md']);
    assert.equal(
      disk.texts.get('personas/on-call-olivia.md'),
      [
        '---',
        'id: on-call-olivia',
        'name: On-call Olivia',
        'role: Engineer',
        'goals: [Sleep]',
        'basis: observed',
        'observed: {role: [ev-1, ev-2]}',
        'by: ada',
        'created: 2026-11-23T14:30Z',
        '---',
        'On call.',
        '',
        '> Late.',
        '',
        '— [Acme](../evidence/acme.ev-1.md)',
        '',
      ]
        .join('\n')
        .replace('observed: {role: [ev-1, ev-2]}', 'observed:\n  role: [ev-1, ev-2]'),
    );
    assert.equal(
      disk.texts.get('problems/late.md'),
      '---\ntitle: Read too late # for now\npersonas: [mateo, on-call-olivia]\n---\nThey read it late.\n',
    );
    assert.equal(because.library.findOf('persona', id)?.values.basis, 'observed');
  });

  it('is assumed while nothing carries it, and never takes the id of another', async () => {
    const { because } = productOf({ ...files, 'personas/olivia.md': record(['name: Olivia']) });
    const { id } = await savePersona.run(because, { name: 'Olivia' });
    assert.match(id, /^pe-/);
    assert.equal(because.library.findOf('persona', id)?.values.basis, 'assumed');
  });

  it('changes the fields that are given, and no other byte', async () => {
    const { files: disk, because } = productOf({ ...files, 'personas/olivia.md': HAND });
    await savePersona.run(because, { persona: 'olivia', goals: ['Sleep', 'Know within minutes'] });
    assert.equal(disk.texts.get('personas/olivia.md'), HAND.replace('Know at once', 'Know within minutes'));
    await savePersona.run(because, { persona: 'olivia', goals: ['Sleep', 'Know at once'], name: 'Olivia' });
    assert.equal(disk.texts.get('personas/olivia.md'), HAND);
    await savePersona.run(because, { persona: 'olivia', observed: { role: ['ev-2'], goals: ['ev-1', 'ev-2'] } });
    assert.equal(disk.texts.get('personas/olivia.md'), HAND.replace('role: ev-1 ', 'role: ev-2 '));
  });

  it('changes the text in its own line ends, and takes an emptied field out', async () => {
    const { files: disk, because } = productOf({ ...files, 'personas/olivia.md': HAND });
    await savePersona.run(because, { persona: 'olivia', portrait: 'Two lines\nof text.', goals: [] });
    const text = disk.texts.get('personas/olivia.md');
    assert.ok(text?.includes('\r\nTwo lines\r\nof text.\r\n'), text);
    assert.doesNotMatch(text ?? '', /goals:\r\n {2}- |one week/);
  });

  it('is a guess again once nothing carries it', async () => {
    const { files: disk, because } = productOf({ ...files, 'personas/olivia.md': HAND });
    await savePersona.run(because, { persona: 'olivia', observed: { role: [], goals: [] } });
    const text = disk.texts.get('personas/olivia.md') ?? '';
    assert.match(text, /basis: assumed/);
    assert.doesNotMatch(text, /observed:/);
  });

  it('refuses a persona without a name, and evidence that is not there, and writes nothing then', async () => {
    const { files: disk, because } = productOf(files);
    await assert.rejects(
      savePersona.run(because, { role: 'Engineer', problems: ['late'] }),
      isError('bad-input', /name/),
    );
    const missing = { name: 'Olivia', observed: { role: ['ev-9'] }, problems: ['late'] };
    await assert.rejects(savePersona.run(because, missing), isError('not-found'));
    await assert.rejects(
      savePersona.run(because, { name: 'Olivia', observed: { role: ['late'] } }),
      isError('bad-input'),
    );
    assert.equal(disk.texts.get('problems/late.md'), files['problems/late.md']);
  });

  it('says that somebody has checked it today', async () => {
    const { files: disk, because } = productOf({ ...files, 'personas/olivia.md': HAND });
    await validatePersona.run(because, { persona: 'olivia' });
    assert.equal(disk.texts.get('personas/olivia.md'), HAND.replace('own: 007', 'own: 007\r\nvalidated: 2026-11-23'));
  });
});
