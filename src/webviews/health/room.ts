/** A health check in one room: the totals of all answers so far, in memory alone. */
import { ascending } from '../../core/base/ids.ts';
import { type Levels, noTotals, type Totals, withLevels } from '../../core/survey/totals.ts';

export class Room {
  /** The day it began. */
  readonly opened: string;
  #people = 0;
  #totals: Totals = noTotals();
  #comments: readonly string[] = [];

  constructor(opened: string) {
    this.opened = opened;
  }

  get people(): number {
    return this.#people;
  }

  /** Adds one person's answers. What they wrote is put among the others' words, so that their order tells nothing. */
  add(levels: Levels, comment: string): void {
    this.#people++;
    this.#totals = withLevels(this.#totals, levels);
    const written = comment.trim();
    if (written !== '') this.#comments = [...this.#comments, written].sort(ascending);
  }

  /** What is written down when it is closed. */
  get sums() {
    return { opened: this.opened, participants: this.#people, answers: this.#totals, comments: this.#comments };
  }
}
