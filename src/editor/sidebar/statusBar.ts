/** The one status bar item: what the checked-out branch is for, in a few words. */

import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import { clockRuns } from '../../core/library/query.ts';
import { branchWithoutWhy, initiativeAt, type WorkTold, workTold } from '../../core/outline/currentWork.ts';
import { overdueWords } from '../../core/outline/needsYou.ts';
import { joined } from '../../core/text/joined.ts';
import { CHECKED_OUT } from '../ask/checkedOut.ts';
import { markdown } from '../door/documents.ts';
import { createStatusBarItem, type StatusBarItem } from '../door/views.ts';
import { bold, iconBehind, paragraphs, plain, words } from '../door/words.ts';
import { commandId } from '../doors/commands/all.ts';
import { viewId } from '../doors/views.ts';
import type { Folder } from '../workspace/folder.ts';
import { Minutes } from '../workspace/minutes.ts';
import { logError } from '../workspace/report.ts';
import type { ShownFolder } from './shown.ts';

/**
 * Shows what the branch is for; on one without a why, the way to link it. On the branch everything is merged into, and
 * where there is nothing to link to, there is an item only while an answer or a promise is overdue. `isOnMain` asks git whether that is
 * the one checked out in a folder.
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
    const now = folder?.because.now() ?? new Date();
    // What becomes overdue does so without a change.
    minutes.go(folder?.me !== undefined && clockRuns(folder.library));
    const overdue = folder ? overdueWords(folder.library, folder.me, now) : [];
    if (folder && initiative) {
      draw(item, workTold(folder.library, initiative, folder.me, now), opening(folder, initiative));
    } else if (overdue.length > 0) drawOverdue(item, overdue);
    else if (folder && place.kind === 'branch' && branchWithoutWhy(folder.library, place) === 'unlinked') {
      const isMain = await isOnMain(folder);
      if (turn !== latest) return;
      if (isMain) item.hide();
      else drawUnlinked(item, place.branch);
    } else item.hide();
  };
  const minutes = new Minutes(update);
  const soon = () => void update().catch(logError);
  soon();
  return vscode.Disposable.from(item, minutes, shown.onDidChange(soon));
}

/** Opens what the work is for. */
const opening = ({ root }: Folder, { id }: Initiative): vscode.Command => ({
  command: commandId('openWhy'),
  title: t('Why This Initiative?'),
  arguments: [{ id, folder: root.toString() }],
});

/** Sentences on what waits that are told by a tooltip. */
const MOST = 5;

function drawOverdue(item: StatusBarItem, overdue: readonly string[]): void {
  const brief = t('{0} overdue', overdue.length);
  item.command = { command: `${viewId('needsYou')}.focus`, title: t('Needs You') };
  item.text = iconBehind(plain(`∵ ${brief}`), 'warning');
  item.tooltip = markdown(paragraphs(overdue.slice(0, MOST).map(words)));
  item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
  item.accessibilityInformation = { label: plain(joined(brief, overdue[0])), role: 'button' };
  item.show();
}

function draw(item: StatusBarItem, { brief, name, lines, waiting: [first] }: WorkTold, command: vscode.Command): void {
  const isWaiting = first !== undefined;
  // Some themes give the warning no color of its own, so a sign says it too.
  item.command = command;
  item.text = isWaiting ? iconBehind(plain(`∵ ${brief}`), 'warning') : plain(`∵ ${brief}`);
  item.tooltip = markdown(paragraphs([bold(name), ...lines.map(words)]));
  item.backgroundColor = isWaiting ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  const label = t('This branch is for {0}', brief);
  item.accessibilityInformation = { label: plain(joined(label, first)), role: 'button' };
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
