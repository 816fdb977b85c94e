/** Work without a why, as rows: branches, then commits, each to be linked in one step. */
import { t } from '../base/l10n.ts';
import { dotted, joined } from '../text/joined.ts';
import { type Branch, type Commit, shortHash, subjectOf } from '../work/facts.ts';
import { localName, type UnlinkedWork } from '../work/unlinked.ts';
import { note, type OutlineNode, type Rows, section } from './node.ts';

/** How a day is written where the person is. */
type DayOf = (moment: number) => string;

/** The rows of unlinked work; none where everything says its why. */
export function unlinkedOutline({ branches, commits }: UnlinkedWork, dayOf: DayOf): Rows {
  return [
    ...groupOf(
      { id: 'branches', label: t('Branches'), icon: 'git-branch' },
      branches.map((branch) => branchRow(branch, dayOf)),
    ),
    ...groupOf(
      { id: 'commits', label: t('Commits'), icon: 'git-commit' },
      commits.map((commit) => commitRow(commit, dayOf)),
    ),
  ];
}

type Group = Pick<OutlineNode, 'id' | 'label' | 'icon'>;

function groupOf({ id, ...look }: Group, rows: Rows): Rows {
  if (rows.length === 0) return [];
  const row = { ...look, id: `unlinked/${id}`, description: String(rows.length), context: `group.${id}` };
  return [section({ ...row, fold: 'open' }, () => rows)];
}

/** What the list is, or that there is nothing in it. */
export function unlinkedMessage({ branches, commits }: UnlinkedWork): string {
  if (branches.length + commits.length > 0) return '';
  return t('Every branch and every recent commit is linked.');
}

function branchRow(branch: Branch, dayOf: DayOf): OutlineNode {
  const name = localName(branch);
  const description = dotted(branch.remote, dayOf(branch.committed));
  return note({
    id: `unlinked/branch/${branch.name}`,
    label: name,
    description,
    icon: 'git-branch',
    context: 'work.branch',
    spoken: joined(t('Branch'), name, description),
    hint: branch.subject,
    work: { target: 'branch', name },
  });
}

function commitRow(commit: Commit, dayOf: DayOf): OutlineNode {
  const { hash, author, authored } = commit;
  const label = subjectOf(commit) || shortHash(hash);
  const description = dotted(author, dayOf(authored));
  return note({
    id: `unlinked/commit/${hash}`,
    label,
    description,
    icon: 'git-commit',
    context: 'work.commit',
    spoken: joined(t('Commit'), label, description),
    hint: hash.slice(0, 12),
    work: { target: 'commit', name: hash },
  });
}
