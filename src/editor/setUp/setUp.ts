/** `Because: Set Up`, from nothing to a first sprint in the sidebar, and `Because: Remove Sample`. */

import * as vscode from 'vscode';
import { removeSample } from '../../actions/removeSample.ts';
import type { SetUp } from '../../actions/setUp.ts';
import { alreadySetUp, missing, setUp, takesSample } from '../../actions/setUp.ts';
import { TEAM_FILE } from '../../core/kinds/team.ts';
import { hasSample, SAMPLE_INITIATIVE } from '../../core/setUp/sampleIds.ts';
import { ask } from '../ask/quickInput.ts';
import type { Gather } from '../commands/commands.ts';
import { actionCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { openTeam } from '../commands/me.ts';
import { noFolder } from '../commands/meant.ts';
import { showInformationMessage } from '../door/messages.ts';
import { showQuickPick } from '../door/picks.ts';
import { commandId } from '../doors/commands.ts';
import { viewId } from '../doors/views.ts';
import { logError } from '../workspace/report.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';
import { readHistory, whyUnknown } from './history.ts';
import { inputOf } from './input.ts';
import type { Setting } from './steps.ts';
import { REMOVE, sprintSteps, startStep, teamSteps } from './steps.ts';

export const setUpCommand: Opens = (live) => actionCommand(live, setUp, gather(live.memory));

export const removeSampleCommand: Opens = (live) => actionCommand(live, removeSample, gatherRemoval);

const gatherRemoval: Gather<Record<string, never>> = async (workspace, _given, _source, named) => {
  await workspace.ready();
  const folder = named ?? workspace.folders.find(({ library }) => hasSample(library)) ?? workspace.active;
  if (!folder) throw noFolder();
  return { folder, input: {}, done: (output) => tellKept(output as { readonly kept: readonly string[] }) };
};

/** What was made somebody's own stays, and it is said where. */
async function tellKept({ kept }: { readonly kept: readonly string[] }): Promise<void> {
  if (kept.length === 0) return;
  await showInformationMessage(vscode.l10n.t('What you have written in stays: {0}.', kept.join(', ')));
}

function gather(memory: vscode.Memento): Gather<SetUp> {
  return async (workspace, given, _source, named) => {
    const folder = named ?? (await pickFolder(workspace));
    if (!folder) return undefined;
    await folder.because.ready();
    const lacks = missing(folder.library);
    if (!lacks.team && !lacks.sprint) return tellDone(folder, given);
    const calledOff = new AbortController();
    const setting: Setting = {
      folder,
      history: readHistory(workspace, folder, calledOff.signal),
      whyUnknown: () => whyUnknown(workspace, folder),
      takesSample: takesSample(folder.library) && Object.keys(given).length === 0,
      hasSample: hasSample(folder.library) && Object.keys(given).length === 0,
    };
    // Nobody may ever look at it; its failure then concerns nobody.
    setting.history.catch(logError);
    try {
      const steps = stepsOf(setting, lacks, given);
      const title =
        workspace.folders.length > 1
          ? vscode.l10n.t('Set Up Because in {0}', folder.name)
          : vscode.l10n.t('Set Up Because');
      const asked = await ask(memory, { key: `setUp:${folder.root.toString()}`, title, steps });
      if (!asked) return undefined;
      if (asked.answers.start === REMOVE) {
        await asked.forget();
        await vscode.commands.executeCommand(commandId('removeSample'), { folder: folder.root.toString() });
        return undefined;
      }
      const input = setUp.input.parse({ sprint: 'none', ...(await inputOf(setting, asked.answers)), ...given });
      return { folder, input, done: (output) => finish(folder, input, output as { path: string }, asked.forget) };
    } finally {
      calledOff.abort();
    }
  };
}

type Lacks = ReturnType<typeof missing>;

function stepsOf(setting: Setting, lacks: Lacks, given: Partial<SetUp>) {
  const known = new Set([
    ...(given.team ? ['team', 'members', 'people'] : []),
    ...(given.keys ? ['keys', 'otherKeys'] : []),
    ...(given.sprint ? ['sprint', 'weeks', 'starts', 'ends', 'goal'] : []),
  ]);
  return [
    ...(setting.takesSample || setting.hasSample ? [startStep(setting, !lacks.team)] : []),
    ...(lacks.team ? teamSteps(setting) : []),
    ...(lacks.sprint ? sprintSteps(setting) : []),
  ].filter(({ name }) => !known.has(name));
}

/** The folder to set up: the only one, or the one picked of several. */
async function pickFolder({ folders }: Workspace): Promise<Folder | undefined> {
  if (folders.length === 0) throw noFolder();
  if (folders.length === 1) return folders[0];
  const items = folders.map((folder) => {
    const { team, sprint } = missing(folder.library);
    const description = !team && !sprint ? vscode.l10n.t('set up') : '';
    return { label: folder.name, description, detail: folder.root.fsPath, folder };
  });
  const placeHolder = vscode.l10n.t('In which folder?');
  return (await showQuickPick(items, { title: vscode.l10n.t('Set Up Because'), placeHolder }))?.folder;
}

/** A person is told and offered the file; other code gets the error. */
function tellDone(folder: Folder, given: Partial<SetUp>): undefined {
  const done = alreadySetUp();
  if (Object.keys(given).length > 0) throw done;
  const open = vscode.l10n.t('Open because.yml');
  showInformationMessage(done.message, open)
    .then((choice) => (choice === open ? openTeam(folder) : undefined))
    .then(undefined, logError);
  return undefined;
}

/** Shows what came of it: the Sprint view, and the file to go on with. */
async function finish(folder: Folder, input: SetUp, { path }: { path: string }, forget: () => Thenable<void>) {
  await forget();
  await vscode.commands.executeCommand(`${viewId('sprint')}.focus`);
  const initiative = input.sample ? folder.library.initiativeOf(SAMPLE_INITIATIVE) : undefined;
  if (initiative) {
    await vscode.commands.executeCommand(commandId('revealInSidebar'), {
      id: initiative.id,
      folder: folder.root.toString(),
    });
  }
  const next = initiative ?? (folder.library.teamFile ? { path: TEAM_FILE } : { path });
  await vscode.window.showTextDocument(folder.uriOf(next));
}
