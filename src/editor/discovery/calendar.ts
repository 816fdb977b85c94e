/** Sessions as a calendar file, saved where the person wants it. */
import * as vscode from 'vscode';
import { plural } from '../../core/base/l10n.ts';
import { exportRequest } from '../../core/outline/requests.ts';
import { sessionCalendar } from '../../questions/sessionCalendar.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { folderMeant, locatedOf } from '../commands/meant.ts';
import { setStatusBarMessage } from '../door/messages.ts';
import { saveAs, writeText } from '../workspace/saveAs.ts';

export const exportSessions: Opens = ({ workspace }) =>
  gestureCommand(exportRequest, async (input, source) => {
    await workspace.ready();
    const { folder: address, to, ...given } = input ?? {};
    const folder = folderMeant(workspace, { address, source, given });
    const session = given.session ?? locatedOf(workspace, source)?.record.id;
    const { text, sessions } = await folder.because.ask(sessionCalendar, { session });
    const uri = to === undefined ? undefined : vscode.Uri.parse(to);
    if (uri) await writeText(uri, text);
    else if (!(await saveAs(folder.root, sessions.length === 1 ? 'session.ics' : 'sessions.ics', text)))
      return undefined;
    const words = plural(
      sessions.length,
      '{0} session saved: import the file into your calendar',
      '{0} sessions saved: import the file into your calendar',
    );
    setStatusBarMessage(words, 8000);
    return { sessions };
  });
