/** `Link Branch`, `Link Commit`, `Link Pull Request`, `Link File` and `Unlink`: what is linked, what for, on what evidence. */

import * as vscode from 'vscode';
import type { Action } from '../../actions/action.ts';
import { type Linked, linkBranch, linkCommit, linkFile, linkPullRequest } from '../../actions/linkWork.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { readPullRequest } from '../../core/hosts/pages.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import { oneLine } from '../../core/text/foreignText.ts';
import { shortHash } from '../../core/work/facts.ts';
import { initiativesInName } from '../../core/work/links.ts';
import { CHECKED_OUT } from '../ask/checkedOut.ts';
import { gesture, type Meant } from '../ask/gesture.ts';
import type { Answers, Step } from '../ask/quickInput.ts';
import { Row } from '../ask/row.ts';
import type { Opens } from '../commands/live.ts';
import { locatedOf } from '../commands/meant.ts';
import { setStatusBarMessage } from '../door/messages.ts';
import { realPathIn } from '../lines/paths.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';
import { branchChoices, commitChoices, hashTyped } from './choices.ts';
import { type KnownWhy, type NamedWhy, titled, whyIn, whyQuestions, whyWords } from './namedWhy.ts';
import { branchAt, commitClicked, type WorkPlace, workPlace } from './place.ts';

/** The command that links one sort of work to what it is for. */
const link = <Input extends KnownWhy>(verb: Action<Input, Linked>, what: What<Input>): Opens =>
  gesture(verb, {
    ways({ workspace, folder, source, given }: Meant) {
      const place = workPlace(workspace, folder, source instanceof vscode.Uri ? source : undefined);
      const known: Partial<Input> = {
        ...what.known(workspace, place, source),
        ...whyOfRow(folder, locatedOf(workspace, source)?.record),
        ...(given as Partial<Input>),
      };
      const { branch: named } = known as { readonly branch?: unknown };
      const [repo] = workspace.git.reposOf(place.uri);
      return {
        title: titleFor(verb, what, folder, known),
        steps: () => [
          ...(what.name in known ? [] : what.steps(place, workspace)),
          ...whyQuestions(workspace, folder, known, (answers) => inName(named ?? answers.branch, folder)),
        ],
        read: (answers) => ({
          ...(repo && { repo }),
          ...(place.uri.scheme === 'file' && { file: place.uri.fsPath }),
          ...known,
          ...what.read(answers, place, workspace),
          ...whyIn(folder, known, answers),
        }),
      };
    },
    done: ({ input }, { folder }) => tellLinked(folder, whyIn(folder, input, {})),
  });

/** How one sort of work is asked for. */
interface What<Input> {
  /** What a menu or the place tells without a question. */
  known(workspace: Workspace, place: WorkPlace, source: unknown): Partial<Input>;
  steps(place: WorkPlace, workspace: Workspace): Step[];
  /** What was answered. */
  read(answers: Answers, place: WorkPlace, workspace: Workspace): Partial<Input>;
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

function addressOf(workspace: Workspace, { uri }: WorkPlace, text: string) {
  const [remote] = workspace.git.remotesOf(uri);
  return readPullRequest(text.trim(), remote);
}

function exampleOf(workspace: Workspace, { uri }: WorkPlace): string {
  const [remote] = workspace.git.remotesOf(uri);
  return remote ? `#418, ${remote.web}/…` : 'https://github.com/owner/repository/pull/418';
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
