/** What `npm start` brings to the front: a small extension that opens the Sprint view, and beside it a file with issue keys. */
import { mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { viewId } from '../../src/editor/doors/views.ts';

/** A file of the demo whose comments name issue keys. */
const FILE = 'src/channels/urgentChannel.ts';

const MANIFEST = {
  name: 'because-opening',
  publisher: 'because',
  version: '1.0.0',
  description: 'Opens the demo where there is something to see.',
  license: 'MIT',
  engines: { vscode: '^1.101.0' },
  main: './main.js',
  activationEvents: ['onStartupFinished'],
  extensionKind: ['workspace'],
};

const MAIN = `const vscode = require('vscode');
exports.activate = async () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) return;
  await vscode.commands.executeCommand('${viewId('sprint')}.focus');
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, '${FILE}'), { preview: false });
};
`;

/** Writes the extension into a new folder below another, and gives it. */
export async function writeOpening(into: string): Promise<string> {
  const folder = path.join(into, 'opening');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(MANIFEST, undefined, 2));
  await writeFile(path.join(folder, 'main.js'), MAIN);
  return folder;
}

/** The same, packed; gives the file. */
export async function packOpening(into: string): Promise<string> {
  const cwd = await writeOpening(into);
  const packagePath = path.join(into, 'opening.vsix');
  await createVSIX({ cwd, packagePath, dependencies: false, skipLicense: true, allowMissingRepository: true });
  return packagePath;
}

if (import.meta.main) await packOpening(process.argv[2] ?? '.');
