/** Which merges brought commits into what is checked out: of one, found as git tells its history; of many, in one walk. */

import type { Commit } from '../core/work/facts.ts';
import { commitsOf } from './commits.ts';
import { type GitFolder, type Running, type RunOptions, revision } from './program.ts';

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

/** Commits walked through, newest first: who asks about many asks about those people still talk of. */
const WALKED = 100_000;

export interface IntroductionsOptions {
  /** The revision they were brought into; what is checked out by default. */
  readonly head?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * For each commit, the merge on the head's line of first parents that brought it in; none for one that was committed on
 * that line, or that is no part of the walk. Throws `bad-input` where the revision could be an option, and as
 * `GitFolder` does.
 */
export async function introductions(
  git: GitFolder,
  hashes: Iterable<string>,
  { head = 'HEAD', signal }: IntroductionsOptions = {},
): Promise<ReadonlyMap<string, Commit>> {
  const wanted = new Set(hashes);
  if (wanted.size === 0) return new Map();
  // Children before their parents, whatever the clocks of those who committed said.
  const args = ['rev-list', '--topo-order', '--parents', `--max-count=${WALKED}`, revision(head), '--'];
  const walk = (await git.run(args, { signal })).toString('latin1').split('\n');
  const found = introducedBy(walk, wanted);
  const merges = await commitsOf(git, [...new Set(found.values())], signal);
  const commits = new Map(merges.map((commit) => [commit.hash, commit]));
  return new Map(
    [...found].flatMap(([hash, merge]) => {
      const commit = commits.get(merge);
      return commit ? [[hash, commit] as const] : [];
    }),
  );
}

/** On the line of first parents itself: nothing brought it in. */
const MAIN = Number.POSITIVE_INFINITY;

/**
 * Hands down from child to parent which merge of the line of first parents, counted from the head, leads there. A commit
 * that several lead to was brought in by the oldest of them. `walk` holds `hash parent parent…`, children first.
 */
function introducedBy(walk: readonly string[], wanted: ReadonlySet<string>): Map<string, string> {
  const leads = new Map<string, number>();
  const merges: string[] = [];
  const found = new Map<string, string>();
  for (const line of walk) {
    const [hash = '', ...parents] = line.split(' ');
    if (hash === '') continue;
    // The head is the first of all, and nobody's parent.
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
