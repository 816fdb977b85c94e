/** What the sidebar's commands take from other code, and what the Sprint view remembers: both come from outside and are checked. */
import * as z from 'zod/mini';
import { filled } from '../base/input.ts';
import { isHash } from '../work/links.ts';

/** A record by its id (or because.yml); `folder` is the address of a workspace folder, where several are open. */
export const recordRequest = z.strictObject({ id: filled, folder: z.optional(z.string()) });

export type RecordRequest = z.infer<typeof recordRequest>;

/** A scoring board: a folder's, opened at the initiative of a record where one is named. */
export const boardRequest = z.strictObject({ id: z.optional(filled), folder: z.optional(z.string()) });

export type BoardRequest = z.infer<typeof boardRequest>;

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

export const groupRequest = z.strictObject({ by: z.enum(['none', 'status', 'owner']) });

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

/** A branch to start: what is not given is asked. `base` is a branch, or `HEAD` for where one is. */
export const startBranchRequest = z.strictObject({
  initiative: z.optional(filled),
  name: z.optional(filled),
  base: z.optional(filled),
  folder: z.optional(z.string()),
});

/** For a command that needs to know nothing. */
export const emptyRequest = z.strictObject({});

/** What the Sprint view shows, per folder; anything else found in the storage gives way to the defaults. */
export const sprintSettings = z.object({
  choice: z.catch(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['current', 'all']) }),
      z.object({ kind: z.literal('sprint'), id: z.string() }),
      z.object({ kind: z.literal('quarter'), quarter: z.string() }),
    ]),
    { kind: 'current' },
  ),
  filter: z.catch(z.string(), ''),
  grouping: z.catch(z.enum(['none', 'status', 'owner']), 'none'),
});
