/** The Sprint view: the initiatives of a sprint, a quarter or all, filtered and grouped as the person left it. */
import type * as vscode from 'vscode';
import { type ScopeChoice, scopeOf, scopeShowing, sprintDescription, sprintMessage } from '../../core/outline/scope.ts';
import { shippedRows } from '../../core/outline/shipped.ts';
import { initiativeOfRecord, pathTo, sprintOutline } from '../../core/outline/sprint.ts';
import { waysOn } from '../../core/outline/waysOn.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { keepSettings, type SprintSettings, settingsKept } from '../ask/sprintSettings.ts';
import { setContext } from '../commands/calls.ts';
import type { Folder, Located } from '../workspace/folder.ts';
import { logError } from '../workspace/report.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { Beginning } from './beginning.ts';
import { type Outline, OutlineView } from './outlineView.ts';
import type { ShownFolder } from './shown.ts';

export class SprintView implements vscode.Disposable {
  readonly #shown: ShownFolder;
  readonly #memory: vscode.Memento;
  readonly #view: OutlineView;
  readonly #beginning: Beginning;

  constructor(workspace: Workspace, shown: ShownFolder, memory: vscode.Memento) {
    this.#shown = shown;
    this.#memory = memory;
    this.#view = new OutlineView('sprint', shown, (folder) => this.#outline(folder, this.settings));
    this.#beginning = new Beginning(workspace, () => this.#view.update());
  }

  get folder(): Folder | undefined {
    return this.#shown.folder;
  }

  get settings(): SprintSettings {
    return settingsKept(this.#memory, this.folder);
  }

  /** Shows something else from now on, and remembers it. */
  async change(settings: Partial<SprintSettings>): Promise<void> {
    await keepSettings(this.#memory, this.folder, { ...this.settings, ...settings });
    this.#view.update();
  }

  /** Shows what a filter would leave, without remembering it. */
  preview(filter: string): void {
    if (this.#view.visible && this.folder) this.#draw(this.folder, { ...this.settings, filter });
  }

  /**
   * Brings a record to the front, in the narrowest scope that shows it when the present one does not; with `unfolded` what
   * is below it too.
   */
  async reveal({ folder, record }: Located, unfolded = false): Promise<boolean> {
    this.#shown.show(folder);
    await folder.because.ready();
    const path = this.#pathTo(folder, record) ?? (await this.#widenFor(folder, record));
    return path !== undefined && this.#view.select(() => this.#view.tree.rowAt(path), unfolded);
  }

  async #widenFor(folder: Folder, record: ContextRecord) {
    const initiative = initiativeOfRecord(folder.library, record);
    const choice: ScopeChoice = initiative
      ? scopeShowing(folder.library, initiative, folder.because.now())
      : { kind: 'all' };
    await this.change({ choice, filter: '' });
    return this.#pathTo(folder, record);
  }

  #pathTo(folder: Folder, record: ContextRecord) {
    return pathTo(this.#draw(folder, this.settings).rows, record);
  }

  dispose(): void {
    this.#beginning.dispose();
    this.#view.dispose();
  }

  #draw(folder: Folder, settings: SprintSettings): Outline {
    const outline = this.#outline(folder, settings);
    this.#view.show(folder, outline);
    return outline;
  }

  #outline(folder: Folder, { choice, hushed, ...settings }: SprintSettings): Outline {
    const { library, because, me } = folder;
    const now = because.now();
    const query = { ...settings, scope: scopeOf(library, choice, now), me, now };
    const outline = sprintOutline(library, query);
    setContext('sprintFiltered', settings.filter.trim() !== '').catch(logError);
    return {
      rows: [
        ...waysOn(library, query, outline),
        ...shippedRows(library, { scope: query.scope, now, hushed }),
        ...outline.rows,
      ],
      message: sprintMessage(library, query, outline),
      description: sprintDescription(library, query, outline, { now, name: this.#shown.name }),
      ...this.#beginning.of(folder),
    };
  }
}
