/** Inline code in Markdown, found in one pass whatever the text holds. */

/** Offsets in a text, in UTF-16 code units, the end exclusive. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** The `code spans` of a text, back-ticks included; one that would cross a blank line or was escaped is none. */
export function codeSpans(text: string): Range[] {
  if (!text.includes('`')) return [];
  const runs = [...text.matchAll(/`+/g)].map((run) => ({ start: run.index, end: run.index + run[0].length }));
  const closing = closingRuns(runs);
  const blanks = text.matchAll(/\n[ \t]*\r?\n/g);
  let blank = blanks.next();
  const spans: Range[] = [];
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i];
    const j = closing[i];
    const close = j === undefined ? undefined : runs[j];
    if (!run || j === undefined || !close || text.charAt(run.start - 1) === '\\') continue;
    while (!blank.done && blank.value.index < run.start) blank = blanks.next();
    if (!blank.done && blank.value.index < close.start) continue;
    spans.push({ start: run.start, end: close.end });
    i = j;
  }
  return spans;
}

/** For each run of back-ticks, the next one of the same length. */
function closingRuns(runs: readonly Range[]): (number | undefined)[] {
  const next = new Map<number, number>();
  const closing: (number | undefined)[] = new Array(runs.length);
  for (const [i, run] of [...runs.entries()].reverse()) {
    closing[i] = next.get(run.end - run.start);
    next.set(run.end - run.start, i);
  }
  return closing;
}
