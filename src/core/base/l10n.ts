/** Translation of the product's sentences for rooms that know nothing of the editor. */

type Arg = string | number | boolean;

let bundle: Readonly<Record<string, string>> = {};

/** Gives the translated sentences, keyed by the English ones; the editor calls it once at start. */
export function setTranslations(sentences: Readonly<Record<string, string>> | undefined): void {
  bundle = sentences ?? {};
}

/** The sentence in the person's language, with `{0}`, `{1}` … replaced. Same signature as the editor's own. */
export function t(message: string, ...args: Arg[]): string {
  return (bundle[message] ?? message).replace(/\{(\d+)\}/g, (whole, index: string) => {
    const arg = args[Number(index)];
    return arg === undefined ? whole : String(arg);
  });
}

/** One of two sentences by number; `{0}` is the number. */
export function plural(count: number, one: string, many: string, ...args: Arg[]): string {
  return t(count === 1 ? one : many, count, ...args);
}
