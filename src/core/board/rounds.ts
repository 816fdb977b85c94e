/** Rounds of estimates: which one goes on, who gave what in it, and what of it one person may see. */
import { compareTexts } from '../base/order.ts';
import { type Estimate, type Initiative, isOf } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import type { ContextRecord } from '../records/record.ts';
import { type Factor, factors, type Guess } from '../scoring/factors.ts';
import type { Round, Voice } from '../scoring/item.ts';
import { scalesOf } from './scales.ts';

/** One estimate file, read as somebody's word in a round. */
export interface Given {
  /** The member's id. */
  readonly by: string;
  readonly round: number;
  readonly record: Estimate;
  /** What of it counts: without the factors given in another unit. */
  readonly guesses: Voice['guesses'];
  /** Why it does not count at all: it says nothing, cannot be read, or the same person wrote another file for this round. */
  readonly idle?: 'empty' | 'broken' | 'replaced' | undefined;
  /** The factors left out because they count something else. */
  readonly unlike: readonly Factor[];
}

/** All rounds of an initiative, the same for everybody. */
export interface Rounds {
  /** The number of the round that goes on. */
  readonly current: number;
  /** Whether everybody is shown the numbers of the current round. */
  readonly revealed: boolean;
  /** Every estimate, broken ones too, the latest round first, then by person. */
  readonly all: readonly Given[];
  /** What counts in the current round, one for each person. */
  readonly counted: readonly Given[];
  /** Whose those are. */
  readonly givers: ReadonlySet<string>;
}

/**
 * The rounds of an initiative. The current one is the highest that the initiative or an estimate names; it is revealed when
 * the initiative says so of that very round.
 */
export function roundsOf(library: Library, initiative: Initiative): Rounds {
  return library.memoFor(readRounds, initiative);
}

const readRounds = (library: Library, initiative: Initiative): Rounds => {
  const own = library.children(initiative.id, 'estimate').map((record) => givenBy(library, initiative, record));
  const known = withoutReplaced(own).sort(latestRoundFirst);
  const valid = known.filter(({ idle }) => idle === undefined);
  const opened = initiative.values.round?.number ?? 1;
  const current = Math.max(opened, ...valid.map(({ round }) => round));
  const counted = valid.filter(({ round }) => round === current);
  let all: readonly Given[] | undefined;
  return {
    current,
    revealed: opened === current && initiative.values.round?.revealed !== undefined,
    // A hover asks for what counts alone, and need not look through all files for broken ones.
    get all() {
      all ??= [...known, ...lost(library, initiative, own)].sort(latestRoundFirst);
      return all;
    },
    counted,
    givers: new Set(counted.map(({ by }) => by)),
  };
};

/** How far the current round is, for one person; without one, nothing is theirs. */
export function roundFor({ current, revealed, counted }: Rounds, me: string | undefined): Round {
  return { number: current, revealed, given: counted.length, mine: counted.some(({ by }) => by === me) };
}

/** The voices of the current round a person may hear: all once they gave theirs or it is revealed, else none. */
export function voicesFor(rounds: Rounds, me: string | undefined): readonly Voice[] {
  return rounds.counted.filter((given) => maySee(rounds, me, given)).map(({ by, guesses }): Voice => ({ by, guesses }));
}

/** Whether a person may see an estimate: their own, those of earlier rounds, and all once they gave theirs or it is revealed. */
export function maySee(rounds: Rounds, me: string | undefined, { by, round }: Given): boolean {
  if (round < rounds.current || rounds.revealed) return true;
  return me !== undefined && (by === me || rounds.givers.has(me));
}

/** The file a person's estimate of the current round stands in, broken or not; undefined where there is none. */
export function estimateBy(rounds: Rounds, by: string): Estimate | undefined {
  const own = rounds.all.filter((given) => given.by === by && given.round === rounds.current);
  return (own.find(({ idle }) => idle === undefined) ?? own.findLast(({ idle }) => idle !== 'replaced'))?.record;
}

/** Whether a record is an estimate that must not be shown to a person, for whoever has met the file alone. */
export function isHidden(library: Library, estimate: ContextRecord, me: string | undefined): boolean {
  if (!isOf(estimate, 'estimate')) return false;
  const about = estimate.values.initiative;
  const initiative = about === undefined ? undefined : library.findOf('initiative', about);
  if (!initiative) return true;
  const rounds = roundsOf(library, initiative);
  const given = rounds.all.find(({ record }) => record === estimate);
  return given === undefined || !maySee(rounds, me, given);
}

function givenBy(library: Library, initiative: Initiative, record: Estimate): Given {
  const { values, broken } = record;
  const guesses: { [F in Factor]?: Guess } = {};
  const unlike: Factor[] = [];
  for (const factor of factors) {
    const guess = values[factor];
    if (guess === undefined) continue;
    if (isUnlike(library, initiative, record, factor)) unlike.push(factor);
    else guesses[factor] = guess;
  }
  const idle = broken ? 'broken' : Object.keys(guesses).length === 0 ? 'empty' : undefined;
  return { by: values.by ?? nameInPath(record.path), round: values.round, record, guesses, idle, unlike };
}

/** What counts something else cannot be set beside the others' numbers. */
function isUnlike(library: Library, initiative: Initiative, { values }: Estimate, factor: Factor): boolean {
  if (factor !== 'reach' && factor !== 'effort') return false;
  const { reachUnit, effortUnit } = scalesOf(library);
  const own = factor === 'reach' ? values.reachUnit : values.effortUnit;
  const usual = factor === 'reach' ? (initiative.values.rice?.unit ?? reachUnit) : effortUnit;
  return own !== undefined && own.trim().toLowerCase() !== usual.trim().toLowerCase();
}

/** `estimates/PAY-142/ada.round-2.md` is Ada's, even where the file does not say so. */
function nameInPath(path: string): string {
  return path.replace(/^.*\//, '').replace(/(\.round-\d+)?\.md$/i, '');
}

/** Of two files by one person for one round, the later by path counts. */
function withoutReplaced(all: readonly Given[]): Given[] {
  const sorted = [...all].sort((a, b) => compareTexts(a.record.path, b.record.path));
  const last = new Map(sorted.filter(({ idle }) => idle === undefined).map((given) => [keyOf(given), given]));
  return sorted.map((given) => {
    const winner = last.get(keyOf(given));
    return given.idle === undefined && winner !== given ? { ...given, idle: 'replaced' } : given;
  });
}

const keyOf = ({ by, round }: Given): string => `${round} ${by}`;

const latestRoundFirst = (a: Given, b: Given): number =>
  b.round - a.round || compareTexts(a.by, b.by) || compareTexts(a.record.path, b.record.path);

/** Files too broken to say what they are about still lie in the folder of their initiative. */
function lost(library: Library, initiative: Initiative, known: readonly Given[]): readonly Given[] {
  const records = new Set(known.map(({ record }) => record));
  return (library.memo(brokenByFolder).get(initiative.id) ?? [])
    .filter((record) => !records.has(record))
    .map((record) => givenBy(library, initiative, record));
}

const brokenByFolder = (library: Library): ReadonlyMap<string, readonly Estimate[]> => {
  const broken = library.ofKind('estimate').filter((estimate) => estimate.broken);
  return Map.groupBy(broken, ({ path }) => path.split('/').at(-2) ?? '');
};
