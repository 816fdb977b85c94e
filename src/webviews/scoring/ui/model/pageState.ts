/** What the page remembers of what the person does on it: through reload, hiding and restart, drafts included. */
import * as z from 'zod/mini';
import { type Kept, kept } from '../../../kit/kept.ts';
import { drafts } from '../../../kit/work.ts';

export const columns = [
  'rank',
  'title',
  'score',
  'reach',
  'impact',
  'confidence',
  'effort',
  'estimates',
  'challenges',
  'risks',
  'evidence',
  'missing',
] as const;

export type Column = (typeof columns)[number];

/** Whether a column's largest comes first when one asks for it. */
export const largestFirst = (column: Column): boolean => column !== 'rank' && column !== 'title' && column !== 'effort';

const sortSchema = z.object({ column: z.enum(columns), descending: z.boolean() });
const tabSchema = z.enum(['ranking', 'charts', 'compare']);

const schema = z.object({
  version: z.literal(1),
  /** The scope as the host knows it; it is the host that checks it. */
  scope: z.optional(z.unknown()),
  tab: tabSchema,
  sort: sortSchema,
  status: z.string(),
  kind: z.string(),
  search: z.string(),
  /** The ids of the items that are open. */
  open: z.array(z.string()),
  drafts,
  /** How far down the page is, in CSS pixels. */
  top: z.number(),
});

type PageState = z.infer<typeof schema>;
export type Sort = z.infer<typeof sortSchema>;
export type Tab = z.infer<typeof tabSchema>;

const fresh: PageState = {
  version: 1,
  scope: undefined,
  tab: 'ranking',
  sort: { column: 'rank', descending: false },
  status: '',
  kind: '',
  search: '',
  open: [],
  drafts: {},
  top: 0,
};

export type Page = Kept<PageState>;

/** The page as it was left. */
export const restoredPage = (keeper: Parameters<typeof kept>[0]): Page => kept(keeper, schema, fresh);
