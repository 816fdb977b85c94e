/**
 * Bytes sealed from one person to another: nobody else can read them, and nobody else can have sealed them. X25519 with a
 * fresh key and with the sender's own, HKDF-SHA-256, XChaCha20-Poly1305.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** A person's keys, as hexadecimal text. The secret one never leaves their machine. */
export interface KeyPair {
  readonly secret: string;
  readonly key: string;
}

const KEY = 32;
const NONCE = 24;

const IS_KEY = /^[0-9a-f]{64}$/;

/** Whether a text can be a key. */
export const isKey = (text: string): boolean => IS_KEY.test(text);

export function newKeys(): KeyPair {
  const { secretKey, publicKey } = x25519.keygen();
  return { secret: bytesToHex(secretKey), key: bytesToHex(publicKey) };
}

/** The public key that belongs to a secret one. */
export const keyOf = (secret: string): string => bytesToHex(x25519.getPublicKey(hexToBytes(secret)));

/**
 * Whether something can be sealed to a key. To the few that lie in a small group (RFC 7748, 6.1), everybody would know the key
 * of what is sealed, so the library refuses them.
 */
export function takesSeals(key: string): boolean {
  try {
    x25519.getSharedSecret(x25519.utils.randomSecretKey(), hexToBytes(key));
    return true;
  } catch {
    return false;
  }
}

/** What of a key people compare, in groups of four: 80 bits, so that nobody finds a key of their own with the same ones. */
export const fingerprint = (key: string): string =>
  bytesToHex(sha256(hexToBytes(key)).subarray(0, 10)).replaceAll(/.{4}(?=.)/g, '$& ');

interface Way {
  /** What the bytes are for, and between whom, by name and key: whoever opens them must say the same. */
  readonly about: string;
}

interface Sealing extends Way {
  /** The sender's secret key. */
  readonly from: string;
  /** The recipient's key. */
  readonly to: string;
}

/** Seals bytes. Throws where a key is none. */
export function sealed(bytes: Uint8Array, { from, to, about }: Sealing): Uint8Array {
  const fresh = x25519.keygen();
  const recipient = hexToBytes(to);
  const shared = concatBytes(
    x25519.getSharedSecret(fresh.secretKey, recipient),
    x25519.getSharedSecret(hexToBytes(from), recipient),
  );
  const nonce = randomBytes(NONCE);
  const key = sealingKey(shared, fresh.publicKey, recipient);
  return concatBytes(fresh.publicKey, nonce, xchacha20poly1305(key, nonce, utf8ToBytes(about)).encrypt(bytes));
}

interface Opening extends Way {
  /** The sender's key. */
  readonly from: string;
  /** The recipient's secret key. */
  readonly to: string;
}

/** The bytes; undefined where they are from somebody else, for somebody else, about something else, or changed. */
export function unsealed(all: Uint8Array, { from, to, about }: Opening): Uint8Array | undefined {
  try {
    const fresh = all.subarray(0, KEY);
    const own = hexToBytes(to);
    const shared = concatBytes(x25519.getSharedSecret(own, fresh), x25519.getSharedSecret(own, hexToBytes(from)));
    const nonce = all.subarray(KEY, KEY + NONCE);
    const key = sealingKey(shared, fresh, x25519.getPublicKey(own));
    return xchacha20poly1305(key, nonce, utf8ToBytes(about)).decrypt(all.subarray(KEY + NONCE));
  } catch {
    return undefined;
  }
}

const sealingKey = (shared: Uint8Array, fresh: Uint8Array, recipient: Uint8Array): Uint8Array =>
  hkdf(sha256, shared, undefined, concatBytes(utf8ToBytes('because ballot 1'), fresh, recipient), KEY);
