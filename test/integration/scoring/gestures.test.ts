/** Verbs of scoring asked in a row, as their inputs' schemas have them: what is given is not asked, what was typed is kept. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/editor.ts';
import { record } from '../../support/sources.ts';
import { type Boxes, watchBoxes } from '../work/boxes.ts';
import { replace } from '../work/screen.ts';
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
      ['The objection is right', 'Withdrawn by its author', '$(law) How to weigh it…'],
    );
    await boxes.accept();
    const reason = (await boxes.next()) as vscode.InputBox;
    assert.equal(reason.prompt, 'What do you say to the person who objected?');
    await boxes.accept('It is.');
    assert.equal((await answered)?.id, id);
    assert.match(await text(folder, path), /\nstate: upheld\n/);
  });

  it('ask before a challenge is withdrawn, and leave it open where somebody turns away', async () => {
    const folder = await openScoring();
    const doubt = { initiative: 'PAY-142', factor: 'effort', to: 9, reason: 'Two senders.' };
    const { id, path } = await call('challenge', doubt);
    const before = await text(folder, path);
    const left = gesture('withdrawChallenge');
    await boxes.accept();
    const question = (await boxes.next()) as vscode.InputBox;
    assert.match(question.prompt ?? '', /^Withdraw this challenge\?/);
    await boxes.leave();
    assert.equal(await left, undefined);
    assert.equal(await text(folder, path), before);
    const again = gesture('withdrawChallenge');
    await boxes.accept();
    await boxes.accept('');
    assert.equal((await again)?.id, id);
    assert.match(await text(folder, path), /\nstate: withdrawn\n/);
  });

  it('open a record that has no slices with two of them to be filled in', async () => {
    await openScoring();
    const asked: string[] = [];
    const first = async (given: Thenable<readonly vscode.QuickPickItem[]>) => {
      const items = await given;
      asked.push(...items.map(({ label }) => label));
      return items[0];
    };
    const restore = replace(vscode.window, 'showQuickPick', first as never);
    const objected = gesture('object', { initiative: 'PAY-7', kind: 'too-complex' });
    await boxes.accept('It takes a quarter');
    await objected;
    restore();
    assert.deepEqual(asked, ['Write the slices in the record', 'Leave the objection open']);
    const editor = await eventually(() => {
      const shown = vscode.window.activeTextEditor;
      return shown?.document.getText().includes('slices:') ? shown : undefined;
    }, 'The slices in the editor');
    assert.ok(editor.document.uri.path.endsWith('/PAY-7.md'));
    const slice = '  - title: \n    must: true\n    effort: \n    share: \n';
    assert.ok(editor.document.getText().includes(`\nslices:\n${slice}${slice}`), editor.document.getText());
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, '  - title: ');
  });

  it('keep a snapshot also where nobody is in the team yet: the numbers are nobody’s', async () => {
    const folder = await openScoring({
      '.because/because.yml': 'keys: [PAY]\n',
      '.because/initiatives/PAY-7.md': record([
        'sprint: s1',
        'rice: {reach: 9, impact: 1, confidence: 100, effort: 1}',
      ]),
      '.vscode/settings.json': '{}\n',
    });
    const taken = gesture('takeSnapshot');
    const scopes = (await boxes.next()) as vscode.QuickPick<vscode.QuickPickItem>;
    assert.equal(scopes.placeholder, 'Which ranking do you want to save?');
    await boxes.accept();
    assert.match(
      await text(folder, (await taken)?.path ?? ''),
      /\nsprint: s1\n(?:.*\n)* {2}- \{initiative: PAY-7, rank: 1/,
    );
  });

  /** What a list asks with, once it is shown; nothing is picked. */
  async function offered(ask: () => Promise<unknown>): Promise<readonly (readonly [string, string | undefined])[]> {
    const lists: (readonly vscode.QuickPickItem[])[] = [];
    const restore = replace(
      vscode.window,
      'showQuickPick',
      async (items: Thenable<readonly vscode.QuickPickItem[]>) => {
        lists.push(await items);
      },
    );
    try {
      assert.equal(await ask(), undefined);
    } finally {
      restore();
    }
    assert.equal(lists.length, 1);
    return (lists[0] ?? []).map(({ label, description }) => [label, description?.replaceAll('\u00a0', ' ')] as const);
  }

  const commit = () => gesture('commitToSprint', { initiatives: ['PAY-142'] });

  it('offer the sprint that runs, then those to come, and none that has ended', async () => {
    await openScoring({
      '.because/sprints/s0.md': record(['title: Sprint 0', 'starts: 2025-12-01', 'ends: 2025-12-31']),
      '.because/sprints/s2.md': record(['title: Sprint 2', 'starts: 2099-01-02', 'ends: 2099-01-31']),
    });
    assert.deepEqual(await offered(commit), [
      ['Sprint 1', '1 Jan 2026 – 1 Jan 2099 · current'],
      ['Sprint 2', '2 Jan – 31 Jan 2099 · starts 2 Jan 2099'],
    ]);
  });

  it('say that a sprint has ended where there is no other, and call none current', async () => {
    await openScoring({
      '.because/sprints/s1.md': record(['title: Sprint 1', 'starts: 2025-08-01', 'ends: 2025-08-26']),
    });
    assert.deepEqual(await offered(commit), [['Sprint 1', '1 Aug – 26 Aug 2025 · ended 26 Aug 2025']]);
  });
});
