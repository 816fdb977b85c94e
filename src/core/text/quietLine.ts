/** One line of foreign text in Markdown that hosts of code show: the words are there, and nothing in them comes alive. */

/**
 * Nothing to see, and yet a word ends here for whoever looks for mentions, references and addresses. A backslash would not
 * do: hosts look for them in the text after Markdown is done with it.
 */
const BREAK = '\u200B';

/** What hosts and linkifiers look for, up to the character after which it is broken. */
const alive: readonly RegExp[] = [
  // Mentions, also of teams (`@org/team`), and addresses of mail, which some take to go on over the break.
  /@(?=\S)|\S(?=@)/g,
  // `#1`, `owner/repo#1`, `AB#1`, Jira's `#close`; and GitLab's `!1 $1 %1 &1 ~label ^alert`, also with a name in quotes.
  /[#!$%&~^](?=[\p{L}\p{N}_"])/gu,
  // `mailto:me`, `https://`, `//host`.
  /(?<=\p{L}):(?=\S)/gu,
  /[:/](?=\/)/g,
  // `www.host`, `host.com`, but not `2.5`.
  /(?<=[\p{L}_-])\.(?=[\p{L}\p{N}_-])|(?<=\p{N})\.(?=[\p{L}_-])/gu,
  // `GH-1`, and keys of other trackers, which a word such as "fixes" before them would close.
  /(?<=[\p{L}_][\p{L}\p{N}_]{0,50})-(?=\d)/gu,
];

/** What hosts take for a commit, whose pieces must be shorter than the shortest they take for one. */
const COMMIT = /(?<![\p{L}\p{N}])[\da-f]{7,}(?![\p{L}\p{N}])/giu;
const PIECE = /.{6}(?=.)/g;

/** What Markdown takes for more than itself inside a line; where a line starts, a few more do. */
const MARK = /[\\`*_[\]~|$]/g;
const AT_START = /^(?:[#+>=-]|\d{1,9}(?=[.)]))/;

/**
 * A line of text as Markdown in which nothing comes alive on GitHub, GitLab, Bitbucket, Azure DevOps or Gitea: no markup,
 * HTML, link, address, mention, reference or word that closes an issue. To a person it reads as it was written.
 */
export function quietLine(line: string): string {
  const broken = alive
    .reduce((words, pattern) => words.replace(pattern, `$&${BREAK}`), line)
    .replace(COMMIT, (commit) => commit.replace(PIECE, `$&${BREAK}`));
  return broken
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(MARK, '\\$&')
    .replaceAll('<', '&lt;')
    .replace(AT_START, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** Whether trackers take an id for a key of theirs, and link it. */
export const isTrackerKey = (id: string): boolean => /^[A-Za-z][A-Za-z0-9_]*-\d+$/.test(id);
