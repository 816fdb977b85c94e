/** The Needs You view: what waits for who works here, with the time left, and how much on the icon. */
import type * as vscode from 'vscode';
import { needsOutline } from '../../core/outline/needsYou.ts';
import type { Folder } from '../workspace/folder.ts';
import { logError } from '../workspace/report.ts';
import { OutlineView } from './outlineView.ts';
import type { ShownFolder } from './shown.ts';

export class NeedsView implements vscode.Disposable {
  readonly #shown: ShownFolder;
  readonly #view: OutlineView;
  readonly #listening: vscode.Disposable;

  constructor(shown: ShownFolder) {
    this.#shown = shown;
    this.#view = new OutlineView('needsYou', shown, (folder) => this.#outline(folder));
    this.#listening = shown.onDidChange(() => this.#count());
    this.#count();
  }

  dispose(): void {
    this.#listening.dispose();
    this.#view.dispose();
  }

  #outline({ library, because, me }: Folder) {
    const { rows, message, count, words } = needsOutline(library, me, because.now());
    this.#view.count(count, words);
    return { rows, message, description: '' };
  }

  /** The number is seen while the view is not; it can wait until whoever waited for the records was answered. */
  #count(): void {
    const { folder } = this.#shown;
    if (!folder) this.#view.count(0, '');
    folder
      ?.rested()
      // A view that is seen counts when it is drawn.
      .then(() => (folder === this.#shown.folder && !this.#view.visible ? this.#outline(folder) : undefined))
      .catch(logError);
  }
}
