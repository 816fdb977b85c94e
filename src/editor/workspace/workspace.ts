/** The open workspace folders, each with its own records. */
import * as vscode from 'vscode';
import { open } from '../../because.ts';
import { positionOf, type Span } from '../../core/text/positions.ts';
import { platform } from '../platform/node.ts';
import { EditorFiles } from './files.ts';
import { Folder, type Located } from './folder.ts';
import { Git } from './git.ts';
import { gitPortOf } from './gitProgram.ts';
import { logError } from './report.ts';
import { secretsIn } from './secrets.ts';
import { onDidChangeSetting, setting } from './settings.ts';
import { textsOf } from './texts.ts';
import { VirtualFiles } from './virtualFiles.ts';

export class Workspace implements vscode.Disposable {
  readonly git = new Git(() => Promise.all(this.folders.map((folder) => folder.rested())));
  readonly #context: vscode.ExtensionContext;
  readonly #folders = new Map<string, Folder>();
  readonly #changes = new vscode.EventEmitter<Folder | undefined>();
  readonly #subscriptions: vscode.Disposable[];

  /** Fires when a folder's records changed, or (without a folder) when folders came or went. */
  readonly onDidChange = this.#changes.event;

  constructor(context: vscode.ExtensionContext) {
    this.#context = context;
    this.#openFolders();
    this.#subscriptions = [
      this.git,
      this.#changes,
      this.git.onDidChange(() => {
        this.#findOut();
        this.#lookAgain();
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#lookAgain();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#reopen()),
      onDidChangeSetting('folder', () => this.#reopen()),
      onDidChangeSetting('me', () => this.#findOut()),
    ];
  }

  /** In the order of the editor's explorer. */
  get folders(): readonly Folder[] {
    return [...this.#folders.values()];
  }

  /** The folder a file belongs to. */
  folderOf(uri: vscode.Uri): Folder | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder && this.#folders.get(folder.uri.toString());
  }

  /** The folder of the active editor, else the first that holds records, else the first. */
  get active(): Folder | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const folders = this.folders;
    return (uri && this.folderOf(uri)) ?? folders.find(({ library }) => library.files.size > 0) ?? folders[0];
  }

  /** The folder whose records a text speaks of: its own, else (output, untitled) the active one. */
  folderFor(uri: vscode.Uri): Folder | undefined {
    return this.folderOf(uri) ?? this.#folderBehind(uri) ?? this.active;
  }

  /** The folder of what a document shows without being it: a file's old version, a repository's commit message. */
  #folderBehind(uri: vscode.Uri): Folder | undefined {
    const root = new URLSearchParams(uri.query).get('rootUri');
    if (uri.scheme === 'vscode-scm' && root) return this.folderOf(vscode.Uri.parse(root));
    return uri.scheme === 'git' ? this.folderOf(uri.with({ scheme: 'file', query: '' })) : undefined;
  }

  /** The record in a file, with its folder. */
  recordAt(uri: vscode.Uri): Located | undefined {
    const folder = this.folderOf(uri);
    const record = folder?.recordAt(uri);
    return folder && record && { folder, record };
  }

  /** Resolves when every folder was read once. */
  async ready(): Promise<void> {
    await Promise.all(this.folders.map(({ because }) => because.ready()));
  }

  /** Keeps which member works in the folder, where neither git nor the setting tells. */
  async remember(folder: Folder, member: string): Promise<void> {
    await this.#context.workspaceState.update(memberKey(folder.root), member);
    await folder.findMe();
    this.#changes.fire(folder);
  }

  dispose(): void {
    for (const one of [...this.#subscriptions, ...this.#folders.values()]) one.dispose();
  }

  #reopen(): void {
    this.#openFolders();
    this.#changes.fire(undefined);
    // A link that led out may lead into a folder that is open now.
    Promise.all(this.folders.map(({ because }) => because.refresh())).catch(logError);
  }

  /** Keeps the folders that stayed as they are, so that nothing is read twice. */
  #openFolders(): void {
    const before = new Map(this.#folders);
    this.#folders.clear();
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const key = folder.uri.toString();
      const context = contextOf(folder);
      const known = before.get(key);
      if (known?.context.toString() === context.toString()) {
        this.#folders.set(key, known);
        before.delete(key);
      } else this.#folders.set(key, this.#open(folder, context));
    }
    for (const gone of before.values()) gone.dispose();
  }

  #open(folder: vscode.WorkspaceFolder, uri: vscode.Uri): Folder {
    const disk = platform.diskAt(uri, openFolders) ?? new VirtualFiles(uri);
    const because = open({
      files: new EditorFiles(uri, disk),
      cache: platform.cacheAt(this.#context.globalStorageUri, uri),
      rest: () => opened.rested(),
      now: () => new Date(),
      email: () => this.git.emailOf(folder.uri),
      chosenMember: () => setting('me', folder.uri) || this.#context.workspaceState.get<string>(memberKey(folder.uri)),
      git: gitPortOf(this.git, folder.uri, uri),
      texts: textsOf(folder.uri, uri),
      secrets: secretsIn(this.#context),
      onError: logError,
    });
    const opened = new Folder(folder, uri, because);
    // Finding out reads the records, and nothing is read before activation is over.
    setTimeout(() => {
      if (!this.folders.includes(opened)) return;
      this.#findOut([opened]);
      opened.lookOnce().catch(logError);
    });
    let team = because.library.teamFile;
    because.onDidChange(() => {
      // Only because.yml says whose address git's is.
      if (team !== because.library.teamFile) this.#findOut([opened]);
      team = because.library.teamFile;
      this.#changes.fire(opened);
    });
    return opened;
  }

  /** The work was moved, or the person comes back: what the editor did not see of it is found. */
  #lookAgain(): void {
    for (const folder of this.folders) folder.lookAgain();
  }

  /** Finds out anew who works in the folders; their views are drawn again where that changed. */
  #findOut(folders: readonly Folder[] = this.folders): void {
    for (const folder of folders) {
      folder.findMe().then((isChanged) => {
        if (isChanged) this.#changes.fire(folder);
      }, logError);
    }
  }
}

const memberKey = (root: vscode.Uri): string => `me:${root.toString()}`;

function contextOf(folder: vscode.WorkspaceFolder): vscode.Uri {
  const steps = setting('folder', folder.uri)
    .split(/[\\/]/)
    .filter((step) => step !== '' && step !== '.');
  // A folder outside the workspace would be read without the person having opened it.
  const safe = steps.length > 0 && !steps.includes('..') ? steps : ['.because'];
  return vscode.Uri.joinPath(folder.uri, ...safe);
}

/** The folders that are open in this window, on this machine's disk. */
function openFolders(): readonly string[] {
  return (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri }) => (uri.scheme === 'file' ? uri.fsPath : []));
}

/** A span of a record's file as the editor's range. Works on files that are not open. */
export function rangeOf(text: string, { start, end }: Span): vscode.Range {
  const [from, to] = [positionOf(text, start), positionOf(text, end)];
  return new vscode.Range(from.line, from.character, to.line, to.character);
}
