/** What a commit's message tells of others: of the pull request and branches it came from, of what it reverts or repeats; and what is left to say why. */

export interface Merged {
  /** The pull request's number on its host. */
  readonly number?: number | undefined;
  /** The branches that were merged, the likeliest name first: a remote's name is cut off. */
  readonly branches: readonly string[];
}

/**
 * A line as hosts and git write it. Named groups hold the `number`; the `branch`, or the `tracked` one with its remote's
 * name, or several `branches` in quotes; and the `title`. The rest is theirs, and says nothing of the work: above all the
 * branch that the merge went into. Each pattern is anchored and takes time linear in the text.
 */
type Form = RegExp;

/** As subjects are written. */
const subjects: readonly Form[] = [
  // Bitbucket Server, long ago: `#34 in PAY/relay from bugfix/x to master`; of a fork `~ada/relay:bugfix/x`.
  /^Merge pull request #(?<number>\d{1,9}) in \S+ from (?:\S+:)?(?<branch>[^\s:]+) to \S+/,
  // GitHub, Gitea and Forgejo: the branch comes with its owner.
  /^Merge pull request #(?<number>\d{1,9}) from (?:[^\s/:]+[/:])?(?<branch>\S+)(?: into \S+)?/,
  // Azure DevOps.
  /^Merge pull request (?<number>\d{1,9}) from (?<branch>\S+) into \S+/,
  /^Merged PR (?<number>\d{1,9}):(?<title>.*)/,
  // Gitea and Forgejo; of a fork `ada/relay:bugfix/x`.
  /^Merge pull request '(?<title>.*)' \([#!](?<number>\d{1,9})\) from (?:\S+:)?(?<branch>[^\s:]+)(?: into \S+)?/,
  // Bitbucket Cloud; Bitbucket Data Center.
  /^Merged in (?<branch>\S+) \(pull request #(?<number>\d{1,9})\)/,
  /^Pull request #(?<number>\d{1,9}):(?<title>.*)/,
  // GitLab and git itself, of one branch or several; Gitea and Gogs say of which repository.
  /^Merge branch '(?<branch>[^']+)'(?: of [^\s,;]+)?(?: (?:into|to) \S+)?/,
  /^Merge remote-tracking branch '(?<tracked>[^']+)'(?: (?:into|to) \S+)?/,
  /^Merge (?:remote-tracking )?branches (?<branches>'[^']+'(?:(?:,| and|, and) '[^']+')*)(?: of [^\s,;]+)?(?: (?:into|to) \S+)?/,
  /^Merge (?:tag|commit) '[^']*'(?: of [^\s,;]+)?(?: (?:into|to) \S+)?/,
  /^Merge [0-9a-f]{7,64} into \S+/,
  // Gerrit, with the changes of one topic, or one change by its subject; CMake's robot says topic too.
  /^Merge changes? from topic ["'](?<branch>[^"']+)["'](?: into \S+)?/,
  /^Merge topic '(?<branch>[^']+)'(?: into \S+)?/,
  /^Merge changes? I[0-9a-f]+(?:,\s?I[0-9a-f]+)*(?: into \S+)?/,
  /^Merge "(?<title>.*)"(?: into \S+)?$/,
  // Robots that merge when tests pass.
  /^(?:Auto|Rollup) merge of #(?<number>\d{1,9}) - [^\s:]+:(?<branch>[^\s,]+)/,
  /^Merge of #(?<number>\d{1,9})/,
  /^Merge (?:(?:PR|MR|pull request|merge request) )?(?:[\w.-]+\/[\w.-]+)?[#!](?<number>\d{1,9})(?::(?<title>.*))?/,
  // Git flow, as some clients write it.
  /^Finish (?<branch>\S+) into \S+$/,
  // From several repositories, or of what has no name.
  /^(?<title>Merge \S.*) into \S+$/,
];

/** Squashed: the title, then the number. */
const SQUASHED: Form = /^(?<title>\S.*) \((?:[#!]|PR #|pull request #)(?<number>\d{1,9})\)$/;

/** Below the subject: GitLab and Gitea name the request, as teams' templates do; Bitbucket Data Center the branch. */
const bodies: readonly Form[] = [
  /^See merge request (?:\S*)?!(?<number>\d{1,9})$/,
  /^(?:Reviewed-on|Pull[- ][Rr]equest|Merge[- ][Rr]equest): https?:\S+\/(?:pulls?|merge_requests|pull-requests|pullrequest)\/(?<number>\d{1,9})$/,
  /^Merge in \S+ from (?:\S+:)?(?<branch>[^\s:]+) to \S+$/,
];

/** Other lines of a body that tell of pull requests. */
const others: readonly Form[] = [/^Reverts \S*[#!]\d{1,9}$/];

/** Where it went, behind what no form reads. */
const INTO = / into \S+$/;

/** A revert, with the whole subject of what it takes back. */
const REVERT: Form = /^(?:Revert|Reapply) "(?<title>.*)"$/;

/** Characters of a message that are looked at. */
const LONGEST = 100_000;

/** Characters of a line that a host may have written, and how often one subject stands in another. */
const LONGEST_LINE = 2_000;
const DEEPEST = 5;

/** How each line begins that is not only a squashed title. */
const MAY_BE = /^(?:Merge|Pull[ -]|Auto |Rollup |Finish |See |Revert|Reapply|Reviewed-on)/;

/** What a commit's message tells of the pull request it came with. `remotes` are the names of those known here. */
export function mergedIn(message: string, remotes: readonly string[] = []): Merged {
  const [subject = '', ...lines] = linesOf(message);
  const below = lines.filter((line) => MAY_BE.test(line)).map((line) => match(bodies, line));
  const all = [match([...subjects, SQUASHED], subject), ...below].map((found) => found?.groups ?? {});
  const number = all.find((groups) => groups.number !== undefined)?.number;
  const branches = all.map((groups) => namesIn(groups, remotes)).find((names) => names.length > 0) ?? [];
  return { number: number === undefined ? undefined : Number(number), branches };
}

/**
 * What a message itself says of the work: the number of its pull request and the branch it went into are left out, wherever
 * a host or git wrote them. Line by line as it was.
 */
export function saidIn(message: string): string {
  return linesOf(message)
    .map((line, index) => (index === 0 ? saidInSubject(line) : saidInLine(line)))
    .join('\n');
}

/** The title of what was merged, where its message tells it in the subject. */
export function mergedTitle(message: string): string | undefined {
  return match([...subjects, SQUASHED], linesOf(message)[0] ?? '')?.groups?.title?.trim() || undefined;
}

function linesOf(message: string): string[] {
  return message
    .slice(0, LONGEST)
    .split('\n')
    .map((line) => line.trimEnd());
}

function match(forms: readonly Form[], line: string): RegExpExecArray | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  for (const form of forms) {
    const found = form.exec(line);
    if (found) return found;
  }
  return undefined;
}

/** A subject may hold another: that of a pull request, of what is reverted. Each has one number: others are meant. */
function saidInSubject(subject: string): string {
  let said = subject;
  let isNumbered = false;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const revert = REVERT.exec(said.trim());
    const found: RegExpExecArray | undefined =
      revert ?? match(isNumbered ? subjects : [...subjects, SQUASHED], said.trim());
    if (!found) break;
    isNumbered = !revert && (isNumbered || found.groups?.number !== undefined);
    said = rest(found, said.trim());
  }
  return said;
}

/** Squashed commits stand in a body as a list. A number behind a line of it may be anything, so it stays. */
function saidInLine(line: string): string {
  const [mark = ''] = /^(?:[*-] | {4})?/.exec(line) ?? [];
  const plain = line.slice(mark.length);
  if (!MAY_BE.test(plain)) return line;
  const found = match([...subjects, ...bodies, ...others], plain);
  return found ? mark + rest(found, plain) : line;
}

/** What a form leaves: where it came from, and what it is called. */
function rest({ groups = {}, 0: { length } }: RegExpExecArray, line: string): string {
  const { branch, tracked, branches, title } = groups;
  const more = line.startsWith('Merge ') ? line.slice(length).replace(INTO, '') : line.slice(length);
  return [branch, tracked, branches, title].filter(Boolean).join(' ') + more;
}

function namesIn(groups: Readonly<Record<string, string>>, remotes: readonly string[]): readonly string[] {
  const { branch, tracked, branches } = groups;
  const several = [...(branches ?? '').matchAll(/'([^']+)'/g)].flatMap(([, name = '']) => namesOf(name, remotes));
  return [
    ...(tracked === undefined ? [] : [withoutRemote(tracked, remotes) ?? tracked.replace(/^[^/]*\//, '')]),
    ...(branch === undefined ? [] : namesOf(branch, remotes)),
    ...several,
  ];
}

/** A branch of this repository, unless it begins as a remote does: then it is first taken for one of there. */
function namesOf(written: string, remotes: readonly string[]): string[] {
  const name = written.replace(/^refs\/(?:heads|remotes)\//, '');
  const there = withoutRemote(name, remotes.length > 0 ? remotes : ['origin']);
  return there === undefined ? [name] : [there, name];
}

/** A remote's name may hold slashes: the longest that fits is meant. */
function withoutRemote(name: string, remotes: readonly string[]): string | undefined {
  const fitting = remotes.filter((remote) => name.startsWith(`${remote}/`)).sort((a, b) => b.length - a.length);
  return fitting[0] === undefined ? undefined : name.slice(fitting[0].length + 1);
}

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
