/** The commands of scoring, called with a complete input as other programs do: no question, a file, an id. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { call, INITIATIVE, openScoring, rejects, text, type Written } from './setting.ts';

const whole = { initiative: 'PAY-142', reach: 200, impact: 2, confidence: 80, effort: { low: 3, likely: 6, high: 12 } };

describe('estimating by its command', () => {
  it('writes my file without a question, and the next one changes only what it names', async () => {
    const folder = await openScoring();
    const written = await call('estimate', { ...whole, reasons: 'One sender.' });
    assert.deepEqual(written, { id: 'PAY-142.ada', path: 'estimates/PAY-142/ada.md' });
    const before = await text(folder, written.path);
    assert.match(before, /\nreach: 200\nimpact: 2\nconfidence: 80\neffort: \{low: 3, likely: 6, high: 12\}\n/);
    assert.match(before, /\n---\nOne sender\.\n$/);
    assert.deepEqual(await call('estimate', { initiative: 'PAY-142', reach: '?' }), written);
    assert.equal(await text(folder, written.path), before.replace('reach: 200', 'reach: "?"'));
  });

  it('rejects what cannot be a number, an initiative or a person', async () => {
    const folder = await openScoring();
    await rejects('estimate', { ...whole, effort: 0 }, /^bad-input: .*Effort must be/);
    await rejects('estimate', { ...whole, reach: { low: 9, likely: 2, high: 3 } }, /^bad-input: /);
    await rejects('estimate', { ...whole, initiative: 'PAY-999' }, /^not-found: /);
    await rejects('estimate', { initiative: 'PAY-999' }, /^not-found: /);
    await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(folder.at('.because/estimates'))));
  });

  it('says who is missing where nobody is known', async () => {
    await openScoring({ '.vscode/settings.json': '{}\n' });
    await rejects('estimate', whole, /^(no-member|bad-input): /);
  });
});

describe('challenging a number by its command', () => {
  const challenged = { initiative: 'PAY-142', factor: 'effort', to: 9, reason: 'Three senders.', evidence: ['said'] };

  it('writes the challenge with what it stood at; accepting it changes that number and no other byte', async () => {
    const folder = await openScoring();
    const { id, path } = await call('challenge', challenged);
    assert.match(await text(folder, path), /\nfactor: effort\nfrom: 6\nto: 9\n(?:.*\n)*evidence: (said|\[said\])\n/);
    await call('acceptChallenge', { id });
    assert.match(await text(folder, path), /\nstate: accepted\n/);
    assert.match(
      await folder.read(INITIATIVE),
      /\nrice: \{reach: 240, impact: 3, confidence: 80, effort: 9, .*\} # agreed\n/,
    );
  });

  it('rejects a challenge only with words, and keeps them', async () => {
    const folder = await openScoring();
    const { id, path } = await call('challenge', challenged);
    await call('rejectChallenge', { id, reason: 'There is one sender.' });
    assert.match(await text(folder, path), /\nstate: rejected\n/);
    assert.equal((await vscode.workspace.fs.readDirectory(folder.at('.because/replies'))).length, 1);
    const second = await call('challenge', challenged);
    await call('withdrawChallenge', { id: second.id });
    assert.match(await text(folder, second.path), /\nstate: withdrawn\n/);
  });

  it('rejects a wrong input', async () => {
    await openScoring();
    await rejects('challenge', { ...challenged, factor: 'luck' }, /^bad-input: .*factor/);
    await rejects('challenge', { ...challenged, to: -1 }, /^bad-input: /);
    await rejects('challenge', { ...challenged, reason: '  ' }, /^bad-input: .*reason/);
    await rejects('challenge', { ...challenged, initiative: 'PAY-1' }, /^not-found: /);
    await rejects('acceptChallenge', { id: 'said' }, /^bad-input: /);
    await rejects('rejectChallenge', { id: 'nothing', reason: 'No.' }, /^not-found: /);
  });
});

describe('scoring debt by its command', () => {
  it('makes an initiative with the code it sits in and the bridge to customers', async () => {
    const folder = await openScoring({ 'src/send.ts': 'send();\n' });
    const anchor = { path: 'src/send.ts', line: 1, text: 'send();' };
    const { path } = await call('scoreDebt', { title: 'Retries give up', anchor, customers: 30, because: 'The log.' });
    const made = await text(folder, path);
    assert.match(made, /\nkind: debt\n/);
    assert.match(made, /\nbridge: \{customers: 30, because: The log\.\}\n/);
    assert.match(made, /\nanchor: \{path: src\/send\.ts, line: 1, text: send\(\);\}\n/);
  });

  it('gives a known initiative its bridge, and rejects a wrong one', async () => {
    const folder = await openScoring();
    await call('scoreDebt', { initiative: 'PAY-7', saved: 3, because: 'A week a month.' });
    assert.match(
      await folder.read('.because/initiatives/PAY-7.md'),
      /\nbridge: \{saved: 3, because: A week a month\.\}\n/,
    );
    await rejects('scoreDebt', { initiative: 'PAY-7', customers: -3 }, /^bad-input: .*customers/);
    await rejects('scoreDebt', { initiative: 'PAY-8', customers: 3 }, /^not-found: /);
  });
});

describe('objecting by its command', () => {
  const objected = { initiative: 'PAY-142', kind: 'too-complex', text: 'This is three products.' };

  it('records the objection open; the answer is kept with it', async () => {
    const folder = await openScoring();
    const { id, path } = await call('object', objected);
    assert.match(
      await text(folder, path),
      /\nkind: too-complex\n(?:.*\n)*state: open\n(?:.*\n)*---\nThis is three products\.\n$/,
    );
    await call('answerObjection', { id, state: 'upheld', reason: 'It waits for the quarter.' });
    assert.match(await text(folder, path), /\nstate: upheld\n/);
    await rejects('answerObjection', { id, state: 'ignored' }, /^bad-input: .*state/);
  });

  it('rejects a wrong input', async () => {
    await openScoring();
    await rejects('object', { ...objected, kind: 'dull' }, /^bad-input: .*kind/);
    await rejects('object', { ...objected, text: '' }, /^bad-input: .*text/);
    await rejects('object', { ...objected, initiative: 'PAY-8' }, /^not-found: /);
  });
});

describe('committing by its command', () => {
  it('adds the sprint, and keeps what was missing with the reason', async () => {
    const folder = await openScoring();
    const reason = 'The customer left otherwise.';
    const { ids } = await call<{ ids: string[] }>('commitToSprint', { initiatives: ['PAY-142'], sprint: 's1', reason });
    assert.equal(ids.length, 1);
    assert.match(await folder.read(INITIATIVE), /\nstatus: committed\n(?:.*\n)*sprint: (s1|\[s1\])\n/);
    const [[name = ''] = []] = await vscode.workspace.fs.readDirectory(folder.at('.because/decisions'));
    assert.match(
      await text(folder, `decisions/${name}`),
      /\nmissing: \[.*estimates.*\]\n(?:.*\n)*---\nThe customer left otherwise\.\n$/,
    );
  });

  it('rejects a sprint or initiative nobody knows, and changes nothing', async () => {
    const folder = await openScoring();
    const before = await folder.read(INITIATIVE);
    await rejects('commitToSprint', { initiatives: ['PAY-142'], sprint: 's9' }, /^not-found: /);
    await rejects('commitToSprint', { initiatives: ['PAY-142', 'PAY-8'], sprint: 's1' }, /^not-found: /);
    assert.equal(await folder.read(INITIATIVE), before);
  });
});

describe('rounds and rankings by command', () => {
  it('reveals a round, agrees on its numbers, begins the next one', async () => {
    const folder = await openScoring();
    await call('estimate', whole);
    await call<Written>('revealRound', { initiative: 'PAY-142' });
    assert.match(
      await text(folder, 'initiatives/PAY-142.md'),
      /\nround: \{number: 1, (?:opened: today, )?revealed: today, by: ada\}\n/,
    );
    await call('agreeScore', { initiative: 'PAY-142', effort: 7 });
    assert.match(
      await text(folder, 'initiatives/PAY-142.md'),
      /\nrice: \{reach: 240, impact: 3, confidence: 80, effort: 7, agreed: today, agreedBy: ada\} # agreed\n/,
    );
    await call('startRound', { initiative: 'PAY-142' });
    assert.match(await text(folder, 'initiatives/PAY-142.md'), /\nround: \{number: 2, by: ada, opened: today\}\n/);
    await call('estimate', { ...whole, reach: 300 });
    assert.match(await text(folder, 'estimates/PAY-142/ada.round-2.md'), /\nround: 2\n(?:.*\n)*reach: 300\n/);
    assert.match(await text(folder, 'estimates/PAY-142/ada.md'), /\nreach: 200\n/);
    await rejects('agreeScore', { initiative: 'PAY-142', effort: '?' }, /^bad-input: .*effort/);
    await rejects('revealRound', { initiative: 'PAY-8' }, /^not-found: /);
  });

  it('keeps a snapshot of all, and rejects a sprint nobody knows', async () => {
    const folder = await openScoring();
    const { path } = await call('takeSnapshot', {});
    assert.match(await text(folder, path), /\ntaken: today\n/);
    await rejects('takeSnapshot', { sprint: 's9' }, /^not-found: /);
  });
});
