/** What each line of a file is for, as far as its commits tell: one look at the whole file, for who goes through its lines. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { codeInput } from '../core/library/inputs.ts';
import type { CommittedWhy } from '../core/why/inlay.ts';
import { among, whyOf, whyOnBranch } from '../core/work/why.ts';
import { BlamedFiles } from '../git/blamedFile.ts';
import { contentOf } from '../git/lineOrigin.ts';
import { gitPort } from '../git/port.ts';
import { patchesOf } from './circumstances.ts';
import { question } from './question.ts';
import { workAt } from './work.ts';

/** Answers of git, which hold as long as the file and what is checked out. */
const files = new BlamedFiles();

/** `Why These Lines?` Lines without a reason are left out. */
export const whyLines = question({
  name: 'whyLines',
  title: () => t('Why These Lines?'),
  help: () => t('The initiative behind each line of a file, as far as its commits say.'),
  input: z.object({ file: codeInput }),
  async answer(asked, { file }): Promise<readonly CommittedWhy[]> {
    const { library, git, repos, remotes, branch, checkout } = await workAt(asked, file);
    const { runs, merges } = await files.of(git, {
      head: checkout.head ?? '',
      ...(await contentOf(gitPort(asked), file)),
    });
    const commits = new Map(runs.flatMap(({ commit }) => (commit ? [[commit.hash, commit] as const] : [])));
    const patches = await patchesOf(library, git, [...commits.values()]);
    const known = { repos, remotes, merges, patches };
    const whys = new Map([...commits].map(([hash, commit]) => [hash, whyOf(library, among(known, commit))]));
    const own = whyOnBranch(library, branch, repos);
    return runs.flatMap(({ at, count, commit }) => {
      const [initiative] = ((commit && whys.get(commit.hash)) ?? own).initiatives;
      return initiative ? [{ line: at, count, initiative: initiative.id }] : [];
    });
  },
});
