/** The one status bar item: what the checked-out branch is for, in a few words. */

import * as vscode from 'vscode';
import { nameOf } from '../../core/face/names.ts';
import type { Initiative, Risk } from '../../core/kinds/all.ts';
import { outcomeText, problemStatements } from '../../core/kinds/initiative.ts';
import type { Library } from '../../core/library/library.ts';
import { branchWithoutWhy, initiativeAt, statusText, unansweredCritical } from '../../core/outline/currentWork.ts';
import { dotted } from '../../core/text/joined.ts';
import { CHECKED_OUT } from '../ask/checkedOut.ts';
import { type Markdown, markdown } from '../door/documents.ts';
import { createStatusBarItem, type StatusBarItem } from '../door/views.ts';
import { bold, iconBehind, paragraphs, plain, words } from '../door/words.ts';
import { commandId } from '../doors/commands.ts';
import { viewId } from '../doors/views.ts';
import { logError } from '../workspace/report.ts';
import type { Folder } from '../workspace/workspace.ts';
import type { ShownFolder } from './shown.ts';

/** The branch of a folder that everything is merged into, where git tells. */
type MainBranch = (folder: Folder) => Promise<string | undefined>;

/**
 * Shows what the branch is for; on one that says no why, the way to link it. On the branch everything is merged into, and
 * where there is nothing to link to, there is no item.
 */
export function statusBar(shown: ShownFolder, mainBranch: MainBranch): vscode.Disposable {
  const item = createStatusBarItem(viewId('currentWork'), vscode.StatusBarAlignment.Left, 5);
  item.name = vscode.l10n.t('Because: Current Work');
  let latest = 0;
  const update = async () => {
    const turn = ++latest;
    const { folder } = shown;
    await folder?.because.ready();
    // Another change came while this one waited: the newer one draws.
    if (turn !== latest) return;
    const { place } = shown;
    const me = folder?.me;
    const initiative = folder && initiativeAt(folder.library, place);
    if (folder && initiative)
      draw(item, folder.library, initiative, unansweredCritical(folder.library, initiative, me));
    else if (folder && place.kind === 'branch' && branchWithoutWhy(folder.library, place) === 'unlinked') {
      await folder.rested();
      const main = await mainBranch(folder);
      if (turn !== latest) return;
      if (main === place.branch) item.hide();
      else drawUnlinked(item, place.branch);
    } else item.hide();
  };
  const soon = () => void update().catch(logError);
  soon();
  return vscode.Disposable.from(item, shown.onDidChange(soon));
}

function draw(item: StatusBarItem, library: Library, initiative: Initiative, waiting: readonly Risk[]): void {
  const text = statusText(library, initiative);
  // Some themes give the warning no color of its own, so a sign says it too.
  item.command = commandId('showCurrentWork');
  item.text = waiting.length > 0 ? iconBehind(plain(`∵ ${text}`), 'warning') : plain(`∵ ${text}`);
  item.tooltip = tooltip(library, initiative, waiting);
  item.backgroundColor = waiting.length > 0 ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  const risk = waiting[0] && vscode.l10n.t('a critical risk waits for your answer: {0}', nameOf(waiting[0]));
  const label = vscode.l10n.t('This branch is for {0}', text);
  item.accessibilityInformation = { label: plain([label, risk].filter(Boolean).join(', ')), role: 'button' };
  item.show();
}

function drawUnlinked(item: StatusBarItem, branch: string): void {
  item.command = {
    command: commandId('linkBranch'),
    title: vscode.l10n.t('Link Branch'),
    arguments: [CHECKED_OUT],
  };
  item.text = plain(`∵ ${vscode.l10n.t('Link this branch')}`);
  const words = plain(vscode.l10n.t('{0} says no why. Link it to what it is for.', branch));
  item.tooltip = words;
  item.backgroundColor = undefined;
  item.accessibilityInformation = { label: words, role: 'button' };
  item.show();
}

function tooltip(library: Library, initiative: Initiative, waiting: readonly Risk[]): Markdown {
  const name = dotted(initiative.id, nameOf(initiative), initiative.values.status);
  const outcome = outcomeText(initiative);
  const lines = [
    ...problemStatements(library, initiative),
    outcome && vscode.l10n.t('Outcome: {0}', outcome),
    ...waiting.map((risk) => vscode.l10n.t('A critical risk waits for your answer: {0}', nameOf(risk))),
  ];
  return markdown(paragraphs([bold(name), ...lines.map((line) => line && words(line))]));
}
