/** Runs git so that nothing in a repository chooses a program or an option. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { on } from 'node:events';
import { BecauseError } from '../core/base/errors.ts';
import { plural, t } from '../core/base/l10n.ts';
import { endOf, failed, GitEnd, notRun } from './failures.ts';

/** Milliseconds to wait, and bytes to read, at most. */
const TIME = 30_000;
const BYTES = 64 * 1024 * 1024;

/** Characters to keep of git's error output. */
const COMPLAINT = 16 * 1024;

export interface RunOptions {
  /** Git's standard input. */
  readonly input?: Uint8Array | string | undefined;
  /** Milliseconds git may take; 30 s by default. */
  readonly time?: number | undefined;
  /** Bytes git may print; 64 MB by default. */
  readonly bytes?: number | undefined;
  /** Print in large pieces: writing 20,000 commits one by one takes git longer than finding them. */
  readonly buffered?: boolean | undefined;
  /** Settings to empty, whatever the repository says. */
  readonly off?: readonly string[] | undefined;
  /** For a change a person asked for: hooks, monitors and remotes work as in a terminal. */
  readonly changes?: boolean | undefined;
}

/** A running git whose output is read as it comes. */
export interface Running {
  readonly input: NodeJS.WritableStream;
  /** Each piece of output, once. Throws as `run` does. Leaving the loop ends git. */
  readonly output: AsyncIterable<Buffer>;
  /** Ends git early. */
  stop(): void;
}

/** Git in one folder. Everything throws `no-git`, `git-failed`, `untrusted`, `timed-out` or `not-found`. */
export interface GitFolder {
  readonly program: string;
  /** The absolute path git runs in. Paths in arguments are from here, and literal. */
  readonly folder: string;
  /** Ends git when aborted; the question then throws the signal's reason. */
  readonly signal: AbortSignal | undefined;
  /** Everything git prints. */
  run(args: readonly string[], options?: RunOptions): Promise<Buffer>;
  /** The same as text. */
  text(args: readonly string[], options?: RunOptions): Promise<string>;
  /** The text without its last line end; undefined if git answers “no”: it ends with 1 and prints no error. */
  ask(args: readonly string[], options?: RunOptions): Promise<string | undefined>;
  /** Starts git without waiting for it. */
  start(args: readonly string[], options?: RunOptions): Running;
}

/** Git in a folder. The program comes from the editor's settings, never from the repository. */
export function gitIn(program: string, folder: string, signal?: AbortSignal): GitFolder {
  const start = (args: readonly string[], options: RunOptions = {}) =>
    new Run({ program, fixed: options.changes ? [] : SAFE, folder, signal }, args, options);
  const run = async (args: readonly string[], options: RunOptions = {}) => printed(start(args, options), options.input);
  const text = async (args: readonly string[], options?: RunOptions) => (await run(args, options)).toString('utf8');
  const ask = async (args: readonly string[], options?: RunOptions) => {
    try {
      return (await text(args, options)).replace(/\n$/, '');
    } catch (error) {
      if (endOf(error)?.saysNo) return undefined;
      throw error;
    }
  };
  return { program, folder, signal, run, text, ask, start };
}

/** The same git, ended by this signal too. */
export const until = ({ program, folder, signal }: GitFolder, other: AbortSignal): GitFolder =>
  gitIn(program, folder, signal ? AbortSignal.any([signal, other]) : other);

/** Everything a program prints on this input. Throws as `GitFolder` does. */
async function printed({ input, output }: Running, content: Uint8Array | string = ''): Promise<Buffer> {
  input.end(content);
  const pieces: Buffer[] = [];
  for await (const piece of output) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The same for a program that is not git, run with these arguments alone. */
export async function printedBy(
  program: string,
  folder: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Buffer> {
  return printed(new Run({ program, fixed: [], folder }, args, options));
}

/** A revision as an argument. Throws `bad-input` if git could take it for an option or for a range. */
export function revision(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: line ends and zero bytes are what is refused.
  if (text !== '' && !text.startsWith('-') && !/[\x00-\x20\x7f]|\.\./.test(text)) return text;
  throw new BecauseError('bad-input', t('“{0}” is not the name of a commit or branch.', text));
}

/** A program, its fixed arguments, and where it runs. */
interface Start {
  readonly program: string;
  readonly fixed: readonly string[];
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
}

class Run implements Running {
  readonly output: AsyncIterable<Buffer>;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #args: readonly string[];
  readonly #start: Start;
  /** With git's exit code, or null if it was stopped. */
  readonly #ended = Promise.withResolvers<number | null>();
  #isStopped = false;
  #complaint = '';
  #wrong: BecauseError | undefined;

  constructor(start: Start, args: readonly string[], options: RunOptions) {
    const { program, fixed, folder, signal } = start;
    signal?.throwIfAborted();
    this.#args = args;
    this.#start = start;
    this.#child = spawn(program, [...fixed, ...args], { cwd: folder, env: environment(options), windowsHide: true });
    // Reads ahead from now on, so that git never waits for its reader, and nothing is lost when it ends first.
    this.output = this.#read(on(this.#child.stdout, 'data', { close: ['end', 'close'] }));
    this.#limit(options);
    this.#watch();
  }

  get input(): NodeJS.WritableStream {
    return this.#child.stdin;
  }

  /** Readers go on at once: where git is a script, what it started may hold the output open for long. */
  stop(): void {
    this.#isStopped = true;
    for (const stream of this.#child.stdio) stream?.destroy();
    // A program that never started has no pid, and node might then kill something else, such as our process group.
    if (this.#child.pid !== undefined) this.#child.kill();
    this.#ended.resolve(null);
  }

  #limit({ bytes = BYTES, time = TIME }: RunOptions): void {
    const { signal } = this.#start;
    const end = (wrong: BecauseError) => {
      this.#wrong ??= wrong;
      this.stop();
    };
    let read = 0;
    this.#child.stdout.on('data', ({ length }: Buffer) => {
      read += length;
      if (read > bytes) end(tooLong(this.#args, bytes));
    });
    const timer = setTimeout(() => end(timedOut(time)), time);
    const abort = () => this.stop();
    signal?.addEventListener('abort', abort);
    const close = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    // Nobody need wait for it: a rejection never counts as unhandled.
    this.#ended.promise.then(close, close);
  }

  #watch(): void {
    const { stdin, stdout, stderr } = this.#child;
    stderr.on('data', (data: Buffer) => {
      if (this.#complaint.length < COMPLAINT) this.#complaint += data.toString('utf8');
    });
    // Git may end before it has read all its input; its exit says more than the broken pipe.
    stdin.on('error', () => undefined);
    this.#child.once('close', this.#ended.resolve);
    this.#child.once('error', (error) => {
      this.#ended.reject(error);
      stdout.destroy();
    });
  }

  async *#read(pieces: AsyncIterable<unknown[]>): AsyncGenerator<Buffer> {
    let isWhole = false;
    try {
      for await (const [piece] of pieces) yield piece as Buffer;
      isWhole = true;
    } finally {
      if (!isWhole) this.stop();
    }
    await this.#settle();
  }

  /** Throws what went wrong, unless git was told to stop. */
  async #settle(): Promise<void> {
    const { folder, signal } = this.#start;
    const exit = await this.#ended.promise.catch((error: unknown) => {
      throw notRun(folder, error);
    });
    signal?.throwIfAborted();
    if (this.#wrong) throw this.#wrong;
    if (!this.#isStopped && exit !== 0) throw failed(folder, new GitEnd(this.#args, exit, this.#complaint));
  }
}

/**
 * Settings that a repository could use to run a program or change a format. Not for changes: git passes these on to
 * everything it runs, and hooks and `git stash` would work differently from in a terminal.
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
 * Drops `GIT_…` variables, which an editor opened from a git hook or alias inherits. Git must not prompt, and reading must
 * not contact a remote, whose address may name a program. Messages are in English, so that we understand them.
 */
function environment({ changes, buffered, off = [] }: RunOptions): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(GIT_|LC_ALL$|LANGUAGE$)/i.test(name));
  const always = { ...Object.fromEntries(own), GIT_TERMINAL_PROMPT: '0' };
  // Hooks may need to read non-ASCII names.
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
