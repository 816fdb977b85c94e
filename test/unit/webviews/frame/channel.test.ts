/** The channel between pages and their host: what is asked is answered, and nothing that arrives can break it. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { PageChannel, protocol, RequestError } from '../../../../src/webviews/frame/channel.ts';
import { serve } from '../../../../src/webviews/frame/serve.ts';
import { fakeHost, wire } from '../../../support/fakeHost.ts';

const sums = protocol({
  requests: {
    double: { params: z.object({ of: z.number() }), result: z.number() },
    nothing: { params: z.object({}), result: z.null() },
    wait: { params: z.object({}), result: z.string() },
  },
  events: { ticked: z.object({ count: z.number() }) },
});

const nowhere = { get: () => undefined, set: () => undefined };
const quiet = { state: nowhere, log: () => undefined };

/** Both ends, the wire between them open for anybody to post on. */
function ends() {
  const [page, host] = wire();
  const logged: string[] = [];
  const log = (told: unknown) => logged.push(String(told));
  const waiting: ((value: string) => void)[] = [];
  const served = serve(
    sums,
    host,
    {
      double: ({ of }) => {
        if (of === 13) throw new RangeError('Not thirteen.');
        return of * 2;
      },
      nothing: () => null,
      wait: () => new Promise((resolve) => waiting.push(resolve)),
    },
    { failureOf: (error) => ({ code: 'bad-input', message: (error as Error).message, next: 'Try 12.' }), log },
  );
  const asking = new PageChannel(sums, page, { state: nowhere, log });
  return { page, host, served, asking, logged, waiting };
}

const tick = () => new Promise((resolve) => setImmediate(resolve));

async function refusal(asked: Promise<unknown>): Promise<RequestError> {
  const error = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof RequestError, `It was not refused: ${String(error)}`);
  return error;
}

async function worksStill(asking: PageChannel<typeof sums>, send: (count: number) => void): Promise<void> {
  const heard: number[] = [];
  const stop = asking.on('ticked', ({ count }) => heard.push(count));
  send(7);
  assert.equal(await asking.request('double', { of: 21 }), 42);
  assert.deepEqual(heard, [7]);
  stop();
}

describe('the channel', () => {
  it('answers what is asked', async () => {
    const { asking } = ends();
    const answers = [
      asking.request('double', { of: 1 }),
      asking.request('double', { of: 2 }),
      asking.request('nothing', {}),
    ];
    assert.deepEqual(await Promise.all(answers), [2, 4, null]);
  });

  it('refuses with the code, the sentence and the next step of the error', async () => {
    const { code, message, next } = await refusal(ends().asking.request('double', { of: 13 }));
    assert.deepEqual({ code, message, next }, { code: 'bad-input', message: 'Not thirteen.', next: 'Try 12.' });
  });

  it('tells of events those who still listen', async () => {
    const { asking, served } = ends();
    const heard: string[] = [];
    const stop = asking.on('ticked', ({ count }) => heard.push(`first ${count}`));
    asking.on('ticked', ({ count }) => heard.push(`second ${count}`));
    served.send('ticked', { count: 1 });
    await tick();
    stop();
    served.send('ticked', { count: 2 });
    await tick();
    assert.deepEqual(heard, ['first 1', 'second 1', 'second 2']);
  });

  it('refuses requests that do not fit, and says so once', async () => {
    const { page, asking, served, logged } = ends();
    const answers: unknown[] = [];
    page.onMessage((message) => answers.push(message));
    for (const [id, method] of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'nonsense'].entries()) {
      page.post({ type: 'request', id: 100 + id, method, params: {} });
    }
    assert.equal((await refusal(asking.request('double', { of: 'two' } as never))).code, 'bad-input');
    assert.deepEqual(
      answers.map((answer) => (answer as { error: { code: string } }).error.code),
      Array.from({ length: 6 }, () => 'bad-input'),
    );
    assert.equal(served.malformed, 6);
    assert.equal(logged.length, 1);
  });

  it('refuses a request whose answer cannot be read', async () => {
    const { host, asking } = ends();
    const asked = asking.request('wait', {});
    host.post({ type: 'response', id: 1, value: 12 });
    assert.equal((await refusal(asked)).code, 'bad-answer');
  });

  it('ignores answers that come late, twice or to nobody', async () => {
    const { host, asking } = ends();
    assert.equal(await asking.request('double', { of: 1 }), 2);
    for (const id of [1, 1, 999]) host.post({ type: 'response', id, value: 'late' });
    await tick();
    assert.equal(asking.malformed, 0);
    assert.equal(await asking.request('double', { of: 2 }), 4);
  });

  it('refuses what cannot be sent', async () => {
    const asked = ends().asking.request('double', { of: (() => 1) as unknown as number });
    assert.equal((await refusal(asked)).code, 'bad-input');
  });

  it('refuses what is open when the page closes, and all that comes after', async () => {
    const { asking } = ends();
    const open = asking.request('wait', {});
    asking.dispose();
    assert.equal((await refusal(open)).code, 'closed');
    assert.equal((await refusal(asking.request('double', { of: 1 }))).code, 'closed');
  });

  it('posts nothing once the host closed', async () => {
    const { page, asking, served, waiting } = ends();
    const posted: unknown[] = [];
    page.onMessage((message) => posted.push(message));
    asking.request('wait', {}).catch(() => undefined);
    await tick();
    served.dispose();
    waiting[0]?.('too late');
    served.send('ticked', { count: 1 });
    page.post({ type: 'request', id: 2, method: 'double', params: { of: 1 } });
    await tick();
    assert.deepEqual(posted, []);
  });

  it('runs over a fake host', async () => {
    const handlers = { double: ({ of }: { of: number }) => of * 2, nothing: () => null, wait: () => 'done' };
    const { host, channel } = fakeHost(sums, handlers);
    await worksStill(new PageChannel(sums, host, quiet), (count) => channel.send('ticked', { count }));
    host.setState({ page: 1 });
    assert.deepEqual(host.getState(), { page: 1 });
  });
});

const names = ['double', 'wait', 'ticked', 'constructor', '__proto__', 'prototype', 'hasOwnProperty', ''];
const ids = fc.oneof(fc.nat(3), fc.constantFrom(-1, 0.5, '1', Number.NaN, 2 ** 53, null, undefined));
const huge = fc.constantFrom('x'.repeat(200_000), '\u0000'.repeat(1000), '\ud800');
const poison = fc.constantFrom(
  ...[
    '{"__proto__":{"polluted":1}}',
    '{"constructor":{"prototype":{"polluted":1}}}',
    '{"of":1,"__proto__":{"of":2}}',
  ].map((json): unknown => JSON.parse(json)),
);
const anything = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.anything({ maxDepth: 2 }), huge, poison);
const almost = fc
  .record(
    {
      type: fc.oneof({ weight: 5, arbitrary: fc.constantFrom('request', 'response', 'event') }, anything),
      id: ids,
      method: fc.oneof(fc.constantFrom(...names), anything),
      name: fc.oneof(fc.constantFrom(...names), anything),
      params: anything,
      value: anything,
      error: fc.oneof(fc.constant(undefined), anything),
    },
    { requiredKeys: [] },
  )
  // What `double` and `ticked` would take is no malformed message.
  .filter(({ type, method }) => !(type === 'request' && method === 'wait'));

describe('10,000 malformed messages', () => {
  for (const side of ['host', 'page'] as const) {
    it(`at the ${side} throw nothing, leave nothing waiting and break nothing`, async function () {
      this.timeout(30_000);
      const listeners = { page: new Set<(message: unknown) => void>(), host: new Set<(message: unknown) => void>() };
      const port = (at: 'page' | 'host', to: 'page' | 'host') => ({
        post: (message: unknown) => {
          for (const listener of listeners[to]) queueMicrotask(() => listener(message));
        },
        onMessage: (listener: (message: unknown) => void) => {
          listeners[at].add(listener);
          return () => listeners[at].delete(listener);
        },
      });
      const logged: string[] = [];
      const log = (told: unknown) => logged.push(String(told));
      const waiting: ((value: string) => void)[] = [];
      const handlers = {
        double: ({ of }: { of: number }) => of * 2,
        nothing: () => null,
        wait: () => new Promise<string>((resolve) => waiting.push(resolve)),
      };
      const served = serve(sums, port('host', 'page'), handlers, {
        failureOf: () => ({ code: 'bug', message: '' }),
        log,
      });
      const asking = new PageChannel(sums, port('page', 'host'), { state: nowhere, log });
      const settled = [1, 2, 3].map(() =>
        asking.request('wait', {}).then(
          (value) => typeof value,
          (error: unknown) => (error instanceof RequestError ? 'refused' : 'broken'),
        ),
      );
      fc.assert(
        fc.property(fc.oneof(anything, almost), (message) => {
          for (const listener of listeners[side]) listener(message);
        }),
        { numRuns: 10_000 },
      );
      await tick();
      for (const resolve of waiting) resolve('done');
      for (const outcome of await Promise.all(settled)) assert.match(outcome, /^(string|refused)$/);
      await worksStill(asking, (count) => served.send('ticked', { count }));
      assert.equal(({} as { polluted?: unknown }).polluted, undefined);
      assert.ok((side === 'host' ? served : asking).malformed > 1000);
      assert.equal(logged.filter((sentence) => sentence.length > 200).length, 0);
      assert.ok(logged.length <= 2);
    });
  }
});
