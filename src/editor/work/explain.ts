/** `Why Does This Line Exist?` and `Why This Commit?`: from code through git to the customer, as a peek. */

import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import {
  type CommitRequest,
  commitRequest,
  explainCommitRequest,
  explainLineRequest,
} from '../../core/outline/requests.ts';
import type { WhyStep } from '../../core/why/step.ts';
import { shortHash } from '../../core/work/facts.ts';
import { commit as commitOf } from '../../git/commits.ts';
import { explainCommit } from '../../questions/explainCommit.ts';
import { explainLine } from '../../questions/explainLine.ts';
import type { Question } from '../../questions/question.ts';
import type { Told } from '../../questions/told.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Live, Opens } from '../commands/live.ts';
import { folderMeant } from '../commands/meant.ts';
import { withProgress } from '../door/messages.ts';
import { showQuickPick } from '../door/picks.ts';
import { pathIn } from '../lines/paths.ts';
import { lineNumberOf } from '../lines/seenLine.ts';
import { run } from '../workspace/report.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { commitChoices } from './choices.ts';
import { lastOf } from './inStages.ts';
import { offerToLink } from './offerLink.ts';
import { type Named, Peek, type Shown, type ShowOptions } from './peek.ts';
import { commitClicked, fileAsked, fileName, gitAt, type WorkPlace, workPlace } from './place.ts';

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

export const openCommitCommand: Opens = ({ workspace }) =>
  gestureCommand(commitRequest, async (input, source) => {
    const meant = input ?? (await commitMeant(workspace, source));
    return meant && openCommit(workspace, meant);
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
  throw new BecauseError('bad-input', vscode.l10n.t('No line is selected.'), {
    next: vscode.l10n.t('Put the cursor on a line, then try again.'),
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
    title: vscode.l10n.t('Why This Commit?'),
    placeHolder: vscode.l10n.t('Which commit?'),
    matchOnDescription: true,
  });
  return picked && { commit: picked.value, folder: place.folder.root.toString() };
}

/** What is asked about, and where the answer is shown. */
interface WhyAsked {
  readonly place: WorkPlace;
  readonly where: vscode.Location;
  readonly named: Named;
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
    const title = vscode.l10n.t('Why {0}:{1}?', fileName(uri), line + 1);
    const where = new vscode.Location(uri, new vscode.Position(line, 0));
    const asked = { place, where, named: { title, path: pathIn(folder, uri) } };
    return this.#answer(asked, isShown, explainLine, { file: fileAsked(this.#workspace, place), line: line + 1 });
  }

  /** Explains a commit, at the cursor of the editor in front; gives what `line` gives. */
  async commit({ commit, folder: address }: CommitRequest, isShown: boolean): Promise<Steps> {
    const editor = vscode.window.activeTextEditor;
    const folder = folderMeant(this.#workspace, { address });
    const place = workPlace(this.#workspace, folder);
    const where = editor
      ? new vscode.Location(editor.document.uri, editor.selection.active)
      : new vscode.Location(folder.uriOf({ path: 'because.yml' }), new vscode.Position(0, 0));
    const asked = { place, where, named: { title: vscode.l10n.t('Why {0}?', shortHash(commit)) } };
    return this.#answer(asked, isShown, explainCommit, { commit, file: fileAsked(this.#workspace, place) });
  }

  dispose(): void {
    this.#latest?.abort();
    this.#peek.dispose();
  }

  async #answer<Input>(
    asked: WhyAsked,
    isShown: boolean,
    question: Question<Input, Told>,
    input: NoInfer<Input>,
  ): Promise<Steps> {
    const { because } = asked.place.folder;
    if (!isShown) return (await because.ask(question, input)).steps;
    return this.#explained(asked, (signal) => because.stages(question, input, { signal }));
  }

  /** What is known soon is shown, and the rest in its place. A newer question ends an older one; so does putting it away. */
  async #explained(asked: WhyAsked, ask: (signal: AbortSignal) => AsyncGenerator<Told>) {
    this.#latest?.abort();
    const controller = new AbortController();
    this.#latest = controller;
    const title = vscode.l10n.t('Asking git…');
    let known: Shown | undefined;
    const onDidClose = () => controller.abort();
    try {
      const last = await withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
        lastOf(ask(controller.signal), async (told) => {
          known = await this.#show(asked, told, { known, onDidClose });
        }),
      );
      return last && (await this.#tell(asked, last, known));
    } catch (error) {
      if (controller.signal.aborted) return undefined;
      throw error;
    }
  }

  async #tell(asked: WhyAsked, last: Told, known: Shown | undefined): Promise<readonly string[] | undefined> {
    const { steps, unexplained } = last;
    // Whoever asked need not wait for the message to be put away.
    if (unexplained) run(() => offerToLink(asked.place, unexplained));
    if (!unexplained || known) await this.#show(asked, last, { known });
    return unexplained ? undefined : steps.map(({ name }) => name);
  }

  #show({ place, where, named }: WhyAsked, { steps }: Told, options: ShowOptions): Promise<Shown> {
    return this.#peek.show(place.folder, where, named, steps, options);
  }
}

/** Shows a commit as the git extension does. */
async function openCommit(workspace: Workspace, { commit, folder }: CommitRequest): Promise<void> {
  const place = workPlace(workspace, folderMeant(workspace, { address: folder }));
  const root = workspace.git.rootOf(place.uri);
  const git = gitAt(workspace, place);
  const { hash } = await commitOf(git, commit);
  await vscode.commands.executeCommand('git.viewCommit', root, hash);
}
