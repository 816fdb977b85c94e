/** Verbs of scoring asked in a row, as their inputs' schemas have them: what is given is not asked, what was typed is kept. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Boxes, watchBoxes } from '../work/boxes.ts';
import { call, openScoring, text } from './setting.ts';

describe('gestures of scoring', () => {
  let boxes: Boxes;

  beforeEach(() => {
    boxes = watchBoxes();
  });

  afterEach(() => boxes.restore());

  const gesture = (name: string, input?: object) =>
    Promise.resolve(vscode.commands.executeCommand<{ id: string; path: string } | undefined>(`because.${name}`, input));

  it('ask for what is missing alone, and keep what was typed when somebody turns away', async () => {
    const folder = await openScoring();
    const objected = { initiative: 'PAY-142', kind: 'other' };
    const left = gesture('object', objected);
    const box = await boxes.next();
    assert.equal(box.title, 'Raise Objection: PAY-142 Urgent updates');
    assert.equal(box.step, undefined);
    box.value = 'Not now';
    await boxes.leave();
    assert.equal(await left, undefined);
    const again = gesture('object', objected);
    assert.equal((await boxes.next()).value, 'Not now');
    await boxes.accept('Not this quarter');
    const made = await again;
    assert.match(await text(folder, made?.path ?? ''), /\nkind: other\n(?:.*\n)*---\nNot this quarter\n$/);
  });

  it('ask for the record first where the questions are about it, and name it in the title', async () => {
    const folder = await openScoring();
    const { id, path } = await call('object', { initiative: 'PAY-142', kind: 'other', text: 'Too dear.' });
    const answered = gesture('answerObjection', { id });
    const state = (await boxes.next()) as vscode.QuickPick<vscode.QuickPickItem>;
    assert.equal(state.title, 'Answer Objection: Too dear.');
    assert.deepEqual(
      state.items.map(({ label }) => label),
      ['The objection is right', 'Withdrawn by its author'],
    );
    await boxes.accept();
    const reason = (await boxes.next()) as vscode.InputBox;
    assert.equal(reason.prompt, 'In which words? Whoever objected reads this.');
    await boxes.accept('It is.');
    assert.equal((await answered)?.id, id);
    assert.match(await text(folder, path), /\nstate: upheld\n/);
  });
});
