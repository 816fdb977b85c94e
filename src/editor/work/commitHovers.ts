/** One line in the git extension's hovers of commits (graph, blame, timeline), where it lets others add to them. */
import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import { pickName } from '../../core/face/names.ts';
import { hostOf } from '../../core/hosts/all.ts';
import { problemStatements } from '../../core/kinds/initiative.ts';
import { dotted } from '../../core/text/joined.ts';
import type { Commit } from '../../core/work/facts.ts';
import type { Feature } from '../commands/live.ts';
import { words } from '../door/words.ts';
import { commandId } from '../doors/commands/all.ts';
import type { CommitHoverProvider } from '../workspace/git.ts';
import type { Workspace } from '../workspace/workspace.ts';

export const commitHovers: Feature = ({ workspace }) => {
  const provider = hoverProvider(workspace);
  let added: vscode.Disposable | undefined;
  // The git extension may come late; it is asked once.
  const add = () => {
    added ??= workspace.git.addToCommitHovers(provider);
  };
  add();
  const listener = workspace.git.onDidChange(add);
  return new vscode.Disposable(() => {
    listener.dispose();
    added?.dispose();
  });
};

/**
 * The first provider that answers is the only one shown, so where the editor's extension for a host has something to say
 * of a message (its numbers and buttons), it keeps the word.
 */
export function hoverProvider(workspace: Workspace): CommitHoverProvider {
  return {
    provideAvatar: () => undefined,
    provideHoverCommands: ({ rootUri }) => {
      if (isKnown(workspace, rootUri)) return undefined;
      const title = `$(question) ${t('Why')}`;
      return [{ title, tooltip: t('Why This Commit?'), command: commandId('explainCommit'), arguments: [] }];
    },
    provideMessageLinks: async ({ rootUri }, message) => {
      if (isKnown(workspace, rootUri) && /#\d/.test(message)) return undefined;
      const line = await whyLine(workspace, rootUri, message);
      return line && `${message}\n\n${line}`;
    },
  };
}

/** Whether a repository is on a host that the editor has an extension for. */
const isKnown = (workspace: Workspace, root: vscode.Uri): boolean =>
  workspace.git.remotesOf(root).some(({ kind, host }) => host === hostOf(kind).site);

/** `∵ PAY-142 Urgent updates · 30% of users miss urgent updates`, by what the message itself names. */
async function whyLine(workspace: Workspace, root: vscode.Uri, message: string): Promise<string | undefined> {
  const folder = workspace.folderOf(root) ?? workspace.active;
  if (!folder) return undefined;
  const [{ whyOf }] = await Promise.all([import('../../core/work/why.ts'), folder.because.ready()]);
  const commit: Commit = { hash: '', parents: [], author: '', email: '', authored: 0, message };
  const [initiative] = whyOf(folder.library, { commit }).initiatives;
  if (!initiative) return undefined;
  const [statement] = problemStatements(folder.library, initiative);
  return words(`∵ ${dotted(pickName(initiative), statement)}`);
}
