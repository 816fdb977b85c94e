/** Work without a why, as rows: branches, then commits, each to be linked in one step. */
import { t } from '../base/l10n.ts';
import { oneLine } from '../text/foreignText.ts';
import { dotted, joined } from '../text/joined.ts';
import { type Branch, type Commit, shortHash, subjectOf } from '../work/facts.ts';
import { localName, type UnlinkedWork } from '../work/unlinked.ts';
import type { OutlineNode } from './node.ts';
import { section } from './node.ts';

/** How a day is written where the person is. */
type DayOf = (moment: number) => string;

/** The rows of unlinked work; none where everything says its why. */
export function unlinkedOutline({ branches, commits }: UnlinkedWork, dayOf: DayOf): readonly OutlineNode[] {
  const groups = [
    {
      row: {
        id: 'unlinked/branches',
        label: t('Branches'),
        description: String(branches.length),
        icon: 'git-branch',
        context: 'group.branches',
      },
      rows: branches.map((branch) => branchRow(branch, dayOf)),
    },
    {
      row: {
        id: 'unlinked/commits',
        label: t('Commits'),
        description: String(commits.length),
        icon: 'git-commit',
        context: 'group.commits',
      },
      rows: commits.map((commit) => commitRow(commit, dayOf)),
    },
  ];
  return groups
    .filter(({ rows }) => rows.length > 0)
    .map(({ row, rows }) => section({ ...row, fold: 'open' }, () => rows));
}

/** What the list is, or that there is nothing in it. */
export function unlinkedMessage({ branches, commits }: UnlinkedWork): string {
  if (branches.length + commits.length > 0) return '';
  return t('Every branch and every recent commit says its why.');
}

function branchRow(branch: Branch, dayOf: DayOf): OutlineNode {
  const name = localName(branch);
  const label = oneLine(name);
  const description = dotted(branch.remote && oneLine(branch.remote), dayOf(branch.committed));
  return {
    id: `unlinked/branch/${branch.name}`,
    label,
    description,
    icon: 'git-branch',
    context: 'work.branch',
    spoken: joined(t('Branch'), label, description),
    fold: 'leaf',
    hint: oneLine(branch.subject),
    work: { target: 'branch', name },
  };
}

function commitRow(commit: Commit, dayOf: DayOf): OutlineNode {
  const { hash, author, authored } = commit;
  const label = subjectOf(commit) || shortHash(hash);
  const description = dotted(oneLine(author), dayOf(authored));
  return {
    id: `unlinked/commit/${hash}`,
    label,
    description,
    icon: 'git-commit',
    context: 'work.commit',
    spoken: joined(t('Commit'), label, description),
    fold: 'leaf',
    hint: hash.slice(0, 12),
    work: { target: 'commit', name: hash },
  };
}
