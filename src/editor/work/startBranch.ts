/** `Start Branch`: a branch for an initiative, named from the template, from a base one chooses, linked at once. */

import * as vscode from 'vscode';
import { perform } from '../../actions/action.ts';
import { type StartedBranch, startBranch } from '../../actions/startBranch.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { startBranchRequest } from '../../core/outline/requests.ts';
import type { Branch } from '../../core/work/facts.ts';
import { checkBranchName } from '../../git/startBranch.ts';
import { type BranchStart, branchStart } from '../../questions/branchStart.ts';
import { type Answers, ask, type Choice, type Step, separator } from '../ask/quickInput.ts';
import { initiativeMeant, titleAbout } from '../ask/subject.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { folderMeant } from '../commands/meant.ts';
import { askWarning, showWarningMessage, withProgress } from '../door/messages.ts';
import { run } from '../workspace/report.ts';
import { setting } from '../workspace/settings.ts';
import type { Folder } from '../workspace/workspace.ts';
import { branchChoice } from './choices.ts';
import { fileAsked, workPlace } from './place.ts';

export const branchStarting: Opens = ({ workspace, memory }) =>
  gestureCommand(startBranchRequest, async (input, source) => {
    await workspace.ready();
    const title = vscode.l10n.t('Start Branch');
    const about = await initiativeMeant(workspace, {
      id: input?.initiative,
      source,
      named: input?.folder === undefined ? undefined : folderMeant(workspace, { address: input.folder }),
      title,
      prompt: vscode.l10n.t('What will you work on?'),
    });
    if (!about) return undefined;
    const { folder, initiative } = about;
    const place = workPlace(workspace, folder);
    const file = fileAsked(workspace, place);
    const known = { ...(input?.name && { name: input.name }), ...(input?.base && { base: input.base }) };
    const start = await folder.because.ask(branchStart, { initiative: initiative.id, file, ...naming(folder) });
    const asked = await ask(memory, {
      key: `startBranch:${folder.root.toString()}:${initiative.id}`,
      title: titleAbout(title, { initiative }),
      steps: stepsFor(start).filter(({ name }) => !(name in known)),
    });
    if (!asked) return undefined;
    const { name, base } = { ...asked.answers, ...known } as Answers;
    const started = await begin(folder, { initiative: initiative.id, name: String(name), base: String(base), file });
    if (!started) return undefined;
    await asked.forget();
    return started;
  });

/** How branches are named here. */
function naming({ root }: Folder) {
  return { template: setting('branchName', root), most: setting('branchNameLength', root) };
}

function stepsFor(start: BranchStart): Step[] {
  return [
    {
      kind: 'pick',
      name: 'base',
      prompt: vscode.l10n.t('Where does it start from?'),
      choices: () => baseChoices(start),
    },
    {
      kind: 'text',
      name: 'name',
      prompt: vscode.l10n.t('The name of the branch'),
      value: () => start.name,
      validate: (text) => wrongName(text.trim(), start.taken),
    },
  ];
}

function baseChoices({ main, others }: BranchStart): readonly Choice[] {
  // By its whole name: git would take the short name of a remote's branch for a local one.
  const choice = (branch: Branch): Choice => ({ ...branchChoice(branch), ...named(branch.name) });
  const here: Choice = {
    value: 'HEAD',
    icon: 'target',
    label: vscode.l10n.t('Where you are'),
    description: vscode.l10n.t('the commit that is checked out'),
  };
  const more = others.length > 0 ? [separator(vscode.l10n.t('Others'))] : [];
  return [...main.map(choice), here, ...more, ...others.map(choice)];
}

const named = (name: string) => ({ value: name, icon: 'git-branch', label: name });

function wrongName(name: string, taken: readonly string[]): string | undefined {
  if (name === '') return vscode.l10n.t('Give the branch a name.');
  if (taken.includes(name)) return vscode.l10n.t('There is already a branch {0}.', name);
  return checkBranchName(name);
}

type Wanted = Readonly<Record<'initiative' | 'name' | 'base' | 'file', string>>;

/** Starts it; where git would overwrite changes, the person says whether they are put aside and brought back. */
async function begin({ because }: Folder, wanted: Wanted) {
  const title = vscode.l10n.t('Starting {0}…', wanted.name);
  const attempt = (uncommitted: 'carry' | 'stash') =>
    withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
      perform(startBranch, because, { ...wanted, uncommitted }),
    );
  const outcome = await attempt('carry');
  if (!('wouldOverwrite' in outcome)) return toldNotice(outcome);
  const stash = vscode.l10n.t('Stash and Start');
  const chosen = await askWarning(
    vscode.l10n.t('Git would overwrite your uncommitted changes to start from {0}.', wanted.base),
    {
      detail: [
        ...outcome.wouldOverwrite.slice(0, 10),
        '',
        vscode.l10n.t('Stashing puts all your changes aside, starts the branch, and brings them back.'),
      ].join('\n'),
    },
    stash,
  );
  if (chosen !== stash) return undefined;
  const again = await attempt('stash');
  if (!('wouldOverwrite' in again)) return toldNotice(again);
  throw new BecauseError('git-failed', vscode.l10n.t('Git could not start {0}.', wanted.name));
}

/** What did not go all well must be known: a hook failed, or changes stayed in the stash. */
function toldNotice({ notice, ...started }: Exclude<StartedBranch, { wouldOverwrite: unknown }>) {
  if (notice !== undefined) run(async () => showWarningMessage(notice));
  return started;
}
