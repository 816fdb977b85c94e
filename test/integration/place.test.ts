/** What the sidebar and the status bar take for the place the person works in, as git tells of it bit by bit. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CheckedOut } from '../../src/core/outline/currentWork.ts';
import { currentWorkOutline } from '../../src/core/outline/currentWork.ts';
import { ShownFolder } from '../../src/editor/sidebar/shown.ts';
import type { Workspace } from '../../src/editor/workspace/workspace.ts';
import { eventually } from '../support/editor.ts';
import { ownWorkspace } from './ownWorkspace.ts';
import { openStopped, repositoryOf } from './work/setting.ts';

const root = vscode.Uri.file('/relay');

/** What is shown of a folder where git has told no more than this. */
function placeWhere(git: { readonly root?: vscode.Uri; readonly settled: boolean }): CheckedOut['kind'] {
  const nothing = () => undefined;
  const event = () => ({ dispose: nothing });
  const workspace = {
    active: { root },
    onDidChange: event,
    git: {
      onDidChange: event,
      settled: git.settled,
      rootOf: () => git.root,
      hasToldBranchOf: () => false,
      branchOf: nothing,
    },
  } as unknown as Workspace;
  const shown = new ShownFolder(workspace);
  try {
    return shown.place.kind;
  } finally {
    shown.dispose();
  }
}

describe('the place the sidebar shows', () => {
  it('is unknown until git has answered, and not a folder without git or without a branch', () => {
    assert.equal(placeWhere({ settled: false }), 'unknown');
    assert.equal(placeWhere({ settled: true, root }), 'unknown');
    assert.equal(placeWhere({ settled: true }), 'no-git');
  });

  it('is the branch that is being rebased, and at no moment none', async () => {
    const folder = await openStopped();
    const workspace = ownWorkspace(folder);
    const shown = new ShownFolder(workspace);
    const places: CheckedOut[] = [shown.place];
    const listener = shown.onDidChange(() => places.push(shown.place));
    try {
      const place = await eventually(() => places.find(({ kind }) => kind === 'branch'), 'The branch');
      assert.equal(repositoryOf(folder)?.state.HEAD?.name, undefined);
      assert.equal(place.kind === 'branch' && place.branch, 'feature/PAY-142-x');
      assert.deepEqual(
        places.filter(({ kind }) => kind === 'detached'),
        [],
      );
      await workspace.ready();
      const [first] = currentWorkOutline(shown.folder?.library ?? assert.fail(), shown.place);
      assert.equal(first?.label, 'PAY-142 Urgent updates reach drivers');
    } finally {
      vscode.Disposable.from(listener, shown, workspace).dispose();
    }
  });
});
