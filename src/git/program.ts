/** Runs git itself, so that nothing a repository contains chooses a program or an option. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { BecauseError } from '../core/base/errors.ts';
import { plural, t } from '../core/base/l10n.ts';
import { failed, notRun } from './failures.ts';

/** Milliseconds after which nobody waits any longer, and bytes beyond which no person reads. */
const TIME = 30_000;
const BYTES = 64 * 1024 * 1024;

/** Bytes kept of what git complains. */
const COMPLAINT = 16 * 1024;

export interface RunOptions {
  /** What git reads from its standard input. */
  readonly input?: Uint8Array | string | undefined;
  /** Kills git when aborted; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds git may take; 30 s by default. */
  readonly time?: number | undefined;
  /** Bytes git may print; 64 MB by default. */
  readonly bytes?: number | undefined;
  /** Prints in large pieces: writing each of 20,000 commits on its own takes git longer than finding them. */
  readonly buffered?: boolean | undefined;
  /** Settings that count as empty, whatever the repository sets them to. */
  readonly off?: readonly string[] | undefined;
  /** For a change a person asked for: hooks, monitors and remotes work as they do in a terminal. */
  readonly changes?: boolean | undefined;
}

/** A git at work whose output is read as it comes. */
export interface Running {
  readonly input: NodeJS.WritableStream;
  /** Each piece of output once; it throws as `run` does. Leaving the loop ends git. */
  readonly output: AsyncIterable<Buffer>;
  /** Ends git when what it said is enough. */
  stop(): void;
}

/** Git, run in one folder. All of it throws `no-git`, `git-failed`, `untrusted`, `timed-out` or `not-found`. */
export interface GitFolder {
  readonly program: string;
  /** Where git runs: an absolute path. Paths in arguments are from here, and taken literally. */
  readonly folder: string;
  /** Everything git prints. */
  run(args: readonly string[], options?: RunOptions): Promise<Buffer>;
  /** The same as text without its last line end; undefined where git answers “no” (it ends with 1, and says nothing). */
  ask(args: readonly string[], options?: RunOptions): Promise<string | undefined>;
  /** Starts git without waiting for it. */
  start(args: readonly string[], options?: RunOptions): Running;
}

/** Git in a folder. The program comes from the editor's settings, never from the repository. */
export function gitIn(program: string, folder: string): GitFolder {
  const start = (args: readonly string[], options: RunOptions = {}) =>
    new Run({ program, fixed: options.changes ? [] : SAFE, folder }, args, options);
  const run = async (args: readonly string[], options: RunOptions = {}) => printed(start(args, options), options.input);
  const ask = async (args: readonly string[], options: RunOptions = {}) => {
    try {
      return (await run(args, options)).toString('utf8').replace(/\n$/, '');
    } catch (error) {
      if (error instanceof BecauseError && error.cause instanceof GitEnd && error.cause.saysNo) return undefined;
      throw error;
    }
  };
  return { program, folder, run, ask, start };
}

/** Gives git its input, all of it. */
export function end({ input }: Running, content: Uint8Array | string = ''): void {
  input.end(content);
}

/** Everything a program prints that is given this input. Throws as `GitFolder` does. */
async function printed(running: Running, input?: Uint8Array | string): Promise<Buffer> {
  end(running, input);
  const pieces: Buffer[] = [];
  for await (const piece of running.output) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The same of a program that is not git, run with nothing but these arguments. */
export async function printedBy(
  program: string,
  folder: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Buffer> {
  return printed(new Run({ program, fixed: [], folder }, args, options));
}

/** How git ended: the cause of a `git-failed`. */
export class GitEnd extends Error {
  override readonly name = 'GitEnd';
  readonly exit: number | null;
  /** What git wrote to its standard error. */
  readonly complaint: string;

  constructor(args: readonly string[], exit: number | null, complaint: string) {
    super(`git ${args.join(' ')} ended with ${exit ?? 'a signal'}: ${complaint}`);
    this.exit = exit;
    this.complaint = complaint;
  }

  get saysNo(): boolean {
    return this.exit === 1 && this.complaint.trim() === '';
  }
}

/** A revision as an argument. Throws `bad-input` where git could take it for an option or for several. */
export function revision(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: line ends and zero bytes are what is refused.
  if (text !== '' && !text.startsWith('-') && !/[\x00-\x20\x7f]|\.\./.test(text)) return text;
  throw new BecauseError('bad-input', t('“{0}” is not the name of a commit or branch.', text));
}

/** A program, what it is always told, and where it runs. */
interface Start {
  readonly program: string;
  readonly fixed: readonly string[];
  readonly folder: string;
}

class Run implements Running {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #args: readonly string[];
  readonly #folder: string;
  readonly #options: RunOptions;
  readonly #pieces: Buffer[] = [];
  readonly #ended: Promise<number | null>;
  #more = Promise.withResolvers<void>();
  #isClosed = false;
  #isStopped = false;
  #complaint = '';
  #wrong: BecauseError | undefined;

  constructor({ program, fixed, folder }: Start, args: readonly string[], options: RunOptions) {
    options.signal?.throwIfAborted();
    this.#args = args;
    this.#folder = folder;
    this.#options = options;
    this.#child = spawn(program, [...fixed, ...args], { cwd: folder, env: environment(options), windowsHide: true });
    this.#listen();
    this.#ended = this.#watch();
  }

  get input(): NodeJS.WritableStream {
    return this.#child.stdin;
  }

  get output(): AsyncIterable<Buffer> {
    return this.#read();
  }

  /** Whoever waits goes on at once: where git is a script, what it started may hold the output open for long. */
  stop(): void {
    this.#isStopped = true;
    for (const stream of this.#child.stdio) stream?.destroy();
    // A program that could not be started has no number: node would end what its memory holds, such as our whole group.
    if (this.#child.pid !== undefined) this.#child.kill();
    this.#more.resolve();
  }

  /** Reads ahead, so that git never waits for whoever listens to it; and nothing is lost when it ends before. */
  #listen(): void {
    const most = this.#options.bytes ?? BYTES;
    let bytes = 0;
    this.#child.stdout.on('data', (piece: Buffer) => {
      bytes += piece.length;
      if (bytes > most) return this.#end(tooLong(this.#args, most));
      this.#pieces.push(piece);
      this.#more.resolve();
    });
    this.#child.stderr.on('data', (data: Buffer) => {
      if (this.#complaint.length < COMPLAINT) this.#complaint += data.toString('utf8');
    });
    // Git may end before it has read everything; how it ended says more than the broken pipe.
    this.#child.stdin.on('error', () => undefined);
  }

  /** How git ends, for whoever asks; what nobody asks for is nobody's unhandled rejection. */
  #watch(): Promise<number | null> {
    const { signal, time = TIME } = this.#options;
    const { promise, resolve, reject } = Promise.withResolvers<number | null>();
    const timer = setTimeout(() => this.#end(timedOut(time)), time);
    const abort = () => this.stop();
    signal?.addEventListener('abort', abort);
    this.#child.once('error', reject);
    this.#child.once('close', resolve);
    const close = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      this.#isClosed = true;
      this.#more.resolve();
    };
    promise.then(close, close);
    return promise;
  }

  #end(wrong: BecauseError): void {
    this.#wrong ??= wrong;
    this.stop();
  }

  async *#read(): AsyncGenerator<Buffer> {
    try {
      for (;;) {
        const piece = this.#pieces.shift();
        if (piece) yield piece;
        else if (this.#isOver) break;
        else await this.#more.promise;
        if (this.#pieces.length === 0 && !this.#isOver) this.#more = Promise.withResolvers<void>();
      }
    } finally {
      // Also when the reader has left: nothing more is wanted of git.
      if (!this.#isOver) this.stop();
    }
    await this.#settle();
  }

  get #isOver(): boolean {
    return this.#isClosed || this.#isStopped;
  }

  /** Throws what went wrong, if something did and it was not asked to end. */
  async #settle(): Promise<void> {
    this.#options.signal?.throwIfAborted();
    if (this.#wrong) throw this.#wrong;
    if (this.#isStopped) return;
    const exit = await this.#ended.catch((error: unknown) => {
      throw notRun(this.#folder, error);
    });
    if (exit !== 0) throw failed(this.#folder, this.#complaint, new GitEnd(this.#args, exit, this.#complaint));
  }
}

/**
 * What a repository's own settings could otherwise set to a program of its choice, or to another format. Not for
 * changes: git hands these on to all it runs, and hooks and `git stash` then work differently from in a terminal.
 */
const SAFE = [
  '--no-pager',
  '--literal-pathspecs',
  ...[
    'core.fsmonitor=false',
    'core.quotePath=false',
    'i18n.logOutputEncoding=UTF-8',
    'log.showSignature=false',
  ].flatMap((one) => ['-c', one]),
];

/**
 * A window opened from a git hook or alias carries settings that point elsewhere; nobody can answer a question here; and
 * reading must not lead to a remote, whose address may name a program. Sentences come in English, to be understood.
 */
function environment({ changes, buffered, off = [] }: RunOptions): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(GIT_|LC_ALL$|LANGUAGE$)/i.test(name));
  const always = { ...Object.fromEntries(own), GIT_TERMINAL_PROMPT: '0' };
  // Hooks may need to read names that are not ASCII.
  if (changes) return { ...always, LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en' };
  const empty = off.flatMap((name, at) => [
    [`GIT_CONFIG_KEY_${at}`, name],
    [`GIT_CONFIG_VALUE_${at}`, ''],
  ]);
  return {
    ...always,
    ...Object.fromEntries(empty),
    ...(off.length > 0 && { GIT_CONFIG_COUNT: String(off.length) }),
    ...(buffered && { GIT_FLUSH: '0' }),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: '',
  };
}

function timedOut(time: number): BecauseError {
  const seconds = Math.round(time / 100) / 10;
  const message = plural(seconds, 'Git took longer than {0} second.', 'Git took longer than {0} seconds.');
  return new BecauseError('timed-out', message, {
    next: t('Try again, or look at the repository in a terminal: “git maintenance run” makes large ones faster.'),
  });
}

function tooLong(args: readonly string[], bytes: number): BecauseError {
  const megabytes = Math.round(bytes / 1024 / 1024);
  return new BecauseError('git-failed', t('Git {0} printed more than {1} MB.', args[0] ?? '', megabytes));
}
