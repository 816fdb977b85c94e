/** `Why Does This Line Exist?` and `Why This Commit?`: from code through git to the customer, as a peek. */
import * as vscode from 'vscode';
import { BecauseError } from '../../core/errors.ts';
import { type CommitRequest, commitRequest, explainLineRequest } from '../../core/outline/requests.ts';
import { type Beginning, chainOf } from '../../core/work/chain.ts';
import { shortHash } from '../../core/work/commitText.ts';
import type { Commit, LineOrigin } from '../../core/work/facts.ts';
import { pullRequestPage } from '../../core/work/hostPages.ts';
import { type Why, whyOf, whyOnBranch } from '../../core/work/why.ts';
import { defaultBranch, isAncestor } from '../../store/git/branches.ts';
import { commit as commitOf } from '../../store/git/commits.ts';
import { mergesOf, type OriginKey, Origins } from '../../store/git/lineOrigin.ts';
import type { GitFolder } from '../../store/git/program.ts';
import { gestureCommand } from '../commands.ts';
import type { Feature } from '../feature.ts';
import { run } from '../report.ts';
import { lineNumberOf } from '../risks/flag.ts';
import { pathIn } from '../risks/moves.ts';
import type { Workspace } from '../workspace.ts';
import { commitsOf } from './choices.ts';
import { offerToLink } from './offerLink.ts';
import { type Named, Peek } from './peek.ts';
import { commitClicked, fileName, folderAt, folderNamed, gitAt, type Place, placeOf } from './place.ts';

export const explaining: Feature = (workspace) => {
  const explainer = new Explainer(workspace);
  return vscode.Disposable.from(
    explainer,
    gestureCommand('because.explainLine', explainLineRequest, (input, source) =>
      explainer.line(input ? at(input) : clicked(source)),
    ),
    gestureCommand('because.explainCommit', commitRequest, async (input, source) => {
      const meant = input ?? (await commitMeant(workspace, source));
      return meant && explainer.commit(meant);
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
  const picked = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Why This Commit?'),
    placeHolder: vscode.l10n.t('Which commit?'),
    matchOnDescription: true,
  });
  return picked && { commit: picked.value, folder: place.folder.root.toString() };
}

/** Where a way begins, and why. */
interface Found {
  readonly beginning: Beginning;
  readonly why: Why;
}

class Explainer implements vscode.Disposable {
  readonly #workspace: Workspace;
  readonly #origins = new Origins();
  readonly #peek = new Peek();
  #latest: AbortController | undefined;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Explains a line of a file. Gives the steps' names to the caller, for code that asks. */
  async line({ uri, line }: Spot): Promise<readonly string[] | undefined> {
    const folder = folderAt(this.#workspace, uri);
    const place = placeOf(this.#workspace, folder, uri);
    const git = gitAt(this.#workspace, place);
    const found = await this.#working(async (signal) => {
      await folder.because.ready();
      const head = this.#workspace.git.commitOf(uri);
      // Before the first commit there is nothing to ask git about.
      const isUnborn = head === undefined && place.branch !== undefined;
      const origin: LineOrigin = isUnborn
        ? { kind: 'uncommitted' }
        : await this.#origins.of(git, {
            path: fileName(uri),
            line: line + 1,
            head: head ?? '',
            ...(await contentOf(uri)),
            signal,
          });
      if (origin.kind === 'uncommitted') {
        const why = whyOnBranch(folder.library, place.branch, place.repos);
        return { beginning: { branch: place.branch }, why };
      }
      const { commit, merges, isCutOff } = origin;
      const why = await this.#whyOf(place, git, { commit, merges, path: pathIn(folder, uri) }, signal);
      return { beginning: { commit, merges, isCutOff }, why };
    });
    const title = vscode.l10n.t('Why {0}:{1}?', fileName(uri), line + 1);
    const named = { title, path: pathIn(folder, uri) };
    return found && this.#tell(place, new vscode.Location(uri, new vscode.Position(line, 0)), named, found);
  }

  /** Explains a commit, at the cursor of the editor in front. */
  async commit({ commit: hash, folder: address }: CommitRequest): Promise<readonly string[] | undefined> {
    const editor = vscode.window.activeTextEditor;
    const folder = folderNamed(this.#workspace, address);
    const place = placeOf(this.#workspace, folder);
    const git = gitAt(this.#workspace, place);
    const found = await this.#working(async (signal) => {
      await folder.because.ready();
      const [commit, merges] = await Promise.all([commitOf(git, hash), mergesOf(git, hash, 'HEAD', signal)]);
      return { beginning: { commit, merges }, why: await this.#whyOf(place, git, { commit, merges }, signal) };
    });
    const where = editor
      ? new vscode.Location(editor.document.uri, editor.selection.active)
      : new vscode.Location(folder.uriOf({ path: 'because.yml' }), new vscode.Position(0, 0));
    return found && this.#tell(place, where, { title: vscode.l10n.t('Why {0}?', shortHash(hash)) }, found);
  }

  dispose(): void {
    this.#latest?.abort();
    this.#peek.dispose();
  }

  /** A commit that is on the checked-out branch alone is that branch's work, where nothing else tells. */
  async #whyOf(
    place: Place,
    git: GitFolder,
    known: { commit: Commit; merges: readonly Commit[]; path?: string | undefined },
    signal: AbortSignal,
  ): Promise<Why> {
    const { library } = place.folder;
    const circumstances = { ...known, repos: place.repos };
    const why = whyOf(library, { ...circumstances, path: undefined });
    if (why.via || place.branch === undefined) return why.via ? why : whyOf(library, circumstances);
    const main = await defaultBranch(git);
    const isMerged =
      main?.name === place.branch ||
      (main !== undefined && (await isAncestor(git, known.commit.hash, main.ref, signal)));
    return whyOf(library, isMerged ? circumstances : { ...circumstances, branch: place.branch });
  }

  /** Shows that git is at work; a newer question ends an older one. */
  async #working(work: (signal: AbortSignal) => Promise<Found>): Promise<Found | undefined> {
    this.#latest?.abort();
    const controller = new AbortController();
    this.#latest = controller;
    const title = vscode.l10n.t('Asking git…');
    try {
      return await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
        work(controller.signal),
      );
    } catch (error) {
      if (controller.signal.aborted) return undefined;
      throw error;
    }
  }

  async #tell(
    place: Place,
    at: vscode.Location,
    named: Named,
    { beginning, why }: Found,
  ): Promise<readonly string[] | undefined> {
    if (why.via === undefined) {
      // Whoever asked need not wait for the message to be put away.
      run(() => offerToLink(place, beginning));
      return undefined;
    }
    const [remote] = this.#workspace.git.remotesOf(place.uri);
    const steps = chainOf(place.folder.library, beginning, why, (number) => remote && pullRequestPage(remote, number));
    await this.#peek.show(place.folder, at, named, steps);
    return steps.map(({ name }) => name);
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
