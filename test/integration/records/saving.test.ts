/** Saving a record in the editor while other processes write it: whatever was written by whom is kept. */
import * as assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import * as vscode from 'vscode';
import { NodeFiles } from '../../../src/store/nodeFiles.ts';
import { Turns } from '../../../src/store/turns.ts';
import { eventually, type OpenFolder } from '../../support/editor.ts';
import { record } from '../../support/sources.ts';
import { watchScreen } from '../work/screen.ts';
import { openRecords, replace, show } from './setting.ts';

const path = 'problems/late.md';
const file = `.because/${path}`;
const text = record(['title: Late', 'segment: all'], 'Body.\n');

describe('saving a record that others write too', () => {
  let folder: OpenFolder;
  let editor: vscode.TextEditor;
  let others: NodeFiles;

  const autoSave = (value: string | undefined) =>
    vscode.workspace.getConfiguration('files').update('autoSave', value, vscode.ConfigurationTarget.Global);

  before(() => autoSave('off'));
  after(() => autoSave(undefined));

  beforeEach(async () => {
    folder = await openRecords({ [file]: text });
    editor = await show(folder, file);
    others = new NodeFiles(folder.at('.because').fsPath);
  });

  const turns = () => new Turns(folder.at('.because').fsPath, assert.fail);

  /** What is in the folder of those who write or wait for it. */
  const writing = () => readdir(folder.at('.because/.writing').fsPath).catch((): string[] => []);

  it('keeps a change of the same size, which the editor does not notice', async () => {
    await replace(editor, 'Body.', 'Typed here.');
    await others.write([{ path, before: text, after: text.replace('Late', 'Soon') }]);
    assert.equal(await editor.document.save(), true);
    assert.equal(await folder.read(file), text.replace('Late', 'Soon').replace('Body.', 'Typed here.'));
  });

  it('keeps such a change in a file with Windows line ends and a byte order mark', async () => {
    const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    await folder.write('.because/problems/windows.md', windows);
    const { document } = await show(folder, '.because/problems/windows.md').then(async (shown) => {
      await replace(shown, 'Body.', 'Typed here.');
      return shown;
    });
    await others.write([{ path: 'problems/windows.md', before: windows, after: windows.replace('Late', 'Soon') }]);
    assert.equal(await document.save(), true);
    assert.equal(
      await folder.read('.because/problems/windows.md'),
      windows.replace('Late', 'Soon').replace('Body.', 'Typed here.'),
    );
  });

  for (const [sort, marks, name] of [
    ['', [], 'problems/late.md'],
    [' of a sensitive record, without naming its file', ['sensitive: true'], 'Sensitive problem'],
  ] as const) {
    it(`says so where both changed one place, and only the editor’s text can stay${sort}`, async () => {
      const written = record(['title: Late', ...marks], 'Body.\n');
      await others.write([{ path, before: text, after: written }]);
      await eventually(() => editor.document.getText() === written, 'The text in the editor');
      const screen = watchScreen();
      try {
        await replace(editor, 'Late', 'Early');
        await others.write([{ path, before: written, after: written.replace('Late', 'Soon') }]);
        assert.equal(await editor.document.save(), true);
        assert.equal(await folder.read(file), written.replace('Late', 'Early'));
        const words = `Somebody else has changed ${name} in the meantime`;
        assert.equal(screen.told[0]?.words.slice(0, words.length), words);
      } finally {
        screen.restore();
      }
    });
  }

  it('leaves a change of another size to the editor, which saves nothing and asks', async () => {
    await replace(editor, 'Body.', 'Typed here.');
    const theirs = text.replace('Late', 'Later');
    await others.write([{ path, before: text, after: theirs }]);
    assert.equal(await editor.document.save(), false);
    assert.equal(await folder.read(file), theirs);
    assert.match(editor.document.getText(), /Typed here\./);
  });

  it('waits for who is writing, and keeps what that one wrote', async () => {
    await replace(editor, 'Body.', 'Typed here.');
    const turn = await turns().take((into) => writeFileSync(`${into}/text`, text.replace('Late', 'Soon')));
    const saved = editor.document.save();
    await eventually(async () => (await writing()).some((name) => /^\d/.test(name)), 'The wait of the save');
    await rename(`${turn.folder}/text`, folder.at(file).fsPath);
    turn.end();
    assert.equal(await saved, true);
    assert.equal(await folder.read(file), text.replace('Late', 'Soon').replace('Body.', 'Typed here.'));
  });

  it('goes on where nobody ends his turn, and leaves nothing behind', async () => {
    await replace(editor, 'Body.', 'Typed here.');
    const turn = await turns().take();
    assert.equal(await editor.document.save(), true);
    assert.match(await folder.read(file), /Typed here\./);
    turn.end();
    await eventually(async () => (await writing()).length === 0, 'The end of all turns');
  });
});
