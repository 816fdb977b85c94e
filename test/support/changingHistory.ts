/** A generated history in which lines are reformatted, renamed with their files and changed in bulk, with the changes each line really had. */
import { commitStream, fileStream, importHistory } from './history.ts';

/** A statement on one line or on several, and the commits that changed it, newest first. */
interface Statement {
  words: string[];
  indent: string;
  isSplit: boolean;
  readonly changes: Change[];
}

/** A commit, by what its subject names. */
interface Change {
  readonly key: string | undefined;
}

interface SourceFile {
  path: string;
  statements: Statement[];
}

/** A line of the newest version of a file. */
export interface KnownLine {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  /** What its commits name, newest first; nothing where one names no reason. */
  readonly keys: readonly (string | undefined)[];
}

const FILES = 24;
const STATEMENTS = 40;
const COMMITS = 600;

/** Of 100 commits: the others change a few statements and name a key, as most do. */
const KEYLESS_EDITS = 6;
const REFORMATS = 3;
const RENAMES = 3;
const BULK = 1;

/** Of how many statements a reformat takes one to split or to join, and a bulk change one to change. */
const RESHAPED = 3;
const IN_BULK = 24;

/** Makes the repository, and gives all its lines. */
export async function writeChangingHistory(folder: string): Promise<readonly KnownLine[]> {
  const history = new ChangingHistory();
  await importHistory(folder, history.stream());
  return history.lines();
}

class ChangingHistory {
  readonly #files: SourceFile[] = [];
  #state = 2026;
  #made = 0;

  *stream(): Iterable<string> {
    for (let n = 1; n <= FILES; n++) {
      const change: Change = { key: `PAY-${n}` };
      const statements = Array.from({ length: STATEMENTS }, () => this.#statement(change));
      const file = { path: `src/part${n}.ts`, statements };
      this.#files.push(file);
      yield this.#commit(n, `PAY-${n}: begin`, [asFile(file)]);
    }
    for (let n = FILES + 1; n <= COMMITS; n++) yield this.#step(n);
    yield `reset refs/heads/main\nfrom :${COMMITS}\n\ndone\n`;
  }

  lines(): readonly KnownLine[] {
    return this.#files.flatMap((file) => {
      const owners = file.statements.flatMap((each) => linesOf(each).map(() => each));
      return owners.map(({ changes }, at) => ({ path: file.path, line: at + 1, keys: changes.map(({ key }) => key) }));
    });
  }

  #step(n: number): string {
    const file = this.#one(this.#files);
    const chance = this.#below(100);
    if (chance < BULK) {
      const all = this.#files.flatMap(({ statements }) => statements);
      for (const statement of all) if (this.#below(IN_BULK) === 0) this.#change(statement, { key: undefined });
      return this.#commit(n, 'Say it in other words', this.#files.map(asFile));
    }
    if (chance < BULK + RENAMES) {
      const before = file.path;
      file.path = `src/moved${n}.ts`;
      if (this.#below(2) === 0) this.#reformat(file);
      return this.#commit(n, 'Move', [`R ${before} ${file.path}\n`, asFile(file)]);
    }
    if (chance < BULK + RENAMES + REFORMATS) {
      this.#reformat(file);
      return this.#commit(n, 'Reformat', [asFile(file)]);
    }
    const isKeyless = chance < BULK + RENAMES + REFORMATS + KEYLESS_EDITS;
    const change: Change = { key: isKeyless ? undefined : `PAY-${n}` };
    for (let edits = 1 + this.#below(6); edits > 0; edits--) this.#edit(file, change);
    return this.#commit(n, isKeyless ? 'Tidy' : `PAY-${n}: change`, [asFile(file)]);
  }

  #edit(file: SourceFile, change: Change): void {
    const at = this.#below(file.statements.length);
    const statement = file.statements[at];
    const kind = this.#below(4);
    if (kind === 0) file.statements.splice(at, 0, this.#statement(change));
    else if (kind === 1 && file.statements.length > STATEMENTS / 2) file.statements.splice(at, 1);
    else if (statement) this.#change(statement, change);
  }

  #change(statement: Statement, change: Change): void {
    statement.words[this.#below(statement.words.length)] = this.#word();
    statement.changes.unshift(change);
  }

  /** A half of the file's layout: how deep it stands, and which statements take several lines. */
  #reformat({ statements }: SourceFile): void {
    const from = this.#below(2) * (statements.length >> 1);
    for (const statement of statements.slice(from, from + (statements.length >> 1))) {
      statement.changes.unshift({ key: undefined });
      statement.indent = statement.indent === '  ' ? '    ' : '  ';
      if (this.#below(RESHAPED) === 0) statement.isSplit = !statement.isSplit;
    }
  }

  #statement(change: Change): Statement {
    const words = Array.from({ length: 3 + this.#below(3) }, () => this.#word());
    return { words, indent: '  ', isSplit: false, changes: [change] };
  }

  #commit(n: number, subject: string, changes: readonly string[]): string {
    return commitStream('refs/heads/main', n, n, subject, n > 1 ? [n - 1] : [], changes);
  }

  #word(): string {
    return `${this.#one(['send', 'read', 'urgent', 'update', 'driver', 'channel', 'retry'])}${++this.#made % 997}`;
  }

  #one<T>(of: readonly T[]): T {
    const found = of[this.#below(of.length)];
    if (found === undefined) throw new Error('There is nothing to choose from.');
    return found;
  }

  /** A linear congruential generator: the same history every time. */
  #below(count: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * count);
  }
}

function linesOf({ words: [first = '', ...rest], indent, isSplit }: Statement): string[] {
  if (!isSplit) return [`${indent}${first}(${rest.join(', ')});`];
  return [`${indent}${first}(`, ...rest.map((word) => `${indent}  ${word},`), `${indent});`];
}

const asFile = ({ path, statements }: SourceFile): string => fileStream(path, statements.flatMap(linesOf));
