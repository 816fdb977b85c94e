/** The scales a team ranks on, as because.yml says them. */
import type { TeamValues } from '../kinds/all.ts';
import type { Scales } from '../scoring/item.ts';

/** The team's scales; where because.yml says nothing: customers per quarter, person-weeks. */
export function scalesOf({ team }: { readonly team: TeamValues }): Scales {
  const usual = { reachUnit: 'customers', effortUnit: 'person-weeks', period: 'quarter' };
  return { ...usual, customersPerPersonWeek: undefined, ...team.scoring };
}
