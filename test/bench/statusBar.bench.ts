/** How soon after a branch was checked out the status bar says what it is for, beside the editor's own item for the branch. */

import { openWorkbench } from '../e2e/pages/workbench.ts';
import { buildAll } from '../support/build.ts';
import { copyFolder } from '../support/folder.ts';
import { closeAllWindows } from '../support/host/workbench.ts';
import { median, type Table } from './frame.ts';

const SWITCHES = 12;

const branches = [
  { name: 'feature/PAY-142-ladder', key: 'PAY-142' },
  { name: 'feature/OPS-31-digest', key: 'OPS-31' },
] as const;

/** When the two items of the status bar first showed their new words, in milliseconds of the page's clock. */
interface Shown {
  readonly editor: number;
  readonly ours: number;
}

export async function bench(table: Table): Promise<void> {
  await buildAll(true);
  const folder = await copyFolder();
  await folder.git('init', '--quiet');
  await folder.git('add', '--all');
  await folder.git('commit', '--quiet', '-m', 'Begin');
  for (const { name } of branches) await folder.git('branch', name);
  await folder.git('checkout', '--quiet', branches[0].name);
  const workbench = await openWorkbench({
    folder: folder.path,
    settings: { 'because.me': 'ada', 'git.autofetch': false },
  });
  try {
    await workbench.statusItem(`∵ ${branches[0].key}`).waitFor();
    const later: number[] = [];
    for (let turn = 1; turn <= SWITCHES; turn++) {
      const next = branches[turn % 2] ?? branches[0];
      const shown = workbench.page.evaluate(whenShown, next);
      await folder.git('checkout', '--quiet', next.name);
      const { editor, ours } = await shown;
      later.push(Math.max(0, ours - editor));
    }
    table.add('branch switched: status bar, after the editor’s own branch item', median(later), 'ms', 100);
  } finally {
    await workbench.close();
    await closeAllWindows();
    await folder.remove();
  }
}

/** As much of a page as is looked at here. */
interface PageWindow {
  readonly document: { querySelector(selector: string): { readonly textContent: string | null } | null };
  readonly MutationObserver: new (
    callback: () => void,
  ) => { observe(node: unknown, what: object): void; disconnect(): void };
}

/** Runs in the page. */
function whenShown({ name, key }: { readonly name: string; readonly key: string }): Promise<Shown> {
  const { document, MutationObserver } = globalThis as unknown as PageWindow;
  const bar = document.querySelector('.part.statusbar');
  return new Promise((resolve) => {
    let editor: number | undefined;
    let ours: number | undefined;
    const look = () => {
      const text = bar?.textContent ?? '';
      if (text.includes(name)) editor ??= performance.now();
      if (text.includes(`∵ ${key}`)) ours ??= performance.now();
      if (editor === undefined || ours === undefined) return;
      observer.disconnect();
      resolve({ editor, ours });
    };
    const observer = new MutationObserver(look);
    observer.observe(bar, { subtree: true, childList: true, characterData: true, attributes: true });
    look();
  });
}
