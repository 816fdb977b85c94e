/**
 * Words in a vector that is added to those of all others: each comment lies in three places, with how many lie there, so that
 * one that lies somewhere alone can be read and taken away from its other places, until none is left (an invertible Bloom
 * look-up table; Goodrich and Mitzenmacher, 2011). Nothing in the sum tells whose comment is whose.
 */
import { bytesToNumberBE, equalBytes, numberToBytesBE } from '@noble/curves/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { field, summed, type Vector } from './shares.ts';

/** Bytes in one element, all of which are below the prime. */
const ELEMENT = 31;
const ELEMENTS = 9;
const CHECK = 8;
const SALT = 16;

/** The longest comment, in bytes of UTF-8. */
export const LONGEST = ELEMENT * ELEMENTS - CHECK - SALT;

/** A place: how many comments lie there, and their sum. */
const PLACE = 1 + ELEMENTS;

/** Places of each comment. */
const COPIES = 3;

/** Places for the comments of so many people: three for each leave most of them alone somewhere. */
const placesFor = (people: number): number => 2 * people + 6;

/** How many elements the comments of so many people take. */
export const lengthFor = (people: number): number => placesFor(people) * PLACE;

/** Whether a comment is not too long. */
export const fitsIn = (comment: string): boolean => utf8ToBytes(comment).length <= LONGEST;

/** The vector of one person's comment; all zero where they have none. Throws `RangeError` for one that is too long. */
export function withComment(comment: string, people: number): Vector {
  const nothing: bigint[] = Array(lengthFor(people)).fill(0n);
  if (comment === '') return nothing;
  const text = utf8ToBytes(comment);
  if (text.length > LONGEST) throw new RangeError('The comment is too long.');
  const said = concatBytes(randomBytes(SALT), text, new Uint8Array(LONGEST - text.length));
  const bytes = concatBytes(checkOf(said), said);
  return placed(nothing, bytes, people, 1n);
}

const checkOf = (said: Uint8Array): Uint8Array => sha256(said).subarray(0, CHECK);

/** Where a comment lies: three places that its bytes tell. */
function placesOf(bytes: Uint8Array, people: number): readonly number[] {
  const free = Array.from({ length: placesFor(people) }, (_, at) => at);
  const digest = new DataView(sha256(concatBytes(utf8ToBytes('places'), bytes)).slice().buffer);
  return Array.from({ length: COPIES }, (_, at) => free.splice(digest.getUint32(at * 4) % free.length, 1)[0] ?? 0);
}

/** The vector with a comment put into its places `times` times: −1 takes it away. */
function placed(vector: Vector, bytes: Uint8Array, people: number, times: bigint): Vector {
  const place = [1n, ...elementsOf(bytes)];
  const added: bigint[] = Array(vector.length).fill(0n);
  for (const at of placesOf(bytes, people)) {
    for (const [index, element] of place.entries()) added[at * PLACE + index] = field.create(element * times);
  }
  return summed([vector, added]);
}

const elementsOf = (bytes: Uint8Array): readonly bigint[] =>
  Array.from({ length: ELEMENTS }, (_, at) => bytesToNumberBE(bytes.subarray(at * ELEMENT, (at + 1) * ELEMENT)));

interface Comments {
  /** In the order of the alphabet. */
  readonly comments: readonly string[];
  /** How many could not be told apart. */
  readonly unreadable: number;
}

/** The comments in the sum of all vectors. */
export function commentsIn(sum: Vector, people: number): Comments {
  const found: string[] = [];
  let left = sum;
  while (found.length < people) {
    const bytes = aloneIn(left, people);
    if (!bytes) break;
    found.push(textOf(bytes));
    left = placed(left, bytes, people, -1n);
  }
  const counted = Array.from({ length: placesFor(people) }, (_, at) => left[at * PLACE] ?? 0n);
  const total = counted.reduce((all, count) => all + count, 0n);
  // What is no number of comments was put there by somebody who does not play along.
  const unreadable = Math.min(people - found.length, Number((total + 2n) / BigInt(COPIES)));
  return { comments: found.sort(), unreadable };
}

/** A comment that lies in one of its places alone. */
function aloneIn(vector: Vector, people: number): Uint8Array | undefined {
  for (let at = 0; at < placesFor(people); at++) {
    const [count, ...elements] = vector.slice(at * PLACE, (at + 1) * PLACE);
    if (count !== 1n || elements.some((element) => element >> BigInt(ELEMENT * 8) !== 0n)) continue;
    const bytes = concatBytes(...elements.map((element) => numberToBytesBE(element, ELEMENT)));
    const isWhole = equalBytes(bytes.subarray(0, CHECK), checkOf(bytes.subarray(CHECK)));
    if (isWhole && placesOf(bytes, people).includes(at)) return bytes;
  }
  return undefined;
}

function textOf(bytes: Uint8Array): string {
  const padded = bytes.subarray(CHECK + SALT);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    padded.subarray(0, padded.findLastIndex((byte) => byte !== 0) + 1),
  );
}
