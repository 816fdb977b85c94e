/** The newest commits: of a file, or of what is checked out; and one by what somebody calls it. */
import * as z from 'zod/mini';
import { field, filled } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { fileInput } from '../core/library/inputs.ts';
import type { Commit } from '../core/work/facts.ts';
import { commit as commitOf, fileHistory, recentCommits } from '../git/commits.ts';
import { gitAt, gitPort, nameInGit } from '../git/port.ts';
import { question } from './question.ts';

/** Commits told: further back, people know the hash. */
const MOST = 300;

export const commits = question({
  name: 'commits',
  title: () => t('Commits'),
  help: () => t('The newest commits of what is checked out, or of a file if any commit has it.'),
  input: z.object({
    file: fileInput,
    ofFile: z.optional(field(z.boolean(), () => t('True for the commits of the file alone.'))),
  }),
  async answer(asked, { file = '.', ofFile = false }): Promise<readonly Commit[]> {
    const port = gitPort(asked);
    const git = gitAt(port, file, asked.signal);
    const changes = ofFile ? await fileHistory(git, nameInGit(port, file), MOST) : [];
    return changes.length > 0 ? changes.map(({ commit }) => commit) : recentCommits(git, MOST);
  },
});

/** One commit. */
export const commitInput = field(filled, () => t('The commit: its hash, a branch or a tag.'));

export const commit = question({
  name: 'commit',
  title: () => t('Commit'),
  help: () => t('A commit with its message, by hash, branch or tag.'),
  input: z.object({ commit: commitInput, file: fileInput }),
  answer: (asked, { commit: name, file = '.' }): Promise<Commit> =>
    commitOf(gitAt(gitPort(asked), file, asked.signal), name),
});
