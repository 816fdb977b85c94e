/** What a word in a record's file means: what a field is for, and who or what an id stands for. */
import { fieldsOf } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { detailOf } from '../outline/node.ts';
import type { Field } from '../records/field.ts';
import type { Span } from '../text/positions.ts';
import { fieldAt, fieldHelp } from './fieldHelp.ts';
import { kindWritten, partAt, type RecordText } from './place.ts';

interface Meaning {
  readonly span: Span;
  readonly heading: string;
  readonly lines: readonly (string | undefined)[];
}

/** What stands at an offset, as `me` may know it; undefined where that is for others to say. */
export function meaningAt(library: Library, me: string | undefined, file: RecordText, offset: number) {
  const part = partAt(file.text, offset, file.whole);
  const field = part && fieldAt(fieldsOf(kindWritten(file)), part.path);
  if (!field) return undefined;
  const meaning =
    part.part === 'key' ? { heading: part.text, lines: fieldHelp(field) } : named(library, me, field, part.text);
  return meaning && ({ ...meaning, span: part } satisfies Meaning);
}

function named(
  library: Library,
  me: string | undefined,
  { type }: Field,
  id: string,
): Omit<Meaning, 'span'> | undefined {
  if (type === 'member') {
    const member = library.members.find((each) => each.id === id);
    return member && { heading: member.name ?? id, lines: [member.role] };
  }
  // An initiative's key has its own card, wherever it stands.
  const record = type !== 'reference' || library.initiativeOf(id) ? undefined : library.find(id);
  if (!record) return undefined;
  const { title, lines } = detailOf(library, record, me);
  return { heading: title, lines };
}
