/** What menus and welcome texts go by: `because.state`, `because.has` and `because.activeRecord`. */
import * as vscode from 'vscode';
import { presence } from '../../core/library/presence.ts';
import { hasSample } from '../../core/setUp/sampleIds.ts';
import { setContext } from '../commands/calls.ts';
import { run } from '../workspace/report.ts';
import { isThere } from '../workspace/texts.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';
import type { ShownFolder } from './shown.ts';

/** `noFolder`, no context folder, one without records, one with a broken because.yml alone, or records to show. */
type State = 'noFolder' | 'none' | 'empty' | 'brokenTeam' | 'ready';

/** Keeps the keys up to date. */
export function keepState(workspace: Workspace, shown: ShownFolder): vscode.Disposable {
  let latest: Promise<State> | undefined;
  const update = () =>
    run(async () => {
      const asked = stateOf(shown.folder);
      latest = asked;
      const state = await asked;
      // A slower answer to an older question must not overwrite the newer one.
      if (latest !== asked) return;
      await setContext('state', state);
      const initiatives = shown.folder?.library.ofKind('initiative') ?? [];
      await setContext('hasInitiatives', initiatives.length > 0);
      await setContext('sample', shown.folder !== undefined && hasSample(shown.folder.library));
    });
  // The palette can wait until whoever waited for the records was answered.
  const updatePresence = () =>
    run(async () => {
      const { folder } = shown;
      await folder?.rested();
      if (folder === shown.folder) await setContext('has', folder ? presence(folder.library).join(' ') : '');
    });
  const updateRecord = () =>
    run(async () => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      await setContext('activeRecord', uri !== undefined && workspace.recordAt(uri) !== undefined);
    });
  update();
  updatePresence();
  return vscode.Disposable.from(
    shown.onDidChange(update),
    shown.onDidChange(updatePresence),
    workspace.onDidChange(updateRecord),
    vscode.window.onDidChangeActiveTextEditor(updateRecord),
  );
}

async function stateOf(folder: Folder | undefined): Promise<State> {
  if (!folder) return 'noFolder';
  await folder.because.ready();
  const { library } = folder;
  if (library.records.length > 0) return 'ready';
  if (library.teamFile?.broken) return 'brokenTeam';
  if (library.files.size > 0) return 'empty';
  return (await isThere(folder.context)) ? 'empty' : 'none';
}
