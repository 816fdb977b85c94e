/** A reminder for who asked for one: how much waits for them, at most once a day. */
import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import { today } from '../../core/library/query.ts';
import { needsOutline } from '../../core/outline/needsYou.ts';
import { showInformationMessage } from '../door/messages.ts';
import { viewId } from '../doors/views.ts';
import type { Folder } from '../workspace/folder.ts';
import { logError, run } from '../workspace/report.ts';
import { onDidChangeSetting, setting } from '../workspace/settings.ts';
import type { ShownFolder } from './shown.ts';

/** The day on which somebody was last reminded of a folder, kept for all windows. */
const slotOf = ({ root }: Folder): string => `reminded:${root.toString()}`;

/** Reminds when the records are there, and when the person comes back to the window; nothing ticks for it. */
export function reminder(shown: ShownFolder, memory: vscode.Memento): vscode.Disposable {
  const look = () => run(() => remind(shown, memory));
  look();
  return vscode.Disposable.from(
    shown.onDidChange(look),
    onDidChangeSetting('dailyReminder', look),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) look();
    }),
  );
}

async function remind(shown: ShownFolder, memory: vscode.Memento): Promise<void> {
  const { folder } = shown;
  if (!folder || !setting('dailyReminder', folder.root)) return;
  await folder.rested();
  const { library, me, because } = folder;
  const day = today(library, because.now());
  if (me === undefined || folder !== shown.folder || memory.get(slotOf(folder)) === day) return;
  const { count, words } = needsOutline(library, me, because.now());
  if (count === 0) return;
  await memory.update(slotOf(folder), day);
  const show = t('Show');
  // Nobody waits for the answer.
  showInformationMessage(t('{0}.', words), show)
    .then((pressed) => pressed === show && vscode.commands.executeCommand(`${viewId('needsYou')}.focus`))
    .catch(logError);
}
