/** Who is working here: asked once per folder, when something is first written that says by whom. */
import * as vscode from 'vscode';
import type { Action } from '../../actions/action.ts';
import { t } from '../../core/base/l10n.ts';
import { TEAM_FILE } from '../../core/kinds/team.ts';
import type { Member } from '../../core/library/library.ts';
import { dotted } from '../../core/text/joined.ts';
import { showQuickPick } from '../door/picks.ts';
import type { Folder } from '../workspace/folder.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Folders where the person has not answered: not asked again before the next start. */
const unanswered = new WeakSet<Folder>();

/**
 * The member who works in the folder. Where neither git nor the setting nor an earlier answer tells, the person is asked,
 * once; undefined when nobody is known or the person turned away.
 */
async function askMe(workspace: Workspace, folder: Folder): Promise<string | undefined> {
  const known = await folder.because.me();
  if (known !== undefined || unanswered.has(folder) || folder.library.members.length === 0) return known;
  unanswered.add(folder);
  const picked = await pickMe(folder);
  if (picked === undefined || picked === NOT_LISTED) return undefined;
  await workspace.remember(folder, picked);
  return picked;
}

/** Does what a person asks for: asks once who they are, where it says by whom it is. */
export async function performAs<Input, Output>(
  workspace: Workspace,
  folder: Folder,
  action: Action<Input, Output>,
  input: Input,
): Promise<Output> {
  if (action.signs?.(input) ?? action.needsMe) await askMe(workspace, folder);
  return action.run(folder.because, input);
}

/** Answers of `pickMe` that are no member. */
export const NOT_LISTED = Symbol('not in the list');

/** Asks which member the person is. */
export async function pickMe(folder: Folder): Promise<string | typeof NOT_LISTED | undefined> {
  const nobody = { icon: 'circle-slash', label: t('I am not on the list'), id: NOT_LISTED } as const;
  const picked = await showQuickPick([...folder.library.members.flatMap(itemOf), nobody], {
    title: t('Who Are You?'),
    placeHolder: t('Git does not say. Your name is saved with what you write in this folder.'),
    ignoreFocusOut: true,
  });
  return picked?.id;
}

function itemOf({ id, name, role }: Member): { label: string; description: string; id: string }[] {
  return id === undefined ? [] : [{ label: name ?? id, description: dotted(name && id, role), id }];
}

/** Opens because.yml, where members are written down. */
export async function openTeam(folder: Folder): Promise<void> {
  await vscode.window.showTextDocument(folder.uriOf({ path: TEAM_FILE }));
}
