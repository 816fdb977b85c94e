/** Texts of records in Markdown that hosts of code show: the words are there, and nothing in them comes alive. */
import { tidy } from '../face/cardLines.ts';
import { ID } from '../kinds/all.ts';
import { quietLine } from '../text/quietLine.ts';

/** A text of a record as at most `most` characters of one line of quiet Markdown. */
export const quiet = (text: string, most: number): string => quietLine(tidy(text, most));

/** An id, whole, so that it can be copied; a wrong one, which could hold anything, as words. */
export function quietId(id: string): string {
  return ID.test(id) ? `\`${id}\`` : quiet(id, 100);
}

/** Words that lead to an address; words alone where there is none that a host takes. `words` is Markdown already. */
export function linked(words: string, address: string | undefined): string {
  if (address === undefined || !/^https?:\/\/[^\s<>"\p{C}]+$/iu.test(address)) return words;
  const target = address.replace(/[()\\*_`[\]]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `[${words}](${target})`;
}
