/** The open workspace folders, each with its own records. */
import * as vscode from 'vscode';
import { type Because, open } from '../../because.ts';
import type { Library } from '../../core/library/library.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { positionOf, type Span } from '../../core/text/positions.ts';
import { platform } from '../platform/node.ts';
import { EditorFiles } from './files.ts';
import { Git } from './git.ts';
import { gitPortOf } from './gitProgram.ts';
import { realUri } from './realPath.ts';
import { logError } from './report.ts';
import { secretsIn } from './secrets.ts';
import { onDidChangeSetting, setting } from './settings.ts';
import { textsOf } from './texts.ts';
import { VirtualFiles } from './virtualFiles.ts';

/**
 * Milliseconds, at least, for who waited for the records to be answered, before a program is started: that alone blocks for
 * 100. Where the reading took longer, it is as long as that: such a machine answers later too.
 */
const REST = 250;

/** Milliseconds after which the editor surely watches a folder: what came before it did is told by nobody. */
const WATCHED = 4_000;

/** Milliseconds without another reason to look, after which files are looked at anew. */
const SETTLED = 500;

/** One workspace folder and its context. */
export class Folder implements vscode.Disposable {
  readonly root: vscode.Uri;
  readonly name: string;
  /** The context folder, `.because` unless set otherwise; it need not exist. */
  readonly context: vscode.Uri;
  readonly because: Because;
  #me: string | undefined;
  #asked = 0;
  #looking: ReturnType<typeof setTimeout> | undefined;
  #rested: Promise<unknown> | undefined;
  #realRoot: vscode.Uri | undefined;

  constructor(folder: vscode.WorkspaceFolder, context: vscode.Uri, because: Because) {
    this.root = folder.uri;
    this.name = folder.name;
    this.context = context;
    this.because = because;
  }

  /** Where it really lies, without symbolic links; asked once, for it is needed wherever the cursor rests. */
  get realRoot(): vscode.Uri {
    this.#realRoot ??= realUri(this.root);
    return this.#realRoot;
  }

  get library(): Library {
    return this.because.library;
  }

  /** The member who works here, for what is drawn at once: as it was last found out, nobody before that. */
  get me(): string | undefined {
    return this.#me;
  }

  /** Finds out who works here; whether that is another than before. */
  async findMe(): Promise<boolean> {
    const turn = ++this.#asked;
    await this.rested();
    if (turn !== this.#asked) return false;
    const me = await this.because.me();
    // Asked again meanwhile: the later answer counts.
    if (turn !== this.#asked || me === this.#me) return false;
    this.#me = me;
    return true;
  }

  /** Resolves when the records were read and shown: from then on programs may start. */
  rested(): Promise<unknown> {
    this.#rested ??= this.#rest();
    return this.#rested;
  }

  async #rest(): Promise<void> {
    const since = performance.now();
    await this.because.ready();
    await passed(Math.max(REST, performance.now() - since));
  }

  uriOf(record: Pick<ContextRecord, 'path'>): vscode.Uri {
    return vscode.Uri.joinPath(this.context, ...record.path.split('/'));
  }

  /** The path below the context folder; undefined for a file that is not there. */
  pathOf(uri: vscode.Uri): string | undefined {
    const prefix = `${this.context.path}/`;
    const same = uri.scheme === this.context.scheme && uri.authority === this.context.authority;
    return same && uri.path.startsWith(prefix) ? uri.path.slice(prefix.length) : undefined;
  }

  /** The record in a file. */
  recordAt(uri: vscode.Uri): ContextRecord | undefined {
    const path = this.pathOf(uri);
    return path === undefined ? undefined : this.library.files.get(path);
  }

  /**
   * Looks at all files anew, soon after the last time this is asked: those that have not changed are not read again. The
   * editor tells nothing of files in folders that came at the same moment as the one they are in.
   */
  lookAgain(): void {
    clearTimeout(this.#looking);
    this.#looking = setTimeout(() => {
      this.because.refresh().catch(logError);
    }, SETTLED);
  }

  dispose(): void {
    clearTimeout(this.#looking);
    this.because.dispose();
  }
}

/** What a record is, with the folder it belongs to. */
export interface Located<R extends ContextRecord = ContextRecord> {
  readonly folder: Folder;
  readonly record: R;
}

export class Workspace implements vscode.Disposable {
  readonly git = new Git(() => Promise.all(this.folders.map((folder) => folder.rested())));
  readonly #context: vscode.ExtensionContext;
  readonly #folders = new Map<string, Folder>();
  readonly #changes = new vscode.EventEmitter<Folder | undefined>();
  readonly #subscriptions: vscode.Disposable[];
  /** Those looked at once since they were read: whatever came before, that found. */
  readonly #watched = new WeakSet<Folder>();

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
    passed(0).then(() => {
      if (this.folders.includes(opened)) this.#findOut([opened]);
      if (this.folders.includes(opened)) this.#lookOnce(opened).catch(logError);
    }, logError);
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
    for (const folder of this.folders) if (this.#watched.has(folder)) folder.lookAgain();
  }

  /** Once, a while after the records were read. */
  async #lookOnce(folder: Folder): Promise<void> {
    await folder.rested();
    await passed(WATCHED);
    if (!this.folders.includes(folder)) return;
    this.#watched.add(folder);
    await folder.because.refresh();
    await folder.because.refreshConnectors();
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

/** Resolves after so many milliseconds. */
const passed = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

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
