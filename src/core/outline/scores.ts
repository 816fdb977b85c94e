/** The Scores of an initiative as rows: score and factors, one's own estimate, what is disputed, and what is missing to commit. */
import { plural, t } from '../base/l10n.ts';
import { compareTexts } from '../base/order.ts';
import { estimateBy, type Given, maySee, type Rounds, roundsOf } from '../board/rounds.ts';
import { disputesOf, openDisputes } from '../board/standing.ts';
import { type Summary, scoreWords, shortGuess, summaryOf } from '../board/summary.ts';
import type { Initiative } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import type { ContextRecord } from '../records/record.ts';
import { type Factor, factorList, factorName, factors } from '../scoring/factors.ts';
import { gapText, isOver } from '../scoring/readiness.ts';
import { dotted, joined } from '../text/joined.ts';
import { note, type OutlineNode, type Rows, recordRow, section } from './node.ts';
import { factorRow } from './scoreFactor.ts';

/** What a Scores row and everything below it is made from. */
interface Scored {
  readonly library: Library;
  readonly initiative: Initiative;
  readonly me: string | undefined;
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
  const summary = summaryOf(library, initiative, me);
  const row = { id, label: t('Scores'), icon: 'dashboard', context: 'section.scores', record: initiative } as const;
  if (!summary) {
    const hint = t('Nobody has estimated it yet. All engineers give their own numbers before they see the others’.');
    return note({ ...row, description: t('no estimates yet'), hint });
  }
  const scored = { library, initiative, me, summary, rounds: roundsOf(library, initiative) };
  return section({ ...row, description: descriptionOf(summary), hint: hintOf(summary) }, () => rowsBelow(scored, id));
}

/** `96 · 3 estimates · 1 challenge · disagree on effort`, or `hidden: 2 have estimated, give yours`. */
function descriptionOf(summary: Summary): string {
  const { item } = summary;
  const { given } = item.round;
  const estimates = plural(given, '{0} estimate', '{0} estimates');
  const blind =
    summary.hidden > 0
      ? plural(given, 'hidden: {0} has estimated, give yours', 'hidden: {0} have estimated, give yours')
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

function hintOf(summary: Summary): string | undefined {
  const { beside, hidden, score, scales } = summary;
  if (beside !== undefined) return beside;
  if (hidden > 0) return t('You see the others’ numbers once you have given yours, or when the round is revealed.');
  if (score === undefined) return undefined;
  return t(
    '{0}: {1} × impact × confidence, for each of {2}.',
    scoreWords(summary),
    scales.reachUnit,
    scales.effortUnit,
  );
}

function rowsBelow(scored: Scored, below: string): Rows {
  const { library, initiative, summary } = scored;
  // While it is blind there is nothing to say of a factor that was not agreed.
  const isShown = (factor: Factor) => summary.hidden === 0 || summary.numbers[factor] !== undefined;
  const open = [...openDisputes(library, initiative, 'challenge'), ...openDisputes(library, initiative, 'objection')];
  return [
    ...(summary.beside === undefined ? [] : [besideRow(scored, below, summary.beside)]),
    ...factors.filter(isShown).map((factor) => factorRow(library, initiative, summary, factor, below)),
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
    label: t('Not ranked'),
    description: reason,
    icon: 'info',
    context: 'note',
    record: initiative,
    hint: reason,
  });
}

/** My estimate of this round; a row that says there is none, while one can still be given. */
function ownRow({ library, initiative, me, rounds }: Scored, below: string): Rows {
  const own = me === undefined ? undefined : estimateBy(rounds, me);
  if (own) return [{ ...estimateRow(library, rounds, own, `${below}/mine`), label: t('My estimate') }];
  if (isOver(initiative.values.status)) return [];
  return [
    note({
      id: `${below}/mine`,
      label: t('You have not estimated yet'),
      description: rounds.current > 1 ? t('round {0}', rounds.current) : '',
      icon: 'circle-outline',
      tone: 'quiet',
      context: 'note.estimate',
      record: initiative,
    }),
  ];
}

/** The others' estimates of this round, where they may be seen; those whose files need mending too. */
function othersRow({ library, initiative, me, rounds }: Scored, below: string): Rows {
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

function missingRow({ initiative, summary: { item } }: Scored, below: string): Rows {
  if (isOver(initiative.values.status)) return [];
  const missing = item.missing.map(gapText).join(', ');
  const row = { id: `${below}/missing`, description: missing, context: 'note', record: initiative } as const;
  if (missing === '')
    return [note({ ...row, label: t('Ready to commit'), icon: 'pass', hint: t('Nothing is missing.') })];
  const hint = t('Still missing: {0}. You can commit it anyway.', missing);
  return [note({ ...row, label: t('Not ready to commit'), icon: 'checklist', hint })];
}

/** What was decided, and the estimates of earlier rounds, the latest first: nothing said is out of reach. */
function earlierRow({ library, initiative, rounds }: Scored, below: string): Rows {
  const decided = (['challenge', 'objection'] as const).flatMap((kind): readonly ContextRecord[] =>
    disputesOf(library, initiative, kind).filter(({ values }) => values.state !== 'open'),
  );
  const records = [
    ...decided,
    ...library.children(initiative.id, 'decision'),
    ...rounds.all.filter(({ round }) => round < rounds.current).map(({ record }) => record),
  ];
  if (records.length === 0) return [];
  const id = `${below}/earlier`;
  const when = (record: ContextRecord) => String(record.values.created ?? '');
  records.sort((a, b) => compareTexts(when(b), when(a)) || compareTexts(a.path, b.path));
  const row = { id, label: t('Earlier decisions'), icon: 'history', context: 'section.decided' } as const;
  return [
    section({ ...row, description: String(records.length), record: initiative }, () =>
      records.map((record) => estimateRow(library, rounds, record, id)),
    ),
  ];
}
