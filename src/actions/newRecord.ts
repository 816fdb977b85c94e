/** A new record of any kind, checked against what its kind says. */
import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { mintId } from '../core/base/ids.ts';
import { field, filled, words } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { fieldsOf, type Initiative, type KindName, kindNames, kindOf, kinds } from '../core/kinds/all.ts';
import { commonFields } from '../core/records/kind.ts';
import { nearest } from '../core/wording/nearest.ts';
import { action, written } from './action.ts';
import { initiativeNow } from './named.ts';
import { problemSaid } from './saidProblem.ts';

/** Made by the product, never given. */
const GIVEN_ELSEWHERE = new Set(['id', 'title', 'record', 'created']);

export const newRecord = action({
  name: 'newRecord',
  title: () => t('New Record'),
  input: z
    .object({
      kind: field(z.enum(kindNames as [KindName, ...KindName[]]), () => t('What kind of record?')),
      id: z.optional(
        field(filled, () => t('A readable id that other records use to refer to it. Without it, one is generated.')),
      ),
      title: z.optional(field(words, commonFields.title.help)),
      fields: z.optional(field(z.record(z.string(), z.unknown()), () => t('The fields of the record, by name.'))),
      body: z.optional(field(z.string(), () => t('The text of the record, as Markdown.'))),
      for: z.optional(field(filled, () => t('The initiative to connect it to.'), { unasked: true })),
      newProblem: z.optional(
        field(words, () => t('The problem the initiative solves, in one sentence, if no record has it yet.'), {
          unasked: true,
        }),
      ),
    })
    .check(({ value: { kind, fields = {}, newProblem }, issues }) => {
      if (isPersonal(kind)) {
        const message = t('A record of kind “{0}” is created by a command of its own.', kind);
        issues.push({ code: 'custom', path: ['kind'], message, input: kind });
      }
      if (newProblem !== undefined && kind !== 'initiative') {
        const message = t('Only an initiative can be created with a new problem.');
        issues.push({ code: 'custom', path: ['newProblem'], message, input: newProblem });
      }
      for (const name of neededFields(kind)) {
        if (fields[name] !== undefined) continue;
        issues.push({ code: 'custom', path: ['fields', name], message: t('{0} is missing.', name), input: undefined });
      }
    }),
  signs: () => true,
  async run(because, { kind, id, title, fields = {}, body = '', for: served, newProblem }) {
    const wrong = wrongFields(kind, fields);
    if (wrong.length > 0) throw new BecauseError('bad-input', wrong.join(' '));
    const initiative = served === undefined ? undefined : await initiativeNow(because, served);
    const problem = newProblem === undefined ? undefined : problemSaid(because.library, newProblem);
    const tied = initiative ? tiesTo(initiative, kind, id) : undefined;
    const all = problem ? { ...fields, problem: [...listOf(fields.problem), problem.id] } : fields;
    const made = { create: kind, id: tied?.id ?? id, title, fields: { ...all, ...tied?.fields }, body };
    return written(because, [made, ...(problem ? [problem] : []), ...(tied?.edits ?? [])]);
  },
});

/** How a record and the initiative it is made for come to name each other. Throws `bad-input` where neither can. */
function tiesTo(initiative: Initiative, kind: KindName, id = mintId(kinds[kind].prefix)) {
  if (fieldsOf(kind).initiative?.refers?.includes('initiative')) return { id, fields: { initiative: initiative.id } };
  const [name] = Object.entries(fieldsOf('initiative')).find(([, { refers }]) => refers?.includes(kind)) ?? [];
  if (name === undefined)
    throw new BecauseError('bad-input', t('A record of kind “{0}” cannot be connected to an initiative.', kind));
  const named = listOf((initiative.values as { readonly [field: string]: unknown })[name]);
  return { id, fields: {}, edits: [{ edit: initiative, fields: [[[name], [...named, id]]] }] } as const;
}

const listOf = (value: unknown): readonly unknown[] => (value === undefined ? [] : [value].flat());

/** One person has one file for each thing it is about, and the action for it finds that file. */
const isPersonal = (kind: KindName): boolean => kindOf(kind)?.personal !== undefined;

/** The fields a record of the kind cannot be without, but for its author, who is known. */
export function neededFields(kind: KindName): string[] {
  return Object.entries(fieldsOf(kind)).flatMap(([name, one]) =>
    one.required && !one.always && name !== 'by' ? name : [],
  );
}

/** What is wrong with the fields, as sentences. */
function wrongFields(kind: KindName, given: { readonly [name: string]: unknown }): string[] {
  const known = fieldsOf(kind);
  return Object.entries(given).flatMap(([name, value]) => {
    const one = Object.hasOwn(known, name) && !GIVEN_ELSEWHERE.has(name) ? known[name] : undefined;
    if (!one) return unknownField(name, Object.keys(known));
    return value === undefined || one.read(value) !== undefined ? [] : t('{0} must be {1}.', name, one.expected());
  });
}

function unknownField(name: string, known: readonly string[]): string {
  const [meant] = nearest(name, known);
  return meant && meant !== name
    ? t('There is no field {0}. Did you mean {1}?', name, meant)
    : t('{0} cannot be given as a field.', name);
}
