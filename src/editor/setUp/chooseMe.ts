/** `Because: Set My Identity`, where neither git nor a setting tells. */
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { membersAt } from '../../core/library/query.ts';
import { type MemberRequest, memberRequest } from '../../core/outline/requests.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { NOT_LISTED, openTeam, pickMe } from '../commands/me.ts';
import { folderMeant } from '../commands/meant.ts';
import type { Folder } from '../workspace/folder.ts';
import { setting } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';

export const chooseMeCommand: Opens = ({ workspace }) =>
  gestureCommand(memberRequest, (input) => chooseMe(workspace, input));

async function chooseMe(workspace: Workspace, input: MemberRequest | undefined) {
  await workspace.ready();
  const folder = folderMeant(workspace, { address: input?.folder });
  await refuseKnown(workspace, folder);
  if (folder.library.members.length === 0) {
    throw new BecauseError('not-found', t('because.yml lists no team members.'), {
      next: t('Add the members of your team, then choose.'),
      remedy: { verb: 'setUp', title: t('Set Up Because') },
    });
  }
  const picked = input?.member ?? (await pickMe(folder));
  if (picked === undefined) return undefined;
  if (picked === NOT_LISTED) return openTeam(folder);
  if (!folder.library.members.some(({ id }) => id === picked)) {
    throw new BecauseError('not-found', t('{0} is not a member of the team in because.yml.', picked));
  }
  await workspace.remember(folder, picked);
  return { id: picked };
}

/** What git or the setting tells comes first; choosing something else would change nothing. */
async function refuseKnown({ git }: Workspace, { root, library, because }: Folder): Promise<void> {
  const address = (await git.emailOf(root))?.toLowerCase();
  const [byMail, ...others] = address ? membersAt(library, address) : [];
  if (address !== undefined && byMail && others.length === 0) {
    throw new BecauseError(
      'already-exists',
      t('Git’s user.email, {0}, says that you are {1}.', address, byMail.name ?? byMail.id ?? ''),
      { next: t('Change the emails in because.yml if you are somebody else.') },
    );
  }
  const set = setting('me', root);
  if (!set) return;
  throw new BecauseError(
    'already-exists',
    t('The setting because.me says that you are {0}.', (await because.me()) ?? set),
    { next: t('Change the setting, or clear it to choose here.') },
  );
}
