/** The scales a team ranks on, as because.yml says them. */
import type { TeamValues } from '../kinds/all.ts';
import type { Scales } from '../scoring/item.ts';

/** The team's scales; where because.yml says nothing: customers per quarter, person-weeks. */
export function scalesOf({ team }: { readonly team: TeamValues }): Scales {
  const { reachUnit, effortUnit, period, customersPerPersonWeek } = team.scoring ?? {};
  return {
    reachUnit: reachUnit ?? 'customers',
    effortUnit: effortUnit ?? 'person-weeks',
    period: period ?? 'quarter',
    customersPerPersonWeek,
  };
}
