/** Reads any number of commits and files with one git process. */
import { textOf } from '../core/text/utf8.ts';
import type { Commit, FileVersion } from '../core/work/facts.ts';
import { moment } from './commits.ts';
import type { GitFolder, Running } from './program.ts';

/**
 * One `git cat-file --batch`, started before the questions are known, so that asking starts no program. Disposing it ends
 * git.
 */
export class Objects {
  readonly #git: Running;
  readonly #pieces: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(git: GitFolder) {
    this.#git = git.start(['cat-file', '--batch']);
    this.#pieces = this.#git.output[Symbol.asyncIterator]();
  }

  /** The commits with these names, in this order, people as they signed. The caller has checked the names. */
  async commits(names: readonly string[]): Promise<(Commit | undefined)[]> {
    const read = await this.#read(
      'commit',
      names.map((name) => `${name}^{commit}`),
    );
    return read.map((object) => object && commitFrom(object.hash, object.content));
  }

  /** The texts of files in commits, in this order. */
  async texts(versions: readonly FileVersion[]): Promise<(string | undefined)[]> {
    // A name with a line end cannot be asked for this way.
    const names = versions.map(({ hash, path }) => (path.includes('\n') ? hash : `${hash}:${path}`));
    return (await this.#read('blob', names)).map((object) => object?.content.toString('utf8'));
  }

  [Symbol.dispose](): void {
    this.#git.stop();
  }

  async #read(type: 'commit' | 'blob', names: readonly string[]): Promise<(GitObject | undefined)[]> {
    for (const name of names) this.#git.input.write(`${name}\n`);
    const found: (GitObject | undefined)[] = [];
    for (const _ of names) {
      const object = await this.#next();
      found.push(object?.type === type ? object : undefined);
    }
    return found;
  }

  async #next(): Promise<GitObject | undefined> {
    // “name missing” and “name ambiguous” carry no content; names may hold spaces.
    const [, hash = '', type = '', size] =
      /^([0-9a-f]{40,64}) (commit|blob|tree|tag) (\d+)$/.exec(await this.#line()) ?? [];
    if (size === undefined) return undefined;
    const content = await this.#take(Number(size) + 1);
    return { hash, type, content: content.subarray(0, -1) };
  }

  async #line(): Promise<string> {
    let end = this.#rest.indexOf(LINE_END);
    while (end < 0) {
      await this.#more();
      end = this.#rest.indexOf(LINE_END);
    }
    return (await this.#take(end + 1)).subarray(0, -1).toString('utf8');
  }

  async #take(count: number): Promise<Buffer> {
    while (this.#rest.length < count) await this.#more();
    const taken = this.#rest.subarray(0, count);
    this.#rest = this.#rest.subarray(count);
    return taken;
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#pieces.next();
    if (done) throw new Error('git cat-file ended without an answer.');
    this.#rest = Buffer.concat([this.#rest, value]);
  }
}

interface GitObject {
  readonly hash: string;
  readonly type: string;
  readonly content: Buffer;
}

const LINE_END = 0x0a;

/** A commit from its raw object: header lines, an empty line, the message. */
function commitFrom(hash: string, raw: Buffer): Commit {
  const end = raw.indexOf('\n\n');
  const headers = end < 0 ? raw : raw.subarray(0, end);
  // Continued lines (signatures) start with a space and are not needed.
  const lines = headers.toString('latin1').split('\n');
  const all = (name: string) =>
    lines.flatMap((line) => (line.startsWith(`${name} `) ? line.slice(name.length + 1) : []));
  const [encoding] = all('encoding');
  // What is in neither reads best as Latin-1.
  const decode = (bytes: Buffer) => textOf(bytes, encoding) ?? textOf(bytes) ?? bytes.toString('latin1');
  const author = decode(Buffer.from(all('author')[0] ?? '', 'latin1'));
  const { name, email, seconds } = signed(author);
  return {
    hash,
    parents: all('parent'),
    author: name,
    email,
    authored: moment(Number(seconds) * 1000),
    message: end < 0 ? '' : decode(raw.subarray(end + 2)),
  };
}

/** Reads `Ada Lovelace <ada@relay.example> 1750000000 +0200`; any other line is all name. */
function signed(line: string): { readonly name: string; readonly email: string; readonly seconds: string } {
  const open = line.indexOf('<');
  const close = line.lastIndexOf('> ');
  const seconds = /^\d+/.exec(line.slice(close + 2))?.[0];
  if (open < 0 || close < open || seconds === undefined) return { name: line, email: '', seconds: '0' };
  return { name: line.slice(0, open).replace(/ $/, ''), email: line.slice(open + 1, close), seconds };
}
