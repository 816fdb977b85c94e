/** A health check among people who are apart: who takes part with which key, and whose answers count. */
import { dayWords } from '../base/dayWords.ts';
import { plural, t } from '../base/l10n.ts';
import type { Lookup } from '../records/face.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import type { Wait } from '../records/wait.ts';
import { dotted } from '../text/joined.ts';

/** Whether its totals are written down: while it is open, there are none. */
const isRevealed = (id: string, closed: string | undefined, around: Lookup): boolean =>
  closed !== undefined && around.children(id, 'health').length > 0;

/** Which of the people somebody still waits for, by what each of them has to write. */
const without = (people: readonly string[], id: string, of: string, around: Lookup): readonly string[] => {
  const done = around.children(id, of).flatMap(({ values }) => (values.by as string | undefined) ?? []);
  return people.filter((member) => !done.includes(member));
};

export const healthRound = kind({
  name: 'healthRound',
  folder: 'health-rounds',
  prefix: 'hr',
  icon: 'pulse',
  ownCommand: true,
  label: () => t('Remote Health Check'),
  labels: () => t('Remote Health Checks'),
  help: () => t('A remote health check: who takes part, and whose answers count.'),
  bodyHelp: () => t('Why you ask now (optional).'),
  fields: {
    opened: f.dayOfWriting(() => t('The day it was started.')),
    people: f.maps(() => t('Who takes part, in the order of their shares.'), {
      member: f.required(f.member(() => t('The member.'))),
      key: f.required(f.hex(() => t('Their key when it was started.'), 64)),
    }),
    closed: f.day(() => t('The day it was closed. Later answers do not count.')),
    counted: f.maps(() => t('The answers that count, as they were when the check was closed.'), {
      by: f.required(f.member(() => t('Who sent them.'))),
      hash: f.required(f.hex(() => t('The hash of those answers. It shows whether they were changed.'), 64)),
    }),
  },
  named: ({ values: { opened } }) => opened && t('Health check from {0}', dayWords(opened)),
  look({ values: { people = [], closed } }) {
    const words = plural(people.length, '{0} person', '{0} people');
    return {
      description: dotted(words, closed === undefined ? t('open') : t('closed {0}', dayWords(closed))),
      state: closed === undefined ? 'open' : 'closed',
    };
  },
  isOpen: ({ id, values: { people, closed } }, around) => people !== undefined && !isRevealed(id, closed, around),
  waitsFor({ id, values: { people = [], closed } }, around): readonly Wait[] {
    if (isRevealed(id, closed, around)) return [];
    const all = people.flatMap(({ member }) => member ?? []);
    const [kindOfPart, words] =
      closed === undefined
        ? (['healthEnvelope', t('Answer the health check')] as const)
        : (['healthSum', t('Add your part to the health check')] as const);
    const of = without(all, id, kindOfPart, around);
    return of.length > 0 ? [{ of, verb: 'openHealth', words }] : [];
  },
  starts: ['opened', 'people'],
});
