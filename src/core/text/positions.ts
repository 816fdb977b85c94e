/** Places in a text: by offsets, and as editors count them, by lines and characters in a line. */

/** Offsets in a text, in UTF-16 code units, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Position {
  /** From 0. */
  readonly line: number;
  /** UTF-16 units from the start of the line. */
  readonly character: number;
}

/** The place of an offset. CR LF, LF and a lone CR end a line each; a byte order mark does not count. */
export function positionOf(text: string, offset: number): Position {
  let line = 0;
  let lineStart = 0;
  for (let at = 0; at < offset && at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
      line++;
      lineStart = at + 1;
    }
  }
  const mark = line === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return { line, character: Math.max(0, Math.min(offset, text.length) - lineStart - mark) };
}
