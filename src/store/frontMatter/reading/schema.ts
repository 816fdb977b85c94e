/** What the core schema of YAML 1.2 takes a plain scalar for. */

const NUMBER = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF'].flatMap((word) => [
    [word, Infinity] as const,
    [`+${word}`, Infinity] as const,
    [`-${word}`, -Infinity] as const,
  ]),
]);

/** The longest word above; a longer text is a number or a text. */
const LONGEST_WORD = 5;

/** The value of a plain scalar: null, a boolean, a number, or the text itself. */
export function scalarOf(text: string): unknown {
  if (text.length <= LONGEST_WORD) {
    const value = WORDS.get(text);
    if (value !== undefined) return value;
  }
  const code = text.charCodeAt(0);
  if (code > 57 || code < 43) return text;
  if (NUMBER.test(text)) return Number(text);
  if (/^0o[0-7]+$/.test(text)) return Number.parseInt(text.slice(2), 8);
  return /^0x[0-9a-fA-F]+$/.test(text) ? Number.parseInt(text.slice(2), 16) : text;
}
