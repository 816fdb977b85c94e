/** Files as commits have them, from which anchored lines are followed. */
import type * as vscode from 'vscode';
import { anchorInCommit, asLines, type Lines } from '../../core/records/anchor.ts';
import type { Anchor } from '../../core/records/kind.ts';
import { isHash } from '../../core/work/links.ts';
import type { Folder } from '../workspace/folder.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { realPathIn } from './paths.ts';

/** Files that are kept in memory. */
const MOST = 50;

/** Characters of a file that is worth following lines in. */
const LARGEST = 2_000_000;

/** What is known of a file of a commit: its lines, where git has it; nothing yet, until it was read. */
interface Known {
  readonly isRead: boolean;
  readonly lines?: Lines | undefined;
}

class Original implements Known {
  readonly reading: Promise<Lines | undefined>;
  isRead = false;
  lines: Lines | undefined;

  constructor(reading: Promise<Lines | undefined>) {
    this.reading = reading.then((lines) => {
      this.isRead = true;
      this.lines = lines;
      return lines;
    });
  }
}

/** Undefined for an anchor that names no file of a commit. */
function keyOf({ root }: Folder, { path, commit }: Anchor): string | undefined {
  if (path === undefined || commit === undefined || !isHash(commit) || /[\n\0]/.test(path)) return undefined;
  return [root.toString(), commit, path].join('\n');
}

export class Originals {
  readonly #workspace: Workspace;
  readonly #files = new Map<string, Original>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Forgets what git could not tell, since it may now. */
  askAgain(): void {
    for (const [key, file] of this.#files) if (file.isRead && !file.lines) this.#files.delete(key);
  }

  /** What is known already of the file an anchor names, in the commit it names. */
  known(folder: Folder, anchor: Anchor): Known {
    const key = keyOf(folder, anchor);
    if (key === undefined) return { isRead: true };
    return this.#files.get(key) ?? { isRead: false };
  }

  /** The file an anchor names, in the commit it names; undefined where git does not have it. */
  async of(folder: Folder, anchor: Anchor): Promise<Lines | undefined> {
    const key = keyOf(folder, anchor);
    if (key === undefined) return undefined;
    const file = this.#files.get(key) ?? new Original(this.#read(folder, anchor));
    // The newest last; those that nobody asked for longest go.
    this.#files.delete(key);
    this.#files.set(key, file);
    const [oldest] = this.#files.keys();
    if (this.#files.size > MOST && oldest !== undefined) this.#files.delete(oldest);
    return file.reading;
  }

  /** An anchor as the checked-out commit has its line; as it is where that does not have it. */
  async inCommit(folder: Folder, anchor: Anchor, document: vscode.TextDocument): Promise<Anchor> {
    const commit = this.#workspace.git.commitOf(document.uri)?.slice(0, 12);
    const path = realPathIn(folder, document.uri);
    if (commit === undefined || path === undefined) return anchor;
    // As they are now: while git answers, somebody may type.
    const lines = asLines(document.getText());
    const committed = await this.of(folder, { path, commit });
    return committed ? anchorInCommit(anchor, lines, commit, committed) : anchor;
  }

  async #read({ root, because }: Folder, { path: file = '', commit = '' }: Anchor): Promise<Lines | undefined> {
    const { git } = this.#workspace;
    // A question would ask git itself whether there is a repository.
    if (git.program === undefined || !git.rootOf(root)) return undefined;
    const { fileInCommit } = await import('../../questions/fileInCommit.ts');
    const text = await because.ask(fileInCommit, { file, commit });
    return text === undefined || text.length > LARGEST ? undefined : asLines(text);
  }
}
