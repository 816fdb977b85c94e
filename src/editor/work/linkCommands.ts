/** `Link Work`, and `Link Branch`, `Commit`, `Pull Request` and `File` behind it: what is linked, what for, on what evidence. */
import * as vscode from 'vscode';
import type { Action } from '../../actions/action.ts';
import { type Linked, linkBranch, linkCommit, linkFile, linkPullRequest } from '../../actions/linkWork.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { readPullRequest } from '../../core/hosts/pages.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import { oneLine } from '../../core/text/foreignText.ts';
import { spaced } from '../../core/text/joined.ts';
import { shortHash } from '../../core/work/facts.ts';
import { initiativesInName } from '../../core/work/links.ts';
import { CHECKED_OUT } from '../ask/checkedOut.ts';
import { oneOf } from '../ask/choosing.ts';
import { gesture, type Meant } from '../ask/gesture.ts';
import { Row } from '../ask/row.ts';
import { pickStep, type Step, textStep } from '../ask/steps.ts';
import type { Opens } from '../commands/live.ts';
import { locatedOf } from '../commands/meant.ts';
import { setStatusBarMessage } from '../door/messages.ts';
import { realPathIn } from '../lines/paths.ts';
import type { Folder } from '../workspace/folder.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { branchChoices, commitChoices, hashTyped } from './choices.ts';
import { type KnownWhy, type NamedWhy, titled, whyIn, whyQuestions, whyWords } from './namedWhy.ts';
import { branchAt, commitClicked, type WorkPlace, workPlace } from './place.ts';

/** Where a link is made. */
interface At {
  readonly workspace: Workspace;
  readonly place: WorkPlace;
  /** What a menu or key passed. */
  readonly source: unknown;
}

/** How one sort of work is asked for. */
interface What<Input> {
  /** The field that says what is linked. */
  readonly name: keyof Input & string;
  /** What a menu or the place tells of it without a question. */
  known?(at: At): string | undefined;
  step?(at: At): Step;
  /** What was answered, where that is more than the field holds. */
  read?(answer: string, at: At): Partial<Input>;
}

/** The command that links one sort of work to what it is for. */
const link = <Input extends KnownWhy>(verb: Action<Input, Linked>, what: What<Input>): Opens =>
  gesture(verb, {
    ways({ workspace, folder, source, given }: Meant) {
      const { name } = what;
      const place = workPlace(workspace, folder, source instanceof vscode.Uri ? source : undefined);
      const at = { workspace, place, source };
      const told = what.known?.(at);
      const known: Partial<Input> = {
        ...(told !== undefined && { [name]: told }),
        ...whyOfRow(folder, locatedOf(workspace, source)?.record),
        ...(given as Partial<Input>),
      };
      const { branch: named } = known as { readonly branch?: unknown };
      const [repo] = workspace.git.reposOf(place.uri);
      const step = name in known ? undefined : what.step?.(at);
      return {
        title: titleFor(verb.title(), name, folder, known),
        steps: () => [
          ...(step ? [step] : []),
          ...whyQuestions(workspace, folder, known, (answers) => inName(named ?? answers.branch, folder)),
        ],
        read: (answers) => ({
          ...(repo && { repo }),
          ...(place.uri.scheme === 'file' && { file: place.uri.fsPath }),
          ...known,
          ...(typeof answers[name] === 'string' && what.read?.(answers[name], at)),
          ...whyIn(folder, known, answers),
        }),
      };
    },
    done: ({ input }, { folder }) => tellLinked(folder, whyIn(folder, input, {})),
  });

type Of<A> = A extends Action<infer Input, Linked> ? Input : never;

const branch: What<Of<typeof linkBranch>> = {
  name: 'branch',
  // The view's own button, and the status bar, mean the branch that is checked out.
  known: ({ workspace, place, source }) =>
    source === CHECKED_OUT ? branchAt(workspace, place) : workIn(source, 'branch'),
  step: ({ place }) => pickStep('branch', t('Which branch?'), () => branchChoices(place)),
};

const commit: What<Of<typeof linkCommit>> = {
  name: 'commit',
  known: ({ source }) => workIn(source, 'commit') ?? commitClicked(source),
  step: ({ place }) =>
    pickStep('commit', t('Which commit? Choose one, or type its hash.'), () => commitChoices(place), {
      typed: hashTyped,
    }),
};

const pullRequest: What<Of<typeof linkPullRequest>> = {
  name: 'pr',
  step: (at) =>
    textStep('pr', t('The address of the pull request, or its number'), {
      placeholder: exampleOf(at),
      validate: (text) => {
        if (addressOf(at, text)) return undefined;
        return /^\s*[#!]?\d+\s*$/.test(text)
          ? t('There is no remote to look it up on, so give its full address.')
          : t('This is neither the address of a pull request nor a number.');
      },
    }),
  read: (answer, at) => {
    const read = addressOf(at, answer);
    return read ? { pr: read.url, ...(read.repo && { repo: read.repo }) } : {};
  },
};

const file: What<Of<typeof linkFile>> = {
  name: 'path',
  known: ({ place: { folder }, source }) => {
    const uri = source instanceof vscode.Uri ? source : vscode.window.activeTextEditor?.document.uri;
    const path = uri && realPathIn(folder, uri);
    if (path !== undefined) return path;
    throw new BecauseError('bad-input', t('No file is selected.'), {
      next: t('Open a file, or use its menu in the Explorer.'),
    });
  },
};

/** Any of these. */
export const workCommand = oneOf(
  () => t('Link Work'),
  () => t('What do you want to link?'),
  [linkBranch, linkCommit, linkPullRequest, linkFile],
);
export const branchCommand = link(linkBranch, branch);
export const commitCommand = link(linkCommit, commit);
export const pullRequestCommand = link(linkPullRequest, pullRequest);
export const fileCommand = link(linkFile, file);

/** The branch or commit that a row of unlinked work stands for. */
function workIn(source: unknown, target: 'branch' | 'commit'): string | undefined {
  const work = source instanceof Row ? source.node.work : undefined;
  return work?.target === target ? work.name : undefined;
}

function addressOf({ workspace, place }: At, text: string) {
  const [remote] = workspace.git.remotesOf(place.uri);
  return readPullRequest(text.trim(), remote);
}

function exampleOf({ workspace, place }: At): string {
  const [remote] = workspace.git.remotesOf(place.uri);
  return remote ? `#418, ${remote.web}/…` : 'https://github.com/owner/repository/pull/418';
}

/** The initiatives that the name of a branch carries: where there are several, the person says which. */
function inName(name: unknown, { library }: Folder): readonly Initiative[] {
  return typeof name === 'string' ? initiativesInName(library, name) : [];
}

/** What was done shows where the work is shown; where nobody looks there, a few quiet words do. */
function tellLinked({ library }: Folder, why: NamedWhy): void {
  setStatusBarMessage(t('Linked to {0}', whyWords(library, why)), 3000);
}

function whyOfRow({ library }: Folder, record: { readonly id: string } | undefined): KnownWhy {
  if (!record) return {};
  if (library.findOf('initiative', record.id)) return { initiative: [record.id] };
  return library.findOf('problem', record.id) ? { problem: [record.id] } : {};
}

function titleFor(title: string, name: string, folder: Folder, known: KnownWhy): string {
  const work: unknown = (known as { readonly [key: string]: unknown })[name];
  const short = typeof work === 'string' ? (name === 'commit' ? shortHash(work) : oneLine(work)) : '';
  return titled(spaced(title, short), folder, known);
}
