/** Ids that tools make, and the file names that go with them. */

/** Crockford's base 32: no letter that could be read as a digit or as another letter. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A fresh id such as `ev-7k3f9q2m`: 40 random bits, so that two clones never mint the same. */
export function mintId(prefix: string): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(8));
  return `${prefix}-${Array.from(bytes, (byte) => ALPHABET[byte % 32]).join('')}`;
}

/** An apostrophe inside an English word: `customer's` is one word. */
const APOSTROPHE = /(?<=\p{L})['’](?=(?:s|t|re|ve|ll|d|m)(?!\p{L}))/giu;

/** A short name for a file or branch out of a title: ASCII words joined by dashes; empty when nothing is left. */
export function slug(title: string, most = 40): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(APOSTROPHE, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let name = '';
  for (const word of words) {
    const next = name ? `${name}-${word}` : word;
    if (next.length > most) break;
    name = next;
  }
  return name || (words[0]?.slice(0, most) ?? '');
}

/** The order of texts by their characters. */
export const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Made when first asked for: that alone takes longer than most of a start. */
let collator: Intl.Collator | undefined;

/** The order of ids as people count: `PAY-97` before `PAY-142`. */
export function compareIds(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b) || ascending(a, b);
}

/** What every system takes as the name of a file or folder, and no system for a way out of one. */
const FILE_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?$/;

/** Devices on Windows, whatever comes behind a dot; and what says something about a folder, where it is no record. */
const TAKEN = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|^readme$/i;

/** Whether a record's file, without its ending, or a folder of records may have the name. */
export function isFileName(name: string): boolean {
  return FILE_NAME.test(name) && !TAKEN.test(name);
}

/** A path as the product writes it, however a person wrote it. */
export const plainPath = (path: string): string => path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
