/** The why block of the work at hand: its initiative, what its links chose, and the pages of its records on the host. */
import * as vscode from 'vscode';
import type { HostKind } from '../../core/hosts/all.ts';
import { filePage } from '../../core/hosts/pages.ts';
import type { Remote } from '../../core/hosts/remote.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import type { Library } from '../../core/library/library.ts';
import { type Reasons, reasonsOfBranch } from '../../core/work/links.ts';
import { type WhyBlock, whyBlock } from '../../core/work/whyBlock.ts';
import { defaultBranch } from '../../git/branches.ts';
import { filesBelow, folderInRepository } from '../../git/files.ts';
import { initiativeMeant } from '../ask/subject.ts';
import { locatedOf } from '../commands/commands.ts';
import { logError } from '../workspace/report.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';
import { folderAt, gitAt, type Place, placeOf, rootMeant } from './place.ts';

export interface BlockAtHand {
  readonly place: Place;
  readonly library: Library;
  readonly block: WhyBlock;
  /** Where it will be read; undefined without a remote. */
  readonly host: HostKind | undefined;
}

/** The place of a row, of a repository in the Source Control view, else of the file in front. Throws `no-folder`. */
export function placeMeant(workspace: Workspace, source: unknown): Place {
  const root = rootMeant(source);
  const folder = locatedOf(workspace, source)?.folder ?? folderAt(workspace, root);
  return placeOf(workspace, folder, root);
}

/**
 * The block of the initiative a menu was opened on, else of the branch's, else of one that is chosen. Undefined when the
 * person turned away.
 */
export async function blockAtHand(
  workspace: Workspace,
  source: unknown,
  title: string,
): Promise<BlockAtHand | undefined> {
  await workspace.ready();
  const located = locatedOf(workspace, source);
  const place = placeMeant(workspace, source);
  const { folder } = place;
  const { library } = folder;
  const reasons = place.branch === undefined ? undefined : reasonsOfBranch(library, place.branch, place.repos);
  const about = await initiativeMeant(workspace, {
    id: located ? undefined : reasons?.initiatives[0]?.id,
    source,
    named: folder,
    title,
    prompt: vscode.l10n.t('What is it for?'),
  });
  if (!about) return undefined;
  return { place, library, ...(await blockOf(workspace, place, about.initiative, reasons)) };
}

/** The block of the initiative the folder's branch is for, as text; undefined where it is for none. */
export async function blockOfBranch(
  workspace: Workspace,
  folder: Folder,
): Promise<{ readonly id: string; readonly title: string; readonly text: string } | undefined> {
  await folder.because.ready();
  const place = placeOf(workspace, folder, folder.root);
  const reasons = place.branch === undefined ? undefined : reasonsOfBranch(folder.library, place.branch, place.repos);
  const initiative = reasons?.initiatives[0];
  if (!initiative) return undefined;
  const { block, host } = await blockOf(workspace, place, initiative, reasons);
  return { id: initiative.id, title: initiative.title, text: whyBlock(folder.library, block, host) };
}

/** The block of an initiative; where it is the branch's, with the problems and evidence its links chose. */
async function blockOf(
  workspace: Workspace,
  place: Place,
  initiative: Initiative,
  reasons: Reasons | undefined,
): Promise<Pick<BlockAtHand, 'block' | 'host'>> {
  const [remote] = workspace.git.remotesOf(place.uri);
  const isBranchs = reasons?.initiatives.includes(initiative) ?? false;
  const pageOf = remote && (await recordPages(workspace, place, remote));
  return {
    host: remote?.kind,
    block: {
      initiative,
      ...(isBranchs && reasons?.problems.length && { problems: reasons.problems }),
      ...(isBranchs && reasons?.evidence.length && { evidence: reasons.evidence }),
      ...(pageOf && { pageOf }),
    },
  };
}

/**
 * The pages of the records that the default branch has on the host: those links go on working when the branch is merged
 * and gone. A record that is not there yet has no page. Undefined where git does not tell.
 */
async function recordPages(
  workspace: Workspace,
  { folder }: Place,
  remote: Remote,
): Promise<((path: string) => string | undefined) | undefined> {
  try {
    const git = gitAt(workspace, { uri: folder.root });
    const [main, prefix] = await Promise.all([defaultBranch(git), folderInRepository(git)]);
    if (!main) return undefined;
    const below = folder.context.path.slice(folder.root.path.length + 1);
    const there = await filesBelow(git, main.ref, below);
    return (path) => {
      const file = `${below}/${path}`;
      return there.has(file) ? filePage(remote, { branch: main.name }, `${prefix}${file}`) : undefined;
    };
  } catch (error) {
    // A description without links says all it has to say.
    logError(error);
    return undefined;
  }
}
