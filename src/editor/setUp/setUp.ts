/** `Because: Set Up`, from nothing to a first sprint in the sidebar, and `Because: Remove Sample`. */
import * as vscode from 'vscode';
import { removeSample } from '../../actions/removeSample.ts';
import { alreadySetUp, missing, type SetUp, setUp, takesSample } from '../../actions/setUp.ts';
import { t } from '../../core/base/l10n.ts';
import { TEAM_FILE } from '../../core/kinds/team.ts';
import { hasSample, SAMPLE_INITIATIVE } from '../../core/setUp/sampleIds.ts';
import { gesture, type Meant } from '../ask/gesture.ts';
import { callFor } from '../commands/calls.ts';
import type { Given } from '../commands/live.ts';
import { openTeam } from '../commands/me.ts';
import { folderMeant, noFolder } from '../commands/meant.ts';
import { showInformationMessage } from '../door/messages.ts';
import { showQuickPick } from '../door/picks.ts';
import { viewId } from '../doors/views.ts';
import { logError } from '../workspace/report.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';
import { readHistory, whyUnknown } from './history.ts';
import { inputOf } from './input.ts';
import { REMOVE, type Setting, sprintSteps, startStep, teamSteps } from './steps.ts';

export const setUpCommand = gesture(setUp, {
  folder: pickFolder,
  ways({ workspace, folder, given }: Meant) {
    const lacks = missing(folder.library);
    if (!lacks.team && !lacks.sprint) return tellDone(folder, given);
    const calledOff = new AbortController();
    const isBare = Object.keys(given).length === 0;
    const setting: Setting = {
      folder,
      history: readHistory(workspace, folder, calledOff.signal),
      whyUnknown: () => whyUnknown(workspace, folder),
      takesSample: takesSample(folder.library) && isBare,
      hasSample: hasSample(folder.library) && isBare,
    };
    // Nobody may ever look at it; its failure then concerns nobody.
    setting.history.catch(logError);
    return {
      title: workspace.folders.length > 1 ? t('Set Up Because in {0}', folder.name) : t('Set Up Because'),
      steps: () => stepsOf(setting, lacks, given),
      async read(answers, forget) {
        if (answers.start !== REMOVE)
          return { sprint: 'none' as const, ...(await inputOf(setting, answers)), ...given };
        await forget();
        await callFor(folder, 'removeSample');
        return undefined;
      },
      end: () => calledOff.abort(),
    };
  },
  done: ({ input, output }, { folder }) => finish(folder, input, output),
});

export const removeSampleCommand = gesture(removeSample, {
  folder: (workspace) => workspace.folders.find(({ library }) => hasSample(library)) ?? folderMeant(workspace),
  done: ({ output: { kept } }) => tellKept(kept),
});

/** What was made somebody's own stays, and it is said where. */
async function tellKept(kept: readonly string[]): Promise<void> {
  if (kept.length === 0) return;
  await showInformationMessage(t('What you have written in stays: {0}.', kept.join(', ')));
}

type Lacks = ReturnType<typeof missing>;

function stepsOf(setting: Setting, lacks: Lacks, given: Given) {
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
    const description = !team && !sprint ? t('set up') : '';
    return { label: folder.name, description, detail: folder.root.fsPath, folder };
  });
  const placeHolder = t('In which folder?');
  return (await showQuickPick(items, { title: t('Set Up Because'), placeHolder }))?.folder;
}

/** A person is told and offered the file; other code gets the error. */
function tellDone(folder: Folder, given: Given): undefined {
  const done = alreadySetUp();
  if (Object.keys(given).length > 0) throw done;
  const open = t('Open because.yml');
  showInformationMessage(done.message, open)
    .then((choice) => (choice === open ? openTeam(folder) : undefined))
    .then(undefined, logError);
  return undefined;
}

/** Shows what came of it: the Sprint view, and the file to go on with. */
async function finish(folder: Folder, input: SetUp, { path }: { path: string }) {
  await vscode.commands.executeCommand(`${viewId('sprint')}.focus`);
  const initiative = input.sample ? folder.library.initiativeOf(SAMPLE_INITIATIVE) : undefined;
  if (initiative) await callFor(folder, 'revealInSidebar', { id: initiative.id });
  const next = initiative ?? (folder.library.teamFile ? { path: TEAM_FILE } : { path });
  await vscode.window.showTextDocument(folder.uriOf(next));
}
