/** Scoring technical debt: an initiative with the code it sits in, and the bridge that lets it stand beside features. */

import * as z from 'zod/mini';
import { field, filled, trimmed, words } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import type { Initiative } from '../core/kinds/all.ts';
import { initiative } from '../core/kinds/initiative.ts';
import type { Change, FieldChange } from '../core/library/change.ts';
import { anchorInput } from '../core/library/inputs.ts';
import { bounds } from '../core/scoring/factors.ts';
import { action, written } from './action.ts';
import { addedTo, partChanges } from './changes.ts';
import { refuseOutside } from './flagRisk.ts';
import { initiativeNow, recordOfKind } from './named.ts';

const upTo = (most: number, help: () => string) => z.optional(field(z.number().check(z.gte(0), z.lte(most)), help));

const { bridge } = initiative.fields;

const input = z
  .object({
    initiative: z.optional(field(filled, () => t('The debt initiative. Without it, a new one is created.'))),
    title: z.optional(field(words, () => t('What is the debt? A few words.'), { wanted: () => t('Say what it is.') })),
    body: z.optional(field(trimmed, () => t('More about it, as Markdown.'), { unasked: true })),
    problem: z.optional(field(filled, initiative.fields.problem.help, { unasked: true })),
    anchor: z.optional(anchorInput),
    customers: upTo(bounds.reach.max, () => bridge.fields?.customers?.help() ?? ''),
    saved: upTo(bounds.effort.max, () => bridge.fields?.saved?.help() ?? ''),
    because: z.optional(
      field(trimmed, () => t('How do you know? A log, a count, a ticket, a week somebody lost.'), {
        wanted: () => t('Say how you know, so that others can check it.'),
      }),
    ),
  })
  .check(
    z.refine(({ initiative: id, title }) => id !== undefined || title !== undefined, {
      path: ['title'],
      message: 'title or initiative is needed',
    }),
    z.refine(({ initiative: id, title, body }) => id === undefined || (title ?? body) === undefined, {
      path: ['initiative'],
      message: 'a known initiative keeps its title and body',
    }),
  );

type Given = z.infer<typeof input>;

export const scoreDebt = action({
  name: 'scoreDebt',
  title: () => t('Score Technical Debt'),
  input,
  signs: (given) => given.initiative === undefined,
  needsMe: true,
  async run(because, given) {
    await because.ready();
    refuseOutside(given.anchor);
    if (given.problem !== undefined) await recordOfKind(because, 'problem', given.problem);
    const change =
      given.initiative === undefined ? newDebt(given) : asDebt(await initiativeNow(because, given.initiative), given);
    return written(because, [change]);
  },
});

const bridgeIn = ({ customers, saved, because }: Given) =>
  Object.fromEntries(
    Object.entries({ customers, saved, because: because || undefined }).filter(([, value]) => value !== undefined),
  );

function newDebt(given: Given): Change {
  const known = bridgeIn(given);
  return {
    create: 'initiative',
    title: given.title,
    fields: {
      kind: 'debt',
      status: 'idea',
      problem: given.problem,
      bridge: Object.keys(known).length > 0 ? known : undefined,
      anchor: given.anchor,
    },
    body: given.body ? `${given.body}\n` : '',
  };
}

function asDebt(debt: Initiative, given: Given): Change {
  const fields: FieldChange[] = [
    [['kind'], 'debt'],
    ...addedTo(debt, 'problem', given.problem === undefined ? [] : [given.problem]),
    ...partChanges(debt, 'bridge', bridgeIn(given)),
    ...(given.anchor ? partChanges(debt, 'anchor', wholeAnchor(given.anchor)) : []),
  ];
  return { edit: debt, fields };
}

/** A part that is not given is removed: an old commit would not be the one this line was seen in. */
const wholeAnchor = ({ path, line, text, commit }: z.infer<typeof anchorInput>) => ({ path, line, text, commit });
