/** What an issue is called that nobody has written down yet: what the newest commit that names its key says beside it. */
import * as z from 'zod/mini';
import { field, filled } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { titleInSubject } from '../core/keys/keyTitle.ts';
import { recentSubjects } from '../git/glance.ts';
import { gitAt, gitPort } from '../git/port.ts';
import { question } from './question.ts';
import { known } from './work.ts';

/** Commits whose subjects are looked at. */
const COMMITS = 1000;

export const keyTitle = question({
  name: 'keyTitle',
  title: () => t('Title of an Issue'),
  help: () => t('The title that commits give to an issue key without an initiative. Nothing if they give none.'),
  input: z.object({ key: field(filled, () => t('The issue key to look up, such as PAY-142.')) }),
  async answer(asked, { key }): Promise<string | undefined> {
    const { library, signal } = asked;
    const subjects = await known(async () => recentSubjects(gitAt(gitPort(asked), '.', signal), COMMITS));
    for (const subject of subjects ?? []) {
      const match = library.keys.find(subject).find((each) => each.key === key);
      const title = match && titleInSubject(subject, match);
      if (title !== undefined) return title;
    }
    return undefined;
  },
});
