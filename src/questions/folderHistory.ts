/** What git tells about a folder before it is set up: who works here, and which issue keys they use. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import type { Library } from '../core/library/library.ts';
import { isLikely, type KeyPrefix, keyPrefixesFrom } from '../core/setUp/keyPrefixes.ts';
import { type Author, membersFrom, withMe } from '../core/setUp/members.ts';
import { type NamedKeys, namedKeys } from '../core/setUp/namedKeys.ts';
import { SAMPLE_PREFIX } from '../core/setUp/sampleIds.ts';
import { type GlancedCommit, recentBranches, recentCommits, userName } from '../git/glance.ts';
import { gitAt, gitPort } from '../git/port.ts';
import { question } from './question.ts';
import { known } from './work.ts';

export interface FolderHistory {
  /** The person first, where git knows them, then who wrote most. */
  readonly authors: readonly Author[];
  readonly me: Author | undefined;
  /** Those of the authors who wrote lately, the person among them. */
  readonly lately: readonly Author[];
  readonly prefixes: readonly KeyPrefix[];
  /** The keys with the prefixes that are likely the team's, or in because.yml. */
  readonly named: NamedKeys;
}

/** Commits and branches looked at: the last ones tell who works here now. */
const COMMITS = 1000;
const BRANCHES = 2000;

/** Milliseconds within which who wrote is likely still there; no more people than a team has. */
const LATELY = 90 * 24 * 60 * 60 * 1000;
const TEAM = 15;

export const folderHistory = question({
  name: 'folderHistory',
  title: () => t('History'),
  help: () => t('Who works here, and which issue keys they use, according to git. Nobody if git does not know.'),
  input: z.object({}),
  async answer(asked): Promise<FolderHistory> {
    const git = await known(async () => gitAt(gitPort(asked), '.', asked.signal));
    const [commits = [], branches = [], mail, name] = await Promise.all([
      git && known(() => recentCommits(git, COMMITS)),
      git && known(() => recentBranches(git, BRANCHES)),
      asked.email(),
      git && known(() => userName(git)),
    ]);
    const written = commits.map((commit) => `${commit.mail}\t${commit.name}`);
    const { authors, me } = withMe(membersFrom(written), mail, name);
    const prefixes = keyPrefixesFrom(
      branches,
      commits.map(({ subject }) => subject),
    );
    const late = mailsSince(commits, asked.now.getTime() - LATELY);
    const isLate = (author: Author) => author === me || author.emails.some((one) => late.has(one));
    return {
      authors,
      me,
      lately: authors.filter(isLate).slice(0, TEAM),
      prefixes,
      named: namedKeys(commits, branches, prefixesIn(asked.library, prefixes)),
    };
  },
});

const mailsSince = (commits: readonly GlancedCommit[], since: number): ReadonlySet<string> =>
  new Set(commits.flatMap(({ mail, at }) => (at >= since ? mail.toLowerCase() : [])));

/** What because.yml says, else what commits and branches likely mean. */
function prefixesIn({ team }: Library, found: readonly KeyPrefix[]): readonly string[] {
  const said = (team.keys ?? []).filter((prefix) => prefix !== SAMPLE_PREFIX);
  return said.length > 0 ? said : found.filter(isLikely).map(({ prefix }) => prefix);
}
