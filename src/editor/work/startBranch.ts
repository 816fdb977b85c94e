/** `Start Branch`: a branch for an initiative, named from the template, from a base one chooses, linked at once. */

import * as vscode from 'vscode';
import { perform } from '../../actions/action.ts';
import { linkBranch } from '../../actions/linkWork.ts';
import { BecauseError } from '../../core/base/errors.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import { startBranchRequest } from '../../core/outline/requests.ts';
import { branchName } from '../../core/work/branchName.ts';
import type { Branch, DefaultBranch } from '../../core/work/facts.ts';
import { initiativeOfBranch } from '../../core/work/links.ts';
import { branches, defaultBranch } from '../../git/branches.ts';
import type { GitFolder } from '../../git/program.ts';
import { checkBranchName, startBranch } from '../../git/startBranch.ts';
import { type Answers, ask, type Choice, type Step, separator } from '../ask/quickInput.ts';
import { initiativeMeant, knownInitiative, titleAbout } from '../ask/subject.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { askWarning, showWarningMessage, withProgress } from '../door/messages.ts';
import { run } from '../workspace/report.ts';
import type { Folder } from '../workspace/workspace.ts';
import { branchChoice } from './choices.ts';
import { folderNamed, gitAt, type Place, placeOf } from './place.ts';

export const branchStarting: Opens = ({ workspace, memory }) =>
  gestureCommand(startBranchRequest, async (input, source) => {
    await workspace.ready();
    const title = vscode.l10n.t('Start Branch');
    const about = await initiativeMeant(workspace, {
      id: input?.initiative,
      source,
      named: input?.folder === undefined ? undefined : folderNamed(workspace, input.folder),
      title,
      prompt: vscode.l10n.t('What will you work on?'),
    });
    if (!about) return undefined;
    const { folder, initiative } = about;
    const place = placeOf(workspace, folder);
    const git = gitAt(workspace, place);
    const known = { ...(input?.name && { name: input.name }), ...(input?.base && { base: input.base }) };
    const steps = await stepsFor(git, place, initiative);
    const asked = await ask(memory, {
      key: `startBranch:${folder.root.toString()}:${initiative.id}`,
      title: titleAbout(title, { initiative }),
      steps: steps.filter(({ name }) => !(name in known)),
    });
    if (!asked) return undefined;
    const { name, base } = { ...asked.answers, ...known } as Answers;
    // It may have gone meanwhile: a branch for nothing is not what was asked for.
    knownInitiative(folder, initiative.id);
    const started = await start(git, { name: String(name), base: String(base) });
    if (!started) return undefined;
    await asked.forget();
    await workspace.git.repositoryOf(place.uri)?.status();
    await linkUnlessNamed(place, String(name), initiative);
    return { branch: String(name), initiative: initiative.id };
  });

async function stepsFor(git: GitFolder, place: Place, initiative: Initiative): Promise<Step[]> {
  const [main, all] = await Promise.all([defaultBranch(git), branches(git)]);
  const taken = new Set(all.filter(({ remote }) => remote === undefined).map(({ name }) => name));
  return [
    {
      kind: 'pick',
      name: 'base',
      prompt: vscode.l10n.t('Where does it start from?'),
      choices: () => baseChoices(all, main),
    },
    {
      kind: 'text',
      name: 'name',
      prompt: vscode.l10n.t('The name of the branch'),
      value: () => nameFor(place.folder, initiative),
      validate: (text) => wrongName(text.trim(), taken),
    },
  ];
}

/** The branch everything is merged into comes first, here and on its remote: most work starts there. */
function baseChoices(all: readonly Branch[], main: DefaultBranch | undefined): readonly Choice[] {
  const isMain = ({ name }: Branch) => name === main?.name || name === main?.ref;
  // By its whole name: git would take the short name of a remote's branch for a local one.
  const choice = (branch: Branch): Choice => ({ ...branchChoice(branch), ...named(branch.name) });
  const first = all.filter(isMain).sort((a, b) => a.name.length - b.name.length);
  const here: Choice = {
    value: 'HEAD',
    icon: 'target',
    label: vscode.l10n.t('Where you are'),
    description: vscode.l10n.t('the commit that is checked out'),
  };
  const others = all.filter((branch) => !isMain(branch)).map(choice);
  return [...first.map(choice), here, ...(others.length > 0 ? [separator(vscode.l10n.t('Others'))] : []), ...others];
}

const named = (name: string) => ({ value: name, icon: 'git-branch', label: name });

function nameFor({ root, library, me }: Folder, initiative: Initiative): string {
  const settings = vscode.workspace.getConfiguration('because', root);
  const member = library.members.find(({ id }) => id === me);
  return branchName(initiative, {
    template: settings.get<string>('branchName'),
    most: settings.get<number>('branchNameLength'),
    user: member?.id ?? me,
  });
}

function wrongName(name: string, taken: ReadonlySet<string>): string | undefined {
  if (name === '') return vscode.l10n.t('Give the branch a name.');
  if (taken.has(name)) return vscode.l10n.t('There is already a branch {0}.', name);
  return checkBranchName(name);
}

/** Starts it; where git would overwrite changes, the person says whether they are put aside and brought back. */
async function start(git: GitFolder, wanted: { name: string; base: string }): Promise<boolean> {
  const title = vscode.l10n.t('Starting {0}…', wanted.name);
  const attempt = (uncommitted: 'carry' | 'stash') =>
    withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
      startBranch(git, { ...wanted, uncommitted }),
    );
  const outcome = await attempt('carry');
  if (outcome.kind === 'started') return tellNotice(outcome.notice);
  const stash = vscode.l10n.t('Stash and Start');
  const chosen = await askWarning(
    vscode.l10n.t('Git would overwrite your uncommitted changes to start from {0}.', wanted.base),
    {
      detail: [
        ...outcome.files.slice(0, 10),
        '',
        vscode.l10n.t('Stashing puts all your changes aside, starts the branch, and brings them back.'),
      ].join('\n'),
    },
    stash,
  );
  if (chosen !== stash) return false;
  const again = await attempt('stash');
  if (again.kind === 'started') return tellNotice(again.notice);
  throw new BecauseError('git-failed', vscode.l10n.t('Git could not start {0}.', wanted.name));
}

/** What did not go all well must be known: a hook failed, or changes stayed in the stash. */
function tellNotice(notice: string | undefined): true {
  if (notice !== undefined) run(async () => showWarningMessage(notice));
  return true;
}

/** A key in the name links it; without one, a record does. */
async function linkUnlessNamed({ folder, repos }: Place, branch: string, initiative: Initiative): Promise<void> {
  if (initiativeOfBranch(folder.library, branch, repos) === initiative) return;
  const [repo] = repos;
  await perform(linkBranch, folder.because, { branch, initiative: initiative.id, ...(repo && { repo }) });
}
