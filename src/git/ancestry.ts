/** Finds the merges that brought commits into HEAD: for one commit while git still lists the history, for many in one walk. */

import type { Commit } from '../core/work/facts.ts';
import { commitsOf } from './commits.ts';
import type { GitFolder, Running } from './program.ts';

/** Characters of history to read: some 700,000 commits. */
const MOST = 64 * 1024 * 1024;

/**
 * The history of HEAD, newest first, read as git prints it and no further than needed. It can start before the commit is
 * known, and costs little while git does something else. Disposing it ends git.
 */
export class Ancestry {
  readonly #git: Running;
  readonly #reading: Promise<void>;
  /** A line per commit, `hash parent parent…`, each after a line end. Splitting it would take longer than git does. */
  #text = '\n';
  #wanted: { readonly hash: string; readonly found: () => void } | undefined;

  constructor(git: GitFolder) {
    this.#git = git.start(['rev-list', '--parents', 'HEAD', '--'], { buffered: true, bytes: MOST * 2 });
    this.#reading = this.#read();
    // Whoever asks gets the error. If nobody asks, it must not count as unhandled.
    this.#reading.catch(() => undefined);
  }

  /**
   * The merges that brought a commit in: the nearest first, the last one on HEAD's line of first parents. Empty for a
   * commit on that line, and for one outside this history. Throws as `GitFolder` does.
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
  [Symbol.dispose](): void {
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
      const { hash = '', found } = this.#wanted ?? {};
      // It may have been met as a parent only, which comes before its own line.
      if (found && text.includes(hash) && this.#text.includes(`\n${hash}`)) found();
      if (this.#text.length > MOST) this.#git.stop();
    }
  }
}

/** A commit and its descendants. */
function descendants(text: string, hash: string): ReadonlySet<string> {
  const found = new Set([hash]);
  // Children come before parents, so one pass backwards is enough, and a second one where a clock was wrong.
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

/** Commits to walk through, newest first: older ones are hardly asked about. */
const WALKED = 100_000;

/**
 * The merge on HEAD's line of first parents that brought each commit in. A commit on that line, or outside the walk, has
 * none. Throws as `GitFolder` does.
 */
export async function introductions(git: GitFolder, hashes: Iterable<string>): Promise<ReadonlyMap<string, Commit>> {
  const wanted = new Set(hashes);
  if (wanted.size === 0) return new Map();
  // Children before parents, even where a clock was wrong.
  const args = ['rev-list', '--topo-order', '--parents', `--max-count=${WALKED}`, 'HEAD', '--'];
  const walk = (await git.text(args)).split('\n');
  const found = introducedBy(walk, wanted);
  const merges = await commitsOf(git, [...new Set(found.values())]);
  const commits = new Map(merges.map((commit) => [commit.hash, commit]));
  return new Map(
    [...found].flatMap(([hash, merge]) => {
      const commit = commits.get(merge);
      return commit ? [[hash, commit] as const] : [];
    }),
  );
}

/** Marks the line of first parents itself: no merge brought those commits in. */
const MAIN = Number.POSITIVE_INFINITY;

/**
 * Passes from child to parent the number, counted from HEAD, of the merge on the line of first parents that leads there.
 * Where several merges lead to a commit, the oldest one counts. `walk` holds `hash parent parent…`, children first.
 */
function introducedBy(walk: readonly string[], wanted: ReadonlySet<string>): Map<string, string> {
  const leads = new Map<string, number>();
  const merges: string[] = [];
  const found = new Map<string, string>();
  for (const line of walk) {
    const [hash = '', ...parents] = line.split(' ');
    if (hash === '') continue;
    // HEAD comes first, and is nobody's parent.
    const lead = leads.get(hash) ?? (merges.length === 0 && leads.size === 0 ? MAIN : undefined);
    if (lead === undefined) continue;
    leads.delete(hash);
    if (lead !== MAIN && wanted.has(hash)) found.set(hash, merges[lead] ?? '');
    if (lead === MAIN && parents.length > 1) merges.push(hash);
    for (const [index, parent] of parents.entries()) {
      const given = lead !== MAIN ? lead : index === 0 ? MAIN : merges.length - 1;
      const known = leads.get(parent);
      if (known === undefined || given > known) leads.set(parent, given);
    }
  }
  return found;
}
