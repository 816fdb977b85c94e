/** What the product asks of the editor's own git extension, which may be missing, late or restricted. */
import * as vscode from 'vscode';

interface Head {
  readonly name?: string;
  readonly commit?: string;
}

interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: { readonly HEAD?: Head; readonly onDidChange: vscode.Event<void> };
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
  #api: GitApi | undefined;
  #connecting = false;

  /** Fires when a repository came or went, another branch is checked out, or all repositories are known. */
  readonly onDidChange = this.#changes.event;

  constructor() {
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
    return this.#repositoryOf(uri)?.rootUri;
  }

  /** The branch checked out where the file or folder lies; undefined when detached or without git. */
  branchOf(uri: vscode.Uri): string | undefined {
    return this.#repositoryOf(uri)?.state.HEAD?.name;
  }

  /** The commit checked out where the file or folder lies. */
  commitOf(uri: vscode.Uri): string | undefined {
    return this.#repositoryOf(uri)?.state.HEAD?.commit;
  }

  /** The person's address in git, the repository's own before the global one. */
  async emailOf(uri: vscode.Uri): Promise<string | undefined> {
    const repository = this.#repositoryOf(uri);
    if (!repository) return undefined;
    const local = await repository.getConfig('user.email').catch(() => '');
    return local || (await repository.getGlobalConfig('user.email').catch(() => '')) || undefined;
  }

  dispose(): void {
    for (const one of [...this.#subscriptions, ...this.#watched.values()]) one.dispose();
  }

  #repositoryOf(uri: vscode.Uri): Repository | undefined {
    const path = `${uri.path}/`;
    return this.#api?.repositories
      .filter(({ rootUri }) => rootUri.scheme === uri.scheme && path.startsWith(`${rootUri.path}/`))
      .sort((a, b) => b.rootUri.path.length - a.rootUri.path.length)[0];
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
    let branch = state.HEAD?.name;
    const subscription = state.onDidChange(() => {
      // This fires on every refresh of the working tree; only another branch matters here.
      if (state.HEAD?.name === branch) return;
      branch = state.HEAD?.name;
      this.#changes.fire();
    });
    this.#watched.set(key, subscription);
    this.#changes.fire();
  }
}
