/** Runs inside the editor's extension host: activates the installed product and waits for the right hover. */
import { readdir, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { eventually, PATIENCE } from '../../support/eventually.ts';
import { type Loading, untilQuiet, watchLoad } from './watch.ts';

interface GitExtension {
  getAPI(version: 1): { readonly state: string; readonly repositories: readonly unknown[] };
}

interface Exports {
  getAPI(version: 1): { ready(): Promise<void> };
}

/** Measures one activation and writes the outcome into a file; ends when the index cache is there, in its folder. */
export async function measureInEditor(results: string, index: string, key: string, word: string): Promise<void> {
  // The window is at rest, and git knows the repository: what is measured is ours.
  const git = (await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate())?.getAPI(1);
  await eventually(() => git?.state === 'initialized' && git.repositories.length > 0, 'Git’s repository');
  const { uri } = await vscode.workspace.openTextDocument({ content: key });
  await untilQuiet();
  const product = vscode.extensions.getExtension<Exports>('because.because');
  if (!product || product.isActive) throw new Error('The product is not there, or active already.');
  const isRight = async () => {
    const at = new vscode.Position(0, 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
    const texts = hovers.flatMap(({ contents }) =>
      contents.map((each) => (typeof each === 'string' ? each : each.value)),
    );
    return texts.some((text) => text.includes(word));
  };
  const load: Loading = async () => {
    const { getAPI } = await product.activate();
    const ready = getAPI(1).ready();
    const card = async () => {
      // Nobody hovers again and again: to ask meanwhile would be what takes the time.
      await ready;
      const deadline = performance.now() + PATIENCE;
      while (!(await isRight())) if (performance.now() > deadline) throw new Error('No hover was right.');
    };
    return { ready, card };
  };
  await writeFile(results, JSON.stringify(await watchLoad(load, vscode.env.appRoot)));
  // The next window starts from it.
  await eventually(
    () =>
      readdir(index).then(
        (names) => names.some((name) => name.endsWith('.cache')),
        () => false,
      ),
    'The index cache',
  );
}
