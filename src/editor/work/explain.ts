/** `Why Does This Line Exist?` and `Why This Commit?`: from code through git to the customer, as a peek. */

import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { pullRequestPage } from '../../core/hosts/pages.ts';
import {
  type CommitRequest,
  commitRequest,
  explainCommitRequest,
  explainLineRequest,
} from '../../core/outline/requests.ts';
import { type ChainStep, chainOf, leadsOn } from '../../core/why/chain.ts';
import { shortHash } from '../../core/work/commitText.ts';
import type { LineOrigin } from '../../core/work/facts.ts';
import { commit as commitOf } from '../../git/commits.ts';
import { type OriginKey, Origins } from '../../git/lineOrigin.ts';
import { type Answer, explainCommit } from '../../questions/explainCommit.ts';
import { explainLine } from '../../questions/explainLine.ts';
import type { ApiStep } from '../api/apiTypes.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Feature } from '../commands/feature.ts';
import { withProgress } from '../door/messages.ts';
import { showQuickPick } from '../door/picks.ts';
import { pathIn } from '../lines/paths.ts';
import { lineNumberOf } from '../lines/seenLine.ts';
import { run } from '../workspace/report.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { stepData } from './answerData.ts';
import { commitsOf } from './choices.ts';
import { lastOf } from './inStages.ts';
import { offerToLink } from './offerLink.ts';
import { type Named, Peek, type Shown, type ShowOptions } from './peek.ts';
import {
  askedOf,
  commitClicked,
  fileName,
  folderAt,
  folderNamed,
  gitAt,
  linkedPath,
  nameInGit,
  type Place,
  placeOf,
} from './place.ts';

export const explaining: Feature = (workspace) => {
  const explainer = new Explainer(workspace);
  return vscode.Disposable.from(
    explainer,
    gestureCommand('because.explainLine', explainLineRequest, (input, source) =>
      explainer.line(input ? at(input) : clicked(source), input?.show ?? true),
    ),
    gestureCommand('because.explainCommit', explainCommitRequest, async (input, source) => {
      const meant = input ?? (await commitMeant(workspace, source));
      return meant && explainer.commit(meant, meant.show ?? true);
    }),
    gestureCommand('because.openCommit', commitRequest, async (input, source) => {
      const meant = input ?? (await commitMeant(workspace, source));
      return meant && openCommit(workspace, meant);
    }),
  );
};

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
  throw new BecauseError('bad-input', vscode.l10n.t('No line is meant.'), {
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
  const place = placeOf(workspace, folderAt(workspace));
  const choices = commitsOf(gitAt(workspace, place), place.uri);
  const picked = await showQuickPick(choices, {
    title: vscode.l10n.t('Why This Commit?'),
    placeHolder: vscode.l10n.t('Which commit?'),
    matchOnDescription: true,
  });
  return picked && { commit: picked.value, folder: place.folder.root.toString() };
}

/** What is asked about, and where the answer is shown. */
interface Way {
  readonly place: Place;
  readonly where: vscode.Location;
  readonly named: Named;
}

/** The names of the steps that were shown, or the steps; undefined where nothing was shown. */
type Told = readonly string[] | readonly ApiStep[] | undefined;

class Explainer implements vscode.Disposable {
  readonly #workspace: Workspace;
  readonly #origins = new Origins();
  readonly #peek = new Peek();
  #latest: AbortController | undefined;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Explains a line of a file. Gives the steps' names to the caller, for code that asks, or all of them where it shows none. */
  line({ uri, line }: Spot, isShown: boolean): Promise<Told> {
    const folder = folderAt(this.#workspace, uri);
    const place = placeOf(this.#workspace, folder, uri);
    const title = vscode.l10n.t('Why {0}:{1}?', fileName(uri), line + 1);
    const where = new vscode.Location(uri, new vscode.Position(line, 0));
    const way = { place, where, named: { title, path: pathIn(folder, uri) } };
    return this.#answer(way, isShown, (signal) => this.#ofLine(place, line, signal));
  }

  /** Explains a commit, at the cursor of the editor in front; gives what `line` gives. */
  commit({ commit: hash, folder: address }: CommitRequest, isShown: boolean): Promise<Told> {
    const editor = vscode.window.activeTextEditor;
    const folder = folderNamed(this.#workspace, address);
    const place = placeOf(this.#workspace, folder);
    const where = editor
      ? new vscode.Location(editor.document.uri, editor.selection.active)
      : new vscode.Location(folder.uriOf({ path: 'because.yml' }), new vscode.Position(0, 0));
    const way = { place, where, named: { title: vscode.l10n.t('Why {0}?', shortHash(hash)) } };
    return this.#answer(way, isShown, (signal) => this.#ofCommit(place, hash, signal));
  }

  async #answer(way: Way, isShown: boolean, ask: (signal?: AbortSignal) => AsyncGenerator<Answer>): Promise<Told> {
    if (isShown) return this.#explained(way, ask);
    const last = await lastOf(ask());
    return last && this.#stepsOf(way.place, last).map(stepData);
  }

  dispose(): void {
    this.#latest?.abort();
    this.#peek.dispose();
  }

  async *#ofLine(place: Place, line: number, signal?: AbortSignal): AsyncGenerator<Answer> {
    const { folder, uri, branch } = place;
    const git = gitAt(this.#workspace, place);
    await folder.because.ready();
    const head = this.#workspace.git.commitOf(uri);
    // Before the first commit there is nothing to ask git about.
    const isUnborn = head === undefined && branch !== undefined;
    const origin: LineOrigin = isUnborn
      ? { kind: 'uncommitted' }
      : await this.#origins.of(git, {
          path: nameInGit(uri),
          line: line + 1,
          head: head ?? '',
          ...(await contentOf(uri)),
          signal,
        });
    yield* explainLine(askedOf(place, git, signal), origin, linkedPath(folder, uri));
  }

  async *#ofCommit(place: Place, hash: string, signal?: AbortSignal): AsyncGenerator<Answer> {
    const git = gitAt(this.#workspace, place);
    await place.folder.because.ready();
    yield await explainCommit(askedOf(place, git, signal), hash);
  }

  /** What is known soon is shown, and the rest in its place. A newer question ends an older one; so does putting it away. */
  async #explained(way: Way, ask: (signal: AbortSignal) => AsyncGenerator<Answer>) {
    this.#latest?.abort();
    const controller = new AbortController();
    this.#latest = controller;
    const title = vscode.l10n.t('Asking git…');
    let known: Shown | undefined;
    const onDidClose = () => controller.abort();
    try {
      const last = await withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
        lastOf(ask(controller.signal), async (answer) => {
          known = await this.#show(way, answer, { known, onDidClose });
        }),
      );
      return last && (await this.#tell(way, last, known));
    } catch (error) {
      if (controller.signal.aborted) return undefined;
      throw error;
    }
  }

  async #tell(way: Way, last: Answer, known: Shown | undefined): Promise<readonly string[] | undefined> {
    const leads = leadsOn(last.beginning, last.why);
    // Whoever asked need not wait for the message to be put away.
    if (!leads) run(() => offerToLink(way.place, last));
    if (leads || known) await this.#show(way, last, { known });
    return leads ? this.#stepsOf(way.place, last).map(({ name }) => name) : undefined;
  }

  #show({ place, where, named }: Way, answer: Answer, options: ShowOptions): Promise<Shown> {
    return this.#peek.show(place.folder, where, named, this.#stepsOf(place, answer), options);
  }

  #stepsOf({ folder, uri }: Place, { beginning, why }: Answer): readonly ChainStep[] {
    const [remote] = this.#workspace.git.remotesOf(uri);
    return chainOf(folder.library, beginning, why, (number) => remote && pullRequestPage(remote, number));
  }
}

/** What git is to blame: the text as it is in the editor, where the disk does not hold that; and what changes with it. */
async function contentOf(uri: vscode.Uri): Promise<Pick<OriginKey, 'contents' | 'version'>> {
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  const file = await Promise.resolve(vscode.workspace.fs.stat(uri)).catch(() => undefined);
  if (file && !document?.isDirty) return { version: `${file.mtime} ${file.size}` };
  if (!document) {
    throw new BecauseError('not-found', vscode.l10n.t('{0} is not there any more.', fileName(uri)), {
      next: vscode.l10n.t('Open its older version from the timeline or from a commit.'),
    });
  }
  // Byte for byte as it would be saved: git compares bytes, and a lost byte order mark is a changed line.
  return { contents: await vscode.workspace.encode(document.getText(), { encoding: document.encoding }) };
}

/** Shows a commit as the git extension does. */
async function openCommit(workspace: Workspace, { commit, folder }: CommitRequest): Promise<void> {
  const place = placeOf(workspace, folderNamed(workspace, folder));
  const root = workspace.git.rootOf(place.uri);
  const git = gitAt(workspace, place);
  const { hash } = await commitOf(git, commit);
  await vscode.commands.executeCommand('git.viewCommit', root, hash);
}
