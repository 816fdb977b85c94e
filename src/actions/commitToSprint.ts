/** Committing initiatives to a sprint: each with a decision that says who did it and what was missing when they did. */
import * as z from 'zod/mini';
import type { Because, FieldChange } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { filled, trimmed } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { gapsOf } from '../core/board/readiness.ts';
import type { Initiative } from '../core/kinds/all.ts';
import type { Gap } from '../core/scoring/readiness.ts';
import { action } from './action.ts';
import { addedTo, refuseFixed } from './changes.ts';
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
    /** Ids or issue keys. */
    initiatives: z.array(filled).check(z.minLength(1)),
    sprint: filled,
    /** Why, where something is missing. */
    reason: z.optional(trimmed),
  }),
  signs: () => true,
  async run(because, { initiatives: keys, sprint: named, reason }): Promise<Commitment> {
    await memberAsking(because);
    const { id: sprint } = await recordOfKind(because, 'sprint', named);
    const initiatives = new Map<string, Initiative>();
    for (const key of keys) {
      const initiative = await initiativeNow(because, key);
      initiatives.set(initiative.id, initiative);
    }
    // All are looked at before any is written, so that a refusal leaves nothing behind.
    const plans = [...initiatives.values()].map((initiative) => planFor(because, initiative, sprint));
    const ids: string[] = [];
    for (const plan of plans) ids.push(...(await decide(because, plan, sprint, reason)));
    return { ids, missing: Object.fromEntries(plans.map(({ initiative, missing }) => [initiative.id, missing])) };
  },
});

interface Plan {
  readonly initiative: Initiative;
  readonly changes: readonly FieldChange[];
  readonly missing: readonly Gap[];
}

function planFor(because: Because, initiative: Initiative, sprint: string): Plan {
  refuseOver(initiative);
  const { status } = initiative.values;
  const isPlanned = status === 'idea' || status === 'candidate';
  const changes: FieldChange[] = [
    ...(isPlanned ? [[['status'], 'committed'] as const] : []),
    ...addedTo(initiative, 'sprint', [sprint]),
  ];
  refuseFixed(because, initiative, changes);
  return { initiative, changes, missing: gapsOf(because.library, initiative) };
}

/** Writes one commitment; the decision is not written twice for an initiative that was committed already. */
async function decide(
  because: Because,
  { initiative, changes, missing }: Plan,
  sprint: string,
  reason: string | undefined,
): Promise<string[]> {
  const decided = because.library
    .children(initiative.id, 'decision')
    .some(({ values }) => values.initiative === initiative.id && values.sprint === sprint);
  if (decided && changes.length === 0) return [];
  if (changes.length > 0) await because.edit(initiative, changes);
  const { id } = await because.create('decision', {
    fields: { initiative: initiative.id, sprint, missing: missing.length > 0 ? missing : undefined },
    body: reason ? `${reason}\n` : '',
  });
  return [id];
}

/** Throws `bad-input` for what is not to be built any more. */
function refuseOver({ id, archived, values: { status } }: Initiative): void {
  if (archived) {
    throw new BecauseError('bad-input', t('{0} is archived.', id), { next: t('Take it out of the archive first.') });
  }
  if (status === 'dropped') {
    throw new BecauseError('bad-input', t('{0} was dropped.', id), {
      next: t('Make it a candidate again first, if it is to be built after all.'),
    });
  }
  if (status === 'shipped' || status === 'measured') {
    throw new BecauseError('bad-input', t('{0} is shipped already.', id), {
      next: t('Commit what comes after it as an initiative of its own.'),
    });
  }
}
