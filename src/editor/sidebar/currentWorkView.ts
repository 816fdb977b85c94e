/** The Current Work view: what the checked-out branch is for. */

import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import {
  branchWithoutWhy,
  currentWorkMessage,
  currentWorkOutline,
  initiativeAt,
} from '../../core/outline/currentWork.ts';
import { unlinkedMessage, unlinkedOutline } from '../../core/outline/unlinked.ts';
import { oneLine } from '../../core/text/foreignText.ts';
import { dotted } from '../../core/text/joined.ts';
import type { UnlinkedWork } from '../../core/work/unlinked.ts';
import type { Row } from '../ask/row.ts';
import { dayOf } from '../ask/words.ts';
import { setContext } from '../commands/contextKey.ts';
import { wordsOf } from '../door/messages.ts';
import { createTreeView, type TreeView } from '../door/views.ts';
import { plain } from '../door/words.ts';
import { viewId } from '../doors/views.ts';
import { logError, run } from '../workspace/report.ts';
import type { Folder, Located } from '../workspace/workspace.ts';
import type { ShownFolder } from './shown.ts';
import { OutlineTree } from './tree.ts';

export class CurrentWorkView implements vscode.Disposable {
  readonly #shown: ShownFolder;
  readonly #tree = new OutlineTree(() => this.#load());
  readonly #view: TreeView<Row>;
  readonly #subscriptions: vscode.Disposable[];
  readonly #unlinkedIn: (folder: Folder) => Promise<UnlinkedWork>;
  #unlinkedShown = false;

  /** `unlinkedIn` is asked for the work that says no why, while that is what is shown. */
  constructor(shown: ShownFolder, unlinkedIn: (folder: Folder) => Promise<UnlinkedWork>) {
    this.#shown = shown;
    this.#unlinkedIn = unlinkedIn;
    this.#view = createTreeView(viewId('currentWork'), {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
    });
    this.#subscriptions = [
      this.#tree,
      this.#view,
      shown.onDidChange(() => this.#update()),
      this.#view.onDidChangeVisibility(() => this.#update()),
    ];
  }

  /** The initiative worked on. */
  get initiative(): Located | undefined {
    const { folder, place } = this.#shown;
    const record = folder && initiativeAt(folder.library, place);
    return folder && record && { folder, record };
  }

  /** Shows the work that says no why instead of the branch's, or the branch's again. */
  async showUnlinked(isShown: boolean): Promise<void> {
    this.#unlinkedShown = isShown;
    await setContext('unlinkedShown', isShown);
    this.#tree.forget();
    await this.#load();
    if (isShown) await vscode.commands.executeCommand(`${viewId('currentWork')}.focus`);
  }

  /** Brings the view to the front, at its first row. */
  async reveal(): Promise<void> {
    if (this.#unlinkedShown) await this.showUnlinked(false);
    await vscode.commands.executeCommand(`${viewId('currentWork')}.focus`);
    // The rows that are looked at from here on: hidden, the view had none.
    await this.#load();
    await this.#tree.select(this.#view, () => this.#tree.firstRow);
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
  }

  async #load(): Promise<void> {
    const { folder } = this.#shown;
    await folder?.because.ready();
    if (folder && this.#unlinkedShown) await this.#drawUnlinked(folder);
    else this.#draw();
  }

  async #drawUnlinked(folder: Folder): Promise<void> {
    try {
      const unlinked = await this.#unlinkedIn(folder);
      // Meanwhile the person may have gone elsewhere.
      if (!this.#unlinkedShown || folder !== this.#shown.folder) return;
      this.#tree.show(folder, unlinkedOutline(unlinked, dayOf));
      this.#view.message = plain(unlinkedMessage(unlinked));
    } catch (error) {
      if (!(error instanceof BecauseError)) throw error;
      this.#tree.show(folder, []);
      this.#view.message = plain(wordsOf(error));
    }
    this.#view.description = plain(dotted(this.#shown.name, vscode.l10n.t('unlinked')));
  }

  #update(): void {
    if (this.#view.visible) this.#load().catch(logError);
    else this.#tree.forget();
  }

  #draw(): void {
    const { folder, place, name } = this.#shown;
    if (!folder) {
      this.#tree.show(undefined, []);
      return;
    }
    const { library } = folder;
    this.#tree.show(folder, currentWorkOutline(library, place, folder.me));
    this.#view.message = plain(library.records.length > 0 ? (currentWorkMessage(library, place) ?? '') : '');
    const isRestricted = place.kind === 'restricted';
    run(() => setContext('branch', isRestricted ? 'restricted' : branchWithoutWhy(library, place)));
    const branch = place.kind === 'branch' ? oneLine(place.branch) : undefined;
    this.#view.description = plain(dotted(name, branch));
  }
}
