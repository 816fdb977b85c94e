/** The texts of briefs, which are read only and always as the records say: also in a window that was loaded again. */
import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { folderMeant } from '../commands/meant.ts';
import { wordsOf } from '../door/messages.ts';
import { plain } from '../door/words.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';

const SCHEME = 'because-brief';

/** The address of a brief, which says what it is of. */
export function briefAddress({ root }: Folder, { id, title }: { id: string; title: string }): vscode.Uri {
  const name = plain(t('Brief: {0}', title)).replace(/[/\\]+/g, '∕');
  return vscode.Uri.from({
    scheme: SCHEME,
    path: `/${name}.md`,
    query: JSON.stringify({ folder: root.toString(), id }),
  });
}

export function briefTexts(workspace: Workspace): vscode.Disposable {
  const changes = new vscode.EventEmitter<vscode.Uri>();
  return vscode.Disposable.from(
    changes,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changes.event,
      provideTextDocumentContent: (uri) => briefAt(workspace, uri),
    }),
    workspace.onDidChange(() => {
      for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === SCHEME) changes.fire(uri);
    }),
  );
}

async function briefAt(workspace: Workspace, { query }: vscode.Uri): Promise<string> {
  try {
    const { folder: address, id } = JSON.parse(query) as { readonly folder: string; readonly id: string };
    const { sessionBrief } = await import('../../questions/sessionBrief.ts');
    await workspace.ready();
    return (await folderMeant(workspace, { address }).because.ask(sessionBrief, { session: id })).markdown;
  } catch (error) {
    if (!(error instanceof BecauseError)) throw error;
    return wordsOf(error);
  }
}
