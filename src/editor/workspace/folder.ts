/** One open workspace folder, with its records. */
import * as vscode from 'vscode';
import type { Because } from '../../because.ts';
import type { Library } from '../../core/library/library.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { realUri } from './realPath.ts';
import { logError } from './report.ts';

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
  /** Looked at once since it was read: whatever came before, that found. */
  #isWatched = false;
  #isOver = false;
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

  /** Looks at all files anew, once, a while after they were read: those that have not changed are not read again. */
  async lookOnce(): Promise<void> {
    await this.rested();
    await passed(WATCHED);
    if (this.#isOver) return;
    this.#isWatched = true;
    await this.because.refresh();
    await this.because.refreshConnectors();
  }

  /**
   * Looks again, soon after the last time this is asked. The editor tells nothing of files in folders that came at the same
   * moment as the one they are in.
   */
  lookAgain(): void {
    if (!this.#isWatched) return;
    clearTimeout(this.#looking);
    this.#looking = setTimeout(() => {
      this.because.refresh().catch(logError);
    }, SETTLED);
  }

  dispose(): void {
    this.#isOver = true;
    clearTimeout(this.#looking);
    this.because.dispose();
  }
}

/** What a record is, with the folder it belongs to. */
export interface Located<R extends ContextRecord = ContextRecord> {
  readonly folder: Folder;
  readonly record: R;
}

/** Resolves after so many milliseconds. */
const passed = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));
