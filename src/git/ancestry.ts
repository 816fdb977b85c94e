/** Which merges brought a commit into what is checked out. */
import type { GitFolder, Running, RunOptions } from './program.ts';

/** Characters of history looked through: some 700,000 commits. */
const MOST = 64 * 1024 * 1024;

/**
 * The history of a revision, newest first, read as git gives it and no further than asked: it can start before one
 * knows the commit, and costs little time while git is busy with something else. Always `close` it.
 */
export class Ancestry {
  readonly #git: Running;
  readonly #reading: Promise<void>;
  /** `hash parent parent…` a line, each after a line end. Kept as text: taking it apart takes longer than git does. */
  #text = '\n';
  #wanted: { readonly hash: string; readonly found: () => void } | undefined;

  /** @param head a revision; the caller has checked that git cannot take it for an option. */
  constructor(git: GitFolder, head: string, options: RunOptions = {}) {
    this.#git = git.start(['rev-list', '--parents', head, '--'], { ...options, buffered: true, bytes: MOST * 2 });
    this.#reading = this.#read();
    // Whoever asks hears of a failure; it may be that nobody does.
    this.#reading.catch(() => undefined);
  }

  /**
   * The merges that brought a commit in, the one nearest to the commit first, the last one on the first-parent line of
   * the head. Empty where it was committed on that line, or is no part of this history. Throws as `GitFolder` does.
   */
  async mergesOf(hash: string): Promise<string[]> {
    await this.#readUntil(hash);
    const end = this.#text.indexOf(`\n${hash}`);
    if (end < 0) return [];
    const after = descendants(this.#text, hash);
    const merges: string[] = [];
    let place = 0;
    while (place >= 0 && place !== end) {
      const [at = '', ...parents] = this.#text.slice(place + 1, this.#text.indexOf('\n', place + 1)).split(' ');
      const next = parents.find((parent) => after.has(parent));
      if (next === undefined) break;
      if (next !== parents[0]) merges.unshift(at);
      place = this.#placeOf(next, place);
    }
    return merges;
  }

  /** Ends git; what was read stays. */
  close(): void {
    this.#git.stop();
  }

  /** A parent comes after its child, unless a clock was wrong. */
  #placeOf(hash: string, child: number): number {
    const place = this.#text.indexOf(`\n${hash}`, child + 1);
    return place < 0 ? this.#text.indexOf(`\n${hash}`) : place;
  }

  async #readUntil(hash: string): Promise<void> {
    if (this.#text.includes(`\n${hash}`)) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wanted = { hash, found: resolve };
    await Promise.race([promise, this.#reading]);
  }

  async #read(): Promise<void> {
    let rest = '';
    for await (const piece of this.#git.output) {
      const text = rest + piece.toString('latin1');
      // Whole lines only, so that a hash that is there has its parents.
      const end = text.lastIndexOf('\n') + 1;
      rest = text.slice(end);
      this.#text += text.slice(0, end);
      if (this.#wanted && text.slice(0, end).includes(this.#wanted.hash)) this.#settle(this.#wanted);
      if (this.#text.length > MOST) this.close();
    }
  }

  /** As a parent the hash comes before its own line. */
  #settle({ hash, found }: { readonly hash: string; readonly found: () => void }): void {
    if (this.#text.includes(`\n${hash}`)) found();
  }
}

/** A commit and all that build on it. */
function descendants(text: string, hash: string): ReadonlySet<string> {
  const found = new Set([hash]);
  // Children come before their parents, so once backwards is enough; once more where a clock was wrong.
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (let end = text.length - 1; end > 0; ) {
      const start = text.lastIndexOf('\n', end - 1) + 1;
      const own = text.slice(start, start + hash.length);
      for (let at = start + hash.length + 1; at < end && !found.has(own); at += hash.length + 1) {
        if (found.has(text.slice(at, at + hash.length))) found.add(own);
      }
      end = start - 1;
    }
  }
  return found;
}
