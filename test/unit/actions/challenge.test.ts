/** Challenges from the doubt to the decision: what each writes, what it refuses, and what a failure halfway leaves. */
import * as assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import { acceptChallenge, challenge, rejectChallenge, withdrawChallenge } from '../../../src/actions/challenge.ts';
import { historyOf } from '../../../src/core/board/history.ts';
import { isError, openedBy, productOf } from '../../support/product.ts';
import { record } from '../../support/sources.ts';

const PAY = 'initiatives/PAY-142.md';
const DOUBT = 'challenges/doubt.md';

/** 450 × 3 × 100% ÷ 2 = 675. */
const RICE =
  '---\r\ntitle: Urgent # now\r\nrice: {reach: 450, impact: 3, confidence: 100, effort: 2} # agreed\r\n---\r\nBody.\r\n';
const OPEN = record(
  ['initiative: PAY-142', 'factor: effort # of everybody', 'from: 2', 'to: 4', 'state: open', 'by: grace'],
  'It is two senders.\n',
);
const base = { [PAY]: RICE, [DOUBT]: OPEN, 'evidence/ev-1.md': record(['kind: usage', 'initiative: PAY-142']) };
const whole = { initiative: 'PAY-142', factor: 'effort', to: 4, reason: ' It is two senders. ' };

describe('A challenge', () => {
  it('is a file that says which number becomes what, and why', async () => {
    const { files, because } = productOf(base);
    const { id, path } = await perform(challenge, because, { ...whole, evidence: ['ev-1', 'ev-1'] });
    assert.equal(path, `challenges/it-is-two-senders.${id}.md`);
    assert.equal(
      files.texts.get(path),
      record(
        [
          `id: ${id}`,
          'initiative: PAY-142',
          'factor: effort',
          'from: 2',
          'to: 4',
          'evidence: [ev-1]',
          'state: open',
          'by: ada',
          'created: 2026-11-23T14:30Z',
        ],
        'It is two senders.\n',
      ),
    );
    assert.deepEqual(because.library.findings(because.library.files.get(path) ?? assert.fail()), []);
    assert.equal(files.texts.get(PAY), RICE);
  });

  it('of a number nobody agreed on takes the middle of the estimates, once they are revealed', async () => {
    const estimates = {
      'estimates/PAY-142/ada.md': record(['initiative: PAY-142', 'by: ada', 'effort: 2']),
      'estimates/PAY-142/grace.md': record(['initiative: PAY-142', 'by: grace', 'effort: 8']),
    };
    const from = async (text: string) => {
      const { because } = productOf({ ...estimates, [PAY]: text });
      const { id } = await perform(challenge, because, whole);
      return because.library.findOf('challenge', id)?.values.from;
    };
    assert.equal(await from(record(['round: {number: 1, revealed: 2026-11-20}'])), 5);
    // While the round is blind, a challenge everybody can read must not tell what it hides.
    assert.equal(await from(''), undefined);
  });

  it('says what is wrong with it', async () => {
    const { files, because } = productOf(base);
    const refused = (change: object, words: RegExp, code: Parameters<typeof isError>[0] = 'bad-input') =>
      assert.rejects(perform(challenge, because, { ...whole, ...change }), isError(code, words));
    await refused({ to: 2 }, /Effort of PAY-142 is already 2.*instead/);
    await refused({ to: 7, from: 7 }, /is already 7/);
    await refused({ to: 0 }, /to: Effort must be/);
    await refused({ from: -1 }, /from: Effort must be/);
    await refused({ to: Number.NaN }, /to/);
    await refused({ to: '4' }, /to/);
    await refused({ factor: 'luck' }, /factor/);
    await refused({ reason: '  ' }, /reason/);
    await refused({ initiative: 'PAY-141' }, /Did you mean PAY-142/, 'not-found');
    await refused({ evidence: ['ev-2'] }, /Did you mean ev-1/, 'not-found');
    await refused({ evidence: ['PAY-142'] }, /initiative”, not “evidence”/);
    const nobody = openedBy(files, 'mallory');
    await assert.rejects(perform(challenge, nobody, whole), isError('no-member', /Set My Identity/));
    assert.deepEqual([...files.texts.keys()], ['because.yml', ...Object.keys(base)]);
  });
});

describe('Accepting a challenge', () => {
  const WRITTEN = RICE.replace('effort: 2', 'effort: 4, agreed: 2026-11-23, agreedBy: ada');
  const ACCEPTED = OPEN.replace('state: open', 'state: accepted').replace(
    'by: grace\n',
    'by: grace\nresolvedBy: ada\nresolved: 2026-11-23\nscore: {from: 675, to: 337.5}\n',
  );

  it('changes the number, then says so in the challenge, and in the history', async () => {
    const { files, because } = productOf(base);
    assert.deepEqual(await perform(acceptChallenge, because, { id: 'doubt' }), { id: 'doubt', path: DOUBT });
    assert.equal(files.texts.get(PAY), WRITTEN);
    assert.equal(files.texts.get(DOUBT), ACCEPTED);
    assert.equal(files.texts.size, 4);
    const pay = because.library.findOf('initiative', 'PAY-142') ?? assert.fail();
    const story = historyOf(because.library, pay).find(({ record: about }) => about === 'doubt');
    assert.equal(story?.text, '675 → 338 because It is two senders (Effort 2 → 4)');
  });

  it('keeps a reason as a reply that settles the matter', async () => {
    const { because } = productOf(base);
    await perform(acceptChallenge, because, { id: 'doubt', reason: ' Agreed. ' });
    const [reply] = because.library.children('doubt', 'reply');
    assert.deepEqual([reply?.body, reply?.values.answer, reply?.values.by], ['Agreed.\n', true, 'ada']);
  });

  it('writes neither the number nor the reason where the disk is full, and does it all when asked again', async () => {
    const { files, because } = productOf(base);
    const given = { id: 'doubt', reason: 'Yes.' };
    for (const faultAt of [0, 1, 2]) {
      files.fault = 'ENOSPC';
      files.faultAt = faultAt;
      await assert.rejects(perform(acceptChallenge, because, given), isError('disk-full'));
      assert.equal(files.fault, undefined);
      assert.equal(files.texts.get(PAY), RICE);
      assert.equal(files.texts.get(DOUBT), OPEN);
      assert.equal(because.library.children('doubt', 'reply').length, 0);
    }
    await perform(acceptChallenge, because, given);
    assert.equal(files.texts.get(PAY), WRITTEN);
    assert.equal(files.texts.get(DOUBT), ACCEPTED);
    assert.equal(because.library.children('doubt', 'reply').length, 1);
  });

  it('that somebody else rejects in the same moment leaves the number as it was', async () => {
    const rejected = OPEN.replace('open', 'rejected');
    for (const more of ['', 'due: 2026-12-01\r\n']) {
      const { files, because } = productOf(base);
      await because.ready();
      const theirs = RICE.replace('rice:', `${more}rice:`);
      files.meanwhile = () => {
        files.put(DOUBT, rejected);
        files.put(PAY, theirs);
      };
      await assert.rejects(perform(acceptChallenge, because, { id: 'doubt' }), isError('changed-underneath'));
      assert.equal(files.texts.get(DOUBT), rejected);
      // What was written since is not lost with it.
      assert.equal(files.texts.get(PAY), theirs);
    }
  });

  it('of a number that was agreed on without it knows the score before', async () => {
    const { files, because } = productOf({ ...base, [PAY]: WRITTEN });
    await perform(acceptChallenge, because, { id: 'doubt' });
    assert.equal(files.texts.get(PAY), WRITTEN);
    assert.equal(files.texts.get(DOUBT), ACCEPTED);
  });

  it('tells no score that a blind round hides, and none that nobody knows', async () => {
    const pay = record(['rice: {reach: 450, impact: 3, confidence: 100}']);
    const mine = { 'estimates/PAY-142/ada.md': record(['initiative: PAY-142', 'by: ada', 'effort: 9']) };
    const { because } = productOf({ ...base, ...mine, [PAY]: pay });
    await perform(acceptChallenge, because, { id: 'doubt' });
    assert.deepEqual(because.library.findOf('challenge', 'doubt')?.values.score, { to: 337.5 });
    const bare = productOf({ ...base, [PAY]: '' });
    await perform(acceptChallenge, bare.because, { id: 'doubt' });
    assert.equal(bare.because.library.findOf('challenge', 'doubt')?.values.score, undefined);
    assert.equal(bare.files.texts.get(PAY), record(['rice: {effort: 4, agreed: 2026-11-23, agreedBy: ada}']));
  });

  it('is refused, and leaves both files, where either cannot be written', async () => {
    const refused = async (texts: Record<string, string>, code: Parameters<typeof isError>[0], words = /./) => {
      const all = { ...base, ...texts };
      const { files, because } = productOf(all);
      await assert.rejects(perform(acceptChallenge, because, { id: 'doubt' }), isError(code, words));
      for (const [path, text] of Object.entries(all)) assert.equal(files.texts.get(path), text);
    };
    await refused({ [PAY]: '---\nrice: {reach: 1\n---\n' }, 'not-editable');
    await refused({ [PAY]: record(['schema: 2']) }, 'newer-schema');
    await refused({ [PAY]: record(['id: PAY-9']) }, 'not-found');
    await refused({ [DOUBT]: OPEN.replace('by:', 'schema: 2\nby:') }, 'newer-schema');
    await refused({ [DOUBT]: OPEN.replace('by:', 'score: big\nby:') }, 'not-editable');
    await refused({ [DOUBT]: OPEN.replace('to: 4\n', '') }, 'bad-input', /does not say which number.*factor and to/);
    await refused({ [DOUBT]: OPEN.replace('to: 4', 'to: 0') }, 'bad-input', /Effort must be.*reject the challenge/);
    const sensitive = OPEN.replace('by:', 'sensitive: true\nby:');
    await refused({ [DOUBT]: sensitive.replace('to: 4\n', '') }, 'bad-input', /^Sensitive challenge does not say/);
    await refused({ [DOUBT]: sensitive.replace('to: 4', 'to: 0') }, 'bad-input', /in Sensitive challenge, or reject/);
  });
});

describe('A challenge that is not accepted', () => {
  it('is rejected with words, which are a reply', async () => {
    const { files, because } = productOf(base);
    await perform(rejectChallenge, because, { id: 'doubt', reason: 'The second is Q1.' });
    const lines = 'by: grace\nresolvedBy: ada\nresolved: 2026-11-23\n';
    const after = OPEN.replace('open', 'rejected').replace('by: grace\n', lines);
    assert.equal(files.texts.get(DOUBT), after);
    assert.equal(files.texts.get(PAY), RICE);
    assert.equal(because.library.children('doubt', 'reply')[0]?.body, 'The second is Q1.\n');
    const bare = productOf(base);
    await assert.rejects(perform(rejectChallenge, bare.because, { id: 'doubt' }), isError('bad-input', /reason/));
    await assert.rejects(
      perform(rejectChallenge, bare.because, { id: 'doubt', reason: ' ' }),
      isError('bad-input', /reason/),
    );
    assert.equal(bare.files.texts.get(DOUBT), OPEN);
  });

  it('is withdrawn by whoever challenged the number', async () => {
    const { files } = productOf(base);
    await perform(withdrawChallenge, openedBy(files, 'grace'), { id: 'doubt' });
    assert.match(
      files.texts.get(DOUBT) ?? '',
      /state: withdrawn\nby: grace\nresolvedBy: grace\nresolved: 2026-11-23\n/,
    );
    assert.equal(files.texts.size, 4);
  });

  it('is withdrawn by nobody else, not even where it names no author', async () => {
    const { files, because } = productOf(base);
    const before = new Map(files.texts);
    await assert.rejects(
      perform(withdrawChallenge, because, { id: 'doubt' }),
      isError('bad-input', /Only grace can withdraw.*Accept or reject it/),
    );
    assert.deepEqual(files.texts, before);
    const nameless = productOf({ ...base, [DOUBT]: OPEN.replace('by: grace\n', '') });
    await assert.rejects(
      perform(withdrawChallenge, nameless.because, { id: 'doubt' }),
      isError('bad-input', /This challenge has no author/),
    );
  });
});

describe('A challenge that is settled', () => {
  const verbs = [acceptChallenge, rejectChallenge, withdrawChallenge];

  it('cannot be settled again, and says who did it and when', async () => {
    for (const first of verbs) {
      for (const second of verbs) {
        const { files, because } = productOf(base);
        // The other window has not heard of the decision yet.
        const other = openedBy(files, 'grace');
        await other.ready();
        const isOwn = first === withdrawChallenge;
        await perform(first, isOwn ? openedBy(files, 'grace') : because, { id: 'doubt', reason: 'So it is.' });
        const after = new Map(files.texts);
        const words = isOwn ? /already \w+ \(grace, 23.Nov.2026\).*again/ : /already \w+ \(ada, 23.Nov.2026\).*again/;
        await assert.rejects(perform(second, other, { id: 'doubt', reason: 'No.' }), isError('bad-input', words));
        assert.deepEqual(files.texts, after);
      }
    }
  });

  it('must be one, and somebody must settle it', async () => {
    for (const verb of verbs) {
      const { files, because } = productOf(base);
      const given = { id: 'doubt', reason: 'So it is.' };
      await assert.rejects(perform(verb, because, { ...given, id: 'doub' }), isError('not-found', /doubt\?/));
      await assert.rejects(
        perform(verb, because, { ...given, id: 'PAY-142' }),
        isError('bad-input', /not “challenge”/),
      );
      await assert.rejects(perform(verb, openedBy(files, undefined), given), isError('no-member'));
      assert.deepEqual([...files.texts.values()].slice(1), Object.values(base));
    }
  });
});
