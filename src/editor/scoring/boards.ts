/** What scoring boards ask of the editor: their folders, its actions and commands, the clipboard, files. */

import * as vscode from 'vscode';
import { actions } from '../../actions/all.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { checkedInput } from '../../core/base/input.ts';
import { type BoardRequest, boardRequest } from '../../core/outline/requests.ts';
import { initiativeOfRecord } from '../../core/outline/sprint.ts';
import { oneLine } from '../../core/text/foreignText.ts';
import type { BoardFolder } from '../../webviews/scoring/board.ts';
import { BoardPanels } from '../../webviews/scoring/panel.ts';
import type { ActionName, CommandName } from '../../webviews/scoring/protocol.ts';
import { gestureCommand, locatedOf, Meaning, noFolder } from '../commands/commands.ts';
import type { Live, Opens } from '../commands/live.ts';
import { askMe } from '../commands/me.ts';
import { showQuickPick } from '../door/picks.ts';
import { titlePanel } from '../door/views.ts';
import { commandId } from '../doors/commands.ts';
import { logError, report } from '../workspace/report.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';

type Input = { readonly [name: string]: unknown };

/** `Because: Open Scoring Board`, wherever it is called from. */
export const openBoard: Opens = (live) =>
  gestureCommand(boardRequest, (input, source) => boardsOf(live).open(input, source));

/** The boards of this window. */
export const boardsOf = (live: Live): ScoringBoards =>
  live.the(ScoringBoards, () => new ScoringBoards(live.workspace, live.context.extensionUri));

export class ScoringBoards implements vscode.Disposable {
  readonly #workspace: Workspace;
  readonly #panels: BoardPanels;
  readonly #folders = new WeakMap<Folder, BoardFolder>();
  readonly #comings = new vscode.EventEmitter<void>();
  readonly #listening: vscode.Disposable;

  constructor(workspace: Workspace, extension: vscode.Uri) {
    this.#workspace = workspace;
    this.#listening = workspace.onDidChange((folder) => {
      if (!folder) this.#comings.fire();
    });
    this.#panels = new BoardPanels({
      extension,
      folderAt: (address) => {
        const folder = workspace.folders.find(({ root }) => root.toString() === address);
        return folder && this.#seen(folder);
      },
      onDidChangeFolders: this.#comings.event,
      titled: titlePanel,
      log: logError,
    });
  }

  /** Opens the board of the folder that is meant, at the initiative that is meant if one is. */
  async open(input: BoardRequest | undefined, source: unknown): Promise<{ folder: string } | undefined> {
    await this.#workspace.ready();
    const meant = input ? this.#named(input) : this.#pointedAt(source);
    const folder = meant?.folder ?? (await this.#pick());
    if (!folder) return undefined;
    const address = folder.root.toString();
    this.#panels.open(address, meant?.item);
    return { folder: address };
  }

  restore(panel: vscode.WebviewPanel, state: unknown): void {
    this.#panels.restore(panel, state);
  }

  dispose(): void {
    this.#listening.dispose();
    this.#panels.dispose();
    this.#comings.dispose();
  }

  #named({ id, folder: address }: BoardRequest): { folder: Folder; item?: string } | undefined {
    const { folders, active } = this.#workspace;
    const wanted = address === undefined ? folders : folders.filter(({ root }) => root.toString() === address);
    if (wanted.length === 0) throw noFolder();
    if (id === undefined)
      return address === undefined ? active && { folder: active } : wanted[0] && { folder: wanted[0] };
    for (const folder of active && wanted.includes(active) ? [active, ...wanted] : wanted) {
      const item = folder.library.initiativeOf(id);
      if (item) return { folder, item: item.id };
    }
    throw new BecauseError('not-found', vscode.l10n.t('No initiative has the id {0}.', id));
  }

  #pointedAt(source: unknown): { folder: Folder; item?: string } | undefined {
    const located = locatedOf(this.#workspace, source);
    const initiative = located && initiativeOfRecord(located.folder.library, located.record);
    return located && { folder: located.folder, ...(initiative ? { item: initiative.id } : {}) };
  }

  /** The folder of the active editor, else the only one with initiatives, else the one that is picked. */
  async #pick(): Promise<Folder | undefined> {
    const { folders, active } = this.#workspace;
    if (!active) throw noFolder();
    const uri = vscode.window.activeTextEditor?.document.uri;
    const scored = folders.filter(({ library }) => library.ofKind('initiative').length > 0);
    if ((uri && this.#workspace.folderOf(uri)) || scored.length < 2) return active;
    const items = scored.map((folder) => ({ label: folder.name, folder }));
    const placeHolder = vscode.l10n.t('In which folder?');
    return (await showQuickPick(items, { title: vscode.l10n.t('Open Scoring Board'), placeHolder }))?.folder;
  }

  #seen(folder: Folder): BoardFolder {
    let seen = this.#folders.get(folder);
    if (!seen) {
      seen = boardFolder(this.#workspace, folder);
      this.#folders.set(folder, seen);
    }
    return seen;
  }
}

/** A folder as its board sees it. */
export function boardFolder(workspace: Workspace, folder: Folder): BoardFolder {
  return {
    name: folder.name,
    get library() {
      return folder.library;
    },
    now: folder.because.now,
    ready: () => folder.because.ready(),
    me: () => folder.because.me(),
    onDidChange: (listener) =>
      workspace.onDidChange((changed) => {
        if (changed === folder) listener();
      }),
    act: (name, input) => act(workspace, folder, name, input),
    run: (name, id, input) => start(folder, name, id, input),
    copy: async (text) => vscode.env.clipboard.writeText(text),
    save: (name, text) => save(folder, name, text),
  };
}

/** As a command does it: who signs is asked who they are, where nothing tells. */
async function act(workspace: Workspace, folder: Folder, name: ActionName, input: Input): Promise<unknown> {
  const action = actions.find((each) => each.name === name);
  if (!action) throw new Error(`There is no action ${name}.`);
  const checked = checkedInput(action.input, input, action.name, action.title());
  if (action.signs?.(checked)) await askMe(workspace, folder);
  return action.run(folder.because, checked);
}

/** Commands that know of themselves which record or folder they mean; the others are given the folder. */
const WITHOUT_FOLDER: readonly CommandName[] = ['openRecord', 'openRecordToSide', 'revealInSidebar'];

function start(folder: Folder, name: CommandName, id: string | undefined, input: Input | undefined): void {
  const record = id === undefined ? undefined : folder.library.find(id);
  if (id !== undefined && !record) {
    throw new BecauseError('not-found', vscode.l10n.t('{0} is not there any more.', id));
  }
  const address = { folder: folder.root.toString() };
  const given = record && !input ? new Meaning({ folder, record }) : { ...address, ...input };
  const argument = !record && !input && WITHOUT_FOLDER.includes(name) ? undefined : given;
  // Nobody waits: the person may take their time over what is asked.
  vscode.commands.executeCommand(commandId(name), argument).then(undefined, (error: unknown) => {
    const { cause } = error as { readonly cause?: unknown };
    report(cause instanceof BecauseError ? cause : error);
  });
}

async function save(folder: Folder, name: string, text: string): Promise<boolean> {
  // The page proposes a name, never a place.
  const file = oneLine(name).replaceAll(/[\\/:*?"<>|]/g, '-');
  const uri = await vscode.window.showSaveDialog({ defaultUri: vscode.Uri.joinPath(folder.root, file) });
  if (!uri) return false;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return true;
}
