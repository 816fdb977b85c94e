/** Which record a gesture means: what it was given, the active record file, the key at the cursor, the branch. */
import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { TEAM_FILE } from '../../core/kinds/team.ts';
import type { RecordRequest } from '../../core/outline/requests.ts';
import type { Live } from '../commands/live.ts';
import { locatedOf } from '../commands/meant.ts';
import type { Located, Workspace } from '../workspace/workspace.ts';
import { CurrentWorkView } from './currentWorkView.ts';

/** The record with the id; throws `not-found`. */
export async function recordWithId(workspace: Workspace, { id, folder: address }: RecordRequest): Promise<Located> {
  await workspace.ready();
  const { active, folders } = workspace;
  const wanted = address
    ? folders.filter(({ root }) => root.toString() === address)
    : [active, ...folders].filter((folder) => folder !== undefined);
  for (const folder of wanted) {
    const { library } = folder;
    const record = id === TEAM_FILE ? library.teamFile : (library.find(id) ?? library.initiativeOf(id));
    if (record) return { folder, record };
  }
  throw new BecauseError('not-found', vscode.l10n.t('No record has the id {0}.', id));
}

/** The record meant by a gesture without an input; undefined where nothing tells. */
export async function subjectOf(live: Live, source: unknown): Promise<Located | undefined> {
  const { workspace } = live;
  await workspace.ready();
  return locatedOf(workspace, source) ?? recordAtCursor(workspace) ?? live.the(CurrentWorkView).initiative;
}

function recordAtCursor(workspace: Workspace): Located | undefined {
  const editor = vscode.window.activeTextEditor;
  const folder = editor && workspace.folderFor(editor.document.uri);
  if (!editor || !folder) return undefined;
  const here = workspace.recordAt(editor.document.uri);
  if (here) return here;
  const { line, character } = editor.selection.active;
  const match = folder.library.keys.at(editor.document.lineAt(line).text, character);
  const record = match && folder.library.initiativeOf(match.key);
  return record && { folder, record };
}
