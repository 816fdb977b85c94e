/** Compares a ranking with an earlier one: what moved and why, what is new, what is gone. */
import * as z from 'zod/mini';
import type { Told } from '../base/input.ts';
import { t } from '../base/l10n.ts';
import { type Factor, factorName, factors } from './factors.ts';
import { type Item, maybeNumber, maybeText, text } from './item.ts';
import { entriesIn, type Ranking } from './ranking.ts';
import { factorText, scoreText } from './scoreText.ts';

/** What one initiative scored when a snapshot was taken. */
const standing = z.object({
  /** The initiative's id. */
  initiative: text,
  /** Undefined for what was not ranked. */
  rank: maybeNumber,
  score: maybeNumber,
  reach: maybeNumber,
  impact: maybeNumber,
  confidence: maybeNumber,
  effort: maybeNumber,
});

/** A challenge that was accepted, with what it did to the score. */
const accepted = z.object({
  /** The challenge's id. */
  id: text,
  initiative: text,
  factor: z.enum(factors),
  from: maybeNumber,
  to: maybeNumber,
  reason: text,
  /** A day or a time. */
  resolved: maybeText,
  resolvedBy: maybeText,
  score: z.optional(z.object({ from: maybeNumber, to: maybeNumber })),
});

/** What a ranking is of: a sprint, a quarter, or all where neither is said. */
export interface Extent {
  readonly sprint?: string | undefined;
  readonly quarter?: string | undefined;
}

/** An earlier ranking, as a snapshot holds it. */
export const earlier = z.object({
  /** A day. */
  taken: maybeText,
  /** Its extent. */
  sprint: maybeText,
  quarter: maybeText,
  scores: z.array(standing),
  /** The challenges accepted so far, oldest first; the earlier ranking's own are left out here. */
  accepted: z.array(accepted),
});

export type Standing = Told<typeof standing>;
export type Accepted = Told<typeof accepted>;
export type Earlier = Told<typeof earlier>;

/** How an item stood, or stands. */
export type Stand = Omit<Standing, 'initiative'>;

/** An item that is in both rankings. */
export interface Moved {
  readonly id: string;
  readonly title: string;
  readonly before: Stand;
  readonly after: Stand;
  /** The factors whose number is another now. */
  readonly changed: readonly Factor[];
  /** Sentences such as `675 → 400 because …`, or `Effort 2 → 4` where nobody gave a reason. */
  readonly because: readonly string[];
}

export interface Compared {
  /** What is in both, in the order of today. */
  readonly rows: readonly Moved[];
  /** How many of today's the earlier ranking could not hold, and how many of it are not looked at today: neither new nor gone. */
  readonly outside: { readonly here: number; readonly there: number };
  readonly added: readonly { readonly id: string; readonly title: string; readonly after: Stand }[];
  /** What was ranked then and is not on the board now. */
  readonly gone: readonly { readonly id: string; readonly before: Stand }[];
}

/** Whether two rankings are of the same. */
export const isSameExtent = (a: Extent, b: Extent): boolean => a.sprint === b.sprint && a.quarter === b.quarter;

/** Whether a ranking of this extent holds an item. */
const holds = ({ sprint, quarter }: Extent, item: Item): boolean =>
  sprint === undefined ? quarter === undefined || item.quarter === quarter : item.sprints.includes(sprint);

/** Sets today's ranking, which is of this extent, beside an earlier one. */
export function compareRankings(earlier: Earlier, ranking: Ranking, extent: Extent = {}): Compared {
  const before = new Map(earlier.scores.map(({ initiative, ...stand }) => [initiative, stand]));
  const reasons = Map.groupBy(earlier.accepted, ({ initiative }) => initiative);
  const rows: Moved[] = [];
  const added: Compared['added'][number][] = [];
  let here = 0;
  for (const { item, rank, score, numbers } of entriesIn(ranking)) {
    const { id, title } = item;
    const [then, after] = [before.get(id), { rank, score, ...numbers }];
    const isKnown = before.delete(id);
    if (!isKnown && !holds(earlier, item)) here++;
    else if (then === undefined) added.push({ id, title, after });
    else rows.push({ id, title, before: then, after, ...whyMoved(then, after, reasons.get(id) ?? [], earlier.taken) });
  }
  const gone = [...before].map(([id, stand]) => ({ id, before: stand }));
  // Who looks at less than the snapshot holds cannot tell what has gone from it.
  const canTell = (extent.sprint ?? extent.quarter) === undefined || isSameExtent(earlier, extent);
  return { rows, added, gone: canTell ? gone : [], outside: { here, there: canTell ? 0 : gone.length } };
}

function whyMoved(
  before: Stand,
  after: Stand,
  accepted: readonly Accepted[],
  taken: string | undefined,
): Pick<Moved, 'changed' | 'because'> {
  const changed = factors.filter((factor) => before[factor] !== after[factor]);
  const since = accepted.filter((each) => changed.includes(each.factor) && isSince(each, taken, after));
  const explained = new Set(since.map(({ factor }) => factor));
  const because = [
    ...since.map((each) => challengeSentence(each, before, after)),
    ...changed.filter((factor) => !explained.has(factor)).map((factor) => changeText(factor, before, after)),
  ];
  return { changed, because };
}

/** Whether a challenge was accepted after the snapshot; where nobody wrote down when, whether the number is what it asked for. */
function isSince({ factor, to, resolved }: Accepted, taken: string | undefined, after: Stand): boolean {
  if (resolved === undefined || taken === undefined) return to === after[factor];
  return resolved.slice(0, 10) >= taken.slice(0, 10);
}

/** `675 → 400 because the migration was left out (effort 2 → 4)`. */
function challengeSentence(challenge: Accepted, before: Stand, after: Stand): string {
  const { factor, from, to, reason, score } = challenge;
  const moved = `${scoreText(score?.from ?? before.score)} → ${scoreText(score?.to ?? after.score)}`;
  const change = `${factorName(factor).toLowerCase()} ${factorText(factor, from, '?')} → ${factorText(factor, to, '?')}`;
  const why = reason.trim().replace(/\.$/, '');
  return why === '' ? `${moved} (${change})` : t('{0} because {1} ({2})', moved, why, change);
}

/** `Effort 2 → 4`. */
function changeText(factor: Factor, before: Stand, after: Stand): string {
  const [from, to] = [before[factor], after[factor]];
  return `${factorName(factor)} ${factorText(factor, from, '?')} → ${factorText(factor, to, '?')}`;
}
