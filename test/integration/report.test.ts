/** How a person is told what a gesture came to nothing for, in a real extension host. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { BecauseError } from '../../src/core/base/errors.ts';
import { report } from '../../src/editor/workspace/report.ts';
import { replace } from './work/screen.ts';

/** What is shown of an error, and the commands that are called when its button is pressed. */
async function shown(error: unknown) {
  const called: string[] = [];
  const restores: (() => void)[] = [];
  const told = new Promise<{ as: string; words: string; buttons: string[] }>((resolve) => {
    for (const as of ['showErrorMessage', 'showWarningMessage', 'showInformationMessage'] as const) {
      const show = async (words: string, _options: object, ...buttons: string[]) => {
        resolve({ as, words, buttons });
        // The log would stay open for the tests after this one.
        return buttons.find((button) => button !== 'Show Log');
      };
      restores.push(replace(vscode.window, as, show));
    }
  });
  const pressed = new Promise<void>((resolve) => {
    const execute = async (command: string) => {
      called.push(command);
      resolve();
    };
    restores.push(replace(vscode.commands, 'executeCommand', execute));
  });
  try {
    report(error);
    const { as, words, buttons } = await told;
    if (buttons.length > 0 && !buttons.includes('Show Log')) await pressed;
    return { as, words, buttons, called };
  } finally {
    for (const restore of restores) restore();
  }
}

describe('A failure that is told', () => {
  it('is information where something is refused, with the button that does the next step', async () => {
    const error = new BecauseError('not-found', 'There is no initiative yet.', {
      next: 'Create one first.',
      remedy: { verb: 'newInitiative', title: 'New Initiative' },
    });
    assert.deepEqual(await shown(error), {
      as: 'showInformationMessage',
      words: 'There is no initiative yet. Create one first.',
      buttons: ['New Initiative'],
      called: ['because.newInitiative'],
    });
  });

  it('has no button where no command does the next step, or the product has no such command', async () => {
    for (const remedy of [undefined, { verb: 'workbench.action.quit', title: 'Quit' }]) {
      const { as, buttons } = await shown(new BecauseError('bad-input', 'No line is selected.', { remedy }));
      assert.deepEqual([as, buttons], ['showInformationMessage', []]);
    }
  });

  it('leads to the editor’s own commands where those do it', async () => {
    const noFolder = await shown(new BecauseError('no-folder', 'No folder is open.'));
    assert.deepEqual([noFolder.buttons, noFolder.called], [['Open Folder'], ['vscode.openFolder']]);
    const untrusted = await shown(new BecauseError('untrusted', 'Git is off.'));
    assert.deepEqual([untrusted.buttons, untrusted.called], [['Manage Workspace Trust'], ['workbench.trust.manage']]);
  });

  it('is an error where something failed, and leads to the log', async () => {
    const failed = await shown(new BecauseError('disk-full', 'The disk is full.', { next: 'Free some space.' }));
    assert.deepEqual(
      [failed.as, failed.words, failed.buttons],
      ['showErrorMessage', 'The disk is full. Free some space.', ['Show Log']],
    );
    const bug = await shown(new TypeError('x is not a function'));
    assert.deepEqual([bug.as, bug.words], ['showErrorMessage', 'Something went wrong in Because.']);
  });
});
