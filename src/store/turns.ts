/**
 * One writer at a time in a folder, among all processes.
 *
 * A turn is a folder of one fixed name that holds one folder: what is to be written. It is taken by renaming a folder of
 * one's own to that name, which fails while another's folder is in it, and writing is to move something out of there.
 * So a turn can be taken from whoever died or hangs, by giving that folder another name: if the other wakes after all,
 * nothing is left to move, and so nothing can be overwritten.
 */
import * as fs from 'node:fs';
import * as nodePath from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import { isBegun } from './batch.ts';
import { codeOf, quietly } from './diskErrors.ts';
import { WRITING } from './files.ts';
import { isLeftOver, isOfGoneProcess, ownName } from './owner.ts';

/** Milliseconds that somebody may have the turn: a writing takes a few. */
const PATIENCE = 3000;

/** Milliseconds to wait for a turn among writers that all get on. */
const LONGEST_WAIT = 15_000;

/** Milliseconds between two looks, at most. */
const LONGEST_PAUSE = 16;

/** Git reads this in the folder itself: what is in it is never committed, and no rule of the person's is touched. */
const IGNORING = '*\n';

export interface Turn {
  /** What is to be written: to move it is to write. It is not there any more if the turn was taken away. */
  readonly folder: string;
  /** Unless a batch in it could not be taken back yet: the next writer does that. */
  end(): void;
}

export class Turns {
  readonly #room: string;
  readonly #taken: string;
  readonly #ignoring: string;
  readonly #takeBack: (folder: string) => void;

  /**
   * @param folder the absolute path of the folder, which must be there when a turn is taken.
   * @param takeBack undoes what somebody left who died or hangs; given the folder that was to be written.
   */
  constructor(folder: string, takeBack: (folder: string) => void) {
    this.#takeBack = takeBack;
    this.#room = nodePath.join(folder, WRITING);
    this.#taken = nodePath.join(this.#room, 'turn');
    this.#ignoring = nodePath.join(this.#room, '.gitignore');
  }

  /** Whether somebody has the turn for a batch, or left one in the middle. */
  get isInBatch(): boolean {
    return fs.existsSync(this.#taken) && namesIn(this.#taken).some((name) => isBegun(nodePath.join(this.#taken, name)));
  }

  /**
   * Waits for the turn with what `stage` writes into its folder. Throws `BecauseError` `timed-out` where others
   * never end theirs, and the disk's own errors: `ENOENT` too where the folder goes away meanwhile, so try again.
   */
  async take(stage?: (folder: string) => void): Promise<Turn> {
    const name = ownName();
    const own = nodePath.join(this.#room, name);
    try {
      this.#open();
      fs.mkdirSync(own);
      fs.mkdirSync(nodePath.join(own, name));
      stage?.(nodePath.join(own, name));
      await this.#wait(own);
    } catch (error) {
      this.#leave(own);
      throw error;
    }
    const taken = nodePath.join(this.#taken, name);
    return { folder: taken, end: () => (isBegun(taken) ? undefined : this.#leave(taken)) };
  }

  #open(): void {
    try {
      fs.mkdirSync(this.#room);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    this.#refuseOther(this.#room);
    this.#ignore();
  }

  #ignore(): void {
    const there = fs.lstatSync(this.#ignoring, { throwIfNoEntry: false });
    if (there?.isFile() && there.size === IGNORING.length) return;
    fs.rmSync(this.#ignoring, { force: true });
    fs.writeFileSync(this.#ignoring, IGNORING);
  }

  async #wait(own: string): Promise<void> {
    const start = performance.now();
    let holder: string | undefined;
    let since = start;
    for (let pause = 1; !this.#isTakenBy(own); pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      this.#refuseOther(this.#taken);
      const now = performance.now();
      if (now - start > LONGEST_WAIT) throw this.#endless();
      const [name] = namesIn(this.#taken);
      if (name !== holder) since = now;
      holder = name;
      if (name === undefined) quietly(() => fs.rmdirSync(this.#taken));
      else if (isOfGoneProcess(name) || now - since > PATIENCE) {
        this.#takeOver(nodePath.join(this.#taken, name));
      }
      await setTimeout(Math.random() * pause);
    }
  }

  /** Ends another's turn. Under its new name it is nobody's but ours, until we die or hang ourselves. */
  #takeOver(theirs: string): void {
    const mine = nodePath.join(this.#taken, ownName());
    try {
      fs.renameSync(theirs, mine);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
      // It ended by itself, or somebody else was faster.
      return;
    }
    if (fs.lstatSync(mine).isDirectory()) this.#takeBack(mine);
    fs.rmSync(mine, { recursive: true, force: true });
  }

  /** Takes the turn where it is nobody's: the folder is not there, or nothing is in it. */
  #isTakenBy(own: string): boolean {
    try {
      fs.renameSync(own, this.#taken);
      return true;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ENOTEMPTY' || code === 'EEXIST') return false;
      // Windows replaces no folder, not even an empty one, and says it so.
      if (code === 'EPERM' && fs.existsSync(this.#taken)) return false;
      throw error;
    }
  }

  /** A link that came with a repository would have us write, and delete, at its other end. */
  #refuseOther(folder: string): void {
    const there = fs.lstatSync(folder, { throwIfNoEntry: false });
    if (!there || there.isDirectory()) return;
    throw new BecauseError('not-writable', t('{0} is in the way, so nothing was written.', folder), {
      next: t('Delete it, then try again.'),
    });
  }

  #endless(): BecauseError {
    return new BecauseError('timed-out', t('Other programs keep writing in this folder, so nothing was written.'), {
      next: t('Try again. If nothing else writes here, delete {0}.', this.#room),
    });
  }

  /** Ends what is left of the own turn, and takes away all that nobody needs any more. */
  #leave(own: string): void {
    quietly(() => fs.rmSync(own, { recursive: true, force: true }));
    quietly(() => fs.rmdirSync(this.#taken));
    const others = namesIn(this.#room).filter((name) => {
      const path = nodePath.join(this.#room, name);
      if (path === this.#ignoring) return false;
      const changedAt = fs.lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (!isLeftOver(name, changedAt)) return true;
      quietly(() => fs.rmSync(path, { recursive: true, force: true }));
      return false;
    });
    if (others.length === 0) quietly(() => this.#close());
  }

  #close(): void {
    fs.rmSync(this.#ignoring, { force: true });
    try {
      fs.rmdirSync(this.#room);
    } catch (error) {
      // Somebody came in meanwhile.
      if (codeOf(error) !== 'ENOENT') this.#ignore();
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}
