/** What the page remembers of what the person does on it: through reload, hiding and restart, drafts included. */
import * as z from 'zod/mini';
import { Store } from '../../../kit/store.ts';

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
  /** Half-typed input, form by form, field by field. */
  drafts: z.record(z.string(), z.record(z.string(), z.string())),
  /** How far down the page is, in CSS pixels. */
  top: z.number(),
});

export type PageState = z.infer<typeof schema>;
export type Sort = z.infer<typeof sortSchema>;
export type Tab = z.infer<typeof tabSchema>;
export type Draft = Readonly<Record<string, string>>;

const fresh: PageState = {
  version: 1,
  tab: 'ranking',
  sort: { column: 'rank', descending: false },
  status: '',
  kind: '',
  search: '',
  open: [],
  drafts: {},
  top: 0,
};

/** Where the editor keeps a page's state. */
export interface Keeper {
  readonly getState: () => unknown;
  readonly setState: (state: unknown) => void;
}

/** The state as it was left, or a fresh one where there is none that can be read; every change is kept at once. */
export function restoredPage({ getState, setState }: Keeper): Store<PageState> {
  const read = schema.safeParse(getState());
  const page = new Store<PageState>(read.success ? read.data : fresh);
  page.watch(() => setState(page.value));
  return page;
}

/** What was typed into one form; nothing once it is saved or discarded. */
export function setDraft(page: Store<PageState>, form: string, draft: Draft | undefined): void {
  const { [form]: _, ...others } = page.value.drafts;
  const filled = draft !== undefined && Object.keys(draft).length > 0;
  page.patch({ drafts: filled ? { ...others, [form]: { ...draft } } : others });
}

/** Opens an item's row, or closes it. */
export function toggleOpen(page: Store<PageState>, id: string, open = !page.value.open.includes(id)): void {
  const others = page.value.open.filter((each) => each !== id);
  page.patch({ open: open ? [...others, id] : others });
}
