/** What may become of records: plain data, which the store makes files of. */
import type { KindName } from '../kinds/all.ts';
import type { TEAM_FILE } from '../kinds/team.ts';
import type { ContextRecord, FieldPath } from '../records/record.ts';

/** One field's new value; undefined removes it. */
export type FieldChange = readonly [path: FieldPath, value: unknown];

/** A record that is to be written, in a file of its own. */
export interface NewRecord {
  readonly create: KindName;
  /** A readable id a person chose; without it one is made. */
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  /** The file below the kind's folder, without its ending, such as `PAY-142/ada`; without it, it is named after the title and id. */
  readonly file?: string | undefined;
  readonly fields?: { readonly [name: string]: unknown };
  readonly body?: string;
  /** Whose word it is, where one person writes for another; without it, of whoever writes. */
  readonly by?: string;
}

/** A because.yml, where there is none: the text to begin with, and the fields to set in it. */
export interface NewTeamFile {
  readonly create: typeof TEAM_FILE;
  readonly text: string;
  readonly fields: readonly FieldChange[];
}

/** Fields of a record change, and its body where one is given, and no other byte of its file. */
export interface Edit {
  readonly edit: ContextRecord;
  readonly fields?: readonly FieldChange[];
  readonly body?: string | undefined;
}

/** What becomes of a record; because.yml is one as well. A record that changes twice has both. */
export type Change =
  | NewRecord
  | NewTeamFile
  | Edit
  /** Another text; for changes worked out place by place, over several fields and the body. */
  | { readonly rewrite: ContextRecord; readonly text: string }
  /** Another path for its file. */
  | { readonly move: ContextRecord; readonly to: string }
  /** No file any more: only for what the product itself wrote, and nobody has touched since. */
  | { readonly remove: ContextRecord };
