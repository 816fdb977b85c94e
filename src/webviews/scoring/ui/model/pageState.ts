/** What the page remembers of what the person does on it: through reload, hiding and restart, drafts included. */
import * as z from 'zod/mini';
import type { PageState } from '../../../frame/channel.ts';
import { kept } from '../../../kit/kept.ts';
import { drafts } from '../../../kit/work.ts';

export const columns = [
  'rank',
  'title',
  'score',
  'reach',
  'impact',
  'confidence',
  'effort',
  'challenges',
  'risks',
  'missing',
  'estimates',
  'evidence',
  'status',
] as const;

export type Column = (typeof columns)[number];

/** Whether a column's largest comes first when one asks for it. */
export const largestFirst = (column: Column): boolean => !['rank', 'title', 'effort', 'status'].includes(column);

const sortSchema = z.object({ column: z.enum(columns), descending: z.boolean() });
const tabSchema = z.enum(['ranking', 'charts', 'compare']);

const text = z._default(z.string(), '');

const schema = z.object({
  version: z._default(z.literal(1), 1),
  /** The scope as the host knows it; it is the host that checks it. */
  scope: z.optional(z.unknown()),
  tab: z._default(tabSchema, 'ranking'),
  sort: z._default(sortSchema, { column: 'rank', descending: false }),
  status: text,
  kind: text,
  search: text,
  /** The ids of the items that are open. */
  open: z._default(z.array(z.string()), []),
  /** The ids of the items that are checked: something is to be done with them. */
  checked: z._default(z.array(z.string()), []),
  drafts: z._default(drafts, {}),
  /** How far down the page is, in CSS pixels. */
  top: z._default(z.number(), 0),
});

export type Sort = z.infer<typeof sortSchema>;
export type Tab = z.infer<typeof tabSchema>;

/** The page as it was left. */
export const restoredPage = (keeper: PageState) => kept(keeper, schema);

export type Page = ReturnType<typeof restoredPage>;
