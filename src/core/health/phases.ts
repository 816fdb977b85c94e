/** What comes next in a health check among people who are apart. */

/** Answers are sent, parts are added, it can be revealed, or nothing can come of it any more. */
export const phases = ['open', 'closed', 'ready', 'spoiled'] as const;

export type Phase = (typeof phases)[number];
