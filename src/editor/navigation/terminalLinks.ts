/** Links from the keys of initiatives in a terminal to their records. */
import * as vscode from 'vscode';
import type { Initiative } from '../../core/kinds/all.ts';
import type { TerminalLink } from '../door/register.ts';
import { tip } from '../door/words.ts';
import type { Folder } from '../workspace/folder.ts';
import { run } from '../workspace/report.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { LONGEST_LINE, locationOf } from './target.ts';

export interface KeyTerminalLink extends TerminalLink {
  readonly folder: Folder;
  readonly initiative: Initiative;
}

/** Where a terminal may find its records. */
type Folders = Pick<Workspace, 'active' | 'folderOf'>;

export function terminalLinks(workspace: Folders): vscode.TerminalLinkProvider<KeyTerminalLink> {
  return {
    async provideTerminalLinks({ line, terminal }, token): Promise<KeyTerminalLink[]> {
      const folder = folderOf(workspace, terminal);
      if (!folder || line.length > LONGEST_LINE) return [];
      await folder.because.ready();
      if (token.isCancellationRequested) return [];
      const { library } = folder;
      return library.keys.find(line).flatMap(({ key, start, end }) => {
        const initiative = library.initiativeOf(key);
        if (!initiative) return [];
        return { startIndex: start, length: end - start, tooltip: tip(initiative.title), folder, initiative };
      });
    },
    handleTerminalLink({ folder, initiative }) {
      const { uri, range } = locationOf(folder, initiative);
      run(() => Promise.resolve(vscode.window.showTextDocument(uri, { selection: range })));
    },
  };
}

/** The folder a terminal works in, as far as it tells. */
function folderOf(workspace: Folders, { shellIntegration, creationOptions }: vscode.Terminal): Folder | undefined {
  const started = 'cwd' in creationOptions ? creationOptions.cwd : undefined;
  const cwd = shellIntegration?.cwd ?? (typeof started === 'string' ? vscode.Uri.file(started) : started);
  return (cwd && workspace.folderOf(cwd)) ?? workspace.active;
}
