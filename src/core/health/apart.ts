/** A health check among people who are apart, as it is told: who takes part, who has done what, and what comes next. */
import type { Outcome } from '../ballots/round.ts';
import { fingerprint } from '../ballots/sealing.ts';
import { dayWords } from '../base/dayWords.ts';
import { t } from '../base/l10n.ts';
import { memberName } from '../face/names.ts';
import type { HealthRound } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { today } from '../library/query.ts';
import type { Phase } from './phases.ts';
import { apartOf, keysOf, outcome, replacedKeys, unrevealed } from './rounds.ts';
import { leastOf } from './told.ts';

/** What a member is called; the id of somebody because.yml does not name. */
const called = (library: Library, id: string): string => memberName(library, id) ?? id;

/** Checks apart, as one person sees them. */
export function apartTold(library: Library, me: string | undefined, now: Date) {
  const keys = keysOf(library);
  const without = library.members.flatMap(({ id = '' }) => (keys.has(id) ? [] : called(library, id)));
  const record = unrevealed(library)[0];
  return {
    /** Whether one's own key is among the records; whether its secret one is here too, only the editor knows. */
    hasKey: me !== undefined && keys.has(me),
    with: [...keys.keys()].map((member) => called(library, member)),
    without,
    canStart: record === undefined && keys.size >= leastOf(library),
    round: record && roundTold(library, record, me, now),
  };
}

/** The key one needs now: that of the check that goes on, where one takes part, or else one's own among the records. */
export function ownKey(library: Library, me: string | undefined): string | undefined {
  const record = unrevealed(library)[0];
  const people = record && apartOf(library, record)?.round.people;
  return people?.find(({ member }) => member === me)?.key ?? keysOf(library).get(me ?? '');
}

const nobody = { people: [], isIn: false, hasAnswered: false, hasAdded: false, canClose: false, missing: 0 };

function roundTold(library: Library, record: HealthRound, me: string | undefined, now: Date) {
  const { id, values } = record;
  const opened = values.opened === undefined ? undefined : dayWords(values.opened, today(library, now));
  const apart = apartOf(library, record);
  if (!apart) {
    return { ...nobody, id, opened, phase: 'spoiled' as Phase, trouble: sentencesOf(noPeople()) };
  }
  const { round, envelopes, counted, parts } = apart;
  const found = outcome(apart);
  const replaced = replacedKeys(library, apart);
  const isIn = me !== undefined && round.people.some(({ member }) => member === me);
  const answered = new Set(envelopes.map(({ by }) => by));
  const added = new Set(parts.map(({ values }) => values.by));
  return {
    id,
    opened,
    phase: phaseOf(found),
    trouble:
      found?.state === 'impossible' || found?.state === 'unfit'
        ? sentencesOf(partsTrouble(found, (member) => called(library, member)))
        : undefined,
    people: round.people.map(({ member, key }) => ({
      name: called(library, member),
      isMe: member === me,
      fingerprint: fingerprint(key),
      answered: answered.has(member),
      counts: counted?.some(({ by }) => by === member) ?? false,
      added: added.has(member),
      replaced: replaced.includes(member),
    })),
    isIn,
    hasAnswered: me !== undefined && answered.has(me),
    hasAdded: me !== undefined && added.has(me),
    canClose: !counted && envelopes.length >= leastOf(library),
    /** How many parts are still needed. */
    missing: found?.state === 'waiting' ? found.missing : 0,
  };
}

function phaseOf(found: Outcome | undefined): Phase {
  if (!found) return 'open';
  if (found.state === 'done') return 'ready';
  return found.state === 'waiting' || found.state === 'unfit' ? 'closed' : 'spoiled';
}

/** What is wrong, and what to do about it. */
interface Trouble {
  readonly happened: string;
  readonly next: string;
}

const startAnother = (): string => t('Archive its record and start another check.');

const sentencesOf = ({ happened, next }: Trouble): string => `${happened} ${next}`;

/** What is wrong with a record of which nobody can tell whose check it is. */
export const noPeople = (): Trouble => ({
  happened: t('The record of this check does not say who takes part, or names too many people.'),
  next: startAnother(),
});

/** What is wrong with parts of which no totals come. */
export function partsTrouble(
  found: Extract<Outcome, { state: 'impossible' | 'unfit' }>,
  nameOf: (member: string) => string,
): Trouble {
  if (found.state === 'impossible') {
    return {
      happened: t('The totals are impossible: somebody sent something other than answers, and nobody can tell who.'),
      next: startAnother(),
    };
  }
  if (found.liar === undefined) {
    return {
      happened: t('The parts do not fit together: one is wrong.'),
      next: t('With one more, it can be told which.'),
    };
  }
  return {
    happened: t(
      'The part of {0} does not fit the others: it was changed, or somebody sent them a wrong share.',
      nameOf(found.liar),
    ),
    next: t('Ask them to add it again. If that does not help, archive their part: the others are enough.'),
  };
}
