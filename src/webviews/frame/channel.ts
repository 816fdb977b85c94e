/**
 * A typed channel between a page and its host: the page asks, the host answers and tells of events. A protocol is a table
 * of schemas; each side parses what arrives with it. What does not fit is ignored and counted, and never throws; every
 * request settles. Here is the page's end, and what both ends share; the host's is in serve.ts.
 */
import * as z from 'zod/mini';
import type { Told } from '../../core/base/input.ts';

/** What a page may ask of its host, and what the host tells on its own. Schemas must not transform. */
export interface Protocol {
  readonly requests: { readonly [method: string]: { readonly params: z.ZodMiniType; readonly result: z.ZodMiniType } };
  readonly events: { readonly [name: string]: z.ZodMiniType };
}

export type Method<P extends Protocol> = keyof P['requests'] & string;
export type Params<P extends Protocol, M extends Method<P>> = Told<P['requests'][M]['params']>;
export type Result<P extends Protocol, M extends Method<P>> = Told<P['requests'][M]['result']>;
export type EventName<P extends Protocol> = keyof P['events'] & string;
export type EventValue<P extends Protocol, E extends EventName<P>> = Told<P['events'][E]>;

/** Gives a protocol its exact type. */
export function protocol<const P extends Protocol>(definition: P): P {
  return definition;
}

/** Why a request was refused, as it travels. */
export type Failure = z.output<typeof failureSchema>;

/** What a refused request rejects with. Codes are the product's, and `closed` and `bad-answer` of the channel itself. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly code: string;
  /** What the person can do about it, as a sentence. */
  readonly next: string | undefined;

  constructor({ code, message, next }: Failure) {
    super(message);
    this.code = code;
    this.next = next;
  }
}

/** The way messages go: to the other side and from it. */
export interface Port {
  post(message: unknown): void;
  /** Calls the listener with every message; returns what ends that. */
  onMessage(listener: (message: unknown) => void): () => void;
}

/** What the page keeps over reloads and restarts. */
export interface PageState {
  get(): unknown;
  set(state: unknown): void;
}

/**
 * The host of a page that runs without the editor, such as one opened from disk in a test: put as `window.becauseHost`
 * before the page's script runs. `post` gets what the page sends; the page gets what is given to the listener. The state is
 * the page's own.
 */
export interface FakeHost extends Port {
  getState(): unknown;
  setState(state: unknown): void;
}

// In a page, whose policy forbids code made from text, even trying to make it is reported as a breach.
if ('document' in globalThis) z.config({ jitless: true });

/** What an answer is known by. */
export const id = z.int().check(z.gte(1));
const failureSchema = z.object({ code: z.string(), message: z.string(), next: z.optional(z.string()) });
const responseSchema = z.object({
  type: z.literal('response'),
  id,
  value: z.optional(z.unknown()),
  error: z.optional(failureSchema),
});
const eventSchema = z.object({ type: z.literal('event'), name: z.string(), value: z.optional(z.unknown()) });
const fromHost = z.discriminatedUnion('type', [responseSchema, eventSchema]);

type Answer = Pick<z.output<typeof responseSchema>, 'value' | 'error'>;

const CLOSED: Failure = { code: 'closed', message: 'The page was closed.' };

/** Counts what does not fit, and says so once. */
export class Malformed {
  count = 0;
  readonly #log: (sentence: string) => void;

  constructor(log: (sentence: string) => void) {
    this.#log = log;
  }

  add(what: string): void {
    if (this.count++ === 0) this.#log(`A message was ignored: ${what}. Further ones are counted only.`);
  }
}

/** A schema of the table by a name from outside: never something every object has, such as `constructor`. */
export function named<T>(table: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** The page's end: asks, and hears of events. */
export class PageChannel<P extends Protocol> {
  readonly state: PageState;
  readonly #protocol: Protocol;
  readonly #port: Port;
  readonly #malformed: Malformed;
  /** What settles each request, by its id. */
  readonly #pending = new Map<number, (answer: Answer) => void>();
  readonly #listeners = new Map<string, Set<(value: unknown) => void>>();
  readonly #stop: () => void;
  #open = true;
  #lastId = 0;

  constructor(definition: P, port: Port, { state, log }: { state: PageState; log(sentence: string): void }) {
    this.state = state;
    this.#protocol = definition;
    this.#port = port;
    this.#malformed = new Malformed(log);
    this.#stop = port.onMessage((message) => this.#receive(message));
  }

  /** How many messages did not fit the protocol. */
  get malformed(): number {
    return this.#malformed.count;
  }

  /** Resolves with the answer; rejects with a `RequestError`. */
  request<M extends Method<P>>(method: M, params: Params<P, M>): Promise<Result<P, M>> {
    return new Promise((resolve, reject) => {
      if (!this.#open) throw new RequestError(CLOSED);
      const id = ++this.#lastId;
      this.#pending.set(id, ({ value, error }) => {
        this.#pending.delete(id);
        const parsed = error ? undefined : this.#protocol.requests[method]?.result.safeParse(value);
        if (parsed?.success) resolve(parsed.data as Result<P, M>);
        else if (error) reject(new RequestError(error));
        else {
          this.#malformed.add(`an answer to ${method}`);
          reject(new RequestError({ code: 'bad-answer', message: `The answer to ${method} cannot be read.` }));
        }
      });
      try {
        this.#port.post({ type: 'request', id, method, params });
      } catch (error) {
        this.#pending.delete(id);
        throw new RequestError({ code: 'bad-input', message: String(error) });
      }
    });
  }

  /** Calls the listener whenever the host tells; returns what ends that. */
  on<E extends EventName<P>>(name: E, listener: (value: EventValue<P, E>) => void): () => void {
    const all = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, all);
    const heard = listener as (value: unknown) => void;
    all.add(heard);
    return () => all.delete(heard);
  }

  /** Rejects what is not answered yet. */
  dispose(): void {
    this.#open = false;
    this.#stop();
    for (const settle of [...this.#pending.values()]) settle({ error: CLOSED });
  }

  #receive(message: unknown): void {
    const parsed = fromHost.safeParse(message);
    if (!parsed.success) this.#malformed.add('neither an answer nor an event');
    // No request waits for an answer that comes late, twice, or to nobody.
    else if (parsed.data.type === 'response') this.#pending.get(parsed.data.id)?.(parsed.data);
    else this.#tell(parsed.data);
  }

  #tell({ name, value }: z.output<typeof eventSchema>): void {
    const parsed = named(this.#protocol.events, name)?.safeParse(value);
    if (parsed?.success) for (const listener of [...(this.#listeners.get(name) ?? [])]) listener(parsed.data);
    else this.#malformed.add('an event');
  }
}

/** What a page's state is on the host's side: by `restore` the host finds again what the panel was about. */
export const keptState = z.object({ restore: z.optional(z.unknown()), page: z.optional(z.unknown()) });
