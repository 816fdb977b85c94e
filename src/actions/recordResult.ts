/** Recording a result: what was measured before and after, what a person makes of it, and that the initiative is measured. */
import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { day, field, filled, trimmed } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import type { Initiative } from '../core/kinds/all.ts';
import { result } from '../core/kinds/result.ts';
import type { Change } from '../core/library/change.ts';
import { fieldInput, recordInput } from '../core/library/inputs.ts';
import { today } from '../core/library/query.ts';
import { funnelSteps } from '../core/measure/adoption.ts';
import type { Verdict } from '../core/measure/comparison.ts';
import { action, written } from './action.ts';
import { initiativeNow } from './named.ts';

const { method, samePeople, measured, verdict, after, adoption, source } = result.fields;

const part = <S extends z.ZodMiniType>(name: string, schema: S): S =>
  field(schema, () => after.fields?.[name]?.help() ?? '');

const amount = z.optional(z.number().check(z.gte(0)));
const count = z.optional(z.int().check(z.gte(0)));

/** A value, or a count of at least one person; with the days it was measured on, where those are known. */
const side = z
  .object({
    value: part('value', z.optional(z.number())),
    hits: part('hits', count),
    of: part('of', count),
    from: part('from', z.optional(day)),
    to: part('to', z.optional(day)),
  })
  .check(
    z.refine(
      ({ value, hits, of }) =>
        (value === undefined) !== (hits === undefined) && (hits === undefined) === (of === undefined),
      {
        error: () => t('Give a value such as 20, or a count such as 40 of 100.'),
      },
    ),
    z.refine(({ hits = 0, of = 1 }) => of > 0 && hits <= of, {
      error: () => t('More were found than were counted.'),
    }),
    z.refine(({ from = '', to = from }) => from <= to, { error: () => t('This window ends before it starts.') }),
  );

/** How many people were at each step of the funnel, and how many are satisfied. */
const people = z.object(
  Object.fromEntries(
    [...funnelSteps, 'satisfied' as const].map((step) => [
      step,
      field(count, () => adoption.fields?.[step]?.help() ?? ''),
    ]),
  ),
);

/** Whether something is with its customers, so that a result can be measured. */
const isOut = ({ values: { status } }: Initiative): boolean => status === 'shipped' || status === 'measured';

export const recordResult = action({
  name: 'recordResult',
  title: () => t('Record a Result'),
  input: z.object({
    initiative: recordInput('initiative', () => t('Which initiative did you measure?'), {
      fits: isOut,
      none: () => t('Nothing is shipped yet, so there is nothing to measure.'),
    }),
    method: fieldInput(method, { help: () => t('How was it measured?') }),
    baseline: field(side, () => t('What was it before? A value such as 20, or a count such as 40 of 100.')),
    after: field(side, () => t('What is it now? A value such as 20, or a count such as 40 of 100.')),
    samePeople: z.optional(field(z.boolean(), samePeople.help)),
    verdict: fieldInput(verdict, { help: () => t('What does it say about the outcome?') }),
    reach: z.optional(field(amount, () => measured.fields?.reach?.help() ?? '')),
    impact: z.optional(field(amount, () => measured.fields?.impact?.help() ?? '')),
    effort: z.optional(field(amount, () => measured.fields?.effort?.help() ?? '')),
    adoption: z.optional(field(people, adoption.help, { unasked: true })),
    source: z.optional(
      field(
        z.object({
          file: field(filled, () => t('The name of the file.')),
          sha256: field(z.string().check(z.regex(/^[0-9a-f]{64}$/)), () =>
            t('The SHA-256 of its bytes, to recognize the same file.'),
          ),
        }),
        source.help,
        { unasked: true },
      ),
    ),
    body: z.optional(field(trimmed, () => t('What happened, in a sentence? (optional)'))),
    next: z.optional(field(trimmed, () => t('What do you do next because of it? (optional)'))),
  }),
  needsMe: true,
  async run(because, { initiative: key, reach, impact, effort, body, ...given }) {
    const initiative = await initiativeNow(because, key);
    refuseUnshipped(initiative);
    const create: Change = {
      create: 'result',
      fields: {
        initiative: initiative.id,
        method: given.method,
        baseline: given.baseline,
        after: given.after,
        samePeople: given.samePeople || undefined,
        measured: numbersIn({ reach, impact, effort }),
        adoption: numbersIn(given.adoption),
        source: given.source,
        verdict: given.verdict,
        next: given.next || undefined,
      },
      body: body ? `${body}\n` : '',
    };
    const day = today(because.library, because.now());
    return written(because, [
      create,
      ...(isOver(initiative, given.verdict, day)
        ? [{ edit: initiative, fields: [[['status'], 'measured'] as const] }]
        : []),
    ]);
  },
});

/** Those that are known; undefined where none is. */
function numbersIn(all: Readonly<Record<string, number | undefined>> = {}): Record<string, number> | undefined {
  const known = Object.entries(all).flatMap(([name, number]) =>
    number === undefined ? [] : [[name, number] as const],
  );
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}

/** What nobody can tell yet is measured again, while there is time left to reach the outcome. */
function isOver({ values: { status, outcome } }: Initiative, verdict: Verdict, day: string): boolean {
  if (status !== 'shipped') return false;
  return verdict !== 'inconclusive' || outcome?.by === undefined || outcome.by < day;
}

/** Throws `bad-input` for what no customer has. */
function refuseUnshipped(initiative: Initiative): void {
  if (isOut(initiative) && !initiative.archived) return;
  throw new BecauseError('bad-input', t('{0} is not shipped, so there is nothing to measure.', initiative.id), {
    next: t('Set its status to shipped first.'),
  });
}
