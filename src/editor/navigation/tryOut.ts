/** What the walkthrough's steps begin: each first opens a file that names an issue key, then does what the step is about. */
import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { currentSprint, initiativesIn } from '../../core/library/query.ts';
import { byKey } from '../../core/outline/order.ts';
import { tryRequest } from '../../core/outline/requests.ts';
import { search } from '../../questions/search.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { folderMeant } from '../commands/meant.ts';
import { commandId } from '../doors/commands/all.ts';
import type { Folder } from '../workspace/folder.ts';

export const tryOut: Opens = ({ workspace }) =>
  gestureCommand(tryRequest, async (input) => {
    await workspace.ready();
    const folder = folderMeant(workspace);
    const editor = vscode.window.activeTextEditor;
    // Whoever is in a file of their own has chosen it.
    if (!editor || input?.step === 'hover') await openAtKey(folder);
    if (input?.step === 'risk') await vscode.commands.executeCommand(commandId('flagRisk'));
    else if (input?.step === 'line') await vscode.commands.executeCommand(commandId('explainLine'));
    else await vscode.commands.executeCommand('editor.action.showHover');
  });

/** Initiatives whose keys are looked for. */
const MOST = 5;

/** A file in which a key of the sprint stands, with the cursor on it; else the record of the first initiative. */
async function openAtKey(folder: Folder): Promise<void> {
  const { library, because } = folder;
  const sprint = currentSprint(library, because.now());
  const planned = sprint ? initiativesIn(library, { kind: 'sprint', id: sprint.id }) : [];
  const all = [...new Set([...[...planned].sort(byKey), ...library.ofKind('initiative')])].slice(0, MOST);
  const [first] = all;
  if (!first) {
    throw new BecauseError('not-found', t('There is no initiative yet.'), { next: t('Set up Because first.') });
  }
  for (const { id } of all) {
    const { files } = await because.ask(search, { key: id });
    const [found] = files;
    const start = found?.places[0]?.start;
    if (!found || !start) continue;
    const at = new vscode.Position(start.line, start.character);
    return open(vscode.Uri.joinPath(folder.root, found.path), at);
  }
  // No file names a key yet: the record itself does, in its second line.
  return open(folder.uriOf(first), new vscode.Position(1, 'id: '.length));
}

/** Opens a file to stay: a preview would take the walkthrough's place. */
async function open(uri: vscode.Uri, at: vscode.Position): Promise<void> {
  await vscode.window.showTextDocument(uri, { preview: false, selection: new vscode.Range(at, at) });
}
