/** The page of results over records in memory, and a page at the other end of a wire. */
import assert from 'node:assert/strict';
import type { Results } from '../../../../src/core/results/told.ts';
import { PageChannel } from '../../../../src/webviews/frame/channel.ts';
import { page, ResultsPage } from '../../../../src/webviews/results/host.ts';
import { resultsPage } from '../../../../src/webviews/results/protocol.ts';
import { wire } from '../../../support/fakeHost.ts';
import { playedFolder } from '../../../support/pageFolder.ts';
import { productOf } from '../../../support/product.ts';
import { record } from '../../../support/sources.ts';

const files = { 'initiatives/PAY-1.md': record(['status: shipped', 'issues: [OPS-9]']) };
const measured = record(['initiative: PAY-1', 'after: {value: 4}']);

function opened(texts: Readonly<Record<string, string>> = files) {
  const product = productOf(texts);
  const { folder, done, listeners } = playedFolder(product.because);
  const [end, port] = wire();
  const host = new ResultsPage(folder, port, {
    log: (error) => assert.fail(String(error)),
    failureOf: () => ({ code: 'bug', message: '' }),
  });
  const channel = new PageChannel(resultsPage, end, {
    state: { get: () => undefined, set: () => undefined },
    log: (sentence) => assert.fail(sentence),
  });
  const next = () => new Promise<Results>((resolve) => channel.on('state', resolve));
  const change = async (path: string, text: string) => {
    product.files.put(path, text);
    await product.because.refresh([path]);
  };
  return { host, channel, done, listeners, next, change, because: product.because };
}

describe('a page of results', () => {
  it('tells what is known, and anew what changed', async () => {
    const { channel, next, change } = opened();
    const first = await channel.request('ready', {});
    assert.deepEqual([first.measured, first.waiting.map(({ id }) => id)], [[], ['PAY-1']]);
    const told = next();
    await change('results/r.md', measured);
    assert.deepEqual(
      (await told).measured.map(({ id }) => id),
      ['r'],
    );
  });

  it('leads to the initiative, the record, and to a new result', async () => {
    const { channel, done } = opened({ ...files, 'results/r.md': measured });
    await channel.request('run', { command: 'openWhy', id: 'PAY-1' });
    await channel.request('run', { command: 'recordResult' });
    assert.deepEqual(done, [
      { name: 'openWhy', id: 'PAY-1', input: undefined },
      { name: 'recordResult', id: undefined, input: undefined },
    ]);
  });

  it('shows the result of an initiative that is named by its id or key, once the page is there', async () => {
    const { host, channel, because } = opened({ ...files, 'results/r.md': measured });
    await because.ready();
    assert.deepEqual([page.shows(because.library, 'OPS-9'), page.shows(because.library, 'no')], ['PAY-1', undefined]);
    const shown = new Promise((resolve) => channel.on('show', resolve));
    host.show('PAY-1');
    await channel.request('ready', {});
    assert.deepEqual(await shown, { initiative: 'PAY-1' });
  });

  it('listens to nothing once it is closed', () => {
    const { host, listeners } = opened();
    host.dispose();
    assert.equal(listeners.count, 0);
  });

  it('is named after its folder', () => {
    assert.deepEqual([page.title(), page.title('relay')], ['Results', 'Results: relay']);
  });
});
