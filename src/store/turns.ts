/**
 * One writer at a time in a folder, among all processes.
 *
 * A turn is a folder of one fixed name that holds one file: the text to write. It is taken by renaming a folder of one's
 * own to that name, which fails while another's text is in it, and it ends with the text being moved onto the record.
 * So a turn can be taken from whoever died or hangs, by deleting that text: if the other wakes after all, nothing is
 * left to move, and so nothing can be overwritten.
 */
import * as fs from 'node:fs';
import * as nodePath from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import { codeOf } from './diskErrors.ts';
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
  /** The file with the text: to move it is to write. It is not there any more if the turn was taken away. */
  readonly text: string;
  end(): void;
}

export class Turns {
  readonly #room: string;
  readonly #taken: string;
  readonly #ignoring: string;

  /** @param folder the absolute path of the folder, which must be there when a turn is taken. */
  constructor(folder: string) {
    this.#room = nodePath.join(folder, WRITING);
    this.#taken = nodePath.join(this.#room, 'turn');
    this.#ignoring = nodePath.join(this.#room, '.gitignore');
  }

  /**
   * Waits for the turn with a text that is safely on the disk by then. Throws `BecauseError` `timed-out` where others
   * never end theirs, and the disk's own errors: `ENOENT` too where the folder goes away meanwhile, so try again.
   */
  async take(text: string, mode?: number): Promise<Turn> {
    const name = ownName();
    const own = nodePath.join(this.#room, name);
    try {
      this.#open();
      fs.mkdirSync(own);
      writeDurably(nodePath.join(own, name), text, mode);
      await this.#wait(own);
    } catch (error) {
      this.#leave(own);
      throw error;
    }
    const taken = nodePath.join(this.#taken, name);
    return { text: taken, end: () => this.#leave(taken) };
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
        fs.rmSync(nodePath.join(this.#taken, name), { recursive: true, force: true });
      }
      await setTimeout(Math.random() * pause);
    }
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

function writeDurably(path: string, text: string, mode: number | undefined): void {
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

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

/** Cleaning up fails where others do it at the same time, and is never worth a word. */
function quietly(clean: () => void): void {
  try {
    clean();
  } catch {
    // The next writer cleans up.
  }
}
