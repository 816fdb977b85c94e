/** A score as people read it: no more digits than anybody can mean, the same in every language. */
import type { Factor } from './factors.ts';

/** From here on a score is said in millions, billions, trillions. */
const LARGE = [
  { from: 999_999_500_000, unit: 1e12, letter: 'T' },
  { from: 999_999_500, unit: 1e9, letter: 'B' },
  { from: 999_999.5, unit: 1e6, letter: 'M' },
] as const;

/** Above this no RICE score lies. */
const LARGEST = 1e15;

/** Under this, that it is not nothing is all there is to say. */
const SMALL = 0.01;

/**
 * `675`, `1,260`, `12.5`, `0.25`, `1.2M`, `< 0.01`: whole from a hundred on, about three digits below, never an exponent; a
 * dash for no score, and for what is no number.
 */
export function scoreText(score: number | undefined): string {
  if (score === undefined || !Number.isFinite(score)) return '–';
  if (score < 0) return `-${scoreText(-score)}`;
  if (score >= LARGEST) return '> 999T';
  const large = LARGE.find(({ from }) => score >= from);
  if (large) return `${short(score / large.unit)}${large.letter}`;
  return score > 0 && score < SMALL ? `< ${SMALL}` : short(score);
}

/** A factor's number with its sign; another text where there is none. */
export function factorText(factor: Factor, value: number | undefined, none = '–'): string {
  if (value === undefined) return none;
  return factor === 'confidence' ? `${scoreText(value)}%` : scoreText(value);
}

/** `450`, or `300–600` where it may be anything between. */
export function saidBetween(low: number, high: number): string {
  return low === high ? scoreText(low) : `${scoreText(low)}–${scoreText(high)}`;
}

function short(value: number): string {
  const decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  const [whole = '', rest] = String(Number(value.toFixed(decimals))).split('.');
  // What is longer than six digits is said in millions.
  const grouped = whole.length > 3 ? `${whole.slice(0, -3)},${whole.slice(-3)}` : whole;
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** Units are named in the plural; of the usual ones the product knows what one is called. */
const single = new Map([
  ['customers', 'customer'],
  ['person-weeks', 'person-week'],
  ['slices', 'slice'],
  ['issues', 'issue'],
]);

/** What so many of a unit are called. */
export const unitWord = (count: number, unit: string): string => (count === 1 ? (single.get(unit) ?? unit) : unit);
