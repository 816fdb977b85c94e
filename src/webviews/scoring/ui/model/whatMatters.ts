/** What of items a simulation depends on: their numbers and units, and not their titles, risks or challenges. */
import type { Item, Scales } from '../../../../core/scoring/item.ts';

/** Equal texts mean equal simulations. */
export function whatMatters(items: readonly Item[], { reachUnit, customersPerPersonWeek }: Scales): string {
  const numbers = items.map(({ id, kind, agreed, unit, bridge, voices }) => [
    id,
    kind === 'debt',
    agreed,
    unit,
    bridge?.customers,
    bridge?.saved,
    voices.map(({ guesses }) => guesses),
  ]);
  return JSON.stringify([reachUnit, customersPerPersonWeek, numbers]);
}
