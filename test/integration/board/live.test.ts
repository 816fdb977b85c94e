/** A scoring board over files on disk, in the real extension host: what its page is told, and what it has done. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { RequestError } from '../../../src/webviews/frame/channel.ts';
import { eventually, next } from '../../support/editor.ts';
import { record } from '../../support/sources.ts';
import { files, HIDDEN, openScored, type WatchedBoard, watchBoard } from './setting.ts';

const ADAS = '.because/estimates/PAY-1/ada.md';
const mine = record(['initiative: PAY-1', 'by: ada', 'reach: 90', 'effort: 2'], 'Mine.\n');

async function refusal(asked: Promise<unknown>): Promise<{ code: string; message: string }> {
  const error = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof RequestError);
  return error;
}

describe('a scoring board on disk', () => {
  let watched: WatchedBoard | undefined;

  afterEach(() => {
    watched?.dispose();
    watched = undefined;
  });

  it('answers a new page with the items and who I am', async () => {
    watched = await watchBoard(await openScored());
    const { items, me, scope } = await watched.page.request('ready', {});
    assert.deepEqual(
      items.map(({ id }) => id),
      ['PAY-1', 'PAY-2'],
    );
    assert.deepEqual(me, { id: 'ada', name: 'Ada Lovelace' });
    assert.deepEqual(scope, { kind: 'sprint', id: 's1' });
  });

  it('tells of an estimate written on disk, with that item alone', async () => {
    const folder = await openScored();
    watched = await watchBoard(folder);
    await watched.page.request('ready', {});
    await folder.write(ADAS, mine);
    const [told] = (await watched.told('items', 1)) as { changed: { id: string }[]; removed: string[] }[];
    assert.deepEqual([told?.changed.map(({ id }) => id), told?.removed], [['PAY-1'], []]);
  });

  it('tells what is typed into an open file before it is saved', async () => {
    const folder = await openScored({ [ADAS]: mine });
    watched = await watchBoard(folder);
    await watched.page.request('ready', {});
    const editor = await vscode.window.showTextDocument(folder.at(ADAS));
    const at = editor.document.getText().indexOf('90');
    const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + 2));
    await editor.edit((edit) => edit.replace(range, '95'));
    await watched.told('items', 1);
    assert.ok(JSON.stringify(watched.posted.at(-1)).includes('"reach":95'));
  });

  it('posts nothing of others’ estimates before I gave mine', async () => {
    const folder = await openScored();
    watched = await watchBoard(folder);
    await watched.page.request('ready', {});
    await watched.page.request('open', { id: 'PAY-1' });
    const text = files['.because/estimates/PAY-1/grace.md'] ?? '';
    await folder.write('.because/estimates/PAY-1/katherine.md', text.replace('by: grace', 'by: katherine'));
    await watched.told('items', 1);
    await watched.told('detail', 1);
    const said = JSON.stringify(watched.posted);
    assert.ok(said.includes('katherine'));
    for (const secret of HIDDEN) assert.ok(!said.includes(secret), `${secret} was posted.`);
  });

  it('performs an action, and tells what came of it', async () => {
    const folder = await openScored();
    watched = await watchBoard(folder);
    await watched.page.request('ready', {});
    const input = { initiative: 'PAY-1', reach: 90, effort: { low: 1, likely: 2, high: 4 }, reasons: 'Counted.' };
    const done = await watched.page.request('act', { action: 'estimate', input });
    assert.deepEqual(done, { id: 'PAY-1.ada', path: 'estimates/PAY-1/ada.md' });
    assert.match(await folder.read(ADAS), /reach: 90[\s\S]*Counted\./);
    await watched.told('items', 1);
    assert.ok(JSON.stringify(watched.posted).includes('7717'), 'Now the others’ numbers are shown.');
  });

  it('refuses with the code of the error', async () => {
    watched = await watchBoard(await openScored());
    const wrong = { action: 'estimate', input: { initiative: 'PAY-1', effort: -3 } } as const;
    assert.equal((await refusal(watched.page.request('act', wrong))).code, 'bad-input');
    const gone = { action: 'estimate', input: { initiative: 'PAY-99', effort: 3 } } as const;
    assert.equal((await refusal(watched.page.request('act', gone))).code, 'not-found');
    assert.equal((await refusal(watched.page.request('open', { id: 'PAY-99' }))).code, 'not-found');
    assert.equal((await refusal(watched.page.request('run', { command: 'openRecord', id: 'no' }))).code, 'not-found');
  });

  it('opens records, and puts texts on the clipboard', async () => {
    watched = await watchBoard(await openScored());
    await watched.page.request('run', { command: 'openRecord', id: 'PAY-2' });
    await eventually(() => vscode.window.activeTextEditor?.document.uri.path.endsWith('PAY-2.md'), 'The record');
    await watched.page.request('copy', { text: '| Rank |' });
    assert.equal(await vscode.env.clipboard.readText(), '| Rank |');
  });

  it('hears and says nothing once its panel is closed', async () => {
    const folder = await openScored();
    watched = await watchBoard(folder);
    await watched.page.request('ready', {});
    watched.board.dispose();
    assert.equal(watched.listens(), false);
    const before = watched.posted.length;
    const other = await watchBoard(folder);
    await other.page.request('ready', {});
    await folder.write(ADAS, mine);
    await other.told('items', 1);
    other.dispose();
    assert.equal(watched.posted.length, before);
  });
});

describe('the panel of a scoring board', () => {
  const tabs = () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs: all }) => all)
      .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('because.scoring'));
  const labels = () => tabs().map(({ label }) => label);
  const open = (input: object) => vscode.commands.executeCommand<unknown>('because.openBoard', input);

  it('is opened once for each folder', async () => {
    const one = await openScored({}, 'one');
    const two = await openScored({}, 'two');
    assert.deepEqual(await open({ folder: one.uri.toString() }), { folder: one.uri.toString() });
    await open({ folder: two.uri.toString(), id: 'PAY-2' });
    await open({ folder: one.uri.toString() });
    await eventually(() => labels().length === 2, 'Two panels');
    assert.deepEqual(labels().sort(), ['Scoring: one', 'Scoring: two']);
    await eventually(() => tabs().find(({ isActive }) => isActive)?.label === 'Scoring: one', 'The first in front');
  });

  it('is opened again after it was closed', async () => {
    const folder = await openScored({}, 'one');
    await open({ folder: folder.uri.toString() });
    await eventually(() => labels().length === 1, 'The panel');
    const closed = next(vscode.window.tabGroups.onDidChangeTabs, (change) => change.closed.length > 0);
    await vscode.window.tabGroups.close(tabs());
    await closed;
    await open({ folder: folder.uri.toString() });
    await eventually(() => labels().length === 1, 'The panel again');
  });

  it('is refused for what is not there', async () => {
    await openScored();
    await assert.rejects(Promise.resolve(open({ id: 'PAY-99' })), /not-found/);
    await assert.rejects(Promise.resolve(open({ folder: 'file:///nowhere' })), /no-folder/);
    await assert.rejects(Promise.resolve(open({ nonsense: 1 })), /bad-input/);
  });
});
