/** The why of some work as a block of Markdown: its initiative, what its links chose, and the pages of its records on the host. */
import * as z from 'zod/mini';
import { field } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { filePage } from '../core/hosts/pages.ts';
import type { Remote } from '../core/hosts/remote.ts';
import { branchsInitiative, fileInput } from '../core/library/inputs.ts';
import { initiativeKnown } from '../core/library/query.ts';
import { whyOfBranch } from '../core/work/links.ts';
import { whyBlock as blockText, type WhyBlock, withWhyBlock } from '../core/work/whyBlock.ts';
import { defaultBranch } from '../git/branches.ts';
import { filesBelow, folderInRepository } from '../git/commits.ts';
import { gitAt, gitPort, hostsOf } from '../git/port.ts';
import { type Asked, question } from './question.ts';
import { known, type WorkHere, workAt } from './work.ts';

/** The block, and what it names. */
export interface BlockTold {
  /** The initiative's id. */
  readonly initiative: string;
  readonly title: string;
  /** The ids of what the branch's links chose. */
  readonly problem: readonly string[];
  readonly evidence: readonly string[];
  /** The block; with `into`, that text with the block in it. */
  readonly text: string;
}

/** `Insert Why Block`, `Copy Pull Request Description` */
export const whyBlock = question({
  name: 'whyBlock',
  title: () => t('Why Block'),
  help: () =>
    t(
      'Problem, outcome, evidence and risks as Markdown for a pull request. Nothing if the branch is not for an initiative.',
    ),
  input: z.object({
    initiative: branchsInitiative,
    file: fileInput,
    into: z.optional(
      field(z.string(), () => t('The text to insert it into: at its block or marker, or else at the end.')),
    ),
  }),
  async answer(asked, { initiative, file, into }): Promise<BlockTold | undefined> {
    // Where git does not tell: without a branch and links, a block says all it has to.
    const work = await known(() => workAt(asked, file));
    const found = await blockFor(asked, work, initiative);
    return found && blockTold(found, found.textIn(into));
  },
});

/** A block, and how it is written where it will be read. */
export interface BlockFound {
  readonly block: WhyBlock;
  textIn(text: string | undefined): string;
}

export const blockTold = ({ block }: BlockFound, text: string): BlockTold => ({
  initiative: block.initiative.id,
  title: block.initiative.title,
  problem: block.problems?.map(({ id }) => id) ?? [],
  evidence: block.evidence?.map(({ id }) => id) ?? [],
  text,
});

/** The block of the initiative named, else of the branch's; undefined where it is for none. Throws `not-found`. */
export async function blockFor(
  asked: Asked,
  work: WorkHere | undefined,
  named: string | undefined,
): Promise<BlockFound | undefined> {
  const { library } = asked;
  const why = work?.branch === undefined ? undefined : whyOfBranch(library, work.branch, work.repos);
  const initiative = named === undefined ? why?.initiatives[0] : initiativeKnown(library, named);
  if (!initiative) return undefined;
  const isBranchs = why?.initiatives.includes(initiative) ?? false;
  const [remote] = work ? hostsOf(work.checkout) : [];
  const block: WhyBlock = {
    initiative,
    ...(isBranchs && why?.problems.length && { problems: why.problems }),
    ...(isBranchs && why?.evidence.length && { evidence: why.evidence }),
    pageOf: remote && (await known(() => recordPages(asked, remote))),
  };
  return {
    block,
    textIn: (text) =>
      text === undefined ? blockText(library, block, remote?.kind) : withWhyBlock(text, library, block, remote?.kind),
  };
}

/**
 * The pages of the records that the default branch has on the host: those links go on working when the branch is merged
 * and gone. A record that is not there yet has no page. Undefined where git does not tell which branch that is.
 */
async function recordPages(asked: Asked, remote: Remote): Promise<((path: string) => string | undefined) | undefined> {
  const port = gitPort(asked);
  const git = gitAt(port, '.', asked.signal);
  const [main, prefix] = await Promise.all([defaultBranch(git), folderInRepository(git)]);
  if (!main) return undefined;
  const there = await filesBelow(git, main.ref, port.records);
  return (path) => {
    const file = `${port.records}/${path}`;
    return there.has(file) ? filePage(remote, { branch: main.name }, `${prefix}${file}`) : undefined;
  };
}
