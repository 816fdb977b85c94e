/** A problem as somebody says it in one go, before there is more to tell of it. */
import { mintId, slug } from '../core/base/ids.ts';
import { kinds } from '../core/kinds/all.ts';
import type { NewRecord } from '../core/library/change.ts';
import type { Library } from '../core/library/library.ts';
import { cutAtWord } from '../core/text/markdownText.ts';

/** The record of a problem out of a sentence or more: the first words are its title, where it is too long to be one. */
export function problemSaid(library: Library, said: string): NewRecord & { readonly id: string } {
  const title = cutAtWord(said, LONGEST_TITLE);
  const readable = slug(said);
  const isFree = readable !== '' && library.named(readable).length === 0;
  const id = isFree ? readable : mintId(kinds.problem.prefix);
  return { create: 'problem', id, title: title.replace(/\.$/, ''), body: title === said ? '' : `${said}\n` };
}

/** Characters. */
const LONGEST_TITLE = 80;
