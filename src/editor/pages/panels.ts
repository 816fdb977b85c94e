/** What pages ask of the editor: their folders, its actions and commands, the clipboard, files. */
import * as vscode from 'vscode';
import { actions } from '../../actions/all.ts';
import { checkedInput } from '../../core/base/checkedInput.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { emptyRequest, type PageRequest, pageRequest } from '../../core/outline/requests.ts';
import type { Page, PageFolder, PageHost } from '../../webviews/frame/page.ts';
import { Panels } from '../../webviews/frame/panels.ts';
import { Row } from '../ask/row.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Given, Live, Opens } from '../commands/live.ts';
import { performAs } from '../commands/me.ts';
import { locatedOf, Meaning, noFolder } from '../commands/meant.ts';
import { showQuickPick } from '../door/picks.ts';
import { titlePanel } from '../door/views.ts';
import { commandId, isCommand } from '../doors/commands/all.ts';
import { type PageName, pages, viewType } from '../doors/pages.ts';
import type { Folder } from '../workspace/folder.ts';
import { logError, report } from '../workspace/report.ts';
import { saveAs } from '../workspace/saveAs.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * The command that opens a page, wherever it is called from: of the folder that is meant, at what is meant there; `ofActive`:
 * where nothing else says so, at the record that is open in the editor.
 */
export const opensPage =
  (name: PageName, { ofActive = false }: { readonly ofActive?: boolean } = {}): Opens =>
  (live) =>
    gestureCommand(pageRequest, async (input, source) => {
      const panels = await panelsOf(live, name);
      const { workspace } = live;
      await workspace.ready();
      const open = ofActive ? vscode.window.activeTextEditor?.document.uri : undefined;
      const meant = input ? named(workspace, panels.page, input) : pointedAt(workspace, panels.page, source ?? open);
      const folder = meant?.folder ?? (await pick(workspace, panels.page));
      if (!folder) return undefined;
      const address = folder.root.toString();
      // Whoever goes through a list keeps the focus there.
      panels.open(address, { item: meant?.item, preserveFocus: source instanceof Row });
      return { folder: address };
    });

/** Copies the page in front, as its button does. */
export const copiesPage: Opens = (live) =>
  gestureCommand(emptyRequest, async () => {
    const { active } = openPages(live);
    if (active?.copy) return active.copy();
    throw new BecauseError('not-found', t('The active tab is not a page that can be copied.'), {
      next: t('Open an initiative first.'),
    });
  });

const openPages = (live: Live): OpenPages => live.the(OpenPages, () => new OpenPages(live));

/** The panels of a page in this window. */
export const panelsOf = (live: Live, name: PageName): Promise<Panels> => openPages(live).of(name);

class OpenPages implements vscode.Disposable {
  readonly #live: Live;
  readonly #pages = new Map<PageName, Panels>();
  readonly #folders = new WeakMap<Folder, PageFolder>();

  constructor(live: Live) {
    this.#live = live;
  }

  async of(name: PageName): Promise<Panels> {
    const { page } = await pages[name]();
    if (this.#live.closed) throw new vscode.CancellationError();
    const panels = this.#pages.get(name) ?? this.#open(name, page);
    this.#pages.set(name, panels);
    return panels;
  }

  get active(): PageHost | undefined {
    return [...this.#pages.values()].flatMap(({ active }) => active ?? [])[0];
  }

  dispose(): void {
    for (const panels of this.#pages.values()) panels.dispose();
  }

  #open(name: PageName, page: Page): Panels {
    const { workspace, context } = this.#live;
    return new Panels(name, page, {
      type: viewType(name),
      extension: context.extensionUri,
      folderAt: (address) => {
        const folder = workspace.folders.find(({ root }) => root.toString() === address);
        if (!folder) return undefined;
        const seen = this.#folders.get(folder) ?? pageFolder(workspace, folder);
        this.#folders.set(folder, seen);
        return seen;
      },
      onDidChangeFolders: (listener) =>
        workspace.onDidChange((folder) => {
          if (!folder) listener();
        }),
      titled: titlePanel,
      log: logError,
    });
  }
}

interface Meant {
  readonly folder: Folder;
  readonly item?: string | undefined;
}

function named({ folders, active }: Workspace, page: Page, { id, folder: address }: PageRequest): Meant | undefined {
  const wanted = address === undefined ? folders : folders.filter(({ root }) => root.toString() === address);
  if (wanted.length === 0) throw noFolder();
  const first = address === undefined ? active : wanted[0];
  if (id === undefined) return first && { folder: first };
  for (const folder of active && wanted.includes(active) ? [active, ...wanted] : wanted) {
    const item = page.shows(folder.library, id);
    if (item !== undefined) return { folder, item };
  }
  throw new BecauseError('not-found', t('There is nothing with the id {0} to show here.', id));
}

function pointedAt(workspace: Workspace, page: Page, source: unknown): Meant | undefined {
  const { folder, record } = locatedOf(workspace, source) ?? {};
  return folder && record && { folder, item: page.shows(folder.library, record) };
}

/** The folder of the active editor, else the only one with initiatives, else the one that is picked. */
async function pick(workspace: Workspace, page: Page): Promise<Folder | undefined> {
  const { folders, active } = workspace;
  if (!active) throw noFolder();
  const uri = vscode.window.activeTextEditor?.document.uri;
  const scored = folders.filter(({ library }) => library.ofKind('initiative').length > 0);
  if ((uri && workspace.folderOf(uri)) || scored.length < 2) return active;
  const items = scored.map((folder) => ({ label: folder.name, folder }));
  return (await showQuickPick(items, { title: page.title(), placeHolder: t('Which folder?') }))?.folder;
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
    keeps: async (secret) => (await folder.because.secrets?.get(secret)) !== undefined,
    mayForget: vscode.env.uiKind === vscode.UIKind.Web,
    copy: async (text) => vscode.env.clipboard.writeText(text),
    save: async (name, text) => (await saveAs(folder.root, name, text)) !== undefined,
  };
}

/** As a command does it: who signs is asked who they are, where nothing tells. */
async function act(workspace: Workspace, folder: Folder, name: string, input: Given): Promise<unknown> {
  const action = actions.find((each) => each.name === name);
  if (!action) throw new Error(`There is no action ${name}.`);
  const checked = checkedInput(action.input, input, action.name, action.title());
  return performAs(workspace, folder, action, checked);
}

/** Commands that know of themselves which record or folder they mean; the others are given the folder. */
const WITHOUT_FOLDER: readonly string[] = ['openRecord', 'openRecordToSide', 'revealInSidebar'];

function start(folder: Folder, name: string, id: string | undefined, input: Given | undefined): void {
  if (!isCommand(name)) throw new Error(`There is no command ${name}.`);
  const record = id === undefined ? undefined : folder.library.find(id);
  if (id !== undefined && !record) {
    throw new BecauseError('not-found', t('{0} no longer exists.', id));
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
