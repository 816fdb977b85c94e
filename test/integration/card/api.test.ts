/** The API, as another extension uses it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { next } from '../../support/editor.ts';
import { openRecords, product } from './setting.ts';

const api = async () => (await product()).getAPI(1);

describe('The API', () => {
  it('is given by its version, and says so when there is no such version', async () => {
    const { getAPI } = await product();
    assert.equal(getAPI(1).version, 1);
    for (const version of [0, 2, '1', undefined]) {
      assert.throws(() => getAPI(version as 1), { code: 'bad-input', message: /has version 1 of its API, not/ });
    }
  });

  it('gives records as plain data, which change nothing', async () => {
    const folder = await openRecords();
    const because = await api();
    const problems = because.records('problem');
    assert.deepEqual(problems, [
      {
        id: 'missed',
        kind: 'problem',
        title: 'Missed updates',
        uri: folder.at('.because/problems/missed.md').toString(),
        values: { title: 'Missed updates', status: 'open', archived: false, sensitive: false },
        body: '30% of users miss urgent updates.\n',
      },
    ]);
    assert.equal(because.records().length, 7);
    assert.deepEqual(structuredClone(because.records()), because.records());
    const [first] = problems;
    assert.ok(first);
    (first.values as { status: string }).status = 'solved';
    assert.equal(because.find('missed')?.values.status, 'open');
    assert.equal(because.find('nobody'), undefined);
    assert.throws(() => Object.assign(because, { version: 2 }), TypeError);
  });

  it('finds keys in a text, with what they stand for', async () => {
    await openRecords();
    assert.deepEqual((await api()).keysIn('fix(PAY-143): UTF-8, PAY-999'), [
      { key: 'PAY-143', start: 4, end: 11, initiative: 'PAY-142' },
      { key: 'PAY-999', start: 21, end: 28 },
    ]);
  });

  it('finds the keys that any open folder knows', async () => {
    await openRecords({}, 'first');
    await openRecords({ '.because/because.yml': 'keys: [OPS]\n' }, 'second');
    assert.deepEqual(
      (await api()).keysIn('OPS-1 PAY-9').map(({ key }) => key),
      ['OPS-1', 'PAY-9'],
    );
  });

  it('gives the card of a key, of a record, of nothing', async () => {
    await openRecords();
    const { card } = await api();
    assert.match(card('PAY-142')?.text ?? '', /^PAY-142 · Urgent <b>updates/);
    assert.match(card('PAY-142')?.markdown ?? '', /^\*\*PAY-142\*\* · \*\*Urgent \\<b\\>/);
    assert.match(card('missed')?.text ?? '', /^missed · Missed updates · Problem/);
    assert.equal(card('UTF-8'), undefined);
  });

  it('gives findings with their exact place', async () => {
    const folder = await openRecords();
    const findings = (await api()).findings();
    const uri = folder.at('.because/initiatives/PAY-142.md').toString();
    const typo = findings.find((one) => one.uri === uri && one.code === 'unknown-field');
    assert.deepEqual(typo?.range, { start: { line: 6, character: 0 }, end: { line: 6, character: 6 } });
    assert.equal(typo?.severity, 'hint');
    assert.equal(findings.filter(({ code }) => code === 'duplicate-id').length, 2);
    assert.deepEqual(structuredClone(findings), findings);
  });

  it('tells of changes, until nobody listens', async () => {
    const folder = await openRecords();
    const because = await api();
    const changes = new vscode.EventEmitter<void>();
    const listening = because.onDidChange(() => changes.fire());
    const changed = next(changes.event, () => because.find('PAY-5')?.title === 'New');
    await folder.write('.because/initiatives/PAY-5.md', '---\nid: PAY-5\ntitle: New\n---\n');
    await changed;
    listening.dispose();
    changes.dispose();
  });
});
