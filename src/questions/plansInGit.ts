/** The plans that somebody committed to by hand, so that no record keeps them: git's history of the records tells what they were. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import type { Initiative } from '../core/kinds/all.ts';
import type { PlansInGit } from '../core/library/library.ts';
import { isPlanUnkept, planOf, whenCommitted } from '../core/plans/committed.ts';
import type { CommittedPlan } from '../core/scoring/plan.ts';
import type { FileChange } from '../core/work/facts.ts';
import { changesBelow, changesOf } from '../git/commits.ts';
import { Objects } from '../git/objects.ts';
import { checkedOut, type GitPort, gitAtTop, gitPort, pathAtTop } from '../git/port.ts';
import { type Asked, question } from './question.ts';
import { known } from './work.ts';

/** Commits that are looked at. */
const MOST = 2_000;

/**
 * What is known already stays while the same commit is checked out, so that git is asked about an initiative once. It is not
 * asked where every plan is kept.
 */
export const plansInGit = question({
  name: 'plansInGit',
  title: () => t('Plans in Git'),
  help: () =>
    t('The plans of initiatives that were committed by editing their status. No record keeps them, so git is asked.'),
  input: z.object({}),
  async answer(asked): Promise<PlansInGit> {
    const { library } = asked;
    const unkept = library.ofKind('initiative').filter((one) => isPlanUnkept(one, library));
    if (unkept.length === 0) return library.plansInGit;
    return (await known(() => plansOf(asked, unkept))) ?? library.plansInGit;
  },
});

/** Throws as `GitFolder` does. */
async function plansOf(asked: Asked, unkept: readonly Initiative[]): Promise<PlansInGit> {
  const { plansInGit: before } = asked.library;
  const port = gitPort(asked);
  const { head } = await checkedOut(port, port.records, asked.signal);
  const of = new Map(head === before.head ? before.of : []);
  const unasked = unkept.filter(({ id }) => !of.has(id));
  if (unasked.length === 0) return before;
  for (const [id, plan] of await askGit(asked, port, unasked)) of.set(id, plan);
  return { head, of };
}

/** One look at the history, and one at the versions in it. Throws as `GitFolder` does. */
async function askGit(
  asked: Asked,
  port: GitPort,
  initiatives: readonly Initiative[],
): Promise<ReadonlyMap<string, CommittedPlan | undefined>> {
  const git = await gitAtTop(port, port.records, asked.signal);
  const files = initiatives.flatMap((initiative) => {
    const file = pathAtTop(git, port, `${port.records}/${initiative.path}`);
    return file === undefined ? [] : { initiative, file };
  });
  const history = files.length === 0 ? [] : await changesBelow(git, foldersOf(files), MOST);
  using objects = new Objects(git);
  const plans = new Map<string, CommittedPlan | undefined>(initiatives.map(({ id }) => [id, undefined]));
  for (const { initiative, file } of files) {
    plans.set(initiative.id, await planIn(asked, objects, initiative, changesOf(file, history)));
  }
  return plans;
}

/** The folders they lie in, from the top: a file that was renamed is found by what else changed there. */
const foldersOf = (files: readonly { readonly file: string }[]): readonly string[] => [
  ...new Set(files.map(({ file }) => (file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.'))),
];

/** The plan in the commit that made the initiative committed; undefined where it had none then, or there is no such commit. */
async function planIn(
  asked: Asked,
  objects: Objects,
  { path: own }: Initiative,
  changes: readonly FileChange[],
): Promise<CommittedPlan | undefined> {
  const texts = await objects.texts(changes.map(({ commit, path }) => ({ hash: commit.hash, path })));
  const versions = changes.flatMap(({ commit }, at) => {
    const text = texts[at];
    const record = text === undefined ? undefined : (asked.read(own, text) as Initiative);
    return record === undefined || record.withheld ? [] : { commit, values: record.values };
  });
  const committed = whenCommitted(versions);
  const plan = committed && planOf(committed.values);
  return plan && { plan, since: `${new Date(committed.commit.authored).toISOString().slice(0, 16)}Z` };
}
