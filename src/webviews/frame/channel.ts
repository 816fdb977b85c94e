/**
 * A typed channel between a page and its host: the page asks, the host answers and tells of events. A protocol is a table
 * of schemas; each side parses what arrives with it. What does not fit is ignored and counted, and never throws; every
 * request settles.
 */
import * as z from 'zod/mini';
import type { Told } from '../../core/base/input.ts';

/** What a page may ask of its host, and what the host tells on its own. Schemas must not transform. */
export interface Protocol {
  readonly requests: { readonly [method: string]: { readonly params: z.ZodMiniType; readonly result: z.ZodMiniType } };
  readonly events: { readonly [name: string]: z.ZodMiniType };
}

type Method<P extends Protocol> = keyof P['requests'] & string;
type Params<P extends Protocol, M extends Method<P>> = Told<P['requests'][M]['params']>;
type Result<P extends Protocol, M extends Method<P>> = Told<P['requests'][M]['result']>;
type EventName<P extends Protocol> = keyof P['events'] & string;
type EventValue<P extends Protocol, E extends EventName<P>> = Told<P['events'][E]>;

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
interface PageState {
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

/** What of the browser the channel touches, and only in a page. */
interface World {
  readonly document?: { readonly documentElement: { readonly dataset: { readonly restore?: string | undefined } } };
  readonly becauseHost?: FakeHost;
  acquireVsCodeApi?(): { postMessage(message: unknown): void; getState(): unknown; setState(state: unknown): void };
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  removeEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

const world = globalThis as unknown as World;

// In a page, whose policy forbids code made from text, even trying to make it is reported as a breach.
if (world.document) z.config({ jitless: true });

const id = z.int().check(z.gte(1));
const failureSchema = z.object({ code: z.string(), message: z.string(), next: z.optional(z.string()) });
const requestSchema = z.object({
  type: z.literal('request'),
  id,
  method: z.string(),
  params: z.optional(z.unknown()),
});
const responseSchema = z.object({
  type: z.literal('response'),
  id,
  value: z.optional(z.unknown()),
  error: z.optional(failureSchema),
});
const eventSchema = z.object({ type: z.literal('event'), name: z.string(), value: z.optional(z.unknown()) });
const fromHost = z.discriminatedUnion('type', [responseSchema, eventSchema]);

/** Counts what does not fit, and says so once. */
class Malformed {
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
function named<T>(table: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** The host's end: answers requests, sends events. */
export interface HostChannel<P extends Protocol> {
  send<E extends EventName<P>>(name: E, value: EventValue<P, E>): void;
  /** How many messages did not fit the protocol. */
  readonly malformed: number;
  dispose(): void;
}

export type Handlers<P extends Protocol> = {
  readonly [M in Method<P>]: (params: Params<P, M>) => Result<P, M> | Promise<Result<P, M>>;
};

export interface HostOptions {
  /** How an error thrown by a handler is told to the page. */
  readonly failureOf: (error: unknown) => Failure;
  readonly log: (error: unknown) => void;
}

/** Opens the host's end. Requests with an unknown method or wrong parameters are refused as `bad-input`. */
export function serve<P extends Protocol>(
  { requests }: P,
  port: Port,
  handlers: Handlers<P>,
  { failureOf, log }: HostOptions,
): HostChannel<P> {
  const malformed = new Malformed(log);
  let open = true;
  const post = (message: unknown): void => {
    if (open) port.post(message);
  };
  const answer = async (method: string, given: unknown): Promise<{ value: unknown } | { error: Failure }> => {
    const params = named(requests, method)?.params.safeParse(given);
    const handler = named(handlers as { readonly [method: string]: (params: unknown) => unknown }, method);
    if (!params?.success || !handler) {
      malformed.add(params ? 'a request with wrong parameters' : 'a request nobody knows');
      return { error: { code: 'bad-input', message: 'The request does not fit the protocol.' } };
    }
    try {
      // Nothing would be left of an undefined value on the way.
      return { value: (await handler(params.data)) ?? null };
    } catch (error) {
      return { error: failureOf(error) };
    }
  };
  const stop = port.onMessage((message) => {
    const parsed = requestSchema.safeParse(message);
    if (!open) return;
    if (!parsed.success) malformed.add('no request');
    else {
      const { id, method, params } = parsed.data;
      answer(method, params)
        .then((outcome) => post({ type: 'response', id, ...outcome }))
        .catch((error: unknown) => log(String(error)));
    }
  });
  return {
    send: (name, value) => post({ type: 'event', name, value }),
    get malformed() {
      return malformed.count;
    },
    dispose() {
      open = false;
      stop();
    },
  };
}

interface Pending {
  readonly method: string;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: RequestError) => void;
}

export interface PageOptions {
  readonly state: PageState;
  readonly log: (sentence: string) => void;
}

/** Opens the page's end over any port. */
export function connect<P extends Protocol>(definition: P, port: Port, options: PageOptions): PageChannel<P> {
  return new PageChannel(definition, port, options);
}

/** The page's end: asks, and hears of events. */
export class PageChannel<P extends Protocol> {
  readonly state: PageState;
  readonly #protocol: Protocol;
  readonly #port: Port;
  readonly #malformed: Malformed;
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Map<string, Set<(value: unknown) => void>>();
  readonly #stop: () => void;
  #open = true;
  #lastId = 0;

  constructor(definition: P, port: Port, { state, log }: PageOptions) {
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
      if (!this.#open) throw closed();
      const id = ++this.#lastId;
      // What settles it was parsed with the schema of this very method.
      this.#pending.set(id, { method, resolve: resolve as (value: unknown) => void, reject });
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
    for (const { reject } of this.#pending.values()) reject(closed());
    this.#pending.clear();
  }

  #receive(message: unknown): void {
    const parsed = fromHost.safeParse(message);
    if (!parsed.success) this.#malformed.add('neither an answer nor an event');
    else if (parsed.data.type === 'response') this.#settle(parsed.data);
    else this.#tell(parsed.data);
  }

  #settle({ id, value, error }: z.output<typeof responseSchema>): void {
    const asked = this.#pending.get(id);
    // Late, given twice, or never asked for.
    if (!asked) return;
    this.#pending.delete(id);
    const parsed = error ? undefined : named(this.#protocol.requests, asked.method)?.result.safeParse(value);
    if (parsed?.success) asked.resolve(parsed.data);
    else if (error) asked.reject(new RequestError(error));
    else {
      this.#malformed.add(`an answer to ${asked.method}`);
      asked.reject(new RequestError({ code: 'bad-answer', message: `The answer to ${asked.method} cannot be read.` }));
    }
  }

  #tell({ name, value }: z.output<typeof eventSchema>): void {
    const parsed = named(this.#protocol.events, name)?.safeParse(value);
    if (parsed?.success) for (const listener of [...(this.#listeners.get(name) ?? [])]) listener(parsed.data);
    else this.#malformed.add('an event');
  }
}

function closed(): RequestError {
  return new RequestError({ code: 'closed', message: 'The page was closed.' });
}

/** What a page's state is on the host's side: by `restore` the host finds again what the panel was about. */
export const keptState = z.object({ restore: z.optional(z.unknown()), page: z.optional(z.unknown()) });

/**
 * Opens the page's end: over the editor, or over `window.becauseHost` where there is no editor. Once per page. What the
 * host needs to restore the panel (`data-restore` of the document) is kept beside the page's own state.
 */
export function openChannel<P extends Protocol>(definition: P): PageChannel<P> {
  const host = world.acquireVsCodeApi ? editorHost(world.acquireVsCodeApi()) : world.becauseHost;
  if (!host) throw new Error('There is neither an editor nor window.becauseHost.');
  const restore = parsedJson(world.document?.documentElement.dataset.restore);
  const state: PageState = {
    get: () => keptState.safeParse(host.getState()).data?.page,
    set: (page) => host.setState({ restore, page }),
  };
  // Kept at once, so that a panel nobody touched is restored too.
  state.set(state.get());
  return connect(definition, host, { state, log: (sentence) => console.warn(sentence) });
}

function editorHost(api: ReturnType<NonNullable<World['acquireVsCodeApi']>>): FakeHost {
  return {
    post: (message) => api.postMessage(message),
    getState: () => api.getState(),
    setState: (state) => api.setState(state),
    onMessage(listener) {
      const heard = ({ data }: { readonly data: unknown }) => listener(data);
      world.addEventListener('message', heard);
      return () => world.removeEventListener('message', heard);
    },
  };
}

function parsedJson(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}
