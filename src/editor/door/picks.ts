/** Lists to choose from and boxes to type into, whose titles, rows, prompts and complaints may hold foreign words. */
import * as vscode from 'vscode';
import { type Plain, plain, unlinked, withIcon } from './words.ts';

/** A row of a list. The icon before the label is ours. */
export interface PickRow extends vscode.QuickPickItem {
  readonly icon?: string | undefined;
}

/** A row as the editor is given it. */
export type Drawn<Row> = Row & { readonly label: Plain; readonly description?: Plain; readonly detail?: Plain };

/** A row whose texts mean nothing to the editor. */
export function drawn<Row extends PickRow>(row: Row): Drawn<Row> {
  const { icon, label, description, detail } = row;
  return {
    ...row,
    label: icon === undefined ? plain(label) : withIcon(icon, plain(label)),
    ...(description !== undefined && { description: unlinked(description) }),
    ...(detail !== undefined && { detail: unlinked(detail) }),
  };
}

type BoxTexts = 'title' | 'placeholder' | 'prompt';

export type InputBox = Omit<vscode.InputBox, BoxTexts | 'validationMessage'> & {
  [Text in BoxTexts]: Plain | undefined;
} & { validationMessage: Plain | (vscode.InputBoxValidationMessage & { readonly message: Plain }) | undefined };

export type QuickPick<Row extends PickRow> = Omit<
  vscode.QuickPick<Row>,
  'title' | 'placeholder' | 'items' | 'activeItems' | 'selectedItems'
> & {
  title: Plain | undefined;
  placeholder: Plain | undefined;
  items: readonly Drawn<Row>[];
  activeItems: readonly Drawn<Row>[];
  selectedItems: readonly Drawn<Row>[];
};

export const createInputBox = (): InputBox => vscode.window.createInputBox() as InputBox;

/** What is typed finds rows by all that they say. */
const byAnyText = { matchOnDescription: true, matchOnDetail: true };

export const createQuickPick = <Row extends PickRow>(): QuickPick<Row> =>
  Object.assign(vscode.window.createQuickPick<Row>(), byAnyText) as QuickPick<Row>;

type PickOptions = Pick<vscode.QuickPickOptions, 'title' | 'placeHolder' | 'ignoreFocusOut'>;

/** One of the rows, or undefined where the person turned away. */
export async function showQuickPick<Row extends PickRow>(
  rows: readonly Row[] | Promise<readonly Row[]>,
  { title, placeHolder, ...options }: PickOptions,
): Promise<Row | undefined> {
  const all = Promise.resolve(rows).then((each) => each.map(drawn));
  return vscode.window.showQuickPick(all, {
    ...byAnyText,
    ...options,
    ...(title !== undefined && { title: plain(title) }),
    ...(placeHolder !== undefined && { placeHolder: plain(placeHolder) }),
  });
}
