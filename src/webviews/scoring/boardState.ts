/** From records to what the board's page draws: the items of a scope, and everything around them. */
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { compareTexts } from '../../core/base/order.ts';
import { itemsOf } from '../../core/board/item.ts';
import { isHidden } from '../../core/board/rounds.ts';
import { scalesOf } from '../../core/board/scales.ts';
import { snapshotsOf, standingsIn, takenOn } from '../../core/board/snapshot.ts';
import { nameOf, scopeName, troubleOf } from '../../core/face/names.ts';
import type { Challenge, Snapshot } from '../../core/kinds/all.ts';
import { isOf } from '../../core/kinds/all.ts';
import { awayWords } from '../../core/kinds/sprint.ts';
import type { Library } from '../../core/library/library.ts';
import { type Scope, sprintsAhead, today } from '../../core/library/query.ts';
import { goalOf, type ScopeChoice, scopeOf, scopeOptions } from '../../core/outline/scope.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { oneLine } from '../../core/text/foreignText.ts';
import { firstParagraph, plainWords } from '../../core/text/markdownText.ts';
import type { BoardState, Comparison } from './protocol.ts';

/** What is asked of a folder: the scope to show, and for whom. */
export interface BoardAsked {
  /** The folder's name. */
  readonly folder: string;
  readonly choice: ScopeChoice;
  readonly me: string | undefined;
  readonly now: Date;
}

/** Everything the board shows before an item is opened. */
export function boardStateOf(library: Library, { folder, choice, me, now }: BoardAsked): BoardState {
  const scope = scopeOf(library, choice, now);
  const day = today(library, now);
  const members = library.members.flatMap(({ id, name, role }) =>
    id === undefined ? [] : [{ id, name: oneLine(name ?? id), role }],
  );
  const scopes = scopeOptions(library, now).flatMap(({ choice: each, label, current }) =>
    each.kind === 'current' ? [] : [{ scope: each, label, current }],
  );
  const snapshots = comparable(library, scope);
  const known = members.find(({ id }) => id === me);
  return {
    folder,
    scope,
    goal: goalOf(library, scope),
    scopes,
    scales: scalesOf(library),
    me: me === undefined ? undefined : { id: me, name: known?.name ?? me },
    members,
    items: itemsOf(library, scope, me),
    troubles: troublesIn(library, me),
    snapshots: snapshots.map((each) => keptAs(library, each)),
    otherSnapshots: othersThan(library, snapshots, scopes),
    sprints: sprintsAhead(library, now).map((each) => ({ ...named(each), away: awayWords(each.values, day) })),
    today: day,
  };
}

const named = (record: ContextRecord) => ({ id: record.id, title: nameOf(record) });

/** Rankings of the same scope, and of everything, as that holds the scope too. */
function comparable(library: Library, scope: Scope) {
  const own = new Set(snapshotsOf(library, scope));
  return snapshotsOf(library, { kind: 'all' }).filter(
    (each) => own.has(each) || (each.values.quarter === undefined && each.values.sprint === undefined),
  );
}

/** What a snapshot is of. */
const scopeOfSnapshot = ({ values: { sprint, quarter } }: Snapshot): Scope =>
  sprint === undefined
    ? quarter === undefined
      ? { kind: 'all' }
      : { kind: 'quarter', quarter }
    : { kind: 'sprint', id: sprint };

const keptAs = (library: Library, snapshot: Snapshot) => ({
  ...named(snapshot),
  taken: takenOn(snapshot) || undefined,
  of: scopeName(library, scopeOfSnapshot(snapshot)),
});

/** How many snapshots there are of each of the scopes beside these. */
function othersThan(library: Library, known: readonly Snapshot[], scopes: BoardState['scopes']) {
  const others = snapshotsOf(library, { kind: 'all' }).filter((each) => !known.includes(each));
  const counts = Map.groupBy(others, (each) => JSON.stringify(scopeOfSnapshot(each)));
  return scopes.flatMap(({ scope, label }) => {
    const count = counts.get(JSON.stringify(scope))?.length ?? 0;
    return count === 0 ? [] : [{ scope, label, count }];
  });
}

const KINDS = ['initiative', 'estimate', 'challenge', 'objection', 'snapshot'] as const;

/** The files of scores that cannot be read, or belong to nothing. */
function troublesIn(library: Library, me: string | undefined): BoardState['troubles'] {
  const records = KINDS.flatMap((kind): readonly ContextRecord[] => library.ofKind(kind));
  return records
    .filter((record) => isTroubled(library, record))
    .map((record) => ({ path: record.shownPath, id: record.id, message: messageFor(library, record, me) }));
}

function isTroubled(library: Library, record: ContextRecord): boolean {
  if (record.broken) return true;
  if (!isOf(record, 'estimate') && !isOf(record, 'challenge') && !isOf(record, 'objection')) return false;
  const { initiative } = record.values;
  return initiative === undefined || !library.findOf('initiative', initiative);
}

/** What is wrong with a file may quote it, so of an estimate one may not see yet only that it is wrong is told. */
function messageFor(library: Library, record: ContextRecord, me: string | undefined): string {
  const secret = isHidden(library, record, me);
  const told = secret ? undefined : troubleOf(library, record)?.message;
  return told ?? (record.broken ? t('This file cannot be read.') : t('The initiative this belongs to does not exist.'));
}

/** An earlier ranking, and why numbers changed. Throws `not-found`. */
export function comparisonWith(library: Library, id: string): Comparison {
  const snapshot = library.findOf('snapshot', id);
  if (!snapshot) throw new BecauseError('not-found', t('The snapshot {0} no longer exists.', id));
  return {
    ...keptAs(library, snapshot),
    sprint: snapshot.values.sprint,
    quarter: snapshot.values.quarter,
    scores: [...standingsIn(snapshot).values()],
    accepted: library
      .ofKind('challenge')
      .filter(({ values }) => values.state === 'accepted')
      .flatMap(acceptedIn)
      .sort((a, b) => compareTexts(a.resolved, b.resolved)),
  };
}

function acceptedIn(challenge: Challenge): Comparison['accepted'][number][] {
  const { initiative, factor, from, to, resolved, resolvedBy, score } = challenge.values;
  if (initiative === undefined || factor === undefined) return [];
  const reason = oneLine(plainWords(firstParagraph(challenge.body) ?? nameOf(challenge)));
  return [{ id: challenge.id, initiative, factor, from, to, reason, resolved, resolvedBy, score }];
}
