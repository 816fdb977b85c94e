/** Why a line exists: what its commit says, and where that says nothing, what the line's earlier commits say. */
import * as z from 'zod/mini';
import { field } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { codeInput } from '../core/library/inputs.ts';
import type { LineOrigin } from '../core/work/facts.ts';
import { whyOf, whyOnBranch } from '../core/work/why.ts';
import { lookBack } from '../core/work/whyText.ts';
import { type EarlierOptions, earlierOrigins } from '../git/earlierOrigins.ts';
import { contentOf, Origins } from '../git/lineOrigin.ts';
import { gitPort } from '../git/port.ts';
import { around } from './circumstances.ts';
import { whyCommitted } from './explainCommit.ts';
import { type Asked, question } from './question.ts';
import { type Answer, told } from './told.ts';
import { linkedPath, type WorkAsked, type WorkHere, workAt } from './work.ts';

/** Answers of git, which hold as long as the file and what is checked out. */
const origins = new Origins();

/** `Why Does This Line Exist?` */
export const explainLine = question({
  name: 'explainLine',
  title: () => t('Why Does This Line Exist?'),
  help: () => t('Why a line of code exists: its commit, the initiative, the problem and the evidence.'),
  input: z.object({
    file: codeInput,
    line: field(z.int().check(z.gte(1)), () => t('The number of the line, counted from 1.')),
  }),
  async *answer(asked, { file, line }) {
    const work = await workAt(asked, file);
    const origin = await originOf(asked, work, file, line);
    for await (const answer of whyOfLine(work, origin, linkedPath(asked, file))) yield told(work, answer);
  },
});

async function originOf(
  asked: Asked,
  { git, branch, checkout: { head } }: WorkHere,
  file: string,
  line: number,
): Promise<LineOrigin> {
  // Before the first commit there is nothing to ask git about.
  if (head === undefined && branch !== undefined) return { kind: 'uncommitted' };
  return origins.of(git, { line, head: head ?? '', ...(await contentOf(gitPort(asked), file)) });
}

/**
 * First what is known at once, then, where the line's commit names no reason, what is known when its earlier commits were
 * asked. `path` is the file from the workspace folder: its own links speak last. Throws as `GitFolder` does.
 */
export async function* whyOfLine(
  asked: WorkAsked,
  origin: LineOrigin,
  path: string | undefined,
  bounds: EarlierOptions = {},
): AsyncGenerator<Answer> {
  const { library, git, repos, remotes, branch } = asked;
  if (origin.kind === 'uncommitted') {
    yield { beginning: { branch }, why: whyOnBranch(library, branch, repos) };
    return;
  }
  const { commit, merges, isCutOff } = origin;
  const beginning = { commit, merges, isCutOff };
  const why = await whyCommitted(asked, { commit, merges, path });
  const isSaid = why.via !== undefined && why.via.kind !== 'file';
  if (isSaid || isCutOff || commit.parents.length === 0) {
    yield { beginning, why };
    return;
  }
  yield { beginning: { ...beginning, earlier: 'pending' }, why };
  const earlier = await lookBack(earlierOrigins(git, origin, bounds), async (before) =>
    whyOf(library, { ...(await around(library, git, before)), repos, remotes }),
  );
  yield { beginning: { ...beginning, earlier }, why };
}
