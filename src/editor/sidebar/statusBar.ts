/** The one status bar item: what the checked-out branch is for, in a few words. */

import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import { branchWithoutWhy, initiativeAt, type WorkTold, workTold } from '../../core/outline/currentWork.ts';
import { joined } from '../../core/text/joined.ts';
import { CHECKED_OUT } from '../ask/checkedOut.ts';
import { markdown } from '../door/documents.ts';
import { createStatusBarItem, type StatusBarItem } from '../door/views.ts';
import { bold, iconBehind, paragraphs, plain, words } from '../door/words.ts';
import { commandId } from '../doors/commands.ts';
import { viewId } from '../doors/views.ts';
import { logError } from '../workspace/report.ts';
import type { Folder } from '../workspace/workspace.ts';
import type { ShownFolder } from './shown.ts';

/**
 * Shows what the branch is for; on one without a why, the way to link it. On the branch everything is merged into, and
 * where there is nothing to link to, there is no item. `isOnMain` asks git whether that is the one checked out in a folder.
 */
export function statusBar(shown: ShownFolder, isOnMain: (folder: Folder) => Promise<boolean>): vscode.Disposable {
  const item = createStatusBarItem(viewId('currentWork'), vscode.StatusBarAlignment.Left, 5);
  item.name = t('Because: Current Work');
  let latest = 0;
  const update = async () => {
    const turn = ++latest;
    const { folder } = shown;
    // Finding out what the branch is linked to takes time that a hover at the start has better use for.
    await folder?.rested();
    // Another change came while this one waited: the newer one draws.
    if (turn !== latest) return;
    const { place } = shown;
    const initiative = folder && initiativeAt(folder.library, place);
    if (folder && initiative) draw(item, workTold(folder.library, initiative, folder.me), opening(folder, initiative));
    else if (folder && place.kind === 'branch' && branchWithoutWhy(folder.library, place) === 'unlinked') {
      const isMain = await isOnMain(folder);
      if (turn !== latest) return;
      if (isMain) item.hide();
      else drawUnlinked(item, place.branch);
    } else item.hide();
  };
  const soon = () => void update().catch(logError);
  soon();
  return vscode.Disposable.from(item, shown.onDidChange(soon));
}

/** Opens what the work is for. */
const opening = ({ root }: Folder, { id }: Initiative): vscode.Command => ({
  command: commandId('openWhy'),
  title: t('Why This Initiative?'),
  arguments: [{ id, folder: root.toString() }],
});

function draw(item: StatusBarItem, { brief, name, lines, waiting: [risk] }: WorkTold, command: vscode.Command): void {
  const isWaiting = risk !== undefined;
  // Some themes give the warning no color of its own, so a sign says it too.
  item.command = command;
  item.text = isWaiting ? iconBehind(plain(`∵ ${brief}`), 'warning') : plain(`∵ ${brief}`);
  item.tooltip = markdown(paragraphs([bold(name), ...lines.map(words)]));
  item.backgroundColor = isWaiting ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  const waits = isWaiting && t('a critical risk is waiting for your answer: {0}', risk);
  const label = t('This branch is for {0}', brief);
  item.accessibilityInformation = { label: plain(joined(label, waits)), role: 'button' };
  item.show();
}

function drawUnlinked(item: StatusBarItem, branch: string): void {
  item.command = {
    command: commandId('linkBranch'),
    title: t('Link Branch'),
    arguments: [CHECKED_OUT],
  };
  item.text = plain(`∵ ${t('Link this branch')}`);
  const words = plain(t('{0} is not linked to an initiative yet.', branch));
  item.tooltip = words;
  item.backgroundColor = undefined;
  item.accessibilityInformation = { label: words, role: 'button' };
  item.show();
}
