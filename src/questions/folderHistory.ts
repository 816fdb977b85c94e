/** What git tells about a folder before it is set up: who works here, and which issue keys they use. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { type KeyPrefix, keyPrefixesFrom } from '../core/setUp/keyPrefixes.ts';
import { type Author, membersFrom, withMe } from '../core/setUp/members.ts';
import { recentAuthors, recentBranches, recentSubjects, userName } from '../git/glance.ts';
import { gitAt, gitPort } from '../git/port.ts';
import { question } from './question.ts';
import { known } from './work.ts';

export interface FolderHistory {
  /** The person first, where git knows them, then who wrote most. */
  readonly authors: readonly Author[];
  readonly me: Author | undefined;
  readonly prefixes: readonly KeyPrefix[];
}

/** Commits and branches looked at: the last ones tell who works here now. */
const COMMITS = 1000;
const BRANCHES = 2000;

export const folderHistory = question({
  name: 'folderHistory',
  title: () => t('History'),
  help: () => t('Who works here, and which issue keys they use, as git tells it. Nobody where it tells nothing.'),
  input: z.object({}),
  async answer(asked): Promise<FolderHistory> {
    const git = await known(async () => gitAt(gitPort(asked), '.', asked.signal));
    const [authors = [], subjects = [], branches = [], mail, name] = await Promise.all([
      git && known(() => recentAuthors(git, COMMITS)),
      git && known(() => recentSubjects(git, COMMITS)),
      git && known(() => recentBranches(git, BRANCHES)),
      asked.email(),
      git && known(() => userName(git)),
    ]);
    return { ...withMe(membersFrom(authors), mail, name), prefixes: keyPrefixesFrom(branches, subjects) };
  },
});
