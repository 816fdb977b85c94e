/**
 * Several files changed as one: all that is needed lies in a folder of the turn before the first file changes, and what
 * was cut short is taken back from there.
 *
 * Until its journal is gone, nothing of a batch counts. Every step moves something out of the turn's folder or into it,
 * so whoever lost the turn can do none, and whether a step was done shows in the folder.
 */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { BecauseError } from '../core/base/errors.ts';
import { codeOf, notWritable, quietly } from './diskErrors.ts';
import type { FileChange, LastStep } from './files.ts';
import { changed, exists } from './files.ts';

const JOURNAL = 'journal';

/** Bytes of a journal; nobody's gesture changes more files than fit in it. */
const LARGEST = 16 * 1024 * 1024;

/** A file gets a text, goes, or gets another path. Texts are known by their digests. */
interface Step {
  readonly path: string;
  /** What is there afterwards; a file that goes leaves nothing. */
  readonly holds?: string | undefined;
  readonly isNew?: boolean;
  readonly to?: string | undefined;
}

/** The absolute path of a file. Throws `outside-folder` for one that must not be touched. */
export type Locate = (path: string) => string;

export class Batch {
  /** The path of the file that something is being done to. */
  at: string;
  readonly #changes: readonly FileChange[];
  readonly #moves: readonly FileChange[];
  readonly #locate: Locate;
  readonly #steps: readonly Step[];

  readonly #last: LastStep | undefined;
  readonly #isJournaled: boolean;

  constructor(changes: readonly FileChange[], last: LastStep | undefined, locate: Locate) {
    const moves = last?.moves ?? [];
    this.at = (changes[0] ?? moves[0])?.path ?? '';
    this.#changes = changes.flatMap(inSteps);
    this.#moves = moves;
    this.#last = last;
    this.#locate = locate;
    this.#steps = [...this.#changes, ...moves].map(stepOf);
    // One step is done or not by itself.
    this.#isJournaled = this.#changes.length + (last ? 1 : 0) > 1;
  }

  /** Throws `changed-underneath` or `already-exists` where a file is not what it must be. */
  check(): void {
    const seen = new Set<string>();
    for (const { path, before, to } of [...this.#changes, ...this.#moves]) {
      this.at = path;
      if (!seen.has(path)) refuseChanged(path, this.#locate(path), before);
      if (to !== undefined && fs.existsSync(this.#locate(to))) throw exists(to);
      seen.add(path);
    }
  }

  /** Makes the folders that files will be in. */
  makeFolders(): void {
    for (const { path, to = path } of this.#changes) {
      this.at = path;
      makeFolder(to, dirname(this.#locate(to)));
    }
  }

  /** Writes what is needed into the folder of a turn. */
  stage(folder: string): void {
    for (const [index, { path, before, after, to }] of this.#changes.entries()) {
      this.at = path;
      if (after !== undefined && to === undefined) {
        writeDurably(
          join(folder, `new-${index}`),
          after,
          before === undefined ? undefined : modeOf(this.#locate(path)),
        );
      }
    }
    if (this.#isJournaled) writeDurably(join(folder, JOURNAL), JSON.stringify(this.#steps));
  }

  /** Does it all. Throws having taken back what it did. */
  async carryOut(folder: string): Promise<void> {
    try {
      for (const [index, change] of this.#changes.entries()) {
        this.at = change.path;
        this.#do(folder, index, change);
      }
      await this.#last?.run();
      if (this.#isJournaled) fs.unlinkSync(join(folder, JOURNAL));
    } catch (error) {
      // What cannot be taken back now, the next writer does: the journal stays, and so does the turn.
      quietly(() => takeBack(folder, this.#locate));
      throw error;
    }
  }

  #do(folder: string, index: number, { path, before, after, to }: FileChange): void {
    const target = this.#locate(path);
    const [next, old] = [join(folder, `new-${index}`), join(folder, `old-${index}`)];
    if (to !== undefined) {
      // Throws where the turn was taken away.
      fs.accessSync(folder);
      fs.renameSync(target, this.#locate(to));
    } else if (after === undefined) fs.renameSync(target, old);
    else if (before === undefined) claim(next, target);
    else {
      const real = fs.realpathSync(target);
      if (this.#isJournaled) keep(real, old);
      fs.renameSync(next, real);
    }
  }
}

/** Whether a batch in this folder of a turn was begun, and not ended. */
export function isBegun(folder: string): boolean {
  return fs.existsSync(join(folder, JOURNAL));
}

/**
 * Takes back a batch that was not ended, the last step first; it can be cut short itself and done again. What somebody
 * changed since stays as they left it. Throws the disk's own errors where a file cannot be put back, when all others are.
 */
export function takeBack(folder: string, locate: Locate): void {
  const failures: unknown[] = [];
  for (const [index, step] of [...stepsIn(folder).entries()].reverse()) {
    try {
      takeStepBack(folder, index, step, locate);
    } catch (error) {
      // What is not where it was any more, somebody has moved.
      const isTheirs =
        error instanceof BecauseError || ['ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST'].includes(codeOf(error) ?? '');
      if (!isTheirs) failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  fs.rmSync(join(folder, JOURNAL), { force: true });
}

function takeStepBack(folder: string, index: number, { path, holds, isNew, to }: Step, locate: Locate): void {
  const [next, old] = [join(folder, `new-${index}`), join(folder, `old-${index}`)];
  const target = locate(to ?? path);
  if (digestOf(read(target)) !== holds) return;
  if (to !== undefined) {
    const source = locate(path);
    if (!fs.existsSync(source)) fs.renameSync(target, source);
  } else if (holds === undefined) claim(old, target);
  else if (fs.existsSync(next) && !isSame(next, target)) return;
  else if (isNew) fs.renameSync(target, join(folder, `gone-${index}`));
  else fs.renameSync(old, fs.realpathSync(target));
}

/** The steps of a journal; none where it is none of ours: it may have come with a repository. */
function stepsIn(folder: string): Step[] {
  const journal = join(folder, JOURNAL);
  const there = fs.lstatSync(journal, { throwIfNoEntry: false });
  if (!there?.isFile() || there.size > LARGEST) return [];
  try {
    const steps: unknown = JSON.parse(fs.readFileSync(journal, 'utf8'));
    return Array.isArray(steps) && steps.every(isStep) ? steps : [];
  } catch {
    return [];
  }
}

function isStep(step: unknown): step is Step {
  if (typeof step !== 'object' || step === null) return false;
  const { path, holds, to }: { path?: unknown; holds?: unknown; to?: unknown } = step;
  return typeof path === 'string' && [holds, to].every((each) => each === undefined || typeof each === 'string');
}

function inSteps(change: FileChange): FileChange[] {
  const { path, before, after, to } = change;
  if (to === undefined || after === before) return [change];
  return [
    { path, before, after },
    { path, before: after, after, to },
  ];
}

const stepOf = ({ path, before, after, to }: FileChange): Step => ({
  path,
  holds: after === undefined ? undefined : digestOf(Buffer.from(after)),
  ...(before === undefined && { isNew: true }),
  to,
});

function digestOf(bytes: Buffer | undefined): string | undefined {
  return bytes && createHash('sha256').update(bytes).digest('base64');
}

const read = (path: string): Buffer | undefined => (fs.existsSync(path) ? fs.readFileSync(path) : undefined);

function refuseChanged(path: string, target: string, expected: string | undefined): void {
  const now = read(target);
  if (expected === undefined ? now === undefined : now?.equals(Buffer.from(expected))) return;
  throw expected === undefined ? exists(path) : changed(path);
}

function makeFolder(path: string, folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
  } catch (error) {
    // A file stands where the folder belongs; this is not the record that exists already.
    throw codeOf(error) === 'EEXIST' ? notWritable(path, error) : error;
  }
}

function writeDurably(path: string, text: string, mode?: number): void {
  const file = fs.openSync(path, 'wx', mode);
  try {
    // The person's mask may have taken from it; some file systems know no modes.
    if (mode !== undefined) quietly(() => fs.fchmodSync(file, mode & 0o7777));
    fs.writeFileSync(file, text);
    // Without this, a power cut after the rename may leave an empty file under the old name.
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}

const modeOf = (path: string): number | undefined => fs.statSync(path, { throwIfNoEntry: false })?.mode;

/** Gives a text a name nobody has: a hard link fails where the name is taken, a rename would replace it. */
function claim(text: string, target: string): void {
  try {
    fs.linkSync(text, target);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    // Some file systems know no hard links; the name was free a moment ago.
    fs.renameSync(text, target);
  }
}

/** Keeps a file under a second name until it is known whether it is needed. */
function keep(file: string, second: string): void {
  try {
    fs.linkSync(file, second);
  } catch {
    fs.copyFileSync(file, second);
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [fs.lstatSync(one), fs.lstatSync(other)];
  return a.ino === b.ino && a.dev === b.dev;
}
