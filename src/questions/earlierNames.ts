/** What a file was called before it was renamed. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { codeInput } from '../core/library/inputs.ts';
import { earlierNames as namesOf } from '../git/glance.ts';
import { gitAtTop, gitPort, pathAtTop, pathFromTop } from '../git/port.ts';
import { question } from './question.ts';
import { known } from './work.ts';

export const earlierNames = question({
  name: 'earlierNames',
  title: () => t('Earlier Names'),
  help: () => t('The earlier paths of a file, relative to the workspace folder. Nothing if git does not know.'),
  input: z.object({ file: codeInput }),
  async answer(asked, { file }): Promise<readonly string[]> {
    const port = gitPort(asked);
    const names = await known(async () => {
      const git = await gitAtTop(port, file, asked.signal);
      const name = pathAtTop(git, port, file);
      const all = name === undefined ? [] : await namesOf(git, name);
      return all.flatMap((each) => pathFromTop(git, port, each) ?? []);
    });
    return names ?? [];
  },
});
