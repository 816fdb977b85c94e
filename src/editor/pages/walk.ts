/** Walk Through the Why: which initiatives are meant, and the why page that goes through them. */
import { plural, t } from '../../core/base/l10n.ts';
import { walkRequest } from '../../core/outline/requests.ts';
import { type ScopeOption, scopeOf, scopeOptions } from '../../core/outline/scope.ts';
import { walkList } from '../../core/story/walk.ts';
import type { WalkChoice } from '../../core/story/walkTold.ts';
import { dotted } from '../../core/text/joined.ts';
import { choiceNamed } from '../../questions/minutes.ts';
import { initiativeChoices } from '../ask/initiatives.ts';
import { ask } from '../ask/quickInput.ts';
import { settingsKept } from '../ask/sprintSettings.ts';
import { type Choice, grouped, pickStep } from '../ask/steps.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Live, Opens } from '../commands/live.ts';
import { folderMeant, locatedOf } from '../commands/meant.ts';
import type { Folder } from '../workspace/folder.ts';
import { panelsOf } from './panels.ts';

export const walkThrough: Opens = (live) =>
  gestureCommand(walkRequest, async (input, source) => {
    const { workspace } = live;
    await workspace.ready();
    const folder = folderMeant(workspace, { address: input?.folder, source, given: input ?? {} });
    const walk = choiceNamed(input ?? {}) ?? sprintClicked(live, source) ?? (await chosen(live, folder));
    if (!walk) return undefined;
    const address = folder.root.toString();
    (await panelsOf(live, 'why')).open(address, { walk });
    return { folder: address };
  });

function sprintClicked({ workspace }: Live, source: unknown): WalkChoice | undefined {
  const { folder, record } = locatedOf(workspace, source) ?? {};
  const sprint = record && folder?.library.findOf('sprint', record.id);
  return sprint && { kind: 'sprint', id: sprint.id };
}

/** Answers that are no place in the list of scopes. */
const LIST = 'list';

/** What the Sprint view shows comes first, so that Enter is enough. Undefined where the person turned away. */
async function chosen(live: Live, folder: Folder): Promise<WalkChoice | undefined> {
  const { library, because } = folder;
  const shown = JSON.stringify(scopeOf(library, settingsKept(live.memory, folder).choice, because.now()));
  const options = scopeOptions(library, because.now()).filter(({ choice }) => choice.kind !== 'current');
  const isShown = ({ choice }: ScopeOption) => JSON.stringify(choice) === shown;
  const row = (option: ScopeOption): Choice => choiceOf(folder, option, options.indexOf(option), isShown(option));
  const asked = await ask(live.memory, {
    key: `walkThrough ${folder.root.toString()}`,
    title: t('Walk Through the Why'),
    steps: [
      pickStep('scope', t('Which initiatives do you want to go through?'), () => [
        ...options.filter(isShown).map(row),
        { value: LIST, label: t('Choose Initiatives…'), icon: 'checklist' },
        ...grouped([t('Others'), options.filter((option) => !isShown(option)).map(row)]),
      ]),
      pickStep('ids', t('Which initiatives?'), () => initiativeChoices(live.workspace, folder), {
        when: ({ scope }) => scope === LIST,
        many: true,
        needed: true,
      }),
    ],
  });
  if (!asked) return undefined;
  await asked.forget();
  const { scope, ids } = asked.answers;
  return scope === LIST ? { kind: 'list', ids: [ids ?? []].flat() } : options[Number(scope)]?.choice;
}

function choiceOf({ library, because }: Folder, option: ScopeOption, at: number, isShown: boolean): Choice {
  const count = walkList(library, option.choice, because.now()).initiatives.length;
  return {
    value: String(at),
    label: option.label,
    icon: 'book',
    description: dotted(
      plural(count, '{0} initiative', '{0} initiatives'),
      option.current && t('current'),
      isShown && t('shown in the Sprint view'),
    ),
  };
}
