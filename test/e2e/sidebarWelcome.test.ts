/** What the sidebar says while there is nothing to show, each with one next step. */
import * as assert from 'node:assert/strict';
import { makeFolder } from '../support/folder.ts';
import { Sidebar } from './pages/sidebar.ts';
import type { Workbench } from './pages/workbench.ts';
import { openWorkbench } from './pages/workbench.ts';

async function inWindow(
  options: Parameters<typeof openWorkbench>[0],
  work: (sidebar: Sidebar, workbench: Workbench) => Promise<void>,
): Promise<void> {
  const workbench = await openWorkbench(options);
  try {
    const sidebar = new Sidebar(workbench);
    await sidebar.open();
    await work(sidebar, workbench);
  } finally {
    await workbench.close();
  }
}

const buttons = (sidebar: Sidebar, view: 'Sprint' | 'Current Work') =>
  sidebar.welcome(view).locator('.monaco-button').allTextContents();

describe('the sidebar without records', () => {
  it('offers to open a folder', async () => {
    await inWindow({}, async (sidebar, workbench) => {
      await sidebar.welcome('Sprint').getByText('No folder is open.').waitFor();
      assert.deepEqual(await buttons(sidebar, 'Sprint'), ['Open Folder']);
      assert.equal(await workbench.view('Current Work').count(), 0);
    });
  });

  it('offers to set up, to mend because.yml, and to start, as the folder grows', async () => {
    const folder = await makeFolder({ 'src/a.ts': '' });
    await inWindow({ folder: folder.path }, async (sidebar, workbench) => {
      await sidebar.welcome('Sprint').getByText('Nothing is recorded in this folder yet').waitFor();
      assert.deepEqual(await buttons(sidebar, 'Sprint'), ['Set Up Because']);
      await folder.write('.because/because.yml', 'team: [\n');
      await sidebar.welcome('Sprint').getByText('because.yml cannot be read').waitFor();
      await sidebar.welcome('Sprint').getByRole('button', { name: 'Open because.yml' }).click();
      await workbench.page.locator('.tab.active', { hasText: 'because.yml' }).waitFor();
      await folder.write('.because/because.yml', 'keys: [PAY]\n');
      await sidebar.welcome('Sprint').getByText('There are no records yet').waitFor();
      assert.deepEqual(await buttons(sidebar, 'Sprint'), ['Set Up Because']);
      await folder.write('.because/sprints/s1.md', '---\nstarts: 2026-11-16\nends: 2026-11-29\n---\n');
      await sidebar.welcome('Sprint').getByText('There is no initiative yet').waitFor();
      // What has nothing to say takes no room.
      assert.equal(await workbench.view('Current Work').count(), 0);
      await folder.write('.because/initiatives/PAY-1.md', '---\ntitle: The first\nsprint: s1\n---\n');
      await workbench.row('Sprint', 'PAY-1').waitFor();
      assert.equal(await workbench.view('Current Work').count(), 0);
    });
    await folder.remove();
  });

  it('gives Current Work no room while it has nothing to say, and room to read when it has', async () => {
    const folder = await makeFolder({ '.because/initiatives/PAY-1.md': '---\ntitle: The first\n---\n' });
    await folder.git('init', '--quiet', '-b', 'main');
    await folder.git('commit', '--quiet', '--allow-empty', '-m', 'Start');
    await inWindow({ folder: folder.path }, async (sidebar, workbench) => {
      /** The share of the side bar that the Sprint view has. */
      const share = async () => {
        const [all, sprint] = await Promise.all(
          [workbench.page.locator('.sidebar .split-view-container').first(), workbench.view('Sprint')].map((part) =>
            part.boundingBox(),
          ),
        );
        return (sprint?.height ?? 0) / (all?.height ?? 1);
      };
      await workbench.row('Sprint', 'PAY-1').waitFor();
      for (const width of [300, 200]) {
        await sidebar.widen(width);
        // Needs You is folded, and its head is all that is seen of it.
        assert.ok((await share()) > 0.93);
      }
      await folder.git('checkout', '--quiet', '-b', 'PAY-1-first');
      await workbench.row('Current Work', 'PAY-1').waitFor();
      const left = await share();
      assert.ok(left > 0.4 && left < 0.7, String(left));
      // What is not linked is there to be seen all the same.
      await folder.git('checkout', '--quiet', 'main');
      await workbench.view('Current Work').waitFor({ state: 'detached' });
      await workbench.changeSettings({});
      await sidebar.open();
      await workbench.row('Sprint', 'PAY-1').waitFor();
      assert.equal(await workbench.view('Current Work').count(), 0);
      await sidebar.pressMore('Sprint', 'Show Unlinked Work');
      await workbench.row('Current Work', 'Commits').waitFor();
      await sidebar.press('Current Work', 'Back to This Branch');
      await workbench.view('Current Work').waitFor({ state: 'detached' });
    });
    await folder.remove();
  });

  it('says which issue keys the commits name, with the keys themselves, and says it again without records', async () => {
    const folder = await makeFolder({ 'src/a.ts': '' });
    await folder.git('init', '--quiet');
    for (const subject of ['SHOP-1: Pay by transfer', 'SHOP-2: Say when it comes', 'SHOP-2 tests', 'Nothing'])
      await folder.git('commit', '--quiet', '--allow-empty', '-m', subject);
    await inWindow({ folder: folder.path }, async (sidebar) => {
      await sidebar.message('Sprint').getByText('3 commits name 2 SHOP keys.').waitFor();
      const rows = ['Start with these keys', 'SHOP-2 Say when it comes', 'SHOP-1 Pay by transfer', 'Look around with'];
      await sidebar.shows('Sprint', rows);
      await folder.write('.because/initiatives/SHOP-9.md', '---\ntitle: The first\n---\n');
      await sidebar.shows('Sprint', ['SHOP-9 The first']);
      await sidebar.message('Sprint').getByText('SHOP keys').waitFor({ state: 'detached' });
    });
    await folder.remove();
  });

  it('asks git nothing in Restricted Mode', async () => {
    const folder = await makeFolder({ 'src/a.ts': '' });
    await folder.git('init', '--quiet');
    for (const key of ['SHOP-1', 'SHOP-2', 'SHOP-3'])
      await folder.git('commit', '--quiet', '--allow-empty', '-m', `${key}: It is here`);
    await inWindow({ folder: folder.path, trusted: false }, async (sidebar) => {
      await sidebar.welcome('Sprint').getByText('Nothing is recorded in this folder yet').waitFor();
      assert.equal(await sidebar.message('Sprint').textContent(), '');
    });
    await folder.remove();
  });

  it('shows the sprint in Restricted Mode, and says why there is no branch', async () => {
    const folder = await makeFolder({ '.because/initiatives/PAY-1.md': '---\ntitle: The first\n---\n' });
    await inWindow({ folder: folder.path, trusted: false }, async (sidebar, workbench) => {
      await workbench.row('Sprint', 'PAY-1 The first').waitFor();
      await sidebar.welcome('Current Work').getByText('In Restricted Mode git is off').waitFor();
      assert.deepEqual(await buttons(sidebar, 'Current Work'), ['Manage Workspace Trust']);
    });
    await folder.remove();
  });
});
