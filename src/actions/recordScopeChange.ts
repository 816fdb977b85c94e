/** Recording a change of scope: what changed is worked out from the plan that was agreed, the person adds why and who asked. */
import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { field, trimmed, wordsElse } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import type { Initiative } from '../core/kinds/all.ts';
import { scopeChange } from '../core/kinds/scopeChange.ts';
import { fieldInput, recordInput } from '../core/library/inputs.ts';
import type { Library } from '../core/library/library.ts';
import { changedFields, isPlanUnkept, planOf, unsaidChange } from '../core/plans/committed.ts';
import { unsaidWords } from '../core/scopeChanges/scopeHistory.ts';
import { action, written } from './action.ts';
import { memberAsking } from './members.ts';
import { initiativeNow } from './named.ts';

const { added, removed, unit, dueFrom, dueTo } = scopeChange.fields;

/** What the initiative does not tell, code may give. */
const given = { unasked: true } as const;

export const recordScopeChange = action({
  name: 'recordScopeChange',
  title: () => t('Record Scope Change'),
  input: z.object({
    initiative: recordInput('initiative', () => t('The scope of which initiative changed?'), {
      fits: (record, library) => unsaidChange(record, library) !== undefined || isGitUnasked(record, library),
      beside: (record, library) => unsaidWords(library, record) ?? t('committed by hand; git knows what was committed'),
      none: () => t('No scope has changed since the commitment.'),
    }),
    reason: field(
      wordsElse(() => t('Say why.')),
      () => t('Why did the scope change?'),
      { example: () => t('Acme needs to see who has read a message') },
    ),
    requestedBy: z.optional(field(trimmed, () => t('Who asked for it? (optional)'))),
    added: z.optional(fieldInput(added, given)),
    removed: z.optional(fieldInput(removed, given)),
    unit: z.optional(fieldInput(unit, given)),
    dueFrom: z.optional(fieldInput(dueFrom, given)),
    dueTo: z.optional(fieldInput(dueTo, given)),
  }),
  needsMe: true,
  async run(because, { initiative: key, reason, requestedBy, ...said }) {
    const me = await memberAsking(because);
    const initiative = await initiativeNow(because, key);
    const isSensitive = because.library.findOf('initiative', initiative.id)?.withheld === true;
    const found = changeIn(because, initiative);
    const known = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    // Where no plan was kept, whoever says that it changed knows better.
    if (!found && Object.keys(known).length === 0 && !isPlanUnkept(initiative, because.library)) {
      throw new BecauseError('bad-input', t('The scope of {0} has not changed since the commitment.', initiative.id), {
        next: t('Change its slices, issues, effort, appetite or due date first.'),
      });
    }
    const fields = {
      initiative: initiative.id,
      requestedBy: requestedBy || undefined,
      ...found,
      ...known,
      acknowledgedBy: [me],
      // What is sensitive stands in its own file alone.
      ...(isSensitive ? {} : plansFor(because, initiative)),
      sensitive: isSensitive || undefined,
    };
    return written(because, [{ create: 'scopeChange', fields, body: `${reason}\n` }]);
  },
});

/** What changed, as a record says it; undefined where nothing did. */
function changeIn({ library }: Because, initiative: Initiative) {
  const change = unsaidChange(initiative, library);
  return change && changedFields(change, library.effortUnit);
}

/** The plan from here on; and the one that was committed, where git alone has it so far. */
function plansFor({ library }: Because, initiative: Initiative) {
  const before = isPlanUnkept(initiative, library) ? library.planInGit(initiative.id) : undefined;
  return { plan: planOf(initiative.values), planBefore: before?.plan, committed: before?.since };
}

/** Whether it was committed by hand, and git may still tell what the plan was. */
const isGitUnasked = (record: Initiative, library: Library): boolean =>
  isPlanUnkept(record, library) && !library.plansInGit.of.has(record.id);
