/** The files of a workspace folder as the person searches them: the open ones as they are on screen, the others on disk. */
import * as vscode from 'vscode';
import type { Span } from '../../core/text/positions.ts';
import type { Texts } from '../../questions/question.ts';

/** Files looked at, at most. */
const MOST_FILES = 50_000;

/** What the folder's own rules and the person's hide is left out. */
export function textsOf(root: vscode.Uri, context: vscode.Uri): Texts {
  const pathOf = ({ path }: vscode.Uri) => path.slice(root.path.length + 1);
  const everything = new vscode.RelativePattern(root, '**/*');
  return {
    records: pathOf(context),
    list: async () => (await vscode.workspace.findFiles(everything, excluded(root), MOST_FILES)).map(pathOf),
    read: (path, most) => textOf(vscode.Uri.joinPath(root, path), most),
  };
}

/** An open document by its address. */
export function documentAt(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

/** Whether there is a file or folder. */
export const isThere = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

/** A span of an open document as the editor's range. */
export const rangeIn = (document: vscode.TextDocument, { start, end }: Span): vscode.Range =>
  new vscode.Range(document.positionAt(start), document.positionAt(end));

async function textOf(uri: vscode.Uri, most: number): Promise<string | Uint8Array | undefined> {
  const open = documentAt(uri.toString());
  if (open) return open.getText();
  try {
    return (await vscode.workspace.fs.stat(uri)).size > most ? undefined : await vscode.workspace.fs.readFile(uri);
  } catch {
    // Deleted, renamed or locked since it was listed: there is nothing in it that could be shown.
    return undefined;
  }
}

/** The person's own rules for what is not shown and not searched; rules that depend on neighbouring files are left out. */
function excluded(scope: vscode.Uri): string | undefined {
  const patterns = ['files', 'search'].flatMap((section) => {
    const rules = vscode.workspace.getConfiguration(section, scope).get<Record<string, unknown>>('exclude') ?? {};
    return Object.entries(rules).flatMap(([pattern, isOn]) => (isOn === true ? pattern : []));
  });
  return patterns.length > 0 ? `{${patterns.join(',')}}` : undefined;
}
