/** The packed extension, as people install it: what is in it, and that it works in a real VS Code. */
import * as assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { makeFolder } from '../../support/folder.ts';
import { installExtensions } from '../../support/host/extensions.ts';
import { packOpening } from '../../support/opening.ts';
import { packExtension } from '../../support/package.ts';
import { demoFolder, root } from '../../support/paths.ts';
import { record } from '../../support/sources.ts';
import { openWorkbench, type Workbench } from '../pages/workbench.ts';

describe('the packed extension', () => {
  let vsix: string;
  let installed: string | undefined;
  let workbench: Workbench;

  before(async () => {
    vsix = await packExtension();
    installed = await installExtensions([vsix]);
    workbench = await openWorkbench({ folder: demoFolder, extensionsFolder: path.join(installed, 'extensions') });
  });

  after(async () => {
    if (!installed) return;
    await workbench.close();
    await rm(installed, { recursive: true, force: true });
  });

  it('holds what runs, and nothing else', async () => {
    const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
    const expected =
      /^(dist\/[\w-]+\.(cjs|js|css)|(media|syntaxes|l10n)\/.+|package(\.nls)?\.json|README\.md|CHANGELOG\.md|LICENSE)$/;
    assert.deepEqual(
      files.filter((file) => !expected.test(file)),
      [],
    );
    for (const needed of [
      'dist/extension.cjs',
      'package.json',
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
      'media/icon.png',
    ]) {
      assert.ok(files.includes(needed), `${needed} is missing`);
    }
  });

  it('is smaller than 1.5 MB', async () => {
    const { size } = await stat(vsix);
    assert.ok(size < 1.5e6, `${size} bytes`);
  });

  it('ships a main bundle smaller than 300 KB', async () => {
    const { main } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { main: string };
    const { size } = await stat(path.join(root, main));
    assert.ok(size < 300 * 1024, `${size} bytes`);
  });

  it('adds its views to the activity bar', async () => {
    await workbench.openContainer('Because');
    await workbench.view('Sprint').waitFor();
    await workbench.view('Needs You').waitFor();
  });

  it('shows the initiatives of the sprint', async () => {
    await workbench.row('Sprint', 'PAY-142').waitFor();
  });

  it('opens the demo at the Sprint view, beside a file with keys, as `npm start` does', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'because-start-'));
    await installExtensions([vsix, await packOpening(folder)], folder);
    const extensionsFolder = path.join(folder, 'extensions');
    const window = await openWorkbench({ folder: demoFolder, extensionsFolder, forPeople: true });
    try {
      await window.row('Sprint', 'PAY-142').waitFor();
      await window.page.locator('.tab.active', { hasText: 'urgentChannel.ts' }).waitFor();
      await window.editor.getByText('PAY-142').first().waitFor();
    } finally {
      await window.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('shows notifications with their buttons, in a window that nothing drives', async () => {
    const extensionsFolder = path.join(installed ?? '', 'extensions');
    const folder = await makeFolder({
      '.because/because.yml': 'team: {members: [{id: ada}]}\n',
      '.because/sprints/s1.md': record(['starts: 2026-01-01', 'ends: 2099-01-01']),
      '.because/initiatives/PAY-1.md': record(['title: The first', 'sprint: s1']),
    });
    const window = await openWorkbench({ folder: folder.path, extensionsFolder, forPeople: true });
    try {
      await window.openContainer('Because');
      await window.row('Sprint', 'PAY-1').waitFor();
      await window.runCommand('Because: Set Up');
      const toast = window.page.locator('.notification-toast').filter({ hasText: 'is already set up here' });
      await toast.getByRole('button', { name: 'Open because.yml' }).waitFor();
    } finally {
      await window.close();
      await folder.remove();
    }
  });

  it('is activated by a folder with records', async () => {
    assert.ok((await workbench.activationTime('the why behind your code')) >= 0);
  });
});
