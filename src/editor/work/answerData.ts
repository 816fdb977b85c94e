/** What explains a line, a commit or a file, as plain data for other code. */
import type { ChainStep } from '../../core/why/chain.ts';
import type { Shaping } from '../../core/work/shapedBy.ts';
import type { ApiShare, ApiStep } from '../api/apiTypes.ts';

export function stepData({ sort, name, headline, lines, record, commit, url }: ChainStep): ApiStep {
  return {
    sort,
    name,
    headline,
    lines: [...lines],
    ...(record && { id: record.id }),
    ...(commit && { commit: commit.hash }),
    ...(url !== undefined && { url }),
  };
}

export function shareData({ initiative, share, commits }: Shaping): ApiShare {
  return {
    ...(initiative && { initiative: initiative.id }),
    share: share ?? 0,
    commits: commits.map(({ hash }) => hash),
  };
}
