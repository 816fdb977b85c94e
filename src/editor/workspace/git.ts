/** What the product asks of the editor's own git extension, which may be missing, late or restricted. */
import * as vscode from 'vscode';
import type { Remote as HostRemote } from '../../core/hosts/remote.ts';
import { type Checkout, hostsOf, type NamedRemote, reposOf } from '../../git/port.ts';
import { branchAtWork } from '../../git/stopped.ts';
import { realUri } from './realPath.ts';
import { RemoteAddresses } from './remoteAddresses.ts';
import { logError } from './report.ts';

interface Head {
  readonly name?: string;
  readonly commit?: string;
}

interface Remote {
  readonly name: string;
  readonly fetchUrl?: string;
  readonly pushUrl?: string;
}

export interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly HEAD?: Head;
    readonly remotes: readonly Remote[];
    /** Files that a merge could not settle. */
    readonly mergeChanges: readonly unknown[];
    readonly onDidChange: vscode.Event<void>;
  };
  /** The box of the commit message. */
  readonly inputBox: { value: string };
  push(remote: string, branch: string, setUpstream: boolean): Promise<void>;
  /** Looks at the working tree again. */
  status(): Promise<void>;
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}

interface GitApi {
  readonly git: { readonly path: string };
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<unknown>;
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: vscode.Event<Repository>;
  readonly onDidCloseRepository: vscode.Event<Repository>;
  /** Adds to the hovers of the commit graph, blame and timeline; newer than our oldest editor, so it may be missing. */
  registerSourceControlHistoryItemDetailsProvider?(provider: CommitHoverProvider): vscode.Disposable;
}

/** What the git extension asks of whoever adds to its hovers of commits. */
export interface CommitHoverProvider {
  provideAvatar(repository: Repository, query: unknown): undefined;
  /** Buttons; the commit's hash is passed as their last argument. */
  provideHoverCommands(repository: Repository): vscode.Command[] | undefined;
  /** The message as Markdown with links in it. */
  provideMessageLinks(repository: Repository, message: string): Promise<string | undefined>;
}

interface GitExtension {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: vscode.Event<boolean>;
  getAPI(version: 1): GitApi;
}

/** Watches the checked-out branches. Works without git: then there is no branch and no address. */
export class Git implements vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changes];
  readonly #watched = new Map<string, vscode.Disposable>();
  readonly #addresses: RemoteAddresses;
  /** The branches still worked on where none is checked out, by the roots that were asked: where git stopped in the middle. */
  readonly #stopped = new Map<string, string | undefined>();
  #api: GitApi | undefined;
  #connecting = false;

  /** Fires when a repository came or went, another branch or commit is checked out, remotes changed, or all repositories are known. */
  readonly onDidChange = this.#changes.event;

  /** @param ready when the records are there: no program is started before. */
  constructor(ready: () => Promise<unknown>) {
    this.#addresses = new RemoteAddresses(ready, () => this.#changes.fire());
    // In Restricted Mode the git extension is not there at first: look again whenever that may have changed.
    this.#subscriptions.push(
      vscode.extensions.onDidChange(() => this.#connect()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#connect()),
    );
    this.#connect();
  }

  /** Whether the repositories are known: before that, a folder without one may only be waiting for it. */
  get settled(): boolean {
    return this.#api ? this.#api.state === 'initialized' : !this.#connecting;
  }

  /** Git's program, for what the extension's interface lacks; undefined without git or trust. */
  get program(): string | undefined {
    return vscode.workspace.isTrusted ? this.#api?.git.path : undefined;
  }

  /** The folder of the repository a file or folder lies in. */
  rootOf(uri: vscode.Uri): vscode.Uri | undefined {
    return this.repositoryOf(uri)?.rootUri;
  }

  /**
   * The branch worked on where the file or folder lies: the one checked out, or that is being rebased, or that a bisect
   * started from; undefined when detached or without git.
   */
  branchOf(uri: vscode.Uri): string | undefined {
    const repository = this.repositoryOf(uri);
    return repository && (repository.state.HEAD?.name ?? this.#stopped.get(repository.rootUri.toString()));
  }

  /** Whether git has told where the work stands: on which branch, or on none. */
  hasToldBranchOf(uri: vscode.Uri): boolean {
    const repository = this.repositoryOf(uri);
    if (!repository) return false;
    const { HEAD } = repository.state;
    return HEAD?.name !== undefined || (isDetached(HEAD) && this.#stopped.has(repository.rootUri.toString()));
  }

  /** The repository a file or folder lies in, as `host/owner/name` by each of its remotes, `origin` first. */
  reposOf(uri: vscode.Uri): readonly string[] {
    return reposOf({ remotes: this.#remotes(uri) });
  }

  /** The remotes on hosts of the repository a file or folder lies in, `origin` first. */
  remotesOf(uri: vscode.Uri): readonly HostRemote[] {
    return hostsOf({ remotes: this.#remotes(uri) });
  }

  /** What git calls the remotes there, and the host behind each; none for a path on this machine. */
  #remotes(uri: vscode.Uri): readonly NamedRemote[] {
    const { rootUri, state } = this.repositoryOf(uri) ?? {};
    return (state?.remotes ?? []).map(({ name, fetchUrl, pushUrl }) => {
      const written = fetchUrl ?? pushUrl;
      return { name, at: rootUri && written ? this.#addresses.of(this.program, rootUri, written) : undefined };
    });
  }

  /** What is checked out where a file or folder lies; undefined where the extension has not told. */
  checkedOut(uri: vscode.Uri): Checkout | undefined {
    const repository = this.repositoryOf(uri);
    if (!repository || !this.hasToldBranchOf(uri)) return undefined;
    const { rootUri, state } = repository;
    return { root: rootUri.fsPath, branch: this.branchOf(uri), head: state.HEAD?.commit, remotes: this.#remotes(uri) };
  }

  /** The repositories the editor has open, in its order. */
  get repositories(): readonly Repository[] {
    return this.#api?.repositories ?? [];
  }

  /** The innermost repository a file or folder really lies in, or seems to; the interface wraps it anew at every call. */
  repositoryOf(uri: vscode.Uri): Repository | undefined {
    // The editor may know the repository by a path with links in it.
    return this.#repositoryAt(realUri(uri)) ?? this.#repositoryAt(uri);
  }

  #repositoryAt(uri: vscode.Uri): Repository | undefined {
    const path = `${uri.path}/`;
    return this.#api?.repositories
      .filter(({ rootUri }) => rootUri.scheme === uri.scheme && path.startsWith(`${rootUri.path}/`))
      .sort((a, b) => b.rootUri.path.length - a.rootUri.path.length)[0];
  }

  /** Adds to the git extension's hovers of commits, where it is there and lets others. */
  addToCommitHovers(provider: CommitHoverProvider): vscode.Disposable | undefined {
    return this.#api?.registerSourceControlHistoryItemDetailsProvider?.(provider);
  }

  /** The commit checked out where the file or folder lies. */
  commitOf(uri: vscode.Uri): string | undefined {
    return this.repositoryOf(uri)?.state.HEAD?.commit;
  }

  /** The person's address in git, the repository's own before the global one. */
  async emailOf(uri: vscode.Uri): Promise<string | undefined> {
    const repository = this.repositoryOf(uri);
    if (!repository) return undefined;
    const local = await repository.getConfig('user.email').catch(() => '');
    return local || (await repository.getGlobalConfig('user.email').catch(() => '')) || undefined;
  }

  dispose(): void {
    for (const one of [...this.#subscriptions, ...this.#watched.values()]) one.dispose();
  }

  #connect(): void {
    if (this.#api) return;
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    if (!extension) return;
    this.#connecting = true;
    extension.activate().then(
      (git) => {
        this.#connecting = false;
        if (this.#api) return;
        if (git.enabled) return this.#use(git.getAPI(1));
        this.#subscriptions.push(git.onDidChangeEnablement(() => this.#connect()));
        this.#changes.fire();
      },
      () => {
        this.#connecting = false;
        this.#changes.fire();
      },
    );
  }

  #use(api: GitApi): void {
    this.#api = api;
    this.#subscriptions.push(
      api.onDidChangeState(() => this.#changes.fire()),
      api.onDidOpenRepository((repository) => this.#watch(repository)),
      api.onDidCloseRepository(({ rootUri }) => {
        this.#watched.get(rootUri.toString())?.dispose();
        this.#watched.delete(rootUri.toString());
        this.#stopped.delete(rootUri.toString());
        this.#changes.fire();
      }),
    );
    for (const repository of api.repositories) this.#watch(repository);
    this.#changes.fire();
  }

  /** The interface wraps repositories anew on every read, so they are told apart by their folder. */
  #watch({ rootUri, state }: Repository): void {
    const key = rootUri.toString();
    this.#watched.get(key)?.dispose();
    let before = placeIn(state);
    const subscription = state.onDidChange(() => {
      this.#findStopped({ rootUri, state }).catch(logError);
      // This fires on every refresh of the working tree; only where the work stands matters here.
      const now = placeIn(state);
      if (now === before) return;
      before = now;
      this.#changes.fire();
    });
    this.#watched.set(key, subscription);
    this.#findStopped({ rootUri, state }).catch(logError);
    this.#changes.fire();
  }

  /** Git tells of no branch while it rebases or bisects; its notes do. */
  async #findStopped({ rootUri, state }: Pick<Repository, 'rootUri' | 'state'>): Promise<void> {
    const key = rootUri.toString();
    const branch = isDetached(state.HEAD) && rootUri.scheme === 'file' ? await branchAtWork(rootUri.fsPath) : undefined;
    if (!isDetached(state.HEAD)) {
      this.#stopped.delete(key);
      return;
    }
    if (this.#stopped.has(key) && branch === this.#stopped.get(key)) return;
    this.#stopped.set(key, branch);
    this.#changes.fire();
  }
}

/** Whether a commit is checked out, and no branch. Without a commit either, git has not answered yet. */
const isDetached = (head: Head | undefined): boolean => head?.commit !== undefined && head.name === undefined;

/** Branch, commit and remotes, to be compared. */
function placeIn({ HEAD, remotes }: Repository['state']): string {
  return JSON.stringify([HEAD?.name, HEAD?.commit, remotes.map(({ name, fetchUrl }) => [name, fetchUrl])]);
}
