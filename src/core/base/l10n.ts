/** Translation of the product's sentences for rooms that know nothing of the editor. */

type Arg = string | number | boolean;

let bundle: Readonly<Record<string, string>> = {};

/** Of the person's language; undefined while that is English, whose rule is a line. */
let rules: Intl.PluralRules | undefined;
/** Days are written as in `26 Aug`, whose parts stand in one order wherever English is spoken outside America. */
const ENGLISH_DAYS = 'en-GB';
let days = ENGLISH_DAYS;

/** Gives the translated sentences, keyed by the English ones, and their language; the editor calls it once at start. */
export function setTranslations(sentences: Readonly<Record<string, string>> | undefined, language: string): void {
  bundle = sentences ?? {};
  rules = sentences && new Intl.PluralRules(language);
  days = sentences ? language : ENGLISH_DAYS;
}

/** The language in which days are written. */
export const languageOfDays = (): string => days;

/** The sentence in the person's language, with `{0}`, `{1}` … replaced. Same signature as the editor's own. */
export function t(message: string, ...args: Arg[]): string {
  const sentence = bundle[message] ?? message;
  if (args.length === 0) return sentence;
  return sentence.replace(/\{(\d+)\}/g, (whole, index: string) => {
    const arg = args[Number(index)];
    return arg === undefined ? whole : String(arg);
  });
}

/** What values are called: the words are made when one is asked for, in the person's language. */
export function wordsFor<Value extends string>(words: Readonly<Record<Value, () => string>>): (value: Value) => string {
  return (value) => words[value]();
}

/**
 * The sentence in the form that the number asks for; `{0}` is the number. Where a language has more forms than English, its
 * bundle holds them as the editor's bundles hold a text with a comment: `{0} quotes/few` beside `{0} quotes`.
 */
export function plural(count: number, one: string, other: string, ...args: Arg[]): string {
  const inEnglish = Math.abs(count) === 1 ? one : other;
  const form = rules?.select(count);
  const wanted = form === undefined ? inEnglish : form === 'one' ? one : form === 'other' ? other : `${other}/${form}`;
  return t(wanted in bundle ? wanted : inEnglish, count, ...args);
}
