/** A host for a page that runs without the editor: in unit tests, and in Chromium as `window.becauseHost`. */
import type { FakeHost, Port, Protocol } from '../../src/webviews/frame/channel.ts';
import { type Handlers, type HostChannel, type HostOptions, serve } from '../../src/webviews/frame/serve.ts';

/** Two ends of one wire. What is posted at one end arrives at the other later and as a copy, as between real windows. */
export function wire(): readonly [Port, Port] {
  const ends = [new Set<(message: unknown) => void>(), new Set<(message: unknown) => void>()] as const;
  const end = (mine: Set<(message: unknown) => void>, others: Set<(message: unknown) => void>): Port => ({
    post(message) {
      const copy: unknown = structuredClone(message);
      queueMicrotask(() => {
        for (const listener of [...others]) listener(copy);
      });
    },
    onMessage(listener) {
      mine.add(listener);
      return () => mine.delete(listener);
    },
  });
  return [end(ends[0], ends[1]), end(ends[1], ends[0])];
}

/**
 * A fake host that answers with these handlers, and its channel to send events with. An error a handler throws goes to the
 * page with its `code` and `next` where it has them.
 */
export function fakeHost<P extends Protocol>(
  protocol: P,
  handlers: Handlers<P>,
  options: Partial<HostOptions> = {},
): { readonly host: FakeHost; readonly channel: HostChannel<P> } {
  const [page, port] = wire();
  let state: unknown;
  const channel = serve(protocol, port, handlers, { failureOf, log: () => undefined, ...options });
  const host: FakeHost = {
    ...page,
    getState: () => state,
    setState(next) {
      state = structuredClone(next);
    },
  };
  return { host, channel };
}

function failureOf(error: unknown) {
  const { code, message, next } = error as { code?: string; message?: string; next?: string };
  return { code: code ?? 'bug', message: message ?? String(error), ...(next === undefined ? {} : { next }) };
}
