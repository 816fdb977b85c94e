/** How a question stands, by its file and by the replies to it; for whom it waits; and how it looks. */
import * as assert from 'node:assert/strict';
import { aroundIn } from '../../../../src/core/face/around.ts';
import { threadTitle } from '../../../../src/core/face/threadTitle.ts';
import { courseOf, question as kind } from '../../../../src/core/kinds/question.ts';
import { inSection, openBelow, urgentBelow } from '../../../../src/core/library/query.ts';
import { initiativeRow } from '../../../../src/core/outline/initiative.ts';
import { recordRow } from '../../../../src/core/outline/node.ts';
import { libraryOf, record } from '../../../support/sources.ts';
import { sketch } from '../outline/sketch.ts';

const TEAM =
  'team:\n  members:\n    - {id: ada, name: Ada Lovelace}\n    - {id: grace, name: Grace Hopper, role: pm}\n';

const reply = (minute: string, by: string, ...more: readonly string[]) =>
  record(['on: q', `by: ${by}`, `created: 2026-11-23T${minute}Z`, ...more], 'Words.\n');

function asked(lines: readonly string[], replies: readonly string[] = []) {
  const library = libraryOf({
    'because.yml': TEAM,
    'initiatives/PAY-1.md': record(['owner: grace', 'problem: p']),
    'problems/p.md': record(['validation: {owner: dorothy}'], 'Late.'),
    'questions/q.md': record(['by: ada', 'created: 2026-11-23T09:00Z', ...lines], 'One endpoint or two?\n'),
    ...Object.fromEntries(replies.map((text, at) => [`replies/r${at}.md`, text])),
  });
  const question = library.findOf('question', 'q') ?? assert.fail();
  return { library, question, course: courseOf(question, library) };
}

const AT_9 = '2026-11-23T09:00Z';
const at = (time: string) => `2026-11-23T${time}Z`;

describe('A question', () => {
  it('is open until somebody answers it, and the time of the answer ends the waiting', () => {
    const open = asked([]).course;
    assert.deepEqual([open.state, open.isWaiting, open.since, open.before], ['open', true, AT_9, []]);
    const answered = asked(['asked: 2026-11-23T09:10Z'], [reply('09:40', 'grace', 'answer: true')]).course;
    assert.deepEqual([answered.state, answered.isWaiting, answered.since], ['answered', false, undefined]);
    assert.deepEqual(answered.before, [{ from: at('09:10'), to: at('09:40') }]);
    assert.deepEqual([answered.answeredBy, answered.answer?.body], ['grace', 'Words.\n']);
  });

  it('is not answered by a word: it is acknowledged where that is somebody else’s', () => {
    const acknowledged = asked([], [reply('09:05', 'grace')]).course;
    assert.deepEqual([acknowledged.state, acknowledged.isWaiting, acknowledged.since], ['acknowledged', true, AT_9]);
    assert.equal(asked([], [reply('09:05', 'ada')]).course.state, 'open');
  });

  it('goes on where it is opened again, also in the minute of the answer, until the next answer', () => {
    const replies = [reply('09:40', 'ada', 'reopens: true'), reply('09:40', 'grace', 'answer: true')];
    const reopened = asked([], replies).course;
    assert.deepEqual([reopened.state, reopened.isWaiting, reopened.since], ['reopened', true, at('09:40')]);
    assert.deepEqual(reopened.before, [{ from: AT_9, to: at('09:40') }]);
    assert.equal(reopened.answer, undefined);
    const seen = asked([], [...replies, reply('09:45', 'grace')]).course;
    assert.equal(seen.state, 'acknowledged');
    // What was said before the answer acknowledges nothing that came after it.
    assert.equal(asked([], [...replies, reply('09:30', 'grace')]).course.state, 'reopened');
    const again = asked([], [...replies, reply('10:00', 'grace', 'answer: true')]).course;
    assert.deepEqual(
      [again.state, again.before.length, again.before[1]],
      ['answered', 2, { from: at('09:40'), to: at('10:00') }],
    );
  });

  it('takes the first of two answers, and nobody reopens what is open', () => {
    const twice = asked([], [reply('09:50', 'ada', 'answer: true'), reply('09:40', 'grace', 'answer: true')]).course;
    assert.deepEqual([twice.answeredBy, twice.before.length], ['grace', 1]);
    assert.equal(asked([], [reply('09:40', 'ada', 'reopens: true')]).course.state, 'open');
  });

  it('is answered or withdrawn by a line in its file as well', () => {
    const dated = asked(['state: answered', 'answered: 2026-11-23T09:20Z', 'answeredBy: grace']).course;
    assert.deepEqual(
      [dated.state, dated.answeredBy, dated.before],
      ['answered', 'grace', [{ from: AT_9, to: at('09:20') }]],
    );
    const later = asked(['state: answered', 'answered: 2026-11-23T09:20Z'], [reply('09:30', 'ada', 'reopens: true')]);
    assert.equal(later.course.state, 'reopened');
    // Nobody wrote down when.
    const undated = asked(['state: answered'], [reply('09:30', 'ada', 'reopens: true')]).course;
    assert.deepEqual([undated.state, undated.before], ['answered', [{ from: AT_9, to: undefined }]]);
    const withdrawn = asked(['state: withdrawn'], [reply('09:30', 'grace', 'answer: true')]).course;
    assert.deepEqual([withdrawn.state, withdrawn.isWaiting], ['withdrawn', false]);
  });

  it('waits for whom it names, else for who owns the initiative or validates the problem, else for a PM', () => {
    const waits = (...lines: readonly string[]) => {
      const { library, question } = asked(lines);
      return kind.waitsFor?.(question, library).map(({ of, roles, for: asker }) => [of, roles, asker]);
    };
    assert.deepEqual(waits('initiative: PAY-1', 'to: alan'), [[['alan'], ['pm'], 'ada']]);
    assert.deepEqual(waits('initiative: PAY-1'), [[['grace'], ['pm'], 'ada']]);
    assert.deepEqual(waits('problem: p'), [[['dorothy', 'grace'], ['pm'], 'ada']]);
    assert.deepEqual(waits(), [[[], ['pm'], 'ada']]);
    const { library, question } = asked([], [reply('09:40', 'grace', 'answer: true')]);
    assert.deepEqual(kind.waitsFor?.(question, library), []);
  });

  it('stands below its initiative, what waits first, and says where work stands still', () => {
    const library = libraryOf({
      'because.yml': TEAM,
      'initiatives/PAY-1.md': record(['title: Receipts', 'owner: grace']),
      'questions/a.md': record(['initiative: PAY-1'], 'For whom?'),
      'questions/b.md': record(['initiative: PAY-1', 'blocking: true', 'to: grace'], 'One or two?'),
      'questions/c.md': record(['initiative: PAY-1'], 'Who pays?'),
      'replies/r.md': record(['on: a', 'answer: true', 'by: grace', 'created: 2026-11-23T09:00Z'], 'Shops.'),
    });
    const initiative = library.findOf('initiative', 'PAY-1') ?? assert.fail();
    const rows = sketch([initiativeRow(library, initiative, 'sprint')]);
    assert.deepEqual(rows.slice(rows.findIndex((row) => row.trim().startsWith('Questions'))), [
      '  Questions | 2 open · 1 closed',
      '    One or two? | open · for Grace Hopper · blocks work',
      '    Who pays? | open',
      '    For whom? | answered · by Grace Hopper',
    ]);
    assert.deepEqual(
      inSection(library, initiative, 'question').map(({ id }) => id),
      ['b', 'c', 'a'],
    );
    const open = openBelow(library, initiative).find(({ place }) => place.name === 'questions');
    assert.equal(open?.place.open?.(open.open.length), '2 open questions');
    assert.deepEqual(
      urgentBelow(library, initiative, aroundIn(library)).map(({ urgent }) => urgent.map(({ id }) => id)),
      [['b']],
    );
  });
});

describe('The thread of a question', () => {
  const title = (lines: readonly string[], replies: readonly string[], now: string) => {
    const { library, question } = asked(['initiative: PAY-1', ...lines], replies);
    return threadTitle(library, question, new Date(at(now)));
  };
  const seen = reply('09:05', 'grace');
  const answer = reply('09:12', 'grace', 'answer: true');
  const again = reply('09:20', 'ada', 'reopens: true');

  it('says how it stands, how much time is left, and what it is about', () => {
    assert.equal(title([], [], '09:25'), 'Waiting · 35 min left · PAY-1 PAY-1');
    assert.equal(
      title(['to: grace', 'blocking: true'], [], '10:20'),
      'Overdue by 20 min · for Grace Hopper · blocks work · PAY-1 PAY-1',
    );
    assert.equal(title([], [seen], '09:25'), 'Acknowledged · 35 min left · PAY-1 PAY-1');
    assert.equal(title([], [seen], '10:20'), 'Acknowledged · overdue by 20 min · PAY-1 PAY-1');
    assert.equal(title([], [answer], '15:00'), 'Answered in 12 min by Grace Hopper · PAY-1 PAY-1');
    assert.equal(title([], [answer, again], '09:30'), 'Reopened · 38 min left · PAY-1 PAY-1');
    assert.equal(title(['state: withdrawn'], [], '09:30'), 'Withdrawn · PAY-1 PAY-1');
  });

  it('says nothing of a time that nobody wrote down, or that nobody tells', () => {
    const library = libraryOf({ 'because.yml': TEAM, 'questions/q.md': record(['to: grace'], 'One or two?') });
    const question = library.findOf('question', 'q') ?? assert.fail();
    assert.equal(threadTitle(library, question, new Date(at('09:30'))), 'Waiting · for Grace Hopper');
    const { library: dated, question: waiting } = asked([]);
    assert.equal(threadTitle(dated, waiting), 'Waiting');
    assert.equal(
      title(['state: answered', 'answeredBy: grace'], [], '09:30'),
      'Answered by Grace Hopper · PAY-1 PAY-1',
    );
  });

  it('is settled once nobody waits', () => {
    const isSettled = ({ library, question }: ReturnType<typeof asked>) => kind.thread?.isSettled(question, library);
    assert.deepEqual([asked([]), asked([], [answer]), asked(['state: withdrawn'])].map(isSettled), [false, true, true]);
  });
});

describe('The row of a question', () => {
  const row = (replies: readonly string[], now?: string) => {
    const { library, question } = asked(['to: grace'], replies);
    const { description, tone } = recordRow(library, question, 'sprint', now ? new Date(at(now)) : undefined);
    return [description, tone];
  };

  it('tells the time where it is drawn again as that goes on', () => {
    assert.deepEqual(row([]), ['open · for Grace Hopper', undefined]);
    assert.deepEqual(row([], '09:25'), ['open · 35 min left · for Grace Hopper', undefined]);
    assert.deepEqual(row([], '10:20'), ['open · 20 min overdue · for Grace Hopper', 'error']);
    const answer = reply('09:12', 'grace', 'answer: true');
    assert.deepEqual(row([answer], '15:00'), ['answered in 12 min · by Grace Hopper', 'quiet']);
  });
});

describe('The row of an initiative', () => {
  const sign = (time: string | undefined, ...questions: readonly (readonly string[])[]) => {
    const library = libraryOf({
      'because.yml': TEAM,
      'initiatives/PAY-1.md': record(['owner: grace']),
      ...Object.fromEntries(
        questions.map((lines, at) => [
          `questions/q${at}.md`,
          record(['initiative: PAY-1', 'by: ada', `created: ${AT_9}`, ...lines], 'One or two?'),
        ]),
      ),
    });
    const initiative = library.findOf('initiative', 'PAY-1') ?? assert.fail();
    return initiativeRow(library, initiative, 'sprint', { now: time === undefined ? undefined : new Date(at(time)) });
  };

  it('bears a sign where an answer is overdue by the working hours of the team, and none before', () => {
    assert.equal(sign('09:25', []).urgent, undefined);
    assert.equal(sign('10:20', []).urgent, '1 question is overdue');
    assert.equal(sign('10:20', [], []).urgent, '2 questions are overdue');
    assert.match(sign('10:20', []).spoken, /1 question is overdue$/);
  });

  it('bears none where nobody waits any more, and where nothing tells the time', () => {
    assert.equal(
      sign('10:20', ['state: withdrawn'], ['state: answered', `answered: ${at('09:12')}`]).urgent,
      undefined,
    );
    assert.equal(sign(undefined, []).urgent, undefined);
  });

  it('bears one where a question blocks work, however long somebody waits', () => {
    const blocking = ['blocking: true'];
    assert.equal(sign(undefined, blocking).urgent, '1 question blocks work');
    assert.equal(sign('09:25', blocking, []).urgent, '1 question blocks work');
    assert.equal(sign('10:20', blocking, []).urgent, '1 question blocks work, 1 question is overdue');
  });
});
