/** The scales a team ranks on, as because.yml says them. */
import type { TeamValues } from '../kinds/all.ts';
import type { Scales } from '../scoring/item.ts';
import { EFFORT_UNIT } from '../scoring/plan.ts';

/** The team's scales; where because.yml says nothing: customers per quarter, person-weeks. */
export function scalesOf({ team }: { readonly team: TeamValues }): Scales {
  const usual = { reachUnit: 'customers', effortUnit: EFFORT_UNIT, period: 'quarter' };
  return { ...usual, customersPerPersonWeek: undefined, ...team.scoring };
}
