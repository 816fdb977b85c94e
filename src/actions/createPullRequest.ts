/** A pull request on its host, linked to what it is for. */
import * as z from 'zod/mini';
import { apiOf, createPullRequest as create } from '../connectors/github.ts';
import { BecauseError } from '../core/base/errors.ts';
import { filled, words } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { branchMarks } from '../git/marks.ts';
import { checkedOut, fileAt, gitAt, gitPort, hostsOf } from '../git/port.ts';
import { push } from '../git/push.ts';
import { action } from './action.ts';
import { linkPullRequest } from './linkWork.ts';

/** A file or folder in the repository, where that is not the one of the records. */
const file = z.optional(filled);

/** Takes the branch to its host, which can merge only what it has. */
export const pushBranch = action({
  name: 'pushBranch',
  title: () => t('Push'),
  input: z.object({ remote: filled, branch: filled, source: filled, isNew: z.boolean(), file }),
  async run(because, { file: at = '.', ...what }) {
    const port = gitPort(because);
    await push(gitAt(port, at), what, port.push?.bind(port, fileAt(port, at)));
    return {};
  },
});

/** What was created. */
export interface CreatedPullRequest {
  readonly url: string;
  readonly number: number;
  /** Why it could not be linked: it is there now, and creating it again would be wrong. */
  readonly notLinked?: unknown;
}

/** Undefined where it was called off, when it may have been created all the same. */
export const createPullRequest = action({
  name: 'createPullRequest',
  title: () => t('Create Pull Request'),
  input: z.object({
    initiative: filled,
    problem: z.optional(z.array(filled)),
    evidence: z.optional(z.array(filled)),
    title: words,
    body: z.string(),
    /** The branch to merge, by its name on the host; `forkOwner` where it is on somebody's fork. */
    source: filled,
    forkOwner: z.optional(filled),
    /** The branch to merge into. */
    target: filled,
    /** Of an account on the host; it goes nowhere else. */
    token: z.string(),
    /** The root of the host's API, where it is another than the host's name tells. */
    api: z.optional(filled),
    /** Milliseconds the host may take to answer. */
    timeout: z.optional(z.number()),
    file,
  }),
  signs: () => true,
  async run(because, input, { signal } = {}): Promise<CreatedPullRequest | undefined> {
    const {
      initiative,
      problem = [],
      evidence = [],
      title,
      body,
      source,
      forkOwner,
      target: base,
      file: at = '.',
    } = input;
    const port = gitPort(because);
    const [remote] = hostsOf(await checkedOut(port, at, signal));
    if (!remote) throw new BecauseError('not-found', t('This repository has no remote on a host.'));
    const marks = await branchMarks(because, at);
    const { host, owner, name, repo } = remote;
    const { token, api = apiOf(host), timeout } = input;
    const head = forkOwner === undefined ? source : `${forkOwner}:${source}`;
    const created = await create({ api, token, owner, name, title, body, head, base, signal, timeout });
    if (!created) return undefined;
    const { url: pr, number } = created;
    try {
      await linkPullRequest.run(because, {
        pr,
        number,
        ...marks,
        heads: marks.heads && [...marks.heads],
        repo,
        initiative,
        problem,
        evidence,
      });
      return created;
    } catch (notLinked) {
      return { ...created, notLinked };
    }
  },
});
