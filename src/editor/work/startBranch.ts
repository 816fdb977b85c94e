/** `Start Branch`: a branch for an initiative, named from the template, from a base one chooses, linked at once. */
import * as vscode from 'vscode';
import { type StartedBranch, startBranch } from '../../actions/startBranch.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import type { Branch } from '../../core/work/facts.ts';
import { checkBranchName } from '../../git/startBranch.ts';
import { type BranchStart, branchStart } from '../../questions/branchStart.ts';
import { gesture, type Meant } from '../ask/gesture.ts';
import { type Choice, grouped, pickStep } from '../ask/steps.ts';
import { askWarning, showWarningMessage, withProgress } from '../door/messages.ts';
import type { Folder } from '../workspace/folder.ts';
import { run } from '../workspace/report.ts';
import { setting } from '../workspace/settings.ts';
import { branchChoice } from './choices.ts';
import { fileAsked, workPlace } from './place.ts';

export const branchStarting = gesture(startBranch, {
  // Where it starts is said by the file in front too, and what stands in the way is asked.
  saysTooLittle: () => true,
  async ways({ workspace, folder, record: { id: initiative } }: Meant<Initiative>) {
    const file = fileAsked(workspace, workPlace(workspace, folder));
    const start = await folder.because.ask(branchStart, { initiative, file, ...naming(folder) });
    return {
      steps: ({ name }) => [
        pickStep('base', t('What do you want to start from?'), () => baseChoices(start)),
        { ...name, kind: 'text', value: () => start.name, validate: (text) => wrongName(text.trim(), start.taken) },
      ],
      read: () => ({ file }),
    };
  },
  act: begin,
});

/** How branches are named here. */
function naming({ root }: Folder) {
  return { template: setting('branchName', root), most: setting('branchNameLength', root) };
}

function baseChoices({ main, others }: BranchStart): readonly Choice[] {
  // By its whole name: git would take the short name of a remote's branch for a local one.
  const choice = (branch: Branch): Choice => ({ ...branchChoice(branch), ...named(branch.name) });
  const here: Choice = {
    value: 'HEAD',
    icon: 'target',
    label: t('Current commit'),
    description: t('the commit that is checked out'),
  };
  return [...main.map(choice), here, ...grouped([t('Others'), others.map(choice)])];
}

const named = (name: string) => ({ value: name, icon: 'git-branch', label: name });

function wrongName(name: string, taken: readonly string[]): string | undefined {
  if (name === '') return t('Enter a name for the branch.');
  if (taken.includes(name)) return t('There is already a branch {0}.', name);
  return checkBranchName(name);
}

/** Starts it; where git would overwrite changes, the person says whether they are put aside and brought back. */
async function begin(wanted: Parameters<typeof startBranch.run>[1], { because }: Folder) {
  const title = t('Starting {0}…', wanted.name);
  const attempt = (uncommitted: 'carry' | 'stash') =>
    withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
      startBranch.run(because, { ...wanted, uncommitted }),
    );
  const outcome = await attempt('carry');
  if (!('wouldOverwrite' in outcome)) return toldNotice(outcome);
  const stash = t('Stash and Start');
  const chosen = await askWarning(
    t('Git would overwrite your uncommitted changes to start from {0}.', wanted.base ?? 'HEAD'),
    {
      detail: [
        ...outcome.wouldOverwrite.slice(0, 10),
        '',
        t('Stashing puts all your changes aside, starts the branch, and brings them back.'),
      ].join('\n'),
    },
    stash,
  );
  if (chosen !== stash) return undefined;
  const again = await attempt('stash');
  if (!('wouldOverwrite' in again)) return toldNotice(again);
  throw new BecauseError('git-failed', t('Git could not start {0}.', wanted.name));
}

/** What did not go all well must be known: a hook failed, or changes stayed in the stash. */
function toldNotice({ notice, ...started }: Exclude<StartedBranch, { wouldOverwrite: unknown }>) {
  if (notice !== undefined) run(async () => showWarningMessage(notice));
  return started;
}
