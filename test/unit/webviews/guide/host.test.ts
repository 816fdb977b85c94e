/** A guide over records in memory, and a page at the other end of a wire. */
import assert from 'node:assert/strict';
import type { Guide } from '../../../../src/core/guide/told.ts';
import { PageChannel } from '../../../../src/webviews/frame/channel.ts';
import { GuidePage, page } from '../../../../src/webviews/guide/host.ts';
import { guide } from '../../../../src/webviews/guide/protocol.ts';
import { wire } from '../../../support/fakeHost.ts';
import { playedFolder } from '../../../support/pageFolder.ts';
import { productOf } from '../../../support/product.ts';
import { record } from '../../../support/sources.ts';

function opened() {
  const product = productOf({ 'initiatives/A-1.md': record(['title: First']) });
  const { folder, done } = playedFolder(product.because);
  const [end, port] = wire();
  const host = new GuidePage(folder, port, {
    log: (error) => assert.fail(String(error)),
    failureOf: (error) => ({ code: 'bug', message: String(error) }),
  });
  const channel = new PageChannel(guide, end, {
    state: { get: () => undefined, set: () => undefined },
    log: (sentence) => assert.fail(sentence),
  });
  return { product, host, channel, done };
}

const scoreIn = ({ rules }: Guide) => rules.find(({ name }) => name === 'score')?.yours.map(({ says }) => says);

describe('A guide', () => {
  it('tells the rules with the numbers of the records, and tells again when those change', async () => {
    const { product, channel } = opened();
    assert.deepEqual(scoreIn(await channel.request('ready', {})), [
      '0 of 1 open initiatives are ranked.',
      '1 still lacks a number.',
    ]);
    const heard = new Promise<Guide>((resolve) => channel.on('state', resolve));
    const scored = record(['title: First', 'rice: {reach: 8, impact: 2, confidence: 80, effort: 1}']);
    product.files.put('initiatives/A-1.md', scored);
    await product.because.refresh(['initiatives/A-1.md']);
    assert.deepEqual(scoreIn(await heard), ['1 of 1 open initiatives are ranked.']);
  });

  it('shows the rule that was asked for, once the page is there', async () => {
    const { host, channel } = opened();
    const shown = new Promise<string>((resolve) => channel.on('show', ({ rule }) => resolve(rule)));
    host.show('debt');
    await channel.request('ready', {});
    assert.equal(await shown, 'debt');
  });

  it('is about its rules, opens the board, and goes with the clipboard', async () => {
    const { product, channel, done } = opened();
    await product.because.ready();
    assert.equal(page.shows(product.because.library, 'debt'), 'debt');
    assert.equal(page.shows(product.because.library, 'A-1'), undefined);
    await channel.request('run', { command: 'openBoard' });
    await channel.request('copy', {});
    assert.deepEqual(done[0], { name: 'openBoard', id: undefined, input: undefined });
    assert.match(JSON.stringify(done[1]), /# How to Prioritize/);
  });
});
