/** A clock for what tells how long somebody waits: it goes only while that is seen. */
import type * as vscode from 'vscode';
import { logError } from './report.ts';

const MINUTE = 60_000;

export class Minutes implements vscode.Disposable {
  readonly #tick: () => unknown;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `tick` is called each minute while the clock goes; what it rejects with is logged. */
  constructor(tick: () => unknown) {
    this.#tick = tick;
  }

  /** Lets it go, or stand. One that goes already is not set back. */
  go(wanted: boolean): void {
    if (wanted === (this.#timer !== undefined)) return;
    clearInterval(this.#timer);
    this.#timer = wanted ? setInterval(() => void Promise.resolve(this.#tick()).catch(logError), MINUTE) : undefined;
  }

  dispose(): void {
    this.go(false);
  }
}
