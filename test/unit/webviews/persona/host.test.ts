/** A persona page over records in memory, and a page at the other end of a wire; and what its page makes of what is typed. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PersonaDraft } from '../../../../src/core/persona/told.ts';
import { PageChannel } from '../../../../src/webviews/frame/channel.ts';
import { PersonaPage, page } from '../../../../src/webviews/persona/host.ts';
import { persona } from '../../../../src/webviews/persona/protocol.ts';
import { inputOf, withoutWords, withWords } from '../../../../src/webviews/persona/ui/draft.ts';
import { wire } from '../../../support/fakeHost.ts';
import { playedFolder } from '../../../support/pageFolder.ts';
import { productOf } from '../../../support/product.ts';
import { record } from '../../../support/sources.ts';

const files = {
  'problems/late.md': record(['title: Read too late', 'personas: [olivia]']),
  'problems/noise.md': record(['title: Too much noise']),
  'personas/olivia.md': record(['name: Olivia', 'goals: [Sleep]', 'observed: {role: ev-1}'], 'On call.\n'),
  'personas/secret.md': record(['name: Xenia', 'sensitive: true']),
  'evidence/a.ev-1.md': record(['id: ev-1', 'kind: quote', 'problem: late', 'customer: Acme'], '> Too late.\n'),
};

function opened() {
  const product = productOf(files);
  const { folder, done, listeners } = playedFolder(product.because, async () => ({ id: 'olivia', path: 'x' }));
  const [end, port] = wire();
  const host = new PersonaPage(folder, port, {
    log: () => undefined,
    failureOf: (error) => ({ code: 'not-found', message: error instanceof Error ? error.message : '' }),
  });
  const channel = new PageChannel(persona, end, {
    state: { get: () => undefined, set: () => undefined },
    log: (sentence) => assert.fail(sentence),
  });
  const waiting: ((state: PersonaDraft) => void)[] = [];
  channel.on('state', (state) => waiting.shift()?.(state));
  return {
    product,
    host,
    channel,
    done,
    listeners,
    next: () => new Promise<PersonaDraft>((resolve) => waiting.push(resolve)),
  };
}

const chosen = ({ persona: shown, problems }: PersonaDraft) => [
  shown?.id,
  problems.filter((one) => one.chosen).map(({ id }) => id),
];

describe('A persona page', () => {
  it('shows what a command asked for before what it remembers, and from then on what the page asks for', async () => {
    const { host, channel } = opened();
    host.show('noise');
    assert.deepEqual(chosen(await channel.request('ready', { persona: 'olivia' })), [undefined, ['noise']]);
    assert.deepEqual(chosen(await channel.request('ready', { persona: 'olivia' })), ['olivia', ['late']]);
    assert.deepEqual(chosen(await channel.request('look', { problems: ['late', 'noise'] })), [
      undefined,
      ['late', 'noise'],
    ]);
    assert.deepEqual(chosen(await channel.request('look', { persona: 'gone' })), [undefined, []]);
  });

  it('is told what changed of what it shows, and what else is to be shown', async () => {
    const { product, host, channel, next } = opened();
    await channel.request('ready', { persona: 'olivia' });
    const heard = next();
    product.files.put('personas/olivia.md', record(['name: Olivia', 'goals: [Sleep, Peace]']));
    await product.because.refresh(['personas/olivia.md']);
    assert.equal((await heard).fields.find(({ name }) => name === 'goals')?.value, 'Sleep\nPeace');
    const shown = next();
    host.show('noise');
    assert.deepEqual(chosen(await shown), [undefined, ['noise']]);
  });

  it('has personas written down and opened, and does nothing else', async () => {
    const { channel, done, host, listeners } = opened();
    await channel.request('act', { action: 'savePersona', input: { name: 'Olivia' } });
    await channel.request('open', { id: 'ev-1' });
    await assert.rejects(channel.request('act', { action: 'removeSample' as 'savePersona', input: {} }));
    assert.deepEqual(done, [
      { name: 'savePersona', input: { name: 'Olivia' } },
      { name: 'openRecordToSide', id: 'ev-1', input: undefined },
    ]);
    host.dispose();
    assert.equal(listeners.count, 0);
  });

  it('is about personas and problems, and about nothing sensitive', async () => {
    const { because } = productOf(files);
    await because.ready();
    const shows = (id: string) => page.shows(because.library, id);
    assert.deepEqual(['olivia', 'late', 'ev-1', 'secret'].map(shows), ['olivia', 'late', undefined, undefined]);
  });
});

describe('What is typed into a persona', () => {
  it('takes the words of evidence in once, and out again where nobody has changed them', () => {
    assert.equal(withWords('', 'Sleep', true), 'Sleep');
    assert.equal(withWords('Sleep', 'Peace', true), 'Sleep\nPeace');
    assert.equal(withWords('Sleep\nPeace', 'Peace', true), 'Sleep\nPeace');
    assert.equal(withWords('On call.\n', '> Late.', false), 'On call.\n\n> Late.');
    assert.equal(withoutWords('Sleep\nPeace', 'Sleep', true), 'Peace');
    assert.equal(withoutWords('Sleep well\nPeace', 'Sleep', true), 'Sleep well\nPeace');
    assert.equal(withoutWords('On call.\n\n> Late.\n\nNight.', '> Late.', false), 'On call.\n\nNight.');
    assert.equal(withoutWords('On call.', '> Late.', false), 'On call.');
  });

  it('is as it was, once words that were put in are taken out again', () => {
    const line = fc.string({ minLength: 1 }).map((text) => text.replaceAll(/\s+/g, ' ').trim() || 'x');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), line, fc.boolean(), (lines, words, isList) => {
        const text = lines.join(isList ? '\n' : '\n\n');
        fc.pre(isList ? !lines.includes(words) : !text.includes(words));
        assert.equal(withoutWords(withWords(text, words, isList), words, isList), text);
      }),
    );
  });

  it('is saved as far as somebody touched it', async () => {
    const { channel } = opened();
    const draft = await channel.request('ready', { persona: 'olivia' });
    const typed: Record<string, string> = { goals: 'Sleep\n\nPeace', 'carried.goals': 'ev-1', 'carried.role': '' };
    assert.deepEqual(inputOf(draft, { typed: (name) => typed[name] }, ['noise']), {
      persona: 'olivia',
      goals: ['Sleep', 'Peace'],
      observed: { role: [], goals: ['ev-1'] },
      problems: ['noise'],
    });
  });
});
