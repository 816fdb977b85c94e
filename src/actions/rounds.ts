/** Rounds of estimates from the first look to the agreed number: revealed, begun anew, agreed. */

import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { plural, t } from '../core/base/l10n.ts';
import { itemOf } from '../core/board/item.ts';
import { type Rounds, roundsOf } from '../core/board/rounds.ts';
import { agreedIn } from '../core/board/standing.ts';
import type { Initiative } from '../core/kinds/all.ts';
import type { FieldChange } from '../core/library/change.ts';
import { recordInput } from '../core/library/inputs.ts';
import { today } from '../core/library/query.ts';
import { type Factor, factors } from '../core/scoring/factors.ts';
import type { Item } from '../core/scoring/item.ts';
import { dotted } from '../core/text/joined.ts';
import { action, written } from './action.ts';
import { partChanges } from './changes.ts';
import { memberAsking } from './members.ts';
import { initiativeNow } from './named.ts';
import { numberInput, saysFactor } from './scoringInput.ts';

/** An initiative by what was estimated of it. How many gave an estimate is told to everybody. */
const estimated = (help: () => string, fits: (round: Item['round']) => boolean = ({ given }) => given > 0) =>
  z.object({
    initiative: recordInput('initiative', help, {
      fits: (initiative, library) => fits(itemOf(library, initiative, undefined).round),
      beside(initiative, library) {
        const { number, given } = itemOf(library, initiative, undefined).round;
        return dotted(t('round {0}', number), plural(given, '{0} has estimated', '{0} have estimated'));
      },
      none: () => t('No initiative has estimates for this yet. Run Because: Estimate first.'),
    }),
  });

/** Shows everybody the numbers of the round that goes on. */
export const revealRound = action({
  name: 'revealRound',
  title: () => t('Reveal Estimates'),
  input: estimated(
    () => t('For which initiative do you want to reveal the estimates?'),
    ({ given, revealed }) => given > 0 && !revealed,
  ),
  needsMe: true,
  run: (because, { initiative }) =>
    changeRound(because, initiative, ({ current, revealed, counted }, id) => {
      if (revealed) return undefined;
      if (counted.length === 0) {
        throw new BecauseError('bad-input', t('Nobody has estimated in round {0} of {1} yet.', current, id), {
          next: t('Give yours first.'),
          remedy: { verb: 'estimate', title: t('Estimate') },
        });
      }
      return { number: current, revealed: today(because.library, because.now()) };
    }),
});

/** Opens the next round; every estimate of earlier ones stays. */
export const startRound = action({
  name: 'startRound',
  title: () => t('Start New Round of Estimates'),
  input: estimated(() => t('Which initiative do you want to re-estimate? Earlier rounds are kept.')),
  needsMe: true,
  run: (because, { initiative }) =>
    changeRound(because, initiative, ({ current, revealed, counted }) =>
      // A round nobody has estimated in is new already: two who begin one at once begin the same.
      counted.length === 0 && !revealed
        ? undefined
        : { number: current + 1, opened: today(because.library, because.now()), revealed: undefined },
    ),
});

/** Writes what becomes of the current round; nothing where there is nothing to do. */
async function changeRound(
  because: Because,
  key: string,
  next: (rounds: Rounds, id: string) => { readonly [part: string]: unknown } | undefined,
) {
  const by = await memberAsking(because);
  const initiative = await initiativeNow(because, key);
  const parts = next(roundsOf(because.library, initiative), initiative.id);
  const fields = parts && partChanges(initiative, 'round', { ...parts, by });
  if (fields) await because.write([{ edit: initiative, fields }]);
  const { id, path } = initiative;
  return { id, path };
}

const agreed = (factor: Factor) => z.optional(z.nullable(numberInput(factor)));

/** Writes the numbers the team agreed on, with the day and who wrote them; null takes one back. */
export const agreeScore = action({
  name: 'agreeScore',
  title: () => t('Set Agreed Score'),
  input: z
    .object({
      initiative: recordInput('initiative', () => t('For which initiative did the team agree on a score?')),
      reach: agreed('reach'),
      impact: agreed('impact'),
      confidence: agreed('confidence'),
      effort: agreed('effort'),
    })
    .check(z.refine(saysFactor, { path: ['reach'], message: 'reach, impact, confidence or effort is needed' })),
  needsMe: true,
  async run(because, { initiative: key, ...numbers }) {
    const me = await memberAsking(because);
    const initiative = await initiativeNow(because, key);
    const fields = agreement(because, initiative, numbers, me);
    return written(because, [{ edit: initiative, fields }]);
  },
});

/** The changes that write down agreed numbers; null takes one back, and the last one takes the day and the name along. */
export function agreement(
  { library, now }: Because,
  initiative: Initiative,
  numbers: { readonly [F in Factor]?: number | null | undefined },
  me: string,
): FieldChange[] {
  const given = factors.filter((factor) => numbers[factor] !== undefined);
  const before = agreedIn(initiative);
  const after = { ...before, ...numbers };
  const isAny = factors.some((factor) => typeof after[factor] === 'number');
  return partChanges(initiative, 'rice', {
    ...Object.fromEntries(given.map((factor) => [factor, numbers[factor] ?? undefined])),
    agreed: isAny ? today(library, now()) : undefined,
    agreedBy: isAny ? me : undefined,
  });
}
