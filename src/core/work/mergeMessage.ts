/** What a merge's message, or that of a squashed pull request, tells: the pull request's number, and the branch it came from. */

export interface Merged {
  /** The pull request's number on its host. */
  readonly number?: number | undefined;
  /** The branch that was merged, without its remote. */
  readonly branch?: string | undefined;
}

interface Form {
  readonly pattern: RegExp;
  /** Which groups hold the number and the branch. */
  readonly number?: number;
  readonly branch?: number;
}

/** As the hosts write subjects; each pattern is anchored and takes time linear in the text. */
const subjects: readonly Form[] = [
  // GitHub, Gitea and Forgejo: the branch comes with its owner.
  { pattern: /^Merge pull request #(\d{1,9}) from (?:[^\s/]+\/)?(\S+)/, number: 1, branch: 2 },
  { pattern: /^Merge pull request '.*' \(#(\d{1,9})\) from (\S+)/, number: 1, branch: 2 },
  // Bitbucket Cloud; Bitbucket Data Center.
  { pattern: /^Merged in (\S+) \(pull request #(\d{1,9})\)/, branch: 1, number: 2 },
  { pattern: /^Pull request #(\d{1,9}): /, number: 1 },
  // Azure DevOps.
  { pattern: /^Merged PR (\d{1,9}): /, number: 1 },
  // GitLab and git itself; the number, if any, stands in the body.
  { pattern: /^Merge (?:remote-tracking )?branch '([^']+)'/, branch: 1 },
  // Squashed: the title, then the number.
  { pattern: /^\S.* \(#(\d{1,9})\)$/, number: 1 },
  { pattern: /^\S.* \(!(\d{1,9})\)$/, number: 1 },
];

/** As the hosts write bodies: GitLab names the merge request, Bitbucket Data Center the branch. */
const bodies: readonly Form[] = [
  { pattern: /^See merge request (?:\S+)?!(\d{1,9})$/m, number: 1 },
  { pattern: /^Merge in \S+ from (\S+) to \S+$/m, branch: 1 },
];

/** Characters of a message that are looked at: hosts write theirs at the start. */
const LONGEST = 10_000;

/** What a commit's message tells of the pull request it came with. Empty for a plain commit. */
export function mergedIn(message: string): Merged {
  const text = message.slice(0, LONGEST);
  const end = text.indexOf('\n');
  const subject = (end < 0 ? text : text.slice(0, end)).trimEnd();
  const [first] = subjects.flatMap((form) => read(form, subject));
  const more = end < 0 ? [] : bodies.flatMap((form) => read(form, text.slice(end + 1)));
  const all = first ? [first, ...more] : more;
  const number = all.find((each) => each.number !== undefined)?.number;
  const branch = all.find((each) => each.branch !== undefined)?.branch;
  return { number, branch };
}

function read({ pattern, number, branch }: Form, text: string): Merged[] {
  const match = pattern.exec(text);
  if (!match) return [];
  const digits = number === undefined ? undefined : match[number];
  const name =
    branch === undefined ? undefined : match[branch]?.replace(/^(?:refs\/(?:heads|remotes)\/)?(?:origin\/)?/, '');
  return [{ number: digits === undefined ? undefined : Number(digits), branch: name }];
}
