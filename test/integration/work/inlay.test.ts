/** The why behind the line of the cursor, in the real editor. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CurrentLine } from '../../../src/editor/inlay/currentLine.ts';
import { Workspace } from '../../../src/editor/workspace/workspace.ts';
import { eventually, type OpenFolder } from '../../support/editor.ts';
import { replace } from './screen.ts';
import { openWork } from './setting.ts';

const WHY = '∵ Missed updates · PAY-142';

describe('the why behind the line of the cursor', () => {
  let workspace: Workspace | undefined;
  let inlay: CurrentLine | undefined;
  let shown: string | undefined;
  let asked = 0;

  afterEach(async () => {
    inlay?.dispose();
    workspace?.dispose();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  async function opened(text: string, message = 'Add') {
    const folder = await openWork();
    await folder.write('src/send.ts', text);
    await folder.git('commit', '--quiet', '-am', message);
    const storage = { workspaceState: { get: () => undefined }, globalStorageUri: folder.at('storage') };
    const own = new Workspace(storage as unknown as vscode.ExtensionContext);
    workspace = own;
    const head = (await folder.git('rev-parse', 'HEAD')).trim();
    await eventually(() => own.git.commitOf(folder.uri) === head, 'Git knowing the commit');
    [shown, asked] = [undefined, 0];
    watchQuestions(own, folder);
    const note = {
      show: (_: unknown, words: string | undefined) => {
        shown = words;
      },
      dispose: () => undefined,
    };
    inlay = new CurrentLine(own, note);
    const editor = await vscode.window.showTextDocument(folder.at('src/send.ts'));
    const goTo = (line: number) => {
      editor.selection = new vscode.Selection(line, 0, line, 0);
    };
    return { editor, goTo };
  }

  /** Counts how often the product is asked about the lines of a file. */
  function watchQuestions(own: Workspace, { uri }: OpenFolder): void {
    const because = own.folderOf(uri)?.because;
    assert.ok(because);
    const { ask } = because;
    replace(because, 'ask', (...given: Parameters<typeof ask>) => {
      if (given[0].name === 'whyLines') asked++;
      return ask(...given);
    });
  }

  const says = (words: string | undefined) => eventually(() => shown === words, `The note “${words}”`);

  it('is told by a key, without asking git', async () => {
    const { goTo } = await opened('// PAY-142: first\nexport const one = 1;\n\nexport const two = 2;\n');
    await says(WHY);
    goTo(2);
    await says(undefined);
    goTo(1);
    await says(WHY);
    assert.equal(asked, 0);
  });

  it('is told by the commit of the line, asked about once for the whole file, and not while it is edited', async () => {
    const { editor, goTo } = await opened('export const one = 1;\nexport const two = 22;\n', 'PAY-142: two');
    goTo(1);
    await says(WHY);
    goTo(0);
    await says(undefined);
    goTo(1);
    await says(WHY);
    assert.equal(asked, 1);
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), 'export const between = 0;\n'));
    await says(undefined);
    assert.equal(asked, 1);
    await editor.document.save();
    goTo(2);
    await says(WHY);
    assert.equal(asked, 2);
  });
});
