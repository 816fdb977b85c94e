/** A question: what somebody has to know of the work before them, whom they ask, and how it stands. */
import { plural, t, wordsFor } from '../base/l10n.ts';
import type { Lookup } from '../records/face.ts';
import { type Around, repliesText } from '../records/face.ts';
import * as f from '../records/field.ts';
import { anchorField, kind } from '../records/kind.ts';
import type { ContextRecord } from '../records/record.ts';
import { ownersOf } from '../records/wait.ts';
import type { Waited } from '../records/waited.ts';
import { dotted, joined } from '../text/joined.ts';
import { gist } from '../text/markdownText.ts';

/** A word of somebody else is no answer: the question is acknowledged. */
type State = 'open' | 'acknowledged' | 'answered' | 'reopened' | 'withdrawn';

export const questionState = wordsFor<State>({
  open: () => t('open'),
  acknowledged: () => t('acknowledged'),
  answered: () => t('answered'),
  reopened: () => t('reopened'),
  withdrawn: () => t('withdrawn'),
});

/** How a question stands. */
export interface Course extends Waited {
  readonly state: State;
  /** Whether somebody waits for an answer. */
  readonly isWaiting: boolean;
  /** The reply that answers it, where one does. */
  readonly answer: ContextRecord | undefined;
  readonly answeredBy: string | undefined;
}

interface Asked {
  readonly id: string;
  readonly values: {
    readonly state: 'open' | 'answered' | 'withdrawn';
    readonly by?: string;
    readonly created?: string;
    readonly asked?: string;
    readonly answered?: string;
    readonly answeredBy?: string;
  };
}

type Reply = ContextRecord<{ by?: string; created?: string; answer: boolean; reopens: boolean }>;

/** Somebody answered, or opened it again. */
interface Turn {
  readonly at: string | undefined;
  readonly answers: boolean;
  readonly by: string | undefined;
  readonly reply?: Reply;
}

/**
 * How a question stands, by its file and by the replies to it: each a file of its own, so that nobody who answers changes what
 * another wrote. What the file calls answered without saying when is answered, whatever the replies say.
 */
export function courseOf({ id, values }: Asked, around: Pick<Lookup, 'children'>): Course {
  const replies = around.children(id, 'reply') as readonly ContextRecord[] as readonly Reply[];
  const before: Waited['before'][number][] = [];
  let since = values.asked ?? values.created;
  let answer: Turn | undefined;
  let state: State = 'open';
  for (const turn of turnsOf(values, replies)) {
    if (turn.answers === (answer !== undefined)) continue;
    if (turn.answers) before.push({ from: since, to: turn.at });
    else since = turn.at;
    answer = turn.answers ? turn : undefined;
    state = turn.answers ? 'answered' : 'reopened';
  }
  if (values.state === 'answered' && values.answered === undefined && !answer) {
    before.push({ from: since, to: undefined });
    answer = { at: undefined, answers: true, by: values.answeredBy };
    state = 'answered';
  }
  if (!answer && replies.some((reply) => isWordOfOther(reply, values.by, since))) state = 'acknowledged';
  if (values.state === 'withdrawn') state = 'withdrawn';
  const isWaiting = state !== 'answered' && state !== 'withdrawn';
  return {
    state,
    isWaiting,
    before,
    since: isWaiting ? since : undefined,
    answer: answer?.reply,
    answeredBy: answer?.by,
  };
}

/** In their order; of two in one minute the answer is the first, as only what is answered is opened again. */
function turnsOf({ state, answered, answeredBy }: Asked['values'], replies: readonly Reply[]): readonly Turn[] {
  const turns: Turn[] = replies.flatMap((reply) => {
    const { answer, reopens, created, by } = reply.values;
    return answer || reopens ? { at: created, answers: answer, by, reply } : [];
  });
  if (state === 'answered' && answered !== undefined) turns.push({ at: answered, answers: true, by: answeredBy });
  const moment = ({ at }: Turn) => (at === undefined ? Number.MAX_VALUE : Date.parse(at));
  return turns.sort((a, b) => moment(a) - moment(b) || Number(b.answers) - Number(a.answers));
}

function isWordOfOther({ values }: Reply, asker: string | undefined, since: string | undefined): boolean {
  const { by, created, answer, reopens } = values;
  if (answer || reopens || by === asker) return false;
  return created === undefined || since === undefined || Date.parse(created) >= Date.parse(since);
}

/** Whether the team's time to answer is over, where the time is told. */
const isOverdue = (course: Course, around: Around): boolean => around.timeOf(course)?.overdue !== undefined;

/** How it stands, and how long somebody waits or waited, where the time is told: `open · 35 min left`. */
function standing({ state, ...waited }: Course, around: Around): string {
  const { left, overdue, took } = around.timeOf(waited) ?? {};
  if (state === 'answered' && took !== undefined) return t('answered in {0}', took);
  return dotted(
    questionState(state),
    left !== undefined && t('{0} left', left),
    overdue !== undefined && t('{0} overdue', overdue),
  );
}

/** The same as the title of its thread begins: `Waiting · 35 min left`, `Answered in 12 min by Grace Hopper`. */
function heading({ state, answeredBy, ...waited }: Course, around: Around): string {
  const { left, overdue, took } = around.timeOf(waited) ?? {};
  if (state === 'answered') {
    const by = answeredBy === undefined ? undefined : around.memberName(answeredBy);
    if (took === undefined) return by === undefined ? t('Answered') : t('Answered by {0}', by);
    return by === undefined ? t('Answered in {0}', took) : t('Answered in {0} by {1}', took, by);
  }
  if (state === 'open' && overdue !== undefined) return t('Overdue by {0}', overdue);
  return dotted(
    headings[state](),
    left !== undefined && t('{0} left', left),
    overdue !== undefined && t('overdue by {0}', overdue),
  );
}

const headings = {
  open: () => t('Waiting'),
  acknowledged: () => t('Acknowledged'),
  reopened: () => t('Reopened'),
  withdrawn: () => t('Withdrawn'),
};

const icons = {
  open: 'question',
  acknowledged: 'eye',
  answered: 'pass',
  reopened: 'question',
  withdrawn: 'circle-slash',
};

export const question = kind({
  name: 'question',
  prefix: 'qu',
  icon: 'question',
  ownCommand: true,
  label: () => t('Question'),
  labels: () => t('Questions'),
  help: () => t('Something a person needs to know to go on with the work, and who should answer it.'),
  bodyHelp: () => t('The question.'),
  fields: {
    initiative: f.reference(() => t('The initiative it is about.'), 'initiative'),
    problem: f.reference(() => t('The problem it is about, if there is no initiative yet.'), 'problem'),
    to: f.member(() => t('Who should answer it. Without it, the owner of the initiative.')),
    asked: f.time(() => t('When it was asked. Without it, when the record was created.')),
    blocking: f.flag(() => t('True if work cannot go on until it is answered.')),
    state: f.oneOf(() => t('The state of the question, if no reply says it.'), ['open', 'answered', 'withdrawn']),
    answered: f.time(() => t('When it was answered, if no reply says it.')),
    answeredBy: f.member(() => t('Who answered it, if no reply says it.')),
    anchor: anchorField(),
  },
  place: {
    name: 'questions',
    label: () => t('Questions'),
    icon: 'question',
    isLast: true,
    open: (count) => (count > 0 ? plural(count, '{0} open question', '{0} open questions') : ''),
    urgent(questions) {
      const blocking = questions.filter(({ values }) => values.blocking).length;
      const overdue = questions.length - blocking;
      return joined(
        blocking > 0 && plural(blocking, '{0} question blocks work', '{0} questions block work'),
        overdue > 0 && plural(overdue, '{0} question is overdue', '{0} questions are overdue'),
      );
    },
    rank: (record, around) => (courseOf(record, around).isWaiting ? 0 : 2) + (record.values.blocking ? 0 : 1),
  },
  thread: {
    title(record, around) {
      const course = courseOf(record, around);
      const { to, blocking } = record.values;
      if (!course.isWaiting) return heading(course, around);
      return dotted(
        heading(course, around),
        to !== undefined && t('for {0}', around.memberName(to)),
        blocking && t('blocks work'),
      );
    },
    isSettled: (record, around) => !courseOf(record, around).isWaiting,
  },
  isTimed: true,
  isOpen: (record, around) => courseOf(record, around).isWaiting,
  isUrgent(record, around) {
    const course = courseOf(record, around);
    return course.isWaiting && (record.values.blocking || isOverdue(course, around));
  },
  waitsFor(record, around) {
    const { isWaiting, before, since } = courseOf(record, around);
    if (!isWaiting) return [];
    const { to, by, blocking } = record.values;
    const of = to === undefined ? ownersOf(around, record.values) : [to];
    const words = t('Answer the question');
    return [
      { of, roles: ['pm'], verb: 'answerQuestion', words, waited: { before, since }, for: by, isUrgent: blocking },
    ];
  },
  describe: ({ state, blocking }) => dotted(state, blocking && t('blocks work')),
  look(record, name, around) {
    const course = courseOf(record, around);
    const { state, isWaiting, answeredBy } = course;
    const { by, to, blocking } = record.values;
    const stopped = isWaiting && blocking ? t('blocks work') : undefined;
    const asked = to !== undefined && isWaiting && t('for {0}', around.memberName(to));
    const answered = answeredBy !== undefined && t('by {0}', around.memberName(answeredBy));
    const stands = standing(course, around);
    return {
      description: dotted(stands, asked || answered, stopped),
      icon: icons[state],
      tone: !isWaiting ? 'quiet' : isOverdue(course, around) ? 'error' : blocking ? 'warning' : undefined,
      state,
      spoken: joined(
        t('Question'),
        name,
        stands,
        asked || answered || undefined,
        stopped,
        by && t('asked by {0}', around.memberName(by)),
        repliesText(around, record.id),
      ),
    };
  },
  lines(record, around) {
    const course = courseOf(record, around);
    const { isWaiting, answer } = course;
    const { by, to, blocking, anchor } = record.values;
    const people = [by && t('by {0}', around.memberName(by)), to && t('for {0}', around.memberName(to))];
    return [
      dotted(standing(course, around), isWaiting && blocking && t('blocks work'), ...people),
      gist(record.body),
      answer ? t('Answer: {0}', gist(answer.body)) : '',
      anchor?.path ? `${anchor.path}:${anchor.line ?? 1}` : '',
      repliesText(around, record.id) ?? '',
    ];
  },
  loose: () => t('This question names no initiative and no problem. Add one, so that somebody answers it.'),
  starts: ['initiative', 'to', 'blocking'],
  snippetBody: '${0:What do you need to know?}',
});
