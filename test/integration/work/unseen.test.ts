/** Records the editor does not see come: its watcher tells nothing of some new folders. */
import { eventually } from '../../support/editor.ts';
import { record } from '../../support/sources.ts';
import { ownWorkspace } from '../ownWorkspace.ts';
import { openWork, refreshed, repositoryOf } from './setting.ts';

const UNSEEN = { 'because.me': 'ada', 'files.watcherExclude': { '**/unseen': true, '**/unseen/**': true } };

describe('records nobody tells of', () => {
  it('are found soon after the start, and once the work is moved, as by a pull', async function () {
    // Folders that come and go are a reason to look, so a second try would always find them.
    this.retries(0);
    const folder = await openWork({ '.vscode/settings.json': JSON.stringify(UNSEEN) });
    const workspace = ownWorkspace(folder);
    try {
      await workspace.ready();
      const write = (key: string) =>
        folder.write(`.because/initiatives/unseen/${key}.md`, record([`title: Plan of ${key}`]));
      const shown = (key: string) =>
        eventually(() => workspace.folderOf(folder.uri)?.library.initiativeOf(key) !== undefined, `${key} being shown`);
      await write('PAY-901');
      // What was looked at once after the start; from here on nobody looks by himself.
      await shown('PAY-901');
      await write('PAY-902');
      await folder.git('add', '--all');
      await folder.git('commit', '--quiet', '-m', 'Plan');
      const head = (await folder.git('rev-parse', 'HEAD')).trim();
      await refreshed(folder, () => repositoryOf(folder)?.state.HEAD?.commit === head, 'Git knowing the commit');
      await shown('PAY-902');
    } finally {
      workspace.dispose();
    }
  });
});
