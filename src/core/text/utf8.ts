/** Bytes as text. */

/** The text of bytes, none of them lost; undefined where they are not in the encoding, or nobody knows it. */
export function textOf(bytes: Uint8Array, encoding = 'utf-8'): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
