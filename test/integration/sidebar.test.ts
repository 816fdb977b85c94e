/** The sidebar's commands as other code calls them, in the real extension host. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, next, openFolder } from '../support/editor.ts';

const files = {
  '.because/sprints/s1.md': '---\nstarts: 2026-01-01\nends: 2026-01-14\n---\n',
  '.because/initiatives/PAY-1.md': '---\ntitle: The first\nsprint: s1\nurl: https://tracker.example/PAY-1\n---\n',
  '.because/initiatives/PAY-2.md': '---\ntitle: The second\nissues: [OPS-9]\n---\n',
  '.because/initiatives/PAY-3.md': '---\ntitle: Broken\nsprint: s1\nowner: [\n---\n',
  '.because/evidence/e.md': '---\nkind: quote\ninitiative: PAY-1\n---\n> Too slow.\n',
  'src/a.ts': '// PAY-2 is why\n',
};

const call = async (command: string, ...args: unknown[]): Promise<unknown> =>
  vscode.commands.executeCommand<unknown>(command, ...args);

const activeName = () => vscode.window.activeTextEditor?.document.uri.path.split('/').at(-1);

describe("the sidebar's commands", () => {
  it('open a record by its id, or by a key under it', async () => {
    await openFolder(files);
    assert.deepEqual(await call('because.openRecord', { id: 'PAY-1' }), { id: 'PAY-1' });
    await eventually(() => activeName() === 'PAY-1.md', 'The record');
    assert.deepEqual(await call('because.openRecord', { id: 'OPS-9' }), { id: 'PAY-2' });
    await eventually(() => activeName() === 'PAY-2.md', 'The record of the key');
  });

  it('open a broken record at what is wrong with it', async () => {
    await openFolder(files);
    await call('because.openRecord', { id: 'PAY-3' });
    await eventually(() => activeName() === 'PAY-3.md', 'The record');
    await eventually(
      () => (vscode.window.activeTextEditor?.selection.active.line ?? 0) > 0,
      'The cursor at the finding',
    );
  });

  it('open a record to the side', async () => {
    const folder = await openFolder(files);
    await vscode.window.showTextDocument(folder.at('src/a.ts'));
    await call('because.openRecordToSide', { id: 'e' });
    await eventually(() => activeName() === 'e.md', 'The record');
    assert.equal(vscode.window.visibleTextEditors.length, 2);
  });

  it('copy the key of a record, or of the key at the cursor', async () => {
    const folder = await openFolder(files);
    assert.deepEqual(await call('because.copyKey', { id: 'e' }), { id: 'e' });
    assert.equal(await vscode.env.clipboard.readText(), 'e');
    const editor = await vscode.window.showTextDocument(folder.at('src/a.ts'));
    editor.selection = new vscode.Selection(0, 5, 0, 5);
    assert.deepEqual(await call('because.copyKey'), { id: 'PAY-2' });
    assert.equal(await vscode.env.clipboard.readText(), 'PAY-2');
  });

  it('reveal a record wherever it is planned', async () => {
    await openFolder(files);
    await call('because.switchSprint', { sprint: 's1' });
    for (const id of ['e', 'PAY-2', 'PAY-3']) {
      assert.deepEqual(await call('because.revealInSidebar', { id }), { id });
    }
  });

  it('reveal nothing that is archived', async () => {
    await openFolder({ ...files, '.because/initiatives/PAY-4.md': '---\narchived: true\n---\n' });
    await assert.rejects(call('because.revealInSidebar', { id: 'PAY-4' }), /not-found/);
  });

  it('reject what they cannot do, with the code and what is wrong', async () => {
    await openFolder(files);
    await assert.rejects(call('because.openRecord', { id: 'PAY-99' }), /not-found: No record has the id PAY-99/);
    await assert.rejects(call('because.openRecord', { id: 7 }), /bad-input: .*id/);
    await assert.rejects(call('because.openTracker', { id: 'PAY-2' }), /not-found: PAY-2 has no link to open/);
    await assert.rejects(call('because.switchSprint', { sprint: 'nowhere' }), /not-found/);
    await assert.rejects(call('because.switchSprint', { month: 'May' }), /bad-input/);
    await assert.rejects(call('because.groupBy', { by: 'color' }), /bad-input: .*by/);
    await assert.rejects(call('because.sortBy', { by: 'color' }), /bad-input: .*by/);
    await assert.rejects(call('because.filterSprint', {}), /bad-input: .*text/);
  });

  it('switch, filter, group and sort without a question', async () => {
    await openFolder(files);
    await call('because.switchSprint', { show: 'all' });
    await call('because.groupBy', { by: 'status' });
    await call('because.sortBy', { by: 'rank' });
    await call('because.filterSprint', { text: 'second' });
    assert.deepEqual(await call('because.revealInSidebar', { id: 'PAY-2' }), { id: 'PAY-2' });
    await call('because.clearFilter', {});
    await call('because.groupBy', { by: 'none' });
    await call('because.sortBy', { by: 'key' });
    await call('because.switchSprint', { show: 'current' });
  });

  it('speak of the folder the person works in', async () => {
    const first = await openFolder({ '.because/initiatives/A-1.md': '---\ntitle: A\n---\n' }, 'first');
    const second = await openFolder({ '.because/initiatives/A-1.md': '---\ntitle: B\n---\n' }, 'second');
    for (const folder of [first, second]) {
      const file = folder.at('.because/initiatives/A-1.md');
      const shown = next(
        vscode.window.onDidChangeActiveTextEditor,
        (editor) => editor?.document.uri.path === file.path,
      );
      await vscode.window.showTextDocument(file);
      await shown;
      await call('because.openRecord', { id: 'A-1' });
      assert.equal(vscode.window.activeTextEditor?.document.uri.path, file.path);
    }
    await call('because.openRecord', { id: 'A-1', folder: first.uri.toString() });
    await eventually(
      () => vscode.window.activeTextEditor?.document.uri.path === first.at('.because/initiatives/A-1.md').path,
      'The record of the folder named',
    );
  });
});
