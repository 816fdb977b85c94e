/** What the sidebar's commands take from other code: it comes from outside and is checked. */
import * as z from 'zod/mini';
import { filled } from '../base/input.ts';
import { isHash } from '../work/links.ts';
import { orders } from './order.ts';
import { groupings } from './sprint.ts';

/** A record by its id (or because.yml); `folder` is the address of a workspace folder, where several are open. */
export const recordRequest = z.strictObject({ id: filled, folder: z.optional(z.string()) });

export type RecordRequest = z.infer<typeof recordRequest>;

/** The same, to be shown in the sidebar; `unfolded` with the problem and the evidence below it in sight. */
export const revealRequest = z.extend(recordRequest, { unfolded: z.optional(z.boolean()) });

/** A walk-through of the initiatives of a sprint or a quarter, or of chosen ones; without any, the person is asked. */
export const walkRequest = z.strictObject({
  sprint: z.optional(filled),
  quarter: z.optional(filled),
  ids: z.optional(z.array(filled)),
  folder: z.optional(z.string()),
});

/** Words of a record that a wording check is about: the finding with this many of the same check before it. */
export const wordsRequest = z.strictObject({
  id: filled,
  check: filled,
  nth: z.int().check(z.gte(0)),
  folder: z.optional(z.string()),
});

/** What a step of the walkthrough is about. */
export const tryRequest = z.strictObject({ step: z.enum(['hover', 'risk', 'line']) });

/** A page of a folder, opened at the initiative of a record where one is named. */
export const pageRequest = z.strictObject({ id: z.optional(filled), folder: z.optional(z.string()) });

export type PageRequest = z.infer<typeof pageRequest>;

/** The member somebody is; `folder` as above. */
export const memberRequest = z.strictObject({ member: z.optional(filled), folder: z.optional(z.string()) });

export type MemberRequest = z.infer<typeof memberRequest>;

export const scopeRequest = z.union([
  z.strictObject({ sprint: filled }),
  z.strictObject({ quarter: filled }),
  z.strictObject({ show: z.enum(['current', 'all']) }),
]);

export type ScopeRequest = z.infer<typeof scopeRequest>;

export const filterRequest = z.strictObject({ text: z.string() });

export const groupRequest = z.strictObject({ by: z.enum(groupings) });

export const orderRequest = z.strictObject({ by: z.enum(orders) });

/** Whether an answer is shown, as it is by default, or only given back as data. */
const show = z.optional(z.boolean());

/** A line of a file by its address, counted from 1. */
export const explainLineRequest = z.strictObject({ uri: filled, line: z.int().check(z.gte(1)), show });

/** A file by its address. */
export const explainFileRequest = z.strictObject({ uri: filled, show });

/** A commit by its hash; `folder` is the address of a workspace folder, where several are open. */
export const commitRequest = z.strictObject({
  commit: filled.check(z.refine(isHash, 'must be the hash of a commit')),
  folder: z.optional(z.string()),
});

export const explainCommitRequest = z.extend(commitRequest, { show });

export type CommitRequest = z.infer<typeof explainCommitRequest>;

/** A session by its id; `folder` as above. */
export const sessionRequest = z.strictObject({ session: z.optional(filled), folder: z.optional(z.string()) });

export type SessionRequest = z.infer<typeof sessionRequest>;

/** The digest of a sprint, and what is done with it; the person is asked for what is not said. */
export const digestRequest = z.strictObject({
  sprint: z.optional(filled),
  as: z.optional(z.enum(['read', 'copy', 'save', 'mail'])),
  folder: z.optional(z.string()),
});

export type DigestRequest = z.infer<typeof digestRequest>;

/** How a feature is adopted: counted in a file of events by its address, where one is named; `id` is the initiative it is of. */
export const adoptionRequest = z.strictObject({
  id: z.optional(filled),
  file: z.optional(filled),
  folder: z.optional(z.string()),
});

/** The same, as a calendar: of all that are to come, where none is named; `to` is the address of the file to write. */
export const exportRequest = z.extend(sessionRequest, { to: z.optional(filled) });

/** For a command that needs to know nothing. */
export const emptyRequest = z.strictObject({});
