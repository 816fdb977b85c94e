/** Whether a place in a line of code lies in a comment: a cheap guess that needs neither the language nor other lines. */

const STARTS_COMMENT = /^\s*(?:\*(?!\/|=)|;|%|--(?!>)|REM\b)/i;

/**
 * True after `//`, `/*`, `<!--`, and after `#` or `--` that stand apart, outside of quotes; and in lines that start as those
 * within a block comment do. A string that holds no comment mark is never taken for one.
 */
export function isInComment(line: string, character: number): boolean {
  const before = line.slice(0, character);
  if (STARTS_COMMENT.test(before)) return true;
  let opened = -1;
  for (let at = 0; at < before.length; at++) {
    const char = before[at] ?? '';
    if (opened < 0 && '"\'`'.includes(char)) {
      const close = closing(line, at);
      if (close >= character) return false;
      if (close > 0) at = close;
    } else if (opened < 0 && opensComment(before, at)) opened = at;
    else if (opened >= 0 && closesComment(before, at)) opened = -1;
  }
  return opened >= 0;
}

/** The quote that closes the one at `at`; -1 for an apostrophe on its own. */
function closing(line: string, at: number): number {
  for (let close = at + 1; close < line.length; close++) {
    if (line[close] === '\\') close++;
    else if (line[close] === line[at]) return close;
  }
  return -1;
}

function opensComment(text: string, at: number): boolean {
  if (text.startsWith('//', at)) return text[at - 1] !== ':';
  if (text.startsWith('/*', at) || text.startsWith('<!--', at)) return true;
  const apart = at === 0 || /\s/.test(text.charAt(at - 1));
  return apart && (/^#+(?:\s|$)/.test(text.slice(at, at + 8)) || text.startsWith('-- ', at));
}

const closesComment = (text: string, at: number): boolean => text.startsWith('*/', at) || text.startsWith('-->', at);
