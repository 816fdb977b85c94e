/** How long VS Code itself says activation takes on the demo, beside an extension that does nothing, in fresh windows. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { openWorkbench } from '../e2e/pages/workbench.ts';
import { installExtensions } from '../support/host/extensions.ts';
import { closeAllWindows } from '../support/host/workbench.ts';
import { packExtension } from '../support/package.ts';
import { demoFolder } from '../support/paths.ts';
import { measured, ratio, type Table } from './frame.ts';

const windows = 7;

/** As small as an extension can be. */
const empty = {
  name: 'empty',
  displayName: 'Nothing At All',
  publisher: 'because-bench',
  version: '1.0.0',
  engines: { vscode: '^1.101.0' },
  main: './main.cjs',
  activationEvents: ['*'],
};

export async function bench(table: Table): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'because-bench-'));
  const installed = await installExtensions([await packExtension(), await packEmpty(folder)]);
  const extensionsFolder = path.join(installed, 'extensions');
  try {
    const ours: number[] = [];
    const nothing: number[] = [];
    for (let window = 0; window < windows; window++) {
      const workbench = await openWorkbench({ folder: demoFolder, extensionsFolder });
      ours.push(await workbench.activationTime('the why behind your code'));
      nothing.push(await workbench.activationTime(empty.displayName));
      await workbench.close();
    }
    const [because, beside] = [measured('because', ours), measured('empty', nothing)];
    table.add('activation in VS Code, demo folder', because.median, 'ms', 50);
    table.add('activation of an empty extension, same windows', beside.median, 'ms');
    table.add('activation, ours to empty', ratio(because, beside), '×');
  } finally {
    await closeAllWindows();
    for (const each of [folder, installed]) await rm(each, { recursive: true, force: true });
  }
}

async function packEmpty(folder: string): Promise<string> {
  const packagePath = path.join(folder, 'empty.vsix');
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(empty));
  await writeFile(path.join(folder, 'README.md'), '');
  await writeFile(path.join(folder, 'main.cjs'), 'exports.activate = () => {};\n');
  await createVSIX({ cwd: folder, packagePath, dependencies: false, allowMissingRepository: true, skipLicense: true });
  return packagePath;
}
