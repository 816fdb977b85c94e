/**
 * A round without anybody in the middle: each person splits their ballot into shares and seals one to each other person; once
 * it is fixed whose ballots count, each adds up the shares they were sent, and enough of those sums give the totals.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { ballotLength, type Tally, tallyOf } from './ballot.ts';
import { sealed, unsealed } from './sealing.ts';
import {
  agree,
  combined,
  field,
  grown,
  oddOneOut,
  SEED,
  type SplitShare,
  split,
  summed,
  type Vector,
} from './shares.ts';

/** Somebody who takes part, and the key they had when the round began. */
export interface Participant {
  readonly member: string;
  readonly key: string;
}

export interface Round {
  readonly id: string;
  /** In the order in which shares are given out. */
  readonly people: readonly Participant[];
}

/** What one person sends: a sealed share for each participant, in their order, as base 64. */
export interface Envelope {
  readonly by: string;
  readonly shares: readonly string[];
}

/** An envelope that counts, and the hash it had when that was fixed. */
export interface Counted {
  readonly by: string;
  readonly hash: string;
}

/** A person's sum of the shares they were sent, as base 64, over the envelopes of one list. */
export interface Sum {
  readonly by: string;
  readonly list: string;
  readonly sum: string;
}

/** How many people may take part: with more, the file of an envelope would grow beyond what is read of one. */
export const MOST = 40;

/**
 * How many sums give the totals: so many that two lists, whose totals could be subtracted, both have enough only where two people
 * add to both. One dishonest person is too few for that, and of five people one may be missing.
 */
export const sumsNeeded = (people: number): number => Math.floor((people + 3) / 2);

/** What a hash is of comes first, so that no hash of one thing is one of another. */
const hashOf = (what: 'round' | 'share' | 'envelope' | 'list', ...parts: readonly string[]): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify([`because ballot 1 ${what}`, ...parts]))));

/** What everything that is sealed in a round is about: this round, with these people and these keys. */
const aboutRound = ({ id, people }: Round): string =>
  hashOf('round', id, ...people.flatMap(({ member, key }) => [member, key]));

/** What is sealed with a share: whose it is, and whom it is for. */
const aboutShare = (round: Round, from: string, to: string): string => hashOf('share', aboutRound(round), from, to);

/** The hash an envelope is known by: another share, another sender or another round is another hash. */
export const envelopeHash = (round: Round, { by, shares }: Envelope): string =>
  hashOf('envelope', aboutRound(round), by, ...shares);

/** The hash of a list of envelopes, in whatever order they stand. */
export const listHash = (round: Round, counted: readonly Counted[]): string =>
  hashOf('list', aboutRound(round), ...counted.map(({ by, hash }) => `${by} ${hash}`).sort());

/**
 * Whether a list may be summed: each participant's envelope at most once, and nobody else's. One that named somebody five times
 * would have the sum tell what they answered.
 */
const isList = ({ people }: Round, counted: readonly Counted[]): boolean => {
  const names = new Set(counted.map(({ by }) => by));
  return names.size === counted.length && counted.every(({ by }) => people.some(({ member }) => member === by));
};

/** The envelope of a ballot. `secret` is the sender's secret key. */
export function envelopeOf(round: Round, by: string, secret: string, ballot: Vector): Envelope {
  const { people } = round;
  const shares = split(ballot, { shares: people.length, least: sumsNeeded(people.length) });
  return {
    by,
    shares: people.map(({ member, key }, at) =>
      toBase64(sealed(bytesGiven(shares[at]), { from: secret, to: key, about: aboutShare(round, by, member) })),
    ),
  };
}

/** The share that was sent to a participant; undefined where they cannot open it, or it is none. */
function shareIn(round: Round, { by, shares }: Envelope, me: string, secret: string): Vector | undefined {
  const at = round.people.findIndex(({ member }) => member === me);
  const sender = round.people.find(({ member }) => member === by);
  const bytes = sender && fromBase64(shares[at] ?? '');
  const opened = bytes && unsealed(bytes, { from: sender.key, to: secret, about: aboutShare(round, by, me) });
  const length = ballotLength(round.people.length);
  return opened?.length === SEED ? grown(opened, length) : opened && vectorIn(opened, length);
}

/** Why a person's sum cannot be made: the envelopes that are missing or not as counted, and those they cannot open. */
export interface Trouble {
  readonly changed: readonly string[];
  readonly unopened: readonly string[];
}

/** A person's sum over the envelopes that count, or why there is none. `secret` is their secret key. */
export function sumOver(
  round: Round,
  counted: readonly Counted[],
  envelopes: readonly Envelope[],
  { me, secret }: { readonly me: string; readonly secret: string },
): Sum | Trouble {
  if (!isList(round, counted)) return { changed: counted.map(({ by }) => by), unopened: [] };
  const changed: string[] = [];
  const unopened: string[] = [];
  const shares: Vector[] = [];
  for (const { by, hash } of counted) {
    const envelope = envelopes.find((one) => one.by === by && envelopeHash(round, one) === hash);
    const share = envelope && shareIn(round, envelope, me, secret);
    if (share) shares.push(share);
    else (envelope ? unopened : changed).push(by);
  }
  if (changed.length + unopened.length > 0) return { changed, unopened };
  return { by: me, list: listHash(round, counted), sum: toBase64(bytesOf(summed(shares))) };
}

/** How far the sums of a round lead. */
export type Outcome =
  | { readonly state: 'waiting'; readonly missing: number }
  /** Sums do not fit together; `liar` is whose it is, where that can be told. */
  | { readonly state: 'unfit'; readonly liar: string | undefined }
  /** They fit, and are no sum of ballots: somebody sent something else than a ballot. */
  | { readonly state: 'impossible' }
  | { readonly state: 'done'; readonly tally: Tally };

/** What the sums over a list of envelopes give. Sums over other lists are left out, and a person's second one. */
export function outcomeOf(round: Round, counted: readonly Counted[], sums: readonly Sum[]): Outcome {
  const { people } = round;
  const list = listHash(round, counted);
  const length = ballotLength(people.length);
  const shares = new Map<number, Vector>();
  for (const [at, { member }] of people.entries()) {
    const own = sums.find(({ by, list: over }) => by === member && over === list);
    const bytes = own && fromBase64(own.sum);
    const vector = bytes && vectorIn(bytes, length);
    if (vector) shares.set(at + 1, vector);
  }
  const least = sumsNeeded(people.length);
  if (shares.size < least) return { state: 'waiting', missing: least - shares.size };
  if (!isList(round, counted)) return { state: 'impossible' };
  if (!agree(shares, least)) {
    const odd = oddOneOut(shares, least);
    return { state: 'unfit', liar: odd === undefined ? undefined : people[odd - 1]?.member };
  }
  const tally = tallyOf(combined(new Map([...shares].slice(0, least))), counted.length, people.length);
  return tally ? { state: 'done', tally } : { state: 'impossible' };
}

const bytesGiven = (given: SplitShare | undefined): Uint8Array =>
  given && 'seed' in given ? given.seed : bytesOf(given?.vector ?? []);

const bytesOf = (vector: Vector): Uint8Array => concatBytes(...vector.map((element) => field.toBytes(element)));

/** The vector in some bytes; undefined where they are not one of that length. */
function vectorIn(bytes: Uint8Array, length: number): Vector | undefined {
  if (bytes.length !== length * field.BYTES) return undefined;
  try {
    return Array.from({ length }, (_, at) => field.fromBytes(bytes.subarray(at * field.BYTES, (at + 1) * field.BYTES)));
  } catch {
    // An element beyond the prime.
    return undefined;
  }
}

const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
