/** What a text says beside an issue key, as a title: of a commit's subject, or of a line that names the key. */
import { oneLine } from '../text/foreignText.ts';

/** Characters of text looked at on each side of the key, and of a title. */
const LOOKED_AT = 200;
const LONGEST = 80;

/** Marks of comments and lists, brackets, and what separates a key from words. */
const MARKS = /^[\s:;,.!#*/<>()[\]{}|"'`–—-]+/u;
const TO_DO = /^(?:todo|fixme|hack|xxx|note)\b/iu;
const TYPE = /^[a-z]{2,12}(?:\([^)]{0,40}\))?!?:\s/u;
const CLOSERS = ['*/', '-->', '"""'];

/** The words behind the key, else before it; undefined where there are fewer than two. */
export function titleBeside(text: string, { start, end }: { start: number; end: number }): string | undefined {
  const after = text.slice(end, end + LOOKED_AT);
  const before = text.slice(Math.max(0, start - LOOKED_AT), start);
  return titleIn(after) ?? titleIn(before);
}

/** What a commit's subject calls the key in it; nothing where it is git or a host that speaks, of a merge or a revert. */
export function titleInSubject(subject: string, place: { start: number; end: number }): string | undefined {
  return NOT_OF_THE_WORK.test(subject) ? undefined : titleBeside(subject, place);
}

const NOT_OF_THE_WORK = /^(?:Merged?|Revert|Reapply|Finish|(?:Auto|Rollup) merge)\b/;

function titleIn(text: string): string | undefined {
  let words = withoutMarks(oneLine(text));
  for (const closer of CLOSERS) words = words.split(closer, 1)[0] ?? '';
  words = words.replace(TYPE, '').trim();
  while (words !== '' && MARKS.test(words.slice(-1))) words = words.slice(0, -1);
  // Code beside a key is no title.
  if (/[={};]/.test(words) || !/\p{L}{2}\s+\p{L}/u.test(words)) return undefined;
  const title = words.length > LONGEST ? (/^.{20,80}(?=\s)/su.exec(words)?.[0] ?? words.slice(0, LONGEST)) : words;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** Without what stands before the first word: marks, and the word that says something is to be done. */
function withoutMarks(text: string): string {
  const words = text.replace(MARKS, '');
  return words.replace(TO_DO, '').replace(MARKS, '');
}
