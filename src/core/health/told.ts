/** Health checks as they are told: the latest first, what to talk about first, and how it went over time. */
import { dayWords } from '../base/dayWords.ts';
import { ascending } from '../base/ids.ts';
import { plural, t } from '../base/l10n.ts';
import { nameOf } from '../face/names.ts';
import type { Health } from '../kinds/all.ts';
import { byPath } from '../library/indexes.ts';
import type { Library } from '../library/library.ts';
import { today } from '../library/query.ts';
import { itemSentence, levelWords, surveyItems } from '../survey/items.ts';
import { agreeing, byVariance, impossible, leastAnswers, scoreOf, type Totals } from '../survey/totals.ts';
import { contradicted } from './rounds.ts';

/** Rounds before which nobody can tell a change from chance. */
const TREND = 3;

/** As many rounds as can be compared at a glance. */
const MOST = 6;

/** How many answers a team wants at least before any are shown. */
export const leastOf = ({ team }: Library): number => leastAnswers(team.health?.least);

/** A check whose totals may be shown. */
interface Shown {
  readonly record: Health;
  readonly people: number;
  readonly totals: Totals;
}

/** Health checks, as of a moment. */
export function healthTold(library: Library, now: Date) {
  const least = leastOf(library);
  const all = library.ofKind('health').filter(({ withheld }) => !withheld);
  const shown = once(all.flatMap((record) => shownOf(library, record, least) ?? [])).toSorted(newestFirst);
  const day = today(library, now);
  return {
    least,
    items: surveyItems.map((item) => ({ item, sentence: itemSentence(item) })),
    levels: levelWords(),
    rounds: shown.map((one) => roundTold(one, day)),
    trend: trendTold(shown.slice(0, MOST).toReversed(), day),
    /** Checks with too few answers, or with counts that nobody can have given. */
    hidden: all.filter((record) => !shownOf(library, record, least)).length,
  };
}

function shownOf(library: Library, record: Health, least: number): Shown | undefined {
  const { participants: people = 0, answers = {} } = record.values;
  if (people < least || impossible(answers, people).length > 0) return undefined;
  if (contradicted(library, record)) return undefined;
  return { record, people, totals: answers as Totals };
}

/** A check apart that two people revealed at the same time is one. */
function once(all: readonly Shown[]): readonly Shown[] {
  const byRound = Map.groupBy(all, ({ record: { id, values } }) => values.round ?? id);
  return [...byRound.values()].flatMap((same) => same.toSorted((a, b) => byPath(a.record, b.record))[0] ?? []);
}

const closedOn = ({ record: { values } }: Shown): string => values.closed ?? values.created?.slice(0, 10) ?? '';
const writtenAt = ({ record: { values } }: Shown): string => values.created ?? '';

const newestFirst = (a: Shown, b: Shown): number =>
  ascending(closedOn(b), closedOn(a)) || ascending(writtenAt(b), writtenAt(a)) || ascending(b.record.id, a.record.id);

function roundTold(shown: Shown, day: string) {
  const { record, people, totals } = shown;
  const closed = closedOn(shown);
  return {
    id: record.id,
    name: nameOf(record),
    closed: closed === '' ? undefined : dayWords(closed, day),
    people,
    peopleWords: plural(people, '{0} person answered', '{0} people answered'),
    score: scoreOf(...Object.values(totals)) ?? 0,
    items: byVariance(totals).map((item) => ({
      item,
      sentence: itemSentence(item),
      counts: totals[item],
      score: scoreOf(totals[item]) ?? 0,
      agree: t('{0} of {1} agree', agreeing(totals[item]), people),
    })),
    comments: record.values.comments ?? [],
    unreadable: record.values.unreadable ?? 0,
    outcome: record.body.trim(),
  };
}

/** The scores of the rounds, oldest first; nothing while there are too few to tell a change from chance. */
function trendTold(rounds: readonly Shown[], day: string) {
  if (rounds.length < TREND) return undefined;
  return {
    rounds: rounds.map((one) => {
      const closed = closedOn(one);
      return {
        id: one.record.id,
        name: closed === '' ? nameOf(one.record) : dayWords(closed, day),
        score: scoreOf(...Object.values(one.totals)) ?? 0,
      };
    }),
    items: surveyItems.map((item) => ({
      item,
      sentence: itemSentence(item),
      scores: rounds.map(({ totals }) => scoreOf(totals[item]) ?? 0),
    })),
  };
}
