/** `Why This File?`: the initiatives that shaped a file, by the lines that stand today and the time they were at it. */
import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { plural, t } from '../../core/base/l10n.ts';
import { explainFileRequest } from '../../core/outline/requests.ts';
import { dotted } from '../../core/text/joined.ts';
import { type FileShare, whyFile } from '../../questions/whyFile.ts';
import type { ApiShare } from '../api/apiTypes.ts';
import { daysOf } from '../ask/words.ts';
import { callFor } from '../commands/calls.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { folderMeant } from '../commands/meant.ts';
import { createQuickPick, drawn, type PickRow, showQuickPick } from '../door/picks.ts';
import { plain } from '../door/words.ts';
import type { Folder } from '../workspace/folder.ts';
import { logError, run } from '../workspace/report.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { commitChoice } from './choices.ts';
import { fileAsked, fileName } from './place.ts';

export const fileExplaining: Opens = ({ workspace }) =>
  gestureCommand(explainFileRequest, (input, source) =>
    input?.show === false
      ? sharesOf(workspace, vscode.Uri.parse(input.uri, true))
      : explainFile(workspace, input ? vscode.Uri.parse(input.uri, true) : fileMeant(source)),
  );

function fileMeant(source: unknown): vscode.Uri {
  const uri = source instanceof vscode.Uri ? source : vscode.window.activeTextEditor?.document.uri;
  if (uri) return uri;
  throw new BecauseError('bad-input', t('No file is open.'), {
    next: t('Open a file, or use its menu in the Explorer.'),
  });
}

interface ShareItem extends PickRow {
  readonly told: FileShare;
}

/** Lists what shaped the file; the one chosen is opened: an initiative's record, or the commits without a why. */
async function explainFile(workspace: Workspace, uri: vscode.Uri): Promise<void> {
  const folder = folderMeant(workspace, { source: uri });
  const file = fileAsked(workspace, { uri });
  const chosen = await listWhile(t('Why {0}?', fileName(uri)), (signal) =>
    folder.because.stages(whyFile, { file }, { signal }),
  );
  if (chosen) await openShare(folder, chosen);
}

/** What shaped the file, as data. */
async function sharesOf(workspace: Workspace, uri: vscode.Uri): Promise<readonly ApiShare[]> {
  const shares = await folderMeant(workspace, { source: uri }).because.ask(whyFile, {
    file: fileAsked(workspace, { uri }),
  });
  return shares.map(({ initiative, share = 0, commits }) => ({
    ...(initiative !== undefined && { initiative }),
    share,
    commits: commits.map(({ hash }) => hash),
  }));
}

/** A list that is there at once and filled as the work goes on; what is active stays so. Turning away ends the work. */
async function listWhile(
  title: string,
  work: (signal: AbortSignal) => AsyncIterable<readonly FileShare[]>,
): Promise<FileShare | undefined> {
  const pick = createQuickPick<ShareItem>();
  const turnedAway = new AbortController();
  const { promise, resolve, reject } = Promise.withResolvers<FileShare | undefined>();
  pick.title = plain(title);
  pick.placeholder = plain(t('Asking git…'));
  pick.busy = true;
  pick.onDidAccept(() => resolve(pick.selectedItems[0]?.told));
  pick.onDidHide(() => {
    turnedAway.abort();
    resolve(undefined);
  });
  pick.show();
  const fill = async () => {
    for await (const shares of work(turnedAway.signal)) {
      const before = pick.activeItems[0]?.told.initiative;
      pick.items = shares.map(itemOf).map(drawn);
      const active = pick.items.filter(({ told }) => told.initiative === before);
      if (pick.busy && before && active.length > 0) pick.activeItems = active;
      pick.placeholder = plain(t('What shaped this file, by share of today’s lines'));
    }
    pick.busy = false;
  };
  fill().catch((error: unknown) => {
    if (pick.items.length === 0) return reject(error);
    // What was told by commits and time holds without the lines.
    logError(error);
    pick.busy = false;
    pick.placeholder = plain(t('What shaped this file. Git does not say how many lines each still has'));
  });
  return promise.finally(() => pick.dispose());
}

function itemOf(told: FileShare): ShareItem {
  const { initiative, name = '', statement, share, commits, from, to } = told;
  const facts =
    commits.length === 0
      ? t('not committed yet')
      : dotted(plural(commits.length, '{0} commit', '{0} commits'), daysOf(from, to));
  const description = shareWords(share);
  if (initiative === undefined) {
    const detail = dotted(facts, t('choose it to link them'));
    return { told, icon: 'question', label: t('No reason'), description, detail };
  }
  return { told, icon: 'lightbulb', label: name, description, detail: dotted(facts, statement) };
}

/** `62% of lines`; a little is never shown as nothing, nor nearly all as all. */
function shareWords(share: number | undefined): string {
  if (share === undefined) return '';
  if (share === 0) return t('no lines today');
  const percent = Math.min(share < 1 ? 99 : 100, Math.max(1, Math.round(share * 100)));
  return t('{0}% of lines', percent);
}

async function openShare(folder: Folder, { initiative, commits }: FileShare): Promise<void> {
  if (initiative !== undefined) {
    await callFor(folder, 'openRecord', { id: initiative });
    return;
  }
  const picked = await showQuickPick(commits.map(commitChoice), {
    title: t('Commits without a reason'),
    placeHolder: t('Which one do you want to link?'),
  });
  if (picked) run(() => callFor(folder, 'linkCommit', { commit: picked.value }));
}
