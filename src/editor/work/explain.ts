/** `Why Does This Line Exist?` and `Why This Commit?`: from code through git to the customer, as a peek. */
import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import {
  type CommitRequest,
  commitRequest,
  explainCommitRequest,
  explainLineRequest,
} from '../../core/outline/requests.ts';
import type { WhyStep } from '../../core/why/step.ts';
import { shortHash } from '../../core/work/facts.ts';
import { commit as commitNamed } from '../../questions/commits.ts';
import { explainCommit } from '../../questions/explainCommit.ts';
import { explainLine } from '../../questions/explainLine.ts';
import type { Question } from '../../questions/question.ts';
import type { Told, Unexplained } from '../../questions/told.ts';
import { callFor, setContext } from '../commands/calls.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Live, Opens } from '../commands/live.ts';
import { folderMeant } from '../commands/meant.ts';
import { showInformationMessage, withProgress } from '../door/messages.ts';
import { showQuickPick } from '../door/picks.ts';
import { pathIn } from '../lines/paths.ts';
import { lineNumberOf } from '../lines/seenLine.ts';
import type { Folder } from '../workspace/folder.ts';
import { run } from '../workspace/report.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { commitChoices } from './choices.ts';
import { lastOf } from './inStages.ts';
import { Peek, type Shown, type WhyAbout } from './peek.ts';
import { commitClicked, fileAsked, fileName, workPlace } from './place.ts';

const explainerOf = (live: Live): Explainer => live.the(Explainer, () => new Explainer(live.workspace));

export const lineCommand: Opens = (live) =>
  gestureCommand(explainLineRequest, (input, source) =>
    explainerOf(live).line(input ? at(input) : clicked(source), input?.show ?? true),
  );

export const explainCommitCommand: Opens = (live) =>
  gestureCommand(explainCommitRequest, async (input, source) => {
    const meant = input ?? (await commitMeant(live.workspace, source));
    return meant && explainerOf(live).commit(meant, meant.show ?? true);
  });

/** Shows a commit as the git extension does. */
export const openCommitCommand: Opens = ({ workspace }) =>
  gestureCommand(commitRequest, async (input, source) => {
    const meant = input ?? (await commitMeant(workspace, source));
    if (!meant) return;
    const place = workPlace(workspace, folderMeant(workspace, { address: meant.folder }));
    const asked = { commit: meant.commit, file: fileAsked(workspace, place) };
    const { hash } = await place.folder.because.ask(commitNamed, asked);
    await vscode.commands.executeCommand('git.viewCommit', workspace.git.rootOf(place.uri), hash);
  });

interface Spot {
  readonly uri: vscode.Uri;
  /** Counted from 0. */
  readonly line: number;
}

const at = ({ uri, line }: { uri: string; line: number }): Spot => ({
  uri: vscode.Uri.parse(uri, true),
  line: line - 1,
});

/** The line whose number was clicked, or the cursor's. */
function clicked(source: unknown): Spot {
  const number = lineNumberOf(source);
  const editor = vscode.window.activeTextEditor;
  if (number) return { uri: vscode.Uri.parse(number.uri), line: number.line };
  if (editor) return { uri: editor.document.uri, line: editor.selection.active.line };
  throw new BecauseError('bad-input', t('No line is selected.'), {
    next: t('Put the cursor on a line, then try again.'),
  });
}

/**
 * The commit of a timeline entry or of a hover, else one that is chosen: the editor gives the entries of its timeline only
 * to extensions that may use what is still proposed.
 */
async function commitMeant(workspace: Workspace, source: unknown): Promise<CommitRequest | undefined> {
  const clicked = commitClicked(source);
  if (clicked !== undefined) return { commit: clicked };
  const place = workPlace(workspace, folderMeant(workspace));
  const picked = await showQuickPick(commitChoices(place, true), {
    title: t('Why This Commit?'),
    placeHolder: t('Which commit?'),
  });
  return picked && { commit: picked.value, folder: place.folder.root.toString() };
}

/** The names of the steps that were shown, or the steps; undefined where nothing was shown. */
type Steps = readonly string[] | readonly WhyStep[] | undefined;

class Explainer implements vscode.Disposable {
  readonly #workspace: Workspace;
  readonly #peek = new Peek();
  #latest: AbortController | undefined;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Explains a line of a file. Gives the steps' names to the caller, for code that asks, or all of them where it shows none. */
  async line({ uri, line }: Spot, isShown: boolean): Promise<Steps> {
    const folder = folderMeant(this.#workspace, { source: uri });
    const place = workPlace(this.#workspace, folder, uri);
    const title = t('Why {0}:{1}?', fileName(uri), line + 1);
    const at = new vscode.Location(uri, new vscode.Position(line, 0));
    const about = { folder, at, title, path: pathIn(folder, uri) };
    return this.#answer(about, isShown, explainLine, { file: fileAsked(this.#workspace, place), line: line + 1 });
  }

  /** Explains a commit, at the cursor of the editor in front; gives what `line` gives. */
  async commit({ commit, folder: address }: CommitRequest, isShown: boolean): Promise<Steps> {
    const editor = vscode.window.activeTextEditor;
    const folder = folderMeant(this.#workspace, { address });
    const place = workPlace(this.#workspace, folder);
    const at = editor
      ? new vscode.Location(editor.document.uri, editor.selection.active)
      : new vscode.Location(folder.uriOf({ path: 'because.yml' }), new vscode.Position(0, 0));
    const about = { folder, at, title: t('Why {0}?', shortHash(commit)) };
    return this.#answer(about, isShown, explainCommit, { commit, file: fileAsked(this.#workspace, place) });
  }

  dispose(): void {
    this.#latest?.abort();
    this.#peek.dispose();
  }

  async #answer<Input>(
    about: WhyAbout,
    isShown: boolean,
    question: Question<Input, Told>,
    input: NoInfer<Input>,
  ): Promise<Steps> {
    const { because } = about.folder;
    if (!isShown) return (await because.ask(question, input)).steps;
    return this.#explained(about, (signal) => because.stages(question, input, { signal }));
  }

  /** What is known soon is shown, and the rest in its place. A newer question ends an older one; so does putting it away. */
  async #explained(about: WhyAbout, ask: (signal: AbortSignal) => AsyncGenerator<Told>) {
    this.#latest?.abort();
    const controller = new AbortController();
    this.#latest = controller;
    const title = t('Asking git…');
    let known: Shown | undefined;
    const onDidClose = () => controller.abort();
    try {
      const last = await withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
        lastOf(ask(controller.signal), async (told) => {
          known = await this.#peek.show(about, told.steps, { known, onDidClose });
        }),
      );
      return last && (await this.#tell(about, last, known));
    } catch (error) {
      if (controller.signal.aborted) return undefined;
      throw error;
    }
  }

  async #tell(about: WhyAbout, last: Told, known: Shown | undefined): Promise<readonly string[] | undefined> {
    const { steps, unexplained } = last;
    // Whoever asked need not wait for the message to be put away.
    if (unexplained) run(() => offerToLink(about.folder, unexplained));
    if (!unexplained || known) await this.#peek.show(about, steps, { known });
    // The walkthrough's step has worked then.
    if (!unexplained) await setContext('explained', true);
    return unexplained ? undefined : steps.map(({ name }) => name);
  }
}

/** Nothing tells why: says so, and offers the one step that would change that. */
async function offerToLink(folder: Folder, { words, commit, branch }: Unexplained): Promise<void> {
  const [button, command, input] =
    commit === undefined
      ? ([t('Link Branch'), 'linkBranch', { branch }] as const)
      : ([t('Link Commit'), 'linkCommit', { commit }] as const);
  const isLinkable = commit !== undefined || branch !== undefined;
  const chosen = await showInformationMessage(words, ...(isLinkable ? [button] : []));
  if (chosen === button) await callFor(folder, command, input);
}
