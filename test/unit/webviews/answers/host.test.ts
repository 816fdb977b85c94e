/** The page of answer times over records in memory, and a page at the other end of a wire. */
import assert from 'node:assert/strict';
import { AnswersPage, page } from '../../../../src/webviews/answers/host.ts';
import { type AnswersState, answers } from '../../../../src/webviews/answers/protocol.ts';
import { PageChannel } from '../../../../src/webviews/frame/channel.ts';
import { wire } from '../../../support/fakeHost.ts';
import { playedFolder } from '../../../support/pageFolder.ts';
import { productOf } from '../../../support/product.ts';
import { record } from '../../../support/sources.ts';

const files = {
  'because.yml': 'hours: {zone: UTC}\n',
  'questions/who.md': record(['asked: 2026-11-23T09:00Z'], 'Who may?\n'),
};

function opened(texts: Readonly<Record<string, string>> = files) {
  const product = productOf(texts);
  const { folder, done, listeners } = playedFolder(product.because);
  const [end, port] = wire();
  const logged: unknown[] = [];
  const host = new AnswersPage(folder, port, {
    log: (error) => logged.push(error),
    failureOf: () => ({ code: 'bug', message: '' }),
  });
  const channel = new PageChannel(answers, end, {
    state: { get: () => undefined, set: () => undefined },
    log: (sentence) => assert.fail(sentence),
  });
  const next = () => new Promise<AnswersState>((resolve) => channel.on('state', resolve));
  const change = async (path: string, text: string) => {
    product.files.put(path, text);
    await product.because.refresh([path]);
  };
  return { host, channel, done, listeners, logged, next, change };
}

describe('a page of answer times', () => {
  it('tells what is known, also where nobody asked', async () => {
    const { asked, open } = await opened().channel.request('ready', {});
    assert.deepEqual([asked, open.map(({ name }) => name)], [1, ['Who may?']]);
    assert.equal((await opened({}).channel.request('ready', {})).asked, 0);
  });

  it('tells anew what changed, once somebody looks', async () => {
    const { channel, next, change } = opened();
    await channel.request('ready', {});
    const told = next();
    await change('replies/r.md', record(['on: who', 'answer: true', 'created: 2026-11-23T09:30Z'], 'Ada.\n'));
    const { answered, words, open } = await told;
    assert.deepEqual([answered, words.median, open], [1, '30 min', []]);
  });

  it('opens the record of a question, and has one asked', async () => {
    const { channel, done } = opened();
    await channel.request('open', { id: 'who' });
    await channel.request('ask', {});
    assert.deepEqual(done, [
      { name: 'openRecord', id: 'who', input: undefined },
      { name: 'askPm', id: undefined, input: undefined },
    ]);
  });

  it('listens to nothing once it is closed', () => {
    const { host, listeners } = opened();
    host.show();
    host.dispose();
    assert.equal(listeners.count, 0);
  });

  it('is about all questions of a folder', () => {
    assert.deepEqual([page.title(), page.title('relay')], ['Answer Times', 'Answer Times: relay']);
    assert.equal(page.closed().length > 0, true);
  });
});
