/** Linking a branch, commit, pull request or file to what it is for, and taking a link back. */
import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { mintId, slug } from '../core/base/ids.ts';
import { field, filled, trimmed } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { readPullRequest } from '../core/hosts/pages.ts';
import { type KindName, kinds, type Link } from '../core/kinds/all.ts';
import { fileInput, recordInput } from '../core/library/inputs.ts';
import type { Field } from '../core/records/field.ts';
import { commonFields } from '../core/records/kind.ts';
import { isHash, linksTo, normalized, type Target, type Work, workOf } from '../core/work/links.ts';
import { commitMarks, requestMarks } from '../git/marks.ts';
import { action, written } from './action.ts';
import { addedTo } from './changes.ts';
import { refuseOutside } from './flagRisk.ts';
import { initiativeNamed, recordOfKind } from './named.ts';

const { fields } = kinds.link;

/** One id or several. */
const ids = ({ help }: Pick<Field, 'help'>) => z.optional(field(z.union([filled, z.array(filled)]), help));

const hash = filled.check(z.refine(isHash, 'must be the hash of a commit'));

const patch = z.optional(field(filled.check(z.refine(isHash, 'must be a patch id')), fields.patch.help));

/** What every link says besides what it is about: at least one thing it is for. */
const why = {
  initiative: ids(fields.initiative),
  problem: ids(fields.problem),
  evidence: ids(fields.evidence),
  repo: z.optional(field(filled, fields.repo.help, { unasked: true })),
  title: z.optional(field(trimmed, commonFields.title.help, { unasked: true })),
};

type NamedWhy = z.infer<z.ZodMiniObject<typeof why>>;

/** The record that says it, and whether the link was there before. */
export interface Linked {
  readonly id: string;
  readonly path: string;
  readonly isNew: boolean;
}

export const linkBranch = action({
  name: 'linkBranch',
  title: () => t('Link Branch'),
  input: withWhy(z.object({ ...why, branch: field(filled, fields.branch.help) })),
  signs: () => true,
  run: (because, { branch, ...given }) => link(because, 'branch', branch, given),
});

export const linkCommit = action({
  name: 'linkCommit',
  title: () => t('Link Commit'),
  input: withWhy(
    z.object({
      ...why,
      commit: field(hash, () => t('The hash of the commit, or at least its first seven digits.')),
      patch,
      file: fileInput,
    }),
  ),
  signs: () => true,
  run: async (because, { commit, patch: id, file, ...given }) => {
    const marks = id === undefined ? await commitMarks(because, commit, file) : { patch: id };
    return link(because, 'commit', commit, given, { ...marks });
  },
});

export const linkPullRequest = action({
  name: 'linkPullRequest',
  title: () => t('Link Pull Request'),
  input: withWhy(
    z.object({
      ...why,
      pr: field(
        z.string().check(z.trim(), z.regex(/^https?:\/\/\S+$/i, 'must be the address of a pull request')),
        fields.pr.help,
      ),
      number: z.optional(field(z.int().check(z.gte(1)), fields.number.help)),
      heads: z.optional(field(z.array(hash), fields.heads.help)),
      patch,
      file: fileInput,
    }),
  ),
  signs: () => true,
  async run(because, { pr, number = readPullRequest(pr)?.number, patch: id, file, ...given }) {
    const { heads: known, ...rest } = given;
    const { heads } = known ? { heads: known } : await requestMarks(because, number, file);
    return link(because, 'pr', pr, rest, { number, heads: heads?.length === 1 ? heads[0] : heads, patch: id });
  },
});

export const linkFile = action({
  name: 'linkFile',
  title: () => t('Link File'),
  input: withWhy(z.object({ ...why, path: field(filled, fields.path.help) })),
  signs: () => true,
  async run(because, { path, ...given }) {
    refuseOutside({ path });
    return link(because, 'path', path, given);
  },
});

/** Takes a link back. Nothing is deleted: the record is kept, and hidden. */
export const unlink = action({
  name: 'unlink',
  title: () => t('Unlink'),
  input: z.object({
    link: recordInput('link', () => t('Which link do you want to remove? Its file stays, archived.'), {
      fits: (link) => workOf(link) !== undefined,
      none: () => t('Nothing is linked yet.'),
    }),
  }),
  async run(because, { link: id }) {
    const record = await recordOfKind(because, 'link', id);
    return written(because, [{ edit: record, fields: [[['archived'], true]] }]);
  },
});

/** A link that is for nothing would only be a bookmark. */
function withWhy<Input extends NamedWhy>(schema: z.ZodMiniType<Input>): z.ZodMiniType<Input> {
  return schema.check(({ value: { initiative, problem, evidence }, issues }) => {
    if ([initiative, problem, evidence].some((each) => each?.length)) return;
    const message = t('A link needs an initiative, a problem or a piece of evidence.');
    issues.push({ code: 'custom', path: ['initiative'], message, input: initiative });
  });
}

const listOf = (given: string | readonly string[] | undefined): readonly string[] => [...new Set([given ?? []].flat())];

/** By what the work is found again when its name is another: nothing that is asked for. */
type Marks = { readonly [name: string]: string | number | readonly string[] | undefined };

/**
 * Writes the link into a record of its own; what it adds to a link this person made before goes into that one. Throws
 * `not-found` for ids nobody has. What was linked already is not written again.
 */
async function link(
  because: Because,
  target: Target,
  name: string,
  given: NamedWhy,
  marks: Marks = {},
): Promise<Linked> {
  const whys = await namedRecords(because, given);
  const work: Work = { target, name: normalized(target, name), ...(given.repo && { repos: [given.repo] }) };
  const there = linksTo(because.library, work);
  const known = there.find((each) => isAll(each, whys));
  if (known) return { id: known.id, path: known.path, isNew: false };
  const me = await because.me();
  const mine = there.find(({ values, broken, readOnly }) => values.by === me && !broken && !readOnly);
  if (mine) {
    const more = [
      ...Object.entries(marks).flatMap(([field, value]) => (value === undefined ? [] : [[[field], value] as const])),
      ...whys.flatMap(([field, all]) => addedTo(mine, field, all)),
    ];
    return { ...(await written(because, [{ edit: mine, fields: more }])), isNew: true };
  }
  const fields = Object.fromEntries(whys.map(([field, all]) => [field, all.length === 1 ? all[0] : all]));
  const id = mintId(kinds.link.prefix);
  const [{ path }] = await because.write([
    {
      create: 'link',
      id,
      title: given.title,
      file: `${fileName(target, work.name)}.${id}`,
      fields: { [target]: work.name, repo: given.repo, ...marks, ...fields },
    },
  ]);
  return { id, path, isNew: true };
}

type NamedRecords = readonly (readonly [field: 'initiative' | 'problem' | 'evidence', ids: readonly string[]])[];

/** The records it is for, by their ids: an issue key stands for its initiative. */
async function namedRecords(because: Because, { initiative, problem, evidence }: NamedWhy): Promise<NamedRecords> {
  const idOf = (kind: KindName) => async (id: string) => (await recordOfKind(because, kind, id)).id;
  const all = [
    ['initiative', await Promise.all(listOf(initiative).map(async (key) => (await initiativeNamed(because, key)).id))],
    ['problem', await Promise.all(listOf(problem).map(idOf('problem')))],
    ['evidence', await Promise.all(listOf(evidence).map(idOf('evidence')))],
  ] as const;
  return all.filter(([, named]) => named.length > 0);
}

/** What the file of a link is called, so that a list of files says what is linked. */
function fileName(target: Target, name: string): string {
  if (target === 'commit') return `commit-${name.slice(0, 12)}`;
  const end = target === 'pr' ? `pr ${name.split('/').at(-1) ?? ''}` : name;
  return slug(end) || target;
}

/** Whether a link names all of it already. */
function isAll({ values }: Link, whys: NamedRecords): boolean {
  return whys.every(([field, named]) => named.every((id) => values[field]?.includes(id)));
}
