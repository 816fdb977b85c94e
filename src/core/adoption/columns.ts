/** Which columns of a file of events say who, what and when, guessed from their names and what stands in them. */
import { dayReader } from './eventDays.ts';
import type { Columns } from './events.ts';

/** A column as it is offered: its name, and what stands in its first rows. */
export interface ColumnSeen {
  readonly name: string;
  readonly examples: readonly string[];
}

/** So many different values tell what a column holds. */
const EXAMPLES = 3;

/** The columns of a file, by its first rows; the first of them names the columns. */
export function columnsIn([header = [], ...rows]: readonly (readonly string[])[]): readonly ColumnSeen[] {
  return header.map((name, at) => {
    const values = rows.map((cells) => cells[at]?.trim() ?? '').filter((value) => value !== '');
    return { name: name.trim(), examples: [...new Set(values)].slice(0, EXAMPLES) };
  });
}

/** What columns are called in what people export. */
const names = {
  user: /(^|[^a-z])(user|person|people|customer|account|member|distinct|visitor|who|e-?mail)/i,
  event: /(^|[^a-z])(event|action|activity|what|feature|name)/i,
  time: /(^|[^a-z])(time|date|day|when|timestamp|at)([^a-z]|$)|timestamp/i,
} as const;

/** The column that each is likely to be; undefined where nothing tells. */
export function guessedColumns(columns: readonly ColumnSeen[]): {
  readonly [Name in keyof Columns]: number | undefined;
} {
  const dayOf = dayReader(undefined);
  // A later row may be one of those that cannot be read.
  const isTime = ({ examples: [first = ''] }: ColumnSeen) => !Number.isNaN(dayOf(first));
  const find = (fits: (column: ColumnSeen, at: number) => boolean): number | undefined => {
    const at = columns.findIndex(fits);
    return at < 0 ? undefined : at;
  };
  const time = find((each) => isTime(each) && names.time.test(each.name)) ?? find(isTime);
  const user = find(({ name }, at) => at !== time && names.user.test(name));
  const event = find(({ name }, at) => at !== time && at !== user && names.event.test(name));
  // What is left over when the others are known is the last one.
  const left = [...columns.keys()].filter((at) => at !== user && at !== event && at !== time);
  const only = left.length === 1 ? left[0] : undefined;
  return { user: user ?? only, event: event ?? only, time };
}
