/** A piece of evidence in words: what was said or seen, and who said it. */

import { dayWords } from '../base/dayWords.ts';
import type { Evidence } from '../kinds/all.ts';
import { countedEvidence, evidenceSorts, sumText } from '../kinds/evidence.ts';
import type { Library } from '../library/library.ts';
import type { Rollup } from '../library/query.ts';
import { firstParagraph, firstSentences, plainWords, quotes } from '../text/markdownText.ts';
import { tidy } from './cardLines.ts';
import { nameOf } from './names.ts';

/** Word for word where somebody is quoted, else its title, else what its text begins with; at most so many characters. */
export function saidIn(piece: Evidence, most: number): { readonly words: string; readonly isQuote: boolean } {
  const [quote] = quotes(piece.body);
  const isTitled = piece.title !== piece.id;
  const words = quote && (piece.values.kind === 'quote' || !isTitled) ? plainWords(quote.text) : '';
  if (words !== '') return { words: tidy(firstSentences(words, 2, most / 2), most), isQuote: true };
  if (isTitled) return { words: tidy(piece.title, most), isQuote: false };
  return { words: tidy(firstSentences(firstParagraph(piece.body) ?? piece.id, 1, most), most), isQuote: false };
}

/** The customer, else the persona, else the segment; undefined where nobody is named. */
export function whoSaid(library: Library, { values }: Evidence): string | undefined {
  const persona = values.persona === undefined ? undefined : library.findOf('persona', values.persona);
  const who = values.customer ?? (persona ? nameOf(persona) : values.persona) ?? values.segment;
  return who && tidy(who, 60);
}

/** `14 tickets`, where a piece stands for more than itself. */
export const manyOf = ({ values }: Evidence): string | undefined =>
  values.count > 1 ? countedEvidence[values.kind](values.count) : undefined;

/** What pieces add up to, sort by sort: `5 customers · 3 quotes · 14 tickets · 1 against · newest 17 Nov`. */
export function sumWords(sum: Rollup, day: string): string {
  const pieces = evidenceSorts.flatMap((sort) => {
    const count = sum.counts.get(sort);
    return count === undefined ? [] : countedEvidence[sort](count);
  });
  return sumText(sum, pieces, (newest) => dayWords(newest, day));
}
