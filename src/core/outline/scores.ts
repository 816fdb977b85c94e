/** The Scores of an initiative as rows: score and factors, one's own estimate, what is disputed, and what is missing to commit. */

import { plural, t } from '../base/l10n.ts';
import { itemOf } from '../board/item.ts';
import { estimateBy, type Given, maySee, type Rounds, roundsOf } from '../board/rounds.ts';
import { scalesOf } from '../board/scales.ts';
import { challengesOf, objectionsTo, openChallenges, openObjections } from '../board/standing.ts';
import { isScored, type Summary, scoreWords, shortGuess, summaryOf } from '../board/summary.ts';
import type { Initiative } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import type { ContextRecord } from '../records/record.ts';
import { type Factor, factorList, factorName, factors } from '../scoring/factors.ts';
import type { Item, Scales } from '../scoring/item.ts';
import { gapText } from '../scoring/readiness.ts';
import { dotted, joined } from '../text/joined.ts';
import { note, type OutlineNode, recordRow, section } from './node.ts';
import { factorRow } from './scoreFactor.ts';

/** What a Scores row and everything below it is made from. */
interface Scored {
  readonly library: Library;
  readonly initiative: Initiative;
  readonly me: string | undefined;
  readonly item: Item;
  readonly scales: Scales;
  readonly summary: Summary;
  readonly rounds: Rounds;
}

/** The Scores section, closed; as `me` may see it. */
export function scoresRow(
  library: Library,
  initiative: Initiative,
  below: string,
  me: string | undefined,
): OutlineNode {
  const id = `${below}/scores`;
  const item = itemOf(library, initiative, me);
  const row = { id, label: t('Scores'), icon: 'dashboard', context: 'section.scores', record: initiative } as const;
  if (!isScored(item)) {
    const hint = t('Nobody has estimated it. Every engineer gives numbers of their own before they see the others’.');
    return note({ ...row, description: t('no estimates yet'), hint });
  }
  const scales = scalesOf(library);
  const summary = summaryOf(item, scales);
  const scored = { library, initiative, me, item, scales, summary, rounds: roundsOf(library, initiative) };
  return section({ ...row, description: descriptionOf(scored), hint: hintOf(scored) }, () => rowsBelow(scored, id));
}

/** `96 · 3 estimates · 1 challenge · disagree on effort`, or `blind: 2 have estimated, give yours`. */
function descriptionOf({ item, summary }: Scored): string {
  const { given } = item.round;
  const estimates = plural(given, '{0} estimate', '{0} estimates');
  const blind =
    summary.hidden > 0
      ? plural(given, 'blind: {0} has estimated, give yours', 'blind: {0} have estimated, give yours')
      : undefined;
  const isUnknown = blind !== undefined && summary.score === undefined;
  return dotted(
    isUnknown ? undefined : scoreWords(summary),
    blind ?? (given > 0 ? estimates : t('no estimates')),
    item.openChallenges > 0 ? plural(item.openChallenges, '{0} challenge', '{0} challenges') : undefined,
    item.openObjections > 0 ? plural(item.openObjections, '{0} objection', '{0} objections') : undefined,
    summary.disputed.length > 0 ? t('disagree on {0}', factorList(summary.disputed)) : undefined,
  );
}

function hintOf({ item, scales, summary }: Scored): string | undefined {
  if (summary.beside !== undefined) return summary.beside;
  if (summary.hidden > 0)
    return t('The others’ numbers are shown once you have given yours, or the round is revealed.');
  if (summary.score === undefined) return undefined;
  return t(
    '{0}: {1} × impact × confidence, for each of {2}.',
    scoreWords(summary),
    item.unit ?? scales.reachUnit,
    scales.effortUnit,
  );
}

function rowsBelow(scored: Scored, below: string): readonly OutlineNode[] {
  const { library, initiative, summary } = scored;
  // While it is blind there is nothing to say of a factor that was not agreed.
  const isShown = (factor: Factor) => summary.hidden === 0 || summary.numbers[factor] !== undefined;
  const open = [...openChallenges(library, initiative), ...openObjections(library, initiative)];
  return [
    ...(summary.beside === undefined ? [] : [besideRow(scored, below, summary.beside)]),
    ...factors.filter(isShown).map((factor) => factorRow(scored, factor, below)),
    ...ownRow(scored, below),
    ...othersRow(scored, below),
    ...open.map((record) => recordRow(library, record, below)),
    ...missingRow(scored, below),
    ...earlierRow(scored, below),
  ];
}

function besideRow({ initiative }: Scored, below: string, reason: string): OutlineNode {
  return note({
    id: `${below}/beside`,
    label: t('Beside the ranking'),
    description: reason,
    icon: 'info',
    context: 'note',
    record: initiative,
    hint: reason,
  });
}

const isDone = ({ values: { status } }: Initiative) => ['shipped', 'measured', 'dropped'].includes(status);

/** My estimate of this round; a row that says there is none, while one can still be given. */
function ownRow({ library, initiative, me, rounds }: Scored, below: string): readonly OutlineNode[] {
  const own = me === undefined ? undefined : estimateBy(rounds, me);
  if (own) return [{ ...estimateRow(library, rounds, own, `${below}/mine`), label: t('My estimate') }];
  if (isDone(initiative)) return [];
  return [
    note({
      id: `${below}/mine`,
      label: t('No estimate of yours yet'),
      description: rounds.current > 1 ? t('round {0}', rounds.current) : '',
      icon: 'circle-outline',
      tone: 'quiet',
      context: 'note.estimate',
      record: initiative,
    }),
  ];
}

/** The others' estimates of this round, where they may be seen; those whose files need mending too. */
function othersRow({ library, initiative, me, rounds }: Scored, below: string): readonly OutlineNode[] {
  const others = rounds.all.filter(
    (given) =>
      given.round >= rounds.current && given.by !== me && (given.idle === 'broken' || maySee(rounds, me, given)),
  );
  if (others.length === 0) return [];
  const id = `${below}/others`;
  const row = { id, label: t('Estimates of others'), icon: 'organization', context: 'section.estimates' } as const;
  return [
    section({ ...row, description: String(others.length), record: initiative }, () =>
      others.map(({ record }) => estimateRow(library, rounds, record, id)),
    ),
  ];
}

/** The row of a record; of an estimate with its numbers, for whoever may see them. */
function estimateRow(library: Library, rounds: Rounds, estimate: ContextRecord, below: string): OutlineNode {
  const row = recordRow(library, estimate, below);
  const given = rounds.all.find(({ record }) => record === estimate);
  if (row.tone === 'error' || !given) return row;
  const numbers = numbersIn(given);
  const isReplaced = given.idle === 'replaced' ? t('replaced by another file') : undefined;
  return {
    ...row,
    description: dotted(numbers, row.description, isReplaced),
    spoken: joined(row.spoken, numbers, isReplaced),
  };
}

/** `reach 240, impact 3, confidence 80%, effort 4–9`. */
function numbersIn({ guesses }: Pick<Given, 'guesses'>): string {
  return factors
    .flatMap((factor) => {
      const guess = guesses[factor];
      if (guess === undefined) return [];
      const sign = factor === 'confidence' && guess !== '?' ? '%' : '';
      return `${factorName(factor).toLowerCase()} ${shortGuess(guess)}${sign}`;
    })
    .join(', ');
}

function missingRow({ initiative, item }: Scored, below: string): readonly OutlineNode[] {
  if (isDone(initiative)) return [];
  const missing = item.missing.map(gapText).join(', ');
  const row = { id: `${below}/missing`, context: 'note', record: initiative } as const;
  if (missing === '')
    return [note({ ...row, label: t('Ready to commit'), icon: 'pass', hint: t('Nothing is missing.') })];
  return [
    note({
      ...row,
      label: t('Missing to commit'),
      description: missing,
      icon: 'checklist',
      hint: t('Before it is committed: {0}. This is advice, and blocks nothing.', missing),
    }),
  ];
}

/** What was decided, and the estimates of earlier rounds, the latest first: nothing said is out of reach. */
function earlierRow({ library, initiative, rounds }: Scored, below: string): readonly OutlineNode[] {
  const records: ContextRecord[] = [
    ...challengesOf(library, initiative).filter(({ values }) => values.state !== 'open'),
    ...objectionsTo(library, initiative).filter(({ values }) => values.state !== 'open'),
    ...library.children(initiative.id, 'decision'),
    ...rounds.all.filter(({ round }) => round < rounds.current).map(({ record }) => record),
  ];
  if (records.length === 0) return [];
  const id = `${below}/earlier`;
  const when = (record: ContextRecord) => String(record.values.created ?? '');
  records.sort((a, b) => (when(a) === when(b) ? (a.path < b.path ? -1 : 1) : when(a) < when(b) ? 1 : -1));
  const row = { id, label: t('Decided before'), icon: 'history', context: 'section.decided' } as const;
  return [
    section({ ...row, description: String(records.length), record: initiative }, () =>
      records.map((record) => estimateRow(library, rounds, record, id)),
    ),
  ];
}
