/** A health check among people who are apart: sealed answers, sums of shares, and totals that nobody alone can find out. */
import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { ballotOf } from '../core/ballots/ballot.ts';
import { fitsIn, LONGEST } from '../core/ballots/comments.ts';
import { envelopeHash, envelopeOf, listHash, sumOver } from '../core/ballots/round.ts';
import { keyOf, newKeys } from '../core/ballots/sealing.ts';
import { BecauseError } from '../core/base/errors.ts';
import { field, trimmed } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { noPeople } from '../core/health/apart.ts';
import {
  type Apart,
  apartOf,
  countable,
  keysOf,
  outcome,
  ownFile,
  ownName,
  ownPath,
  replacedKeys,
  revealed,
  unrevealed,
} from '../core/health/rounds.ts';
import { leastOf } from '../core/health/told.ts';
import type { HealthRound } from '../core/kinds/all.ts';
import type { Change, FieldChange } from '../core/library/change.ts';
import { recordInput } from '../core/library/inputs.ts';
import { today } from '../core/library/query.ts';
import { itemSentence, LEVELS } from '../core/survey/items.ts';
import { eachItem } from '../core/survey/totals.ts';
import { action, written } from './action.ts';
import { checkRecord, tooFew } from './closeHealthCheck.ts';
import { checkPeople, checkUsable, notYet, otherList, severalKeys, troubled } from './healthRefusals.ts';
import {
  checkKeys,
  checkOwn,
  ownSecret,
  rememberKeys,
  secretKey,
  secretsOf,
  sending,
  summedList,
} from './healthSecrets.ts';
import { memberAsking } from './members.ts';
import { recordOfKind } from './named.ts';

const roundInput = () =>
  recordInput('healthRound', () => t('Which health check?'), { none: () => t('There is no remote health check yet.') });

/** A key of one's own, so that others can seal what only oneself may open. */
export const makeHealthKey = action({
  name: 'makeHealthKey',
  title: () => t('Take Part in Health Checks'),
  input: z.object({}),
  needsMe: true,
  async run(because) {
    const me = await memberAsking(because);
    const secrets = secretsOf(because);
    const mine = because.library.ofKind('healthKey').filter(({ values }) => values.by === me);
    if (new Set(mine.map(({ values }) => values.key)).size > 1) throw severalKeys(mine.map((one) => one.shownPath));
    const known = mine[0]?.itself;
    const key = known?.values.key;
    if (known && key !== undefined && (await secrets.get(secretKey(key))) !== undefined) return known;
    const keys = newKeys();
    // The secret key first: a public one without it would be of no use to anybody.
    await secrets.set(secretKey(keys.key), keys.secret);
    const change: Change = known
      ? { edit: known, fields: [[['key'], keys.key]] }
      : { create: 'healthKey', file: me, by: me, fields: { key: keys.key } };
    return written(because, [change]);
  },
});

/** Starts a check among everybody who has a key. */
export const openHealthRound = action({
  name: 'openHealthRound',
  title: () => t('Start a Remote Health Check'),
  input: z.object({}),
  needsMe: true,
  async run(because) {
    await memberAsking(because);
    const { library } = because;
    const people = [...keysOf(library)].map(([member, key]) => ({ member, key }));
    checkPeople(people.length, leastOf(library));
    checkUsable(people);
    if (unrevealed(library).length > 0) {
      throw new BecauseError('bad-input', t('Another remote health check is still open.'), {
        next: t('Finish it, or archive its record.'),
      });
    }
    const opened = today(library, because.now());
    return written(because, [{ create: 'healthRound', fields: { opened, people } }]);
  },
});

const level = z.int().check(z.gte(1), z.lte(LEVELS));

/** Sends one's answers, sealed: until the check is closed, the last ones count. */
export const sendHealthAnswers = action({
  name: 'sendHealthAnswers',
  title: () => t('Send Health Check Answers'),
  input: z.object({
    round: roundInput(),
    levels: field(z.object(eachItem((item) => field(level, () => itemSentence(item), { unasked: true }))), () =>
      t('How much you agree with each statement, from 1 to 5.'),
    ),
    comment: z.optional(field(trimmed, () => t('Anything to add? (optional)'))),
    trusted: z.optional(
      field(z.boolean(), () => t('Whether you compared new keys with their owners.'), { unasked: true }),
    ),
  }),
  needsMe: true,
  async run(because, { round: id, levels, comment = '', trusted = false }) {
    const me = await memberAsking(because);
    const { library } = because;
    const apart = await apartNamed(because, id);
    const { round, counted, record } = apart;
    if (counted) throw new BecauseError('bad-input', t('This health check is closed.'));
    checkPeople(round.people.length, leastOf(library));
    checkUsable(round.people);
    const replaced = replacedKeys(library, apart);
    if (replaced.length > 0) {
      throw new BecauseError(
        'bad-input',
        t('The key of {0} has changed since this check started.', replaced.join(', ')),
        {
          next: t('Ask them whether they replaced it. Then archive this check and start another one.'),
        },
      );
    }
    if (!fitsIn(comment)) {
      throw new BecauseError('bad-input', t('The comment is too long.'), {
        next: t('Shorten it to at most {0} characters, or fewer with accents.', LONGEST),
      });
    }
    const secret = await ownSecret(because, apart, me);
    const secrets = secretsOf(because);
    if (!trusted) await checkKeys(secrets, apart, keyOf(secret));
    const envelope = envelopeOf(round, me, secret, ballotOf(levels, comment, round.people.length));
    const change = ownChange(because, apart, 'healthEnvelope', me, envelope.shares.join('\n'));
    const hash = envelopeHash(round, envelope);
    const done = await sending(secrets, record.id, hash, () => written(because, [change]));
    await rememberKeys(secrets, apart, keyOf(secret));
    return done;
  },
});

/** Fixes whose answers count: those that are here now. */
export const closeHealthRound = action({
  name: 'closeHealthRound',
  title: () => t('Close Remote Health Check'),
  input: z.object({ round: roundInput() }),
  needsMe: true,
  async run(because, { round: id }) {
    await memberAsking(because);
    const apart = await apartNamed(because, id);
    if (apart.counted) throw new BecauseError('bad-input', t('This health check is closed already.'));
    const counted = countable(apart);
    const least = leastOf(because.library);
    if (counted.length < least) throw tooFew(counted.length, least);
    const closed = today(because.library, because.now());
    return written(because, [
      {
        edit: apart.record,
        fields: [
          [['closed'], closed],
          [['counted'], counted],
        ],
      },
    ]);
  },
});

/** Adds up the shares that were sealed to oneself: once for a check, and never for another list of answers. */
export const addHealthPart = action({
  name: 'addHealthPart',
  title: () => t('Add Your Part to the Health Check'),
  input: z.object({
    round: roundInput(),
    late: z.optional(
      field(z.boolean(), () => t('Whether your answers came too late to be counted.'), { unasked: true }),
    ),
  }),
  needsMe: true,
  async run(because, { round: id, late = false }) {
    const me = await memberAsking(because);
    const secrets = secretsOf(because);
    const apart = await apartNamed(because, id);
    const { round, record, envelopes } = apart;
    const { counted } = apart;
    if (!counted) throw new BecauseError('bad-input', t('This health check is not closed yet.'));
    const least = leastOf(because.library);
    if (counted.length < least) throw tooFew(counted.length, least);
    await checkOwn(secrets, apart, me, late);
    const list = listHash(round, counted);
    const former = await secrets.get(summedList(record.id));
    if (former !== undefined && former !== list) throw otherList(undefined);
    const strange = apart.parts.find(({ values }) => values.by !== me && values.list !== list);
    if (strange) throw otherList(strange.values.by);
    const made = sumOver(round, counted, envelopes, { me, secret: await ownSecret(because, apart, me) });
    if ('changed' in made) throw troubled(made.changed, made.unopened);
    // Before it is written: whatever happens then, there will be no other one.
    await secrets.set(summedList(record.id), list);
    return written(because, [ownChange(because, apart, 'healthSum', me, made.sum, { list })]);
  },
});

/** Writes down what the parts give, once there are enough of them. */
export const revealHealthRound = action({
  name: 'revealHealthRound',
  title: () => t('Reveal Health Check'),
  input: z.object({ round: roundInput() }),
  async run(because, { round: id }) {
    const apart = await apartNamed(because, id);
    const { record, counted = [] } = apart;
    const known = revealed(because.library, record);
    if (known) return { id: known.id, path: known.path };
    const found = outcome(apart);
    if (found?.state !== 'done') throw notYet(found);
    const { totals, comments, unreadable } = found.tally;
    const { opened } = record.values;
    const sums = { participants: counted.length, answers: totals, comments, unreadable, opened, round: record.id };
    return written(because, [checkRecord(because, sums)]);
  },
});

/** What one writes in a file of one's own: the one that is read, or the archived one that lies there, is written anew. */
function ownChange(
  { library }: Because,
  apart: Apart,
  kind: 'healthEnvelope' | 'healthSum',
  me: string,
  sealed: string,
  more: Readonly<Record<string, string>> = {},
): Change {
  const { id } = apart.record;
  const body = `${sealed}\n`;
  const own = ownFile(library, apart, kind, me) ?? library.files.get(ownPath(kind, id, me));
  if (!own) return { create: kind, file: ownName(id, me), by: me, fields: { round: id, ...more }, body };
  const values = Object.entries({ round: id, by: me, archived: undefined, ...more });
  const fields = values.map(([name, value]): FieldChange => [[name], value]);
  return { edit: own.itself, fields, body };
}

/** The check, as its files are at this moment. Throws like `recordOfKind`, and `bad-input` where it names nobody. */
async function apartNamed(because: Because, id: string): Promise<Apart> {
  const record: HealthRound = (await recordOfKind(because, 'healthRound', id)).itself;
  const parts = (['healthEnvelope', 'healthSum'] as const).flatMap((kind) => because.library.children(record.id, kind));
  await because.refresh(parts.map(({ path }) => path));
  const apart = apartOf(because.library, record);
  if (apart) return apart;
  const { happened, next } = noPeople();
  throw new BecauseError('bad-input', happened, { next });
}
