/** The page of health checks over records in memory: what it keeps of answers, and what it lets the page know. */
import assert from 'node:assert/strict';
import { perform } from '../../../../src/actions/action.ts';
import { actions } from '../../../../src/actions/all.ts';
import { eachItem } from '../../../../src/core/survey/totals.ts';
import { PageChannel } from '../../../../src/webviews/frame/channel.ts';
import { HealthPage, page } from '../../../../src/webviews/health/host.ts';
import { health } from '../../../../src/webviews/health/protocol.ts';
import { wire } from '../../../support/fakeHost.ts';
import { playedFolder } from '../../../support/pageFolder.ts';
import { MemorySecrets, openedBy, type Product, productOf } from '../../../support/product.ts';
import { record } from '../../../support/sources.ts';

function opened({ because, files }: Product = productOf()) {
  const { folder, done, listeners } = playedFolder(because, (name, input) => {
    const action = actions.find((each) => each.name === name) ?? assert.fail(name);
    return perform(action, because, input);
  });
  const [end, port] = wire();
  const sent: unknown[] = [];
  const logged: unknown[] = [];
  const noted = {
    ...port,
    post: (message: unknown) => {
      sent.push(message);
      port.post(message);
    },
  };
  const host = new HealthPage(folder, noted, {
    log: (error) => logged.push(error),
    failureOf: (error) => ({ code: 'bug', message: String(error) }),
  });
  const channel = new PageChannel(health, end, {
    state: { get: () => undefined, set: () => undefined },
    log: (sentence) => assert.fail(sentence),
  });
  const add = (level: number, comment = '') => channel.request('add', { levels: eachItem(() => level), comment });
  return { host, channel, done, listeners, files, sent, logged, add };
}

describe('a page of health checks', () => {
  it('tells how many answered, and nothing of what, until the check is closed', async () => {
    const { channel, add, sent, logged } = opened();
    await channel.request('ready', {});
    await channel.request('begin', {});
    assert.deepEqual((await add(2, 'Zanzibar')).room, { people: 1 });
    for (const level of [3, 4, 4, 5]) await add(level);
    const texts = JSON.stringify(sent);
    assert.doesNotMatch(texts, /Zanzibar/);
    assert.deepEqual((await channel.request('ready', {})).rounds, []);
    assert.deepEqual(logged, []);
    // The fifth answer tells as little as the first: the messages differ in the count alone.
    const [first, fifth] = [1, 5].map((people) =>
      sent.map((one) => JSON.stringify(one)).find((one) => one.includes(`"people":${people}}`)),
    );
    assert.equal(
      first?.replace(/"id":\d+/, '').replace('"people":1', ''),
      fifth?.replace(/"id":\d+/, '').replace('"people":5', ''),
    );
  });

  it('writes the totals when it is closed, reveals them, and forgets the answers', async () => {
    const { channel, add, files } = opened();
    await channel.request('begin', {});
    for (const [level, comment] of [
      [1, 'Zeal'],
      [5, ''],
      [4, ' Ask more '],
      [4, ''],
      [5, ''],
    ] as const)
      await add(level, comment);
    const { id } = await channel.request('close', {});
    const { rounds, room } = await channel.request('ready', {});
    assert.equal(room, undefined);
    assert.deepEqual(
      rounds.map((round) => [round.id, round.people, round.comments, round.items[0]?.counts]),
      [[id, 5, ['Ask more', 'Zeal'], [1, 0, 0, 2, 2]]],
    );
    await channel.request('note', { id, text: 'We ask earlier.' });
    assert.match(files.texts.get(`health/${id}.md`) ?? '', /---\nWe ask earlier\.\n$/);
    await assert.rejects(channel.request('close', {}), /No health check is running/);
  });

  it('keeps the answers where too few people answered to write them down', async () => {
    const { channel, add, files } = opened();
    await channel.request('begin', {});
    for (const level of [1, 2, 3, 4]) await add(level);
    await assert.rejects(channel.request('close', {}), /Only 4 people/);
    assert.equal((await channel.request('ready', {})).room?.people, 4);
    assert.deepEqual(
      [...files.texts.keys()].filter((path) => path.startsWith('health')),
      [],
    );
    assert.equal((await channel.request('discard', {})).room, undefined);
  });

  it('does not begin anew over answers, and takes none that are not all there', async () => {
    const { channel, add } = opened();
    await channel.request('begin', {});
    await add(3);
    assert.equal((await channel.request('begin', {})).room?.people, 1);
    const { credit: _, ...levels } = eachItem(() => 3);
    await assert.rejects(channel.request('add', { levels: levels as never, comment: '' }), /does not fit/);
    await assert.rejects(add(6), /does not fit/);
    assert.equal((await channel.request('ready', {})).room?.people, 1);
  });

  it('has done what a check apart needs, and tells who has done what, but no answer', async () => {
    const product = productOf({ 'because.yml': 'team:\n  members: [{id: ada, name: Ada Lovelace}, {id: grace}]\n' });
    const secrets = new MemorySecrets();
    const because = openedBy(product.files, 'ada', undefined, new Date('2026-11-23T14:30:45Z'), secrets);
    const { channel, sent } = opened({ files: product.files, because });
    const { apart } = await channel.request('ready', {});
    assert.deepEqual(apart, {
      hasKey: false,
      isKeyHere: false,
      mayForget: false,
      with: [],
      without: ['Ada Lovelace', 'grace'],
      canStart: false,
      round: undefined,
    });
    const { id } = await channel.request('act', { action: 'makeHealthKey', input: {} });
    const begun = (await channel.request('ready', {})).apart;
    assert.deepEqual([begun.with, begun.hasKey, begun.isKeyHere], [['Ada Lovelace'], true, true]);
    const key = because.library.find(id)?.values as { readonly key: string };
    const others = ['b', 'c', 'd', 'e'].map((one) => `{member: ${one}, key: ${one.repeat(64)}}`);
    const people = [`{member: ada, key: ${key.key}}`, ...others].join(', ');
    product.files.put('health-rounds/hr-1.md', record([`people: [${people}]`]));
    await because.refresh();
    // Of the other four nobody knows a key any more, which is told of each.
    const { round } = (await channel.request('ready', {})).apart;
    assert.deepEqual(
      round?.people.map(({ name, isMe, answered, replaced }) => [name, isMe, answered, replaced]),
      [['Ada Lovelace', true, false, false], ...['b', 'c', 'd', 'e'].map((name) => [name, false, false, true])],
    );
    assert.deepEqual([round?.phase, round?.isIn, round?.canClose], ['open', true, false]);
    const input = { round: 'hr-1', levels: eachItem(() => 2), comment: 'Zanzibar' };
    await assert.rejects(channel.request('act', { action: 'sendHealthAnswers', input }), /key of b, c, d, e/);
    await assert.rejects(channel.request('act', { action: 'editText' as never, input: {} }), /does not fit/);
    assert.doesNotMatch(JSON.stringify(sent), /Zanzibar/);
    for (const secret of secrets.all.values()) assert.doesNotMatch(JSON.stringify(sent), new RegExp(secret));
    // Whoever's secrets are gone is told so, by the page itself and as soon as something changes.
    secrets.all.clear();
    assert.equal((await channel.request('ready', {})).apart.isKeyHere, false);
  });

  it('opens a record, is about a whole folder, and listens to nothing once it is closed', async () => {
    const { host, channel, done, listeners } = opened();
    await channel.request('open', { id: 'he-1' });
    assert.deepEqual(done, [{ name: 'openRecord', id: 'he-1', input: undefined }]);
    host.show();
    host.dispose();
    assert.equal(listeners.count, 0);
    assert.deepEqual([page.title(), page.title('relay')], ['Team Health', 'Team Health: relay']);
    assert.equal(page.closed().length > 0, true);
  });
});
