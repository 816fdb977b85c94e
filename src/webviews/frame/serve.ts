/** The host's end of the channel to a page: answers its requests, and tells it of events. */
import * as z from 'zod/mini';
import {
  type EventName,
  type EventValue,
  type Failure,
  id,
  Malformed,
  type Method,
  named,
  type Params,
  type Port,
  type Protocol,
  type Result,
} from './channel.ts';

const requestSchema = z.object({
  type: z.literal('request'),
  id,
  method: z.string(),
  params: z.optional(z.unknown()),
});

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
