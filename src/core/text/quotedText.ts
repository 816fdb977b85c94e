/** Reads a piece of copied text as evidence: what was said, who said it, and where it can be read. */

/** What a copied text holds. */
export interface QuotedText {
  /** Word for word, inner lines and spaces included; without the quotation marks around all of it. */
  readonly quote: string;
  /** An address that stood on a line of its own, or last. */
  readonly source?: string;
  /** Who said it, from a last line such as "— Olivia Reyes, Acme". */
  readonly name?: string;
  readonly customer?: string;
}

const ADDRESS = /^(?:<|\()?(https?:\/\/[^\s<>"]+?)(?:>|\))?[.,;]?$/i;
const LABEL = /^(?:source|link|url|from|via)\s*:\s*/i;
const ATTRIBUTION = /^(?:—|–|―|--|-)\s*(\S.*)$/;

/** Longer copied text is not looked through: nobody quotes a book. */
const LONGEST = 100_000;

/** Splits a copied text. What is not clearly an address or a name stays in the quote; no character of it is lost. */
export function readQuotedText(copied: string): QuotedText {
  const lines = copied.replaceAll('\r\n', '\n').split('\n');
  if (copied.length > LONGEST) return { quote: copied.trim() };
  // Address and speaker stand in the quotation or below it.
  takeQuoteMarks(lines);
  const source = takeAddress(lines) ?? takeTrailingAddress(lines);
  takeQuoteMarks(lines);
  const said = takeAttribution(lines);
  takeQuoteMarks(lines);
  return { quote: unquoted(trimmed(lines).join('\n').trim()), ...(source && { source }), ...said };
}

/** Which lines hold words. */
const writtenIn = (lines: readonly string[]): number[] =>
  lines.flatMap((line, index) => (line.trim() === '' ? [] : index));

const QUOTED = /^(?: {0,3}> ?)+/;

/** Takes away the `>` that mail and Markdown put before a quoted line, where every written line has it. */
function takeQuoteMarks(lines: string[]): void {
  if (!writtenIn(lines).every((index) => QUOTED.test(lines[index] ?? ''))) return;
  for (const [index, line] of lines.entries()) lines[index] = line.replace(QUOTED, '');
}

/** An address alone on the first or last written line, with or without "Source:" before it. */
function takeAddress(lines: string[]): string | undefined {
  const written = writtenIn(lines);
  if (written.length < 2) return undefined;
  for (const index of [written.at(-1), written.at(-2), written[0]]) {
    const address = ADDRESS.exec((lines[index ?? 0] ?? '').trim().replace(LABEL, ''))?.[1];
    if (index === undefined || address === undefined) continue;
    lines.splice(index, 1);
    return address;
  }
  return undefined;
}

/** An address at the end of the last line, after the words. */
function takeTrailingAddress(lines: string[]): string | undefined {
  const index = writtenIn(lines).at(-1) ?? 0;
  const line = lines[index]?.trimEnd() ?? '';
  const at = line.search(/\s\S*$/);
  const address = at < 0 ? undefined : ADDRESS.exec(line.slice(at).trim())?.[1];
  if (!address) return undefined;
  const words = line.slice(0, at).trimEnd();
  const labelled = words.replace(/:$/, '').trimEnd();
  const label = labelled.search(/\s(?:source|link|url|from|via)$/i);
  lines[index] = label < 0 ? words : labelled.slice(0, label).trimEnd();
  return address;
}

/** The marks that open a quotation, and those that close one opened so. */
const MARKS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‘': '’',
  '‚': '‘’',
  '"': '"',
  "'": "'",
};

/** Without quotation marks around the whole; two quotations in a row keep theirs. */
export function unquoted(text: string): string {
  const open = text.charAt(0);
  const close = text.charAt(text.length - 1);
  if (text.length < 2 || !MARKS[open]?.includes(close)) return text;
  const inner = text.slice(1, -1);
  return inner.includes(open) || inner.includes(close) ? text : inner.trim();
}

/** Puts what stands behind the closing mark of a quotation on a line of its own: `"I waited." — Lena`. */
function breakBehindQuotation(lines: string[]): void {
  const written = writtenIn(lines);
  const [first = 0, last = 0] = [written[0], written.at(-1)];
  const closers = MARKS[lines[first]?.trim().charAt(0) ?? ''];
  const line = lines[last] ?? '';
  const at = closers === undefined ? -1 : Math.max(...[...closers].map((mark) => line.lastIndexOf(mark)));
  const rest = line.slice(at + 1).trim();
  if (at > 0 && ATTRIBUTION.test(rest)) lines.splice(last, 1, line.slice(0, at + 1), rest);
}

/** "— name, company" as the last line of several, or behind a quotation: a dash at a line's start is an item of a list elsewhere. */
function takeAttribution(lines: string[]): Pick<QuotedText, 'name' | 'customer'> {
  breakBehindQuotation(lines);
  const written = writtenIn(lines);
  const last = written.at(-1);
  const above = lines[written.at(-2) ?? -1]?.trim() ?? '';
  const words = last === undefined ? undefined : ATTRIBUTION.exec(lines[last]?.trim() ?? '')?.[1];
  if (written.length < 2 || last === undefined || !words || words.length > 100 || ATTRIBUTION.test(above)) return {};
  if (/[.!?]$/.test(words)) return {};
  lines.splice(last, 1);
  const comma = words.search(/(?<!\s)\s*(?:[,(@]|\s(?:at|from|of)\s)/);
  if (comma < 0) return { name: words };
  const customer = words
    .slice(comma)
    .replace(/^\s*(?:[,(@]|at\s|from\s|of\s)\s*/, '')
    .replace(/\)$/, '');
  return { name: words.slice(0, comma).trim(), ...(customer && { customer }) };
}

/** Without empty lines before and after. */
function trimmed(lines: readonly string[]): readonly string[] {
  const written = writtenIn(lines);
  return lines.slice(written[0], (written.at(-1) ?? -1) + 1);
}

/** The text as a Markdown block quote; `quotes` reads the same text out of it. */
export function blockQuote(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}
