/** What only one person may know of remote health checks: their key, what they sent, what they added up, whose key is which. */
import type { Because, Secrets } from '../because.ts';
import { keyOf } from '../core/ballots/sealing.ts';
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import type { Apart } from '../core/health/rounds.ts';

/** What is kept secret, each by its name. */
export const secretKey = (key: string): string => `health.key.${key}`;
const sentHash = (round: string): string => `health.sent.${round}`;
export const summedList = (round: string): string => `health.summed.${round}`;

/** The key of somebody as it was seen last, by whoever had that key of their own: another repository's members are others. */
const seenKey = (own: string, member: string): string => `health.seen.${own}.${member}`;

/** Where secrets are kept. Throws `bad-input` where none can be. */
export function secretsOf({ secrets }: Because): Secrets {
  if (secrets) return secrets;
  throw new BecauseError('bad-input', t('This editor cannot store secrets.'), {
    next: t('Take part from the editor on your own computer.'),
  });
}

/** One's secret key for a check. Throws `bad-input` for who takes no part, and where the key is not on this computer. */
export async function ownSecret(because: Because, { round }: Apart, me: string): Promise<string> {
  const own = round.people.find(({ member }) => member === me);
  if (!own) throw new BecauseError('bad-input', t('You do not take part in this health check.'));
  const secret = await secretsOf(because).get(secretKey(own.key));
  if (secret !== undefined && keyOf(secret) === own.key) return secret;
  throw new BecauseError('bad-input', t('The key you take part with is not on this computer.'), {
    next: t(
      'Use the computer where you chose “Take Part”. If the key is lost, enough of the others can still finish the check.',
    ),
  });
}

/** Throws `new-key` where somebody has another key than in the last check one answered: it may be somebody else's. */
export async function checkKeys(secrets: Secrets, { round }: Apart, own: string): Promise<void> {
  const doubtful: string[] = [];
  for (const { member, key } of round.people) {
    const seen = await secrets.get(seenKey(own, member));
    if (seen !== undefined && seen !== key) doubtful.push(member);
  }
  if (doubtful.length === 0) return;
  throw new BecauseError(
    'new-key',
    t('These people have another key than in the last check: {0}.', doubtful.join(', ')),
    {
      next: t('Ask them whether they replaced it, and compare the characters beside their names.'),
    },
  );
}

/** The hashes of what one sent from here: the last one, and where writing was cut short, also those that may be in the file. */
const sentFrom = async (secrets: Secrets, round: string): Promise<readonly string[]> =>
  (await secrets.get(sentHash(round)))?.split(' ') ?? [];

/**
 * Sends what has this hash, which is known beside the former ones before it is written, and alone from then on: if the editor is
 * closed in between, either is one's own.
 */
export async function sending<T>(secrets: Secrets, round: string, hash: string, send: () => Promise<T>): Promise<T> {
  await secrets.set(sentHash(round), [...(await sentFrom(secrets, round)), hash].join(' '));
  const done = await send();
  await secrets.set(sentHash(round), hash);
  return done;
}

/** Remembers whose key is which, as one has answered with them. */
export async function rememberKeys(secrets: Secrets, { round }: Apart, own: string): Promise<void> {
  for (const { member, key } of round.people) await secrets.set(seenKey(own, member), key);
}

/**
 * Throws where the envelope that counts as one's own is none that one sent from here, and `left-out` where none counts of whoever
 * sent one: if others helped with any list, whoever closes a check could choose whose answers are added up.
 */
export async function checkOwn(
  secrets: Secrets,
  { record, counted = [] }: Apart,
  me: string,
  late: boolean,
): Promise<void> {
  const sent = await sentFrom(secrets, record.id);
  const own = counted.find(({ by }) => by === me);
  if (own ? sent.includes(own.hash) : sent.length === 0 || late) return;
  if (!own) {
    throw new BecauseError('left-out', t('Your answers are not counted in this check.'), {
      next: t('Did they arrive after it was closed? If not, somebody left them out: ask them to start another check.'),
    });
  }
  throw new BecauseError('bad-input', t('The answers counted as yours are not the ones you sent from here.'), {
    next: t('If you did not send them from another computer, somebody else wrote them in your name.'),
  });
}
