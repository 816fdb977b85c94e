/** `Because: Set Up`, from nothing to a sprint with what it is for in the sidebar; the sample, and its removal. */
import * as vscode from 'vscode';
import { removeSample } from '../../actions/removeSample.ts';
import { alreadySetUp, missing, type SetUp, setUp } from '../../actions/setUp.ts';
import { t } from '../../core/base/l10n.ts';
import { today } from '../../core/library/query.ts';
import { keysInWork, keysOpen } from '../../core/setUp/namedKeys.ts';
import { hasSample, SAMPLE_INITIATIVE } from '../../core/setUp/sampleIds.ts';
import type { FolderHistory } from '../../questions/folderHistory.ts';
import { gesture, type Meant } from '../ask/gesture.ts';
import { readHistory, whyUnknown } from '../ask/history.ts';
import { callFor } from '../commands/calls.ts';
import type { Given } from '../commands/live.ts';
import { openTeam } from '../commands/me.ts';
import { folderMeant, noFolder } from '../commands/meant.ts';
import { showInformationMessage } from '../door/messages.ts';
import { showQuickPick } from '../door/picks.ts';
import { viewId } from '../doors/views.ts';
import type { Folder } from '../workspace/folder.ts';
import { logError } from '../workspace/report.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { inputOf, sampleInput } from './input.ts';
import { initiativeSteps, REMOVE, type Setting, sprintSteps, startStep, teamSteps } from './steps.ts';

export const setUpCommand = gesture(setUp, {
  folder: pickFolder,
  async ways({ workspace, folder, given }: Meant) {
    const lacks = lacking(folder);
    const calledOff = new AbortController();
    const history = readHistory(workspace, folder, calledOff.signal);
    let told: FolderHistory | undefined;
    // Nobody may ever look at it; its failure then concerns nobody.
    history.then((known) => {
      told = known;
    }, logError);
    const isSample = hasSample(folder.library) && Object.keys(given).length === 0;
    if (!lacks.team && !lacks.sprint && !isSample) {
      if (keysOpen(folder.library, (await history).named).length === 0) return tellDone(folder, given);
    }
    const setting: Setting = {
      folder,
      history,
      whyUnknown: () => whyUnknown(workspace, folder),
      inWork: ({ named }) => keysInWork(named, workspace.git.branchOf(folder.root), folder.because.now()),
      hasNoKeys: () => told !== undefined && keysOpen(folder.library, told.named).length === 0,
    };
    return {
      title: workspace.folders.length > 1 ? t('Set Up Because in {0}', folder.name) : t('Set Up Because'),
      steps: () => stepsOf(setting, { ...lacks, isSample }, given),
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
  done: ({ input }, { folder }) => finish(folder, input),
});

export const addSampleCommand = gesture(setUp, {
  folder: pickFolder,
  ways({ workspace, folder }: Meant) {
    const calledOff = new AbortController();
    return {
      steps: () => [],
      read: async () => sampleInput(folder, await readHistory(workspace, folder, calledOff.signal)),
      end: () => calledOff.abort(),
    };
  },
  done: ({ input }, { folder }) => finish(folder, input),
});

export const removeSampleCommand = gesture(removeSample, {
  folder: (workspace) => workspace.folders.find(({ library }) => hasSample(library)) ?? folderMeant(workspace),
  done: ({ output: { kept } }) => tellKept(kept),
});

/** What was made somebody's own stays, and it is said where. */
async function tellKept(kept: readonly string[]): Promise<void> {
  if (kept.length === 0) return;
  await showInformationMessage(t('Records you have changed are kept: {0}.', kept.join(', ')));
}

const lacking = ({ library, because }: Folder) => missing(library, today(library, because.now()));

interface Lacks {
  readonly team: boolean;
  readonly sprint: boolean;
  readonly isSample: boolean;
}

function stepsOf(setting: Setting, lacks: Lacks, given: Given) {
  const known = new Set([
    ...(given.team || given.keys ? ['team', 'people', 'otherKeys'] : []),
    ...(given.sprint ? ['sprint', 'name', 'starts', 'ends', 'goal'] : []),
    ...(given.initiatives ? ['initiatives'] : []),
  ]);
  return [
    ...(lacks.isSample ? [startStep()] : []),
    ...(lacks.team ? teamSteps(setting) : []),
    ...(lacks.sprint ? sprintSteps(setting) : []),
    ...initiativeSteps(setting),
  ].filter(({ name }) => !known.has(name));
}

/** The folder to set up: the only one, or the one picked of several. */
async function pickFolder({ folders }: Workspace): Promise<Folder | undefined> {
  if (folders.length === 0) throw noFolder();
  if (folders.length === 1) return folders[0];
  const items = folders.map((folder) => {
    const { team, sprint } = lacking(folder);
    const description = !team && !sprint ? t('set up') : '';
    return { label: folder.name, description, detail: folder.root.fsPath, folder };
  });
  const placeHolder = t('Which folder?');
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

/** Shows what came of it: the Sprint view, at the first of what the sprint is for. */
async function finish(folder: Folder, { sample, initiatives = [] }: SetUp): Promise<void> {
  await vscode.commands.executeCommand(`${viewId('sprint')}.focus`);
  const first = folder.library.initiativeOf(sample ? SAMPLE_INITIATIVE : (initiatives[0]?.id ?? ''));
  if (first) await callFor(folder, 'revealInSidebar', { id: first.id, unfolded: true });
}
