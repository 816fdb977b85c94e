/** Lines, quotes and keys of YAML that is being typed. */

/** A field's name up to its colon, from where the pattern is told to look; never beyond the line. */
export const KEY =
  /("(?:[^"\\\r\n]|\\.)*"|'(?:[^'\r\n]|'')*'|(?:[^\s#,[\]{}"'&*!|>%@`-]|-(?=[^\s]))(?:[^\r\n]*?[^ \t\r\n])??)[ \t]*:(?=[ \t\r\n]|$)/y;

/** The offset of a line's ending, or of the text's end. */
export function lineEndAt(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

/** The first offset of the next line. */
export function nextLineAt(text: string, at: number): number {
  const end = lineEndAt(text, at);
  if (end >= text.length) return end;
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}

/** The first offset of the line that holds `at`. */
export function lineStartAt(text: string, at: number): number {
  let start = at;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

/** How far from its line's start something stands; the byte order mark does not count. */
export function columnAt(text: string, at: number): number {
  const start = lineStartAt(text, at);
  return at - start - (start === 0 && text.startsWith('\uFEFF') && at > 0 ? 1 : 0);
}

/** The first offset from `at` on that is neither space, line ending nor comment; `end` where there is none. */
export function contentFrom(text: string, at: number, end: number): number {
  let here = at;
  while (here < end) {
    const character = text[here] ?? '';
    if (character === '#') here = lineEndAt(text, here);
    else if (/\s|\uFEFF/.test(character)) here++;
    else return here;
  }
  return end;
}

/** Where a quoted text that begins at `at` ends; at the line's end while it is not closed. Undefined for other text. */
export function quotedEnd(text: string, at: number, lineEnd: number): number | undefined {
  const quote = text[at];
  if (quote !== '"' && quote !== "'") return undefined;
  for (let here = at + 1; here < lineEnd; here++) {
    if (text[here] === '\\' && quote === '"') here++;
    else if (text[here] === quote) {
      if (quote === '"' || text[here + 1] !== quote) return here + 1;
      here++;
    }
  }
  return lineEnd;
}

/** A key's or value's text without its quotes. */
export function unquoted(text: string): string {
  const quote = text[0];
  if (quote !== '"' && quote !== "'") return text;
  return text.slice(1, text.length > 1 && text.endsWith(quote) ? -1 : undefined);
}
