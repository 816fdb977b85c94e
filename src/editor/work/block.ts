/** What a text about the work at hand is for: the initiative of a menu, else the branch's, else one that is chosen. */
import { t } from '../../core/base/l10n.ts';
import { initiativeChoices } from '../ask/initiatives.ts';
import { initiativeClicked, pickOne } from '../ask/subject.ts';
import { folderMeant, locatedOf } from '../commands/meant.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { rootMeant, type WorkPlace, workPlace } from './place.ts';

/** The place of a row, of a repository in the Source Control view, else of the file in front. Throws `no-folder`. */
export function placeMeant(workspace: Workspace, source: unknown): WorkPlace {
  const root = rootMeant(source);
  const folder = locatedOf(workspace, source)?.folder ?? folderMeant(workspace, { source: root });
  return workPlace(workspace, folder, root);
}

/**
 * What is answered for the initiative a menu was opened on, else for the branch's, else for one that is chosen. Undefined
 * when the person turned away.
 */
export async function answerFor<Answer>(
  workspace: Workspace,
  { folder }: WorkPlace,
  {
    source,
    title,
    prompt = t('What is it for?'),
  }: { readonly source: unknown; readonly title: string; readonly prompt?: string },
  ask: (initiative: string | undefined) => Promise<Answer | undefined>,
): Promise<Answer | undefined> {
  await workspace.ready();
  const clicked = initiativeClicked(workspace, source);
  const told = clicked || !locatedOf(workspace, source) ? await ask(clicked?.initiative.id) : undefined;
  if (told) return told;
  const picked = await pickOne(title, prompt, initiativeChoices(workspace, folder));
  return picked === undefined ? undefined : ask(picked);
}
