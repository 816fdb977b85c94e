/** How the scope of an initiative differs from what was committed, where no record says so: git alone knows the plan then. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { scalesOf } from '../core/board/scales.ts';
import type { Initiative } from '../core/kinds/all.ts';
import { changedFields, isPlanUnkept, planCommitted, planOf, unsaidChange } from '../core/kinds/scopeChange.ts';
import { recordInput } from '../core/library/inputs.ts';
import { initiativeKnown } from '../core/library/query.ts';
import { differenceWords } from '../core/scopeChanges/scopeHistory.ts';
import { planDifference } from '../core/scoring/plan.ts';
import { fileHistory } from '../git/commits.ts';
import { Objects } from '../git/objects.ts';
import { gitAt, gitPort, nameInGit } from '../git/port.ts';
import { type Asked, question } from './question.ts';
import { known } from './work.ts';

/** What changed and nobody has given a reason for: in words, and as the fields of the record that does. */
export interface ScopeSince {
  readonly words: string;
  readonly fields: ReturnType<typeof changedFields>;
}

/** Commits of a record's file that are looked at. */
const MOST = 200;

export const scopeSince = question({
  name: 'scopeSince',
  title: () => t('Scope Since the Commitment'),
  help: () =>
    t('What changed in the plan of an initiative since somebody committed to it, and nobody has given a reason for.'),
  input: z.object({ id: recordInput('initiative', () => t('The initiative.')) }),
  async answer(asked, { id }): Promise<ScopeSince | undefined> {
    const { library } = asked;
    const initiative = initiativeKnown(library, id);
    const change = isPlanUnkept(initiative, library)
      ? await known(() => changeInGit(asked, initiative))
      : unsaidChange(initiative, library);
    if (!change) return undefined;
    return { words: differenceWords(library, change), fields: changedFields(change, scalesOf(library).effortUnit) };
  },
});

/** How the plan differs from the one in the commit that made the initiative committed. Throws as `GitFolder` does. */
async function changeInGit(asked: Asked, { path, values }: Initiative) {
  const port = gitPort(asked);
  const file = `${port.records}/${path}`;
  const git = gitAt(port, file, asked.signal);
  const history = await fileHistory(git, nameInGit(port, file), MOST);
  using objects = new Objects(git);
  const texts = await objects.texts(history.map(({ commit, path: name }) => ({ hash: commit.hash, path: name })));
  const committed = planCommitted(
    texts.flatMap((text) => {
      const record = text === undefined ? undefined : (asked.read(path, text) as Initiative);
      return record === undefined || record.withheld ? [] : record;
    }),
  );
  return committed && planDifference(committed, planOf(values) ?? {});
}
