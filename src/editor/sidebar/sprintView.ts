/** The Sprint view: the initiatives of a sprint, a quarter or all, filtered and grouped as the person left it. */

import * as vscode from 'vscode';
import { scopeName } from '../../core/face/names.ts';
import type { Choice } from '../../core/outline/scope.ts';
import { goalOf, scopeOf, scopeShowing } from '../../core/outline/scope.ts';
import type { SprintOutline } from '../../core/outline/sprint.ts';
import { initiativeOfRecord, pathTo, sprintOutline } from '../../core/outline/sprint.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { dotted } from '../../core/text/joined.ts';
import type { Row } from '../ask/row.ts';
import { keepSettings, type SprintSettings, settingsKept } from '../ask/sprintSettings.ts';
import { setContext } from '../commands/contextKey.ts';
import { createTreeView, type TreeView } from '../door/views.ts';
import { plain } from '../door/words.ts';
import { viewId } from '../doors/views.ts';
import { logError } from '../workspace/report.ts';
import type { Folder, Located } from '../workspace/workspace.ts';
import type { ShownFolder } from './shown.ts';
import { OutlineTree } from './tree.ts';

export class SprintView implements vscode.Disposable {
  readonly #shown: ShownFolder;
  readonly #memory: vscode.Memento;
  readonly #tree = new OutlineTree(() => this.#load());
  readonly #view: TreeView<Row>;
  readonly #subscriptions: vscode.Disposable[];

  constructor(shown: ShownFolder, memory: vscode.Memento) {
    this.#shown = shown;
    this.#memory = memory;
    this.#view = createTreeView(viewId('sprint'), {
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

  get folder(): Folder | undefined {
    return this.#shown.folder;
  }

  get settings(): SprintSettings {
    return settingsKept(this.#memory, this.#shown.folder);
  }

  /** Shows something else from now on, and remembers it. */
  async change(settings: Partial<SprintSettings>): Promise<void> {
    await keepSettings(this.#memory, this.#shown.folder, { ...this.settings, ...settings });
    this.#update();
  }

  /** Shows what a filter would leave, without remembering it. */
  preview(filter: string): void {
    if (this.#view.visible) this.#draw({ ...this.settings, filter });
  }

  /** Brings a record to the front, in the narrowest scope that shows it when the present one does not. */
  async reveal({ folder, record }: Located): Promise<boolean> {
    this.#shown.show(folder);
    await folder.because.ready();
    const path = this.#pathTo(record) ?? (await this.#widenFor(folder, record));
    return path !== undefined && this.#tree.select(this.#view, () => this.#tree.rowAt(path));
  }

  async #widenFor(folder: Folder, record: ContextRecord) {
    const initiative = initiativeOfRecord(folder.library, record);
    const choice: Choice = initiative
      ? scopeShowing(folder.library, initiative, folder.because.now())
      : { kind: 'all' };
    await this.change({ choice, filter: '' });
    return this.#pathTo(record);
  }

  #pathTo(record: ContextRecord) {
    const outline = this.#draw(this.settings);
    return outline && pathTo(outline.rows, record);
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
  }

  async #load(): Promise<void> {
    await this.#shown.folder?.because.ready();
    this.#draw(this.settings);
  }

  #update(): void {
    if (this.#view.visible) this.#load().catch(logError);
    else this.#tree.forget();
  }

  #draw({ choice, filter, grouping }: SprintSettings): SprintOutline | undefined {
    const { folder, name } = this.#shown;
    if (!folder) {
      this.#tree.show(undefined, []);
      return undefined;
    }
    const { library } = folder;
    const scope = scopeOf(library, choice, folder.because.now());
    const outline = sprintOutline(library, { scope, filter, grouping, me: folder.me });
    this.#tree.show(folder, outline.rows);
    const hasRecords = library.records.length > 0;
    this.#view.description = plain(
      hasRecords ? dotted(name, scopeName(library, scope), countOf(outline, filter)) : (name ?? ''),
    );
    const hasInitiatives = library.ofKind('initiative').length > 0;
    // Without any, the view's welcome text offers to make the first.
    this.#view.message = plain(hasInitiatives ? messageFor(outline, filter, goalOf(library, scope)) : '');
    setContext('hasInitiatives', hasInitiatives).catch(logError);
    setContext('sprintFiltered', filter.trim() !== '').catch(logError);
    return outline;
  }
}

function countOf({ shown, total }: SprintOutline, filter: string): string {
  return filter.trim() === '' ? String(total) : vscode.l10n.t('{0} of {1}', shown, total);
}

/** The goal is what the view says first, unless a filter is on. */
function messageFor({ shown, total }: SprintOutline, filter: string, goal: string | undefined): string {
  const text = filter.trim();
  if (text !== '' && shown === 0) return vscode.l10n.t('No initiative matches “{0}”.', text);
  if (text !== '') return vscode.l10n.t('Filter: {0}', text);
  const empty =
    total > 0 ? undefined : vscode.l10n.t('Nothing is planned here yet. Switch to another sprint, or to all.');
  return [goal, empty].filter(Boolean).join(' — ');
}
