/** A promise: what somebody said they would do by when, and what became of it. */
import { blameAdvice } from '../advice/advice.ts';
import { dayWords } from '../base/dayWords.ts';
import { t, wordsFor } from '../base/l10n.ts';
import { type Lookup, repliesText } from '../records/face.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import type { Wait } from '../records/wait.ts';
import { isMap } from '../records/written.ts';
import { dotted, joined } from '../text/joined.ts';
import { gist } from '../text/markdownText.ts';
import { lateWords } from './scopeChange.ts';

const states = ['open', 'kept', 'late', 'broken', 'renegotiated'] as const;

type State = (typeof states)[number];

/** The state of a promise, in words. */
export const promiseState = wordsFor<State>({
  open: () => t('open'),
  kept: () => t('kept'),
  late: () => t('kept late'),
  broken: () => t('not kept'),
  renegotiated: () => t('renegotiated'),
});

/** Whether somebody still waits for it: a promise with another date is as open as before. */
export const isPromised = ({ values: { state, done } }: Promised): boolean =>
  done === undefined && (state === 'open' || state === 'renegotiated');

interface Promised {
  readonly values: { readonly state: State; readonly done?: string };
}

interface Moved {
  readonly id: string;
  readonly values: { readonly was?: readonly { readonly moved?: string }[] };
}

/** Whether a member has replied to a promise since its date was set, or moved last. */
export function isAcknowledged({ id, values }: Moved, around: Pick<Lookup, 'children'>, member: string): boolean {
  const set = values.was?.at(-1)?.moved ?? '';
  return around.children(id, 'reply').some(({ values: { by, created } }) => {
    return by === member && (typeof created === 'string' ? created : '') >= set;
  });
}

/** The earlier due dates, each with the time it was moved. One that nobody dated may stand as the day alone. */
function earlierDates() {
  const dates = f.maps(() => t('The earlier due dates, and when each was moved.'), {
    due: f.time(() => t('When it was due before.')),
    moved: f.time(() => t('When it was moved. Without it, the move counts as made after the due date.')),
  });
  const asMap = (each: unknown) => (isMap(each) ? each : { due: each });
  return { ...dates, read: (written: unknown) => dates.read([written].flat().map(asMap)) };
}

const icons = {
  open: 'circle-large-outline',
  renegotiated: 'history',
  kept: 'pass',
  late: 'pass',
  broken: 'circle-slash',
} as const;

export const commitment = kind({
  name: 'commitment',
  icon: 'verified',
  ownCommand: true,
  label: () => t('Promise'),
  labels: () => t('Promises'),
  help: () => t('What somebody said they would do by a day or time, and what became of it.'),
  bodyHelp: () => t('What was promised.'),
  fields: {
    by: f.required(f.member(() => t('Who made the promise. Only they change the record.'))),
    to: f.member(() => t('Who waits for it. Without it, the whole team.')),
    due: f.required(f.time(() => t('The day, or the time, by which it is due.'))),
    state: f.oneOf(() => t('What became of it.'), states),
    done: f.time(() => t('When it was done. Whether that was on time is computed from it.')),
    was: earlierDates(),
    initiative: f.reference(() => t('The initiative it is about.'), 'initiative'),
  },
  place: {
    name: 'promises',
    label: () => t('Promises'),
    icon: 'verified',
    isLast: true,
    rank: (record) => (isPromised(record) ? 0 : 1),
  },
  isTimed: true,
  isOpen: (record) => isPromised(record),
  waitsFor(record, around) {
    const { by, to, due, was = [] } = record.values;
    if (!isPromised(record) || by === undefined) return [];
    const keep: Wait = { of: [by], verb: 'answer', words: t('Keep the promise'), due, for: to, warns: true };
    if (to === undefined || to === by || due === undefined || isAcknowledged(record, around, to)) return [keep];
    const words =
      was.length > 0 ? t('Acknowledge: now due {0}', dayWords(due)) : t('Acknowledge: due {0}', dayWords(due));
    return [keep, { of: [to], verb: 'acknowledgePromise', words }];
  },
  describe: ({ state, due }) => dotted(promiseState(state), due && t('due {0}', dayWords(due))),
  look(record, name, around) {
    const { state, due, by, to } = record.values;
    const people = [by, to].flatMap((id) => (id === undefined ? [] : around.memberName(id))).join(' → ');
    const stands = [promiseState(state), due && t('due {0}', dayWords(due))];
    const from = by && t('by {0}', around.memberName(by));
    const whom = to && t('to {0}', around.memberName(to));
    return {
      description: dotted(...stands, people),
      icon: icons[state],
      tone: isPromised(record) ? undefined : 'quiet',
      state,
      spoken: joined(t('Promise'), name, ...stands, from, whom, repliesText(around, record.id)),
    };
  },
  lines(record, around) {
    const { state, due, done, by, to, was = [] } = record.values;
    return [
      dotted(
        promiseState(state),
        by && t('by {0}', around.memberName(by)),
        to && t('to {0}', around.memberName(to)),
        due && t('due {0}', dayWords(due)),
        done && t('done {0}', dayWords(done)),
      ),
      gist(record.body),
      was.length > 0 ? t('Due before: {0}', was.map(({ due: before }) => dayWords(before ?? '')).join(', ')) : '',
      repliesText(around, record.id) ?? '',
    ];
  },
  lint: (record, around) => blameAdvice(record, lateWords(around, record.values.initiative ?? '')),
  starts: ['by', 'to', 'due', 'initiative'],
  snippetBody: '${0:What you promise.}',
});
