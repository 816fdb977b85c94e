/** Writing down a persona: what is known of it, and the evidence that carries each field. */
import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { mintId, slug } from '../core/base/ids.ts';
import { field, filled, trimmed } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import type { Persona } from '../core/kinds/all.ts';
import { persona as kind, type Portrayed, portrayed } from '../core/kinds/persona.ts';
import type { Change, FieldChange } from '../core/library/change.ts';
import { recordInput, recordsInput } from '../core/library/inputs.ts';
import type { Library } from '../core/library/library.ts';
import { action, written } from './action.ts';
import { addedTo } from './changes.ts';
import { bodyWith } from './editText.ts';
import { idsNamed, recordOfKind } from './named.ts';

const { fields } = kind;
const entries = z.array(trimmed);
const carrying = () => t('The ids of the evidence behind the field; none if it is assumed.');

/** Fields that are not given stay as they are; an empty one is taken out. */
export const savePersona = action({
  name: 'savePersona',
  title: () => t('Save Persona'),
  input: z.object({
    persona: z.optional(recordInput('persona', () => t('Which persona? Without one, a new one is created.'))),
    name: z.optional(field(trimmed, fields.name.help)),
    role: z.optional(field(trimmed, fields.role.help)),
    segment: z.optional(field(trimmed, fields.segment.help)),
    goals: z.optional(field(entries, fields.goals.help)),
    frustrations: z.optional(field(entries, fields.frustrations.help)),
    tools: z.optional(field(entries, fields.tools.help)),
    jobs: z.optional(field(entries, fields.jobs.help)),
    portrait: z.optional(field(z.string(), kind.bodyHelp)),
    observed: z.optional(
      field(z.partialRecord(z.enum(portrayed), field(z.array(filled), carrying)), fields.observed.help),
    ),
    problems: z.optional(
      recordsInput('problem', () => t('The problems this persona has. Their records will list it.')),
    ),
  }),
  signs: ({ persona }) => persona === undefined,
  async run(because, { persona: id, problems = [], observed = {}, portrait, ...given }) {
    await because.ready();
    const before = id === undefined ? undefined : (await recordOfKind(because, 'persona', id)).itself;
    const carried = await carriedBy(because, observed);
    const all = { ...given, ...(portrait !== undefined && { portrait }) };
    const change = before ? edit(before, all, carried) : create(because.library, all, carried);
    const own = 'edit' in change ? change.edit.id : (change.id ?? '');
    return written(because, [change, ...(await namingProblems(because, problems, own))]);
  },
});

/** What is given of the fields. */
type Given = { readonly [N in 'name' | Portrayed]?: string | readonly string[] | undefined };

type Carried = { readonly [N in Portrayed]?: readonly string[] | undefined };

/** The evidence each field is carried by. Throws like `idsNamed`. */
async function carriedBy(because: Because, observed: Carried): Promise<Carried> {
  const checked: { [N in Portrayed]?: readonly string[] } = {};
  for (const name of portrayed) {
    const ids = observed[name];
    if (ids) checked[name] = await idsNamed(because, ids, 'evidence');
  }
  return checked;
}

const isEmpty = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && !value[0]);

function create(library: Library, { portrait = '', name, ...given }: Given, carried: Carried) {
  if (typeof name !== 'string' || name === '') {
    throw new BecauseError('bad-input', t('Enter a name for the persona.'));
  }
  const readable = slug(name);
  const isFree = readable !== '' && library.named(readable).length === 0;
  const observed = Object.fromEntries(
    Object.entries(carried).flatMap(([name, ids = []]) => (ids.length > 0 ? [[name, alone(ids)]] : [])),
  );
  const isObserved = Object.keys(observed).length > 0;
  const known = Object.fromEntries(
    Object.entries({ name, ...given }).map(([field, value]) => [field, isEmpty(value) ? undefined : listed(value)]),
  );
  return {
    create: 'persona',
    id: isFree ? readable : mintId(kind.prefix),
    fields: {
      ...known,
      basis: isObserved ? 'observed' : 'assumed',
      observed: isObserved ? observed : undefined,
    },
    body: portrait === '' ? '' : `${String(portrait).trim()}\n`,
  } as const;
}

/** One id stands without brackets, as people write it. */
const alone = (ids: readonly string[]) => (ids.length === 1 ? ids[0] : ids);

/** The entries of a list that are there. */
const listed = (value: string | readonly string[] | undefined) =>
  typeof value === 'string' ? value : value?.filter((entry) => entry !== '');

function edit(persona: Persona, { portrait, ...given }: Given, carried: Carried) {
  const changes = Object.entries(given).flatMap(([name, value]): FieldChange[] => {
    const now = listed(value);
    const before = persona.values[name as 'name' | Exclude<Portrayed, 'portrait'>];
    if (JSON.stringify(now) === JSON.stringify(before)) return [];
    return [[[name], isEmpty(now) ? undefined : now]];
  });
  return {
    edit: persona,
    fields: [...changes, ...carriedChanges(persona, carried)],
    body: portrait === undefined ? undefined : bodyWith(persona, String(portrait)),
  };
}

/** What carries the fields from now on; a persona of whom something was observed is no guess any more. */
function carriedChanges({ source, values }: Persona, carried: Carried): FieldChange[] {
  const before = values.observed ?? {};
  const changed = portrayed.filter((name) => {
    const ids = carried[name];
    return ids !== undefined && JSON.stringify(ids) !== JSON.stringify(before[name] ?? []);
  });
  if (changed.length === 0) return [];
  const after = Object.fromEntries(
    portrayed.flatMap((name) => {
      const ids = carried[name] ?? before[name];
      return ids?.length ? [[name, alone(ids)]] : [];
    }),
  );
  const isObserved = Object.keys(after).length > 0;
  const basis: FieldChange[] =
    isObserved === (values.basis === 'observed') ? [] : [[['basis'], isObserved ? 'observed' : 'assumed']];
  const isThere = source.raw.observed !== undefined && source.raw.observed !== null;
  if (!isThere || !isObserved) return [...basis, [['observed'], isObserved ? after : undefined]];
  return [...basis, ...changed.map((name): FieldChange => [['observed', name], after[name]])];
}

/** The problems that do not name the persona yet, changed so that they do. */
async function namingProblems(because: Because, ids: readonly string[], persona: string): Promise<Change[]> {
  const changes: Change[] = [];
  for (const id of new Set(ids)) {
    const problem = (await recordOfKind(because, 'problem', id)).itself;
    const added = addedTo(problem, 'personas', [persona]);
    if (added.length > 0) changes.push({ edit: problem, fields: added });
  }
  return changes;
}
