/** Scoring technical debt: an initiative with the code it sits in, and the bridge that lets it stand beside features. */
import * as z from 'zod/mini';
import type { Change, FieldChange } from '../because.ts';
import { filled, trimmed, words } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import type { Initiative } from '../core/kinds/all.ts';
import { bounds } from '../core/scoring/factors.ts';
import { action } from './action.ts';
import { addedTo, partChanges } from './changes.ts';
import { anchorInput, refuseOutside } from './flagRisk.ts';
import { initiativeNow, recordOfKind } from './named.ts';

const upTo = (most: number) => z.optional(z.number().check(z.gte(0), z.lte(most)));

const input = z
  .object({
    /** The initiative that is debt; without it, a new one is made. */
    initiative: z.optional(filled),
    title: z.optional(words),
    body: z.optional(trimmed),
    problem: z.optional(filled),
    anchor: z.optional(anchorInput),
    /** Hit by what the debt causes, per period. */
    customers: upTo(bounds.reach.max),
    /** Person-weeks saved per period. */
    saved: upTo(bounds.effort.max),
    /** How anybody knows. */
    because: z.optional(trimmed),
  })
  .check(
    z.refine(({ initiative, title }) => initiative !== undefined || title !== undefined, {
      path: ['title'],
      message: 'title or initiative is needed',
    }),
    z.refine(({ initiative, title, body }) => initiative === undefined || (title ?? body) === undefined, {
      path: ['initiative'],
      message: 'a known initiative keeps its title and body',
    }),
  );

type Given = z.infer<typeof input>;

export const scoreDebt = action({
  name: 'scoreDebt',
  title: () => t('Score Technical Debt'),
  input,
  signs: ({ initiative }) => initiative === undefined,
  async run(because, given) {
    await because.ready();
    refuseOutside(given.anchor);
    if (given.problem !== undefined) await recordOfKind(because, 'problem', given.problem);
    const change =
      given.initiative === undefined ? newDebt(given) : asDebt(await initiativeNow(because, given.initiative), given);
    const [{ id, path }] = await because.write([change]);
    return { id, path };
  },
});

const bridgeIn = ({ customers, saved, because }: Given) =>
  Object.fromEntries(
    Object.entries({ customers, saved, because: because || undefined }).filter(([, value]) => value !== undefined),
  );

function newDebt(given: Given): Change {
  const bridge = bridgeIn(given);
  return {
    create: 'initiative',
    title: given.title,
    fields: {
      kind: 'debt',
      status: 'idea',
      problem: given.problem,
      bridge: Object.keys(bridge).length > 0 ? bridge : undefined,
      anchor: given.anchor,
    },
    body: given.body ? `${given.body}\n` : '',
  };
}

function asDebt(initiative: Initiative, given: Given): Change {
  const fields: FieldChange[] = [
    [['kind'], 'debt'],
    ...addedTo(initiative, 'problem', given.problem === undefined ? [] : [given.problem]),
    ...partChanges(initiative, 'bridge', bridgeIn(given)),
    ...(given.anchor ? partChanges(initiative, 'anchor', wholeAnchor(given.anchor)) : []),
  ];
  return { edit: initiative, fields };
}

/** A part that is not given is removed: an old commit would not be the one this line was seen in. */
const wholeAnchor = ({ path, line, text, commit }: z.infer<typeof anchorInput>) => ({ path, line, text, commit });
