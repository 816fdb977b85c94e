/** What pages ask of the editor: their folders, its actions and commands, the clipboard, files. */

import * as vscode from 'vscode';
import { actions } from '../../actions/all.ts';
import { checkedInput } from '../../core/base/checkedInput.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { type BoardRequest, boardRequest } from '../../core/outline/requests.ts';
import { oneLine } from '../../core/text/foreignText.ts';
import type { Page, PageFolder } from '../../webviews/frame/page.ts';
import { Panels } from '../../webviews/frame/panels.ts';
import { gestureCommand, locatedOf, Meaning, noFolder } from '../commands/commands.ts';
import type { Live, Opens } from '../commands/live.ts';
import { askMe } from '../commands/me.ts';
import { showQuickPick } from '../door/picks.ts';
import { titlePanel } from '../door/views.ts';
import { commandId, isCommand } from '../doors/commands.ts';
import { type PageName, pages, viewType } from '../doors/pages.ts';
import { logError, report } from '../workspace/report.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';

type Input = { readonly [name: string]: unknown };

/** The command that opens a page, wherever it is called from. */
export const opensPage =
  (name: PageName): Opens =>
  (live) =>
    gestureCommand(boardRequest, async (input, source) => (await panelsOf(live, name)).open(input, source));

/** The panels of a page in this window. */
export const panelsOf = (live: Live, name: PageName): Promise<PagePanels> =>
  live.the(AllPanels, () => new AllPanels(live)).of(name);

/** The panels of every page that was opened. */
class AllPanels implements vscode.Disposable {
  readonly #live: Live;
  readonly #all = new Map<PageName, PagePanels>();

  constructor(live: Live) {
    this.#live = live;
  }

  async of(name: PageName): Promise<PagePanels> {
    const { page } = await pages[name]();
    if (this.#live.closed) throw new vscode.CancellationError();
    const { workspace, context } = this.#live;
    const panels = this.#all.get(name) ?? new PagePanels(workspace, context.extensionUri, name, page);
    this.#all.set(name, panels);
    return panels;
  }

  dispose(): void {
    for (const panels of this.#all.values()) panels.dispose();
  }
}

class PagePanels implements vscode.Disposable {
  readonly #workspace: Workspace;
  readonly #page: Page;
  readonly #panels: Panels;
  readonly #folders = new WeakMap<Folder, PageFolder>();

  constructor(workspace: Workspace, extension: vscode.Uri, name: PageName, page: Page) {
    this.#workspace = workspace;
    this.#page = page;
    this.#panels = new Panels(name, page, {
      type: viewType(name),
      extension,
      folderAt: (address) => {
        const folder = workspace.folders.find(({ root }) => root.toString() === address);
        return folder && this.#seen(folder);
      },
      onDidChangeFolders: (listener) =>
        workspace.onDidChange((folder) => {
          if (!folder) listener();
        }),
      titled: titlePanel,
      log: logError,
    });
  }

  /** Opens the page of the folder that is meant, at what is meant there if anything is. */
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
    this.#panels.dispose();
  }

  #named({ id, folder: address }: BoardRequest): { folder: Folder; item?: string } | undefined {
    const { folders, active } = this.#workspace;
    const wanted = address === undefined ? folders : folders.filter(({ root }) => root.toString() === address);
    if (wanted.length === 0) throw noFolder();
    if (id === undefined)
      return address === undefined ? active && { folder: active } : wanted[0] && { folder: wanted[0] };
    for (const folder of active && wanted.includes(active) ? [active, ...wanted] : wanted) {
      const item = this.#page.shows(folder.library, id);
      if (item !== undefined) return { folder, item };
    }
    throw new BecauseError('not-found', vscode.l10n.t('No initiative has the id {0}.', id));
  }

  #pointedAt(source: unknown): { folder: Folder; item?: string } | undefined {
    const located = locatedOf(this.#workspace, source);
    const item = located && this.#page.shows(located.folder.library, located.record);
    return located && { folder: located.folder, ...(item === undefined ? {} : { item }) };
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
    return (await showQuickPick(items, { title: this.#page.title(), placeHolder }))?.folder;
  }

  #seen(folder: Folder): PageFolder {
    let seen = this.#folders.get(folder);
    if (!seen) {
      seen = pageFolder(this.#workspace, folder);
      this.#folders.set(folder, seen);
    }
    return seen;
  }
}

/** A folder as its page sees it. */
export function pageFolder(workspace: Workspace, folder: Folder): PageFolder {
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
async function act(workspace: Workspace, folder: Folder, name: string, input: Input): Promise<unknown> {
  const action = actions.find((each) => each.name === name);
  if (!action) throw new Error(`There is no action ${name}.`);
  const checked = checkedInput(action.input, input, action.name, action.title());
  if (action.signs?.(checked)) await askMe(workspace, folder);
  return action.run(folder.because, checked);
}

/** Commands that know of themselves which record or folder they mean; the others are given the folder. */
const WITHOUT_FOLDER: readonly string[] = ['openRecord', 'openRecordToSide', 'revealInSidebar'];

function start(folder: Folder, name: string, id: string | undefined, input: Input | undefined): void {
  if (!isCommand(name)) throw new Error(`There is no command ${name}.`);
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
