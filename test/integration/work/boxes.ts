/** The questions a flow asks at the top of the window: answered one by one, or left, as a person would. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/editor.ts';
import { replace } from './screen.ts';

type Box = vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>;

export interface Boxes {
  /** Takes what is preselected or typed in at the next question; of several choices, the first; `typed` replaces the text. */
  accept(typed?: string): Promise<void>;
  /** Presses Esc at the next question. */
  leave(): Promise<void>;
  /** The next question, once it can be answered. */
  next(): Promise<Box>;
  restore(): void;
}

const isPick = (box: Box): box is vscode.QuickPick<vscode.QuickPickItem> => 'items' in box;

/** Watches every question from now on. */
export function watchBoxes(): Boxes {
  const shown: Box[] = [];
  let answered = 0;
  const watched =
    <B extends Box>(create: () => B) =>
    (): B => {
      const box = create();
      const show = box.show.bind(box);
      box.show = () => {
        shown.push(box);
        show();
      };
      return box;
    };
  const { createInputBox, createQuickPick } = vscode.window;
  const restores = [
    replace(vscode.window, 'createInputBox', watched(createInputBox)),
    replace(vscode.window, 'createQuickPick', watched(createQuickPick)),
  ];
  const next = async () => {
    const box = await eventually(() => shown[answered], `Question ${answered + 1}`);
    await eventually(() => !box.busy, 'The choices');
    return box;
  };
  return {
    next,
    accept: async (typed) => {
      const box = await next();
      const before = ++answered;
      if (typed !== undefined) box.value = typed;
      const first = isPick(box) ? box.items.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator) : undefined;
      if (isPick(box) && first) {
        if (box.canSelectMany) box.selectedItems = [first];
        else box.activeItems = [first];
      }
      let isGone = false;
      const { dispose } = box;
      box.dispose = () => {
        isGone = true;
        dispose.call(box);
      };
      await eventually(async () => {
        // What was set above may not be drawn yet.
        if (!isGone) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return isGone || shown.length > before;
      }, 'The answer taken');
    },
    leave: async () => {
      const box = await next();
      answered++;
      assert.ok(box.title);
      box.hide();
    },
    restore: () => {
      for (const restore of restores) restore();
    },
  };
}

/** What a command gives when Enter is pressed at every question of it: all that is preselected is taken. */
export async function acceptingAll<Given>(command: string, given: object): Promise<Given> {
  let answered: Given | undefined;
  const asked = vscode.commands.executeCommand<Given>(command, given).then((made) => {
    answered = made;
  });
  const made = await eventually(
    async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return answered;
    },
    `The end of ${command}`,
    18_000,
  );
  await asked;
  return made;
}
