/** A why page over records in memory, and a page at the other end of a wire. */
import assert from 'node:assert/strict';
import { PageChannel, RequestError } from '../../../../src/webviews/frame/channel.ts';
import { WhyPage } from '../../../../src/webviews/why/host.ts';
import { type WhyState, why } from '../../../../src/webviews/why/protocol.ts';
import { wire } from '../../../support/fakeHost.ts';
import { playedFolder } from '../../../support/pageFolder.ts';
import { productOf } from '../../../support/product.ts';
import { record } from '../../../support/sources.ts';

const files = {
  'sprints/s1.md': record(['starts: 2026-11-16', 'ends: 2026-11-29', 'title: Sprint 1']),
  'problems/missed.md': record(['title: Missed'], 'They miss them.\n'),
  'initiatives/PAY-1.md': record(['title: The first', 'sprint: s1', 'problem: missed']),
  'initiatives/PAY-2.md': record(['title: The second', 'sprint: s1']),
  'initiatives/PAY-3.md': record(['title: Elsewhere', 'quarter: 2027-Q1']),
};

function opened(texts: Readonly<Record<string, string>> = files) {
  const product = productOf(texts);
  const { folder, done, listeners } = playedFolder(product.because);
  const [page, port] = wire();
  const logged: unknown[] = [];
  const host = new WhyPage(folder, port, {
    log: (error) => logged.push(error),
    failureOf: (error) => ({ code: 'not-found', message: error instanceof Error ? error.message : '' }),
  });
  const channel = new PageChannel(why, page, {
    state: { get: () => undefined, set: () => undefined },
    log: (sentence) => assert.fail(sentence),
  });
  const told: WhyState[] = [];
  const waiting: ((state: WhyState) => void)[] = [];
  channel.on('state', (state) => {
    told.push(state);
    waiting.shift()?.(state);
  });
  return {
    host,
    channel,
    done,
    listeners,
    logged,
    told,
    /** The next state that is told. */
    next: () => new Promise<WhyState>((resolve) => waiting.push(resolve)),
    async change(path: string, text: string) {
      product.files.put(path, text);
      await product.because.refresh([path]);
    },
  };
}

const shown = ({ list, story }: WhyState) => [list.label, list.items.map(({ id }) => id).join(' '), story?.id];

describe('a why page', () => {
  it('begins with the first initiative of the sprint, or the one it showed before', async () => {
    assert.deepEqual(shown(await opened().channel.request('ready', {})), ['Sprint 1', 'PAY-1 PAY-2', 'PAY-1']);
    const again = await opened().channel.request('ready', { id: 'PAY-2' });
    assert.deepEqual(shown(again), ['Sprint 1', 'PAY-1 PAY-2', 'PAY-2']);
    const gone = await opened().channel.request('ready', { id: 'PAY-9' });
    assert.equal(gone.story?.id, 'PAY-1');
  });

  it('shows what a command asked for before what it remembers, among the initiatives it belongs to', async () => {
    const { host, channel } = opened();
    host.show('PAY-3');
    assert.deepEqual(shown(await channel.request('ready', { id: 'PAY-1' })), ['2027-Q1', 'PAY-3', 'PAY-3']);
  });

  it('says that nothing is there where nothing is', async () => {
    const { story, list } = await opened({}).channel.request('ready', {});
    assert.deepEqual([story, list.items], [undefined, []]);
  });

  it('goes to another, and refuses one that is not there', async () => {
    const { channel } = opened();
    await channel.request('ready', {});
    assert.equal((await channel.request('open', { id: 'PAY-2' })).story?.title, 'The second');
    await assert.rejects(channel.request('open', { id: 'PAY-9' }), RequestError);
  });

  it('is told what changed of what it shows, and of nothing else', async () => {
    const { channel, change, next, told } = opened();
    await channel.request('ready', {});
    const heard = next();
    await change('problems/missed.md', record(['title: Missed'], 'A third misses them.\n'));
    assert.equal((await heard).story?.problems[0]?.statement, 'A third misses them.');
    await change('initiatives/PAY-3.md', record(['title: Renamed', 'quarter: 2027-Q1']));
    const second = next();
    await change('initiatives/PAY-1.md', record(['title: The very first', 'sprint: s1']));
    assert.equal((await second).story?.title, 'The very first');
    assert.equal(told.length, 2);
  });

  it('is shown another initiative when a command asks for it', async () => {
    const { host, channel, next } = opened();
    await channel.request('ready', {});
    const heard = next();
    host.show('PAY-2');
    assert.equal((await heard).story?.id, 'PAY-2');
  });

  it('has commands run, and what it shows copied as Markdown', async () => {
    const { channel, done, logged } = opened();
    await channel.request('ready', {});
    await channel.request('run', { command: 'newProblem', id: 'PAY-2' });
    await channel.request('copy', {});
    await channel.request('act', { action: 'dismiss', input: { id: 'missed', check: 'vague', reason: 'So' } });
    const [ran, copied, acted] = done as [unknown, { text: string }, unknown];
    assert.deepEqual(acted, { name: 'dismiss', input: { id: 'missed', check: 'vague', reason: 'So' } });
    assert.deepEqual(ran, { name: 'newProblem', id: 'PAY-2', input: undefined });
    assert.match(copied.text, /^# PAY-1 · The first\n/);
    await assert.rejects(channel.request('run', { command: 'workbench.action.quit' as 'newProblem', id: 'x' }));
    assert.equal(logged.length, 1);
  });

  it('goes through a walk-through to its minutes, and comes back to where it was left', async () => {
    const { host, channel, done, next } = opened();
    host.show(undefined, { kind: 'sprint', id: 's1' });
    const first = await channel.request('ready', { id: 'PAY-2', walk: { kind: 'all' } });
    assert.deepEqual(shown(first), ['Sprint 1', 'PAY-1 PAY-2', 'PAY-1']);
    assert.deepEqual(
      first.walk?.voices.map(({ id }) => id),
      ['ada', 'grace'],
    );
    assert.equal((await channel.request('open', { id: 'PAY-2' })).walk?.choice.kind, 'sprint');
    const end = await channel.request('walk', { walk: { kind: 'sprint', id: 's1' }, atEnd: true });
    assert.deepEqual([end.story, end.minutes?.rows.length], [undefined, 2]);
    await channel.request('copy', {});
    assert.match((done.at(-1) as { text: string }).text, /^# Walk-through: Sprint 1\n/);
    const heard = next();
    host.show('PAY-1');
    assert.deepEqual([(await heard).story?.id, end.walk?.choice.kind], ['PAY-1', 'sprint']);
    const out = next();
    host.show('PAY-3');
    assert.equal((await out).walk, undefined, 'another initiative ends it');
    const again = await opened().channel.request('ready', { walk: { kind: 'list', ids: ['PAY-3'] }, atEnd: true });
    assert.deepEqual([again.minutes?.label, again.list.items.length], ['Chosen initiatives', 1]);
  });

  it('tells a walk-through what was said meanwhile', async () => {
    const { host, channel, change, next } = opened();
    host.show(undefined, { kind: 'current' });
    await channel.request('ready', {});
    const heard = next();
    await change('acks/PAY-1/grace.md', record(['initiative: PAY-1', 'by: grace', 'state: can-explain'], 'So.\n'));
    assert.deepEqual((await heard).walk?.tally, { can: 1, of: 2 });
  });

  it('listens to nothing once it is closed', () => {
    const { host, listeners } = opened();
    assert.equal(listeners.count, 1);
    host.dispose();
    assert.equal(listeners.count, 0);
  });
});
