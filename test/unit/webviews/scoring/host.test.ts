/** A scoring board over records in memory, and a page at the other end of a wire. */
import * as assert from 'node:assert/strict';
import { BecauseError } from '../../../../src/core/base/errors.ts';
import { PageChannel, RequestError } from '../../../../src/webviews/frame/channel.ts';
import { Board } from '../../../../src/webviews/scoring/host.ts';
import { scoring } from '../../../../src/webviews/scoring/protocol.ts';
import { wire } from '../../../support/fakeHost.ts';
import { playedFolder } from '../../../support/pageFolder.ts';
import { productOf } from '../../../support/product.ts';
import { record } from '../../../support/sources.ts';

/** Grace's numbers and reasons, which Ada must not see while the round is blind: nothing else holds these figures. */
const HIDDEN = ['7717', '0.4242', '63.63', '88.77', 'secretReason'] as const;

const graces = (fields: readonly string[] = []): string =>
  record(
    [
      'initiative: PAY-1',
      'by: grace',
      'reach: 7717',
      'impact: 0.4242',
      'confidence: 63.63',
      'effort: 88.77',
      ...fields,
    ],
    'secretReason, in words.\n',
  );

const files = {
  'sprints/s1.md': record(['starts: 2026-11-16', 'ends: 2026-11-29', 'title: Sprint 1']),
  'initiatives/PAY-1.md': record(['title: The first', 'sprint: s1', 'rice: {reach: 100}']),
  'initiatives/PAY-2.md': record(['title: The second', 'sprint: s1']),
  'initiatives/PAY-3.md': record(['title: Elsewhere', 'quarter: 2027-Q1']),
  'estimates/PAY-1/grace.md': graces(),
  'snapshots/first.md': record([
    'title: First plan',
    'taken: 2026-10-02',
    'scores:',
    '  - {initiative: PAY-1, score: 12}',
  ]),
};

/** Opens a board; `change` writes a file as another program does, and resolves when the board has heard. */
async function opened(more: Readonly<Record<string, string>> = {}) {
  const product = productOf({ ...files, ...more });
  const { because } = product;
  const posted: unknown[] = [];
  const { folder, done, listeners } = playedFolder(because, (name) => {
    if (name === 'revealRound') throw new BecauseError('bad-input', 'Not now.', { next: 'Later.' });
    if (name === 'startRound') throw new RangeError('A slip.');
    return Promise.resolve({ id: 'PAY-1.ada', path: 'estimates/PAY-1/ada.md' });
  });
  const [page, port] = wire();
  page.onMessage((message) => posted.push(message));
  const logged: unknown[] = [];
  const telling = {
    log: (error: unknown) => logged.push(error),
    failureOf: (error: unknown) =>
      error instanceof BecauseError
        ? { code: error.code, message: error.message, ...(error.next === undefined ? {} : { next: error.next }) }
        : { code: 'bug', message: 'Something went wrong in Because.' },
  };
  const board = new Board(folder, port, telling);
  const channel = new PageChannel(scoring, page, {
    state: { get: () => undefined, set: () => undefined },
    log: () => undefined,
  });
  const told: [name: string, value: unknown][] = [];
  for (const name of ['board', 'items', 'detail', 'show'] as const)
    channel.on(name, (value) => told.push([name, value]));
  return {
    board,
    channel,
    posted,
    told,
    done,
    logged,
    listeners,
    async change(path: string, text: string | undefined) {
      if (text === undefined) product.files.take(path);
      else product.files.put(path, text);
      await because.refresh([path]);
      await settled();
    },
  };
}

/** When the board has told everything it has to tell. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setTimeout(resolve));
}

const mine = record(['initiative: PAY-1', 'by: ada', 'reach: 90', 'effort: 2'], 'Mine.\n');

describe('a scoring board', () => {
  it('answers a new page with everything in the current sprint', async () => {
    const { channel } = await opened();
    const state = await channel.request('ready', {});
    assert.deepEqual(
      state.items.map(({ id }) => id),
      ['PAY-1', 'PAY-2'],
    );
    const { items: _items, scales: _scales, ...rest } = state;
    assert.deepEqual(JSON.parse(JSON.stringify(rest)), {
      folder: 'relay',
      scope: { kind: 'sprint', id: 's1' },
      scopes: [
        { scope: { kind: 'sprint', id: 's1' }, label: 'Sprint 1', current: true },
        { scope: { kind: 'quarter', quarter: '2027-Q1' }, label: '2027-Q1', current: false },
        { scope: { kind: 'all' }, label: 'All', current: false },
      ],
      me: { id: 'ada', name: 'ada' },
      members: [
        { id: 'ada', name: 'ada', role: 'engineer' },
        { id: 'grace', name: 'grace', role: 'engineer' },
      ],
      troubles: [],
      snapshots: [{ id: 'first', title: 'First plan', taken: '2026-10-02', of: 'All' }],
      otherSnapshots: [],
      sprints: [{ id: 's1', title: 'Sprint 1' }],
      today: '2026-11-23',
    });
  });

  it('shows the scope the page remembers, and another when that is gone', async () => {
    const { channel } = await opened();
    const state = await channel.request('ready', { scope: { kind: 'quarter', quarter: '2027-Q1' } });
    assert.deepEqual(
      state.items.map(({ id }) => id),
      ['PAY-3'],
    );
    const gone = await channel.request('setScope', { scope: { kind: 'sprint', id: 'never' } });
    assert.deepEqual(gone.scope, { kind: 'sprint', id: 's1' });
    assert.equal((await channel.request('setScope', { scope: { kind: 'all' } })).items.length, 3);
  });

  it('tells of an estimate with that one item, and of its detail where it is open', async () => {
    const { channel, told, change } = await opened();
    await channel.request('ready', {});
    await channel.request('open', { id: 'PAY-1' });
    await channel.request('open', { id: 'PAY-2' });
    await change('estimates/PAY-1/ada.md', mine);
    assert.deepEqual(
      told.map(([name]) => name),
      ['items', 'detail'],
    );
    const [, items] = told[0] as ['items', { changed: { id: string; voices: { by: string }[] }[]; removed: string[] }];
    assert.deepEqual(
      items.changed.map(({ id, voices }) => [id, voices.length]),
      [['PAY-1', 2]],
    );
    assert.deepEqual(items.removed, []);
    await channel.request('close', { id: 'PAY-1' });
    told.length = 0;
    await change('estimates/PAY-1/ada.md', mine.replace('90', '91'));
    assert.deepEqual(
      told.map(([name]) => name),
      ['items'],
    );
  });

  it('says nothing where nothing it shows has changed', async () => {
    const { channel, told, change } = await opened();
    await channel.request('ready', {});
    await change('initiatives/PAY-3.md', record(['title: Elsewhere, renamed', 'quarter: 2027-Q1']));
    await change('initiatives/PAY-1.md', `${files['initiatives/PAY-1.md']}\nMore words.\n`);
    assert.deepEqual(told, []);
  });

  it('tells of items that went, and refuses to open them', async () => {
    const { channel, told, change } = await opened();
    await channel.request('ready', {});
    await channel.request('open', { id: 'PAY-2' });
    await change('initiatives/PAY-2.md', undefined);
    assert.deepEqual(told, [['items', { changed: [], removed: ['PAY-2'] }]]);
    const refused = await channel.request('open', { id: 'PAY-2' }).catch((error: unknown) => error);
    assert.ok(refused instanceof RequestError && refused.code === 'not-found');
  });

  it('tells everything anew when sprints, the team or snapshots change', async () => {
    const { channel, told, change } = await opened();
    await channel.request('ready', {});
    await change('sprints/s2.md', record(['starts: 2026-11-30', 'ends: 2026-12-13']));
    await change('because.yml', 'team:\n  members:\n    - {id: ada, name: Ada Lovelace}\n');
    await change('snapshots/first.md', undefined);
    assert.deepEqual(
      told.map(([name]) => name),
      ['board', 'board', 'board'],
    );
  });

  it('tells once of many changes at the same time', async () => {
    const { channel, told, change } = await opened();
    await channel.request('ready', {});
    await Promise.all([
      change('initiatives/PAY-1.md', record(['title: One', 'sprint: s1'])),
      change('initiatives/PAY-2.md', record(['title: Two', 'sprint: s1'])),
    ]);
    assert.deepEqual(
      told.map(([name]) => name),
      ['items'],
    );
  });

  it('posts nothing of others’ estimates while the round is blind', async () => {
    const broken = graces(['by: [']).replace('grace', 'gr');
    const { channel, posted, change, told } = await opened({ 'estimates/PAY-1/joan.md': broken });
    await channel.request('ready', { scope: { kind: 'all' } });
    const detail = await channel.request('open', { id: 'PAY-1' });
    assert.deepEqual(detail.givers, ['grace']);
    await change('estimates/PAY-1/grace.md', graces(['title: again']));
    await change('estimates/PAY-1/katherine.md', graces().replace('by: grace', 'by: katherine'));
    await change('estimates/PAY-1/joan.md', broken.replace('7717', '7717 7717'));
    await channel.request('compare', { snapshot: 'first' });
    const said = JSON.stringify(posted);
    for (const secret of HIDDEN) assert.ok(!said.includes(secret), `${secret} was posted.`);
    told.length = 0;
    await change('estimates/PAY-1/ada.md', mine);
    assert.ok(JSON.stringify(posted).includes('7717'), 'After my own estimate, the others’ are shown.');
  });

  it('shows what broken and stray files there are', async () => {
    const { channel } = await opened({
      'challenges/broken.md': '---\nfactor: [\n---\n',
      'estimates/GONE-1/ada.md': record(['initiative: GONE-1', 'by: ada', 'reach: 1']),
    });
    const { troubles } = await channel.request('ready', {});
    assert.deepEqual(
      troubles.map(({ path }) => path),
      ['estimates/GONE-1/ada.md', 'challenges/broken.md'],
    );
    assert.ok(troubles.every(({ message }) => message.length > 0));
  });

  it('passes actions, commands, the clipboard and files on', async () => {
    const { channel, done } = await opened();
    const input = { initiative: 'PAY-1', reach: 90 };
    assert.deepEqual(await channel.request('act', { action: 'estimate', input }), {
      id: 'PAY-1.ada',
      path: 'estimates/PAY-1/ada.md',
    });
    assert.equal(await channel.request('run', { command: 'openRecord', id: 'PAY-1' }), null);
    assert.equal(await channel.request('copy', { text: '| a |' }), null);
    assert.deepEqual(await channel.request('save', { name: 'ranking.csv', text: 'a,b' }), { saved: true });
    assert.deepEqual(await channel.request('save', { name: 'no.csv', text: '' }), { saved: false });
    assert.deepEqual(done, [
      { name: 'estimate', input },
      { name: 'openRecord', id: 'PAY-1', input: undefined },
      { text: '| a |' },
      { name: 'ranking.csv', text: 'a,b' },
      { name: 'no.csv', text: '' },
    ]);
  });

  it('refuses with the code and the next step, and tells nothing of a bug but that it is one', async () => {
    const { channel } = await opened();
    const failure = async (action: 'revealRound' | 'startRound') => {
      const error = await channel.request('act', { action, input: {} }).catch((reason: unknown) => reason);
      assert.ok(error instanceof RequestError);
      return { code: error.code, message: error.message, next: error.next };
    };
    assert.deepEqual(await failure('revealRound'), { code: 'bad-input', message: 'Not now.', next: 'Later.' });
    assert.deepEqual(await failure('startRound'), {
      code: 'bug',
      message: 'Something went wrong in Because.',
      next: undefined,
    });
  });

  it('performs and runs only what is on its lists', async () => {
    const { channel, done } = await opened();
    for (const action of ['setUp', 'renameRecord', 'constructor', '__proto__']) {
      const refused = await channel.request('act', { action: action as 'estimate', input: {} }).catch(() => 'refused');
      assert.equal(refused, 'refused');
    }
    const refused = await channel.request('run', { command: 'setUp' as 'estimate' }).catch(() => 'refused');
    assert.equal(refused, 'refused');
    assert.deepEqual(done, []);
  });

  it('shows an item in a scope that has it, before and after the page is there', async () => {
    const { board, channel, told } = await opened();
    board.show('PAY-3');
    const state = await channel.request('ready', {});
    assert.deepEqual(state.scope, { kind: 'quarter', quarter: '2027-Q1' });
    await settled();
    assert.deepEqual(told, [['show', { id: 'PAY-3' }]]);
    told.length = 0;
    board.show('PAY-1');
    await settled();
    assert.deepEqual(
      told.map(([name]) => name),
      ['board', 'show'],
    );
  });

  it('names the snapshots of other scopes, and each by what it is of', async () => {
    const { channel } = await opened({
      'snapshots/q1.md': record(['title: Before Q1', 'taken: 2026-10-03', 'quarter: 2027-Q1']),
      'snapshots/s1.md': record(['title: Before sprint 1', 'taken: 2026-10-01', 'sprint: s1']),
    });
    const { snapshots, otherSnapshots } = await channel.request('ready', {});
    assert.deepEqual(
      snapshots.map(({ id, of }) => [id, of]),
      [
        ['first', 'All'],
        ['s1', 'Sprint 1'],
      ],
    );
    assert.deepEqual(otherSnapshots, [{ scope: { kind: 'quarter', quarter: '2027-Q1' }, label: '2027-Q1', count: 1 }]);
    assert.deepEqual(
      (await channel.request('setScope', { scope: { kind: 'quarter', quarter: '2027-Q1' } })).snapshots.map(
        ({ id }) => id,
      ),
      ['q1', 'first'],
    );
  });

  it('compares with a snapshot and the challenges accepted since', async () => {
    const { channel } = await opened({
      'challenges/ch-1.md': record(
        [
          'initiative: PAY-1',
          'factor: effort',
          'from: 2',
          'to: 4',
          'state: accepted',
          'resolved: 2026-11-01',
          'resolvedBy: grace',
          'score: {from: 12, to: 6}',
        ],
        'Four weeks was push only.\n',
      ),
      'challenges/ch-2.md': record(['initiative: PAY-1', 'factor: reach', 'to: 4'], 'Open.\n'),
    });
    const { scores, accepted, of } = await channel.request('compare', { snapshot: 'first' });
    assert.equal(of, 'All');
    assert.deepEqual(scores, [{ initiative: 'PAY-1', score: 12 }]);
    assert.deepEqual(accepted, [
      {
        id: 'ch-1',
        initiative: 'PAY-1',
        factor: 'effort',
        from: 2,
        to: 4,
        reason: 'Four weeks was push only.',
        resolved: '2026-11-01',
        resolvedBy: 'grace',
        score: { from: 12, to: 6 },
      },
    ]);
    const refused = await channel.request('compare', { snapshot: 'gone' }).catch((error: unknown) => error);
    assert.ok(refused instanceof RequestError && refused.code === 'not-found');
  });

  it('listens to nothing and says nothing once it is closed', async () => {
    const { board, channel, posted, change, listeners } = await opened();
    await channel.request('ready', {});
    assert.equal(listeners.count, 1);
    board.dispose();
    posted.length = 0;
    await change('estimates/PAY-1/ada.md', mine);
    assert.deepEqual([listeners.count, posted], [0, []]);
  });
});
