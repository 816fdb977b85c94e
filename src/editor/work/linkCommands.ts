/** `Link Branch`, `Link Commit`, `Link Pull Request`, `Link File` and `Unlink`: what is linked, what for, on what evidence. */

import * as vscode from 'vscode';
import type { Action } from '../../actions/action.ts';
import { type Linked, linkBranch, linkCommit, linkFile, linkPullRequest, unlink } from '../../actions/linkWork.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { readPullRequest } from '../../core/hosts/pages.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import { oneLine } from '../../core/text/foreignText.ts';
import { shortHash } from '../../core/work/commitText.ts';
import { initiativesInName, workOf } from '../../core/work/links.ts';
import { CHECKED_OUT } from '../ask/checkedOut.ts';
import { type Answers, ask, type Step } from '../ask/quickInput.ts';
import { Row } from '../ask/row.ts';
import { recordMeant } from '../ask/subject.ts';
import { actionCommand, type Gather, locatedOf } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { setStatusBarMessage } from '../door/messages.ts';
import { realPathIn } from '../lines/paths.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';
import { branchChoices, commitChoices, hashTyped } from './choices.ts';
import { type KnownWhy, type NamedWhy, titled, whyIn, whyQuestions, whyWords } from './namedWhy.ts';
import { branchAt, commitClicked, folderAt, type Place, placeOf } from './place.ts';

const link =
  <Input extends KnownWhy>(verb: Action<Input, Linked>, what: What<Input>): Opens =>
  (live) =>
    actionCommand(live, verb, gatherLink(live.memory, verb, what));

export const unlinkCommand: Opens = (live) => actionCommand(live, unlink, gatherUnlink);

/** How one sort of work is asked for. */
interface What<Input> {
  /** What a menu or the place tells without a question. */
  known(workspace: Workspace, place: Place, source: unknown): Partial<Input>;
  steps(place: Place, workspace: Workspace): Step[];
  /** What was answered. */
  read(answers: Answers, place: Place, workspace: Workspace): Partial<Input>;
  /** The name of the answer without which nothing is linked. */
  readonly name: string;
}

type Of<A> = A extends Action<infer Input, Linked> ? Input : never;

const branch: What<Of<typeof linkBranch>> = {
  name: 'branch',
  known: (workspace, place, source) => {
    const named = workIn(source, 'branch');
    // The view's own button, and the status bar, mean the branch that is checked out.
    return named !== undefined
      ? { branch: named }
      : source === CHECKED_OUT
        ? { branch: branchAt(workspace, place) }
        : {};
  },
  steps: (place) => [
    {
      kind: 'pick',
      name: 'branch',
      prompt: vscode.l10n.t('Which branch?'),
      choices: () => branchChoices(place),
    },
  ],
  read: ({ branch: name }) => (typeof name === 'string' ? { branch: name } : {}),
};

const commit: What<Of<typeof linkCommit>> = {
  name: 'commit',
  known: (_workspace, _place, source) => {
    const hash = workIn(source, 'commit') ?? commitClicked(source);
    return hash === undefined ? {} : { commit: hash };
  },
  steps: (place) => [
    {
      kind: 'pick',
      name: 'commit',
      prompt: vscode.l10n.t('Which commit? Choose one, or type its hash.'),
      choices: () => commitChoices(place),
      typed: hashTyped,
    },
  ],
  read: ({ commit: hash }) => (typeof hash === 'string' ? { commit: hash } : {}),
};

const pullRequest: What<Of<typeof linkPullRequest>> = {
  name: 'pr',
  known: () => ({}),
  steps: (place, workspace) => [
    {
      kind: 'text',
      name: 'pr',
      prompt: vscode.l10n.t('The address of the pull request, or its number'),
      placeholder: exampleOf(workspace, place),
      validate: (text) => {
        if (addressOf(workspace, place, text)) return undefined;
        return /^\s*[#!]?\d+\s*$/.test(text)
          ? vscode.l10n.t('No remote tells where it is: give its whole address.')
          : vscode.l10n.t('This is neither the address of a pull request nor a number.');
      },
    },
  ],
  read: ({ pr }, place, workspace) => {
    const read = typeof pr === 'string' ? addressOf(workspace, place, pr) : undefined;
    return read ? { pr: read.url, ...(read.repo && { repo: read.repo }) } : {};
  },
};

const file: What<Of<typeof linkFile>> = {
  name: 'path',
  known: (_workspace, { folder }, source) => {
    const uri = source instanceof vscode.Uri ? source : vscode.window.activeTextEditor?.document.uri;
    const path = uri && realPathIn(folder, uri);
    if (path !== undefined) return { path };
    throw new BecauseError('bad-input', vscode.l10n.t('No file of this folder is meant.'), {
      next: vscode.l10n.t('Open a file, or use its menu in the Explorer.'),
    });
  },
  steps: () => [],
  read: () => ({}),
};

export const branchCommand = link(linkBranch, branch);
export const commitCommand = link(linkCommit, commit);
export const pullRequestCommand = link(linkPullRequest, pullRequest);
export const fileCommand = link(linkFile, file);

/** The branch or commit that a row of unlinked work stands for, or another menu passes. */
function workIn(source: unknown, target: 'branch' | 'commit'): string | undefined {
  if (source instanceof Row) return source.node.work?.target === target ? source.node.work.name : undefined;
  return undefined;
}

function addressOf(workspace: Workspace, { uri }: Place, text: string) {
  const [remote] = workspace.git.remotesOf(uri);
  return readPullRequest(text.trim(), remote);
}

function exampleOf(workspace: Workspace, { uri }: Place): string {
  const [remote] = workspace.git.remotesOf(uri);
  return remote ? `#418, ${remote.web}/…` : 'https://github.com/owner/repository/pull/418';
}

function gatherLink<Input extends KnownWhy>(
  memory: vscode.Memento,
  verb: Action<Input, Linked>,
  what: What<Input>,
): Gather<Input> {
  return async (workspace, given, source, named) => {
    const located = locatedOf(workspace, source);
    const row = source instanceof Row ? source.folder : undefined;
    const folder =
      named ?? located?.folder ?? row ?? folderAt(workspace, source instanceof vscode.Uri ? source : undefined);
    const place = placeOf(workspace, folder, source instanceof vscode.Uri ? source : undefined);
    const known: Partial<Input> = {
      ...what.known(workspace, place, source),
      ...whyOfRow(folder, located?.record),
      ...given,
    };
    const steps = [
      ...(what.name in known ? [] : what.steps(place, workspace)),
      ...whyQuestions(workspace, folder, known, (answers) =>
        inName((known as { readonly branch?: unknown }).branch ?? answers.branch, folder),
      ),
    ];
    const asked = await ask(memory, {
      key: `${verb.name}:${folder.root.toString()}`,
      title: titleFor(verb, what, folder, known),
      steps,
    });
    if (!asked) return undefined;
    const why = whyIn(folder, known, asked.answers);
    const [repo] = workspace.git.reposOf(place.uri);
    const file = place.uri.scheme === 'file' ? { file: place.uri.fsPath } : {};
    const answered = {
      ...(repo && { repo }),
      ...file,
      ...known,
      ...what.read(asked.answers, place, workspace),
      ...why,
    };
    return {
      folder,
      input: verb.input.parse(answered),
      done: async () => {
        await asked.forget();
        tellLinked(folder, why);
      },
    };
  };
}

/** The initiatives that the name of a branch carries: where there are several, the person says which. */
function inName(name: unknown, { library }: Folder): readonly Initiative[] {
  return typeof name === 'string' ? initiativesInName(library, name) : [];
}

/** What was done shows where the work is shown; where nobody looks there, a few quiet words do. */
function tellLinked({ library }: Folder, why: NamedWhy): void {
  setStatusBarMessage(vscode.l10n.t('Linked to {0}', whyWords(library, why)), 3000);
}

function whyOfRow({ library }: Folder, record: { readonly id: string } | undefined): KnownWhy {
  if (!record) return {};
  if (library.findOf('initiative', record.id)) return { initiative: [record.id] };
  return library.findOf('problem', record.id) ? { problem: [record.id] } : {};
}

function titleFor<Input extends KnownWhy>(
  verb: Action<Input, Linked>,
  { name }: What<Input>,
  folder: Folder,
  known: Partial<Input>,
): string {
  const work: unknown = (known as { readonly [key: string]: unknown })[name];
  const short = typeof work === 'string' ? (name === 'commit' ? shortHash(work) : oneLine(work)) : '';
  return titled(short === '' ? verb.title() : `${verb.title()} ${short}`, folder, known);
}

const gatherUnlink: Gather<Parameters<typeof unlink.run>[1]> = async (workspace, given, source, named) => {
  const meant = await recordMeant(workspace, {
    id: given.link,
    source,
    named,
    kind: 'link',
    fits: (link) => workOf(link) !== undefined,
    none: vscode.l10n.t('Nothing is linked.'),
    title: unlink.title(),
    prompt: vscode.l10n.t('Which link should go? Its record is kept, and hidden.'),
  });
  return meant && { folder: meant.folder, input: { link: meant.record.id } };
};
