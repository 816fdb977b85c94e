/** Shows the search for a key in the files of a workspace folder: how far it is, at the bottom of the window. */

import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import { type FileFound, search } from '../../questions/search.ts';
import { signalOf, withProgress } from '../door/messages.ts';
import type { Folder } from '../workspace/folder.ts';

/** Every place of a key outside of the records. Cancelled, it gives what it found. */
export async function occurrencesOf(
  folder: Folder,
  key: string,
  token: vscode.CancellationToken,
): Promise<readonly vscode.Location[]> {
  const title = t('Because: looking for {0} in {1}', key, folder.name);
  const options = { location: vscode.ProgressLocation.Window, title, cancellable: true };
  let found: readonly FileFound[] = [];
  await withProgress(options, async (say, cancelled) => {
    const signal = AbortSignal.any([cancelled, signalOf(token)]);
    try {
      for await (const { looked, of, files } of folder.because.stages(search, { key }, { signal })) {
        found = files;
        say(t('{0} of {1} files', looked, of));
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  });
  return found.flatMap(({ path, places }) => {
    const uri = vscode.Uri.joinPath(folder.root, path);
    return places.map(
      ({ start, end }) =>
        new vscode.Location(uri, new vscode.Range(start.line, start.character, end.line, end.character)),
    );
  });
}
