/** The RICE score: reach × impact × confidence ÷ effort. Source: Intercom, "RICE: Simple prioritization for product managers". */
import { type Factor, factors, type Numbers } from './factors.ts';

/** The factors without a number. */
export function missingFactors(numbers: Numbers): Factor[] {
  return factors.filter((factor) => numbers[factor] === undefined);
}

/**
 * The score in reach units per effort unit; undefined while a factor is missing (what nobody knows is not zero), and where the
 * numbers come to none. Confidence is in percent.
 */
export function riceScore({ reach, impact, confidence, effort }: Numbers): number | undefined {
  if (reach === undefined || impact === undefined || confidence === undefined || effort === undefined) return undefined;
  if (!(effort > 0)) return undefined;
  const score = (reach * impact * (confidence / 100)) / effort;
  return Number.isFinite(score) ? score : undefined;
}
