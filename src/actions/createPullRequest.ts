/** A pull request on its host, linked to what it is for. */
import * as z from 'zod/mini';
import { apiOf, openPullRequest as create } from '../connectors/github.ts';
import { BecauseError } from '../core/base/errors.ts';
import { field, filled, words } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { link } from '../core/kinds/link.ts';
import { fileInput, recordInput } from '../core/library/inputs.ts';
import { branchMarks } from '../git/marks.ts';
import { checkedOut, fileAt, gitAt, gitPort, hostsOf } from '../git/port.ts';
import { push } from '../git/push.ts';
import { action } from './action.ts';
import { linkPullRequest } from './linkWork.ts';

const sourceHelp = () => t('The branch to merge, by its name on the host.');

/** Takes the branch to its host, which can merge only what it has. */
export const pushBranch = action({
  name: 'pushBranch',
  title: () => t('Push'),
  input: z.object({
    remote: field(filled, () => t('The name of the remote in git, such as origin.')),
    branch: field(filled, () => t('The branch to push.')),
    source: field(filled, sourceHelp),
    isNew: field(z.boolean(), () => t('True if the host does not have the branch yet.')),
    file: fileInput,
  }),
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
    initiative: recordInput('initiative', link.fields.initiative.help),
    problem: z.optional(field(z.array(filled), link.fields.problem.help)),
    evidence: z.optional(field(z.array(filled), link.fields.evidence.help)),
    title: field(words, () => t('The title of the pull request.')),
    body: field(z.string(), () => t('Its description, as Markdown.')),
    source: field(filled, sourceHelp),
    forkOwner: z.optional(field(filled, () => t('The owner of the fork, if the branch is on a fork.'))),
    target: field(filled, () => t('The branch to merge into.')),
    token: field(z.string(), () => t('The token of an account on the host. It is sent nowhere else.')),
    api: z.optional(field(filled, () => t('The address of the host’s API, if the host’s name does not say it.'))),
    timeout: z.optional(field(z.number(), () => t('How long to wait for the host, in milliseconds.'))),
    file: fileInput,
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
