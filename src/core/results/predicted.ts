/** What was predicted of an initiative when it was committed, and how near the measured numbers came. */
import { t, wordsFor } from '../base/l10n.ts';
import { compareTexts } from '../base/order.ts';
import { roundsOf, voicesFor } from '../board/rounds.ts';
import { standingsIn, takenOn } from '../board/snapshot.ts';
import { agreedIn } from '../board/standing.ts';
import type { Initiative } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { type Factor, factors, type Numbers, rangeOf } from '../scoring/factors.ts';

export interface Predicted {
  readonly numbers: Numbers;
  /** Where the numbers stand: in a snapshot of the ranking, or as agreed in the initiative itself. */
  readonly from: 'snapshot' | 'agreed';
  /** The day; undefined where nobody wrote it down. */
  readonly day: string | undefined;
}

/**
 * The numbers an initiative was committed with: those of the last snapshot by the day of its first commitment, else of the
 * first one after; without a snapshot, the agreed ones. Undefined where no number is known. `until`: the day from which on
 * what was written is no prediction any more.
 */
export function predictedFor(library: Library, initiative: Initiative, until = '9999'): Predicted | undefined {
  const taken = library
    .ofKind('snapshot')
    .flatMap((snapshot) => {
      const numbers = standingsIn(snapshot).get(initiative.id);
      const day = takenOn(snapshot);
      const isKnown = numbers !== undefined && factors.some((factor) => numbers[factor] !== undefined);
      return isKnown && day <= until ? [{ numbers, from: 'snapshot' as const, day }] : [];
    })
    .sort((a, b) => compareTexts(a.day, b.day));
  const committed = committedOn(library, initiative) ?? until;
  const found = taken.findLast(({ day }) => day <= committed) ?? taken[0];
  if (found) return found;
  const numbers = agreedIn(initiative);
  if (Object.keys(numbers).length === 0) return undefined;
  return { numbers, from: 'agreed', day: initiative.values.rice?.agreed };
}

function committedOn(library: Library, { id }: Initiative): string | undefined {
  const days = library
    .children(id, 'decision')
    .flatMap(({ values }) => (values.initiative === id ? (values.created?.slice(0, 10) ?? []) : []));
  return days.sort(compareTexts)[0];
}

/** How a measured number lies to what was predicted. */
export type Fit = 'within' | 'above' | 'below';

/** How it lies, in words. */
export const fitName = wordsFor<Fit>({
  within: () => t('as predicted'),
  above: () => t('more than predicted'),
  below: () => t('less than predicted'),
});

/** Where one number alone was predicted, so much either way is still as predicted. */
export const TOLERANCE = 0.25;

/**
 * How a measured number fits: within the lowest and highest that anybody may see of what was estimated; where that is one
 * number alone, within a quarter of it.
 */
export function fitOf(
  library: Library,
  initiative: Initiative,
  factor: Factor,
  predicted: number,
  measured: number,
): Fit {
  // Nobody in particular: what a round still hides is not told by whether a number lies in it.
  const voices = voicesFor(roundsOf(library, initiative), undefined);
  const ranges = voices.flatMap(({ guesses }) => rangeOf(guesses[factor]) ?? []);
  const low = Math.min(predicted, ...ranges.map((range) => range.low));
  const high = Math.max(predicted, ...ranges.map((range) => range.high));
  const [least, most] = low < high ? [low, high] : [predicted * (1 - TOLERANCE), predicted * (1 + TOLERANCE)];
  if (measured < least) return 'below';
  return measured > most ? 'above' : 'within';
}
