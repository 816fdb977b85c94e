/** Challenging one number of an initiative, and what may become of that: accepted, rejected with words, withdrawn. */

import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { dayWords } from '../core/base/dayWords.ts';
import { BecauseError } from '../core/base/errors.ts';
import { field, type filled, trimmed, words, wordsElse } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { publicNumbers } from '../core/board/item.ts';
import { agreedIn } from '../core/board/standing.ts';
import type { Challenge, Initiative } from '../core/kinds/all.ts';
import type { FieldChange } from '../core/library/change.ts';
import { recordInput, recordsInput } from '../core/library/inputs.ts';
import { today } from '../core/library/query.ts';
import { type Factor, factorName, guessProblem } from '../core/scoring/factors.ts';
import { riceScore } from '../core/scoring/rice.ts';
import { challengeStateName } from '../core/scoring/words.ts';
import { action, written } from './action.ts';
import { memberAsking } from './members.ts';
import { idsNamed, initiativeNow, recordOfKind } from './named.ts';
import { answered } from './replyTo.ts';
import { agreement } from './rounds.ts';
import { factorInput, factorOptions } from './scoringInput.ts';

export const challenge = action({
  name: 'challenge',
  title: () => t('Challenge Estimate'),
  input: z
    .object({
      initiative: recordInput('initiative', () => t('Which initiative has the wrong number?')),
      factor: field(factorInput, () => t('Which number is wrong?'), { options: factorOptions }),
      to: field(z.number(), () => t('What the number should be, in the units of the factor.')),
      reason: field(
        wordsElse(() => t('Say why.')),
        () => t('Why? The person who decides reads this first.'),
      ),
      from: z.optional(
        field(z.number(), () => t('The number you doubt. Without it, the one everybody sees.'), {
          unasked: true,
        }),
      ),
      evidence: z.optional(
        recordsInput('evidence', () => t('Which evidence supports it? Press Enter to go on without any.')),
      ),
    })
    .check(({ value: { factor, ...given }, issues }) => {
      for (const name of ['to', 'from'] as const) {
        const message = given[name] === undefined ? undefined : guessProblem(factor, given[name]);
        if (message !== undefined) issues.push({ code: 'custom', path: [name], message, input: given[name] });
      }
    }),
  needsMe: true,
  async run(because, { initiative: key, factor, to, reason, from, evidence = [] }) {
    await memberAsking(because);
    const initiative = await initiativeNow(because, key);
    const pieces = await idsNamed(because, evidence, 'evidence');
    // What somebody guessed in a round that is still hidden must not be told by a challenge.
    const stands = publicNumbers(because.library, initiative)[factor];
    if (to === stands || to === from) {
      throw new BecauseError('bad-input', t('{0} of {1} is already {2}.', factorName(factor), initiative.id, to), {
        next: t('Say what it should be instead.'),
      });
    }
    const evidenceIds = pieces.length > 0 ? pieces : undefined;
    return written(because, [
      {
        create: 'challenge',
        fields: { initiative: initiative.id, factor, from: from ?? stands, to, evidence: evidenceIds, state: 'open' },
        body: `${reason}\n`,
      },
    ]);
  },
});

interface Settled {
  readonly id: string;
  readonly reason?: string | undefined;
}

/** A challenge nobody has decided. */
const challenged: typeof filled = recordInput('challenge', () => t('Which challenge?'), {
  fits: ({ values }) => values.state === 'open',
  none: () => t('There is no open challenge.'),
});

export const acceptChallenge = action({
  name: 'acceptChallenge',
  title: () => t('Accept Challenge'),
  input: z.object({
    id: challenged,
    reason: z.optional(field(trimmed, () => t('Why. Added as a reply.'), { unasked: true })),
  }),
  needsMe: true,
  async run(because, { id: named, reason }) {
    const me = await memberAsking(because);
    const doubted = await openChallenge(because, named);
    const { initiative, factor, to } = await changeIn(because, doubted);
    // Somebody may have agreed on the number without the challenge.
    const isWritten = agreedIn(initiative)[factor] === to;
    const score = scoreChange(because, doubted, initiative, { factor, to, isWritten });
    return written(because, [
      { edit: doubted, fields: [...resolution(because, 'accepted', me), ...score] },
      ...(isWritten ? [] : [{ edit: initiative, fields: agreement(because, initiative, { [factor]: to }, me) }]),
      ...answered(because, doubted, reason, me),
    ]);
  },
});

export const rejectChallenge = action({
  name: 'rejectChallenge',
  title: () => t('Reject Challenge'),
  input: z.object({
    id: challenged,
    reason: field(words, () => t('Why does the number stay? The person who challenged it reads this.')),
  }),
  needsMe: true,
  run: (because, given) => close(because, given, 'rejected'),
});

export const withdrawChallenge = action({
  name: 'withdrawChallenge',
  title: () => t('Withdraw Challenge'),
  input: z.object({
    id: recordInput('challenge', () => t('Which challenge?'), {
      fits: ({ values }, _library, me) => values.state === 'open' && values.by === me,
      none: () => t('You have no open challenge.'),
    }),
    reason: z.optional(
      field(trimmed, () => t('Withdraw this challenge? Give a reason if you like; it is added as a reply.')),
    ),
  }),
  needsMe: true,
  async run(because, given) {
    const me = await memberAsking(because);
    const { values } = await openChallenge(because, given.id);
    if (values.by === me) return close(because, given, 'withdrawn');
    const message =
      values.by === undefined
        ? t('This challenge has no author, so nobody can withdraw it.')
        : t('Only {0} can withdraw this challenge.', values.by);
    throw new BecauseError('bad-input', message, { next: t('Accept or reject it instead.') });
  },
});

async function close(because: Because, { id: named, reason }: Settled, state: 'rejected' | 'withdrawn') {
  const me = await memberAsking(because);
  const doubted = await openChallenge(because, named);
  return written(because, [
    { edit: doubted, fields: resolution(because, state, me) },
    ...answered(because, doubted, reason, me),
  ]);
}

/** The challenge, while nobody has decided it. Throws `bad-input` once somebody has. */
async function openChallenge(because: Because, id: string): Promise<Challenge> {
  const doubted = await recordOfKind(because, 'challenge', id);
  const { state, resolvedBy, resolved } = doubted.values;
  if (state === 'open') return doubted;
  const who = [resolvedBy, resolved && dayWords(resolved)].filter(Boolean).join(', ');
  const message = t('This challenge is already {0}{1}.', challengeStateName(state), who ? ` (${who})` : '');
  throw new BecauseError('bad-input', message, { next: t('Challenge the number again if it is still wrong.') });
}

/** What a challenge changes. Throws `bad-input` where it does not say so, or says what cannot be. */
async function changeIn(because: Because, { shownPath, values: { initiative, factor, to } }: Challenge) {
  if (initiative === undefined || factor === undefined || to === undefined) {
    throw new BecauseError('bad-input', t('{0} does not say which number should change, and to what.', shownPath), {
      next: t('Add the fields initiative, factor and to.'),
    });
  }
  const problem = guessProblem(factor, to);
  if (problem !== undefined) {
    throw new BecauseError('bad-input', problem, {
      next: t('Correct the number in {0}, or reject the challenge.', shownPath),
    });
  }
  return { initiative: await initiativeNow(because, initiative), factor, to };
}

const resolution = ({ library, now }: Because, state: string, me: string): FieldChange[] => [
  [['state'], state],
  [['resolvedBy'], me],
  [['resolved'], today(library, now())],
];

/** What the accepted number makes of the score, as far as both can be told without a number that is still hidden. */
function scoreChange(
  { library }: Because,
  { values }: Challenge,
  initiative: Initiative,
  { factor, to, isWritten }: { readonly factor: Factor; readonly to: number; readonly isWritten: boolean },
): FieldChange[] {
  const now = publicNumbers(library, initiative);
  // Where the number is written already, the challenge still knows the one before.
  const before = riceScore(isWritten ? { ...now, [factor]: values.from } : now);
  const after = riceScore({ ...now, [factor]: to });
  return [
    ...(before === undefined ? [] : [[['score', 'from'], hundredths(before)] as const]),
    ...(after === undefined ? [] : [[['score', 'to'], hundredths(after)] as const]),
  ];
}

/** Nobody reads more of a score. */
const hundredths = (score: number): number => Math.round(score * 100) / 100;
