/** A file as a commit has it. */
import * as z from 'zod/mini';
import { field, filled } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { codeInput } from '../core/library/inputs.ts';
import { isHash } from '../core/work/links.ts';
import { textIn } from '../git/glance.ts';
import { gitAtTop, gitPort, pathAtTop } from '../git/port.ts';
import { question } from './question.ts';
import { known } from './work.ts';

export const fileInCommit = question({
  name: 'fileInCommit',
  title: () => t('File in a Commit'),
  help: () => t('The text of a file in a commit. Nothing if git does not have it.'),
  input: z.object({
    file: codeInput,
    commit: field(filled.check(z.refine(isHash, 'must be the hash of a commit')), () =>
      t('The hash of the commit, or at least its first seven digits.'),
    ),
  }),
  async answer(asked, { file, commit }): Promise<string | undefined> {
    const port = gitPort(asked);
    return known(async () => {
      const git = await gitAtTop(port, '.', asked.signal);
      const name = pathAtTop(git, port, file);
      return name === undefined ? undefined : textIn(git, commit, name);
    });
  },
});
