/** The sidebar on 3,500 real records: the Kubernetes context, where its archive lies beside the checkout. */
import * as assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { type Folder, makeFolder } from '../support/folder.ts';
import { root } from '../support/paths.ts';
import { say } from '../support/say.ts';
import { Sidebar } from './pages/sidebar.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const archive = path.join(root, '..', 'shared', 'data', 'kubernetes-context.tar.gz');

if (existsSync(archive)) describe('the sidebar on the Kubernetes context', onKubernetes);
else say('The Kubernetes context is not beside this checkout, so nothing is tried on it.');

function onKubernetes(): void {
  let folder: Folder;
  let workbench: Workbench;
  let sidebar: Sidebar;

  before(async () => {
    folder = await makeFolder({}, 'data');
    await promisify(execFile)('tar', ['-xzf', archive, '-C', folder.path]);
    workbench = await openWorkbench({ folder: path.join(folder.path, 'kubernetes') });
    sidebar = new Sidebar(workbench);
    await sidebar.open();
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  it('lists the 92 initiatives of v1.37, by its title, and says that it is over', async () => {
    await sidebar
      .description('Sprint')
      .getByText(/^Kubernetes v1\.37 · ended 26\sAug(\s2026)? · 92$/)
      .waitFor();
    await sidebar.message('Sprint').getByText('Ship v1.37').waitFor();
    assert.equal(await workbench.rows('Sprint').first().getAttribute('aria-setsize'), '92');
  });

  it('finds one of all by typing', async () => {
    await sidebar.press('Sprint', 'Switch Sprint…');
    await workbench.pick(/^All/);
    await sidebar.pressMore('Sprint', 'Filter Initiatives…');
    await workbench.answer('in-place update of pod resources');
    await workbench.row('Sprint', 'KEP-1287').waitFor();
    await workbench.runCommand('Because: Clear Filter');
    await sidebar.description('Sprint').getByText('All · 651', { exact: true }).waitFor();
  });
}
