/** A question from the asking to the answer, and what may be kept of that. */
import * as assert from 'node:assert/strict';
import { type Action, perform } from '../../../src/actions/action.ts';
import {
  acknowledgeQuestion,
  answerQuestion,
  askPm,
  reopenQuestion,
  withdrawQuestion,
} from '../../../src/actions/askPm.ts';
import { answerToEvidence, answerToNote } from '../../../src/actions/keepAnswer.ts';
import { type Because, open } from '../../../src/because.ts';
import { fieldsOfInput } from '../../../src/core/base/input.ts';
import { courseOf } from '../../../src/core/kinds/question.ts';
import { recordsTaken } from '../../../src/core/library/inputs.ts';
import { answerTimes } from '../../../src/questions/answerTimes.ts';
import { needsYou } from '../../../src/questions/needsYou.ts';
import { isError, openedBy, productOf } from '../../support/product.ts';
import { record } from '../../support/sources.ts';

const TEAM = [
  'hours: {zone: UTC, from: "09:00", to: "18:00"}',
  'team:',
  '  members:',
  '    - {id: ada, name: Ada Lovelace, role: engineer}',
  '    - {id: grace, name: Grace Hopper, role: pm}',
  '',
].join('\n');
const texts = {
  'because.yml': TEAM,
  'initiatives/PAY-1.md': record(['owner: grace', 'problem: late'], 'Receipts.\n'),
  'problems/late.md': record([], 'Late.\n'),
};

const ask = { initiative: 'PAY-1', text: ' One endpoint or two? ', blocking: true };

/** The windows of two people over the same files, minutes after half past two. */
function windows(more: Readonly<Record<string, string>> = {}) {
  const { files, because: ada } = productOf({ ...texts, ...more });
  const at = (me: string | undefined, minutes: number) =>
    openedBy(files, me, undefined, new Date(Date.parse('2026-11-23T14:30:00Z') + minutes * 60_000));
  return { files, ada, at };
}

async function stateOf(because: Because, id: string) {
  await because.refresh();
  const asked = because.library.findOf('question', id) ?? assert.fail();
  return courseOf(asked, because.library).state;
}

describe('Asking the PM', () => {
  it('writes the question in a file of its own, with the line it is about', async () => {
    const { files, ada } = windows();
    const anchor = { path: 'src/api.ts', line: 7, text: 'post(', commit: '3f2a91c0' };
    const { id, path } = await perform(askPm, ada, { ...ask, anchor });
    assert.match(id, /^qu-/);
    assert.equal(
      files.texts.get(path),
      record(
        [
          `id: ${id}`,
          'initiative: PAY-1',
          'blocking: true',
          'anchor: {path: src/api.ts, line: 7, text: post(, commit: 3f2a91c0}',
          'by: ada',
          'created: 2026-11-23T14:30Z',
        ],
        'One endpoint or two?\n',
      ),
    );
    assert.equal(files.texts.get('initiatives/PAY-1.md'), texts['initiatives/PAY-1.md']);
  });

  it('waits for who owns the initiative, stops the clock with the answer, and shows in Answer Times', async () => {
    const { ada, at } = windows();
    const { id } = await perform(askPm, ada, ask);
    const grace = at('grace', 45);
    const [need] = await grace.ask(needsYou, {});
    assert.deepEqual(
      [need?.id, need?.verb, need?.left, need?.due, need?.isYours, need?.isUrgent],
      [id, 'answerQuestion', 15, '2026-11-23T15:30Z', true, true],
    );
    const [own] = await at('ada', 45).ask(needsYou, {});
    assert.deepEqual([own?.id, own?.of, own?.isYours], [id, ['grace'], false]);
    await perform(answerQuestion, grace, { id, text: 'Two.' });
    const later = at('ada', 600);
    const times = await later.ask(answerTimes, {});
    assert.deepEqual([times.median, times.within, times.of, times.open], [45, 1, 1, []]);
    assert.deepEqual(await later.ask(needsYou, {}), []);
  });

  it('is addressed to somebody else where that is said, and kept from others where the initiative is', async () => {
    const { ada, files } = windows({ 'initiatives/PAY-2.md': record(['sensitive: true']) });
    const asked = await perform(askPm, ada, { ...ask, to: 'ada', blocking: false });
    assert.match(files.texts.get(asked.path) ?? '', /\nto: ada\nby: ada\n/);
    const secret = await perform(askPm, ada, { ...ask, initiative: 'PAY-2' });
    assert.match(files.texts.get(secret.path) ?? '', /\nsensitive: true\n/);
  });

  it('says what is wrong with an input', async () => {
    const { files, ada, at } = windows();
    const before = files.texts.size;
    const refused = (change: object, words: RegExp, code: Parameters<typeof isError>[0] = 'bad-input') =>
      assert.rejects(perform(askPm, ada, { ...ask, ...change }), isError(code, words));
    await refused({ text: ' ' }, /Say what you need to know/);
    await refused({ to: 'grac' }, /Did you mean grace/);
    await refused({ anchor: { path: '../x', line: 1 } }, /not a path in this folder/);
    await refused({ initiative: 'PAY-7' }, /PAY-7/, 'not-found');
    await assert.rejects(perform(askPm, at(undefined, 0), ask), isError('no-member'));
    assert.equal(files.texts.size, before);
  });
});

describe('Whoever asks or answers', () => {
  const SHARED = TEAM.replace('role: engineer}', 'role: engineer, emails: [desk@relay.example]}').replace(
    'role: pm}',
    'role: pm, emails: [desk@relay.example]}',
  );
  const inputs = [
    [askPm, ask],
    [answerQuestion, { id: 'q', text: 'Two.' }],
    [acknowledgeQuestion, { id: 'q' }],
    [withdrawQuestion, { id: 'q' }],
    [reopenQuestion, { id: 'done', reason: 'And why?' }],
  ] as const;

  /** A window of somebody with an address in git, who chose to be a member, or nobody. */
  function window(address: string | undefined, chosen: string | undefined) {
    const { files } = productOf({
      ...texts,
      'because.yml': SHARED,
      'questions/q.md': record(['initiative: PAY-1', 'by: grace'], 'One or two?\n'),
      'questions/done.md': record(['initiative: PAY-1', 'by: grace', 'state: answered'], 'Who?\n'),
    });
    const because = open({
      files,
      now: () => new Date('2026-11-23T14:30:00Z'),
      email: () => Promise.resolve(address),
      chosenMember: () => chosen,
      onError: (error) => {
        throw error;
      },
    });
    return { files, because };
  }

  for (const [who, address, chosen] of [
    ['whom nobody knows', undefined, undefined],
    ['who is no member', undefined, 'zoe'],
    ['whose address no member has', 'zoe@relay.example', undefined],
    ['who shares an address with another member', 'desk@relay.example', undefined],
  ] as const) {
    it(`must say who they are before anything is written: somebody ${who}`, async () => {
      const { files, because } = window(address, chosen);
      const before = new Map(files.texts);
      for (const [verb, input] of inputs) {
        const asked = perform(verb as Action<unknown, unknown>, because, input);
        await assert.rejects(asked, isError('no-member', /Set My Identity/), verb.name);
      }
      assert.deepEqual(files.texts, before);
    });
  }

  it('is the one they chose to be, of two who share an address', async () => {
    const { files, because } = window('desk@relay.example', 'ada');
    const { path } = await perform(answerQuestion, because, { id: 'q', text: 'Two.' });
    assert.match(files.texts.get(path) ?? '', /^by: ada$/m);
  });
});

describe('A question that was asked', () => {
  it('is acknowledged, answered and opened again, each in a file of its own', async () => {
    const { files, ada, at } = windows();
    const { id, path } = await perform(askPm, ada, ask);
    const written = files.texts.get(path);
    const state = () => stateOf(ada, id);
    assert.equal(await state(), 'open');
    await perform(acknowledgeQuestion, at('grace', 5), { id });
    assert.equal(await state(), 'acknowledged');
    const answer = await perform(answerQuestion, at('grace', 10), { id, text: 'Two.' });
    assert.match(files.texts.get(answer.path) ?? '', new RegExp(`\\non: ${id}\\nanswer: true\\nby: grace\\n`));
    assert.equal(await state(), 'answered');
    const again = await perform(reopenQuestion, at('ada', 10), { id, reason: 'For whom?' });
    assert.match(files.texts.get(again.path) ?? '', /\nreopens: true\nby: ada\n/);
    assert.equal(await state(), 'reopened');
    await perform(answerQuestion, at('grace', 20), { id, text: 'For shops.' });
    assert.equal(await state(), 'answered');
    assert.equal(files.texts.get(path), written);
    assert.equal([...files.texts.keys()].filter((name) => name.startsWith('replies/')).length, 4);
  });

  it('is answered once, and by a reason alone opened again', async () => {
    const { ada, at } = windows();
    const { id } = await perform(askPm, ada, ask);
    await assert.rejects(perform(reopenQuestion, at('ada', 1), { id, reason: 'x' }), isError('bad-input', /is open/));
    await assert.rejects(perform(acknowledgeQuestion, at('ada', 1), { id }), isError('bad-input', /asked this/));
    await perform(answerQuestion, at('grace', 1), { id, text: 'Two.' });
    const twice = perform(answerQuestion, at('grace', 2), { id, text: 'Three.' });
    await assert.rejects(twice, isError('bad-input', /already answered \(grace\)/));
    await assert.rejects(perform(reopenQuestion, at('ada', 2), { id, reason: ' ' }), isError('bad-input', /missing/));
  });

  it('is withdrawn by who asked it alone', async () => {
    const { files, ada, at } = windows();
    const { id, path } = await perform(askPm, ada, ask);
    const byOther = perform(withdrawQuestion, at('grace', 1), { id });
    await assert.rejects(byOther, isError('bad-input', /Only ada/));
    await perform(withdrawQuestion, at('ada', 1), { id });
    assert.match(files.texts.get(path) ?? '', /\nstate: withdrawn\n/);
    assert.equal(await stateOf(ada, id), 'withdrawn');
    await perform(reopenQuestion, at('ada', 2), { id, reason: 'I do need it.' });
    assert.equal(await stateOf(ada, id), 'open');
  });

  it('is opened again in its file where that alone calls it answered', async () => {
    const { files, ada } = windows({
      'questions/q.md': record(['initiative: PAY-1', 'state: answered # by mail', 'by: ada'], 'For whom?\n'),
    });
    await perform(reopenQuestion, ada, { id: 'q', reason: 'Not that.' });
    assert.match(files.texts.get('questions/q.md') ?? '', /\nstate: open # by mail\n/);
    assert.equal(await stateOf(ada, 'q'), 'open');
  });
});

describe('Lists of questions to choose from', () => {
  const verbs = [answerQuestion, acknowledgeQuestion, reopenQuestion, withdrawQuestion, answerToEvidence, answerToNote];
  const offered = async (because: Because, verb: (typeof verbs)[number]) => {
    const [taken] = fieldsOfInput(verb.input).flatMap((one) => recordsTaken(one) ?? []);
    const { library } = because;
    return library.ofKind('question').flatMap((one) => {
      return taken?.fits?.(one as never, library, 'ada') ? [taken.beside?.(one as never, library)] : [];
    });
  };

  it('say how each stands by the replies to it, and not by its file alone', async () => {
    const { ada, at } = windows();
    const { id } = await perform(askPm, ada, ask);
    const grace = at('grace', 5);
    await perform(acknowledgeQuestion, grace, { id });
    assert.deepEqual(await offered(grace, answerQuestion), ['Acknowledged · blocks work · PAY-1 PAY-1']);
    // Whoever asked has nothing to acknowledge.
    assert.deepEqual(await offered(grace, acknowledgeQuestion), []);
    await perform(answerQuestion, grace, { id, text: 'One.' });
    for (const verb of [reopenQuestion, answerToEvidence, answerToNote]) {
      assert.deepEqual(await offered(grace, verb), ['Answered by Grace Hopper · PAY-1 PAY-1'], verb.name);
    }
    for (const verb of [answerQuestion, withdrawQuestion]) assert.deepEqual(await offered(grace, verb), [], verb.name);
  });
});

describe('An answer', () => {
  async function answered(text: string, more: Readonly<Record<string, string>> = {}) {
    const { files, ada, at } = windows(more);
    const { id } = await perform(askPm, ada, ask);
    await perform(answerQuestion, at('grace', 10), { id, text });
    await ada.refresh();
    return { files, ada, id };
  }

  it('becomes evidence for the problem of its initiative', async () => {
    const { files, ada, id } = await answered('Two of five owners asked for it. They said so.');
    const made = await perform(answerToEvidence, ada, { question: id, kind: 'observation', customer: 'Okafor' });
    assert.equal(
      files.texts.get(made.path),
      record(
        [
          `id: ${made.id}`,
          'title: Two of five owners asked for it.',
          'kind: observation',
          'problem: late',
          'customer: Okafor',
          'date: 2026-11-23',
          'by: ada',
          'created: 2026-11-23T14:30Z',
        ],
        'Two of five owners asked for it. They said so.\n\nAnswer by Grace Hopper to: One endpoint or two?\n',
      ),
    );
  });

  it('becomes a note on the problem, which stays as it is', async () => {
    const { files, ada, id } = await answered('Two.');
    const made = await perform(answerToNote, ada, { question: id });
    assert.match(
      files.texts.get(made.path) ?? '',
      /\non: late\n(?:.*\n)*---\nOne endpoint or two\?\n\nAnswer by Grace Hopper: Two\.\n$/,
    );
    assert.equal(files.texts.get('problems/late.md'), texts['problems/late.md']);
  });

  it('stays sensitive where it is', async () => {
    const { files, ada, id } = await answered('Tern Bank pays.', {
      'initiatives/PAY-1.md': record(['sensitive: true', 'problem: late']),
    });
    const piece = await perform(answerToEvidence, ada, { question: id, kind: 'quote', problem: 'late' });
    const note = await perform(answerToNote, ada, { question: id, problem: 'late' });
    for (const { path } of [piece, note]) {
      assert.match(files.texts.get(path) ?? '', /\nsensitive: true\n(?:.*\n)*---\n(?:.*\n)*.*Tern Bank pays/);
    }
  });

  it('is needed, and a problem for the note', async () => {
    const { ada } = windows({
      'questions/q.md': record(['state: answered'], 'For whom?\n'),
      'questions/r.md': record([], 'For whom?\n'),
      'replies/r1.md': record(['on: r', 'answer: true'], 'All.\n'),
    });
    const keep = (verb: typeof answerToNote, question: string) => perform(verb, ada, { question });
    await assert.rejects(keep(answerToNote, 'q'), isError('bad-input', /Nobody has answered/));
    await assert.rejects(keep(answerToNote, 'r'), isError('bad-input', /not about a problem/));
  });
});

describe('Two clones', () => {
  it('ask, answer and acknowledge at once, and no file is another’s', async () => {
    const { files, ada } = windows();
    const { id } = await perform(askPm, ada, ask);
    const clone = () => {
      const other = productOf(Object.fromEntries(files.texts));
      return { files: other.files, as: (me: string) => openedBy(other.files, me) };
    };
    const [one, two] = [clone(), clone()];
    await perform(answerQuestion, one.as('grace'), { id, text: 'Two.' });
    await perform(acknowledgeQuestion, two.as('grace'), { id, text: 'At four.' });
    await perform(askPm, two.as('ada'), { ...ask, text: 'And who pays?' });
    const changed = ({ files: mine }: typeof one) =>
      [...mine.texts].filter(([path, text]) => files.texts.get(path) !== text).map(([path]) => path);
    const [first, second] = [changed(one), changed(two)];
    assert.deepEqual([first.length, second.length], [1, 2]);
    assert.deepEqual(
      first.filter((path) => second.includes(path)),
      [],
    );
    const merged = productOf({ ...Object.fromEntries(one.files.texts), ...Object.fromEntries(two.files.texts) });
    await merged.because.ready();
    assert.equal(await stateOf(merged.because, id), 'answered');
  });
});
