/** `Create Pull Request with Why`: on GitHub with the editor's own account, elsewhere through the host's own page. */
import * as vscode from 'vscode';
import { perform } from '../../actions/action.ts';
import { pushBranch } from '../../actions/createPullRequest.ts';
import { t } from '../../core/base/l10n.ts';
import { hostOf } from '../../core/hosts/all.ts';
import { requestName } from '../../core/hosts/pages.ts';
import { initiativeKnown } from '../../core/library/query.ts';
import type { Push } from '../../git/push.ts';
import { type PullRequestDraft, pullRequestDraft } from '../../questions/pullRequestDraft.ts';
import { ask } from '../ask/quickInput.ts';
import { type Choice, pickStep, type Step, textStep } from '../ask/steps.ts';
import { titleAbout } from '../ask/subject.ts';
import { askInformation, withProgress } from '../door/messages.ts';
import { setting } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { answerFor, placeMeant } from './block.ts';
import { branchAt, type WorkPlace } from './place.ts';
import { accountOn, createOnHost, type Draft, openPage } from './pullRequestDraft.ts';

export async function createPullRequest(
  workspace: Workspace,
  memory: vscode.Memento,
  source: unknown,
): Promise<unknown> {
  const title = t('Create Pull Request');
  const place = placeMeant(workspace, source);
  const { folder, uri } = place;
  const branch = branchAt(workspace, place);
  const file = uri.fsPath;
  const key = setting('keyInPullRequestTitle', folder.root);
  const draft = await answerFor(workspace, place, { source, title }, (initiative) =>
    folder.because.ask(pullRequestDraft, { initiative, file, key }),
  );
  if (!draft || !(await pushed(place, draft))) return undefined;
  const { remote, push: _, bodies, ...text } = draft;
  const account = hostOf(remote.kind).takesRequests ? accountOn(remote.host) : undefined;
  const asked = await ask(memory, {
    key: `createPullRequest:${folder.root.toString()}:${branch}`,
    title: titleAbout(title, { initiative: initiativeKnown(folder.library, draft.initiative) }),
    steps: stepsFor(draft, account !== undefined),
  });
  if (!asked) return undefined;
  const { answers, forget } = asked;
  const body = bodies.find(({ template }) => template === answers.template)?.body ?? text.body;
  const made: Draft = { ...text, remote, folder, file, title: String(answers.title), body };
  return answers.way === 'here' && account ? createOnHost(made, account, forget) : openPage(made, forget);
}

/** A host can merge only what it has: pushes the branch where the person agrees; false where they do not. */
async function pushed({ folder, uri }: WorkPlace, { push }: Pick<PullRequestDraft, 'push'>): Promise<boolean> {
  if (!push) return true;
  const button = t('Push');
  const detail = t('A pull request needs the branch there.');
  if ((await askInformation(pushWords(push), { detail }, button)) !== button) return false;
  const title = t('Pushing {0}…', push.branch);
  await withProgress({ location: vscode.ProgressLocation.Notification, title }, () =>
    perform(pushBranch, folder.because, { ...push, file: uri.fsPath }),
  );
  return true;
}

const pushWords = ({ branch, remote, isNew }: Push): string =>
  isNew ? t('{0} is not on {1} yet.', branch, remote) : t('{0} has commits that are not on {1} yet.', branch, remote);

function stepsFor({ remote, title, bodies }: PullRequestDraft, hasAccount: boolean): Step[] {
  const what = requestName(remote.kind);
  return [
    textStep('title', t('The title of the {0}', what), {
      value: () => title,
      validate: (text) => (text.trim() === '' ? t('Enter a title.') : undefined),
    }),
    pickStep('template', t('Which template?'), () => bodies.map(({ template: value }) => ({ value, label: value })), {
      when: () => bodies.length > 1,
    }),
    pickStep('way', t('How do you want to create it?'), () => wayChoices(remote.host), { when: () => hasAccount }),
  ];
}

const wayChoices = (host: string): readonly Choice[] => [
  { value: 'page', icon: 'link-external', label: t('Open the page on {0}, filled in', host) },
  {
    value: 'here',
    icon: 'git-pull-request-create',
    label: t('Create it now'),
    description: t('signs in to {0} with the editor’s account', host),
  },
];
