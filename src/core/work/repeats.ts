/** What a commit says it takes back or repeats: as `git revert` and `git cherry-pick -x` write it, and the hosts after them. */

export interface Repeats {
  /** The subject of what it takes back, where its own quotes one. */
  readonly title?: string | undefined;
  /** The hash of what it takes back, whole or shortened. */
  readonly reverted?: string | undefined;
  /** The number of the pull request it takes back, where it names no hash. */
  readonly pullRequest?: number | undefined;
  /** The hashes it was picked from, the last one first. */
  readonly picked: readonly string[];
}

/** Characters that are looked at. */
const LONGEST = 100_000;

const QUOTED = /^(?:Revert|Reapply) "(.*)"(?: \([#!]\d{1,9}\))?$/;
const REVERTS = /^This reverts commit ([0-9a-f]{7,64})\b/m;
const REVERTS_REQUEST = /^(?:This reverts merge request |Reverts )\S*[#!](\d{1,9})\.?$/m;
const PICKED = /^\(cherry picked from commit ([0-9a-f]{7,64})\)$/gm;

/** What a message says of other commits. Empty for most. */
export function repeatsIn(message: string): Repeats {
  const text = message.slice(0, LONGEST).replaceAll('\r', '');
  const [, title] = QUOTED.exec(text.split('\n', 1)[0] ?? '') ?? [];
  const [, reverted] = REVERTS.exec(text) ?? [];
  const [, number] = REVERTS_REQUEST.exec(text) ?? [];
  const picked = [...text.matchAll(PICKED)].flatMap(([, hash]) => hash ?? []).reverse();
  return { title, reverted, pullRequest: number === undefined ? undefined : Number(number), picked };
}

/** Whether a commit takes another one back. */
export const isRevert = ({ title, reverted, pullRequest }: Repeats): boolean =>
  title !== undefined || reverted !== undefined || pullRequest !== undefined;

/** A revert's message without what it quotes: what is left is its own. */
export function ownWords(message: string): string {
  const end = message.indexOf('\n');
  const subject = end < 0 ? message : message.slice(0, end);
  return QUOTED.test(subject.trimEnd()) ? (end < 0 ? '' : message.slice(end)) : message;
}
