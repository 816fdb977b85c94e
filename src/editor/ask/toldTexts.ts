/** What the product tells as Markdown to read: texts that are read only and always as the records say, also in a window that was loaded again. */
import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import type { Question } from '../../questions/question.ts';
import { folderMeant } from '../commands/meant.ts';
import { wordsOf } from '../door/messages.ts';
import { plain } from '../door/words.ts';
import type { Folder } from '../workspace/folder.ts';
import type { Workspace } from '../workspace/workspace.ts';

const SCHEME = 'because-told';

/** What is told, by the name its address has. */
const questions = {
  brief: async () => telling((await import('../../questions/sessionBrief.ts')).sessionBrief),
  trust: async () => telling((await import('../../questions/trust.ts')).trust),
  digest: async () => telling((await import('../../questions/sprintDigest.ts')).sprintDigest),
  adoption: async () => telling((await import('../../questions/adoption.ts')).adoption),
};

/** Asks a question of a folder for its Markdown; the input comes from an address and is checked. */
const telling =
  <Input>(question: Question<Input, { readonly markdown: string }>) =>
  async ({ because }: Folder, input: unknown) =>
    (await because.ask(question, input as Input)).markdown;

export interface ToldText {
  readonly what: keyof typeof questions;
  readonly title: string;
  /** The question's input. */
  readonly input: object;
}

/** Opens it as a preview. Locked: it stays what it is while notes are taken beside it. */
export function showTold({ root }: Folder, { what, title, input }: ToldText): Thenable<unknown> {
  const name = plain(title).replace(/[/\\]+/g, '∕');
  const address = vscode.Uri.from({
    scheme: SCHEME,
    path: `/${name}.md`,
    query: JSON.stringify({ folder: root.toString(), what, input }),
  });
  return vscode.commands.executeCommand('markdown.showPreview', address, [address], { locked: true });
}

/** Lets the editor read them. */
export function toldTexts(workspace: Workspace): vscode.Disposable {
  const changes = new vscode.EventEmitter<vscode.Uri>();
  return vscode.Disposable.from(
    changes,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changes.event,
      provideTextDocumentContent: (uri) => textAt(workspace, uri),
    }),
    workspace.onDidChange(() => {
      for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === SCHEME) changes.fire(uri);
    }),
  );
}

async function textAt(workspace: Workspace, { query }: vscode.Uri): Promise<string> {
  try {
    const { folder: address, what, input } = JSON.parse(query) as Omit<ToldText, 'title'> & { readonly folder: string };
    const tell = await questions[what]();
    await workspace.ready();
    return await tell(folderMeant(workspace, { address }), input);
  } catch (error) {
    if (!(error instanceof BecauseError)) throw error;
    return wordsOf(error);
  }
}
