/** Giving an estimate: one person's guesses of one initiative in the round that goes on, in a file of that person's own. */

import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { isFileName } from '../core/base/ids.ts';
import { field } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { estimateBy, roundsOf } from '../core/board/rounds.ts';
import { type Estimate, type Initiative, isOf } from '../core/kinds/all.ts';
import type { Change, FieldChange, NewRecord } from '../core/library/change.ts';
import { recordInput } from '../core/library/inputs.ts';
import { isMap } from '../core/records/written.ts';
import { factors, isRange } from '../core/scoring/factors.ts';
import { action, written } from './action.ts';
import { bodyWith } from './editText.ts';
import { memberAsking } from './members.ts';
import { initiativeNow } from './named.ts';
import { freeFile, type OwnFile, ownFile } from './ownFile.ts';
import { guessInput } from './scoringInput.ts';

const input = z.object({
  initiative: recordInput('initiative', () => t('Which initiative? Those waiting for your estimate come first.')),
  // What is not given stays as it is, null takes it away.
  reach: guessInput('reach'),
  impact: guessInput('impact'),
  confidence: guessInput('confidence'),
  effort: guessInput('effort'),
  reasons: z.optional(
    field(z.string(), () => t('Why, and what you would need to know. Without it, what you wrote before stays.')),
  ),
});

type Given = z.infer<typeof input>;

export const estimate = action({
  name: 'estimate',
  title: () => t('Estimate'),
  input,
  needsMe: true,
  async run(because, given) {
    const me = await memberAsking(because);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await written(because, [await guessesIn(because, given, me, attempt < ATTEMPTS)]);
      } catch (error) {
        if (attempt === ATTEMPTS || !isRace(error)) throw error;
      }
    }
  },
});

/** Another window of the same person may have written the file between a look and a write; that it does so twice is rare. */
const ATTEMPTS = 3;

const isRace = (error: unknown): boolean =>
  error instanceof BecauseError && (error.code === 'already-exists' || error.code === 'changed-underneath');

async function guessesIn(because: Because, given: Given, me: string, readable: boolean): Promise<Change> {
  const initiative = await upToDate(because, given.initiative);
  const rounds = roundsOf(because.library, initiative);
  const place = fileOf(initiative, me, rounds.current);
  // A file too broken to say whose it is still has the name of mine, and must not get a second beside it.
  const mine = estimateBy(rounds, me) ?? brokenAt(because, place);
  if (!mine) return newEstimate(because, initiative, { given, me, round: rounds.current, readable });
  const fields = changesTo(mine, given);
  const body = given.reasons === undefined ? undefined : bodyWith(mine, given.reasons);
  if (rounds.revealed && isChanged(because, mine, fields, body)) throw revealed(initiative, rounds.current);
  return { edit: mine, fields, body };
}

/** The initiative, and every estimate of it as it is on the disk at this moment. */
async function upToDate(because: Because, key: string): Promise<Initiative> {
  const { id } = await initiativeNow(because, key);
  const known = because.library.referrers(id).filter(({ kind }) => kind === 'estimate');
  await because.refresh([...known.map(({ path }) => path), ...(isFileName(id) ? [`estimates/${id}`] : [])]);
  return initiativeNow(because, id);
}

/** `PAY-142/ada`, later `PAY-142/ada.round-2`. */
const fileOf = (initiative: Initiative, me: string, round: number): OwnFile | undefined =>
  ownFile('estimate', initiative, round === 1 ? me : `${me}.round-${round}`);

function brokenAt({ library }: Because, place: OwnFile | undefined): Estimate | undefined {
  const there = place && library.files.get(`estimates/${place.file}.md`);
  return there?.broken && isOf(there, 'estimate') ? there : undefined;
}

interface Wanted {
  readonly given: Given;
  readonly me: string;
  readonly round: number;
  /** Whether the name a person would choose may be taken; otherwise one nobody else can have. */
  readonly readable: boolean;
}

function newEstimate(because: Because, initiative: Initiative, { given, me, round, readable }: Wanted): NewRecord {
  if (!factors.some((factor) => (given[factor] ?? null) !== null)) {
    throw new BecauseError('bad-input', t('Nothing is estimated yet.'), {
      next: t('Enter at least one number, a range, or ?.'),
    });
  }
  const guesses = Object.fromEntries(factors.map((factor) => [factor, given[factor] ?? undefined]));
  const fields = { initiative: initiative.id, by: me, round: round === 1 ? undefined : round, ...guesses };
  const body = given.reasons?.trim() ? `${given.reasons.trim()}\n` : '';
  const place = readable ? fileOf(initiative, me, round) : undefined;
  return { create: 'estimate', ...freeFile(because, 'estimate', place, { initiative, me }), fields, body };
}

/** Field by field, and in a range point by point, so that comments and whatever else stands there stay. */
function changesTo({ source }: Estimate, given: Given): FieldChange[] {
  return factors.flatMap((factor): FieldChange[] => {
    const guess = given[factor];
    if (guess === undefined) return [];
    if (guess === null) return [[[factor], undefined]];
    return isRange(guess) && isMap(source.raw[factor])
      ? points.map((point) => [[factor, point], guess[point]])
      : [[[factor], guess]];
  });
}

const points = ['low', 'likely', 'high'] as const;

function isChanged(
  because: Because,
  { path, source }: Estimate,
  changes: readonly FieldChange[],
  body?: string,
): boolean {
  return body !== undefined || because.edited(path, source.text, changes) !== source.text;
}

/** What was said before the numbers were shown is kept as it was said. */
function revealed({ id }: Initiative, round: number): BecauseError {
  return new BecauseError(
    'bad-input',
    t('Round {0} of {1} is revealed, so your estimate cannot change any more.', round, id),
    {
      next: t('Start a new round to estimate again.'),
    },
  );
}
