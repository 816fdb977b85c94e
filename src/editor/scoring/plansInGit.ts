/** Plans that were committed by hand: git is asked once for each, when the editor is at rest, so that a change since is noticed by itself. */
import * as vscode from 'vscode';
import type { Feature } from '../commands/live.ts';
import type { Folder } from '../workspace/folder.ts';
import { logError } from '../workspace/report.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Milliseconds before the first look: no program holds up whoever opens a folder. */
const REST = 4_000;

/** Milliseconds in which changes are taken together. */
const TOGETHER = 500;

/** Asks git what it does not know yet, and keeps it beside the records. Throws as asking does. */
export async function learnPlans({ because }: Folder): Promise<void> {
  const { plansInGit } = await import('../../questions/plansInGit.ts');
  because.keepPlansInGit(await because.ask(plansInGit, {}));
}

export const plansNoticed: Feature = ({ workspace }) => {
  const looks = new Looks(workspace);
  const lookAtAll = () => {
    for (const folder of workspace.folders) looks.soon(folder);
  };
  lookAtAll();
  return vscode.Disposable.from(
    looks,
    workspace.onDidChange((folder) => (folder ? looks.soon(folder) : lookAtAll())),
    workspace.git.onDidChange(lookAtAll),
  );
};

/** The looks that are to come, one for each folder. */
class Looks implements vscode.Disposable {
  readonly #workspace: Workspace;
  readonly #waiting = new Map<Folder, ReturnType<typeof setTimeout>>();
  /** The last look that has begun. */
  readonly #begun = new WeakMap<Folder, Promise<void>>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  soon(folder: Folder): void {
    if (this.#waiting.has(folder)) return;
    const wait = this.#begun.has(folder) ? TOGETHER : REST;
    this.#waiting.set(
      folder,
      setTimeout(() => this.#begin(folder), wait),
    );
  }

  /** One after the other: what one look finds out, the next need not ask. */
  #begin(folder: Folder): void {
    this.#waiting.delete(folder);
    const last = this.#begun.get(folder) ?? folder.rested();
    this.#begun.set(folder, last.then(() => this.#look(folder)).catch(logError));
  }

  async #look(folder: Folder): Promise<void> {
    const { git, folders } = this.#workspace;
    // Whoever tells where the work stands tells when that is known.
    if (folders.includes(folder) && git.hasToldBranchOf(folder.context)) await learnPlans(folder);
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
  }
}
