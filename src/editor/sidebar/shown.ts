/** Which folder the sidebar and the status bar speak of, where several are open: the one the person works in. */
import * as vscode from 'vscode';
import type { CheckedOut } from '../../core/outline/currentWork.ts';
import { checkoutAt } from '../ask/guess.ts';
import type { Folder } from '../workspace/folder.ts';
import type { Workspace } from '../workspace/workspace.ts';

export class ShownFolder implements vscode.Disposable {
  readonly #workspace: Workspace;
  readonly #changes = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #folder: Folder | undefined;

  /** Fires when another folder is shown, when its records changed, or when another branch is checked out. */
  readonly onDidChange = this.#changes.event;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#folder = workspace.active;
    this.#subscriptions = vscode.Disposable.from(
      this.#changes,
      workspace.onDidChange((changed) => {
        const before = this.#folder;
        this.#choose();
        if (!changed || changed === this.#folder || before !== this.#folder) this.#changes.fire();
      }),
      workspace.git.onDidChange(() => this.#changes.fire()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#changes.fire()),
      vscode.window.onDidChangeActiveTextEditor(() => {
        const before = this.#folder;
        this.#choose();
        if (before !== this.#folder) this.#changes.fire();
      }),
    );
  }

  get folder(): Folder | undefined {
    return this.#folder;
  }

  /** The folder's name where there are several, for titles. */
  get name(): string | undefined {
    return this.#workspace.folders.length > 1 ? this.#folder?.name : undefined;
  }

  /** Shows this folder until the person works in another. */
  show(folder: Folder): void {
    if (folder === this.#folder) return;
    this.#folder = folder;
    this.#changes.fire();
  }

  /** What is known about the branch of the folder. */
  get place(): CheckedOut {
    return this.#folder ? checkoutAt(this.#workspace, this.#folder.root) : { kind: 'unknown' };
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** The active editor's folder when it has records; else the one shown before, so that a look at a file elsewhere changes nothing. */
  #choose(): void {
    const { active, folders } = this.#workspace;
    const isOpen = this.#folder !== undefined && folders.includes(this.#folder);
    if (isOpen && this.#folder?.library.files.size !== 0 && active?.library.files.size === 0) return;
    const hasEditor = vscode.window.activeTextEditor !== undefined;
    if (isOpen && !hasEditor && this.#folder?.library.files.size !== 0) return;
    this.#folder = active;
  }
}
