/** What menus, views and welcome texts go by: `because.state`, `because.has`, `because.branch`, `because.inGit` and `because.activeRecord`. */
import * as vscode from 'vscode';
import { presence } from '../../core/library/presence.ts';
import { isInGit, type WorkSaid, workSaid } from '../../core/outline/currentWork.ts';
import { hasSample } from '../../core/setUp/sampleIds.ts';
import { setContext } from '../commands/calls.ts';
import type { Folder } from '../workspace/folder.ts';
import { run } from '../workspace/report.ts';
import { isThere } from '../workspace/texts.ts';
import type { Workspace } from '../workspace/workspace.ts';
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

/** What the Current Work view last had to say in this window: it is shown from the start where it will be again. */
const SAID = 'workSaid';

/** Keeps what the Current Work view speaks of, which is hidden where that is nothing; and whether git tells anything. */
export function keepWorkSaid(shown: ShownFolder, memory: vscode.Memento): vscode.Disposable {
  const tell = (said: WorkSaid | 'unknown' | undefined) => setContext('branch', said);
  const update = () =>
    run(async () => {
      const { folder } = shown;
      // Finding it out takes time that a hover at the start has better use for.
      await folder?.rested();
      const { place } = shown;
      // Until git has answered, all stays in its place.
      if (folder !== shown.folder || (folder && place.kind === 'unknown')) return;
      const said = folder && workSaid(folder.library, place);
      await tell(said);
      await setContext('inGit', isInGit(place));
      if (Boolean(said) !== memory.get(SAID, false)) await memory.update(SAID, said !== undefined);
    });
  run(() => tell(memory.get(SAID, false) ? 'unknown' : undefined));
  update();
  return shown.onDidChange(update);
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
