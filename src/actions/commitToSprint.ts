/** Committing initiatives to a sprint: each with a decision that says who did it and what was missing when they did. */

import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { field, filled, trimmed } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { gapsOf } from '../core/board/readiness.ts';
import type { Initiative } from '../core/kinds/all.ts';
import type { Change, FieldChange } from '../core/library/change.ts';
import { recordInput } from '../core/library/inputs.ts';
import { planAgreed, planOf } from '../core/plans/committed.ts';
import { promisedFor } from '../core/results/promised.ts';
import type { Gap } from '../core/scoring/readiness.ts';
import { action } from './action.ts';
import { addedTo } from './changes.ts';
import { memberAsking } from './members.ts';
import { initiativeNow, recordOfKind } from './named.ts';

/** What a commitment came to. */
export interface Commitment {
  /** The decisions written. */
  readonly ids: readonly string[];
  /** What each initiative lacked, by its id. */
  readonly missing: Readonly<Record<string, readonly Gap[]>>;
}

export const commitToSprint = action({
  name: 'commitToSprint',
  title: () => t('Commit to Sprint'),
  input: z.object({
    initiatives: field(z.array(filled).check(z.minLength(1)), () =>
      t('Which initiatives do you commit to? Check as many as fit into the sprint.'),
    ),
    sprint: recordInput('sprint', () => t('To which sprint?')),
    reason: z.optional(
      field(trimmed, () => t('Why commit it anyway? Your answer is saved with the decision.'), {
        wanted: () => t('Give a reason. Somebody will ask in three months.'),
      }),
    ),
  }),
  needsMe: true,
  async run(because, { initiatives: keys, sprint: named, reason }): Promise<Commitment> {
    await memberAsking(because);
    const { id: sprint } = await recordOfKind(because, 'sprint', named);
    const initiatives = new Map<string, Initiative>();
    for (const key of keys) {
      const initiative = await initiativeNow(because, key);
      initiatives.set(initiative.id, initiative);
    }
    const plans = [...initiatives.values()].map((initiative) => planFor(because, initiative, sprint, reason));
    const written = await because.write(plans.flatMap(({ changes }) => changes));
    return {
      ids: written.flatMap(({ id, kind }) => (kind === 'decision' ? id : [])),
      missing: Object.fromEntries(plans.map(({ id, missing }) => [id, missing])),
    };
  },
});

interface Plan {
  readonly id: string;
  readonly changes: readonly Change[];
  readonly missing: readonly Gap[];
}

/** One commitment; the decision is not written twice for an initiative that was committed already. */
function planFor({ library }: Because, initiative: Initiative, sprint: string, reason: string | undefined): Plan {
  refuseOver(initiative);
  const { id, values } = initiative;
  const isPlanned = values.status === 'idea' || values.status === 'candidate';
  const fields: FieldChange[] = [
    ...(isPlanned ? [[['status'], 'committed'] as const] : []),
    ...addedTo(initiative, 'sprint', [sprint]),
  ];
  const missing = gapsOf(library, initiative);
  const isDecided = library
    .children(id, 'decision')
    .some((decision) => decision.values.initiative === id && decision.values.sprint === sprint);
  const isSensitive = initiative.facts.withheld;
  const decision: Change = {
    create: 'decision',
    fields: {
      initiative: id,
      sprint,
      missing: missing.length > 0 ? missing : undefined,
      // What was agreed before stays what changes are compared with, and what is sensitive is in its own file alone.
      outcome: isSensitive || promisedFor(library, id) ? undefined : promiseOf(values.outcome),
      plan: isSensitive || planAgreed(library, id) ? undefined : planOf(values),
    },
    body: reason ? `${reason}\n` : '',
  };
  return { id, missing, changes: isDecided && fields.length === 0 ? [] : [{ edit: initiative, fields }, decision] };
}

/** What of an outcome is promised; undefined where no target is. */
function promiseOf({ unit, baseline, target, by }: Initiative['values']['outcome'] & object = {}) {
  if (target === undefined) return undefined;
  return { ...(unit && { unit }), ...(baseline !== undefined && { baseline }), target, ...(by && { by }) };
}

/** Throws `bad-input` for what is not to be built any more. */
function refuseOver({ id, archived, values: { status } }: Initiative): void {
  if (archived) {
    throw new BecauseError('bad-input', t('{0} is archived.', id), {
      next: t('Remove “archived” from its record first.'),
    });
  }
  if (status === 'dropped') {
    throw new BecauseError('bad-input', t('{0} was dropped.', id), {
      next: t('To build it after all, change its status to candidate first.'),
    });
  }
  if (status === 'shipped' || status === 'measured') {
    throw new BecauseError('bad-input', t('{0} is already shipped.', id), {
      next: t('Create a new initiative for what comes next.'),
    });
  }
}
