/** Who may be shown a record: the one place that decides, for every surface. */
import { distance } from 'fastest-levenshtein';
import type { Kind } from './kind.ts';
import type { Source } from './record.ts';

/** What is looked at of a file: its fields, its text, and whether anything is wrong with its form. */
type Written = Pick<Source, 'raw' | 'text' | 'problems'>;

/** What is asked of a kind: whether what cannot be read of it counts as sensitive. */
type Guarded = Pick<Kind, 'guarded'>;

/** Who would see it: the person who has the record's own file before them, or anybody anywhere else. */
export type Audience = 'file' | 'elsewhere';

const MARK = 'sensitive';
const STARTS_LIKE_MARK = /^\s*s/i;

/** What people write where they mean no. Anything else that stands behind the mark hides the record. */
const NO: ReadonlySet<unknown> = new Set(['false', 'no', 'off', 'n', '0']);

/** Whether somebody may be shown what a record of the kind says: its words, its title, who said it. */
export function mayShow(kind: Guarded | undefined, written: Written, to: Audience): boolean {
  return to === 'file' || !isSensitive(kind, written);
}

/** Whether a field's name marks its record as sensitive; one letter wrong must not give a secret away. */
export function isMark(name: string): boolean {
  // Asked of every field of every record.
  if (!STARTS_LIKE_MARK.test(name)) return false;
  const lower = name.trim().toLowerCase();
  return Math.abs(lower.length - MARK.length) < 3 && distance(lower, MARK) < 3;
}

function isSensitive(kind: Guarded | undefined, { raw, text, problems }: Written): boolean {
  const names = Object.keys(raw);
  if (names.some((name) => isMark(name) && !isClearlyNo(raw[name]))) return true;
  // Nobody knows what the fields of such a file say, so the mark is looked for in its text.
  const isUnread = problems.length > 0 || names.length === 0;
  return isUnread && Boolean((problems.length > 0 && kind?.guarded) || MARK_IN_TEXT.test(text));
}

const MARK_IN_TEXT = /^[ \t]*["']?sensitive["']?[ \t]*:/im;

function isClearlyNo(value: unknown): boolean {
  return (
    value === undefined ||
    value === false ||
    value === 0 ||
    (typeof value === 'string' && NO.has(value.trim().toLowerCase()))
  );
}
