/** Ends of texts, walked by hand: an expression that looks for the end tries every place before it first. */

/** Where the unbroken run of such characters begins that ends at `end`; `end` itself where none stands before it. */
export function runBefore(text: string, end: number, character: RegExp): number {
  let start = end;
  while (start > 0) {
    const before = start > 1 && text.codePointAt(start - 2) !== text.charCodeAt(start - 2) ? start - 2 : start - 1;
    if (!character.test(text.slice(before, start))) break;
    start = before;
  }
  return start;
}

/** The text without the run of such characters at its end. */
export function withoutEnd(text: string, character: RegExp): string {
  return text.slice(0, runBefore(text, text.length, character));
}
