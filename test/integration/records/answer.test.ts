/** One command for whatever waits: what is open is picked, and then how it is answered, where there is more than one way. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { record } from '../../support/sources.ts';
import { openScoring, text } from '../scoring/setting.ts';
import { type Boxes, watchBoxes } from '../work/boxes.ts';
import { replace } from '../work/screen.ts';

type Lists = readonly (readonly string[])[];

const OBJECTION = '.because/objections/ob.md';

const open = {
  '.because/risks/slow.md': record(['title: Too slow', 'initiative: PAY-142', 'owner: grace', 'by: ada']),
  '.because/risks/over.md': record(['title: Over', 'initiative: PAY-142', 'state: resolved']),
  '.because/questions/who.md': record(['initiative: PAY-7', 'to: ada', 'by: grace'], 'Who reads it?\n'),
  '.because/questions/mine.md': record(['initiative: PAY-7', 'to: grace', 'by: ada'], 'May I?\n'),
  '.because/challenges/ch.md': record(
    ['title: Four weeks', 'initiative: PAY-142', 'factor: effort', 'from: 6', 'to: 4', 'by: grace'],
    'Push only.\n',
  ),
  [OBJECTION]: record(['title: Too dear', 'initiative: PAY-142', 'kind: other', 'by: grace'], 'Too dear.\n'),
  '.because/commitments/own.md': record(['title: Numbers', 'by: ada', 'to: grace', 'due: 2099-01-01']),
  '.because/commitments/hers.md': record(['title: Names', 'by: grace', 'to: ada', 'due: 2099-01-01']),
};

describe('Answer', () => {
  let boxes: Boxes;

  beforeEach(() => {
    boxes = watchBoxes();
  });

  afterEach(() => boxes.restore());

  /** Runs the command, picks these rows one after the other, and gives what was listed. */
  async function answer(...picks: readonly string[]): Promise<Lists> {
    const lists: string[][] = [];
    const left = [...picks];
    const pick = async (given: Thenable<readonly vscode.QuickPickItem[]>) => {
      const items = await given;
      lists.push(items.map(({ label }) => label.replace(/^\$\(.+\) /, '')));
      const wanted = left.shift();
      return items.find(({ label }) => wanted !== undefined && label.endsWith(wanted));
    };
    const restore = replace(vscode.window, 'showQuickPick', pick as never);
    try {
      await vscode.commands.executeCommand('because.answer');
    } finally {
      restore();
    }
    assert.deepEqual(left, []);
    return lists;
  }

  /** The same where a question follows, which is left. */
  async function leads(...picks: readonly string[]): Promise<readonly [Lists, string | undefined]> {
    const answering = answer(...picks);
    const { title } = await boxes.next();
    await boxes.leave();
    return [await answering, title];
  }

  it('lists all that is open, what waits for whoever asks first', async () => {
    await openScoring(open);
    assert.deepEqual(await answer(), [
      [
        'Waiting for you',
        // Due first; the challenge and the objection are everybody's, as nobody owns their initiative.
        ...['Numbers', 'Who reads it?', 'Names', 'Four weeks', 'Too dear'],
        'Also open',
        ...['Too slow', 'May I?'],
      ],
    ]);
  });

  it('asks for the way where there are several, and offers none that is not for whoever asks', async () => {
    await openScoring(open);
    const ways = {
      'Who reads it?': ['Answer Question', 'Acknowledge Question'],
      'May I?': ['Answer Question', 'Withdraw Question'],
      'Four weeks': ['Accept Challenge', 'Reject Challenge'],
      'Too slow': ['Reply', 'Mitigate Risk', 'Accept Risk', 'Resolve Risk'],
      Numbers: ['Promise Kept', 'Renegotiate Promise', 'Cannot Keep Promise'],
    };
    for (const [row, wanted] of Object.entries(ways)) assert.deepEqual((await answer(row))[1], wanted, row);
    const [, title] = await leads('Four weeks', 'Reject Challenge');
    assert.equal(title, 'Reject Challenge: Four weeks');
  });

  it('begins the only way at once', async () => {
    const folder = await openScoring(open);
    const [lists, title] = await leads('Too dear');
    assert.equal(lists.length, 1);
    assert.equal(title, 'Answer Objection: Too dear');
    assert.equal((await answer('Names')).length, 1);
    const replies = await vscode.workspace.findFiles(new vscode.RelativePattern(folder.uri, '.because/replies/*.md'));
    const [reply] = replies.map(({ path }) => path.split('/.because/')[1]);
    assert.match(await text(folder, reply ?? ''), /\non: hers\n/);
  });

  it('says of each which initiative it is about, and how it stands', async () => {
    await openScoring(open);
    const shown = new Map<string, string>();
    const restore = replace(vscode.window, 'showQuickPick', (async (given: Thenable<vscode.QuickPickItem[]>) => {
      for (const { label, description = '' } of await given) shown.set(label, description.replaceAll('\u00a0', ' '));
    }) as never);
    await vscode.commands.executeCommand('because.answer');
    restore();
    assert.equal(shown.get('$(flame) Too slow'), 'PAY-142 · open · unanswered');
    assert.equal(shown.get('$(comment-unresolved) Four weeks'), 'PAY-142 · Effort 6 → 4 · open');
    assert.equal(shown.get('$(question) Who reads it?'), 'PAY-7 · open · for Ada Lovelace');
  });

  it('offers what is open in the editor first', async () => {
    const folder = await openScoring(open);
    await vscode.window.showTextDocument(folder.at(OBJECTION));
    const [list] = await answer();
    assert.deepEqual(list?.slice(0, 4), ['In the editor', 'Too dear', 'Waiting for you', 'Numbers']);
  });
});
